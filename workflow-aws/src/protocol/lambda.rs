//! Calls of Lambda functions.

use super::plain;
use crate::encode::{encoded, parameters};
use crate::exchange::Incoming;
use crate::failure::CallError;
use crate::outgoing::Outgoing;
use serde_json::{Value, json};

/// The members of a call, and the headers that they are.
const HEADERS: &[(&str, &str)] = &[
    ("ClientContext", "x-amz-client-context"),
    ("InvocationType", "x-amz-invocation-type"),
    ("LogType", "x-amz-log-type"),
];

pub(super) fn request(action: &str, arguments: &Value) -> Result<Outgoing, String> {
    if action != "invoke" {
        return Err(format!("of Lambda a run here calls `invoke` alone, not `{action}`"));
    }
    let name = arguments["FunctionName"].as_str().ok_or("`FunctionName` is no text")?;
    let payload = arguments.get("Payload").map_or_else(String::new, Value::to_string);
    let path = format!("/2015-03-31/functions/{}/invocations", encoded(name, false));
    let mut request = Outgoing::post(path, payload).header("content-type", "application/json");
    for (member, header) in HEADERS {
        if let Some(value) = arguments.get(*member) {
            request = request.header(*header, plain(value));
        }
    }
    if let Some(qualifier) = arguments.get("Qualifier") {
        request.query = parameters(vec![("Qualifier".to_owned(), plain(qualifier))]);
    }
    Ok(request)
}

/// The envelope around what the function returned. A function that fails is a failure of the call.
pub(super) fn result(response: &Incoming) -> Result<Value, CallError> {
    let header = |name: &str| response.headers.get(name).and_then(|value| value.to_str().ok());
    let payload: Value = serde_json::from_slice(&response.body).unwrap_or_default();
    if header("x-amz-function-error").is_some() {
        let error = payload["errorType"].as_str().unwrap_or("Lambda.Unknown").to_owned();
        return Err(CallError::Function { error, cause: payload.to_string() });
    }
    let version = header("x-amz-executed-version").unwrap_or("$LATEST");
    Ok(json!({ "ExecutedVersion": version, "Payload": payload, "StatusCode": response.status }))
}
