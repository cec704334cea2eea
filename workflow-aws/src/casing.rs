//! Names of members: Step Functions begins all with a capital, many services with a small letter.

use serde_json::{Map, Value};

/// The value with the names that a service has.
pub(crate) fn small(value: &Value, kept: &[&str]) -> Value {
    walk(value, kept, &|name| with_first(name, |first| first.to_ascii_lowercase()))
}

/// The value with the names that Step Functions has.
pub(crate) fn capital(value: &Value, kept: &[&str]) -> Value {
    walk(value, kept, &|name| with_first(name, |first| first.to_ascii_uppercase()))
}

fn walk(value: &Value, kept: &[&str], renamed: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| {
                let keys = kept.contains(&&*with_first(name, |first| first.to_ascii_lowercase()));
                let value =
                    if keys { own(value, kept, renamed) } else { walk(value, kept, renamed) };
                (renamed(name), value)
            };
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(|item| walk(item, kept, renamed)).collect(),
        other => other.clone(),
    }
}

/// A map whose keys are the user's.
fn own(value: &Value, kept: &[&str], renamed: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| (key.clone(), walk(value, kept, renamed));
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        other => walk(other, kept, renamed),
    }
}

fn with_first(name: &str, change: impl Fn(&char) -> char) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    first.iter().map(change).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_change_and_keys_of_the_user_do_not() {
        let ours =
            json!({ "JobName": "j", "Tags": { "Team": "a" }, "Containers": [{ "Name": "Web" }] });
        let theirs =
            json!({ "jobName": "j", "tags": { "Team": "a" }, "containers": [{ "name": "Web" }] });
        assert_eq!(small(&ours, &["tags"]), theirs);
        assert_eq!(capital(&theirs, &["tags"]), ours);
    }
}
