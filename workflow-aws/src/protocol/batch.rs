//! Calls of AWS Batch: each action has a path of its name.

use crate::outgoing::Outgoing;
use serde_json::Value;

pub(super) fn request(action: &str, arguments: &Value) -> Outgoing {
    Outgoing::post(format!("/v1/{}", action.to_ascii_lowercase()), arguments.to_string())
        .header("content-type", "application/json")
}
