//! Resources in CloudFormation's form. SAM, the Serverless Framework and the CDK have most of them as well.

mod functions;
mod large;
mod machine;
mod policy;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
mod triggers;
mod write;

pub(crate) use functions::{environment, properties as function_properties, role as function_role};
pub(crate) use machine::{settings, substitutions};
pub(crate) use write::{Dialect, Writer};

use crate::stack::Stack;
use serde_json::{Map, Value, json};

/// Resources by their names, in the order in which people read them.
pub(crate) type Resources = Map<String, Value>;

/// The template of a stack.
pub(crate) fn template(stack: &Stack, inline: bool) -> Value {
    let writer = Writer::new(stack, Dialect::Plain);
    let mut resources = Resources::new();
    machine::add(&writer, inline, &mut resources);
    functions::add(&writer, &mut resources);
    large::add(&writer, &mut resources);
    machine::release(&writer, &mut resources);
    triggers::add(&writer, &mut resources);
    machine::alarms(&writer, &mut resources);
    whole(&writer, None, resources)
}

/// A template around resources.
pub(crate) fn whole(writer: &Writer<'_>, transform: Option<&str>, resources: Resources) -> Value {
    let stack = writer.stack;
    let mut template = json!({ "AWSTemplateFormatVersion": "2010-09-09" });
    if let Some(transform) = transform {
        template["Transform"] = transform.into();
    }
    template["Description"] = description(stack).into();
    if !stack.parameters.is_empty() {
        template["Parameters"] = parameters(stack);
    }
    template["Resources"] = Value::Object(resources);
    template["Outputs"] = outputs(writer);
    template
}

/// The description of a stack: one line, of at most 1,024 bytes (CloudFormation quotas).
fn description(stack: &Stack) -> String {
    let comment =
        stack.comment.clone().unwrap_or_else(|| format!("The state machine {}", stack.name));
    let words: Vec<&str> = comment.split_whitespace().collect();
    cut(&words.join(" "), 500).to_owned()
}

/// The parameters of a template.
pub(crate) fn parameters(stack: &Stack) -> Value {
    let parameter = |it: &crate::stack::Parameter| {
        let mut value = json!({ "Type": "String", "Description": it.description });
        if let Some(default) = &it.default {
            value["Default"] = default.clone().into();
        }
        (it.name.clone(), value)
    };
    stack.parameters.iter().map(parameter).collect::<Map<_, _>>().into()
}

/// The values that a stack tells.
pub(crate) fn outputs(writer: &Writer<'_>) -> Value {
    let stack = writer.stack;
    let mut outputs = json!({
        "StateMachineArn": { "Description": "The state machine", "Value": { "Ref": stack.id } },
    });
    if stack.alias.is_some() {
        outputs["StartArn"] =
            json!({ "Description": "The alias to start", "Value": { "Ref": stack.id("Alias") } });
    }
    if !stack.requests.is_empty() {
        let value = json!({ "Fn::GetAtt": [stack.id("Api"), "ApiEndpoint"] });
        outputs["ApiUrl"] = json!({ "Description": "Requests", "Value": value });
    }
    if stack.large.is_some() {
        let value = json!({ "Ref": stack.id("Large") });
        outputs["LargeBucket"] = json!({ "Description": "Large values", "Value": value });
    }
    outputs
}

/// Adds the resources that are the same in all dialects: the role, the log, versions, triggers, alarms.
pub(crate) fn around(writer: &Writer<'_>) -> Resources {
    let mut resources = Resources::new();
    machine::beside(writer, &mut resources);
    large::add(writer, &mut resources);
    machine::release(writer, &mut resources);
    triggers::add(writer, &mut resources);
    machine::alarms(writer, &mut resources);
    resources
}

/// A text of so many bytes at most.
pub(crate) fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
