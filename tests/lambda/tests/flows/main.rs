//! Workflows of the equivalence tests: the machine in the engine, and the document with functions that are processes,
//! come to the same. The process of a function is this program again, which runs the test that started it.
#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "workflows that were written to hurt are odd on purpose"
)]
#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod flows;
mod harness;
