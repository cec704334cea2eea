//! Nested executions: `states:startExecution`, and the same through `aws-sdk:sfn`.

use super::{Connector, Pattern, Reply, Request, Target};
use crate::engine::{Engine, Execution, Identity, Revive, Start};
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

/// A connector that starts nested executions: of the documents that it has, in the engine that calls; of other state
/// machines by a function.
#[derive(Clone, Default)]
pub struct Executions {
    named: Arc<BTreeMap<String, Arc<Compiled>>>,
    starter: Option<Arc<Starter>>,
}

/// Starts the execution that a call asks for.
type Starter = dyn Fn(StartRequest) -> BoxFuture<Result<Execution, Failure>> + Send + Sync;

/// A call that asks for an execution.
pub struct StartRequest {
    /// The ARN of the state machine; it may name a version or an alias.
    pub machine: String,
    /// The name that the call gives the execution, checked to be a valid one.
    pub name: Option<String>,
    /// The mark of this call: it is the same if the call is made again after a crash, and different for any other call. An
    /// execution without a name gets it as its name. `None` if the engine that calls has no store.
    pub mark: Option<String>,
    /// The input.
    pub input: Arc<Value>,
    /// The way in which the call waits for the execution.
    pub pattern: Pattern,
    /// The engine that calls.
    pub engine: Engine,
}

impl Executions {
    /// Adds a state machine by its name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, machine: impl Into<Arc<Compiled>>) -> Self {
        Arc::make_mut(&mut self.named).insert(name.into(), machine.into());
        self
    }

    /// Sets the function that starts executions of all other state machines. It returns an execution whose start is written.
    ///
    /// It fails with the name of an exception of the API, such as `ExecutionAlreadyExists`, which the caller gets in the form
    /// of AWS; or with an error name of the States Language.
    #[must_use]
    pub fn starting(
        self,
        start: impl Fn(StartRequest) -> BoxFuture<Result<Execution, Failure>> + Send + Sync + 'static,
    ) -> Self {
        Executions { starter: Some(Arc::new(start)), ..self }
    }
}

/// An execution that was started.
pub(super) struct Begun {
    execution: Execution,
    arn: String,
    name: String,
    machine: String,
    input: Arc<Value>,
    started: String,
}

impl Connector for Executions {
    fn takes(&self, target: &Target) -> bool {
        matches!(target.action(), Some(("states" | "aws-sdk:sfn", "startExecution")))
    }

    fn call(&self, mut request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let executions = self.clone();
        Box::pin(async move {
            let replied = async {
                let input = Arc::new(input(&request)?);
                request.find_former(&input).await?;
                if executions.named.contains_key(request.machine()) {
                    still_there(&request).await?;
                }
                let begun = executions.begin(&request, input)?.await?;
                begun.reply(request.target.pattern()).await
            };
            replied.await.map_err(|failure| refused(&request.target, failure))
        })
    }
}

impl Executions {
    fn begin(
        &self,
        request: &Request,
        input: Arc<Value>,
    ) -> Result<BoxFuture<Result<Begun, Failure>>, Failure> {
        let arn = request.arguments["StateMachineArn"].as_str().unwrap_or_default();
        let machine = arn.rsplit(':').next().unwrap_or_default();
        if let Some(program) = self.named.get(machine) {
            let begun = begin_here(request, machine, program, input);
            return Ok(Box::pin(std::future::ready(begun)));
        }
        let starter = self.starter.as_ref().ok_or_else(|| missing(arn))?;
        let (machine, shown) = (arn.to_owned(), input.clone());
        let starting = starter(StartRequest {
            machine: machine.clone(),
            name: name(request)?,
            mark: request.name_of_execution(),
            input,
            pattern: request.target.pattern(),
            engine: request.engine.clone(),
        });
        Ok(Box::pin(async move { Ok(Begun::of(starting.await?, machine, shown)) }))
    }
}

/// Starts an execution of a document in the engine that calls.
fn begin_here(
    request: &Request,
    machine: &str,
    program: &Arc<Compiled>,
    input: Arc<Value>,
) -> Result<Begun, Failure> {
    let (revived, again) = (program.clone(), input.clone());
    let revive: Revive = Box::new(move |identity, record| {
        Interpreted::resume(revived, again, Context::from(identity), record)
    });
    let (program, value) = (program.clone(), input.clone());
    let start = Start { timeout: program.definition().timeout(), ..Start::default() };
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, value, Context::from(identity)))
    };
    Begun::new(request, start, machine, input, open, revive)
}

