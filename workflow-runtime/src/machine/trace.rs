//! The trace of a step: the states it passed, what they assigned, and what it drew.

use serde_json::Value;
use std::borrow::Cow;
use std::sync::Arc;

/// The amount of history that an execution records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum History {
    /// Nothing.
    Off,
    /// Events without payloads.
    Events,
    /// Events with payloads, as AWS has them.
    #[default]
    Full,
}

/// The states that a machine passes within a step. The first entry is the state it leaves (its assignments and output),
/// each further one a state it enters.
#[derive(Debug, Default)]
pub struct StepTrace {
    /// The amount of history to record.
    pub history: History,
    /// The entries, if history is on.
    pub entries: Vec<StateTrace>,
    /// The number of states that were entered.
    pub entered: u32,
    /// The last of them.
    pub last: Option<usize>,
    /// The values that were drawn, in order: times, random numbers, UUIDs.
    pub drawn: Vec<Value>,
}

/// A state that a machine leaves or enters.
#[derive(Debug, Default)]
pub struct StateTrace {
    /// The state; `None` for the beginning of a scope.
    pub state: Option<usize>,
    /// The variables it assigns, with their JSON text; in order.
    pub assigned: Vec<(Cow<'static, str>, Arc<str>)>,
    /// Its output; `None`: its result, or for a state without one its input.
    pub output: Option<Arc<str>>,
    /// Of a Choice: the rule that applied; where none did, how many there are. Generated machines say it, and
    /// tests count it; histories do not have it.
    pub rule: Option<u32>,
}

impl StepTrace {
    /// A trace that begins in a state, or at the beginning of a scope.
    #[must_use]
    pub fn new(history: History, from: Option<usize>) -> Self {
        let entries = if history == History::Off {
            vec![]
        } else {
            vec![StateTrace { state: from, ..StateTrace::default() }]
        };
        StepTrace { history, entries, ..StepTrace::default() }
    }

    /// Clears the trace for another step, from this state.
    pub(crate) fn restart(&mut self, from: Option<usize>) {
        (self.entered, self.last) = (0, None);
        self.drawn.clear();
        if self.history != History::Off {
            self.entries.clear();
            self.entries.push(StateTrace { state: from, ..StateTrace::default() });
        }
    }

    /// The machine enters a state.
    pub fn enter(&mut self, state: usize) {
        self.entered += 1;
        self.last = Some(state);
        if self.history != History::Off {
            self.entries.push(StateTrace { state: Some(state), ..StateTrace::default() });
        }
    }

    /// The last state assigns a variable. The text is made only if it is written down.
    pub fn assign(&mut self, name: impl Into<Cow<'static, str>>, text: impl FnOnce() -> Arc<str>) {
        if self.history == History::Full
            && let Some(entry) = self.entries.last_mut()
        {
            let name = name.into();
            let text = text();
            match entry.assigned.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1 = text,
                None => entry.assigned.push((name, text)),
            }
        }
    }

    /// The last state is a Choice, and this rule of it applied.
    pub fn chose(&mut self, rule: u32) {
        if let Some(entry) = self.entries.last_mut() {
            entry.rule = Some(rule);
        }
    }

    /// The last state hands this on.
    pub fn output(&mut self, text: impl FnOnce() -> Arc<str>) {
        if self.history == History::Full
            && let Some(entry) = self.entries.last_mut()
        {
            entry.output = Some(text());
        }
    }
}
