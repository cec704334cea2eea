//! Runs an execution again, under a virtual clock, with the answers that were recorded.

use crate::decode::decoded;
use crate::outcome::RecordedOutcome;
use crate::script::Script;
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::engine::{Identity, Place, Start};
use workflow_runtime::history::{HistoryEvent, Logging};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::store::Status;
use workflow_runtime::{Engine, Execution, Failure, Payload};

/// The longest time of a run.
const LIMIT: Duration = Duration::from_secs(20);
/// The longest wait of a run, in real time, for what never comes.
const PATIENCE: Duration = Duration::from_secs(2);

/// An execution to be run again: its document, its input, and what answers its tasks.
pub struct Setup {
    /// The document.
    pub definition: Value,
    /// The input of the execution.
    pub input: Value,
    /// The answers of its tasks.
    pub script: Script,
    /// The objects that an ItemReader finds.
    pub objects: MemoryObjects,
    /// The ARN of the execution.
    pub arn: Option<String>,
    /// The name of the state machine.
    pub machine: Option<String>,
    /// The ARN of the role.
    pub role: Option<String>,
    /// The time of the start.
    pub started: Option<Timestamp>,
    /// The state that it begins in, where it does not begin with the first one.
    pub from: Option<Entry>,
}

/// The entering of a state at the outermost level.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name of the state.
    pub state: String,
    /// Its input.
    pub input: Value,
    /// The variables.
    pub variables: BTreeMap<String, Value>,
}

/// The end of a run, or the point at which it waits for what never comes.
#[derive(Debug)]
pub struct ReplayRun {
    /// `RUNNING`, `SUCCEEDED`, `FAILED`, `ABORTED` or `TIMED_OUT`.
    pub status: Status,
    /// The output or the failure; `None` where it waits.
    pub result: Option<Result<Payload, Failure>>,
    /// All events.
    pub history: Vec<HistoryEvent>,
}

impl ReplayRun {
    /// The same in the shape of a case; with `logging` its log, too.
    #[must_use]
    pub fn outcome(&self, logging: Option<Logging>) -> RecordedOutcome {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (output, error, cause) = match &self.result {
            Some(Ok(output)) => (output.json().ok().map(|output| (*output).clone()), None, None),
            Some(Err(failure)) => (None, some(failure.error()), some(&failure.reported())),
            None => (None, None, None),
        };
        let events = self.history.iter().map(|event| decoded(event.json())).collect();
        let logged = logging.map(|logging| {
            self.history.iter().filter_map(|event| logging.record(event)).map(decoded).collect()
        });
        RecordedOutcome { status: self.status.name().into(), output, error, cause, events, logged }
    }
}

/// Does something that may panic, or never end: then it says so.
///
/// # Errors
/// The reason why it did not come to a value.
pub fn bounded<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, String> {
    let (done, result) = mpsc::channel();
    // A thread of its own: one that never ends is left behind.
    let run = move || {
        let outcome = catch_unwind(AssertUnwindSafe(work));
        let outcome = outcome.unwrap_or_else(|_| Err("it panicked".into()));
        // Who asked may have given up.
        drop(done.send(outcome));
    };
    match std::thread::Builder::new().stack_size(16 << 20).spawn(run) {
        Ok(_) => result.recv_timeout(LIMIT).unwrap_or_else(|_| Err("it took too long".into())),
        Err(error) => Err(format!("no thread: {error}")),
    }
}

/// Runs an execution to its end, or until it asks for what its script does not have.
///
/// # Errors
/// A document that cannot be run, or a state that cannot be entered.
pub fn run(setup: Setup) -> Result<ReplayRun, String> {
    let program = Arc::new(compiled(setup.definition.clone())?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    let script = setup.script.clone();
    if let Some(from) = &setup.from {
        enterable(&program, &from.state)?;
    }
    runtime.block_on(async move {
        let engine = engine(&setup);
        let execution = start(&setup, &engine, program);
        Ok(watched(execution, &script).await)
    })
}

/// A document, ready to be run.
fn compiled(definition: Value) -> Result<Compiled, String> {
    let definition = Definition::from_value(definition).map_err(|problems| {
        let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
        format!("the definition is refused: {}", problems.join("; "))
    })?;
    Compiled::connected(definition).map_err(|states| {
        let states: Vec<_> = states.iter().map(ToString::to_string).collect();
        states.join("; ")
    })
}

fn enterable(program: &Compiled, name: &str) -> Result<(), String> {
    let states = program.states();
    let Some(state) = states.iter().find(|state| *state.name == *name) else {
        return Err(format!("the definition has no state `{name}`"));
    };
    let Some((around, _)) = state.within else { return Ok(()) };
    let around = states.get(around).map_or("another state", |around| &*around.name);
    Err(format!(
        "the state `{name}` is inside `{around}`: a run can begin only at a state of the outermost level, such as `{around}`"
    ))
}

fn engine(setup: &Setup) -> Engine {
    let clock = setup.started.map_or_else(VirtualClock::default, VirtualClock::at);
    let arn = setup.arn.as_deref().unwrap_or_default();
    let parts: Vec<&str> = arn.split(':').collect();
    let part = |index: usize, or: &str| -> Arc<str> {
        parts.get(index).copied().filter(|part| !part.is_empty()).unwrap_or(or).into()
    };
    let place = Place {
        region: part(3, "us-east-1"),
        account: part(4, "111111111111"),
        role: setup.role.as_deref().unwrap_or_default().into(),
    };
    let engine = Engine::builder().clock(clock).place(place).seed(7);
    let engine = engine.connector(setup.script.clone()).objects(setup.objects.clone());
    engine.build()
}

fn start(setup: &Setup, engine: &Engine, program: Arc<Compiled>) -> Execution {
    let timeout = program.definition().timeout();
    let input = Arc::new(setup.input.clone());
    let shown = setup.from.as_ref().map_or(&setup.input, |from| &from.input);
    let shown = shown.to_string().into();
    let from = setup.from.clone();
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        let context = Context::from(identity);
        match from {
            None => Ok(Interpreted::start(program, input, context)),
            Some(Entry { state, input: at, variables }) => {
                Interpreted::start_at(program, input, context, &state, (Arc::new(at), variables))
            }
        }
    };
    let arn = setup.arn.as_deref();
    engine.start_with(
        open,
        Start {
            machine: setup.machine.as_deref().unwrap_or("machine"),
            // The eighth part; that of an EXPRESS execution is followed by another.
            name: arn.and_then(|arn| arn.split(':').nth(7)),
            arn,
            input: Some(shown),
            timeout,
            ..Start::default()
        },
    )
}

/// Waits for the end of an execution, as long as something may come.
pub async fn ended(mut execution: Execution) -> ReplayRun {
    let result = tokio::time::timeout(PATIENCE, &mut execution).await;
    told(execution, result.ok())
}

/// The same, until its script says that it has no answer.
async fn watched(mut execution: Execution, script: &Script) -> ReplayRun {
    let result = tokio::select! {
        biased;
        result = tokio::time::timeout(PATIENCE, &mut execution) => result.ok(),
        () = script.stuck() => None,
    };
    told(execution, result)
}

fn told(execution: Execution, result: Option<Result<Payload, Failure>>) -> ReplayRun {
    let history = Arc::unwrap_or_clone(execution.history());
    ReplayRun { status: execution.status(), result, history }
}
