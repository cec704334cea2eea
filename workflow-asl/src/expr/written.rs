//! Literals.

use serde_json::Value;

/// A JSON text as it stands in JSONata.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(_) => value.to_string(),
        Value::String(text) => quoted(text),
        Value::Number(number) => match number.as_f64() {
            Some(double) if number.is_f64() => float(double),
            _ => number.to_string(),
        },
        Value::Array(items) => {
            format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let fields =
                fields.iter().map(|(key, value)| format!("{}: {}", quoted(key), written(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A string literal. JSONata has JSON's escapes.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// The shortest text that is read as the same double; -0.0 is 0.
fn float(double: f64) -> String {
    let magnitude = double.abs();
    match double + 0.0 {
        double if magnitude != 0.0 && !(1e-5..1e16).contains(&magnitude) => format!("{double:e}"),
        double => format!("{double}"),
    }
}
