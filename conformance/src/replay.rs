//! Runs a case again.

use crate::case::Case;
use crate::decode::decoded;
use crate::outcome::Outcome;
use crate::script::Script;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::engine::{Identity, Place, Start};
use workflow_runtime::history::{LogLevel, Logging};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::store::Status;
use workflow_runtime::{Engine, Execution, Failure};

/// The longest time of a case.
const LIMIT: Duration = Duration::from_secs(20);
/// The longest wait of a case, in real time, for what never comes.
const PATIENCE: Duration = Duration::from_secs(2);

/// Runs a case: under a virtual clock, with the names, the results of tasks and the objects that it says. Never
/// panics; one that takes too long comes to a failure.
#[must_use]
pub fn replay(case: &Case) -> Outcome {
    let owned = case.clone();
    let outcome = bounded(move || run(&owned));
    outcome.unwrap_or_else(|why| Outcome::failed("Replay.Failed", why))
}

/// Does something that may panic, or never end: then it says so.
///
/// # Errors
/// Why it did not come to a value.
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

fn run(case: &Case) -> Result<Outcome, String> {
    let definition = Definition::from_value(case.definition.clone()).map_err(|problems| {
        let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
        format!("the definition is refused: {}", problems.join("; "))
    })?;
    let timeout = definition.timeout();
    let program = Compiled::connected(definition).map_err(|states| {
        let states: Vec<_> = states.iter().map(ToString::to_string).collect();
        states.join("; ")
    })?;
    let program = Arc::new(program);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    let engine = engine(case)?;
    runtime.block_on(async move {
        let execution = start(case, &engine, program, timeout);
        let logging = logging(case);
        Ok(ended(execution, logging).await)
    })
}

fn engine(case: &Case) -> Result<Engine, String> {
    let clock = match &case.clock {
        None => VirtualClock::default(),
        Some(text) => {
            VirtualClock::at(text.parse().map_err(|error| format!("clock {text}: {error}"))?)
        }
    };
    let arn = case.context.execution_arn.as_deref().unwrap_or_default();
    let parts: Vec<&str> = arn.split(':').collect();
    let part = |index: usize, or: &str| -> Arc<str> {
        parts.get(index).copied().filter(|part| !part.is_empty()).unwrap_or(or).into()
    };
    let place = Place {
        region: part(3, "us-east-1"),
        account: part(4, "111111111111"),
        role: case.context.role_arn.as_deref().unwrap_or_default().into(),
    };
    let script = Script::new(&case.task_script, &case.masks)?;
    let engine = Engine::builder().clock(clock).place(place).seed(7).connector(script);
    Ok(engine.objects(objects(case)).build())
}

/// The objects that an ItemReader finds.
fn objects(case: &Case) -> MemoryObjects {
    let objects = MemoryObjects::default();
    for object in case.s3_objects.as_array().into_iter().flatten() {
        let text = |key: &str| object[key].as_str().unwrap_or_default();
        let body = match &object["body"] {
            Value::String(body) => body.clone(),
            body => body.to_string(),
        };
        objects.insert(text("bucket"), text("key"), body);
    }
    objects
}

fn start(case: &Case, engine: &Engine, program: Arc<Compiled>, timeout: Option<u32>) -> Execution {
    let input = Arc::new(case.input.clone());
    let shown = input.to_string().into();
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, input, Context::from(identity)))
    };
    let arn = case.context.execution_arn.as_deref();
    engine.start_with(
        open,
        Start {
            machine: case.context.state_machine_name.as_deref().unwrap_or("machine"),
            // The eighth part; that of an EXPRESS execution is followed by another.
            name: arn.and_then(|arn| arn.split(':').nth(7)),
            arn,
            input: Some(shown),
            timeout,
            ..Start::default()
        },
    )
}

/// Reads how a case says that it is logged.
fn logging(case: &Case) -> Option<Logging> {
    let logging = case.more.get("logging")?;
    let level = match logging["level"].as_str() {
        Some("ALL") => LogLevel::All,
        Some("ERROR") => LogLevel::Error,
        Some("FATAL") => LogLevel::Fatal,
        _ => LogLevel::Off,
    };
    let include_execution_data = logging["includeExecutionData"] == true;
    Some(Logging { level, include_execution_data })
}

pub(crate) async fn ended(mut execution: Execution, logging: Option<Logging>) -> Outcome {
    let result = tokio::time::timeout(PATIENCE, &mut execution).await;
    let status = match execution.status() {
        Status::Running => "RUNNING",
        Status::Succeeded => "SUCCEEDED",
        Status::Failed => "FAILED",
        Status::Aborted => "ABORTED",
        Status::TimedOut => "TIMED_OUT",
    };
    let events: Vec<Value> =
        execution.history().iter().map(|event| decoded(event.json())).collect();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (output, error, cause) = match result {
        Ok(Ok(output)) => (output.json().ok().map(|output| (*output).clone()), None, None),
        Ok(Err(failure)) => (None, some(failure.error()), some(&failure.cause())),
        // It waits for what never comes: it is running.
        Err(_) => (None, None, None),
    };
    let logged = logging.map(|logging| {
        let history = execution.history();
        history.iter().filter_map(|event| logging.record(event)).map(decoded).collect()
    });
    Outcome { status: status.into(), output, error, cause, events, logged }
}
