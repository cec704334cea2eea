//! Lambda functions: Rust functions under their names.

use super::{Connector, Reply, Request, Shape, Target};
use crate::failure::Failure;
use crate::payload::Payload;
use crate::task::{BoxFuture, TaskDefinition};
use serde_json::{Value, json};
use std::sync::Arc;

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

    /// The task of this name.
    pub(crate) fn named(&self, name: &str) -> Option<TaskDefinition> {
        self.0.iter().find(|task| task.name == name).copied()
    }
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// All names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|task| task.name)
    }
}

impl Connector for Functions {
    fn takes(&self, target: &Target) -> bool {
        target.shape == Shape::Function || target.action() == Some(("lambda", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let bare = request.target.shape == Shape::Function;
        let (function, payload) = if bare {
            (Some(&*request.target.resource), request.arguments.clone())
        } else {
            let payload = request.arguments.get("Payload").cloned().unwrap_or_else(|| json!({}));
            (request.arguments["FunctionName"].as_str(), Arc::new(payload))
        };
        let function = function.unwrap_or_default();
        let task = function_name(function).and_then(|name| self.named(name));
        let task = task.ok_or_else(|| unknown(function));
        Box::pin(async move {
            let result = (task?.run)(&request.context, Payload::Json(payload)).await?.json()?;
            Ok(Reply::Done(if bare {
                result
            } else {
                Arc::new(envelope(Arc::unwrap_or_clone(result)))
            }))
        })
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

/// What Lambda says of a function that is not there.
pub(crate) fn unknown(function: &str) -> Failure {
    Failure::new(
        "Lambda.ResourceNotFoundException",
        format!("Function not found: {function} (Service: Lambda, Status Code: 404)"),
    )
}
