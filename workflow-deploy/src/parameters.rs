//! The parameters of a stack: what whoever deploys it says.

use crate::iam::queue_parameter;
use crate::naming::identifier;
use crate::problem::{Problem, escaped};
use crate::settings::{self, Settings};
use crate::stack::{Function, LARGE, Parameter, Stack};
use crate::text::{Part, Text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A text of the settings: its parameters have the names that they have in templates.
pub(crate) fn text(given: &str) -> Text {
    Text(Text::of(given).0.into_iter().map(renamed_part).collect())
}

pub(crate) fn renamed_part(part: Part) -> Part {
    match part {
        Part::Parameter(name) if !name.chars().all(|c| c.is_ascii_alphanumeric()) => {
            Part::Parameter(identifier(&name))
        }
        other => other,
    }
}

/// The environment variables of a function.
pub(crate) fn variables(function: &Function) -> Vec<(&str, Text)> {
    let given = function.settings.environment.iter().map(|(name, it)| (name.as_str(), text(it)));
    let large = function.settings.uses_bucket().then(|| {
        let address = Text::plain("s3://").then(&Text::part(Part::Large));
        (settings::Function::LARGE, address.with(&format!("/{LARGE}")))
    });
    given.chain(large).collect()
}

/// All parameters that something in the stack names.
pub(crate) fn parameters(
    stack: &Stack,
    settings: &Settings,
) -> Result<Vec<Parameter>, Vec<Problem>> {
    let mut names = BTreeSet::new();
    let mut add = |text: &Text| names.extend(text.parameters().map(str::to_owned));
    stack.substitutions.values().for_each(&mut add);
    let all = stack.functions.iter().flat_map(|it| &it.statements).chain(&stack.statements);
    all.flat_map(|it| &it.resources).for_each(&mut add);
    stack.queues.iter().for_each(|it| add(&text(&it.arn)));
    stack.topic.iter().for_each(&mut add);
    for event in &stack.events {
        event.bus.iter().for_each(|it| add(&text(it)));
        texts(&event.pattern).into_iter().for_each(|it| add(&text(it)));
    }
    stack.functions.iter().flat_map(variables).for_each(|(_, it)| add(&it));
    let given: BTreeMap<String, &String> =
        settings.parameters.iter().map(|(name, value)| (identifier_of(name), value)).collect();
    let unknown = settings.parameters.keys().filter(|name| !names.contains(&identifier_of(name)));
    let unknown: Vec<Problem> = unknown
        .map(|name| {
            Problem::setting(
                format!("/parameters/{}", escaped(name)),
                format!("nothing in the definition or the settings is called ${{{name}}}"),
            )
        })
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let queues: BTreeSet<String> =
        names.iter().filter(|it| it.ends_with("Url")).map(|it| queue_parameter(it)).collect();
    let resources: Vec<&Text> =
        stack.statements.iter().flat_map(|it| &it.resources).chain(&stack.topic).collect();
    let parameter = |name: String| Parameter {
        default: given.get(&name).map(|it| (*it).clone()),
        description: match (queues.contains(&name), resources.iter().any(|it| is_whole(it, &name)))
        {
            (true, _) => {
                format!("The ARN of the queue whose address is {}Url", name.trim_end_matches("Arn"))
            }
            (_, true) => format!("An ARN: that of {name}"),
            _ if resources.iter().any(|it| it.parameters().any(|own| own == name)) => {
                format!("A name, and no ARN: that of {name}")
            }
            _ => format!("The value that the definition or the settings call {name}"),
        },
        name,
    };
    Ok(names.into_iter().map(parameter).collect())
}

/// True if a text is a parameter, and perhaps what follows an ARN.
fn is_whole(text: &Text, name: &str) -> bool {
    match &text.0[..] {
        [Part::Parameter(own)] | [Part::Parameter(own), Part::Plain(_)] => own == name,
        _ => false,
    }
}

/// All texts in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => vec![],
    }
}

fn identifier_of(name: &str) -> String {
    if name.chars().all(|c| c.is_ascii_alphanumeric()) { name.to_owned() } else { identifier(name) }
}
