//! Nested executions: `states:startExecution`, and the same through `aws-sdk:sfn`.

use super::{Connector, Pattern, Reply, Request, Target};
use crate::engine::{Execution, Identity, Revive, Start};
use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::interpreted::{Compiled, Context, Interpreted};
use crate::machine::Machine;
use crate::payload::Payload;
use crate::store::Status;
use crate::task::BoxFuture;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Starts executions of these documents, in the engine that calls.
#[derive(Clone, Default)]
pub struct Executions {
    named: Arc<BTreeMap<String, Arc<Compiled>>>,
    finder: Option<Arc<Finder>>,
}

/// Finds a state machine by its ARN.
type Finder = dyn Fn(&str) -> Option<Callee> + Send + Sync;

/// A state machine that is called.
#[derive(Clone)]
pub struct Callee {
    /// Its name.
    pub name: Arc<str>,
    /// Its document.
    pub program: Arc<Compiled>,
    /// The ARN of the role of its executions; else that of the engine's place.
    pub role: Option<Arc<str>>,
}

impl Executions {
    /// Adds a state machine by its name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, machine: impl Into<Arc<Compiled>>) -> Self {
        Arc::make_mut(&mut self.named).insert(name.into(), machine.into());
        self
    }

    /// Finds state machines that were not added, by their ARNs.
    #[must_use]
    pub fn finding(self, find: impl Fn(&str) -> Option<Callee> + Send + Sync + 'static) -> Self {
        Executions { finder: Some(Arc::new(find)), ..self }
    }

    fn callee(&self, arn: &str) -> Option<Callee> {
        let name = arn.rsplit(':').next().unwrap_or_default();
        if let Some(program) = self.named.get(name) {
            return Some(Callee { name: name.into(), program: program.clone(), role: None });
        }
        self.finder.as_ref()?(arn)
    }
}

/// An execution that was started.
pub(super) struct Begun {
    execution: Execution,
    arn: String,
    name: String,
    machine: String,
    input: Value,
    started: String,
}

impl Connector for Executions {
    fn takes(&self, target: &Target) -> bool {
        matches!(target.action(), Some(("states" | "aws-sdk:sfn", "startExecution")))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let begun = self.begin(&request);
        Box::pin(async move { begun?.reply(request.target.pattern()) })
    }
}

impl Executions {
    fn begin(&self, request: &Request) -> Result<Begun, Failure> {
        let arn = request.arguments["StateMachineArn"].as_str().unwrap_or_default();
        let Callee { name: machine, program, role } =
            self.callee(arn).ok_or_else(|| missing(arn))?;
        let input = match request.arguments.get("Input") {
            None | Some(Value::Null) => json!({}),
            Some(input) => input.clone(),
        };
        // Through the SDK it is text; the optimized integration takes any JSON.
        let input = match input {
            Value::String(text) if request.target.action().is_some_and(|it| it.0 != "states") => {
                serde_json::from_str(&text).map_err(|error| {
                    let cause = format!("Invalid State Machine Execution Input: '{error}'");
                    Failure::new("Sfn.InvalidExecutionInputException", cause)
                })?
            }
            input => input,
        };
        let (revived, again) = (program.clone(), Arc::new(input.clone()));
        let own = role.clone();
        let revive: Revive = Box::new(move |identity, record| {
            let mut context = Context::from(identity);
            own.into_iter().for_each(|role| context.role = role);
            Interpreted::resume(revived, again, context, record)
        });
        let (value, timeout) = (Arc::new(input.clone()), program.definition().timeout());
        let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
            Ok(Interpreted::start(program, value, Context::from(identity)))
        };
        let start = Start { timeout, role: role.as_deref(), ..Start::default() };
        Ok(Begun::new(request, start, &machine, arn, input, open, revive))
    }
}

pub(super) fn missing(arn: &str) -> Failure {
    Failure::new(
        "StepFunctions.StateMachineDoesNotExistException",
        format!(
            "State Machine Does Not Exist: '{arn}' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist)"
        ),
    )
}

