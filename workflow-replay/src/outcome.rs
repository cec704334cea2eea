//! The outcome of a replay.

use serde_json::{Value, json};

/// The outcome of an execution, in the shape of a case's own: payloads are decoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordedOutcome {
    /// `SUCCEEDED`, `FAILED`, `TIMED_OUT` or `ABORTED`.
    pub status: String,
    /// The output.
    pub output: Option<Value>,
    /// The error name.
    pub error: Option<String>,
    /// The cause.
    pub cause: Option<String>,
    /// The history.
    pub events: Vec<Value>,
    /// The logged events, where the case says that it is.
    pub logged: Option<Vec<Value>>,
}

impl RecordedOutcome {
    /// One that failed.
    #[must_use]
    pub fn failed(error: impl Into<String>, cause: impl Into<String>) -> Self {
        RecordedOutcome {
            status: "FAILED".into(),
            error: Some(error.into()),
            cause: Some(cause.into()),
            ..RecordedOutcome::default()
        }
    }

    /// As one line says it.
    #[must_use]
    pub fn json(&self, id: &Value) -> Value {
        let mut all = json!({
            "id": id,
            "status": self.status,
            "output": self.output,
            "error": self.error,
            "cause": self.cause,
            "events": self.events,
        });
        if let Some(logged) = &self.logged {
            all["log_events"] = json!(logged);
        }
        all
    }
}
