//! Compares what came of a case with what was expected.

use super::{Case, End};
use serde_json::Value;
use workflow_runtime::Failure;
use workflow_runtime::testing::difference;

/// Something that is not as expected.
pub(super) struct Difference {
    /// The thing that differs: `result`, `error`, `cause` or `path`.
    pub(super) what: &'static str,
    /// Lines for people: `-` was expected, `+` was seen.
    pub(super) text: String,
}

/// Lists all that is not as expected.
pub(super) fn compared(
    case: &Case,
    result: &Result<Value, Failure>,
    path: &[String],
) -> Vec<Difference> {
    let mut all = match &case.end {
        Some(end) => ends(end, result),
        None => vec![],
    };
    let unlike = case.path.as_ref().and_then(|expected| difference(expected, path));
    all.extend(unlike.map(|text| Difference { what: "path", text }));
    all
}

fn ends(expected: &End, seen: &Result<Value, Failure>) -> Vec<Difference> {
    match (expected, seen) {
        (End::Result(expected), Ok(seen)) => {
            lines("result", alike(expected, seen), &pretty(expected), &pretty(seen))
        }
        (End::Result(expected), Err(failure)) => {
            lines("result", false, &pretty(expected), &told(failure))
        }
        (End::Success, Ok(_)) => vec![],
        (End::Success, Err(failure)) => {
            lines("succeeds", false, &["succeeds".to_owned()], &told(failure))
        }
        (End::Error { error, .. }, Ok(seen)) => {
            lines("error", false, &[format!("fails with {error}")], &pretty(seen))
        }
        (End::Error { error, .. }, Err(failure)) if error != failure.error() => {
            lines("error", false, &[format!("fails with {error}")], &told(failure))
        }
        (End::Error { cause: Some(cause), .. }, Err(failure)) => caused(cause, &failure.reported()),
        (End::Error { .. }, Err(_)) => vec![],
    }
}

/// A cause that is no text in the file is JSON in the text of the failure.
fn caused(expected: &Value, seen: &str) -> Vec<Difference> {
    if let Value::String(expected) = expected {
        let split = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        return lines("cause", expected == seen, &split(expected), &split(seen));
    }
    match serde_json::from_str::<Value>(seen) {
        Ok(seen) => lines("cause", alike(expected, &seen), &pretty(expected), &pretty(&seen)),
        Err(_) => lines("cause", false, &pretty(expected), &[seen.to_owned()]),
    }
}

fn lines(what: &'static str, same: bool, expected: &[String], seen: &[String]) -> Vec<Difference> {
    if same {
        return vec![];
    }
    // Numbers may be written alike, and be none the less unlike.
    let text = difference(expected, seen).unwrap_or_else(|| "they are written alike".to_owned());
    vec![Difference { what, text }]
}

/// True if two values are the same as JSON: `1` is `1.0`, and fields have no order.
fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64().is_some_and(|it| Some(it) == other.as_f64())
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| alike(a, b))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |(name, a): (&String, &Value)| other.get(name).is_some_and(|b| alike(a, b));
            one.len() == other.len() && one.iter().all(same)
        }
        (a, b) => a == b,
    }
}

/// The lines of a value, its fields in the order of their names.
fn pretty(value: &Value) -> Vec<String> {
    let mut value = value.clone();
    value.sort_all_objects();
    format!("{value:#}").lines().map(str::to_owned).collect()
}

fn told(failure: &Failure) -> Vec<String> {
    format!("fails with {failure}").lines().map(str::to_owned).collect()
}
