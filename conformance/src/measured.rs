//! Facts that people measured on AWS: a document or an expression, and what came of it.

use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use workflow_asl::Definition;
use workflow_asl::document::{Options, Report, validate_value};
use workflow_replay::{RecordedOutcome, bounded, ended};
use workflow_runtime::engine::{Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::mocks::Mocks;
use workflow_runtime::{Engine, Failure};

/// The facts of a file, a line each, and how many lines cannot be read (halves of surrogates are no text here);
/// `None` where there is no such file.
#[must_use]
pub fn facts(file: &Path) -> Option<(Vec<Value>, usize)> {
    let text = std::fs::read_to_string(file).ok()?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let (facts, wrong): (Vec<_>, Vec<_>) = lines.map(serde_json::from_str).partition(Result::is_ok);
    Some((facts.into_iter().flatten().collect(), wrong.len()))
}

/// Compares what comes of a fact here with what was measured.
///
/// # Errors
/// What is different.
pub fn judged(fact: &Value) -> Result<(), String> {
    let expected = &fact["expected"];
    match fact["kind"].as_str() {
        Some("validation") => same_diagnostics(expected, &checked(&fact["definition"])),
        Some("expression") => expression(fact, expected),
        _ => execution(expected, &run(&fact["definition"], fact)),
    }
}

fn checked(definition: &Value) -> Report {
    validate_value(definition, &Options::default())
}

/// Each expected diagnostic is there, and no other: the same code and location, and a message that begins alike.
fn same_diagnostics(expected: &Value, report: &Report) -> Result<(), String> {
    let mut left: Vec<_> = report.diagnostics.iter().collect();
    for one in expected["diagnostics"].as_array().into_iter().flatten() {
        let message = one["message"].as_str().unwrap_or_default();
        let fits = |it: &&workflow_asl::document::Diagnostic| {
            one["code"] == it.code.name()
                && it.message.starts_with(message)
                && one.get("location").is_none_or(|known| *known == json!(it.location))
        };
        match left.iter().position(fits) {
            Some(index) => drop(left.remove(index)),
            None => return Err(format!("no diagnostic {one}; there are {:?}", report.refusal())),
        }
    }
    let besides: Vec<_> = left.iter().map(ToString::to_string).collect();
    if besides.is_empty() { Ok(()) } else { Err(format!("besides: {}", besides.join(", "))) }
}

/// A machine of one state whose output is an expression.
fn around(expression: &str) -> Value {
    let output = json!({ "r": format!("{{% {expression} %}}") });
    let state = json!({ "Type": "Pass", "Output": output, "End": true });
    json!({ "QueryLanguage": "JSONata", "StartAt": "E", "States": { "E": state } })
}

fn expression(fact: &Value, expected: &Value) -> Result<(), String> {
    let definition = around(fact["expr"].as_str().unwrap_or_default());
    let refused = expected["refused"] == true;
    if refused || expected["refused_or_fails"] == true {
        let codes: Vec<_> =
            checked(&definition).diagnostics.iter().map(|found| found.code.name()).collect();
        let known = [expected["code"].as_str(), expected["or"].as_str()];
        return match codes.iter().any(|code| known.contains(&Some(*code))) {
            true => Ok(()),
            false if refused => Err(format!("the diagnostics are {codes:?}")),
            false if !codes.is_empty() => Ok(()),
            false => {
                let ended = run(&definition, fact);
                let cause = ended.cause.unwrap_or_default();
                let code = expected["code"].as_str().unwrap_or_default();
                cause.contains(code).then_some(()).ok_or(cause)
            }
        };
    }
    let outcome = run(&definition, fact);
    if expected.get("error").is_some() || expected["undefined"] == true {
        return failure(expected, &outcome);
    }
    let Some(found) = outcome.output.as_ref().and_then(|output| output.get("r")) else {
        return Err(outcome.cause.unwrap_or_default());
    };
    let kind = match found {
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        _ => "other",
    };
    let value = expected.get("value").is_none_or(|value| same(value, found));
    let shown = found.to_string();
    let text = expected["text"].as_str().is_none_or(|text| text == shown);
    let kind = expected["type"].as_str().is_none_or(|known| known == kind);
    (value && text && kind).then_some(()).ok_or_else(|| format!("it is {found}"))
}

fn failure(expected: &Value, outcome: &RecordedOutcome) -> Result<(), String> {
    let known = expected["error"].as_str().unwrap_or("States.QueryEvaluationError");
    let cause = outcome.cause.as_deref().unwrap_or_default();
    let part = expected["cause_contains"].as_str().unwrap_or_default();
    let nothing = expected["undefined"] != true || cause.contains("returned nothing (undefined)");
    let whole = expected["cause"].as_str().is_none_or(|known| known == cause);
    let fits = outcome.error.as_deref() == Some(known) && cause.contains(part) && whole && nothing;
    fits.then_some(()).ok_or_else(|| format!("{:?} {:?}: {cause}", outcome.output, outcome.error))
}

fn execution(expected: &Value, outcome: &RecordedOutcome) -> Result<(), String> {
    let types: Vec<_> = outcome.events.iter().map(|event| &event["type"]).collect();
    let output = expected
        .get("output")
        .is_none_or(|known| outcome.output.as_ref().is_some_and(|output| same(known, output)));
    let last = expected["last_event"].as_object().into_iter().flatten();
    let event = outcome.events.last().unwrap_or(&Value::Null);
    let fits = expected["status"] == outcome.status.as_str()
        && output
        && last.into_iter().all(|(key, value)| event[key] == *value)
        && expected.get("events").is_none_or(|known| *known == json!(types))
        && expected.get("has_event").is_none_or(|known| types.contains(&known));
    if !fits {
        let RecordedOutcome { status, output, error, cause, .. } = outcome;
        return Err(format!("{status} {output:?} {error:?} {cause:?} {types:?}"));
    }
    if expected.get("error").is_some() { failure(expected, outcome) } else { Ok(()) }
}

/// True if values are the same: numbers as numbers.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, left)| right.get(key).is_some_and(|it| same(left, it)))
        }
        (left, right) => left == right,
    }
}

fn run(definition: &Value, fact: &Value) -> RecordedOutcome {
    let (definition, fact) = (definition.clone(), fact.clone());
    let outcome = bounded(move || begun(definition, &fact));
    outcome.unwrap_or_else(|why| RecordedOutcome::failed("Replay.Failed", why))
}

fn begun(definition: Value, fact: &Value) -> Result<RecordedOutcome, String> {
    let told = |problems: Vec<String>| problems.join("; ");
    let definition = Definition::from_value(definition)
        .map_err(|found| told(found.iter().map(ToString::to_string).collect()))?;
    let timeout = definition.timeout();
    let program = Compiled::connected(definition)
        .map_err(|found| told(found.iter().map(ToString::to_string).collect()))?;
    let program = Arc::new(program);
    let mut engine = Engine::builder().virtual_time();
    if let Some(mocks) = fact.get("mocks") {
        let mocks = Mocks::read(&mocks.to_string(), None, "machine");
        engine = engine.connector(mocks.map_err(|found| format!("{found:?}"))?);
    }
    let engine = engine.build();
    let input = Arc::new(fact.get("input").cloned().unwrap_or_else(|| json!({})));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    runtime.block_on(async move {
        let shown = input.to_string().into();
        let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
            Ok(Interpreted::start(program, input, Context::from(identity)))
        };
        let start = Start { machine: "machine", input: Some(shown), timeout, ..Start::default() };
        Ok(ended(engine.start_with(open, start)).await.outcome(None))
    })
}
