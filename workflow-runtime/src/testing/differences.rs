//! The permitted differences between the histories of a generated machine and of its document, and why. What is not
//! here is a bug of one side.

use super::spelling::Defaults;
use serde_json::{Map, Number, Value};

/// A field of an event that may differ.
pub struct Difference {
    /// The type of the event; empty for all.
    pub event: &'static str,
    /// The field of its details, `failedItem.` before one of the item that failed.
    pub field: &'static str,
    /// Only where the event speaks of this error.
    pub error: &'static str,
    /// The reason why the difference is not a bug.
    pub reason: &'static str,
}

const FAULT: &str = "States.QueryEvaluationError";

/// Between the histories of the generated machine and of the interpreted document.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        event: "EvaluationFailed",
        field: "cause",
        error: FAULT,
        reason: "the text of a fault: Rust's operator here, JSONata's expression there",
    },
    Difference {
        event: "EvaluationFailed",
        field: "location",
        error: FAULT,
        reason: "the text of a fault names the field of the document; the generated machine has none",
    },
    Difference {
        event: "ExecutionFailed",
        field: "cause",
        error: FAULT,
        reason: "the text of a fault",
    },
    Difference {
        event: "MapRunFailed",
        field: "failedItem.cause",
        error: FAULT,
        reason: "the text of a fault in an item of a distributed Map",
    },
];

/// JSON as it is compared, after decoding: 5.0 is 5, and -0.0 is 0, because JSON's numbers are doubles. A key is as good
/// as none where its value is `null` or the default of its field, and items of a set have any order: a document hands on
/// what it has got, a generated machine writes it anew.
#[must_use]
pub fn decoded(value: Value, defaults: &Defaults) -> Value {
    match value {
        Value::Number(number) => Value::Number(plain(number)),
        Value::Array(items) => {
            let items = items.into_iter().map(|item| decoded(item, defaults)).collect();
            defaults.set(None, Value::Array(items))
        }
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| {
                let value = defaults.set(Some(&key), decoded(value, defaults));
                (key, value)
            })
            .filter(|(key, value)| !defaults.allow_absent(key, value))
            .collect::<Map<_, _>>()
            .into(),
        other => other,
    }
}

fn plain(number: Number) -> Number {
    match number.as_f64() {
        Some(float) if !number.is_i64() && float.fract() == 0.0 && float.abs() < 9.2e18 =>
        {
            #[allow(clippy::cast_possible_truncation, reason = "it is whole, and within the range")]
            Number::from(float as i64)
        }
        _ => number,
    }
}

/// Fields of events whose text is JSON.
const JSON: &[&str] = &["input", "output", "parameters"];

/// An event as it is compared: JSON in place of its text, and nothing of what may differ.
#[must_use]
pub fn comparable(event: Value, defaults: &Defaults) -> Value {
    let Value::Object(mut event) = event else { return event };
    let kind = event["type"].as_str().unwrap_or_default().to_owned();
    for details in event.values_mut().filter_map(Value::as_object_mut) {
        permit(details, &kind, "");
        if let Some(Value::Object(item)) = details.get_mut(ITEM) {
            permit(item, &kind, "failedItem.");
        }
        for (field, value) in details.iter_mut() {
            if JSON.contains(&field.as_str()) {
                parse(value, defaults);
            } else if let Value::Object(variables) = value {
                variables.values_mut().for_each(|value| parse(value, defaults));
            }
        }
    }
    Value::Object(event)
}

/// The item of a distributed Map that failed.
const ITEM: &str = "failedItem";

/// Takes away the fields that may differ. Their names in the table begin with `within`.
fn permit(details: &mut Map<String, Value>, kind: &str, within: &str) {
    let error = details.get("error").and_then(Value::as_str).unwrap_or_default().to_owned();
    details.retain(|field, _| {
        !DIFFERENCES.iter().any(|difference| {
            (difference.event.is_empty() || difference.event == kind)
                && difference.field.strip_prefix(within) == Some(field)
                && (difference.error.is_empty() || difference.error == error)
        })
    });
}

fn parse(value: &mut Value, defaults: &Defaults) {
    if let Some(json) = value.as_str().and_then(|text| serde_json::from_str(text).ok()) {
        *value = decoded(json, defaults);
    }
}
