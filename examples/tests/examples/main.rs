//! The examples, run as a newcomer does: the programs, with every input that comes with them, and with bad ones;
//! the tests that stand beside them; and what their documents cost on AWS, compared with documents that were written
//! by hand.
//!
//! `cargo test` builds the programs before. `cargo test --test examples` does not: it runs what is there.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod by_hand;
#[path = "../../common/mod.rs"]
#[allow(missing_docs, reason = "a part of programs")]
mod common;
#[path = "../../../tests/equivalence/harness/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    missing_docs,
    reason = "only the crashes are used"
)]
mod harness;
mod killed;
mod programs;
mod reports;
#[path = "../support/mod.rs"]
mod support;
mod survive;

/// An example, as its program has it.
macro_rules! example {
    ($path:literal, $example:ident: $($part:ident),+) => {
        #[path = $path]
        #[allow(dead_code, missing_docs, reason = "what belongs to the program alone")]
        mod $example {
            #[allow(unused_imports, reason = "not every example needs it")]
            use super::common;
            $(pub mod $part;)+
        }
    };
}

example!("../../order_fulfilment", order_fulfilment: date, service, shop, tasks, workflow);
example!("../../deletion_request", deletion_request: systems, tasks, workflow);
example!("../../payments", payments: ledger, luck, services, tasks, tests, volume, workflow);
example!("../../image_sizes", image_sizes: bucket, month, pixels, tasks, tests, workflow);
example!("../../dashboard", dashboard: known, page, tasks, tests, trackers, workflow);
example!("../../project_counts", project_counts: databases, tasks, tests, workflow);
example!("../../approval", approval: desk, people, tasks, tests, workflow);
example!("../../poll_job", poll_job: results, service, tasks, tests, workflow);
example!("../../etl", etl: orders, rows, tasks, tests, warehouse, workflow);
