//! JSON as a text, and back: what `$string` and `$parse` make of it, for both halves.

use super::fault;
use crate::jsonata::{Entropy, Expression, Scope};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Values as JSON texts, as workflows write them.
pub trait ToJson: Serialize {
    /// The JSON text of the value: without spaces, numbers with 15 digits.
    ///
    /// ```
    /// use workflow_asl::ops::ToJson;
    /// assert_eq!(serde_json::json!({ "a": [1, "x"] }).to_json(), r#"{"a":[1,"x"]}"#);
    /// ```
    ///
    /// # Panics
    /// If the value is no JSON, or JSONata cannot write it; a workflow fails then.
    fn to_json(&self) -> String {
        to_json(self)
    }
}

impl<T: Serialize + ?Sized> ToJson for T {}

/// Texts that are JSON, as workflows read them.
pub trait ParseJson: AsRef<str> {
    /// The value of the JSON text.
    ///
    /// ```
    /// use workflow_asl::ops::ParseJson;
    /// assert_eq!("[1, 2]".parse_json::<Vec<i64>>(), [1, 2]);
    /// ```
    ///
    /// # Panics
    /// If the text is no JSON, or that of another type; a workflow fails then.
    fn parse_json<T: DeserializeOwned>(&self) -> T {
        parse_json(self)
    }
}

impl<T: AsRef<str> + ?Sized> ParseJson for T {}

/// The text of `value.to_json()` in JSONata. Within an object every value is written alike, texts and lists too.
pub(crate) fn text(value: &str) -> String {
    format!("($s := $string({{\"v\": {value}}}); $substring($s, 5, $length($s) - 6))")
}

/// `value.to_json()`
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> String {
    let value = serde_json::to_value(value)
        .unwrap_or_else(|error| fault(format!("to_json of what is no JSON: {error}")));
    match evaluated(&text("$v"), &value) {
        Value::String(text) => text,
        other => fault(format!("to_json gave {other}")),
    }
}

/// `text.parse_json::<T>()`
pub fn parse_json<T: DeserializeOwned, S: AsRef<str> + ?Sized>(text: &S) -> T {
    let value = evaluated("$parse($v)", &text.as_ref().into());
    serde_json::from_value(value)
        .unwrap_or_else(|error| fault(format!("parse_json of another type: {error}")))
}

fn evaluated(expression: &str, value: &Value) -> Value {
    let expression = Expression::parse(expression).unwrap_or_else(|error| fault(error.to_string()));
    let mut scope = Scope::new();
    scope.bind("v", value);
    let found = expression.evaluate(&scope, &mut Entropy::default());
    found.unwrap_or_else(|error| fault(error.to_string())).unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use super::{ParseJson, ToJson};
    use serde_json::{Value, json};

    #[test]
    fn json_and_back() {
        let values = [
            json!(null),
            json!(true),
            json!(""),
            json!("a \"b\" \\ \n \u{e4}/"),
            json!([]),
            json!([[1]]),
            json!({}),
            json!({ "a": { "b": [1.5, "x", null] } }),
            json!([1]),
            json!(-3),
        ];
        for value in values {
            let text = value.to_json();
            assert_eq!(text, value.to_string());
            assert_eq!(text.parse_json::<Value>(), value);
        }
    }
}