impl Begun {
    /// Starts an execution with this input, in the engine that calls.
    pub(super) fn new(
        request: &Request,
        start: Start<'_>,
        machine: &str,
        arn: &str,
        input: Value,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        revive: Revive,
    ) -> Self {
        let found = request.name_of_execution();
        let name = request.arguments["Name"].as_str().or(found.as_deref());
        let input_text = Some(input.to_string().into());
        let start = Start { machine, name, input: input_text, alone: true, inside: true, ..start };
        let execution = request.engine.start_called(open, start, revive);
        Begun {
            arn: execution.id().to_owned(),
            name: execution.name().to_owned(),
            machine: arn.to_owned(),
            input,
            started: format!("{:.3}", execution.began()),
            execution,
        }
    }

    /// Returns the caller's answer.
    pub(super) fn reply(self, pattern: Pattern) -> Result<Reply, Failure> {
        let exists = self.execution.refusal().filter(|it| it.error() == "ExecutionAlreadyExists");
        if let Some(refusal) = exists {
            let error = "StepFunctions.ExecutionAlreadyExistsException";
            return Err(Failure::new(error, refusal.cause()));
        }
        let output = Arc::new(json!({ "ExecutionArn": self.arn, "StartDate": self.started }));
        Ok(match pattern {
            Pattern::RequestResponse => Reply::Done(output),
            Pattern::WaitForTaskToken => Reply::Begun { output, result: None },
            Pattern::Sync | Pattern::Sync2 => {
                let result = self.ended(pattern == Pattern::Sync2);
                Reply::Begun { output, result: Some(Box::pin(result)) }
            }
        })
    }

    /// Waits for the end, and describes the execution as AWS does (recorded).
    async fn ended(mut self, json: bool) -> Result<Arc<Value>, Failure> {
        let result = (&mut self.execution).await;
        let described = self.described(&result, json);
        match result {
            Err(failure) if failure.is_interruption() => Err(failure),
            Ok(_) => Ok(Arc::new(Value::Object(described))),
            Err(_) => Err(Failure::new("States.TaskFailed", Value::Object(described).to_string())),
        }
    }

    fn described(&self, result: &Result<Payload, Failure>, json: bool) -> Map<String, Value> {
        let text =
            |value: &Value| if json { value.clone() } else { Value::String(value.to_string()) };
        let status = match self.execution.status() {
            Status::Succeeded => "SUCCEEDED",
            Status::Aborted => "ABORTED",
            // Recorded: to a parent, a nested execution that timed out has failed.
            _ => "FAILED",
        };
        let stopped = self.execution.history().last().map(|event: &HistoryEvent| event.time);
        let mut all = Map::new();
        let mut put = |key: &str, value: Value| drop(all.insert(key.to_owned(), value));
        if let Err(failure) = result {
            let cause = failure.cause();
            [("Cause", cause.as_str()), ("Error", failure.error())]
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .for_each(|(key, text)| put(key, json!(text)));
        }
        put("ExecutionArn", json!(self.arn));
        // A failure's cause is text in any case, and so is what stands in it.
        put(
            "Input",
            if result.is_ok() { text(&self.input) } else { json!(self.input.to_string()) },
        );
        put("InputDetails", json!({ "Included": true }));
        put("Name", json!(self.name));
        if let Ok(output) = result {
            put("Output", output.json().map_or(Value::Null, |output| text(&output)));
            put("OutputDetails", json!({ "Included": true }));
            put("RedriveCount", json!(0));
            put("RedriveStatus", json!("NOT_REDRIVABLE"));
            put("RedriveStatusReason", json!("Execution is SUCCEEDED and cannot be redriven"));
        }
        put("StartDate", json!(self.started));
        put("StateMachineArn", json!(self.machine));
        put("Status", json!(status));
        put("StopDate", json!(stopped.map(|time| format!("{time:.3}"))));
        all
    }
}
