//! Calls: which task a state calls, and what stands around payload and result.

use crate::task::TaskDefinition;
use serde_json::Value;
use workflow_asl::jsonata::Template;

/// How a task is called.
pub(super) struct Call {
    /// The payload; without it, what [`Call::wrapped`] says.
    pub(super) payload: Option<Template>,
    /// Whether it is called by `lambda:invoke`, which wraps the result and sends `{}` for no payload; a bare
    /// function gets the state's input.
    pub(super) wrapped: bool,
}

/// The service integration that calls a Lambda function, wrapping payload and result.
const INVOKE: &str = "arn:aws:states:::lambda:invoke";

pub(super) fn resolve(
    resource: &str,
    arguments: Option<&Template>,
    tasks: &[TaskDefinition],
) -> Result<(TaskDefinition, Call), String> {
    let wrapped = resource == INVOKE;
    let function = if wrapped { function_argument(arguments)? } else { resource.to_owned() };
    let name = function_name(&function).ok_or_else(|| {
        format!("only `{INVOKE}` and ARNs of Lambda functions are supported yet, not `{function}`")
    })?;
    let definition =
        tasks.iter().find(|task| task.name == name).ok_or_else(|| unknown(name, tasks))?;
    let payload = match arguments {
        Some(arguments) if wrapped => arguments.field("Payload"),
        arguments => arguments.cloned(),
    };
    Ok((*definition, Call { payload, wrapped }))
}

fn function_argument(arguments: Option<&Template>) -> Result<String, String> {
    let name = arguments.and_then(|arguments| arguments.field("FunctionName"));
    let name =
        name.and_then(|name| name.literal().and_then(|name| name.as_str().map(str::to_owned)));
    name.ok_or_else(|| "`Arguments` must be an object with a literal `FunctionName`".into())
}

/// The name in `charge`, `arn:aws:lambda:us-east-1:123456789012:function:charge` and the latter with `:$LATEST`.
fn function_name(function: &str) -> Option<&str> {
    let arn = function.starts_with("arn:");
    let name = match function.split_once(":function:") {
        Some((prefix, name)) if prefix.split(':').nth(2) == Some("lambda") => name,
        _ if arn => return None,
        _ => function,
    };
    name.split(':').next()
}

fn unknown(name: &str, tasks: &[TaskDefinition]) -> String {
    let known: Vec<_> = tasks.iter().map(|task| format!("`{}`", task.name)).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    format!("there is no task `{name}`; register a function of this name (registered: {known})")
}

/// The result of `lambda:invoke` around what the function returned; keys in AWS's order (recorded).
pub(super) fn envelope(payload: Value) -> Value {
    let mut envelope = serde_json::Map::with_capacity(3);
    envelope.insert("ExecutedVersion".into(), "$LATEST".into());
    envelope.insert("Payload".into(), payload);
    envelope.insert("StatusCode".into(), 200.into());
    Value::Object(envelope)
}
