//! One state tested by itself, as AWS's `TestState` does it: with an input, a mock of the service it calls, and
//! what its data was at each step.
//!
//! ```
//! # use workflow_runtime::{Engine, test_state::{Inspection, Mock, Status, TestState, test_state}};
//! # use serde_json::json;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let definition = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
//!     "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" }, "ResultPath": null, "Next": "Sent" });
//! let request = TestState {
//!     input: json!({ "text": "hello" }),
//!     inspection: Inspection::Debug,
//!     mock: Some(Mock::result(json!({ "MessageId": "1" }))),
//!     ..TestState::new(definition)
//! };
//! let tested = test_state(&Engine::builder().build(), request).await?;
//! assert_eq!((tested.status, tested.next.as_deref()), (Status::Succeeded, Some("Sent")));
//! assert_eq!(tested.inspection["afterParameters"]["MessageBody"], "hello");
//! # Ok(())
//! # }
//! ```

mod checks;
mod context;
mod definition;
mod request;
mod responses;
mod run;
mod shapes;
mod taken;
#[cfg(test)]
mod tests;
mod validate;

pub use request::{
    Configuration, FieldValidation, Inspection, Mock, Rejected, Status, TestState, Tested,
};
pub use run::test_state;
