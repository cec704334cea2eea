//! Our form: names, each with a list of answers.

use super::error::{MocksError, Problems, object, only, within};
use super::script::{Answer, Script};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::time::Duration;
use workflow_asl::nearest::near;

/// The longest time an answer may take: a year, as an execution.
const LONGEST: f64 = 31_536_000.0;

pub(super) fn read(
    document: &Value,
    case: Option<&str>,
) -> Result<BTreeMap<String, Script>, Problems> {
    let mut problems = vec![];
    if let Some(case) = case {
        problems.push(MocksError::new(
            "",
            format!("this file has no test cases: leave out `#{case}` (files of Step Functions Local, with `StateMachines` and `MockedResponses`, have them)"),
        ));
    }
    let expected = "an object from names of states or functions to lists of answers";
    let mut scripts = BTreeMap::new();
    for (name, answers) in object(document, "", expected, &mut problems).into_iter().flatten() {
        let script = script(answers, &within("", name), &mut problems);
        scripts.insert(name.clone(), script);
    }
    if problems.is_empty() { Ok(scripts) } else { Err(problems) }
}

fn script(value: &Value, pointer: &str, problems: &mut Problems) -> Script {
    let expected = r#"a list of answers, such as `[{ "returns": {} }]`"#;
    let Some(items) = value.as_array().filter(|items| !items.is_empty()) else {
        problems.push(match value {
            Value::Array(_) => {
                MocksError::new(pointer, format!("expected {expected}; it is empty"))
            }
            other => MocksError::expected(pointer, expected, other),
        });
        return Script(vec![]);
    };
    let last = items.len() - 1;
    let answers = items.iter().enumerate().filter_map(|(index, item)| {
        answer(item, &within(pointer, &index.to_string()), index == last, problems)
    });
    Script(answers.collect())
}

fn answer(value: &Value, pointer: &str, last: bool, problems: &mut Problems) -> Option<Answer> {
    let expected = "an answer: an object with `returns` or `fails`";
    let fields = object(value, pointer, expected, problems)?;
    let known = ["returns", "fails"];
    only(fields, &[&known[..], &["times", "after"]].concat(), pointer, problems);
    let outcome = match (fields.get("returns"), fields.get("fails")) {
        (Some(value), None) => Some(Ok(value.clone())),
        (None, Some(fails)) => failure(fails, &within(pointer, "fails"), problems).map(Err),
        // That a name is misspelt has been told.
        (None, None) if known.iter().any(|known| is_meant(fields, known)) => None,
        (both, _) => {
            let found = if both.is_some() { "both" } else { "neither" };
            let message = format!("expected one of `returns` and `fails`, found {found}");
            problems.push(MocksError::new(pointer, message));
            None
        }
    };
    let times = times(fields, pointer, problems);
    let after = after(fields, pointer, problems);
    Some(Answer { outcome: outcome?, after, times: times.or((!last).then_some(1)) })
}

/// An error name, and a cause: text, or JSON that becomes text as Lambda's does.
fn failure(value: &Value, pointer: &str, problems: &mut Problems) -> Option<(String, String)> {
    let expected = r#"a failure: `{ "error": "..", "cause": ".." }`"#;
    let fields = object(value, pointer, expected, problems)?;
    only(fields, &["error", "cause"], pointer, problems);
    let Some(error) = fields.get("error").and_then(Value::as_str) else {
        let at = within(pointer, "error");
        problems.push(match fields.get("error") {
            None => MocksError::new(pointer, "expected the field `error`: the name of the error"),
            Some(other) => MocksError::expected(&at, "the name of an error: a string", other),
        });
        return None;
    };
    let cause = match fields.get("cause") {
        None => String::new(),
        Some(Value::String(cause)) => cause.clone(),
        Some(other) => other.to_string(),
    };
    Some((error.to_owned(), cause))
}

fn times(fields: &Map<String, Value>, pointer: &str, problems: &mut Problems) -> Option<u64> {
    let times = fields.get("times")?;
    let number = times.as_u64().filter(|times| (1..=u64::from(u32::MAX)).contains(times));
    if number.is_none() {
        let message =
            format!("expected how often it is given: an integer from 1 on, found {times}");
        problems.push(MocksError::new(within(pointer, "times"), message));
    }
    number
}

fn after(fields: &Map<String, Value>, pointer: &str, problems: &mut Problems) -> Duration {
    let Some(after) = fields.get("after") else { return Duration::ZERO };
    let seconds = after.as_f64().filter(|seconds| (0.0..=LONGEST).contains(seconds));
    if seconds.is_none() {
        let message = format!("expected seconds: a number from 0 to {LONGEST}, found {after}");
        problems.push(MocksError::new(within(pointer, "after"), message));
    }
    Duration::from_secs_f64(seconds.unwrap_or_default())
}

/// True if a field has nearly this name.
fn is_meant(fields: &Map<String, Value>, known: &str) -> bool {
    fields.keys().any(|name| near(name, std::iter::once(known)).is_some())
}
