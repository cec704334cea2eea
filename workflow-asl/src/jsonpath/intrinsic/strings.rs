//! `States.StringSplit`, `States.StringToJson` and `States.Hash`.

use super::base64::CHARACTERS;
use super::call::Called;
use super::{Function, refuse};
use crate::jsonata::hash;
use crate::jsonpath::text;
use serde_json::Value;
use std::borrow::Cow;

/// Every character of the delimiters splits; empty parts are left out (recorded).
pub(super) fn split(value: &Value, delimiters: &Value) -> Called<Value> {
    let (Value::String(text), Value::String(delimiters)) = (value, delimiters) else {
        return refuse(Function::StringSplit, "both must be strings");
    };
    let parts = text.split(|next| delimiters.contains(next)).filter(|part| !part.is_empty());
    Ok(parts.map(Value::from).collect())
}

/// The value that a text of JSON means; null for one of blanks alone (recorded).
pub(super) fn parse(value: &Value) -> Called<Value> {
    let function = Function::StringToJson;
    let Value::String(text) = value else { return refuse(function, "expected a string") };
    if text.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
        return Ok(Value::Null);
    }
    match serde_json::from_str(text) {
        Ok(value) => Ok(unsigned_zero(value)),
        Err(error) => refuse(function, format!("the string is not JSON: {error}")),
    }
}

/// `-0` is the integer 0 in Java (recorded); for serde_json it is a double.
fn unsigned_zero(value: Value) -> Value {
    match value {
        Value::Number(number) if number.as_f64() == Some(0.0) && number.is_f64() => {
            if number.as_f64().is_some_and(f64::is_sign_negative) {
                0.into()
            } else {
                Value::Number(number)
            }
        }
        Value::Array(items) => items.into_iter().map(unsigned_zero).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, unsigned_zero(value))).collect()
        }
        other => other,
    }
}

/// Of a string its bytes, of any other value its JSON.
pub(super) fn hash(value: &Value, algorithm: &Value) -> Called<Value> {
    let function = Function::Hash;
    let data = match value {
        Value::String(text) => Cow::Borrowed(text.as_str()),
        value => Cow::Owned(text::json(value)),
    };
    if data.chars().nth(CHARACTERS).is_some() {
        return refuse(function, format!("more than {CHARACTERS} characters"));
    }
    let digest = algorithm.as_str().and_then(|algorithm| hash::hex(algorithm, data.as_bytes()));
    digest.map_or_else(
        || refuse(function, "the algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512"),
        |digest| Ok(Value::String(digest)),
    )
}
