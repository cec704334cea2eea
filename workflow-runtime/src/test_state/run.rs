//! Runs a test.

use super::request::{Inspection, Mock, Rejected, Status, TestState, Tested};
use super::taken::{Taken, taken_by};
use super::{checks, context, definition};
use crate::connector::{Reply, Request};
use crate::engine::{Engine, Within, distributed, located};
use crate::failure::Failure;
use crate::interpreted::{Compiled, Context, Handed, Probe};
use crate::limits::Limits;
use crate::machine::distributed::{Element, ObjectForm, ReadFrom, exceeded};
use crate::machine::{Effect, Kind, ResourceCall, StepContext};
use crate::task::{Heartbeat, TaskContext};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::Arc;
use workflow_asl::Definition;
use workflow_asl::document::{Options, Report, validate_value};

/// Tests one state. A Task without a mock is called through the connectors of the engine.
///
/// # Errors
/// What AWS refuses to test, with its words.
pub async fn test_state(engine: &Engine, request: TestState) -> Result<Tested, Rejected> {
    checks::request(&request)?;
    let (machine, name) = definition::machine(&request);
    let missing = || Rejected::request("State not found in definition");
    // A name goes with a whole machine (documented; the words are those of a name that it does not have).
    let way = definition::way(&machine["States"], &name).unwrap_or_default();
    let Some(((_, state), around)) = way.split_last() else { return Err(missing()) };
    let program = compile(machine.clone(), request.state.is_some())?;
    checks::state(&request, state)?;
    context::check(&request, state)?;
    let tries = matches!(state["Type"].as_str(), Some("Task" | "Map" | "Parallel"));
    let given = context::context(engine, &request, tries);
    let context = Context { given: Some(Arc::new(given)), ..Context::default() };
    let step = StepContext {
        now: engine.now(),
        retries: request.configuration.retries,
        key: "test".into(),
        seed: 0,
        ..StepContext::default()
    };
    let input = Arc::new(request.input.clone());
    let variables = request.variables.clone();
    let at = |name: &str| {
        let (program, input) = (program.clone(), input.clone());
        let probe = Probe::new(program, name, input, &variables, context.clone(), &step);
        probe.ok_or_else(missing)
    };
    let probe = at(&name)?;
    let around = around.iter().rev().map(|(name, _)| at(name)).collect::<Result<Vec<_>, _>>()?;
    let (seen, source) = (Map::new(), context::source(state).map(Arc::from));
    let mut test =
        Test { engine, request: &request, probe, around, source, seen, variables, refused: None };
    let tested = test.run().await;
    match test.refused.take() {
        Some(refused) => Err(refused),
        None => Ok(Tested { inspection: test.told(), ..tested }),
    }
}

/// Makes a machine ready that AWS takes. All that it refuses is said in its words, without our help.
fn compile(machine: Value, is_whole: bool) -> Result<Arc<Compiled>, Rejected> {
    let refused = |report: Report| Rejected::definition(report.refusal().unwrap_or_default());
    let mut report = validate_value(&machine, &Options::default());
    if !is_whole {
        // That of a machine around one state is none of that state: whether it has an end.
        report.diagnostics.retain(|found| found.location.is_some());
    }
    if !report.is_ok() {
        return Err(refused(report));
    }
    let definition = Definition::from_value(machine)
        .map_err(|diagnostics| refused(Report { diagnostics, truncated: false }))?;
    Compiled::connected(definition).map(Arc::new).map_err(|found| {
        let problems: Vec<_> = found.iter().map(ToString::to_string).collect();
        let problems = problems.join(", ");
        Rejected::definition(format!("Invalid State Machine Definition: '{problems}'"))
    })
}

