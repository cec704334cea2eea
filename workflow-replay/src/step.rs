//! One attempt of one task, and its outcome.

use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Failure};

/// One attempt of one task.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct RecordedStep {
    /// The name of the state.
    #[serde(default, deserialize_with = "named")]
    pub state: String,
    /// The called resource; of an activity and of a function its ARN.
    #[serde(default)]
    pub resource: String,
    /// The service that was called, such as `lambda`; empty of activities and of functions.
    #[serde(default, rename = "resourceType")]
    pub service: String,
    /// The ordinal of the state's entering, from 0.
    #[serde(default)]
    pub entry: u32,
    /// The ordinal of the attempt within the entry, from 0.
    #[serde(default)]
    pub attempt: u32,
    /// The request.
    #[serde(default)]
    pub request: Value,
    /// The result of submitting it.
    #[serde(default)]
    pub submitted: Option<Value>,
    /// The name of the worker that took it.
    #[serde(default)]
    pub worker: Option<Value>,
    /// The outcome: `{"ok"}`, `{"err": {error, cause}}`, or anything else for an answer that never came.
    pub outcome: Value,
    /// The time from the call to the outcome.
    #[serde(skip)]
    pub after: Duration,
    /// The number of the event that scheduled it; 0 if unknown.
    #[serde(skip)]
    pub event: u32,
}

/// A name that may be null.
fn named<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Option::<String>::deserialize(from).map(Option::unwrap_or_default)
}

/// Comes to an outcome after a time of the engine's clock.
pub(crate) fn outcome(
    outcome: Value,
    after: Duration,
    engine: Engine,
) -> BoxFuture<Result<Arc<Value>, Failure>> {
    let result = if let Some(result) = outcome.get("ok") {
        Ok(Arc::new(result.clone()))
    } else if let Some(error) = outcome.get("err") {
        Err(Failure::new(text(&error["error"]), text(&error["cause"])))
    } else {
        // It took too long, or was never answered: the engine's own limits end it.
        return Box::pin(std::future::pending());
    };
    Box::pin(async move {
        if !after.is_zero() {
            engine.sleep(after).await;
        }
        result
    })
}

/// A string member; one that held JSON text is decoded in a case.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("$json") => {
            fields["$json"].to_string()
        }
        other => json!(other).to_string(),
    }
}
