//! Warnings: AWS's three about paths that are not evaluated, and ours about errors.

use super::data::{QueryLanguage, Setting};
use super::diagnostic::{Code, Diagnostic};
use super::fields::{Problems, join};
use super::map::Mode;
use super::resources::Resource;
use super::states::{Errors, MapState, Scope, State, StateKind, TaskState};
use crate::jsonpath::FUNCTIONS;
use serde_json::Value;

pub(super) fn check(document: &Value, scope: &Scope, problems: &mut Problems) {
    for state in &scope.states {
        if state.data.language() == QueryLanguage::JsonPath {
            paths(document, state, problems);
        }
        if let Some(errors) = state.kind.errors() {
            raised(state, errors, problems);
            caught(state, errors, problems);
        }
        state.kind.scopes().iter().for_each(|scope| check(document, scope, problems));
    }
}

/// True if a text looks as if it were evaluated.
fn is_like_a_path(text: &str) -> bool {
    let path = text == "$" || ["$.", "$[", "$$."].iter().any(|begin| text.starts_with(begin));
    let call = || {
        FUNCTIONS.iter().any(|name| text.strip_prefix(name).is_some_and(|it| it.starts_with('(')))
    };
    path || call()
}

/// The payload templates of a state.
const TEMPLATES: &[&str] = &[
    "Parameters",
    "ResultSelector",
    "ItemSelector",
    "Assign",
    "ItemReader/Parameters",
    "ItemBatcher/BatchInput",
    "ResultWriter/Parameters",
];

/// Reports texts that look like a path where none is read.
fn paths(document: &Value, state: &State, problems: &mut Problems) {
    for field in TEMPLATES {
        let pointer = format!("{}/{field}", state.pointer);
        if let Some(template) = document.pointer(&pointer) {
            no_dollar(template, &pointer, problems);
        }
    }
    match &state.kind {
        StateKind::Pass(pass) if pass.result.as_ref().is_some_and(has_path) => {
            let message = "`Result` is taken as it stands: use `Parameters` for paths";
            let pointer = format!("{}/Result", state.pointer);
            problems.push(Diagnostic::warning(Code::StaticResult, pointer, message));
        }
        StateKind::Fail(fail) => {
            for (key, setting) in [("Error", &fail.error), ("Cause", &fail.cause)] {
                if let Some(Setting::Literal(text)) = setting
                    && is_like_a_path(text)
                {
                    let message = format!(
                        "The value of '{key}' looks like a path, but is taken as it stands: name the field '{key}Path'"
                    );
                    let pointer = format!("{}/{key}", state.pointer);
                    problems.push(Diagnostic::warning(Code::NoPath, pointer, message));
                }
            }
        }
        _ => {}
    }
}

fn no_dollar(value: &Value, pointer: &str, problems: &mut Problems) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let pointer = join(pointer, key);
                match value {
                    Value::String(text) if !key.ends_with(".$") && is_like_a_path(text) => {
                        let message = format!(
                            "The value of '{key}' looks like a path or an intrinsic function, but is taken as it stands: name the field '{key}.$'"
                        );
                        problems.push(Diagnostic::warning(Code::NoDollar, pointer, message));
                    }
                    value => no_dollar(value, &pointer, problems),
                }
            }
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| no_dollar(item, &format!("{pointer}/{index}"), problems)),
        _ => {}
    }
}

fn has_path(value: &Value) -> bool {
    match value {
        Value::String(text) => is_like_a_path(text),
        Value::Array(items) => items.iter().any(has_path),
        Value::Object(fields) => fields.values().any(has_path),
        _ => false,
    }
}

/// Error names that the state cannot raise.
fn raised(state: &State, errors: &Errors, problems: &mut Problems) {
    let retriers = errors.retry.iter().enumerate().map(|(index, it)| ("Retry", index, &it.errors));
    let catchers = errors.catch.iter().enumerate().map(|(index, it)| ("Catch", index, &it.errors));
    for (field, index, names) in retriers.chain(catchers) {
        for (place, name) in names.iter().enumerate() {
            let pointer = format!("{}/{field}/{index}/ErrorEquals/{place}", state.pointer);
            if name == "States.Runtime" {
                let message = "States.Runtime is never retried or caught: the execution fails";
                problems.push(Diagnostic::warning(Code::NotCaught, pointer, message));
            } else if let Some(why) = never(state, name) {
                let message = format!("{name} is never raised here: {why}");
                problems.push(Diagnostic::warning(Code::NeverRaised, pointer, message));
            }
        }
    }
}

