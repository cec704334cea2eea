//! The file of the Serverless Framework, with the plugin serverless-step-functions.

use crate::cloudformation::{
    Dialect, Resources, Writer, around, environment, function_role, outputs, parameters,
};
use crate::naming::{FUNCTION, framework, function_id, function_key, hyphened as service};
use crate::problem::{Problem, escaped};
use crate::stack::{Function, Parameter, Stack};
use crate::text::placeholder;
use serde_json::{Map, Value, json};

/// The file of a stack.
///
/// # Errors
/// A stack that the framework or the plugin could not read.
pub(crate) fn file(stack: &Stack) -> Result<Value, Vec<Problem>> {
    let writer = Writer::new(stack, Dialect::Serverless);
    let mut problems: Vec<Problem> =
        stack.functions.iter().filter_map(|it| unfit(stack, it)).collect();
    let mut definition = stack.definition.clone();
    references(&writer, &mut definition, "", &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut provider = json!({ "name": "aws", "runtime": "provided.al2023" });
    if stack.tracing && !stack.functions.is_empty() {
        provider["tracing"] = json!({ "lambda": true });
    }
    provider["logRetentionInDays"] = stack.days().into();
    if !stack.tags.is_empty() {
        provider["tags"] = json!(stack.tags);
    }
    if !stack.parameters.is_empty() {
        // The framework hands on values of its own parameters (`--param NAME=VALUE`) to those of the stack.
        let value = |it: &Parameter| json!({ "ParameterKey": it.name, "ParameterValue": format!("${{param:{}}}", it.name) });
        let values = stack.parameters.iter().filter(|it| it.default.is_none()).map(value);
        provider["stackParameters"] = values.collect();
    }
    let mut file = json!({
        "service": service(&stack.name),
        "frameworkVersion": "3",
        "plugins": ["serverless-step-functions"],
        "provider": provider,
    });
    if !stack.functions.is_empty() {
        let functions =
            stack.functions.iter().map(|it| (function_key(&it.key), function(&writer, it)));
        file["functions"] = Value::Object(functions.collect::<Map<_, _>>());
    }
    file["stepFunctions"] =
        json!({ "stateMachines": { service(&stack.name): machine(&writer, definition) } });
    file["resources"] = resources(&writer);
    Ok(file)
}

fn unfit(stack: &Stack, function: &Function) -> Option<Problem> {
    let name = format!("{}-dev-{}", service(&stack.name), function_key(&function.key));
    if name.len() > FUNCTION {
        let message = format!(
            "the framework calls the function {name:?}, and a function has at most {FUNCTION} letters: shorten the name of the state machine, or that of the function"
        );
        return Some(Problem::setting(format!("/functions/{}", escaped(&function.key)), message));
    }
    let zip = function.settings.code.ends_with(".zip");
    let pointer = format!("/functions/{}/code", escaped(&function.key));
    let message = "the Serverless Framework takes a zip file: build it with `cargo lambda build --output-format zip`, and name that file";
    (!zip).then(|| Problem::setting(pointer, message))
}

fn function(writer: &Writer<'_>, function: &Function) -> Value {
    let settings = &function.settings;
    let mut value = json!({
        "handler": settings.handler,
        "runtime": settings.runtime,
        "architecture": settings.architecture,
        "memorySize": settings.memory,
        "timeout": settings.timeout,
        "package": { "artifact": settings.code },
        "role": format!("{}Role", function.id),
    });
    if let Some(variables) = environment(writer, function) {
        value["environment"] = variables;
    }
    value
}

fn machine(writer: &Writer<'_>, definition: Value) -> Value {
    let stack = writer.stack;
    let mut machine = json!({
        "id": stack.id,
        "name": stack.name,
        "type": stack.kind.name(),
        "useExactVersion": true,
        "role": { "Fn::GetAtt": [stack.id("Role"), "Arn"] },
    });
    if let Some(logs) = &stack.logs {
        machine["loggingConfig"] = json!({
            "level": logs.level.name(),
            "includeExecutionData": logs.data,
            "destinations": [{ "Fn::GetAtt": [stack.id("Logs"), "Arn"] }],
        });
    }
    if stack.tracing {
        machine["tracingConfig"] = json!({ "enabled": true });
    }
    machine["definition"] = definition;
    machine
}

/// The resources that neither the framework nor the plugin makes.
fn resources(writer: &Writer<'_>) -> Value {
    let stack = writer.stack;
    let mut all = Resources::new();
    for function in &stack.functions {
        let mut own = Resources::new();
        function_role(writer, function, &mut own);
        // The framework makes the log of a function itself.
        own.remove(&format!("{}Logs", function.id));
        let group = format!("{}LogGroup", framework(&function.key));
        for role in own.values_mut() {
            let statement = "/Properties/Policies/0/PolicyDocument/Statement/0/Resource";
            if let Some(place) = role.pointer_mut(statement) {
                *place = json!({ "Fn::GetAtt": [group, "Arn"] });
            }
        }
        all.extend(own);
    }
    all.extend(around(writer));
    let mut resources = json!({});
    if !stack.parameters.is_empty() {
        resources["Parameters"] = parameters(stack);
    }
    resources["Resources"] = Value::Object(all);
    resources["Outputs"] = outputs(writer);
    resources
}

/// Puts references in the place of placeholders: the plugin has no substitutions.
fn references(writer: &Writer<'_>, value: &mut Value, pointer: &str, problems: &mut Vec<Problem>) {
    match value {
        Value::String(text) if text.contains("${") || text.contains("#{") => match reference(writer, text) {
            Some(reference) => *value = reference,
            None => problems.push(Problem::definition(
                pointer,
                "the Serverless Framework takes ${ and #{ for variables of its own, and this is none: write the expression without it, such as $x.{…} in place of $x${…}",
            )),
        },
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                references(writer, item, &format!("{pointer}/{index}"), problems);
            }
        }
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                references(writer, member, &format!("{pointer}/{}", escaped(key)), problems);
            }
        }
        _ => {}
    }
}

/// The value of a text with placeholders.
fn reference(writer: &Writer<'_>, text: &str) -> Option<Value> {
    let (mut whole, mut rest) = (crate::text::Text::default(), text);
    while let Some((before, name, after)) = placeholder(rest) {
        whole.push(before);
        whole = whole.then(writer.stack.substitutions.get(name)?);
        rest = after;
    }
    whole.push(rest);
    let plain = |part: &crate::text::Part| match part {
        crate::text::Part::Plain(text) => text.contains("${") || text.contains("#{"),
        _ => false,
    };
    if whole.0.iter().any(plain) {
        return None;
    }
    Some(match &whole.0[..] {
        // The plugin turns the ARN of a function into that of its version.
        [crate::text::Part::FunctionVersion(key)] => {
            json!({ "Fn::GetAtt": [function_id(key), "Arn"] })
        }
        _ => writer.text(&whole),
    })
}
