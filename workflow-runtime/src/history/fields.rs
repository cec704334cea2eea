//! The fields of an event's details, under the names that AWS's API gives them.

use super::event::Details;
use crate::target::{Shape, Target};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::sync::Arc;

/// Names and values, in AWS's order; `None` for a value that is absent.
pub(super) type Fields = Vec<(&'static str, Option<Value>)>;

impl Details {
    /// Returns the fields of the details; `None` if the event has no details.
    pub(super) fn fields(&self) -> Option<Fields> {
        Some(match self {
            Details::None => return None,
            Details::ExecutionStarted { input, role } => {
                vec![("input", optional(input)), ("roleArn", text(role))]
            }
            Details::ExecutionSucceeded { output } => vec![("output", optional(output))],
            Details::StateEntered { name, input } => {
                vec![("name", text(name)), ("input", optional(input))]
            }
            Details::StateExited { name, output, assigned } => vec![
                ("name", text(name)),
                ("output", optional(output)),
                ("assignedVariables", variables(assigned)),
            ],
            Details::TaskScheduled { parameters, region, timeout, heartbeat, .. } => {
                let call = [("region", text(region)), ("parameters", optional(parameters))];
                [lambda(), call.to_vec(), limits(*timeout, *heartbeat)].concat()
            }
            Details::TaskStarted => lambda(),
            Details::TaskSucceeded { output } => with(lambda(), ("output", optional(output))),
            Details::Failed { error, cause, item } => {
                let item = item.as_ref().map(|item| item.json());
                with(failed(error, cause), ("failedItem", item))
            }
            Details::Scheduled { target, input, region, timeout, heartbeat, role } => {
                let role = role.as_ref().map(|role| json!({ "roleArn": **role }));
                let call = [scheduled(target, input, region), limits(*timeout, *heartbeat)];
                with(call.concat(), ("taskCredentials", role))
            }
            // Recorded: that of a function has no details.
            Details::Started { target, .. } if target.shape == Shape::Function => return None,
            Details::Started { target, worker } => {
                with(service(target), ("workerName", optional(worker)))
            }
            Details::Returned { target, output } => {
                with(service(target), ("output", optional(output)))
            }
            Details::CallFailed { target, error, cause } => {
                [service(target), failed(error, cause)].concat()
            }
            Details::MapStateStarted { length } => vec![("length", Some(json!(length)))],
            Details::MapRunStarted { arn } => vec![("mapRunArn", text(arn))],
            Details::Redriven { count, run } => {
                vec![("mapRunArn", optional(run)), ("redriveCount", Some(json!(count)))]
            }
            Details::MapIteration { name, index } => {
                vec![("name", text(name)), ("index", Some(json!(index)))]
            }
            Details::EvaluationFailed { state, location, error, cause } => vec![
                ("error", text(error)),
                ("cause", text(cause)),
                ("location", optional(location)),
                ("state", text(state)),
            ],
        })
    }
}

/// Every task is called through this service of AWS.
pub(super) fn lambda() -> Fields {
    vec![("resourceType", Some(json!("lambda"))), ("resource", Some(json!("invoke")))]
}

/// Returns what events of an integration say of it; those of functions and activities do not.
fn service(target: &Target) -> Fields {
    match &target.shape {
        Shape::Service { service, action, .. } => {
            vec![("resourceType", Some(json!(**service))), ("resource", Some(json!(**action)))]
        }
        Shape::Function | Shape::Activity => vec![],
    }
}

/// Returns the resource of a call and its input, which has another name where an integration is called.
fn scheduled(target: &Target, input: &Option<Arc<str>>, region: &Arc<str>) -> Fields {
    match &target.shape {
        Shape::Service { .. } => {
            let call = [("region", text(region)), ("parameters", optional(input))];
            [service(target), call.to_vec()].concat()
        }
        Shape::Function | Shape::Activity => {
            vec![("resource", text(&target.resource)), ("input", optional(input))]
        }
    }
}

fn limits(timeout: Option<u32>, heartbeat: Option<u32>) -> Fields {
    vec![
        ("timeoutInSeconds", timeout.map(Value::from)),
        ("heartbeatInSeconds", heartbeat.map(Value::from)),
    ]
}

fn failed(error: &Option<Arc<str>>, cause: &Option<Arc<str>>) -> Fields {
    vec![("error", optional(error)), ("cause", optional(cause))]
}

fn variables(assigned: &[(Cow<'static, str>, Arc<str>)]) -> Option<Value> {
    let each = assigned.iter().map(|(name, text)| (name.clone().into_owned(), json!(**text)));
    let all: Map<_, _> = each.collect();
    (!all.is_empty()).then_some(Value::Object(all))
}

fn with(mut fields: Fields, last: (&'static str, Option<Value>)) -> Fields {
    fields.push(last);
    fields
}

fn text(text: &Arc<str>) -> Option<Value> {
    Some(json!(**text))
}

fn optional(text: &Option<Arc<str>>) -> Option<Value> {
    text.as_deref().map(|text| json!(text))
}
