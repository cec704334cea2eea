//! An attempt of a task: its body is run, in time, and what it comes to becomes Lambda's answer.

use crate::event::Event;
use lambda_runtime::Diagnostic;
use serde_json::value::RawValue;
use std::time::{Duration, SystemTime};
use workflow_task::body::{attempt, kept};
use workflow_task::task::TaskDefinition;
use workflow_task::{Failure, Payload};

/// The most bytes of a response (documented of Lambda: 6 MB; its messages name this number).
pub(crate) const MOST: usize = 6_291_556;

/// The time before the deadline at which an attempt is given up, so that the answer still arrives.
const MARGIN: Duration = Duration::from_millis(100);

/// A failure as Lambda's answer.
#[derive(Debug)]
pub(crate) struct Failed(pub(crate) Failure);

impl From<Failed> for Diagnostic {
    fn from(Failed(failure): Failed) -> Self {
        Diagnostic { error_type: failure.error().to_owned(), error_message: failure.cause() }
    }
}

/// Runs the body of a task, at most until shortly before a deadline.
///
/// # Errors
/// Those of the engine: the task's own; `Lambda.Unknown` where it panicked, `States.Timeout` where there was no time,
/// `States.Runtime` where its input or result does not fit, `States.DataLimitExceeded` where its result is too large.
pub(crate) async fn run(
    task: &TaskDefinition,
    event: Event,
    deadline: SystemTime,
) -> Result<Box<RawValue>, Failure> {
    let left = deadline.duration_since(SystemTime::now()).unwrap_or_default();
    let time = left.saturating_sub(MARGIN.min(left / 10));
    let attempt = attempt(task, &event.context, event.input);
    match tokio::time::timeout(time, attempt).await {
        Ok(outcome) => text(task.name, &outcome?),
        Err(_) => Err(late(left)),
    }
}

fn late(left: Duration) -> Failure {
    let message = format!("Task timed out after {:.2} seconds", left.as_secs_f64());
    Failure::new("States.Timeout", message)
}

/// The JSON text of a result.
fn text(task: &'static str, result: &Payload) -> Result<Box<RawValue>, Failure> {
    let text = kept(task, result)?;
    if text.len() > MOST {
        let size = text.len();
        return Err(Failure::new(
            "States.DataLimitExceeded",
            format!(
                "the task `{task}` returned {size} bytes: Lambda takes {MOST}, Step Functions 262144"
            ),
        ));
    }
    RawValue::from_string(text.as_ref().into())
        .map_err(|error| Failure::runtime(format!("the result of the task `{task}`: {error}")))
}
