//! The way in which a task is called: by its own body, or by something else that has an ARN.

use crate::failure::Failure;
use crate::functions::{Functions, envelope};
use crate::machine::{Called, Machine, StateInfo};
use crate::payload::Payload;
use crate::place::Place;
use crate::target::{Shape, Target};
use crate::task::TaskDefinition;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The kind of thing that answers the calls of a task.
#[derive(Clone, Copy, Debug, Default)]
pub enum Way {
    /// Its body; on AWS the Lambda function of its name.
    #[default]
    Function,
    /// The holder of the token that its body hands out.
    Callback,
    /// The resource of this ARN: a function that is there already, an activity, or an action of a service.
    Resource(&'static str),
    /// An execution of another workflow.
    Workflow(Nested),
    /// The execution of a workflow that goes on in place of this one.
    Continue(Nested),
}

/// A workflow that others call.
#[derive(Clone, Copy, Debug)]
pub struct Nested {
    /// A machine at its beginning.
    pub machine: fn(Payload) -> Result<Box<dyn Machine>, Failure>,
    /// A machine from what it saved.
    pub revive: fn(Value) -> Result<Box<dyn Machine>, Failure>,
    /// Its states.
    pub states: fn() -> &'static [StateInfo],
    /// True if it goes on as another execution: then a caller cannot wait for its result.
    pub continues: bool,
}

const INVOKE: &str = "arn:aws:states:::lambda:invoke";
const INVOKE_AND_WAIT: &str = "arn:aws:states:::lambda:invoke.waitForTaskToken";
const START_AND_WAIT: &str = "arn:aws:states:::states:startExecution.sync:2";
const START: &str = "arn:aws:states:::states:startExecution";

impl Way {
    /// True if it is a Lambda function: transient errors of Lambda are retried.
    #[must_use]
    pub const fn is_lambda(&self) -> bool {
        match self {
            Way::Function | Way::Callback => true,
            Way::Resource(arn) => is_function(arn),
            Way::Workflow(_) | Way::Continue(_) => false,
        }
    }

    /// Returns what stands in `Resource`, where a connector is asked.
    pub(crate) fn resource(&self) -> Option<&'static str> {
        match self {
            Way::Function => None,
            Way::Callback => Some(INVOKE_AND_WAIT),
            Way::Resource(arn) if is_function(arn) => Some(INVOKE),
            Way::Resource(arn) => Some(arn),
            Way::Workflow(_) => Some(START_AND_WAIT),
            Way::Continue(_) => Some(START),
        }
    }

    /// The output in what the call came to.
    pub(crate) fn opened(&self, result: Payload) -> Result<Payload, Failure> {
        let field = match self {
            Way::Resource(arn) if is_function(arn) => "Payload",
            Way::Workflow(_) => "Output",
            _ => return Ok(result),
        };
        let mut whole = Arc::unwrap_or_clone(result.json()?);
        let value = whole.get_mut(field).map(Value::take).unwrap_or_default();
        Ok(Payload::Json(Arc::new(value)))
    }
}

/// The workflow that goes on in place of the one that names it.
#[must_use]
pub const fn continued(definition: TaskDefinition) -> TaskDefinition {
    match definition.way {
        Way::Workflow(nested) => TaskDefinition { way: Way::Continue(nested), ..definition },
        // `continue_as` takes calls of workflows alone: rustc says so.
        _ => definition,
    }
}

/// A task whose result is waited for.
///
/// # Panics
/// At compile time, where that is a workflow whose executions go on as others.
#[must_use]
pub const fn awaited(definition: TaskDefinition) -> TaskDefinition {
    if let Way::Workflow(Nested { continues: true, .. }) = definition.way {
        panic!(
            "this workflow goes on as another execution: on AWS nobody can wait for its result; let it report with a \
             task, and wait for that with `#[task(callback)]`"
        );
    }
    definition
}

/// True if an ARN is that of a Lambda function: `arn:aws:lambda:REGION:ACCOUNT:function:NAME`.
const fn is_function(arn: &str) -> bool {
    let (arn, part) = (arn.as_bytes(), b":lambda:");
    let mut at = 0;
    while at + part.len() <= arn.len() {
        let mut same = 0;
        while same < part.len() && arn[at + same] == part[same] {
            same += 1;
        }
        if same == part.len() {
            // `arn:aws:states:::lambda:invoke` is an action of a service.
            return at > 0 && arn[at - 1] != b':';
        }
        at += 1;
    }
    false
}

impl TaskDefinition {
    /// The call of its resource with an input; `None` where its body is run.
    pub(crate) fn called(
        &self,
        input: &Payload,
        token: impl FnOnce() -> Arc<str>,
        place: &Place,
    ) -> Result<Option<Called>, Failure> {
        let Some(resource) = self.way.resource() else { return Ok(None) };
        let target = Target::parse(resource).map_err(Failure::runtime)?;
        let input = Value::clone(&*input.json()?);
        let arguments = match self.way {
            Way::Function => input,
            Way::Callback => {
                let payload = json!({ "input": input, "taskToken": &*token() });
                json!({ "FunctionName": self.name, "Payload": payload })
            }
            Way::Resource(arn) if is_function(arn) => {
                json!({ "FunctionName": arn, "Payload": input })
            }
            Way::Resource(_) => input,
            Way::Workflow(_) | Way::Continue(_) => {
                json!({ "StateMachineArn": &*place.machine(self.name), "Input": input })
            }
        };
        Ok(Some(Called {
            target: Arc::new(target),
            arguments: Arc::new(arguments),
            role: None,
            timeout: None,
            heartbeat: None,
            functions: Functions::new(&[*self]),
        }))
    }

    /// The task's input in the arguments of a call.
    pub(crate) fn input(&self, target: &Target, arguments: &Arc<Value>) -> Payload {
        let field = match target.action() {
            Some(("lambda", "invoke")) => "Payload",
            Some(("states", "startExecution")) => "Input",
            _ => return Payload::Json(arguments.clone()),
        };
        let mut value = arguments.get(field).cloned().unwrap_or_else(|| Map::new().into());
        if matches!(self.way, Way::Callback) && target.waits() {
            value = value.get_mut("input").map(Value::take).unwrap_or_default();
        }
        Payload::Json(Arc::new(value))
    }

    /// Returns what a call comes to that has this output.
    pub(crate) fn closed(&self, target: &Target, output: Arc<Value>) -> Arc<Value> {
        match (self.way, &target.shape) {
            (Way::Workflow(_), _) => Arc::new(json!({ "Output": *output, "Status": "SUCCEEDED" })),
            (Way::Callback, _) | (_, Shape::Function) => output,
            _ if target.action() == Some(("lambda", "invoke")) => {
                Arc::new(envelope(Arc::unwrap_or_clone(output)))
            }
            _ => output,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_told_from_actions() {
        assert!(is_function("arn:aws:lambda:us-east-1:123456789012:function:charge"));
        assert!(!is_function("arn:aws:states:::lambda:invoke"));
        assert!(!is_function("arn:aws:states:::sqs:sendMessage"));
        assert!(!is_function("arn:aws:states:us-east-1:123456789012:activity:lambda"));
    }
}