/// The reason why a state never raises an error (specification, appendix A; Developer Guide, "Error names"; recorded).
fn never(state: &State, name: &str) -> Option<&'static str> {
    let as_runtime = "AWS reports States.Runtime instead, which nothing catches";
    let distributed =
        matches!(&state.kind, StateKind::Map(map) if matches!(map.mode, Mode::Distributed(_)));
    let task = match &state.kind {
        StateKind::Task(task) => Some(task),
        _ => None,
    };
    match name {
        "States.ALL"
        | "States.TaskFailed"
        | "States.Timeout"
        | "States.Permissions"
        | "States.DataLimitExceeded"
        | "States.ReferencePathConflict" => None,
        "States.ResultPathMatchFailure" => Some("AWS reports States.ReferencePathConflict instead"),
        "States.NoChoiceMatched" | "States.ParameterPathFailure" | "States.IntrinsicFailure" => {
            Some(as_runtime)
        }
        "States.BranchFailed" => Some("a Parallel or Map fails with the error of its branch"),
        "States.HeartbeatTimeout" => task
            .is_some_and(|task| task.heartbeat.is_none())
            .then_some("the state has no HeartbeatSeconds"),
        "States.QueryEvaluationError" => (task.is_some()
            && state.data.language() == QueryLanguage::JsonPath)
            .then_some("the state is in JSONPath"),
        "States.ExceedToleratedFailureThreshold"
        | "States.ItemReaderFailed"
        | "States.ResultWriterFailed" => (!distributed && state.kind.scopes().is_empty()
            || task.is_some())
        .then_some("only distributed Maps raise it"),
        name if name.starts_with("States.Http.") => task
            .is_some_and(|task| !task.resource.ends_with(":http:invoke"))
            .then_some("only `http:invoke` raises it"),
        name if name.starts_with("States.") => Some("it is no error name of the States Language"),
        name if name.starts_with("Lambda.") => task
            .is_some_and(|task| !may_be_lambda(task))
            .then_some("the resource is no Lambda function"),
        _ => None,
    }
}

fn may_be_lambda(task: &TaskState) -> bool {
    match Resource::of(&task.resource) {
        Resource::Integration { service, action, .. } => {
            service == "lambda" || action.starts_with("lambda:")
        }
        Resource::Activity | Resource::Regional | Resource::Arn => false,
        Resource::Function | Resource::Template | Resource::Other => true,
    }
}

/// Catchers that are thought to catch more than they do.
fn caught(state: &State, errors: &Errors, problems: &mut Problems) {
    let has = |name: &str| errors.catch.iter().any(|it| it.errors.iter().any(|it| it == name));
    let Some((index, last)) = errors.catch.iter().enumerate().next_back() else { return };
    let pointer = format!("{}/Catch/{index}/ErrorEquals", state.pointer);
    let all = last.errors.iter().any(|name| name == "States.ALL");
    if all && has_large_results(state) && !has("States.DataLimitExceeded") {
        let message = "States.ALL does not catch States.DataLimitExceeded here: name it, in a catcher before this one, if results may be larger than 256 KiB";
        problems.push(Diagnostic::warning(Code::NotCaught, pointer.as_str(), message));
    }
    let timed = matches!(&state.kind, StateKind::Task(task) if task.timeout.is_some() || task.heartbeat.is_some());
    if timed && has("States.TaskFailed") && !all && !has("States.Timeout") {
        let message = "States.TaskFailed does not catch States.Timeout: name it, too";
        problems.push(Diagnostic::warning(Code::NotCaught, pointer, message));
    }
}

/// True if its result may be too large, and `States.ALL` does not take that: it does of a Lambda task's own result
/// (reported as recorded, against the Developer Guide), and of nothing else (documented).
fn has_large_results(state: &State) -> bool {
    match &state.kind {
        StateKind::Task(task) => !may_be_lambda(task),
        StateKind::Parallel(_) => true,
        StateKind::Map(map) => !writes(map),
        _ => false,
    }
}

fn writes(map: &MapState) -> bool {
    map.writer.as_ref().is_some_and(|writer| writer.resource.is_some())
}
