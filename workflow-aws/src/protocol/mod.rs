//! The forms of calls: a request out of an action with its arguments, and a result out of a response.

mod batch;
mod json;
mod lambda;
mod query;
mod s3;

use crate::casing;
use crate::exchange::Incoming;
use crate::failure::CallError;
use crate::outgoing::Outgoing;
use crate::services::{Protocol, Service};
use serde_json::Value;

/// The request of an action.
///
/// # Errors
/// Arguments that have no place in it.
pub(crate) fn request(
    service: &Service,
    action: &str,
    arguments: &Value,
) -> Result<Outgoing, String> {
    let arguments = match service.small {
        Some(kept) => casing::small(arguments, kept),
        None => arguments.clone(),
    };
    match service.protocol {
        Protocol::Json { version, target } => {
            Ok(json::request(version, target, action, &arguments))
        }
        Protocol::Query { version } => query::request(version, action, &arguments),
        Protocol::Batch => Ok(batch::request(action, &arguments)),
        Protocol::Lambda => lambda::request(action, &arguments),
        Protocol::S3 => s3::request(action, &arguments),
    }
}

/// The result of an action.
///
/// # Errors
/// The service refuses it, or the response cannot be read.
pub(crate) fn result(
    service: &Service,
    action: &str,
    response: &Incoming,
) -> Result<Value, CallError> {
    if !(200..300).contains(&response.status) {
        return Err(match service.protocol {
            Protocol::Query { .. } | Protocol::S3 => CallError::of_xml(response),
            _ => CallError::of_json(response),
        });
    }
    let read = match service.protocol {
        Protocol::Json { .. } | Protocol::Batch => json::result(response),
        Protocol::Query { .. } => query::result(action, response),
        Protocol::Lambda => return lambda::result(response),
        Protocol::S3 => s3::result(action, response),
    };
    let value = read.map_err(|error| CallError::Unreached(format!("the answer: {error}")))?;
    Ok(match service.small {
        Some(kept) => casing::capital(&value, kept),
        None => value,
    })
}

/// `sendMessage` as `SendMessage`.
fn pascal(action: &str) -> String {
    let mut letters = action.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A value as the text that a header or a parameter has.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
