//! The programs of the examples, with every input that comes with them, and with bad ones.

use super::support::{Ended, Place, refused, run, says};
use std::path::{Path, PathBuf};

pub fn inputs(example: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(example).join("inputs")
}

/// Input, exit code, and what its report says, in order.
pub type Case = (&'static str, i32, &'static [&'static str]);

const ORDERS: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "✗ Payment",
            "Unavailable: POST /payments: status 503",
            "↻ Payment",
            "attempt 2",
            "✓ Payment",
            "▸ Parcels",
            "3 items",
            "▸ Picked [1]",
            "✓ Pack [2]",
            "✓ Sleep",
            "Result",
            "\"paid\": 69800,",
            "\"arrives\": \"2026-11-26\"",
            "Path",
            "Payment (2 attempts)",
            "Parcels [3 × Picked → Pack] | Invoice]",
            "Time",
            "Sleep 1 1.",
            "payments  1 taken, 0 given back",
            "stock     34 tea, 4 kettle, 0 samovar",
            "order_fulfilment.asl.json",
        ],
    ),
    (
        "declined.json",
        1,
        &[
            "✓ Review",
            "✗ Payment",
            "Declined: there is not enough money",
            "✓ TellCustomer",
            "Failed: Declined",
            "there is not enough money",
            "in state  Payment, attempt 1",
            "at examples/order_fulfilment/workflow.rs:",
            "ended in  Declined",
            "payments  0 taken, 0 given back",
            "to charles@example.com: Order A-1043: your bank declined the card",
        ],
    ),
    (
        "out_of_stock.json",
        1,
        &[
            "✗ Picked [1]",
            "OutOfStock: sku samovar, wanted 2, left 1",
            "✗ ParcelsAndInvoice",
            "✓ Refund",
            "✓ PutBack",
            "Failed: OutOfStock",
            "in state  Picked[1], attempt 1",
            "at examples/order_fulfilment/workflow.rs:",
            "payments  1 taken, 1 given back",
            "stock     40 tea, 5 kettle, 1 samovar",
        ],
    ),
];

const REQUESTS: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "✗ DeleteFiles",
            "Busy: a backup locks volume north",
            "↻ DeleteFiles",
            "✓ DeleteFiles",
            "Result",
            "\"files\": 2",
            "DeleteFiles (2 attempts)",
            "accounts  Grace",
            "orders    11 anonymous, 12 Grace, 13 anonymous",
            "archive   0 copies",
            "deletion_request.asl.json",
        ],
    ),
    (
        "system_down.json",
        1,
        &[
            "✓ DeleteAccount",
            "↻ DeleteFiles",
            "attempt 3",
            "✗ Removed",
            "✓ Restore [0]",
            "Failed: Busy",
            "a backup locks volume south",
            "in state  DeleteFiles, attempt 3",
            "at examples/deletion_request/workflow.rs:",
            "accounts  Ada, Grace",
            "orders    11 Ada, 12 Grace, 13 Ada, 14 Grace, 15 Grace",
            "archive   3 copies",
        ],
    ),
    (
        "unknown_person.json",
        1,
        &["Failed: NotFound", "nobody has the address nobody@example.com", "ended in  NotFound"],
    ),
];

#[test]
fn orders_are_fulfilled_or_fail() {
    runs("order_fulfilment", ORDERS);
}

#[test]
fn people_are_forgotten_or_not() {
    runs("deletion_request", REQUESTS);
}

pub fn runs(example: &str, cases: &[Case]) {
    let files = std::fs::read_dir(inputs(example)).unwrap().count();
    assert_eq!(files, cases.len(), "every input that comes with {example} is run");
    for (input, code, lines) in cases {
        let place = Place::new(&format!("{example}-{input}"));
        let file = inputs(example).join(input);
        let ended = run(example, &["--input", file.to_str().unwrap()], &place);
        let Ended { out, err, .. } = &ended;
        assert_eq!((ended.code, err.as_str()), (Some(*code), ""), "{example} {input}:\n{out}");
        says(out, lines);
        narrow(out);
    }
}

/// No colours where nobody looks, and no line wider than a terminal, but for paths of files.
fn narrow(out: &str) {
    assert!(!out.contains('\x1b'));
    let wide =
        |line: &&str| line.chars().count() > 80 && !line.contains(env!("CARGO_TARGET_TMPDIR"));
    let wide: Vec<&str> = out.lines().skip(2).filter(wide).collect();
    assert!(wide.is_empty(), "{wide:#?}");
}

