//! Runs a case again.

use crate::case::Case;
use serde_json::Value;
use workflow_replay::{Noise, RecordedOutcome, Script, Setup, bounded, run};
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::history::{LogLevel, Logging};

/// Runs a case: under a virtual clock, with the names, the results of tasks and the objects that it says. Never
/// panics; one that takes too long comes to a failure.
#[must_use]
pub fn replay(case: &Case) -> RecordedOutcome {
    let owned = case.clone();
    let outcome = bounded(move || Ok(run(setup(&owned)?)?.outcome(logging(&owned))));
    outcome.unwrap_or_else(|why| RecordedOutcome::failed("Replay.Failed", why))
}

fn setup(case: &Case) -> Result<Setup, String> {
    let time = |text: &String| text.parse().map_err(|error| format!("clock {text}: {error}"));
    Ok(Setup {
        definition: case.definition.clone(),
        input: case.input.clone(),
        script: Script::read(&case.task_script, Noise::erased(&case.masks))?,
        objects: objects(case),
        arn: case.context.execution_arn.clone(),
        machine: case.context.state_machine_name.clone(),
        role: case.context.role_arn.clone(),
        started: case.clock.as_ref().map(time).transpose()?,
        from: None,
    })
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
