//! The Amazon States Language as a library: documents, JSONata, and what a Rust expression is in it.
//!
//! Pure: no tokio, no clock, no input or output.

pub mod bounds;
pub mod called;
pub mod document;
pub mod export;
pub mod expr;
pub mod foreign;
pub mod graph;
pub mod json;
pub mod jsonata;
pub mod jsonpath;
pub mod numbers;
pub mod operators;
pub mod ops;
pub mod panics;
pub mod program;
pub mod schema;
pub mod size;

pub use document::Definition;
pub use json::Json;
pub use schema::{Data, Schema};
