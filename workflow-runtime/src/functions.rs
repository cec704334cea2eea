//! The registry of Rust functions, by the names of the Lambda functions that they are.

use crate::target::{Pattern, Shape, Target};
use crate::task::TaskDefinition;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_task::way::{Nested, Way};

/// Answers calls of Lambda functions by the tasks of their names, whatever names them: a name, an ARN, one with
/// a version, in `Resource` or in `FunctionName`.
#[derive(Clone, Debug, Default)]
pub struct Functions(Arc<[TaskDefinition]>);

impl Functions {
    /// These tasks.
    #[must_use]
    pub fn new(tasks: &[TaskDefinition]) -> Self {
        Functions(tasks.into())
    }

    /// The task whose call this is, as far as the call says it.
    pub(crate) fn called(&self, target: &Target, arguments: &Value) -> Option<TaskDefinition> {
        let named = |field: &str| arguments.get(field).and_then(Value::as_str);
        match target.action() {
            Some(("lambda", "invoke")) => self.function(named("FunctionName")?),
            Some(("states", "startExecution")) => {
                let name = named("StateMachineArn")?.rsplit(':').next()?;
                let waits = target.pattern() != Pattern::RequestResponse;
                let of = |task: &&TaskDefinition| match task.way {
                    Way::Workflow(_) => waits,
                    Way::Continue(_) => !waits,
                    _ => false,
                };
                self.0.iter().filter(of).find(|task| task.name == name).copied()
            }
            _ if target.shape == Shape::Function => self.function(&target.resource),
            _ => self.resource(&target.resource),
        }
    }

    /// The arguments of a call without the place where it is made, if the function is a callback of these: the engine knows
    /// the place.
    pub(crate) fn unplaced(&self, target: &Target, mut arguments: Arc<Value>) -> Arc<Value> {
        let task = self.called(target, &arguments);
        if task.is_some_and(|task| task.context && matches!(task.way, Way::Callback)) {
            let payload = Arc::make_mut(&mut arguments).get_mut("Payload");
            payload.and_then(Value::as_object_mut).map(|payload| payload.shift_remove("context"));
        }
        arguments
    }

    /// The task that is this function: one without a body that names its ARN, or one of this name.
    pub(crate) fn function(&self, function: &str) -> Option<TaskDefinition> {
        let own = |task: &TaskDefinition| matches!(task.way, Way::Function | Way::Callback);
        self.resource(function)
            .or_else(|| function_name(function).and_then(|name| self.named(name)).filter(own))
    }

    /// True if a task without a body names this function: a connector answers it.
    pub(crate) fn is_foreign(&self, function: &str) -> bool {
        self.0.iter().any(|task| task.way.named() == Some(function))
    }

    /// The only task without a body that names this ARN.
    fn resource(&self, resource: &str) -> Option<TaskDefinition> {
        let of = |task: &&TaskDefinition| task.way.named() == Some(resource);
        let mut tasks = self.0.iter().filter(of);
        tasks.next().filter(|_| tasks.next().is_none()).copied()
    }

    /// The task of this name.
    pub(crate) fn named(&self, name: &str) -> Option<TaskDefinition> {
        self.0.iter().find(|task| task.name == name).copied()
    }
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// True if other workflows are among them.
    pub(crate) fn has_workflows(&self) -> bool {
        self.workflows().next().is_some()
    }
    /// The other workflows among them, by name.
    pub(crate) fn workflows(&self) -> impl Iterator<Item = (&'static str, Nested)> {
        self.0.iter().filter_map(|task| match task.way {
            Way::Workflow(nested) => Some((task.name, nested)),
            _ => None,
        })
    }
    /// All names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|task| task.name)
    }
}

/// The result of `lambda:invoke` around what the function returned; keys in AWS's order (recorded).
pub(crate) fn envelope(payload: Value) -> Value {
    json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
}

/// The name in `charge`, `arn:aws:lambda:us-east-1:123456789012:function:charge` and the latter with `:$LATEST`.
pub(crate) fn function_name(function: &str) -> Option<&str> {
    let arn = function.starts_with("arn:");
    let name = match function.split_once(":function:") {
        Some((prefix, name)) if prefix.split(':').nth(2) == Some("lambda") => name,
        _ if arn => return None,
        _ => function,
    };
    name.split(':').next().filter(|name| !name.is_empty())
}
