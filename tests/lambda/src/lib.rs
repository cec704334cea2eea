//! AWS's side of a Lambda function: the Runtime API that its process talks to, and the process itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod api;
mod connector;
mod function;
mod http;
pub mod shop;

pub use api::{Api, Called, Said};
pub use connector::Lambdas;
pub use function::{Answer, Function, MOST};
