//! Users' tests of their workflows: what they can say, what they find, and in which words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "tests")]
#![allow(clippy::unused_async, reason = "tasks are async")]

mod answers;
mod coverage;
mod crashes;
mod document;
mod flows;
mod maps;
mod messages;
