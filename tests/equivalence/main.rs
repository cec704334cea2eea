//! Three ways to run a workflow are one: the generated machine, the interpreted document, the user's own function.
#![allow(clippy::all, reason = "workflows that were written to hurt are odd on purpose")]
#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![allow(clippy::needless_question_mark, reason = "how workflows are written")]

mod flows;
mod harness;
mod planted;
