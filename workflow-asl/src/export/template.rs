//! JSON with expressions in it, as an expert would write it.

use crate::expr::{Code, ordered};
use serde_json::Value;

/// A value of the document: JSON as far as it is literal, and one expression for each part that is not. A set is sorted,
/// where it is the whole value.
pub(super) fn template(code: &Code) -> Value {
    let code = &ordered(code.clone());
    if let Some(value) = code.literal().filter(is_plain) {
        return value;
    }
    match code.object() {
        Some(fields) => fields.iter().map(|(key, code)| (key.clone(), template(code))).collect(),
        None => expression(code),
    }
}

/// `{% … %}`
pub(super) fn expression(code: &Code) -> Value {
    let code = code.present();
    written(code.text())
}

/// `{% … %}` of a text.
pub(super) fn written(text: &str) -> Value {
    Value::String(format!("{{% {text} %}}"))
}

/// True if the States Language takes a literal as it is: no string in it looks like an expression.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::String(text) => !(text.starts_with("{%") && text.ends_with("%}")),
        Value::Array(items) => items.iter().all(is_plain),
        Value::Object(fields) => fields.values().all(is_plain),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_a_text_that_looks_like_an_expression_is_none_of_its_own() {
        for (value, plain) in [
            (json!("a"), true),
            (json!("{% a"), true),
            (json!("a %}"), true),
            (json!("{% a %}"), false),
            (json!([1, "a"]), true),
            (json!([1, "{%%}"]), false),
            (json!({ "a": 1, "b": "{% b %}" }), false),
            (json!({ "{% a %}": null }), true),
            (json!(true), true),
        ] {
            assert_eq!(is_plain(&value), plain, "{value}");
        }
    }
}
