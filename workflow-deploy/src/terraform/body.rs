//! Blocks of a module, and texts as Terraform writes them.
//!
//! The body of a block is JSON as Terraform's own JSON form has it: texts are templates. Members whose names begin with
//! `@` are blocks within; the others are values.

use crate::iam::Statement;
use crate::naming::snake;
use crate::problem::Problem;
use crate::stack::{Stack, tells_account};
use crate::text::{Part, Text};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A block.
pub(super) struct Block {
    /// `resource`.
    pub(super) kind: String,
    /// `aws_iam_role`, and its name.
    pub(super) labels: Vec<String>,
    pub(super) body: Value,
}

impl Block {
    pub(super) fn new(kind: &str, labels: &[&str], body: Value) -> Self {
        Block {
            kind: kind.to_owned(),
            labels: labels.iter().map(|it| (*it).to_owned()).collect(),
            body,
        }
    }
}

/// A module that is being written.
pub(super) struct Module<'a> {
    pub(super) stack: &'a Stack,
    /// The name of the state machine's own resources.
    pub(super) name: String,
    pub(super) blocks: Vec<Block>,
}

impl<'a> Module<'a> {
    pub(super) fn new(stack: &'a Stack) -> Self {
        Module { stack, name: snake(&stack.name), blocks: vec![] }
    }

    pub(super) fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Blocks that have the names of others.
    pub(super) fn clashes(&self) -> Vec<Problem> {
        let mut seen = BTreeSet::new();
        let twice = self.blocks.iter().filter(|it| !seen.insert((&it.kind, &it.labels)));
        let problem = |it: &Block| {
            let name = it.labels.join(".");
            Problem::setting(
                "",
                format!(
                    "two things would be the {} {name} of Terraform: rename a trigger, a function or a parameter",
                    it.kind
                ),
            )
        };
        twice.map(problem).collect()
    }

    /// Adds a resource, with the tags of the stack where its kind has some.
    pub(super) fn resource(&mut self, kind: &str, name: &str, mut body: Value, tags: bool) {
        if tags && !self.stack.tags.is_empty() {
            let tags =
                self.stack.tags.iter().map(|(key, value)| (escaped(key), escaped(value).into()));
            body["tags"] = Value::Object(tags.collect::<Map<_, _>>());
        }
        self.add(Block::new("resource", &[kind, name], body));
    }

    /// A text as a template.
    pub(super) fn text(&self, text: &Text) -> String {
        text.render(|part| match part {
            Part::Plain(text) => escaped(text),
            part => format!("${{{}}}", self.expression(part)),
        })
    }

    /// A text of the settings.
    pub(super) fn given(&self, text: &str) -> String {
        self.text(&crate::parameters::text(text))
    }

    fn expression(&self, part: &Part) -> String {
        let name = &self.name;
        match part {
            Part::Plain(text) => text.clone(),
            Part::Partition => "data.aws_partition.current.partition".into(),
            Part::Region => "data.aws_region.current.region".into(),
            Part::Account => "data.aws_caller_identity.current.account_id".into(),
            Part::Parameter(name) => format!("var.{}", snake(name)),
            Part::Function(key) => format!("aws_lambda_function.{}.arn", function(key)),
            Part::FunctionVersion(key) => {
                format!("aws_lambda_function.{}.qualified_arn", function(key))
            }
            Part::Large => format!("aws_s3_bucket.{name}.bucket"),
            Part::Target if self.stack.alias.is_some() => format!("aws_sfn_alias.{name}.arn"),
            Part::Machine | Part::Target => format!("aws_sfn_state_machine.{name}.arn"),
        }
    }
}

/// The name of the resources of a function: another one than that of the machine, which may be called as it is.
pub(super) fn function(key: &str) -> String {
    format!("{}_function", snake(key))
}

/// Plain text, so that Terraform takes nothing in it for a template.
pub(super) fn escaped(text: &str) -> String {
    text.replace("${", "$${").replace("%{", "%%{")
}

/// Adds a role that a service takes for this account, and for sources where they are known.
pub(super) fn role(module: &mut Module<'_>, name: &str, service: &str, sources: &[Text]) {
    let mut conditions = vec![];
    if tells_account(service) {
        conditions.push(json!({
            "test": "StringEquals", "variable": "aws:SourceAccount",
            "values": ["${data.aws_caller_identity.current.account_id}"],
        }));
    }
    if !sources.is_empty() {
        let values: Vec<String> = sources.iter().map(|it| module.text(it)).collect();
        conditions
            .push(json!({ "test": "ArnLike", "variable": "aws:SourceArn", "values": values }));
    }
    let mut statement = json!({
        "actions": ["sts:AssumeRole"],
        "@principals": { "type": "Service", "identifiers": [service] },
    });
    if !conditions.is_empty() {
        statement["@condition"] = conditions.into();
    }
    let trust = format!("{name}_trust");
    module.add(Block::new(
        "data",
        &["aws_iam_policy_document", &trust],
        json!({ "@statement": statement }),
    ));
    let prefix: String = name.chars().take(37).collect();
    let body = json!({
        "name_prefix": format!("{prefix}-"),
        "assume_role_policy": format!("${{data.aws_iam_policy_document.{trust}.json}}"),
    });
    module.resource("aws_iam_role", name, body, true);
}