#[test]
fn without_arguments_the_default_is_run() {
    let place = Place::new("no-arguments");
    let ended = run("deletion_request", &[], &place);
    assert_eq!(ended.code, Some(0), "{}", ended.out);
    let document = std::fs::read_to_string(place.0.join("deletion_request.asl.json")).unwrap();
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["Comment"], "Removes a person's data from three systems, or from none.");
}

#[test]
fn help_names_the_inputs() {
    for (example, input) in
        [("order_fulfilment", "declined.json"), ("deletion_request", "system_down.json")]
    {
        let ended = run(example, &["--help"], &Place::new(&format!("help-{example}")));
        assert_eq!(ended.code, Some(0));
        says(&ended.out, &["Usage: cargo run --example", "--input FILE", input]);
    }
}

/// What is changed in the default order, by what, and what is said about it.
const BAD_ORDERS: &[(&str, &str, &str)] = &[
    (
        "\"units\": 6",
        "\"units\": \"six\"",
        "`lines[0].units` of the input: invalid type: string \"six\", expected u32",
    ),
    (
        "\"units\": 6",
        "\"units\": -6",
        "`lines[0].units` of the input: invalid value: integer `-6`, expected u32",
    ),
    (
        "2026-11-23",
        "23.11.2026",
        "`placed` of the input: \"23.11.2026\" is not a date, such as \"2026-11-23\"",
    ),
    ("2026-11-23", "2026-02-30", "`placed` of the input: \"2026-02-30\" is not a date"),
    (
        "\"post\"",
        "\"pigeon\"",
        "`shipping.by` of the input: unknown variant `pigeon`, expected one of `post`",
    ),
    ("\"id\"", "\"di\"", "the input: missing field `id`"),
    (
        "\"trusted\": true",
        "\"trusted\": null",
        "`customer.trusted` of the input: invalid type: null, expected a boolean",
    ),
    ("{", "", "is not JSON: "),
    ("}", "", "is not JSON: EOF while parsing"),
    (
        "\"units\": 6",
        "\"units\": 9007199254740993",
        "invalid value: integer `9007199254740993`, expected u32",
    ),
];

#[test]
fn a_bad_order_is_one_line_before_anything_runs() {
    let order = std::fs::read_to_string(inputs("order_fulfilment").join("default.json")).unwrap();
    let place = Place::new("bad-orders");
    for (index, (old, new, says)) in BAD_ORDERS.iter().enumerate() {
        let changed = order.replacen(old, new, 1);
        assert_ne!(changed, order, "{old}");
        let name = format!("bad-{index}.json");
        std::fs::write(place.0.join(&name), changed).unwrap();
        refused(&run("order_fulfilment", &["--input", &name], &place), &name, says);
    }
}

#[test]
fn a_bad_command_line_is_one_line_before_anything_runs() {
    let place = Place::new("bad-command-lines");
    std::fs::write(place.0.join("bytes.json"), [0xff, 0xfe]).unwrap();
    std::fs::write(place.0.join("empty.json"), "").unwrap();
    let cases: &[(&[&str], &str)] = &[
        (&["--input", "none.json"], "cannot read none.json: "),
        (&["--input=none.json"], "cannot read none.json: "),
        (&["--input", "."], "cannot read .: "),
        (&["--input", "bytes.json"], "cannot read bytes.json: "),
        (&["--input", "empty.json"], "empty.json is not JSON: EOF"),
    ];
    let words: &[(&[&str], &[&str])] = &[
        (&["--input"], &["a value is required for '--input <FILE>'"]),
        (&["--inptu", "x.json"], &["'--inptu'", "'--input'", "Usage: cargo run --example"]),
        (&["x.json"], &["unrecognized subcommand 'x.json'", "Usage: cargo run --example"]),
    ];
    for example in ["order_fulfilment", "deletion_request"] {
        for (arguments, says) in cases {
            refused(&run(example, arguments, &place), "error", says);
        }
        for (arguments, words) in words {
            let ended = run(example, arguments, &place);
            assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{}", ended.err);
            says(&ended.err, words);
        }
    }
}
