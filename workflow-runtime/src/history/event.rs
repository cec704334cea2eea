//! One event of a history.

use super::fields::lambda;
use crate::machine::Kind;
use crate::target::Target;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::sync::Arc;

/// An event of a history. Payloads are JSON text, and there only with [`crate::machine::History::Full`].
///
/// [`HistoryEvent::json`] is the form that AWS has; stores keep events in binary.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEvent {
    /// Its number, from 1.
    pub id: u32,
    /// The event that it follows from; 0 for none.
    pub previous: u32,
    /// The time when it happened.
    pub time: Timestamp,
    /// The type of the event.
    pub kind: EventType,
    /// More about it.
    pub details: Details,
}

/// Declares the types of events, a row each: the names of AWS. The order is the number that stores keep: a new one comes
/// last in its group.
macro_rules! event_types {
    (of states { $($state:ident,)* } others { $($other:ident,)* }) => {
        /// The type of an event. The text is [`EventType::name`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names of AWS")]
        #[non_exhaustive]
        pub enum EventType {
            $($state(Kind),)*
            $($other,)*
        }

        enum Row {
            $($state,)*
            $($other,)*
        }

        impl EventType {
            /// The types that events of every kind of state have.
            pub(super) const OF_STATES: &[fn(Kind) -> EventType] = &[$(EventType::$state,)*];
            /// The types of all other events.
            pub(super) const OTHERS: &[EventType] = &[$(EventType::$other,)*];

            /// Returns the number of its row, and the kind of state if it has one.
            pub(super) fn row(self) -> (usize, Option<Kind>) {
                match self {
                    $(EventType::$state(kind) => (Row::$state as usize, Some(kind)),)*
                    $(EventType::$other => (Row::$other as usize, None),)*
                }
            }

            /// The name that AWS gives it.
            #[must_use]
            pub fn name(self) -> Cow<'static, str> {
                match self {
                    $(EventType::$state(kind) => {
                        Cow::Owned(format!(concat!("{:?}", stringify!($state)), kind))
                    })*
                    $(EventType::$other => Cow::Borrowed(stringify!($other)),)*
                }
            }
        }
    };
}

event_types! {
    of states {
        StateEntered,
        StateExited,
        StateAborted,
        StateStarted,
        StateSucceeded,
        StateFailed,
    }
    others {
        ExecutionStarted,
        ExecutionSucceeded,
        ExecutionFailed,
        ExecutionAborted,
        ExecutionTimedOut,
        TaskScheduled,
        TaskStarted,
        TaskSubmitted,
        TaskSubmitFailed,
        TaskSucceeded,
        TaskFailed,
        TaskTimedOut,
        LambdaFunctionScheduled,
        LambdaFunctionStarted,
        LambdaFunctionSucceeded,
        LambdaFunctionFailed,
        LambdaFunctionTimedOut,
        ActivityScheduled,
        ActivityStarted,
        ActivitySucceeded,
        ActivityFailed,
        ActivityTimedOut,
        MapIterationStarted,
        MapIterationSucceeded,
        MapIterationFailed,
        MapIterationAborted,
        MapRunStarted,
        MapRunSucceeded,
        MapRunFailed,
        EvaluationFailed,
        ExecutionRedriven,
        MapRunRedriven,
    }
}

