//! Events as AWS gives them, read as far as traces follow them.

use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;
use workflow_runtime::history::{Details, EventType, HistoryEvent};
use workflow_runtime::machine::Kind;

/// Reads an event: its type, its links and its time; of its details what [`Trace`](workflow_runtime::history::Trace)
/// needs.
///
/// # Errors
/// The part of it that is missing or wrong.
pub(crate) fn read(event: &Value) -> Result<HistoryEvent, String> {
    let number = |key: &str| {
        let number = event[key].as_u64().and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| format!("an event has no number `{key}`: {event}"))
    };
    let id = number("id")?;
    let name = event["type"].as_str().ok_or_else(|| format!("event {id} has no `type`"))?;
    let kind = kind(name).ok_or_else(|| format!("event {id} has the unknown type `{name}`"))?;
    let previous =
        if event.get("previousEventId").is_some() { number("previousEventId")? } else { 0 };
    Ok(HistoryEvent {
        id,
        previous,
        time: time(&event["timestamp"]),
        kind,
        details: details(kind, event),
    })
}

/// A time as the API has it, in seconds, or as the AWS CLI prints it.
pub(crate) fn time(value: &Value) -> Timestamp {
    let text = || value.as_str()?.parse::<Timestamp>().ok();
    let seconds = || {
        #[allow(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
        let milliseconds = (value.as_f64()? * 1000.0).round() as i64;
        Timestamp::from_millisecond(milliseconds).ok()
    };
    text().or_else(seconds).unwrap_or_default()
}

fn kind(name: &str) -> Option<EventType> {
    // AWS says more finely which step failed.
    let finer = match name {
        "LambdaFunctionScheduleFailed" | "LambdaFunctionStartFailed" => "LambdaFunctionFailed",
        "ActivityScheduleFailed" => "ActivityFailed",
        "TaskStartFailed" => "TaskFailed",
        "MapRunAborted" => "MapRunFailed",
        name => name,
    };
    EventType::named(finer)
}

/// The one object of details of an event.
pub(crate) fn told(event: &Value) -> &Value {
    let fields = event.as_object().into_iter().flatten();
    let mut found = fields.filter(|(name, _)| name.ends_with("EventDetails"));
    found.next().map_or(&Value::Null, |(_, details)| details)
}

fn details(kind: EventType, event: &Value) -> Details {
    let told = told(event);
    let text = |key: &str| told[key].as_str().map(Arc::<str>::from);
    let number = |key: &str| told[key].as_u64().and_then(|it| u32::try_from(it).ok()).unwrap_or(0);
    match kind {
        EventType::StateEntered(_) => {
            Details::StateEntered { name: text("name").unwrap_or_default(), input: None }
        }
        EventType::StateExited(_) => Details::StateExited {
            name: text("name").unwrap_or_default(),
            output: None,
            assigned: vec![],
        },
        EventType::StateStarted(Kind::Map) => Details::MapStateStarted { length: number("length") },
        EventType::MapIterationStarted
        | EventType::MapIterationSucceeded
        | EventType::MapIterationFailed
        | EventType::MapIterationAborted => {
            Details::MapIteration { name: text("name").unwrap_or_default(), index: number("index") }
        }
        EventType::TaskFailed
        | EventType::TaskTimedOut
        | EventType::TaskSubmitFailed
        | EventType::LambdaFunctionFailed
        | EventType::LambdaFunctionTimedOut
        | EventType::ActivityFailed
        | EventType::ActivityTimedOut
        | EventType::ExecutionFailed
        | EventType::ExecutionAborted
        | EventType::ExecutionTimedOut => {
            Details::Failed { error: text("error"), cause: text("cause"), item: None }
        }
        _ => Details::None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn both_forms_of_time_are_read() {
        let texts = [json!("2026-01-05T10:00:00.123000+01:00"), json!(1_767_603_600.123)];
        let times = texts.map(|text| time(&text).to_string());
        assert_eq!(times, ["2026-01-05T09:00:00.123Z", "2026-01-05T09:00:00.123Z"]);
    }

    #[test]
    fn every_type_is_known() {
        for name in
            ["WaitStateExited", "ParallelStateAborted", "MapStateStarted", "TaskStartFailed"]
        {
            assert!(kind(name).is_some(), "{name}");
        }
        assert_eq!(kind("MapStateVanished"), None);
        assert_eq!(kind("Nothing"), None);
        let event = json!({ "id": 3, "type": "Zoo" });
        assert_eq!(read(&event).unwrap_err(), "event 3 has the unknown type `Zoo`");
    }
}
