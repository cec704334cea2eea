//! The definition as it is deployed: functions of the stack, and whatever else a deployment knows, are placeholders.

use crate::functions::key;
use crate::naming::identifier;
use crate::problem::{Problem, escaped};
use crate::text::{Part, Text, placeholder};
use crate::{call::states, settings::Function};
use serde_json::Value;
use std::collections::BTreeMap;

/// A definition with the values of its placeholders.
pub(crate) struct Deployed {
    pub(crate) definition: Value,
    /// The values, by the placeholder's name.
    pub(crate) substitutions: BTreeMap<String, Text>,
}

/// Names the deployed functions by placeholders, and gives the placeholders names that all formats have.
pub(crate) fn deployed(
    definition: &Value,
    functions: &BTreeMap<String, Function>,
) -> Result<Deployed, Vec<Problem>> {
    let mut definition = definition.clone();
    let places: Vec<(String, String)> = states(&definition)
        .iter()
        .filter(|state| state.json["Type"] == "Task")
        .flat_map(|state| {
            let at = |place: &str| format!("{}/{place}", state.pointer);
            [at("Resource"), at("Arguments/FunctionName"), at("Parameters/FunctionName")]
        })
        .filter_map(|pointer| {
            let text = Text::of(definition.pointer(&pointer)?.as_str()?);
            let key = key(&text).filter(|key| functions.contains_key(*key))?;
            Some((pointer, key.to_owned()))
        })
        .collect();
    for (pointer, key) in places {
        if let Some(place) = definition.pointer_mut(&pointer) {
            *place = format!("${{{key}}}").into();
        }
    }
    let mut names = Names { functions, known: BTreeMap::new(), problems: vec![] };
    names.visit(&mut definition, "");
    if names.problems.is_empty() {
        let substitutions =
            names.known.into_iter().map(|(name, (_, value))| (name, value)).collect();
        Ok(Deployed { definition, substitutions })
    } else {
        Err(names.problems)
    }
}

/// The placeholders that were seen.
struct Names<'a> {
    functions: &'a BTreeMap<String, Function>,
    /// By their new names: the old one, and the value.
    known: BTreeMap<String, (String, Text)>,
    problems: Vec<Problem>,
}

impl Names<'_> {
    fn visit(&mut self, value: &mut Value, pointer: &str) {
        match value {
            Value::String(text) if text.contains("${") => *text = self.renamed(text, pointer),
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.visit(item, &format!("{pointer}/{index}"));
                }
            }
            Value::Object(members) => {
                for (key, mut member) in std::mem::take(members) {
                    let pointer = format!("{pointer}/{}", escaped(&key));
                    self.visit(&mut member, &pointer);
                    let key = if key.contains("${") { self.renamed(&key, &pointer) } else { key };
                    members.insert(key, member);
                }
            }
            _ => {}
        }
    }

    fn renamed(&mut self, text: &str, pointer: &str) -> String {
        let (mut new, mut rest) = (String::new(), text);
        while let Some((before, name, after)) = placeholder(rest) {
            new.push_str(before);
            new.push_str(&format!("${{{}}}", self.name(name, pointer)));
            rest = after;
        }
        new + rest
    }

    fn name(&mut self, old: &str, pointer: &str) -> String {
        let function = self.functions.contains_key(old);
        let plain = old.chars().all(|c| c.is_ascii_alphanumeric());
        let new = if plain { old.to_owned() } else { identifier(old) };
        let value = match Text::of(&format!("${{{old}}}")).0.pop() {
            _ if function => Text::part(Part::FunctionVersion(old.to_owned())),
            Some(Part::Parameter(_)) | None => Text::part(Part::Parameter(new.clone())),
            Some(other) => Text::part(other),
        };
        match self.known.get(&new) {
            Some((known, _)) if known != old => {
                let message = format!(
                    "${{{old}}} and ${{{known}}} would both be the parameter {new}: rename one"
                );
                self.problems.push(Problem::definition(pointer, message));
            }
            _ => {
                self.known.insert(new.clone(), (old.to_owned(), value));
            }
        }
        new
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_deployment_knows_is_a_placeholder() {
        let functions = ["charge", "Pack"].map(|it| (it.to_owned(), Function::default())).into();
        let definition = json!({ "States": {
            "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "charge" } },
            "B": { "Type": "Task", "Resource": "${Pack}" },
            "C": { "Type": "Task", "Resource": "arn:${AWS::Partition}:states:::sns:publish",
                "Arguments": { "TopicArn": "${topic.arn}", "${Key.name}": 1, "Message": "{% $x${a: 1} & '${Stage}' %}" } },
        } });
        let found = deployed(&definition, &functions).unwrap();
        let tasks = &found.definition["States"];
        assert_eq!(tasks["A"]["Arguments"]["FunctionName"], "${charge}");
        assert_eq!(tasks["B"]["Resource"], "${Pack}");
        assert_eq!(tasks["C"]["Resource"], "arn:${AWSPartition}:states:::sns:publish");
        assert_eq!(tasks["C"]["Arguments"]["TopicArn"], "${TopicArn}");
        assert_eq!(tasks["C"]["Arguments"]["Message"], "{% $x${a: 1} & '${Stage}' %}");
        let version = |key: &str| Text::part(Part::FunctionVersion(key.to_owned()));
        let parameter = |name: &str| Text::part(Part::Parameter(name.to_owned()));
        let expected = [
            ("AWSPartition", Text::part(Part::Partition)),
            ("KeyName", parameter("KeyName")),
            ("Pack", version("Pack")),
            ("Stage", parameter("Stage")),
            ("TopicArn", parameter("TopicArn")),
            ("charge", version("charge")),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value));
        assert_eq!(found.substitutions.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn placeholders_that_would_be_one_parameter_are_refused() {
        let definition = json!({ "a": "${x_y}", "b": ["${XY}"] });
        let problems = deployed(&definition, &BTreeMap::new()).err().unwrap();
        assert_eq!(
            problems[0].to_string(),
            "definition /b/0: ${XY} and ${x_y} would both be the parameter XY: rename one"
        );
    }
}
