//! Runs a test.

use super::request::{Inspection, Mock, Rejected, Status, TestState, Tested};
use super::{checks, context, definition};
use crate::connector::{Reply, Request};
use crate::engine::{Engine, Within, located};
use crate::failure::Failure;
use crate::interpreted::{Compiled, Context, Handed, Probe};
use crate::machine::{Effect, ResourceCall, Retrier, StateInfo, StepContext};
use crate::task::{Heartbeat, TaskContext};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use workflow_asl::Definition;

/// Tests one state. A Task without a mock is called through the connectors of the engine.
///
/// # Errors
/// What AWS refuses to test, with its words.
pub async fn test_state(engine: &Engine, request: TestState) -> Result<Tested, Rejected> {
    checks::request(&request)?;
    let (machine, name) = definition::machine(&request)?;
    let state = definition::state(&machine, &name).clone();
    checks::state(&request, &state)?;
    context::check(&request, &state)?;
    let kind = state["Type"].as_str().unwrap_or_default();
    let tries = matches!(kind, "Task" | "Map" | "Parallel");
    let given = context::context(engine, &request, tries);
    let program = compile(machine)?;
    let context = Context { given: Some(Arc::new(given)), ..Context::default() };
    let step = StepContext {
        now: engine.now(),
        retries: request.configuration.retries,
        key: "test".into(),
        seed: 0,
        ..StepContext::default()
    };
    let input = Arc::new(request.input.clone());
    let probe = Probe::new(program, &name, input, &request.variables, context, &step);
    let probe = probe.ok_or_else(|| Rejected::request("State not found in definition"))?;
    let (variables, seen) = (request.variables.clone(), Map::new());
    let mut test = Test { engine, request: &request, probe, seen, variables, refused: None };
    let tested = test.run().await;
    match test.refused.take() {
        Some(refused) => Err(refused),
        None => Ok(Tested { inspection: test.told(), ..tested }),
    }
}

fn compile(machine: Value) -> Result<Arc<Compiled>, Rejected> {
    let problems = |problems: Vec<String>| {
        Rejected::definition(format!("Invalid State Machine Definition: '{}'", problems.join(", ")))
    };
    let definition = Definition::from_value(machine)
        .map_err(|found| problems(found.iter().map(ToString::to_string).collect()))?;
    Compiled::connected(definition)
        .map(Arc::new)
        .map_err(|found| problems(found.iter().map(ToString::to_string).collect()))
}

struct Test<'a> {
    engine: &'a Engine,
    request: &'a TestState,
    probe: Probe,
    /// Its data at each step.
    seen: Map<String, Value>,
    /// The variables: those that are given, and those that it assigns (documented).
    variables: Map<String, Value>,
    /// The reason why it cannot be made, found on the way.
    refused: Option<Rejected>,
}

/// The result of a state's work: a result, if it has one.
type Worked = Result<Option<Arc<Value>>, Failure>;

