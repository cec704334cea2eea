//! Events as a case has them: texts of JSON decoded, times left out.

use serde_json::{Map, Value};

/// An event of the API as a case has it.
#[must_use]
pub fn decoded(mut event: Value) -> Value {
    let Some(fields) = event.as_object_mut() else { return event };
    fields.remove("timestamp");
    fields.values_mut().filter_map(Value::as_object_mut).for_each(details);
    event
}

fn details(details: &mut Map<String, Value>) {
    for key in ["inputDetails", "outputDetails", "assignedVariablesDetails"] {
        if details.get(key).is_some_and(|it| it["truncated"] == false) {
            details.remove(key);
        }
    }
    for key in ["input", "output", "parameters"] {
        details.get_mut(key).into_iter().for_each(decode);
    }
    let variables = details.get_mut("assignedVariables").and_then(Value::as_object_mut);
    variables.into_iter().flat_map(Map::values_mut).for_each(decode);
}

/// JSON in place of its text; other text stays.
pub fn decode(value: &mut Value) {
    if let Some(decoded) = value.as_str().and_then(|text| serde_json::from_str(text).ok()) {
        *value = decoded;
    }
}
