//! Workflows that call each other: the child is an execution of its own, in the engine that calls.

use super::execution::{Begun, missing, refused, still_there};
use super::{Connector, Functions, Reply, Request, Target};
use crate::engine::{Identity, Revive, Start};
use crate::failure::Failure;
use crate::payload::Payload;
use crate::task::BoxFuture;
use crate::way::{Nested, Parts};
use serde_json::Value;
use std::sync::Arc;

/// Starts executions of the workflows among these tasks.
pub(crate) struct Workflows(pub(crate) Functions);

impl Workflows {
    fn named(&self, arn: &str) -> Option<(&'static str, Nested)> {
        let name = arn.rsplit(':').next()?;
        self.0.workflows().find(|(known, _)| *known == name)
    }

    fn begin(&self, request: &Request, input: Arc<Value>) -> Result<Begun, Failure> {
        let arn = request.arguments["StateMachineArn"].as_str().unwrap_or_default();
        let (name, nested) = self.named(arn).ok_or_else(|| missing(arn))?;
        let payload = Payload::Json(input.clone());
        let start = Start { within: request.within.clone(), ..Start::default() };
        let open = move |_: &Identity| (Parts::of(nested).machine)(payload);
        let revive: Revive = Box::new(move |_, record| (Parts::of(nested).revive)(record));
        Begun::new(request, start, name, input, open, revive)
    }
}

impl Connector for Workflows {
    fn takes(&self, target: &Target) -> bool {
        target.action() == Some(("states", "startExecution"))
    }

    fn call(&self, mut request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let workflows = Workflows(self.0.clone());
        Box::pin(async move {
            let replied = async {
                let input = request.arguments.get("Input").cloned().unwrap_or(Value::Null);
                let input = Arc::new(input);
                request.find_former(&input).await?;
                still_there(&request).await?;
                workflows.begin(&request, input)?.reply(request.target.pattern()).await
            };
            replied.await.map_err(|failure| refused(&request.target, failure))
        })
    }
}
