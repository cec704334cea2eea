//! A function as a file describes it, and its mistakes.

use super::Function;
use serde_json::Value;
use workflow_asl::nearest;

/// The fields of a function.
const FIELDS: [&str; 3] = ["command", "url", "seconds"];
const ONE: &str = "an object with `command` or `url`";
pub(super) const FORM: &str =
    "an object such as {\"charge\": {\"command\": [\"python3\", \"charge.py\"]}}";

impl Function {
    pub(super) fn read(name: &str, value: Value) -> Result<Self, String> {
        let fields = value.as_object().ok_or_else(|| format!("`{name}` is {ONE}"))?;
        if let Some(field) = fields.keys().find(|field| !FIELDS.contains(&field.as_str())) {
            let hint = nearest::hint(field, FIELDS.into_iter());
            return Err(format!(
                "`{name}`: there is no field `{field}`{hint} (fields: {})",
                FIELDS.join(", ")
            ));
        }
        let wrong = |field: &str, what: &str| Err(format!("`{field}` of `{name}` is {what}"));
        let is_list = |it: &Value| {
            let words = it.as_array().map(Vec::as_slice).unwrap_or_default();
            !words.is_empty() && words.iter().all(Value::is_string)
        };
        match (fields.get("command"), fields.get("url"), fields.get("seconds")) {
            (Some(command), ..) if !is_list(command) => {
                wrong("command", "a list of a program and its words: [\"python3\", \"charge.py\"]")
            }
            (_, Some(url), _) if !url.is_string() => {
                wrong("url", "a text: \"http://host:9000/path\"")
            }
            (.., Some(seconds)) if !seconds.is_u64() => wrong("seconds", "a whole number"),
            _ => serde_json::from_value(value).map_err(|error| format!("`{name}`: {error}")),
        }
    }
}
