//! Compares a mocked result with what the service says it returns.

use super::request::FieldValidation;
use super::shapes::{Kind, Member, Shape, shape};
use crate::connector::Target;
use serde_json::Value;

/// What is wrong with a result; fields that the service does not know are let pass (recorded).
pub(super) fn validate(
    target: &Target,
    result: &Value,
    validation: FieldValidation,
) -> Result<(), String> {
    if validation == FieldValidation::None {
        return Ok(());
    }
    match shape(target) {
        Some(shape) => object(shape, result, validation),
        None => Ok(()),
    }
}

fn object(shape: Shape, value: &Value, validation: FieldValidation) -> Result<(), String> {
    for Member { name, kind, required } in shape {
        match value.get(name) {
            // A member may be null where it may be absent.
            None | Some(Value::Null) if *required && validation == FieldValidation::Strict => {
                return Err(format!("Required field '{name}' is missing"));
            }
            None | Some(Value::Null) => {}
            Some(value) => member(name, kind, value, validation)?,
        }
    }
    Ok(())
}

fn member(
    name: &str,
    kind: &Kind,
    value: &Value,
    validation: FieldValidation,
) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("Field '{name}' {what}"));
    match (kind, value) {
        (Kind::Text | Kind::Time, Value::String(_))
        | (Kind::Flag, Value::Bool(_))
        | (Kind::Any, _) => Ok(()),
        (Kind::Blob(least), Value::String(text)) if text.len() < *least => {
            wrong("is smaller than the minimum length")
        }
        (Kind::Blob(_), Value::String(_)) => Ok(()),
        (Kind::OneOf(words), Value::String(text)) => {
            if words.contains(&text.as_str()) {
                Ok(())
            } else {
                wrong("is not an expected value")
            }
        }
        (Kind::Number, Value::Number(_)) => Ok(()),
        (Kind::Between(least, most), Value::Number(number)) => {
            let number = number.as_f64().unwrap_or_default();
            if number < *least {
                wrong("is less than the minimum value")
            } else if number > *most {
                wrong("is greater than the maximum value")
            } else {
                Ok(())
            }
        }
        (Kind::List(kind), Value::Array(items)) => {
            items.iter().try_for_each(|item| member(name, kind, item, validation))
        }
        (Kind::Object(shape), Value::Object(_)) => object(shape, value, validation),
        (Kind::Table(kind), Value::Object(fields)) => {
            fields.iter().try_for_each(|(key, value)| member(key, kind, value, validation))
        }
        (Kind::Text | Kind::Time | Kind::OneOf(_) | Kind::Blob(_), _) => wrong("must be a string"),
        (Kind::Flag, _) => wrong("must be a boolean"),
        (Kind::Number | Kind::Between(..), _) => wrong("must be a number"),
        (Kind::List(_), _) => wrong("must be an array"),
        (Kind::Object(_) | Kind::Table(_), _) => wrong("must be an object"),
    }
}
