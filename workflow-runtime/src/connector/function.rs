//! Lambda functions: Rust functions under their names.

use super::{Connector, Reply, Request, Shape, Target};
use crate::failure::Failure;
use crate::functions::{Functions, envelope};
use crate::target::unknown;
use crate::task::{BoxFuture, TaskDefinition};
use crate::way::Calls;
use serde_json::Value;
use std::sync::Arc;

impl Functions {
    /// True if the Lambda function that a request calls is one of these.
    #[must_use]
    pub fn answer(&self, request: &Request) -> bool {
        self.takes(&request.target) && self.run(request).is_some()
    }

    /// True if what a call asks for is one of these, or one of their workflows.
    pub(super) fn has(&self, target: &Target, arguments: &Value) -> bool {
        match target.action() {
            Some(("states", "startExecution")) => {
                let arn = arguments["StateMachineArn"].as_str().unwrap_or_default();
                self.workflows().any(|(name, _)| arn.rsplit(':').next() == Some(name))
            }
            _ => self.takes(target) && self.task(called(target, arguments)).is_some(),
        }
    }

    /// The task that a request calls, with a body to run.
    fn run(&self, request: &Request) -> Option<TaskDefinition> {
        self.task(called(&request.target, &request.arguments))
    }

    fn task(&self, function: &str) -> Option<TaskDefinition> {
        let task = self.function(function)?;
        task.way.named().is_none().then_some(task)
    }
}

/// The function that is called: its name or its ARN.
fn called<'a>(target: &'a Target, arguments: &'a Value) -> &'a str {
    match target.shape {
        Shape::Function => &target.resource,
        _ => arguments["FunctionName"].as_str().unwrap_or_default(),
    }
}

impl Connector for Functions {
    fn takes(&self, target: &Target) -> bool {
        target.shape == Shape::Function || target.action() == Some(("lambda", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let bare = request.target.shape == Shape::Function;
        let task = self.run(&request);
        let run = task.map(|task| (task.run, task.input(&request.target, &request.arguments)));
        let run = run.ok_or_else(|| unknown(called(&request.target, &request.arguments)));
        Box::pin(async move {
            let (run, input) = run?;
            let result = run(&request.context, input).await?.json()?;
            Ok(Reply::Done(if bare {
                result
            } else {
                Arc::new(envelope(Arc::unwrap_or_clone(result)))
            }))
        })
    }
}
