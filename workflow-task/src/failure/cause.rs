//! The cause of a failure: text, or a typed error that is encoded only when somebody asks for its text.

use super::TaskError;
use crate::blocked::Blocked;
use serde::Deserialize;
use std::any::Any;
use std::sync::Arc;
use workflow_asl::ops::carried::spelled;

pub(super) enum Cause {
    Text(String),
    Typed(Box<dyn Typed>),
    /// The checkpoint of an execution does not fit the code: an interruption, too.
    Blocked(Arc<Blocked>),
}

/// A typed error as a cause: its wire form, and itself. Its text has the numbers of the document: `0`, not `0.0`. So an
/// error says the same whoever makes a failure of it: a task, a function, a state.
pub(super) trait Typed: Any + Send + Sync {
    fn wire(&self) -> String;
    fn text(&self) -> String;
}

impl<E: TaskError> Typed for E {
    fn wire(&self) -> String {
        wire(self.name(), &self.text())
    }
    fn text(&self) -> String {
        spelled(&self.message())
    }
}

/// The cause of a failed Lambda function: JSON with `errorType` and `errorMessage`.
/// (Developer Guide, "Error handling in Step Functions"; recorded.)
pub(super) fn wire(name: &str, message: &str) -> String {
    serde_json::json!({ "errorType": name, "errorMessage": message }).to_string()
}

/// The same, read.
#[derive(Deserialize)]
pub(super) struct Wire {
    #[serde(rename = "errorType", default)]
    pub(super) name: String,
    #[serde(rename = "errorMessage")]
    pub(super) message: String,
}
