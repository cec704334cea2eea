//! The settings of machines: logging, tracing, encryption.

use crate::model::Request;
use crate::refusal::Refusal;
use serde_json::{Value, json};

/// Reads which logs of a machine go where (recorded: what is filled in, and the exception).
pub(super) fn logging(request: &Request) -> Result<Option<Value>, Refusal> {
    let Some(given) = request.value("loggingConfiguration").and_then(Value::as_object) else {
        return Ok(None);
    };
    let mut told = json!({ "level": "OFF", "includeExecutionData": false });
    for (name, value) in given {
        told[name.as_str()] = value.clone();
    }
    let destinations = told["destinations"].as_array().map_or(0, Vec::len);
    if destinations > 1 || (destinations == 0 && told["level"] != "OFF") {
        let message = "Invalid Logging Configuration: Must specify exactly one Log Destination.";
        return Err(Refusal::new("InvalidLoggingConfiguration", message));
    }
    Ok(Some(told))
}

/// Reads whether executions are traced (the exception: API reference).
pub(super) fn tracing(request: &Request) -> Result<Option<Value>, Refusal> {
    let Some(given) = request.value("tracingConfiguration") else { return Ok(None) };
    match given["enabled"].as_bool() {
        Some(enabled) => Ok(Some(json!({ "enabled": enabled }))),
        None => {
            let message = "Invalid Tracing Configuration: 'enabled' must be true or false";
            Err(Refusal::new("InvalidTracingConfiguration", message))
        }
    }
}

/// The key of a machine or an activity. Nothing is encrypted by it here (the exception: API reference).
pub(super) fn encryption(request: &Request) -> Result<Option<Value>, Refusal> {
    let Some(given) = request.value("encryptionConfiguration") else { return Ok(None) };
    let own = given["type"] == "CUSTOMER_MANAGED_KMS_KEY";
    if own == given["kmsKeyId"].is_null() {
        let message = "Invalid Encryption Configuration: kmsKeyId must be set if and only if type is CUSTOMER_MANAGED_KMS_KEY";
        return Err(Refusal::new("InvalidEncryptionConfiguration", message));
    }
    Ok(Some(given.clone()))
}
