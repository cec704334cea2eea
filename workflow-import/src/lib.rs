//! State machines in the Amazon States Language, written as Rust workflows.
//!
//! [`import`] reads a definition and writes a module: structs for what its states read, a task without a body for each
//! Task, and a `#[workflow]` whose exported document makes the same calls and ends the same. If a part cannot be written
//! with the same meaning, an [`ImportError`] names the state and the field.
//!
//! ```
//! let definition = serde_json::json!({ "StartAt": "Charge", "States": { "Charge": {
//!     "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
//!     "Parameters": { "QueueUrl": "orders", "MessageBody.$": "$.id" }, "End": true } } });
//! let imported = workflow_import::import(&definition, "orders", &[]).unwrap();
//! assert!(imported.text.contains("pub async fn orders(input: Input)"));
//! ```
//!
//! It reads no files and has no clock.

mod build;
mod code;
mod condition;
mod direct;
mod doc;
mod expression;
mod flow;
mod jsonata;
mod module;
mod names;
mod order;
mod path;
mod print;
mod render;
mod scope;
mod step;
mod stop;
mod structs;
mod template;
mod types;
mod value;

pub use direct::{direct, import_direct};
pub use module::{Example, Imported, OwnFunction, import, import_functions};
pub use names::snake;
pub use stop::ImportError;
