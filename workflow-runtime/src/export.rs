//! The document of a workflow, from its program and its table of states.

use crate::machine::{Retrier, StateInfo};
use crate::task::TaskDefinition;
use crate::way::Way;
use serde::Serialize;
use serde_json::Value;
use workflow_asl::Definition;
use workflow_asl::export::{self, RetryOptions, StateOptions, document};
use workflow_asl::program::{Program, Types};

pub use workflow_asl::export::Error as ExportError;

/// The value of a constant, as JSON.
#[must_use]
pub fn constant(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// The document that does what the machine does.
///
/// # Errors
/// Where an expression has no exact counterpart for its types.
pub fn export(
    program: &Program,
    types: &Types,
    states: &[StateInfo],
) -> Result<Definition, ExportError> {
    let options: Vec<_> = states.iter().map(options).collect();
    document(program, types, &options)
}

fn options(state: &StateInfo) -> StateOptions {
    StateOptions {
        task: state.task.map(|task| task.name.to_owned()),
        way: state.task.map(|task| way(&task)).unwrap_or_default(),
        retry: guard(state).into_iter().chain(state.retry.iter().map(retry)).collect(),
        catch: state.catch.iter().map(|names| names.iter().map(str::to_owned).collect()).collect(),
        timeout: state.timeout,
        heartbeat: state.heartbeat,
    }
}

fn way(task: &TaskDefinition) -> export::Way {
    match (task.way, task.way.resource()) {
        (Way::Function, _) => export::Way::Function,
        (Way::Callback, _) => export::Way::Callback,
        (Way::Resource(arn), Some(resource)) if arn != resource => export::Way::Lambda(arn),
        (Way::Resource(arn), _) => export::Way::Resource(arn),
        (Way::Workflow(_), _) => export::Way::Workflow,
        (Way::Continue(_), _) => export::Way::Continue,
    }
}

/// A failure of the state's own expressions is not retried: first comes a retrier that never does.
fn guard(state: &StateInfo) -> Option<RetryOptions> {
    let fault = "States.QueryEvaluationError";
    let taken = state.guarded && state.retry.iter().any(|retrier| retrier.takes(fault));
    taken.then(|| RetryOptions {
        errors: vec![fault.to_owned()],
        max_attempts: 0,
        ..RetryOptions::default()
    })
}

fn retry(retrier: &Retrier) -> RetryOptions {
    let errors = match retrier {
        Retrier::Static(retry) => retry.errors.iter().map(|name| (*name).to_owned()).collect(),
        Retrier::Read(names, _) => names.clone(),
    };
    let retry = retrier.retry();
    RetryOptions {
        errors,
        interval: retry.interval,
        backoff_rate: retry.backoff_rate,
        max_attempts: retry.max_attempts,
        max_delay: retry.max_delay,
        jitter: retry.jitter,
    }
}
