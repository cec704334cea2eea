//! The settings of machines: logging, tracing, encryption.

use crate::model::Request;
use crate::refusal::Refusal;
use serde_json::{Value, json};

/// Reads which logs of a machine go where (recorded: what is filled in, and the exception; which ARNs
/// it is for: judgement).
pub(super) fn logging(request: &Request) -> Result<Option<Value>, Refusal> {
    let Some(given) = request.value("loggingConfiguration").and_then(Value::as_object) else {
        return Ok(None);
    };
    let mut told = json!({ "level": "OFF", "includeExecutionData": false });
    for (name, value) in given {
        told[name.as_str()] = value.clone();
    }
    let refused = |why: &str| {
        let message = format!("Invalid Logging Configuration: {why}");
        Err(Refusal::new("InvalidLoggingConfiguration", message))
    };
    let destinations = told["destinations"].as_array().map_or(&[][..], Vec::as_slice);
    match (destinations, told["level"] == "OFF") {
        ([], true) => {}
        ([only], _) => match only["cloudWatchLogsLogGroup"]["logGroupArn"].as_str() {
            None => return refused("Must specify exactly one Log Destination."),
            Some(arn) if !arn.ends_with(":*") => {
                // Reported of AWS.
                return refused("Log Group ARN must be provided with '*' qualifier.");
            }
            Some(arn) if !is_log_group(arn) => return refused("Log Destination not found."),
            Some(_) => {}
        },
        _ => return refused("Must specify exactly one Log Destination."),
    }
    Ok(Some(told))
}

/// True if an ARN is that of a group of CloudWatch Logs, with all its streams.
fn is_log_group(arn: &str) -> bool {
    let parts: Vec<&str> = arn.split(':').collect();
    matches!(parts[..], ["arn", _, "logs", _, _, "log-group", name, "*"] if !name.is_empty())
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
