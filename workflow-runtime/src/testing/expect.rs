//! Events that a test expects.

use crate::history::{Details, EventType, HistoryEvent, Trace};
use std::fmt;

/// An event that a test expects: begin with [`event`].
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Expected {
    kind: EventType,
    state: Option<String>,
    attempt: Option<u32>,
    error: Option<String>,
}

/// An event of this kind.
pub fn event(kind: EventType) -> Expected {
    Expected { kind, state: None, attempt: None, error: None }
}

impl Expected {
    /// In this state; in an item of a Map with its index: `Pack[1]`, or of all items: `Pack`.
    pub fn state(self, name: impl Into<String>) -> Self {
        Expected { state: Some(name.into()), ..self }
    }
    /// Of this attempt, from 1.
    pub fn attempt(self, attempt: u32) -> Self {
        Expected { attempt: Some(attempt), ..self }
    }
    /// With this error name.
    pub fn error(self, name: impl Into<String>) -> Self {
        Expected { error: Some(name.into()), ..self }
    }

    pub(super) fn is(&self, seen: &Seen) -> bool {
        let state = |name: &String| *name == seen.state || *name == seen.place();
        seen.kind == self.kind
            && self.state.as_ref().is_none_or(state)
            && self.attempt.is_none_or(|attempt| seen.attempt == Some(attempt))
            && self.error.as_ref().is_none_or(|error| seen.error.as_ref() == Some(error))
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expected { kind, state, attempt, error } = self;
        let state = state.as_deref().unwrap_or_default();
        write(f, *kind, state, *attempt, error.as_deref())
    }
}

/// An event, and where it happened.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    kind: EventType,
    /// Empty where it belongs to none.
    state: String,
    items: String,
    attempt: Option<u32>,
    error: Option<String>,
}

impl Seen {
    /// All events of a history.
    pub(super) fn all(history: &[HistoryEvent]) -> Vec<Seen> {
        let mut trace = Trace::default();
        let seen = history.iter().map(|event| {
            let _ = trace.add(event);
            Seen::of(event, &trace)
        });
        seen.collect()
    }

    fn of(event: &HistoryEvent, trace: &Trace) -> Seen {
        use EventType as E;
        let own = matches!(
            event.kind,
            E::ExecutionStarted
                | E::ExecutionSucceeded
                | E::ExecutionFailed
                | E::ExecutionAborted
                | E::ExecutionTimedOut
        );
        let (visit, item) = if own { (None, None) } else { trace.at(event.id) };
        let task = matches!(
            event.kind,
            E::TaskScheduled | E::TaskStarted | E::TaskSucceeded | E::TaskFailed | E::TaskTimedOut
        );
        let iteration = matches!(
            event.kind,
            E::MapIterationStarted
                | E::MapIterationSucceeded
                | E::MapIterationFailed
                | E::MapIterationAborted
        );
        let index = match &event.details {
            Details::MapIteration { index, .. } => Some(*index),
            _ => item.filter(|_| iteration),
        };
        let outer = visit.map(|visit| trace.items(visit)).unwrap_or_default();
        Seen {
            kind: event.kind,
            state: visit.map(|visit| visit.state.to_string()).unwrap_or_default(),
            items: index.map_or(outer.clone(), |index| format!("{outer}[{index}]")),
            attempt: visit.filter(|_| task).map(|visit| visit.attempts),
            error: error(&event.details),
        }
    }

    fn place(&self) -> String {
        format!("{}{}", self.state, self.items)
    }
}

fn error(details: &Details) -> Option<String> {
    match details {
        Details::Failed { error, .. } => error.as_deref().map(str::to_owned),
        Details::EvaluationFailed { error, .. } => Some(error.to_string()),
        _ => None,
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self.kind, &self.place(), self.attempt, self.error.as_deref())
    }
}

/// `TaskFailed Charge, attempt 2: Declined`
fn write(
    f: &mut fmt::Formatter<'_>,
    kind: EventType,
    state: &str,
    attempt: Option<u32>,
    error: Option<&str>,
) -> fmt::Result {
    write!(f, "{}", kind.name())?;
    if !state.is_empty() {
        write!(f, " {state}")?;
    }
    attempt.map_or(Ok(()), |attempt| write!(f, ", attempt {attempt}"))?;
    error.map_or(Ok(()), |error| write!(f, ": {error}"))
}
