//! Lambda functions: Rust functions under their names.

use super::{Connector, Reply, Request, Shape, Target};
use crate::failure::Failure;
use crate::functions::{Functions, envelope, unknown};
use crate::task::{BoxFuture, TaskDefinition};
use crate::way::{Calls, Way};
use std::sync::Arc;

impl Functions {
    /// True if the Lambda function that a request calls is one of these.
    #[must_use]
    pub fn answer(&self, request: &Request) -> bool {
        self.takes(&request.target) && self.run(request).is_some()
    }

    /// The task that a request calls, with a body to run.
    fn run(&self, request: &Request) -> Option<TaskDefinition> {
        let task = self.function(called(request))?;
        (!matches!(task.way, Way::Resource(_))).then_some(task)
    }
}

/// The function that a request calls: its name or its ARN.
fn called(request: &Request) -> &str {
    match request.target.shape {
        Shape::Function => &request.target.resource,
        _ => request.arguments["FunctionName"].as_str().unwrap_or_default(),
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
        let run = run.ok_or_else(|| unknown(called(&request)));
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
