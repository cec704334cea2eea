//! `--function NAME=ARN`: the functions that a definition calls by their names.

use serde_json::Value;
use std::collections::BTreeSet;

/// Puts ARNs in place of names.
///
/// # Errors
/// A name that nothing calls.
pub(super) fn named(definition: &mut Value, functions: &[(String, String)]) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    walk(definition, functions, &mut seen);
    for (name, _) in functions {
        if !seen.contains(name) {
            let known: Vec<&str> = seen.iter().map(String::as_str).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            return Err(format!("--function: nothing calls `{name}` (functions by name: {known})"));
        }
    }
    Ok(())
}

fn walk(value: &mut Value, functions: &[(String, String)], seen: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(name) if key == "FunctionName" && !name.contains(['{', ':']) => {
                        seen.insert(name.clone());
                        if let Some((_, arn)) = functions.iter().find(|(known, _)| known == name) {
                            name.clone_from(arn);
                        }
                    }
                    value => walk(value, functions, seen),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, functions, seen)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_become_arns_and_a_strange_one_is_told() {
        let of =
            |name: &str| json!({ "States": { "A": { "Arguments": { "FunctionName": name } } } });
        let arn = "arn:aws:lambda:us-east-1:123456789012:function:charge";
        let pair = |name: &str| [(name.to_owned(), arn.to_owned())];
        let mut definition = of("charge");
        assert_eq!(named(&mut definition, &pair("charge")), Ok(()));
        assert_eq!(definition, of(arn));
        let refused = named(&mut of("charge"), &pair("chrage"));
        let told = "--function: nothing calls `chrage` (functions by name: charge)";
        assert_eq!(refused, Err(told.to_owned()));
        assert_eq!(named(&mut of("{% $states.input.name %}"), &[]), Ok(()));
    }
}
