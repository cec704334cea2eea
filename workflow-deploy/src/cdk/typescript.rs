//! CloudFormation's values as TypeScript.

use crate::stack::Stack;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Members whose own members keep their names: they are data.
const DATA: [&str; 7] = [
    "AssumeRolePolicyDocument",
    "PolicyDocument",
    "DefinitionSubstitutions",
    "Variables",
    "EventPattern",
    "RequestParameters",
    "Tags",
];

/// The constants that stand for resources and parameters.
pub(super) struct Names<'a> {
    parameters: BTreeSet<&'a str>,
    /// The resources that others mention.
    used: BTreeSet<String>,
    all: BTreeMap<&'a str, &'a Value>,
}

impl<'a> Names<'a> {
    pub(super) fn of(stack: &'a Stack, template: &'a Value) -> Self {
        let resources = template["Resources"].as_object().into_iter().flatten();
        let all: BTreeMap<&str, &Value> = resources.map(|(id, it)| (id.as_str(), it)).collect();
        let mut used = BTreeSet::new();
        for value in [&template["Resources"], &template["Outputs"]] {
            mentions(value, &mut |id| {
                used.insert(id.to_owned());
            });
        }
        Names {
            parameters: stack.parameters.iter().map(|it| it.name.as_str()).collect(),
            used,
            all,
        }
    }

    pub(super) fn is_used(&self, id: &str) -> bool {
        self.used.contains(id)
    }

    /// The resources of a template, each behind those that it mentions.
    pub(super) fn ordered<'t>(&self, template: &'t Value) -> Vec<(&'t str, &'t Value)> {
        let Some(resources) = template["Resources"].as_object() else { return vec![] };
        let (mut done, mut order) = (BTreeSet::new(), vec![]);
        for id in resources.keys() {
            visit(id, resources, &mut done, &mut order);
        }
        order
    }

    /// An object of properties.
    pub(super) fn object(&self, value: &Value, depth: usize, typed: bool) -> String {
        let (indent, end) = ("  ".repeat(depth + 1), "  ".repeat(depth));
        let members = value.as_object().into_iter().flatten();
        let member = |(name, value): (&String, &Value)| {
            let inner = typed && (value.is_array() || !DATA.contains(&name.as_str()));
            let key = if typed { member(name) } else { name.clone() };
            let plain = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
                && !key.starts_with(|c: char| c.is_ascii_digit());
            let key = if plain { key } else { quoted(&key) };
            format!("{indent}{key}: {},\n", self.value(value, depth + 1, inner))
        };
        let members: String = members.map(member).collect();
        if members.is_empty() { "{}".to_owned() } else { format!("{{\n{members}{end}}}") }
    }

    /// A value; `typed` where members have the names of the CDK.
    pub(super) fn value(&self, value: &Value, depth: usize, typed: bool) -> String {
        match value {
            Value::String(text) => quoted(text),
            Value::Array(items) if items.is_empty() => "[]".to_owned(),
            Value::Array(items) => {
                let (indent, end) = ("  ".repeat(depth + 1), "  ".repeat(depth));
                let item = |it: &Value| format!("{indent}{},\n", self.value(it, depth + 1, typed));
                format!("[\n{}{end}]", items.iter().map(item).collect::<String>())
            }
            Value::Object(members) => match function(members) {
                Some(("Raw", Value::String(text))) => text.clone(),
                Some(("Ref", Value::String(name))) => self.reference(name),
                Some(("Fn::GetAtt", Value::Array(path))) => {
                    let text =
                        |index: usize| path.get(index).and_then(Value::as_str).unwrap_or_default();
                    self.attribute(text(0), text(1))
                }
                Some(("Fn::Sub", Value::String(text))) => self.sub(text),
                _ => self.object(value, depth, typed),
            },
            other => other.to_string(),
        }
    }

    fn reference(&self, name: &str) -> String {
        match name {
            "AWS::Region" => "this.region".to_owned(),
            "AWS::AccountId" => "this.account".to_owned(),
            "AWS::Partition" => "this.partition".to_owned(),
            name if self.parameters.contains(name) => format!("{}.valueAsString", constant(name)),
            name => format!("{}.ref", constant(name)),
        }
    }

    fn attribute(&self, id: &str, attribute: &str) -> String {
        debug_assert!(self.all.contains_key(id), "{id}");
        format!("{}.attr{attribute}", constant(id))
    }

    /// A text with references, as a template literal.
    fn sub(&self, text: &str) -> String {
        let (mut out, mut rest) = (String::from("`"), text);
        while let Some(at) = rest.find("${") {
            out += &escaped(&rest[..at]);
            let inside = &rest[at + 2..];
            let end = inside.find('}').unwrap_or(inside.len());
            let name = &inside[..end];
            out += &match (name.strip_prefix('!'), name.split_once('.')) {
                (Some(plain), _) => escaped(&format!("${{{plain}}}")),
                (None, Some((id, attribute))) => format!("${{{}}}", self.attribute(id, attribute)),
                (None, None) => format!("${{{}}}", self.reference(name)),
            };
            rest = inside.get(end + 1..).unwrap_or_default();
        }
        out + &escaped(rest) + "`"
    }
}

/// The name and the argument of a function.
fn function(members: &Map<String, Value>) -> Option<(&str, &Value)> {
    let (name, argument) = members.iter().next().filter(|_| members.len() == 1)?;
    Some((name.as_str(), argument))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${")
}

fn visit<'t>(
    id: &str,
    resources: &'t Map<String, Value>,
    done: &mut BTreeSet<String>,
    order: &mut Vec<(&'t str, &'t Value)>,
) {
    let Some((id, resource)) = resources.get_key_value(id) else { return };
    if !done.insert(id.clone()) {
        return;
    }
    let mut before = vec![];
    mentions(resource, &mut |it| before.push(it.to_owned()));
    for it in before {
        visit(&it, resources, done, order);
    }
    order.push((id, resource));
}

/// The names that a value mentions.
fn mentions(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| mentions(it, visit)),
        Value::Object(members) => match function(members) {
            Some(("Ref", Value::String(name))) => visit(name),
            Some(("Fn::GetAtt", Value::Array(path))) => {
                path.first().and_then(Value::as_str).into_iter().for_each(visit)
            }
            Some(("Fn::Sub", Value::String(text))) => {
                let names = text.split("${").skip(1).filter_map(|it| it.split(['}', '.']).next());
                names.for_each(visit);
            }
            _ => members.values().for_each(|it| mentions(it, visit)),
        },
        _ => {}
    }
}

/// A name in camel case, as the CDK makes it: `roleArn`.
pub(super) fn camel(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A member as the CDK names it: `sseAlgorithm` for `SSEAlgorithm`.
fn member(name: &str) -> String {
    let capitals = name.chars().take_while(char::is_ascii_uppercase).count();
    match capitals {
        0 | 1 => camel(name),
        // The last of several capitals begins the next word.
        _ => name[..capitals - 1].to_lowercase() + &name[capitals - 1..],
    }
}

/// The constant of a resource or a parameter. Words of the language, and names that the file imports, get another one.
pub(super) fn constant(name: &str) -> String {
    const TAKEN: [&str; 19] = [
        "cdk",
        "iam",
        "logs",
        "s3",
        "lambda",
        "events",
        "pipes",
        "scheduler",
        "join",
        "props",
        "scope",
        "id",
        "new",
        "class",
        "function",
        "const",
        "default",
        "package",
        "stepfunctions",
    ];
    let name = camel(name);
    if TAKEN.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// A text in single quotes.
pub(super) fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\'', "\\'");
    let text = text
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    format!("'{text}'")
}