/// Looks for the execution that a call waits for which was taken before a crash.
///
/// # Errors
/// As [`Request::find_submitted`]; a wrong name.
pub(super) async fn still_there(request: &Request) -> Result<(), Failure> {
    match name(request)?.or_else(|| request.name_of_execution()) {
        Some(name) => request.find_submitted(&name).await,
        None => Ok(()),
    }
}

/// The input that a call gives: through the SDK it is text; the optimized integration takes any JSON.
fn input(request: &Request) -> Result<Value, Failure> {
    let sdk = request.target.action().is_some_and(|it| it.0 != "states");
    match request.arguments.get("Input") {
        None | Some(Value::Null) => Ok(json!({})),
        Some(Value::String(text)) if sdk => serde_json::from_str(text).map_err(|error| {
            let cause = format!("Invalid State Machine Execution Input: '{error}'");
            Failure::new("InvalidExecutionInput", cause)
        }),
        Some(input) => Ok(input.clone()),
    }
}

/// The name that a call gives the execution (API reference of the constraint, in the words of its exceptions).
fn name(request: &Request) -> Result<Option<String>, Failure> {
    match request.arguments.get("Name") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(name)) if name.chars().count() > NAME => Err(Failure::new(
            "ValidationException",
            format!(
                "1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: Member must have length less than or equal to {NAME}"
            ),
        )),
        Some(Value::String(name)) if is_name(name) => Ok(Some(name.clone())),
        Some(Value::String(name)) => {
            Err(Failure::new("InvalidName", format!("Invalid Name: '{name}'")))
        }
        Some(_) => Err(Failure::runtime(format!(
            "The Parameters '{}' could not be used to start the Task: [The value of the field 'Name' has an invalid format]",
            request.arguments
        ))),
    }
}

/// The most characters of a name (API reference).
const NAME: usize = 80;

/// True if AWS takes this as the name of a state machine, an execution or an activity, as far as its characters go (API
/// reference).
#[must_use]
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(is_banned)
}

fn is_banned(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{fffe}' | '\u{ffff}')
        || "?*<>{}[]\"#%\\^|~`$&,;:/".contains(c)
}

/// The failure of a call to the State Machine of an ARN that is not there (recorded).
pub(super) fn missing(arn: &str) -> Failure {
    Failure::new("StateMachineDoesNotExist", format!("State Machine Does Not Exist: '{arn}'"))
}

/// Returns an exception of the API in the form that a call has it in. Other failures stay what they are.
pub(super) fn refused(target: &Target, failure: Failure) -> Failure {
    let code = failure.error();
    if failure.is_interruption() || code.contains('.') {
        return failure;
    }
    target.exception(code, &failure.reported())
}

impl Begun {
    /// Starts an execution with this input, in the engine that calls.
    pub(super) fn new(
        request: &Request,
        start: Start<'_>,
        machine: &str,
        input: Arc<Value>,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        revive: Revive,
    ) -> Result<Self, Failure> {
        let name = name(request)?.or_else(|| request.name_of_execution());
        let text = Some(input.to_string().into());
        let waits = matches!(request.target.pattern(), Pattern::Sync | Pattern::Sync2);
        let start = Start {
            machine,
            name: name.as_deref(),
            input: text,
            caller: waits.then(|| request.context.execution.clone()),
            alone: true,
            inside: true,
            ..start
        };
        let execution = request.engine.start_called(open, start, revive);
        let arn = request.arguments["StateMachineArn"].as_str().unwrap_or_default();
        Ok(Begun::of(execution, arn.to_owned(), input))
    }

    fn of(execution: Execution, machine: String, input: Arc<Value>) -> Self {
        Begun {
            arn: execution.id().to_owned(),
            name: execution.name().to_owned(),
            machine,
            input,
            started: format!("{:.3}", execution.began()),
            execution,
        }
    }

    /// Returns the caller's answer, as soon as the start is written.
    pub(super) async fn reply(self, pattern: Pattern) -> Result<Reply, Failure> {
        self.execution.started().await?;
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
            let cause = failure.reported();
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
        // Numbers of milliseconds here (seen in causes of AWS), and a text in the answer to a start (recorded).
        put("StartDate", json!(self.execution.began().as_millisecond()));
        put("StateMachineArn", json!(self.machine));
        put("Status", json!(status));
        put("StopDate", json!(stopped.map(|time| time.as_millisecond())));
        all
    }
}