/// The document of a policy; false where it would allow nothing.
fn document(module: &mut Module<'_>, name: &str, statements: &[Statement], more: &[Value]) -> bool {
    let statement = |it: &Statement| {
        let resources: Vec<String> = it.resources.iter().map(|it| module.text(it)).collect();
        let mut statement = json!({ "actions": it.actions, "resources": resources });
        let tests = it.condition.as_ref().and_then(Value::as_object).into_iter().flatten();
        let conditions: Vec<Value> = tests
            .flat_map(|(test, pairs)| {
                pairs.as_object().into_iter().flatten().map(move |(variable, value)| {
                    let value = escaped(value.as_str().unwrap_or_default());
                    json!({ "test": test, "variable": variable, "values": [value] })
                })
            })
            .collect();
        if !conditions.is_empty() {
            statement["@condition"] = conditions.into();
        }
        statement
    };
    let all: Vec<Value> = more.iter().cloned().chain(statements.iter().map(statement)).collect();
    let data = ["aws_iam_policy_document", name];
    if !all.is_empty() {
        module.add(Block::new("data", &data, json!({ "@statement": all })));
    }
    !all.is_empty()
}

/// A policy within a role; nothing where it would allow nothing.
pub(super) fn policy(
    module: &mut Module<'_>,
    name: &str,
    statements: &[Statement],
    more: &[Value],
) {
    if !document(module, name, statements, more) {
        return;
    }
    let body = json!({
        "name": "needed",
        "role": format!("${{aws_iam_role.{name}.id}}"),
        "policy": format!("${{data.aws_iam_policy_document.{name}.json}}"),
    });
    module.resource("aws_iam_role_policy", name, body, false);
}

/// Policies beside a role; returns their attachments.
pub(super) fn beside(
    module: &mut Module<'_>,
    name: &str,
    policies: &[Vec<Statement>],
) -> Vec<String> {
    let mut attachments = vec![];
    for (index, statements) in policies.iter().enumerate() {
        let own = format!("{name}_{}", index + 1);
        document(module, &own, statements, &[]);
        let text = format!("${{data.aws_iam_policy_document.{own}.json}}");
        module.resource("aws_iam_policy", &own, json!({ "policy": text }), true);
        let body = json!({
            "role": format!("${{aws_iam_role.{name}.name}}"),
            "policy_arn": format!("${{aws_iam_policy.{own}.arn}}"),
        });
        module.resource("aws_iam_role_policy_attachment", &own, body, false);
        attachments.push(format!("${{aws_iam_role_policy_attachment.{own}}}"));
    }
    attachments
}

/// The module in Terraform's JSON form.
pub(super) fn json(blocks: &[Block]) -> Value {
    let mut file = json!({});
    for Block { kind, labels, body } in blocks {
        let place = labels.iter().fold(&mut file[kind], |place, label| &mut place[label]);
        *place = plain(body);
    }
    file
}

/// A body without the marks of blocks within. Dependencies are no templates.
fn plain(body: &Value) -> Value {
    match body {
        Value::Object(members) => {
            let mut object = Map::new();
            for (name, value) in members {
                let name = name.trim_start_matches('@');
                match (name, name.strip_prefix("dynamic ")) {
                    (_, Some(of)) => {
                        object.insert("dynamic".to_owned(), json!({ of: plain(value) }));
                    }
                    ("depends_on", _) => {
                        let names =
                            value.as_array().into_iter().flatten().filter_map(Value::as_str);
                        let names =
                            names.map(|it| it.trim_start_matches("${").trim_end_matches('}'));
                        object.insert(name.to_owned(), names.collect());
                    }
                    ("type", _) if matches!(value.as_str(), Some("${string}" | "${number}")) => {
                        let word = value.as_str().unwrap_or_default();
                        object.insert(
                            name.to_owned(),
                            word.trim_start_matches("${").trim_end_matches('}').into(),
                        );
                    }
                    _ => {
                        object.insert(name.to_owned(), plain(value));
                    }
                }
            }
            object.into()
        }
        Value::Array(items) => items.iter().map(plain).collect(),
        other => other.clone(),
    }
}
