//! Values that travel as the cause of a failure: of a branch that wins a race, and of an error of a workflow's own.

use super::fault;
use crate::jsonata::{Entropy, Expression, Scope};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::LazyLock;

/// The most that an integer may be for `$string` to write it exactly: 15 digits. (jsonata 2.0.6)
pub const MOST: i64 = 999_999_999_999_999;
/// The fault of a value that the text does not carry exactly.
pub const LONG: &str = "the value of a race has a number of more than 15 digits";
/// The same of the fields of an error.
pub const FIELDS_LONG: &str = "the fields of an error have a number of more than 15 digits";

/// The document's own expressions: so the texts are the same.
static TEXT: LazyLock<Option<Expression>> =
    LazyLock::new(|| Expression::parse(r#"$string({"value": $value})"#).ok());
static FIELDS: LazyLock<Option<Expression>> =
    LazyLock::new(|| Expression::parse(r#"$string({"": $value})"#).ok());

/// The text that carries a value. A number of more than 15 digits is a fault.
pub fn carried<T: Serialize + ?Sized>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap_or_else(|error| fault(error.to_string()));
    carried_as(&value, &TEXT, "value", LONG).unwrap_or_else(|cause| fault(cause))
}

/// `Err` is the cause of the fault.
fn carried_as(
    value: &Value,
    text: &Option<Expression>,
    key: &str,
    long: &str,
) -> Result<String, String> {
    let mut scope = Scope::new();
    scope.bind("value", value);
    let text = text.as_ref().map(|text| text.evaluate(&scope, &mut Entropy::default()));
    match text {
        Some(Ok(Some(Value::String(text)))) => match read_at::<Value>(&text, key) {
            Ok(read) if same(&read, value) => Ok(text),
            _ => Err(long.to_owned()),
        },
        Some(Err(error)) => Err(error.to_string()),
        _ => Err("the value has no text".to_owned()),
    }
}

/// The fields of an error, from the text that serde has written to that of the document. None stay none.
pub fn fields(text: &str) -> String {
    fields_as(text).unwrap_or_else(|cause| fault(cause))
}

/// The same where no state makes the text: with a number of more than 15 digits it stays as serde has written it.
pub fn spelled(text: &str) -> String {
    // Numbers with a fraction alone are written in two ways.
    match text.contains(['.', 'e']) {
        true => fields_as(text).unwrap_or_else(|_| text.to_owned()),
        false => text.to_owned(),
    }
}

fn fields_as(text: &str) -> Result<String, String> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            carried_as(&value, &FIELDS, "", FIELDS_LONG).map(|it| unwrapped(&it).to_owned())
        }
        Err(_) => Ok(text.to_owned()),
    }
}

/// `{"":value}` without what is around the value.
fn unwrapped(text: &str) -> &str {
    text.strip_prefix("{\"\":").and_then(|text| text.strip_suffix('}')).unwrap_or(text)
}

/// The value that a text carries.
///
/// # Errors
/// A value that is not of the type.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    read_at(text, "value")
}

fn read_at<T: DeserializeOwned>(text: &str, key: &str) -> Result<T, serde_json::Error> {
    let mut whole: serde_json::Map<String, Value> = serde_json::from_str(text)?;
    serde_json::from_value(whole.remove(key).unwrap_or_default())
}

/// Equal as JSONata has it: `1.0` is `1`.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => match (a.as_i64(), b.as_i64()) {
            (Some(a), Some(b)) => a == b,
            _ => a.as_f64() == b.as_f64(),
        },
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn values_arrive_as_they_left() {
        for value in [
            json!(null),
            json!("text"),
            json!("3"),
            json!([]),
            json!([[1]]),
            json!({ "a": { "b": [null, true] } }),
            json!(MOST),
            json!(0.1),
            json!(1e100),
        ] {
            let text = carried(&value);
            assert!(same(&read::<Value>(&text).unwrap(), &value), "{text}");
        }
    }

    #[test]
    fn fields_are_written_as_the_document_writes_them() {
        for (written, told) in [
            ("", ""),
            (r#"{"reason":"a \"b\"","code":3}"#, r#"{"reason":"a \"b\"","code":3}"#),
            (r#""only""#, r#""only""#),
            ("[1.0,null]", "[1,null]"),
            ("null", "null"),
            ("1e100", "1e+100"),
            ("[]", "[]"),
        ] {
            assert_eq!(fields(written), told, "{written}");
        }
        let found = crate::ops::catch(|| fields("[1234567890123456]")).unwrap_err();
        assert_eq!(found.message, FIELDS_LONG);
    }

    #[test]
    fn numbers_that_would_be_rounded_are_faults() {
        for value in [json!(1_234_567_890_123_456_i64), json!([0.1 + 0.2])] {
            let found = crate::ops::catch(|| carried(&value)).unwrap_err();
            assert_eq!(found.message, LONG);
        }
    }
}
