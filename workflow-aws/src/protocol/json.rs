//! JSON, with the action in a header.

use super::pascal;
use crate::exchange::Incoming;
use crate::outgoing::Outgoing;
use serde_json::{Value, json};

pub(super) fn request(version: u8, target: &str, action: &str, arguments: &Value) -> Outgoing {
    let body = if arguments.is_null() { "{}".to_owned() } else { arguments.to_string() };
    Outgoing::post("/", body)
        .header("content-type", format!("application/x-amz-json-{}.{}", version / 10, version % 10))
        .header("x-amz-target", format!("{target}.{}", pascal(action)))
}

pub(super) fn result(response: &Incoming) -> Result<Value, String> {
    if response.body.is_empty() {
        return Ok(json!({}));
    }
    serde_json::from_slice(&response.body).map_err(|error| error.to_string())
}
