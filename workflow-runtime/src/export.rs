//! The document of a workflow, from its program and its table of states.

use crate::machine::{Retrier, StateInfo};
use crate::task::TaskDefinition;
use crate::way::{Way, Ways};
use serde::Serialize;
use serde_json::Value;
use workflow_asl::export::{self, RetryOptions, StateOptions, document};
use workflow_asl::expr::Refused;
use workflow_asl::program::{Program, Types};
use workflow_asl::{Definition, ops};

pub use workflow_asl::export::Error as ExportError;

/// Returns the value of a constant, as JSON.
///
/// # Panics
/// Raises a fault, which [`export()`] returns, if JSON cannot hold the value.
#[must_use]
pub fn constant(value: &impl Serialize) -> Value {
    if let Some(number) = crate::finite::infinite(value) {
        ops::fault(format!("a constant or a default that holds {number}, which JSON does not"));
    }
    match serde_json::to_value(value) {
        Ok(value) => value,
        Err(error) => ops::fault(format!("a constant or a default without a JSON form: {error}")),
    }
}

/// Makes the document that does the same as the machine.
///
/// # Errors
/// If an expression has no exact counterpart for its types.
pub fn export(
    program: &Program,
    types: impl FnOnce() -> Types,
    states: &[StateInfo],
) -> Result<Definition, ExportError> {
    let options: Vec<_> = states.iter().map(options).collect();
    ops::catch(|| document(program, &types(), &options)).unwrap_or_else(|fault| {
        let remedy = "JSON has finite numbers only: use an `Option`; write the value in the body";
        let refused = Refused { what: fault.message, remedy: remedy.into() };
        let field = "a constant or the default of a field".to_owned();
        Err(ExportError { state: String::new(), field, refused })
    })
}

/// Returns the document with a deadline for its executions, in seconds.
///
/// # Errors
/// If it is no document.
pub fn timed(document: &Definition, seconds: u32) -> Result<Definition, ExportError> {
    let mut fields = serde_json::Map::new();
    for (key, value) in document.as_value().as_object().into_iter().flatten() {
        if key == "StartAt" {
            fields.insert("TimeoutSeconds".to_owned(), seconds.into());
        }
        fields.insert(key.clone(), value.clone());
    }
    let broken = |_| ExportError {
        state: String::new(),
        field: "TimeoutSeconds".to_owned(),
        refused: Refused { what: "a deadline".into(), remedy: "write less".into() },
    };
    Definition::from_value(Value::Object(fields)).map_err(broken)
}

fn options(state: &StateInfo) -> StateOptions {
    StateOptions {
        task: state.task.map(|task| task.name.to_owned()),
        way: state.task.map(|task| way(&task)).unwrap_or_default(),
        context: state.task.is_some_and(|task| task.context),
        retry: guard(state).into_iter().chain(state.retry.iter().map(retry)).collect(),
        catch: state.catch.iter().map(|names| names.iter().map(str::to_owned).collect()).collect(),
        timeout: state.timeout,
        heartbeat: state.heartbeat,
    }
}

fn way(task: &TaskDefinition) -> export::Invocation {
    match (task.way, task.way.resource()) {
        (Way::Function, _) => export::Invocation::Function,
        (Way::Callback, _) => export::Invocation::Callback,
        (Way::Resource(arn), Some(resource)) if arn != resource => export::Invocation::Lambda(arn),
        (Way::Resource(arn), _) => export::Invocation::Resource(arn),
        (Way::Token { resource, at }, _) => export::Invocation::Token(resource, at),
        (Way::Workflow(_), _) => export::Invocation::Workflow,
        (Way::Continue(_), _) => export::Invocation::Continue,
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
