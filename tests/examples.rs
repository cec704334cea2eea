//! The examples, run as a newcomer does: the programs, with every input that comes with them, and with bad ones.
//! And what their documents cost on AWS, compared with documents that were written by hand.
//!
//! `cargo test` builds the programs before. `cargo test --test examples` does not: it runs what is there.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::path::{Path, PathBuf};
use support::{Ended, Place, refused, run, says};

mod support;

fn inputs(example: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example).join("inputs")
}

/// Input, exit code, and what its report says, in order.
type Case = (&'static str, i32, &'static [&'static str]);

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

fn runs(example: &str, cases: &[Case]) {
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
        "the integer 9007199254740993: beyond ±(2^53 − 1)",
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
        (&["--input"], "--input needs a file; usage: cargo run --example"),
        (
            &["--inptu", "x.json"],
            "no option `--inptu`; did you mean `--input`?; usage: cargo run --example",
        ),
        (&["x.json"], "there is no command `x.json` (commands: run, export, graph, list, check)"),
    ];
    for example in ["order_fulfilment", "deletion_request"] {
        for (arguments, says) in cases {
            refused(&run(example, arguments, &place), "error", says);
        }
    }
}

#[path = "../examples/order_fulfilment"]
#[allow(dead_code, missing_docs, reason = "what belongs to the program alone")]
mod order_fulfilment {
    pub mod client;
    pub mod date;
    pub mod service;
    pub mod shop;
    pub mod tasks;
    pub mod workflow;
}

#[path = "../examples/deletion_request"]
#[allow(dead_code, missing_docs, reason = "what belongs to the program alone")]
mod deletion_request {
    pub mod systems;
    pub mod tasks;
    pub mod workflow;
}

/// What the exported documents cost, compared with documents that an expert wrote.
mod by_hand {
    use super::*;
    use deletion_request::systems::Systems;
    use deletion_request::workflow::forget;
    use order_fulfilment::client::Client;
    use order_fulfilment::shop::Shop;
    use order_fulfilment::workflow::fulfil;
    use serde_json::Value;
    use std::sync::Arc;
    use workflow::history::{EventType, HistoryEvent};
    use workflow::{Definition, Engine, TaskDefinition, Workflow};
    use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

    /// What AWS bills for a Standard workflow: every state entered, and every retry (the pricing page of Step
    /// Functions). An attempt of a task is scheduled once; all but the first of a visit are retries.
    fn billed(history: &[HistoryEvent]) -> usize {
        let count =
            |is: fn(&EventType) -> bool| history.iter().filter(|event| is(&event.kind)).count();
        let entered = count(|kind| matches!(kind, EventType::StateEntered(_)));
        let attempts = count(|kind| *kind == EventType::TaskScheduled);
        let visits = count(|kind| *kind == EventType::StateEntered(workflow::machine::Kind::Task));
        entered + attempts - visits
    }

    /// Runs a document with the tasks of an example: what it comes to, and what it costs.
    async fn run(
        engine: &Engine,
        document: Definition,
        tasks: &[TaskDefinition],
        input: &str,
    ) -> (Value, usize) {
        let compiled = Arc::new(Compiled::new(document, tasks).unwrap());
        let value: Arc<Value> = Arc::new(serde_json::from_str(input).unwrap());
        let open = |identity: &_| Ok(Interpreted::start(compiled, value, Context::from(identity)));
        let mut execution = engine.start(open, "example", None, Some(input.into()));
        let output = (&mut execution).await.unwrap();
        (Value::clone(&*output.json().unwrap()), billed(&execution.history()))
    }

    fn written(example: &str) -> Definition {
        let path = inputs(example).with_file_name("by_hand.asl.json");
        Definition::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    fn compare(example: &str, exported: (Value, usize), by_hand: (Value, usize)) {
        assert_eq!(exported.0, by_hand.0, "{example}: the results");
        println!("{example}: {} transitions are billed, by hand {}", exported.1, by_hand.1);
        assert!(
            exported.1 <= by_hand.1,
            "{example}: {} transitions, by hand {}",
            exported.1,
            by_hand.1
        );
    }

    #[tokio::test]
    async fn an_order_costs_no_more() {
        let place = Place::new("order-by-hand");
        let input =
            std::fs::read_to_string(inputs("order_fulfilment").join("default.json")).unwrap();
        let mut ends = vec![];
        for document in [fulfil::definition().unwrap(), written("order_fulfilment")] {
            let shop = Shop::open(&place.0.join("shop.db")).unwrap();
            let address = order_fulfilment::service::start().await.unwrap();
            let engine = Engine::builder().resource(shop).resource(Client { address }).build();
            ends.push(run(&engine, document, &fulfil::tasks(), &input).await);
        }
        let (by_hand, exported) = (ends.pop().unwrap(), ends.pop().unwrap());
        compare("order_fulfilment", exported, by_hand);
    }

    #[tokio::test]
    async fn a_request_costs_no_more() {
        let place = Place::new("request-by-hand");
        let input =
            std::fs::read_to_string(inputs("deletion_request").join("default.json")).unwrap();
        let mut ends = vec![];
        for document in [forget::definition().unwrap(), written("deletion_request")] {
            let systems = Systems::open(&place.0.join("systems")).unwrap();
            let engine = Engine::builder().resource(systems).build();
            ends.push(run(&engine, document, &forget::tasks(), &input).await);
        }
        let (by_hand, exported) = (ends.pop().unwrap(), ends.pop().unwrap());
        compare("deletion_request", exported, by_hand);
    }
}
