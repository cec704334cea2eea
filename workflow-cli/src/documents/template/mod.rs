//! Definitions inside other files: templates of CloudFormation and SAM, files of the Serverless Framework with the
//! plugin serverless-step-functions, and what `aws stepfunctions describe-state-machine` prints.

mod block;
mod conditions;
mod made_up;
mod placeholders;
mod resolve;
mod split;

pub(super) use block::block;
pub(super) use conditions::misread;
pub(super) use made_up::function;
pub(super) use placeholders::{bare, escaped, left, plain, replaced, stands_bare};
pub(super) use resolve::Resolver;
pub(super) use split::{Elsewhere, Load};

use crate::stop::Stop;
use serde_json::Value;
use split::Split;
use std::path::{Path, PathBuf};

/// A state machine in a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its name in the file.
    pub(super) name: String,
    /// The place of its definition: a JSON pointer.
    pub(super) pointer: String,
    /// The place of its substitutions.
    pub(super) substitutions: String,
    /// True if the definition is in another file.
    pub(super) elsewhere: bool,
    /// The file it stands in, where that is not the one that was read first.
    pub(super) file: Option<PathBuf>,
    /// The reason why it cannot be read, where only its name is known.
    pub(super) unread: Option<String>,
}

/// The state machines of a file, and of those that it names.
#[derive(Default)]
pub(super) struct Machines {
    pub(super) found: Vec<Found>,
    /// The reason why further machines, whose names are not known, cannot be read.
    pub(super) unread: Option<String>,
}

impl Found {
    /// The reason why only the name of a machine is known.
    fn unread(name: &str, why: String) -> Self {
        Found {
            name: name.to_owned(),
            pointer: String::new(),
            substitutions: String::from("/none"),
            elsewhere: false,
            file: None,
            unread: Some(why),
        }
    }
}

/// The fields of a resource that say what a machine is, and whether they name a file.
const FIELDS: &[(&str, bool)] = &[
    ("Definition", false),
    ("DefinitionString", false),
    ("DefinitionUri", true),
    ("DefinitionS3Location", true),
];
const TYPES: &[&str] = &["AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"];

/// True if a file holds a definition, and nothing else.
pub(super) fn is_plain(file: &Value) -> bool {
    file.get("States").is_some() || file.get("StartAt").is_some()
}

/// True if a file is none, and is known to hold some.
pub(super) fn is_template(file: &Value) -> bool {
    ["Resources", "stepFunctions", "stateMachines", "AWSTemplateFormatVersion"]
        .iter()
        .any(|field| file.get(field).is_some())
}

/// The reason why a template has no machine.
pub(super) fn lacking(file: &Value) -> &'static str {
    if file.get("stepFunctions").is_some() || file.get("stateMachines").is_some() {
        return "under `stateMachines` of `stepFunctions` no name has a `definition`";
    }
    "no resource has the type\nAWS::StepFunctions::StateMachine or AWS::Serverless::StateMachine"
}

/// The state machines in a file, in its order, and in those that it names. Their paths begin in `folder`, and may lead
/// out of it: frameworks share files so.
pub(super) fn find(
    file: &Value,
    resolver: Resolver<'_>,
    folder: &Path,
    load: Load<'_>,
) -> Result<Machines, Stop> {
    let mut found = resources(file, "/Resources");
    found.extend(resources(file, "/resources/Resources"));
    let split = Split::new(resolver, folder, load).find(file)?;
    found.extend(split.found);
    if found.is_empty() {
        found.extend(alone(file));
    }
    Ok(Machines { found, unread: split.unread })
}

fn resources(file: &Value, pointer: &str) -> Vec<Found> {
    let all = file.pointer(pointer).and_then(Value::as_object).into_iter().flatten();
    let machines = all.filter(|(_, resource)| {
        resource.get("Type").and_then(Value::as_str).is_some_and(|it| TYPES.contains(&it))
    });
    let found = machines.filter_map(|(name, resource)| {
        let properties = resource.get("Properties")?;
        let (field, elsewhere) =
            FIELDS.iter().find(|(field, _)| properties.get(field).is_some())?;
        let at = format!("{pointer}/{name}/Properties");
        Some(Found {
            name: name.clone(),
            pointer: format!("{at}/{field}"),
            substitutions: format!("{at}/DefinitionSubstitutions"),
            elsewhere: *elsewhere,
            file: None,
            unread: None,
        })
    });
    found.collect()
}

/// A machine of the Serverless Framework; `None` where it has no definition.
fn machine(name: &str, value: &Value, pointer: &str, file: Option<&Path>) -> Option<Found> {
    let definition = value.get("definition")?;
    Some(Found {
        name: name.to_owned(),
        pointer: format!("{pointer}/definition"),
        substitutions: String::from("/none"),
        elsewhere: definition.as_str().is_some_and(|it| it.starts_with("${file(")),
        file: file.map(Path::to_owned),
        unread: None,
    })
}

/// Returns what `describe-state-machine` prints, and a file of one machine of the Serverless Framework.
fn alone(file: &Value) -> Option<Found> {
    let field = ["definition", "Definition"].into_iter().find(|it| file.get(it).is_some())?;
    let name = file.get("name").and_then(Value::as_str).unwrap_or("definition");
    Some(Found {
        name: name.to_owned(),
        pointer: format!("/{field}"),
        substitutions: String::from("/DefinitionSubstitutions"),
        elsewhere: false,
        file: None,
        unread: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn machines_are_found_in_all_kinds_of_files() {
        let machine = |field: &str| json!({ "Type": TYPES[0], "Properties": { field: {} } });
        let sam = json!({ "Type": TYPES[1], "Properties": { "DefinitionUri": "a.asl.json" } });
        let other = json!({ "Type": "AWS::SQS::Queue" });
        for (file, expected) in [
            (
                json!({ "Resources": { "A": machine("Definition"), "Q": other, "B": sam } }),
                vec!["A", "B"],
            ),
            (json!({ "Resources": { "Q": other } }), vec![]),
            (
                json!({ "stepFunctions": { "stateMachines": { "x/y": { "definition": {} }, "z": { "definition": "${file(z.yml)}" } } } }),
                vec!["x/y", "z"],
            ),
            (json!({ "name": "orders", "definition": "{}" }), vec!["orders"]),
            (json!({ "a": 1 }), vec![]),
        ] {
            let given = std::collections::BTreeMap::new();
            let none = &mut |_: &Path| Ok(Value::Null);
            let resolver = Resolver::new(&file, &given);
            let Ok(Machines { found, .. }) = find(&file, resolver, Path::new(""), none) else {
                panic!("{file}")
            };
            assert_eq!(found.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), expected);
            assert!(found.iter().all(|it| file.pointer(&it.pointer).is_some()));
        }
    }
}
