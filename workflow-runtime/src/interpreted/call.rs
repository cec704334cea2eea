//! Calls: which task or resource a state calls, and what stands around payload and result.

use super::plan::{Flow, Wrong};
use crate::functions::{Functions, function_name};
use crate::target::{Shape, Target};
use crate::task::TaskDefinition;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::jsonata::Template;

/// The way in which a state calls.
pub(super) enum Call {
    /// A task, through `lambda:invoke`: without payload `{}` is sent, and the result is wrapped.
    Task(TaskDefinition, Option<Template>),
    /// A resource, through a connector; functions that no connector takes are those of the document.
    Resource(Arc<Target>, Functions),
}

/// The registry in which the tasks of a document are found.
#[derive(Clone)]
pub(super) struct Tasks {
    pub(super) functions: Functions,
    /// True if a function that stands in the document must be one of these.
    pub(super) strict: bool,
}

impl Tasks {
    /// Returns what a state calls.
    pub(super) fn resolve(&self, resource: &str, flow: &Flow) -> Result<Call, Wrong> {
        let target = Target::parse(resource)?;
        let invokes = target.action() == Some(("lambda", "invoke"));
        let function = match &target.shape {
            Shape::Function => Some(resource.to_owned()),
            _ if invokes => function_argument(flow),
            _ => None,
        };
        if function.as_deref().is_some_and(|function| self.functions.is_foreign(function)) {
            return Ok(self.resource(target));
        }
        let Some(function) = function else { return Ok(self.resource(target)) };
        let task = function_name(&function).and_then(|name| self.functions.named(name));
        match (task, flow) {
            (None, _) if self.strict => Err(unknown(&function, &self.functions)),
            // What is exported is called so: payload and envelope are known before it runs.
            (Some(task), Flow::Jsonata(data)) if resource == "arn:aws:states:::lambda:invoke" => {
                let payload = data.arguments.as_ref().and_then(|it| it.field("Payload"));
                // The engine tells a body where it is called; the document says it for functions elsewhere.
                let payload = match task.context {
                    true => payload.as_ref().and_then(|it| it.field("input")).or(payload),
                    false => payload,
                };
                Ok(Call::Task(task, payload))
            }
            _ => Ok(self.resource(target)),
        }
    }

    fn resource(&self, target: Target) -> Call {
        Call::Resource(Arc::new(target), self.functions.clone())
    }
}

/// The name of the function that a state calls, if it stands in the document; else its resource.
pub(super) fn called(resource: &str, flow: &Flow) -> String {
    let target = Target::parse(resource).ok();
    let function = target.and_then(|target| match (&target.shape, target.action()) {
        (Shape::Function, _) => Some(resource.to_owned()),
        (_, Some(("lambda", "invoke"))) => function_argument(flow),
        _ => None,
    });
    let Some(function) = function else { return resource.to_owned() };
    function_name(&function).map(str::to_owned).unwrap_or(function)
}

/// `FunctionName`, if it stands in the document.
fn function_argument(flow: &Flow) -> Option<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match flow {
        Flow::Jsonata(data) => text(data.arguments.as_ref()?.field("FunctionName")?.literal()?),
        Flow::JsonPath(flow) => {
            flow.parameters.as_ref()?.literal()?.get("FunctionName").and_then(text)
        }
    }
}

fn unknown(function: &str, functions: &Functions) -> Wrong {
    let name = function_name(function).unwrap_or(function);
    let known: Vec<_> = functions.names().map(|name| format!("`{name}`")).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    format!("there is no task `{name}`; register a function of this name (registered: {known})")
}
