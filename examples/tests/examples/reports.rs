//! What the programs of the examples say.

use super::programs::{Case, inputs, runs};
use super::support::{Place, run, says};

const PAYMENTS: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "✓ Charge",
            "✓ Entry",
            "✓ Receipt",
            "\"outcome\": \"accepted\"",
            "ledger 1950 cents",
            "cards 1950 cents",
        ],
    ),
    (
        "declined.json",
        0,
        &["\"outcome\": \"declined\"", "there is not enough money", "ledger 0 cents"],
    ),
    ("suspicious.json", 0, &["\"outcome\": \"suspicious\"", "\"risk\": 97", "cards 0 cents"]),
    (
        "unknown_merchant.json",
        1,
        &[
            "✓ GiveBack",
            "Failed: NoSuchMerchant",
            "nobody is called dodos",
            "ledger 0 cents",
            "cards 0 cents",
        ],
    ),
];

#[test]
fn payments_are_accepted_or_not() {
    runs("payments", PAYMENTS);
    let ended = run("payments", &["200", "7"], &Place::new("payments-many"));
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    let words = [
        "200 payments, with the bad luck of seed 7",
        "accepted",
        "exactly once",
        "payments a second",
    ];
    says(&ended.out, &words);
}

const IMAGES: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "SlowDown",
            "attempt 2",
            "\"width\": 800",
            "(2 attempts)",
            "images/sunset-800.bmp (1,440,054 bytes)",
            "pages/a-sunset.html",
            "images 100,000, 10 transitions each",
            "transitions 1,010,000",
            "price 25.25 dollars",
        ],
    ),
    ("too_small.json", 1, &["Failed: TooSmall", "uploads/stamp.ppm: 40 × 30 pixels"]),
    ("no_image.json", 1, &["Failed: BadImage", "it does not begin with P6"]),
];

#[test]
fn images_are_scaled_and_priced() {
    runs("image_sizes", IMAGES);
}

const TEAMS: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "Unavailable: GET /helpdesk: status 503",
            "attempt 2",
            "States.Timeout",
            "\"items\": 4",
            "\"reviews\", \"wiki\"",
            "Section (2 attempts)",
            "page dashboard.html",
        ],
    ),
    ("nothing_known.json", 1, &["Failed: NothingKnown", "nothing is known of wiki, fax"]),
];

#[test]
fn trackers_are_shown_as_they_are() {
    runs("dashboard", TEAMS);
}

const SIGN_UPS: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "Disconnected: after the commit",
            "attempt 2",
            "\"user\": \"U-1\"",
            "north 105, 105, 105 projects; 5 of them are new",
            "south 205, 205, 205 projects; 5 of them are new",
            "letters 3 letters",
        ],
    ),
    ("unknown_region.json", 1, &["Failed: NoSuchRegion", "sea", "0 of them are new", "0 letters"]),
];

#[test]
fn projects_are_counted_once() {
    runs("project_counts", SIGN_UPS);
}

const FILES: &[Case] = &[
    (
        "default.json",
        0,
        &[
            "Disconnected: after batch",
            "attempt 2",
            "\"read\": 100000",
            "loaded",
            "rejected",
            "no such day",
        ],
    ),
    ("scrambled.json", 1, &["Failed: TooDirty", "nothing is loaded", "loaded 0"]),
    ("missing.json", 1, &["Failed: NoSuchFile", "nothing.csv"]),
];

#[test]
fn files_are_loaded_or_not() {
    runs("etl", FILES);
}

const JOBS: &[Case] = &[
    (
        "default.json",
        0,
        &["Unavailable", "attempt 2", "\"primes\": 4203", "Sleep", "primes 4,203 below 40,000"],
    ),
    ("too_large.json", 1, &["Failed: JobFailed", "5000000 is more than 1000000"]),
    ("impatient.json", 1, &["✓ Cancel", "Failed: TooSlow", "it was not done after 3 seconds"]),
];

#[test]
fn slow_jobs_are_looked_at() {
    runs("poll_job", JOBS);
}

/// Input, what the command line says beside it, exit code, and what is reported.
const EXPENSES: &[(&str, &[&str], i32, &[&str])] = &[
    ("default.json", &[], 0, &["\"outcome\": \"paidBack\"", "payments 1, 9900 cents", "to Grace"]),
    (
        "rejected.json",
        &[],
        0,
        &["\"rejected\"", "that was private", "payments 0", "to Ada: samovar: no"],
    ),
    ("small.json", &[], 0, &["\"paidBack\"", "payments 1, 450 cents", "letters none"]),
    (
        "nobody.json",
        &["--virtual-time"],
        1,
        &[
            "Failed: NobodyAnswered",
            "3 × (",
            "3.0 days",
            "to Nemo: train to Nowhere, still waiting",
        ],
    ),
];

#[test]
fn people_answer_or_do_not() {
    let folder = inputs("approval");
    for (input, words, code, lines) in EXPENSES {
        let file = folder.join(input);
        let arguments = [&["run", "--input", file.to_str().unwrap()], *words].concat();
        let ended = run("approval", &arguments, &Place::new(&format!("approval-{input}")));
        assert_eq!((ended.code, ended.err.as_str()), (Some(*code), ""), "{input}:\n{}", ended.out);
        says(&ended.out, lines);
    }
    // The other one asks whoever runs the program.
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), EXPENSES.len() + 1);
}
