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

/// A test of JSONPath: `$.total > 500`.
fn test(rule: &Value) -> String {
    if let Some(not) = rule.get("Not") {
        return format!("not ({})", test(not));
    }
    for (key, word) in [("And", " and "), ("Or", " or ")] {
        if let Some(rules) = rule.get(key) {
            let rules = rules.as_array().into_iter().flatten().map(|rule| within(rule, key));
            return rules.collect::<Vec<_>>().join(word);
        }
    }
    let none = Map::new();
    let rest = ["Variable", "Next", "Comment", "Assign", "Output"];
    let mut fields = rule.as_object().unwrap_or(&none).iter();
    match fields.find(|(key, _)| !rest.contains(&key.as_str())) {
        Some((operator, value)) => {
            let variable = rule["Variable"].as_str().unwrap_or_default();
            format!("{variable} {}", compared(operator, value))
        }
        None => String::new(),
    }
}

/// A rule within `And` or `Or`, in parentheses if it is one of the other.
fn within(rule: &Value, outer: &str) -> String {
    let other = if outer == "And" { "Or" } else { "And" };
    let text = test(rule);
    if rule.get(other).is_some() { format!("({text})") } else { text }
}

/// An operator with its value: `>= 500`, `is not present`.
fn compared(operator: &str, value: &Value) -> String {
    if let (Some(what), Some(is)) = (operator.strip_prefix("Is"), value.as_bool()) {
        return format!("is {}{}", if is { "" } else { "not " }, what.to_lowercase());
    }
    let (plain, path) = match operator.strip_suffix("Path") {
        Some(plain) => (plain, value.as_str()),
        None => (operator, None),
    };
    let value = path.map_or_else(|| value.to_string(), str::to_owned);
    let typed = ["String", "Numeric", "Timestamp", "Boolean"];
    let bare = typed.into_iter().find_map(|prefix| plain.strip_prefix(prefix));
    let sign = match bare {
        Some("Equals") => "=",
        Some("LessThan") => "<",
        Some("GreaterThan") => ">",
        Some("LessThanEquals") => "<=",
        Some("GreaterThanEquals") => ">=",
        Some("Matches") => "matches",
        _ => plain,
    };
    format!("{sign} {value}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rules_are_read_out() {
        let cases = [
            (json!({"Condition": "{% $total > 500 %}", "Next": "X"}), "$total > 500"),
            (json!({"Variable": "$.a", "NumericEquals": 1, "Next": "X"}), "$.a = 1"),
            (json!({"Variable": "$.a", "StringGreaterThanEqualsPath": "$.b"}), "$.a >= $.b"),
            (json!({"Variable": "$.a", "StringMatches": "x*"}), "$.a matches \"x*\""),
            (json!({"Variable": "$.a", "IsPresent": false}), "$.a is not present"),
            (json!({"Variable": "$.a", "IsTimestamp": true}), "$.a is timestamp"),
            (json!({"Variable": "$.a", "Like": 1}), "$.a Like 1"),
            (json!({"Not": {"Variable": "$.a", "IsNull": true}}), "not ($.a is null)"),
            (
                json!({"Or": [
                    {"Variable": "$.a", "BooleanEquals": true},
                    {"And": [
                        {"Variable": "$.b", "StringEquals": "x"},
                        {"Variable": "$.c", "TimestampLessThan": "2030-01-01T00:00:00Z"}
                    ]}
                ]}),
                "$.a = true or ($.b = \"x\" and $.c < \"2030-01-01T00:00:00Z\")",
            ),
            (json!({"Condition": true}), "true"),
            (json!({}), ""),
        ];
        for (rule, expected) in cases {
            assert_eq!(condition(&rule), expected);
        }
    }
}
