//! Upgrades: executions of one version of a workflow go on with another one, or are blocked, as `compatible` says.
//!
//! Each pair is a version before and a version after. An execution of the first is cut off after each of its commits, and
//! resumed by the second; both as generated machines and as documents, in memory and in one SQLite file. Whatever
//! happens, nothing may be lost.
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
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use workflow::store::{MemoryStore, Store};
use workflow_sqlite::Sqlite;

#[test]
fn resuming_does_what_was_predicted() {
    prove_all(&|| Arc::new(MemoryStore::default()));
}

#[test]
fn all_of_them_in_one_file_do_what_was_predicted() {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("upgrades-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // No power is lost here.
    let file = Sqlite::options().synchronous("OFF").open(folder.join("pairs.db")).unwrap();
    let file: Arc<dyn Store> = Arc::new(file);
    prove_all(&|| file.clone());
    drop(file);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Proves all rows, each in the store that it is given.
fn prove_all(store: &dyn Fn() -> Arc<dyn Store>) {
    let mut wrong = vec![];
    for Row { name, .. } in ROWS {
        assert_eq!(ROWS.iter().filter(|row| row.name == *name).count(), 1, "{name} stands twice");
    }
    for row in ROWS {
        if let Err(why) = std::panic::catch_unwind(AssertUnwindSafe(|| prove(row, &store()))) {
            let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
            wrong.push(format!("{}: {why}", row.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ROWS.len(), wrong.join("\n"));
    assert!(ROWS.len() >= 25);
}
