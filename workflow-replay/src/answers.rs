//! The answers of a run as a file of mocks has them.

use crate::step::{RecordedStep, text};
use serde_json::{Map, Value, json};
use std::time::Duration;

/// The time after which an answer comes that never came: a day.
const NEVER: f64 = 86_400.0;

/// Writes down what tasks answered, by the names of states, in the order in which they were asked.
#[must_use]
pub fn mocks(taken: &[RecordedStep]) -> Value {
    let mut states: Map<String, Value> = Map::new();
    for step in taken {
        let answers = states.entry(step.state.clone()).or_insert_with(|| json!([]));
        if let Some(answers) = answers.as_array_mut() {
            add(answers, answer(step));
        }
    }
    Value::Object(states)
}

/// Adds an answer; the same one again is counted.
fn add(answers: &mut Vec<Value>, mut answer: Value) {
    let Some(last) = answers.last_mut() else { return answers.push(answer) };
    let times = last["times"].as_u64().unwrap_or(1);
    answer["times"] = last["times"].clone();
    if answer == *last {
        last["times"] = json!(times + 1);
    } else {
        answer["times"] = json!(1);
        answers.push(answer);
    }
}

fn answer(step: &RecordedStep) -> Value {
    let after = seconds(step.after);
    let (mut answer, after) = match came(step) {
        Came::Returned(value) => (json!({ "returns": value }), after),
        Came::Failed(error, cause) => {
            (json!({ "fails": { "error": error, "cause": cause } }), after)
        }
        Came::Never => {
            let cause = "the recording ends before this was answered";
            (json!({ "fails": { "error": "Replay.NotRecorded", "cause": cause } }), NEVER)
        }
    };
    if after > 0.0 {
        answer["after"] = json!(after);
    }
    answer["times"] = json!(1);
    answer
}

/// Seconds with three digits, as a file has them.
fn seconds(after: Duration) -> f64 {
    (after.as_secs_f64() * 1000.0).round() / 1000.0
}

/// The end of an attempt, as mocks say it.
pub(crate) enum Came {
    /// The result; of a function without its envelope.
    Returned(Value),
    /// The error and its cause.
    Failed(String, String),
    /// No answer.
    Never,
}

/// Returns what an attempt came to.
pub(crate) fn came(step: &RecordedStep) -> Came {
    if let Some(result) = step.outcome.get("ok") {
        let envelope = step.service == "lambda" && step.resource == "invoke";
        let payload = result.get("Payload").filter(|_| envelope);
        return Came::Returned(payload.unwrap_or(result).clone());
    }
    let failed = step.outcome.get("err").or_else(|| step.outcome.get("timeout"));
    match failed {
        Some(failed) => Came::Failed(text(&failed["error"]), text(&failed["cause"])),
        None => Came::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(outcome: Value, after: u64) -> RecordedStep {
        let after = Duration::from_millis(after);
        RecordedStep { state: "S".to_owned(), outcome, after, ..RecordedStep::default() }
    }

    #[test]
    fn the_same_answer_again_is_counted() {
        let lambda = RecordedStep {
            service: "lambda".to_owned(),
            resource: "invoke".to_owned(),
            ..step(json!({ "ok": { "ExecutedVersion": "1", "Payload": 7, "StatusCode": 200 } }), 0)
        };
        let busy = json!({ "err": { "error": "Busy", "cause": "x" } });
        let steps = [step(busy.clone(), 1500), step(busy, 1500), lambda];
        let fails = json!({ "error": "Busy", "cause": "x" });
        assert_eq!(
            mocks(&steps),
            json!({ "S": [
                { "fails": fails, "after": 1.5, "times": 2 },
                { "returns": 7, "times": 1 },
            ] })
        );
    }

    #[test]
    fn what_never_came_comes_late() {
        let written = mocks(&[step(json!({ "pending": true }), 0)]);
        assert_eq!(written["S"][0]["fails"]["error"], "Replay.NotRecorded");
        let late = mocks(&[step(json!({ "timeout": { "error": "States.Timeout" } }), 2000)]);
        assert_eq!(late["S"][0]["fails"]["error"], "States.Timeout");
        assert_eq!(late["S"][0]["after"], 2.0);
    }
}
