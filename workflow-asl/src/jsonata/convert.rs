//! JSON to the evaluator's values, and back.

use super::error::EvaluationError;
use jsonata_core::value::{JMap, JValue};
use serde_json::{Map, Number, Value};
use std::rc::Rc;

/// A value for the evaluator. Numbers become doubles, as in JavaScript.
pub(super) fn incoming(value: &Value) -> JValue {
    match value {
        Value::Null => JValue::Null,
        Value::Bool(flag) => JValue::Bool(*flag),
        Value::Number(number) => JValue::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => JValue::string(text.as_str()),
        Value::Array(items) => JValue::array(items.iter().map(incoming).collect()),
        Value::Object(fields) => {
            object(fields.iter().map(|(key, value)| (key.clone(), incoming(value))))
        }
    }
}

/// An object for the evaluator.
pub(super) fn object(fields: impl Iterator<Item = (String, JValue)>) -> JValue {
    JValue::Object(Rc::new(fields.collect::<JMap>()))
}

/// What an evaluation came to; `None` where it is undefined.
pub(super) fn outgoing(value: &JValue) -> Result<Option<Value>, EvaluationError> {
    Ok(Some(match value {
        JValue::Undefined => return Ok(None),
        JValue::Null => Value::Null,
        JValue::Bool(flag) => Value::Bool(*flag),
        JValue::Number(number) => {
            Value::Number(self::number(*number).ok_or(EvaluationError::Unsupported)?)
        }
        JValue::String(text) => Value::String(text.to_string()),
        JValue::Array(items) => Value::Array(
            items
                .iter()
                .map(|item| Ok(outgoing(item)?.unwrap_or(Value::Null)))
                .collect::<Result<_, _>>()?,
        ),
        JValue::Object(fields) => Value::Object(outgoing_fields(fields)?),
        JValue::Lambda(_) | JValue::Builtin { .. } | JValue::Regex { .. } => {
            return Err(EvaluationError::Unsupported);
        }
    }))
}

fn outgoing_fields(fields: &JMap) -> Result<Map<String, Value>, EvaluationError> {
    let mut object = Map::with_capacity(fields.len());
    for (key, value) in fields {
        if let Some(value) = outgoing(value)? {
            object.insert(key.clone(), value);
        }
    }
    Ok(object)
}

/// A double as JSON writes it: 5 for 5.0, 0 for -0.0; `None` for what JSON does not have.
pub(super) fn number(number: f64) -> Option<Number> {
    // The bounds are the doubles next to the ends of the types: the casts are exact.
    let whole = number.fract() == 0.0;
    if whole && (-9.3e18..9.2e18).contains(&number) && number >= i64::MIN as f64 {
        Some(Number::from(number as i64))
    } else if whole && (0.0..1.84e19).contains(&number) {
        Some(Number::from(number as u64))
    } else {
        Number::from_f64(number)
    }
}

/// A copy of a value that no expression changes: as if it had gone in and out.
pub(super) fn copied(value: &Value) -> Value {
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(small) if small.unsigned_abs() <= 1 << 53 => value.clone(),
            _ => number.as_f64().and_then(self::number).map_or(Value::Null, Value::Number),
        },
        Value::Array(items) => Value::Array(items.iter().map(copied).collect()),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), copied(value))).collect())
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_written_as_json_has_them() {
        for (number, text) in [
            (5.0, "5"),
            (-0.0, "0"),
            (0.1, "0.1"),
            (-3.0, "-3"),
            (9007199254740993.0, "9007199254740992"),
            (1.0e15, "1000000000000000"),
            (18014398509481984.0, "18014398509481984"),
            (1e300, "1e+300"),
        ] {
            assert_eq!(super::number(number).unwrap().to_string(), text);
        }
        assert_eq!(super::number(f64::NAN), None);
        assert_eq!(super::number(f64::INFINITY), None);
    }

    #[test]
    fn a_copy_is_what_a_round_trip_gives() {
        for value in [
            json!(9007199254740993_u64),
            json!(u64::MAX),
            json!(i64::MIN),
            json!([5.0, -0.0, 0.5, null, true, "x", { "a": [1, { "b": 2.0 }] }]),
            json!(1e300),
        ] {
            let round = outgoing(&incoming(&value)).unwrap().unwrap();
            assert_eq!(copied(&value).to_string(), round.to_string());
        }
    }
}
