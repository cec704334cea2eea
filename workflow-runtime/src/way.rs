//! Calls of tasks: the questions to connectors, and their answers.

use crate::failure::Failure;
use crate::functions::{Functions, envelope};
use crate::handed;
use crate::machine::{Machine, ResourceCall, StateInfo};
use crate::payload::Payload;
use crate::place::Place;
use crate::target::{Shape, Target};
use crate::task::TaskDefinition;
use serde_json::{Map, Value, json};
use std::collections::VecDeque;
use std::sync::Arc;
pub use workflow_task::calls::{awaited, continued, express};
use workflow_task::way::is_function;
pub use workflow_task::way::{Nested, Way};

/// The parts of a workflow that others call.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// A machine at its beginning.
    pub machine: fn(Payload) -> Result<Box<dyn Machine>, Failure>,
    /// Makes a machine from its checkpoint.
    pub revive: fn(Value) -> Result<Box<dyn Machine>, Failure>,
    /// Its states.
    pub states: fn() -> &'static [StateInfo],
}

impl Parts {
    /// Stands in for parts that no workflow has.
    const NONE: Parts = Parts {
        machine: |_| Err(Failure::runtime("this is no workflow")),
        revive: |_| Err(Failure::runtime("this is no workflow")),
        states: || &[],
    };

    /// The parts of a workflow.
    #[must_use]
    pub fn of(nested: Nested) -> Parts {
        nested.parts.downcast_ref().copied().unwrap_or(Parts::NONE)
    }
}

const INVOKE: &str = "arn:aws:states:::lambda:invoke";
const INVOKE_AND_WAIT: &str = "arn:aws:states:::lambda:invoke.waitForTaskToken";
const START_AND_WAIT: &str = "arn:aws:states:::states:startExecution.sync:2";
const START: &str = "arn:aws:states:::states:startExecution";

/// The tasks among these that are Lambda functions of the program, with those of the workflows that they start; each once.
#[must_use]
pub fn served(tasks: Vec<TaskDefinition>) -> Vec<TaskDefinition> {
    let mut all = reached(tasks, |_| true);
    all.retain(|task| matches!(task.way, Way::Function | Way::Callback));
    all
}

/// These tasks, and those of the workflows among them that run; each once.
pub(crate) fn reached(
    tasks: Vec<TaskDefinition>,
    runs: impl Fn(&TaskDefinition) -> bool,
) -> Vec<TaskDefinition> {
    let mut all: Vec<TaskDefinition> = vec![];
    let mut queue = VecDeque::from(tasks);
    while let Some(task) = queue.pop_front() {
        let same = |known: &TaskDefinition| {
            known.name == task.name && nested(known).is_some() == nested(&task).is_some()
        };
        if all.iter().any(same) {
            continue;
        }
        if let Some(nested) = nested(&task).filter(|_| runs(&task)) {
            queue.extend((Parts::of(nested).states)().iter().filter_map(|state| state.task));
        }
        all.push(task);
    }
    all
}

/// The workflow that a call of a task starts.
pub(crate) fn nested(task: &TaskDefinition) -> Option<Nested> {
    match task.way {
        Way::Workflow(nested) | Way::Continue(nested) => Some(nested),
        _ => None,
    }
}

/// The calls of a kind of task.
pub(crate) trait Ways {
    /// Returns what stands in `Resource`, where a connector is asked.
    fn resource(&self) -> Option<&'static str>;
    /// The output in what the call came to.
    fn opened(&self, result: Payload) -> Result<Payload, Failure>;
}

impl Ways for Way {
    fn resource(&self) -> Option<&'static str> {
        match self {
            Way::Function => None,
            Way::Callback => Some(INVOKE_AND_WAIT),
            Way::Resource(arn) if is_function(arn) => Some(INVOKE),
            Way::Resource(arn) | Way::Token { resource: arn, .. } => Some(arn),
            Way::Workflow(_) => Some(START_AND_WAIT),
            Way::Continue(_) => Some(START),
        }
    }

    fn opened(&self, result: Payload) -> Result<Payload, Failure> {
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

/// The calls of a task.
pub(crate) trait Calls {
    /// The call of its resource with an input; `None` where its body is run.
    fn called(
        &self,
        input: &Payload,
        token: impl FnOnce() -> Arc<str>,
        place: &Place,
    ) -> Result<Option<ResourceCall>, Failure>;
    /// The task's input in the arguments of a call.
    fn input(&self, target: &Target, arguments: &Arc<Value>) -> Payload;
    /// Returns what a call comes to that has this output.
    fn closed(&self, target: &Target, output: Arc<Value>) -> Arc<Value>;
}

impl Calls for TaskDefinition {
    fn called(
        &self,
        input: &Payload,
        token: impl FnOnce() -> Arc<str>,
        place: &Place,
    ) -> Result<Option<ResourceCall>, Failure> {
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
            Way::Token { at, .. } => handed::put(input, at, &token())?,
            Way::Workflow(_) | Way::Continue(_) => {
                json!({ "StateMachineArn": &*place.machine(self.name), "Input": input })
            }
        };
        Ok(Some(ResourceCall {
            target: Arc::new(target),
            arguments: Arc::new(arguments),
            role: None,
            timeout: None,
            heartbeat: None,
            functions: Functions::new(&[*self]),
        }))
    }

    fn input(&self, target: &Target, arguments: &Arc<Value>) -> Payload {
        let named = self.way.named().is_some_and(|arn| !is_function(arn));
        if let Way::Token { at, .. } = self.way {
            return Payload::Json(Arc::new(handed::taken(Value::clone(arguments), at)));
        }
        let field = match target.action().filter(|_| !named) {
            Some(("lambda", "invoke")) => "Payload",
            Some(("states", "startExecution")) => "Input",
            _ => return Payload::Json(arguments.clone()),
        };
        let mut value = arguments.get(field).cloned().unwrap_or_else(|| Map::new().into());
        let placed = self.context && value.get("input").is_some() && value.get("context").is_some();
        if placed || (matches!(self.way, Way::Callback) && target.waits()) {
            value = value.get_mut("input").map(Value::take).unwrap_or_default();
        }
        Payload::Json(Arc::new(value))
    }

    fn closed(&self, target: &Target, output: Arc<Value>) -> Arc<Value> {
        match (self.way, &target.shape) {
            (Way::Workflow(_), _) => Arc::new(json!({ "Output": *output, "Status": "SUCCEEDED" })),
            (Way::Callback | Way::Token { .. }, _) | (_, Shape::Function) => output,
            (Way::Resource(arn), _) if !is_function(arn) => output,
            _ if target.action() == Some(("lambda", "invoke")) => {
                Arc::new(envelope(Arc::unwrap_or_clone(output)))
            }
            _ => output,
        }
    }
}
