//! Workflows that a mock lets run: the child is an execution in the same engine, whose calls the mock answers, too.

use crate::connector::nested::Workflows;
use crate::connector::{Connector, Functions, Reply, Request, Target};
use crate::engine::pool::Outcome;
use crate::engine::run::Run;
use crate::engine::{Engine, Start, Within};
use crate::failure::Failure;
use crate::machine::Identity;
use crate::payload::Payload;
use crate::task::{BoxFuture, TaskContext, TaskDefinition};
use crate::way::{Nested, Parts, Way};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::Arc;

/// A workflow that is about to run as a child.
pub(crate) struct Child {
    task: TaskDefinition,
    target: Arc<Target>,
    context: TaskContext,
    engine: Engine,
    ordinal: u32,
    again: Vec<u32>,
    redriven: Option<Timestamp>,
    /// The position of its calls, for mocks.
    within: Within,
}

impl Run {
    /// The workflow that a scope calls, if it calls one.
    pub(crate) fn nested(&mut self, id: u32) -> Option<Child> {
        let pending = self.pending(id)?;
        let task = pending.mocked?;
        if !matches!(task.way, Way::Workflow(_) | Way::Continue(_)) {
            return None;
        }
        let target = pending.target.clone();
        let mut within = self.whole_path(id);
        let scope = self.scopes.get(id)?;
        within.path.push((scope.ordinal, 0));
        within.forks.push(scope.attempt + 1);
        let (context, engine) = (self.context.clone(), Engine(self.core.clone()));
        let ordinal = scope.ordinal;
        let (again, redriven) = (self.again(id), self.origin.identity.redriven);
        Some(Child { task, target, context, engine, ordinal, again, redriven, within })
    }
}

impl Child {
    /// Runs it on an input: its output, or what its caller is told of its failure.
    pub(crate) fn run(self, input: Payload) -> BoxFuture<Outcome> {
        match self.task.way {
            Way::Continue(nested) => self.chain(nested, input),
            _ => self.call(input),
        }
    }

    /// An execution that goes on in place of the one that calls: its end is the end of both.
    fn chain(self, nested: Nested, input: Payload) -> BoxFuture<Outcome> {
        let Child { task, engine, within, .. } = self;
        Box::pin(async move {
            let input = input.json()?;
            let text = engine.limits().text(&input, task.name)?;
            let open = move |_: &Identity| (Parts::of(nested).machine)(Payload::Json(input));
            let input = Some(text);
            let start =
                Start { machine: task.name, input, within, inside: true, ..Start::default() };
            engine.start_with(open, start).await
        })
    }

    /// An execution that is waited for, as a connector starts it.
    fn call(self, input: Payload) -> BoxFuture<Outcome> {
        let Child { task, target, context, engine, ordinal, again, redriven, within } = self;
        Box::pin(async move {
            let machine = engine.place().machine(task.name);
            let arguments = json!({ "StateMachineArn": &*machine, "Input": *input.json()? });
            let request = Request {
                target,
                arguments: Arc::new(arguments),
                context,
                path: within.path.clone(),
                ordinal,
                token: None,
                role: None,
                engine,
                again,
                redriven,
                former: None,
                submitted: false,
                within,
            };
            let reply = Workflows(Functions::new(&[task])).call(request).await?;
            let Reply::Begun { result: Some(result), .. } = reply else {
                return Err(Failure::runtime("a nested execution is not waited for"));
            };
            let described = Arc::unwrap_or_clone(result.await?);
            let output = described.get("Output").cloned().unwrap_or(Value::Null);
            Ok(Payload::Json(Arc::new(output)))
        })
    }
}
