//! What the programs of the examples say.

use super::programs::{Case, runs};
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
