//! The facts that a workflow asks for: its own execution, the time, and random values.

use super::{JOURNAL, ScopePath};
use crate::chance::time;
use crate::connector::{MemoryObjects, Objects};
use crate::engine::Draw;
use crate::machine::Identity;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The facts of the execution that the function may ask for.
#[derive(Default)]
pub struct Told {
    id: String,
    name: String,
    start_time: String,
    machine: String,
    drawn: BTreeMap<ScopePath, VecDeque<Value>>,
    pub(super) objects: Option<Arc<dyn Objects>>,
}

impl Told {
    /// Of an execution, and what it drew.
    #[must_use]
    pub fn new(identity: &Identity, draws: Vec<Draw>) -> Self {
        let mut drawn: BTreeMap<ScopePath, VecDeque<Value>> = BTreeMap::new();
        draws.into_iter().for_each(|(path, value)| drawn.entry(path).or_default().push_back(value));
        let (id, name) = (identity.id.to_string(), identity.name.to_string());
        let (start_time, machine) = (time(identity.started), identity.machine.to_string());
        Told { id, name, start_time, machine, drawn, objects: None }
    }

    /// Sets the objects in memory that distributed Maps read.
    #[must_use]
    pub fn objects(self, objects: MemoryObjects) -> Self {
        Told { objects: Some(Arc::new(objects)), ..self }
    }
}

/// The execution that a workflow runs in.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ThisExecution;

/// The execution that the workflow runs in, for `execution().id()` and the like: AWS's context object.
///
/// Where no workflow runs, all of it is empty text.
#[must_use]
pub fn execution() -> ThisExecution {
    ThisExecution
}

impl ThisExecution {
    /// Its ARN.
    #[must_use]
    pub fn id(&self) -> String {
        JOURNAL.with_borrow(|journal| journal.told.id.clone())
    }
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        JOURNAL.with_borrow(|journal| journal.told.name.clone())
    }
    /// Returns the time when the execution started, in RFC 3339: `2026-01-01T00:00:00.000Z`.
    #[must_use]
    pub fn start_time(&self) -> String {
        JOURNAL.with_borrow(|journal| journal.told.start_time.clone())
    }
    /// Returns the ARN of the state machine that it is an execution of.
    #[must_use]
    pub fn state_machine(&self) -> String {
        JOURNAL.with_borrow(|journal| journal.told.machine.clone())
    }
}

/// A UUID of version 4, drawn once: the same for all attempts of the calls that send it, and after a crash.
#[must_use]
pub fn uuid() -> String {
    drawn().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A number from 0 to less than 1, drawn once.
#[must_use]
pub fn random() -> f64 {
    drawn().and_then(|value| value.as_f64()).unwrap_or_default()
}

/// The time, in RFC 3339 (`2026-01-01T00:00:00.000Z`), looked at once.
#[must_use]
pub fn now() -> String {
    drawn().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Returns what the scope drew next.
fn drawn() -> Option<Value> {
    JOURNAL.with_borrow_mut(|journal| journal.told.drawn.get_mut(&journal.path)?.pop_front())
}
