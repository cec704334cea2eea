//! Upgrades: executions of one version of a workflow go on with another one, or are blocked, as `compatible` says.
//!
//! Each pair is a version before and a version after. An execution of the first is cut off after each of its commits, and
//! resumed by the second; both as generated machines and as documents. Whatever happens, nothing may be lost.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(
    clippy::needless_question_mark,
    clippy::unused_async,
    clippy::unnecessary_wraps,
    clippy::trivially_copy_pass_by_ref,
    reason = "how workflows are written"
)]
#![allow(dead_code, reason = "the functions that the workflows are made of")]

mod cut;
mod forks;
mod rows;
mod states;
mod types;
#[path = "../support/words.rs"]
mod words;
mod world;

use cut::{Row, prove};
use rows::ROWS;

#[test]
fn resuming_does_what_was_predicted() {
    let mut wrong = vec![];
    for Row { name, .. } in ROWS {
        assert_eq!(ROWS.iter().filter(|row| row.name == *name).count(), 1, "{name} stands twice");
    }
    for row in ROWS {
        if let Err(why) = std::panic::catch_unwind(|| prove(row)) {
            let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
            wrong.push(format!("{}: {why}", row.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ROWS.len(), wrong.join("\n"));
    assert!(ROWS.len() >= 25);
}
