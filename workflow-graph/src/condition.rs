//! The condition of a rule as a text.

use serde_json::{Map, Value};

/// Returns what a rule asks, in either query language.
pub(crate) fn condition(rule: &Value) -> String {
    match &rule["Condition"] {
        Value::Null => test(rule),
        Value::String(text) => bare(text).to_owned(),
        other => other.to_string(),
    }
}

/// An expression without its delimiters.
pub(crate) fn bare(text: &str) -> &str {
    let inner = text.strip_prefix("{%").and_then(|text| text.strip_suffix("%}"));
    inner.map_or(text, str::trim)
}

/// A test of JSONPath: `$.total NumericGreaterThan 500`.
fn test(rule: &Value) -> String {
    let several = |key: &str| rule[key].as_array().into_iter().flatten().map(test);
    if let Some(not) = rule.get("Not") {
        return format!("not ({})", test(not));
    }
    for (key, word) in [("And", " and "), ("Or", " or ")] {
        if rule.get(key).is_some() {
            return several(key).collect::<Vec<_>>().join(word);
        }
    }
    let none = Map::new();
    let rest = ["Variable", "Next", "Comment", "Assign", "Output"];
    let mut fields = rule.as_object().unwrap_or(&none).iter();
    match fields.find(|(key, _)| !rest.contains(&key.as_str())) {
        Some((operator, value)) => {
            format!("{} {operator} {value}", rule["Variable"].as_str().unwrap_or_default())
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rules_are_read_out() {
        let cases = [
            (json!({"Condition": "{% $total > 500 %}", "Next": "X"}), "$total > 500"),
            (json!({"Variable": "$.a", "NumericEquals": 1, "Next": "X"}), "$.a NumericEquals 1"),
            (json!({"Not": {"Variable": "$.a", "IsNull": true}}), "not ($.a IsNull true)"),
            (
                json!({"Or": [
                    {"Variable": "$.a", "IsNull": true},
                    {"Variable": "$.b", "StringEquals": "x"}
                ]}),
                "$.a IsNull true or $.b StringEquals \"x\"",
            ),
            (json!({"Condition": true}), "true"),
            (json!({}), ""),
        ];
        for (rule, expected) in cases {
            assert_eq!(condition(&rule), expected);
        }
    }
}
