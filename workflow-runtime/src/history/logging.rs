//! Log records of a history, as AWS Step Functions sends them to CloudWatch Logs.

use super::event::{EventType, HistoryEvent};
use serde_json::{Map, Value, json};

/// `loggingConfiguration` of a state machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Logging {
    /// The events that are logged.
    pub level: LogLevel,
    /// True if inputs, outputs and parameters are.
    pub include_execution_data: bool,
}

/// The events that are logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogLevel {
    /// None.
    #[default]
    Off,
    /// Those that tell of a failed execution.
    Fatal,
    /// Those that tell of any failure.
    Error,
    /// All.
    All,
}

/// The fields that `includeExecutionData` governs.
const DATA: [&str; 4] = ["input", "output", "parameters", "assignedVariables"];

impl LogLevel {
    /// True if events of this kind are logged (Developer Guide, "Log levels for Step Functions execution events").
    #[must_use]
    pub fn logs(self, kind: EventType) -> bool {
        match self {
            LogLevel::Off => false,
            LogLevel::All => true,
            LogLevel::Fatal => is_fatal(kind),
            LogLevel::Error => {
                let name = kind.name();
                let ends = ["Failed", "TimedOut", "Aborted"].iter().any(|end| name.ends_with(end));
                is_fatal(kind) || ends || name == "FailStateEntered"
            }
        }
    }
}

fn is_fatal(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::ExecutionFailed | EventType::ExecutionAborted | EventType::ExecutionTimedOut
    )
}

impl Logging {
    /// The record of an event, if it is logged.
    #[must_use]
    pub fn record(self, event: &HistoryEvent) -> Option<Value> {
        if !self.level.logs(event.kind) {
            return None;
        }
        let json = event.json();
        let details = json.as_object()?.iter().find(|(name, _)| name.ends_with("EventDetails"));
        let mut details =
            details.and_then(|(_, details)| details.as_object().cloned()).unwrap_or_default();
        if !self.include_execution_data {
            details.retain(|name, _| !DATA.contains(&name.as_str()));
        }
        let mut record = Map::new();
        record.insert("id".into(), json!(event.id));
        record.insert("type".into(), json!(event.kind.name()));
        record.insert("details".into(), Value::Object(details));
        record.insert("previousEventId".into(), json!(event.previous));
        record.insert("timestamp".into(), json!(event.time.as_millisecond()));
        Some(Value::Object(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::Kind;

    #[test]
    fn levels_choose_events() {
        use EventType::{ExecutionFailed, StateEntered, TaskFailed, TaskSucceeded};
        for (kind, levels) in [
            (ExecutionFailed, [false, true, true, true]),
            (TaskFailed, [false, false, true, true]),
            (StateEntered(Kind::Fail), [false, false, true, true]),
            (StateEntered(Kind::Task), [false, false, false, true]),
            (TaskSucceeded, [false, false, false, true]),
        ] {
            let logs = [LogLevel::Off, LogLevel::Fatal, LogLevel::Error, LogLevel::All]
                .map(|level| level.logs(kind));
            assert_eq!(logs, levels, "{kind:?}");
        }
    }
}
