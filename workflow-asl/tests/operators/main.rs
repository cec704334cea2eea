//! The table of operators: every exact row is native Rust and JSONata on hard values, every refused row
//! is refused; `docs/operators.md` and the table of the library are printed from here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod arb;
mod check;
mod engines;
mod print;
mod random;
mod rows;
mod translate;

use arb::Rng;
use serde_json::Value;
use workflow_asl::ops::Fault;
use workflow_asl::schema::Schema;

/// Values of the variables, and what native Rust makes of them.
type Make = Box<dyn Fn(&mut Rng) -> (Value, Result<Value, Fault>) + Send + Sync>;

/// A row of the table.
pub struct Row {
    area: &'static str,
    rust: String,
    types: String,
    variables: Vec<(&'static str, Schema)>,
    /// Nothing: it must be refused.
    make: Option<Make>,
}

/// The rows under test.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    area: &'static str,
}

#[test]
fn exact_rows_agree_with_native_rust_and_the_others_are_refused() {
    let rows = rows::all();
    let checked = check::all(&rows);
    let wrong: Vec<&String> = checked.iter().flat_map(|row| &row.wrong).collect();
    for line in &wrong {
        println!("{line}");
    }
    let count: usize = checked.iter().map(|row| row.cases).sum();
    let faults: usize = checked.iter().map(|row| row.faults).sum();
    println!(
        "{} rows, {count} comparisons, {faults} of them faults, {} wrong, {}",
        rows.len(),
        wrong.len(),
        engines::reference()
    );
    assert!(wrong.is_empty(), "{} rows are wrong", wrong.len());
    print::check(&rows, &checked);
}
