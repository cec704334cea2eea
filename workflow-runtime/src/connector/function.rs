//! Lambda functions: Rust functions under their names.

use super::{Connector, Reply, Request, Shape, Target};
use crate::failure::Failure;
use crate::functions::{Functions, envelope, unknown};
use crate::task::BoxFuture;
use crate::way::{Calls, Way};
use std::sync::Arc;

impl Connector for Functions {
    fn takes(&self, target: &Target) -> bool {
        target.shape == Shape::Function || target.action() == Some(("lambda", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let bare = request.target.shape == Shape::Function;
        let named = request.arguments["FunctionName"].as_str();
        let function = if bare { Some(&*request.target.resource) } else { named };
        let function = function.unwrap_or_default();
        let task = self.function(function).filter(|task| !matches!(task.way, Way::Resource(_)));
        let run = task.map(|task| (task.run, task.input(&request.target, &request.arguments)));
        let run = run.ok_or_else(|| unknown(function));
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
