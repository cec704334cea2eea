//! The form of a task on AWS: a Lambda function behind `arn:aws:states:::lambda:invoke`.
//!
//! Machines hand over and take payloads alone. What AWS wraps around them is written here, in events only, so
//! that both kinds of machines have the same history.

use std::sync::Arc;

/// The `resourceType`, and the name of the task in messages about its size.
pub(crate) const RESOURCE_TYPE: &str = "lambda";

/// The evaluated `Arguments` of the call.
pub(crate) fn parameters(function: &str, payload: &str) -> Arc<str> {
    // The name of a Rust function has nothing to escape.
    concat(&["{\"FunctionName\":\"", function, "\",\"Payload\":", payload, "}"])
}

/// The result of the call.
pub(crate) fn result(payload: &str) -> Arc<str> {
    concat(&["{\"ExecutedVersion\":\"$LATEST\",\"Payload\":", payload, ",\"StatusCode\":200}"])
}

fn concat(parts: &[&str]) -> Arc<str> {
    parts.concat().into()
}