struct Test<'a> {
    engine: &'a Engine,
    request: &'a TestState,
    probe: Probe,
    /// The same of the states around it, the innermost first.
    around: Vec<Probe>,
    /// The source of its items, if it is a distributed Map.
    source: Option<Arc<str>>,
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
            // The time that a Wait waits for is evaluated, and not waited for.
            return self.probe.effect().map(|_| None);
        }
        if self.probe.scopes() > 0 {
            return self.forked();
        }
        let effect = self.probe.effect()?;
        if let Effect::Call(called) = &effect {
            Limits::Aws.text(&called.arguments, definition::NAME)?;
        }
        match (effect, &self.request.mock) {
            (_, Some(mock)) => mocked(mock).map(Some),
            (Effect::Call(called), None) => self.call(*called).await.map(Some),
            _ => Err(Failure::runtime("the state calls nothing")),
        }
    }

    /// A Parallel or Map: the mock stands for all children.
    fn forked(&mut self) -> Worked {
        if self.probe.info()?.kind == Kind::Parallel {
            self.probe.effect()?;
        }
        let read = self.read()?;
        let (tolerated, iterations) = self.probe.map(read, self.source.as_ref(), &mut self.seen)?;
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
            return Err(exceeded());
        }
        Ok(Some(result))
    }

    /// Reads the items of a Map from the data that is given in place of an object's.
    fn read(&mut self) -> Result<Option<Vec<Element>>, Failure> {
        let data = self.request.configuration.reader_data.as_ref();
        let Some((data, reads)) = data.zip(self.probe.reads()) else { return Ok(None) };
        let (source, max_items) = reads?;
        let text = match data {
            Value::String(text) => Cow::Borrowed(text.as_str()),
            other => Cow::Owned(other.to_string()),
        };
        let most = distributed::most(max_items)?;
        let form = match source {
            ReadFrom::Object(form) | ReadFrom::Listed(form) | ReadFrom::Unloaded(form) => form,
            // What is said of objects: as far as it is given as a list.
            ReadFrom::Listing | ReadFrom::Inventory => {
                return Ok(distributed::items_of(&ObjectForm::Json(None), &text, most).ok());
            }
        };
        if let ObjectForm::Json(Some(pointer)) = form
            && let Ok(whole) = serde_json::from_str::<Value>(&text)
            && let Some(items) = whole.pointer(pointer)
        {
            self.seen.insert("afterItemsPointer".into(), items.clone());
        }
        distributed::items_of(form, &text, most).map(Some)
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
            submitted: false,
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
        match self.probe.done(result).and_then(bounded) {
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
        let Taken { status, failure, details, handed } = self.taken(failure);
        if !details.is_empty() {
            self.seen.insert("errorDetails".into(), Value::Object(details));
        }
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (error, cause) = (some(failure.error()), some(&failure.reported()));
        let (output, next) = handed.map_or((None, None), |handed| self.leave(handed));
        Tested { status, output, error, cause, next, inspection: Map::new() }
    }

    /// Hands a failure to the state, and then to those around it, until one takes it (documented). The retries that are
    /// assumed are those of the first retrier that applies.
    fn taken(&self, failure: Failure) -> Taken {
        let mut retries = self.request.configuration.retries;
        let own = taken_by(&self.probe, failure, &mut retries);
        if own.status != Status::Failed {
            return own;
        }
        // This item of a Map, and those that are assumed to have failed.
        let failed = self.request.configuration.failed_iterations.unwrap_or(0).saturating_add(1);
        let all = self.request.input.as_array().map_or(1, |items| items.len() as u64).max(failed);
        let mut reached = own.failure.clone();
        for around in &self.around {
            let Some(failure) = around.fails_with(reached, failed, all) else { break };
            let taken = taken_by(around, failure, &mut retries);
            if taken.status != Status::Failed {
                return taken;
            }
            reached = taken.failure;
        }
        own
    }

    /// The output and the next state; variables are kept.
    fn leave(&mut self, handed: Handed) -> (Option<Value>, Option<String>) {
        let Handed { output, next, assigned } = handed;
        let assigned = assigned.into_iter().map(|(name, it)| (name.to_string(), (*it).clone()));
        self.variables.extend(assigned);
        (Some(Arc::unwrap_or_clone(output)), next.map(|next| next.to_string()))
    }
}

/// An output of at most 256 KiB.
fn bounded(handed: Handed) -> Result<Handed, Failure> {
    Limits::Aws.text(&handed.output, definition::NAME).map(|_| handed)
}

fn mocked(mock: &Mock) -> Result<Arc<Value>, Failure> {
    match &mock.outcome {
        Ok(result) => Ok(Arc::new(result.clone())),
        Err((error, cause)) => Err(Failure::new(error.clone(), cause.clone())),
    }
}