impl Test<'_> {
    fn told(&mut self) -> Map<String, Value> {
        if self.request.inspection == Inspection::Info {
            return Map::new();
        }
        let mut told = std::mem::take(&mut self.seen);
        told.insert("input".into(), self.request.input.clone());
        if !self.variables.is_empty() {
            told.insert("variables".into(), Value::Object(std::mem::take(&mut self.variables)));
        }
        told
    }

    async fn run(&mut self) -> Tested {
        self.seen.append(&mut self.probe.before());
        match self.work().await {
            Ok(result) => self.succeeded(result),
            Err(failure) => self.failed(failure),
        }
    }

    async fn work(&mut self) -> Worked {
        if let Some(failure) = self.probe.failure() {
            return Err(failure.unwrap_or_else(|fault| fault));
        }
        if self.probe.is_passed() {
            return Ok(None);
        }
        if self.probe.scopes() > 0 {
            return self.forked();
        }
        match (self.probe.effect()?, &self.request.mock) {
            (_, Some(mock)) => mocked(mock).map(Some),
            (Effect::Call(called), None) => self.call(*called).await.map(Some),
            _ => Err(Failure::runtime("the state calls nothing")),
        }
    }

    /// A Parallel or Map: the mock stands for all children.
    fn forked(&mut self) -> Worked {
        let read = self.request.configuration.reader_data.as_ref();
        let (tolerated, iterations) = self.probe.map(read, &mut self.seen)?;
        let Some(mock) = &self.request.mock else {
            return Err(Failure::runtime("the children of a state are not run in a test"));
        };
        let all = iterations.or_else(|| Some(mock.outcome.as_ref().ok()?.as_array()?.len() as u64));
        if let Some(refused) = all.and_then(|all| checks::iterations(self.request, all).err()) {
            self.refused = Some(refused);
            return Err(Failure::runtime("the test is refused"));
        }
        let result = mocked(mock)?;
        let failed = self.request.configuration.failed_iterations.unwrap_or(0);
        if tolerated.is_passed(failed, all.or(Some(0))) {
            // Recorded.
            let cause = "The specified tolerated failure threshold was exceeded";
            return Err(Failure::new("States.ExceedToleratedFailureThreshold", cause));
        }
        Ok(Some(result))
    }

    async fn call(&self, called: ResourceCall) -> Result<Arc<Value>, Failure> {
        let ResourceCall { target, arguments, role, functions, .. } = called;
        let connector = self.engine.connector(&target, &functions);
        let connector = connector.ok_or_else(|| target.unanswered())?;
        let context = TaskContext {
            execution: "test".into(),
            state: definition::NAME.into(),
            attempt: self.request.configuration.retries + 1,
            idempotency_key: "test".into(),
            resources: crate::resource::Resources::default(),
            heartbeat: Heartbeat::default(),
            token: None,
        };
        let engine = self.engine.clone();
        let (path, ordinal, token) = (vec![], 0, None);
        let within = Within::default();
        let request = Request {
            target,
            arguments,
            context,
            path,
            ordinal,
            token,
            role,
            engine,
            again: vec![],
            redriven: None,
            former: None,
            within,
        };
        match connector.call(request).await? {
            Reply::Done(value) => Ok(value),
            Reply::Begun { result: Some(result), .. } => result.await,
            Reply::Begun { output, result: None } => Ok(output),
        }
    }

    fn succeeded(&mut self, result: Option<Arc<Value>>) -> Tested {
        self.seen.append(&mut self.probe.after(result.as_ref()));
        match self.probe.done(result) {
            Ok(handed) => {
                let (output, next) = self.leave(handed);
                let (status, error, cause) = (Status::Succeeded, None, None);
                Tested { status, output, error, cause, next, inspection: Map::new() }
            }
            Err(failure) => self.failed(failure),
        }
    }

    fn failed(&mut self, failure: Failure) -> Tested {
        let failure = located(failure, definition::NAME, 0);
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let failed = Tested {
            status: Status::Failed,
            output: None,
            error: some(failure.error()),
            cause: some(&failure.reported()),
            next: None,
            inspection: Map::new(),
        };
        let Ok(info) = self.probe.info() else { return failed };
        let retries = self.request.configuration.retries;
        let retrier = info.retrier_of(&failure);
        let catcher = info.catcher_of(&failure);
        let mut details = Map::new();
        let mut status = Status::Failed;
        if let Some(index) = retrier {
            details.insert("retryIndex".into(), json!(index));
            if let Some(pause) = pause(info, index, retries) {
                details.insert("retryBackoffIntervalSeconds".into(), pause);
                status = Status::Retriable;
            }
        }
        let mut handed = None;
        if let (Status::Failed, Some(index)) = (status, catcher) {
            details.insert("catchIndex".into(), json!(index));
            handed = self.probe.caught(index, &failure).ok();
        }
        if !details.is_empty() {
            self.seen.insert("errorDetails".into(), Value::Object(details));
        }
        match handed {
            None => Tested { status, ..failed },
            Some(handed) => {
                let (output, next) = self.leave(handed);
                Tested { status: Status::CaughtError, output, next, ..failed }
            }
        }
    }

    /// The output and the next state; variables are kept.
    fn leave(&mut self, handed: Handed) -> (Option<Value>, Option<String>) {
        let Handed { output, next, assigned } = handed;
        let assigned = assigned.into_iter().map(|(name, it)| (name.to_string(), (*it).clone()));
        self.variables.extend(assigned);
        (Some(Arc::unwrap_or_clone(output)), next.map(|next| next.to_string()))
    }
}

fn mocked(mock: &Mock) -> Result<Arc<Value>, Failure> {
    match &mock.outcome {
        Ok(result) => Ok(Arc::new(result.clone())),
        Err((error, cause)) => Err(Failure::new(error.clone(), cause.clone())),
    }
}

/// Seconds before the next retry, if there is one.
fn pause(info: &StateInfo, index: usize, retries: u32) -> Option<Value> {
    let retry = info.retry.get(index).map(Retrier::retry)?;
    if retries >= retry.max_attempts {
        return None;
    }
    let pause = f64::from(retry.interval) * retry.backoff_rate.powf(f64::from(retries));
    let pause = retry.max_delay.map_or(pause, |most| pause.min(f64::from(most)));
    // AWS says whole seconds.
    Some(json!(pause as u64))
}
