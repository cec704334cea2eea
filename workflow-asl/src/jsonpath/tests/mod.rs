//! The rules one by one; what Jayway and AWS answer is compared in `tests/jsonpath*.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod calls;
mod hostile;
mod laws;
mod paths;
mod rules;
mod templates;
