//! The template of SAM: functions and the state machine in its own short form, the rest as CloudFormation has it.

use crate::cloudformation::{
    Dialect, Resources, Writer, around, function_properties, function_role, settings,
    substitutions, whole,
};
use crate::stack::Stack;
use serde_json::{Value, json};

/// The template of a stack; its definition is in the file beside it.
pub(crate) fn template(stack: &Stack) -> Value {
    let writer = Writer::new(stack, Dialect::Sam);
    let mut resources = Resources::new();
    resources.insert(stack.id.clone(), machine(&writer));
    for function in &stack.functions {
        resources.insert(function.id.clone(), self::function(&writer, function));
        function_role(&writer, function, &mut resources);
    }
    resources.extend(around(&writer));
    whole(&writer, Some("AWS::Serverless-2016-10-31"), resources)
}

fn machine(writer: &Writer<'_>) -> Value {
    let stack = writer.stack;
    let mut properties = json!({
        "Name": stack.name,
        "Type": stack.kind.name(),
        "DefinitionUri": stack.file(),
    });
    if let Some(substitutions) = substitutions(writer) {
        properties["DefinitionSubstitutions"] = substitutions;
    }
    properties["Role"] = json!({ "Fn::GetAtt": [stack.id("Role"), "Arn"] });
    settings(writer, "Logging", "Tracing", &mut properties);
    if !stack.tags.is_empty() {
        properties["Tags"] = json!(stack.tags);
    }
    json!({ "Type": "AWS::Serverless::StateMachine", "Properties": properties })
}

/// A function: SAM publishes a version of it under the alias where its code or its properties have changed.
fn function(writer: &Writer<'_>, function: &crate::stack::Function) -> Value {
    let published =
        [("AutoPublishAlias", json!("live")), ("AutoPublishAliasAllProperties", json!(true))];
    let mut properties = function_properties(writer, function, "CodeUri", &published);
    if writer.stack.tracing {
        properties["Tracing"] = "Active".into();
    }
    if !writer.stack.tags.is_empty() {
        properties["Tags"] = json!(writer.stack.tags);
    }
    json!({ "Type": "AWS::Serverless::Function", "Properties": properties })
}
