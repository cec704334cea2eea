//! The Amazon States Language as a library: documents, both query languages, and the translation of Rust expressions.
//!
//! It needs no tokio and no clock, and reads and writes nothing. Documents and expressions may be hostile: time, memory and
//! depth are limited everywhere. A mistake in a document is returned as a value with its place.
//!
//! ```
//! use workflow_asl::Definition;
//!
//! let machine = |next: &str| {
//!     let states = format!(r#"{{ "A": {{ "Type": "Pass", "Next": "{next}" }}, "B": {{ "Type": "Succeed" }} }}"#);
//!     Definition::from_json(&format!(r#"{{ "StartAt": "A", "States": {states} }}"#))
//! };
//! assert!(machine("B").is_ok());
//! // In AWS's words, with the place in the document.
//! let mistakes = machine("C").unwrap_err();
//! assert!(mistakes[0].to_string().contains("Missing 'Next' target: C at /States/A/Next"));
//! ```
//!
//! # The parts
//!
//! - [`document`] reads and validates definitions, in AWS's words; the crate `workflow-graph` draws them.
//! - [`jsonata`] and [`jsonpath`] are the two query languages: paths, payload templates, intrinsic functions, Choice rules.
//! - [`schema`] describes the JSON of Rust types; [`Data`] and [`Json`] are implemented by the derive of `workflow`.
//! - [`form`] is a schema as data that can be saved. It tells whether one type can read what another one wrote.
//! - [`export`] makes the document of a workflow from its graph; [`expr`] translates its expressions to JSONata, by the table
//!   in [`operators`]. The graph as data, and the native half of the table, are in hidden modules (`program`, `own`,
//!   `ops`, `called`): generated code uses them, and they change without notice.
//! - [`bounds`] limits the size and depth of data; [`panics`] catches panics in code of users.
//!
//! # Features
//!
//! `yaml` reads documents in YAML. `bytes`, `chrono`, `decimal`, `jiff` and `uuid` describe types of those crates. All are
//! off.

pub mod bounds;
#[doc(hidden)]
pub mod called;
pub mod document;
pub mod export;
pub mod expr;
pub mod foreign;
pub mod form;
pub mod json;
pub mod jsonata;
pub mod jsonpath;
pub mod nearest;
pub mod numbers;
pub mod operators;
#[doc(hidden)]
pub mod ops;
#[doc(hidden)]
pub mod own;
pub mod panics;
#[doc(hidden)]
pub mod program;
pub mod schema;
pub mod size;

pub use document::Definition;
pub use json::Json;
pub use schema::{Data, Schema};