/// More about an event.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names of AWS")]
#[non_exhaustive]
pub enum Details {
    /// The event has none.
    None,
    ExecutionStarted {
        input: Option<Arc<str>>,
        role: Arc<str>,
    },
    ExecutionSucceeded {
        output: Option<Arc<str>>,
    },
    StateEntered {
        name: Arc<str>,
        input: Option<Arc<str>>,
    },
    StateExited {
        name: Arc<str>,
        output: Option<Arc<str>>,
        assigned: Vec<(Cow<'static, str>, Arc<str>)>,
    },
    TaskScheduled {
        /// The name of the function, for those who watch.
        function: Cow<'static, str>,
        parameters: Option<Arc<str>>,
        region: Arc<str>,
        timeout: Option<u32>,
        heartbeat: Option<u32>,
    },
    TaskStarted,
    TaskSucceeded {
        output: Option<Arc<str>>,
    },
    /// Of TaskFailed, TaskTimedOut, MapRunFailed, ExecutionFailed, ExecutionAborted and ExecutionTimedOut. What is not
    /// said is absent.
    Failed {
        error: Option<Arc<str>>,
        cause: Option<Arc<str>>,
        /// Of MapRunFailed: the item because of which it failed.
        item: Option<Arc<ItemFailed>>,
    },
    /// Of the call of a resource; likewise the next three.
    Scheduled {
        target: Arc<Target>,
        input: Option<Arc<str>>,
        region: Arc<str>,
        timeout: Option<u32>,
        heartbeat: Option<u32>,
        role: Option<Arc<str>>,
    },
    Started {
        target: Arc<Target>,
        worker: Option<Arc<str>>,
    },
    /// The result, or the result of submitting it.
    Returned {
        target: Arc<Target>,
        output: Option<Arc<str>>,
    },
    CallFailed {
        target: Arc<Target>,
        error: Option<Arc<str>>,
        cause: Option<Arc<str>>,
    },
    MapStateStarted {
        length: u32,
    },
    MapRunStarted {
        arn: Arc<str>,
    },
    /// Of ExecutionRedriven and, with the ARN of the run, MapRunRedriven.
    Redriven {
        count: u32,
        run: Option<Arc<str>>,
    },
    MapIteration {
        name: Arc<str>,
        index: u32,
    },
    EvaluationFailed {
        state: Arc<str>,
        location: Option<Arc<str>>,
        error: Arc<str>,
        cause: Arc<str>,
    },
}

/// The item, or the batch of items, that made a distributed Map fail: the first one beyond its tolerance.
///
/// AWS reports it only in the file of a `ResultWriter`; `failedItem` of a MapRunFailed event is ours.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFailed {
    /// The index of the item, or of the batch, from 0 on.
    pub index: u32,
    /// The name of its execution.
    pub name: Arc<str>,
    /// The state in which it failed, if that is known.
    pub state: Option<Arc<str>>,
    /// The error name.
    pub error: Arc<str>,
    /// The cause.
    pub cause: Arc<str>,
}

impl ItemFailed {
    pub(super) fn json(&self) -> Value {
        let ItemFailed { index, name, state, error, cause } = self;
        let mut fields = Map::new();
        fields.insert("index".into(), json!(index));
        let texts = [("name", Some(name)), ("state", state.as_ref()), ("error", Some(error))];
        for (field, text) in texts.into_iter().chain([("cause", Some(cause))]) {
            fields.extend(text.map(|text| (field.to_owned(), json!(**text))));
        }
        Value::Object(fields)
    }
}

impl EventType {
    /// Finds the type that AWS gives this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        super::chunk::all_kinds().find(|kind| kind.name() == name)
    }
}

impl HistoryEvent {
    /// The event as AWS's API has it; the time is in seconds.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut event = Map::new();
        #[allow(clippy::cast_precision_loss, reason = "milliseconds of our time fit")]
        let seconds = self.time.as_millisecond() as f64 / 1000.0;
        event.insert("timestamp".into(), json!(seconds));
        event.insert("type".into(), json!(self.kind.name()));
        event.insert("id".into(), json!(self.id));
        event.insert("previousEventId".into(), json!(self.previous));
        if let Some((name, details)) = self.details() {
            event.insert(format!("{name}EventDetails"), Value::Object(details));
        }
        Value::Object(event)
    }

    fn details(&self) -> Option<(String, Map<String, Value>)> {
        // `stateEntered`, whatever the kind of state; else the name of the event, beginning small.
        let name = match self.kind {
            EventType::StateEntered(_) => "stateEntered".to_owned(),
            EventType::StateExited(_) => "stateExited".to_owned(),
            kind => {
                let name = kind.name();
                let mut letters = name.chars();
                letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
            }
        };
        let mut all = self.details.fields()?;
        let task = matches!(self.kind, EventType::TaskFailed | EventType::TaskTimedOut);
        if task && matches!(self.details, Details::Failed { .. }) {
            all.extend(lambda());
        }
        let put = |(name, value): (&str, Option<Value>)| Some((name.to_owned(), value?));
        Some((name, all.into_iter().filter_map(put).collect()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::history::{decode, encode};
    use crate::texts::Payloads;

    #[test]
    fn events_survive_a_store() {
        let details = Details::StateExited {
            name: "A".into(),
            output: Some("1".into()),
            assigned: vec![("x".into(), "[2]".into())],
        };
        let time = Timestamp::new(1_767_225_600, 123_456_789).unwrap();
        let kind = EventType::StateExited(Kind::Task);
        let event = HistoryEvent { id: 3, previous: 2, time, kind, details };
        let bytes = encode(std::slice::from_ref(&event), &mut Payloads::default());
        let none = &mut |number| panic!("there is no payload {number}");
        assert_eq!(decode(&bytes, none).unwrap(), std::slice::from_ref(&event));
        let json = json!({
            "timestamp": 1_767_225_600.123, "type": "TaskStateExited", "id": 3, "previousEventId": 2,
            "stateExitedEventDetails": { "name": "A", "output": "1", "assignedVariables": { "x": "[2]" } },
        });
        assert_eq!(event.json(), json);
    }
}
