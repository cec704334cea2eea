//! Cases as the AWS CLI would have printed them, and their replays by the answers in their histories alone.

use crate::case::Case;
use serde_json::{Value, json};
use workflow_replay::{RecordedOutcome, Recording, ReplayOptions, bounded, replay};

/// The number of events on a page.
const PAGE: usize = 7;

/// The recording of a case: its history in pages, and its description. The case's own script is not used.
///
/// # Errors
/// The reason why it cannot be read.
pub fn recorded(case: &Case) -> Result<Recording, String> {
    let events = case.expected.events.as_deref().unwrap_or_default();
    let mut events: Vec<Value> = events.iter().map(|event| printed(event, case)).collect();
    // A history has words in place of times; the input itself has them.
    if let Some(first) = events.first_mut() {
        first["executionStartedEventDetails"]["input"] = json!(text(&case.input));
    }
    let mut files: Vec<(String, String)> = events
        .chunks(PAGE)
        .rev()
        .map(|page| ("page".to_owned(), json!({ "events": page }).to_string()))
        .collect();
    if let Some(arn) = &case.context.execution_arn {
        let described = json!({
            "executionArn": arn,
            "stateMachineArn": case.context.state_machine_arn,
            "input": text(&case.input),
        });
        files.push(("description".to_owned(), described.to_string()));
    }
    Recording::read(&files)
}

/// Runs a case again by what its history says.
///
/// # Errors
/// The reason why it cannot be replayed.
pub fn replay_recorded(case: &Case) -> Result<RecordedOutcome, String> {
    let case = case.clone();
    bounded(move || {
        let mut recording = recorded(&case)?;
        // A case has the role in another place.
        recording.role = case.context.role_arn.clone();
        let replayed = replay(&recording, &case.definition, &ReplayOptions::default())?;
        match replayed.asked.first() {
            None => Ok(replayed.ran.outcome(None)),
            Some(asked) => Err(format!("no answer of `{}`: {replayed:?}", asked.state)),
        }
    })
}

/// An event with its payloads as texts.
fn printed(event: &Value, case: &Case) -> Value {
    let mut event = event.clone();
    event["timestamp"] = json!(case.clock.as_deref().unwrap_or("2026-01-05T10:00:00.123000+01:00"));
    let details = event.as_object_mut().into_iter().flat_map(|it| it.values_mut());
    for details in details.filter_map(Value::as_object_mut) {
        for key in ["input", "output", "parameters"] {
            details.get_mut(key).into_iter().for_each(|it| *it = json!(text(it)));
        }
        let variables = details.get_mut("assignedVariables").and_then(Value::as_object_mut);
        let variables = variables.into_iter().flat_map(|it| it.values_mut());
        variables.for_each(|it| *it = json!(text(it)));
        for key in ["error", "cause"] {
            let held = details.get(key).and_then(|it| it.get("$json")).map(ToString::to_string);
            held.into_iter().for_each(|held| details[key] = json!(held));
        }
    }
    event
}

fn text(value: &Value) -> String {
    match value.get("$text").and_then(Value::as_str) {
        Some(text) => text.to_owned(),
        None => value.to_string(),
    }
}
