//! The executions that run in an engine, by their ARNs: each has one owner.

use crate::engine::Core;
use crate::engine::control::Control;
use crate::engine::ending::{Ending, Ticket, lost};
use crate::failure::Failure;
use crate::machine::Identity;
use crate::payload::Payload;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The executions that run. Those that nobody can name are not among them.
#[derive(Default)]
pub(crate) struct Directory(Mutex<HashMap<Arc<str>, Live>>);

/// An execution that runs.
#[derive(Clone)]
pub(crate) struct Live {
    pub(crate) identity: Arc<Identity>,
    pub(crate) control: Arc<Control>,
    pub(crate) ending: Arc<Ending>,
    /// The text of its input, if that is known.
    pub(crate) input: Option<Arc<str>>,
}

impl Directory {
    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, Live>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Finds the execution of this ARN.
    pub(crate) fn find(&self, id: &str) -> Option<Live> {
        self.lock().get(id).cloned()
    }

    /// Adds an execution; or finds the one that has its ARN.
    pub(crate) fn enter(&self, live: &Live) -> Result<(), Live> {
        match self.lock().entry(live.identity.id.clone()) {
            Entry::Occupied(known) => Err(known.get().clone()),
            Entry::Vacant(place) => {
                live.ending.list(&live.identity.id);
                place.insert(live.clone());
                Ok(())
            }
        }
    }

    /// Enters the execution `next` in place of the one that it follows.
    pub(crate) fn follow(&self, id: &str, next: &Arc<Identity>, control: &Arc<Control>) {
        let mut all = self.lock();
        if let Some(live) = all.remove(id) {
            let (identity, control) = (next.clone(), control.clone());
            live.ending.list(&next.id);
            all.insert(next.id.clone(), Live { identity, control, input: None, ..live });
        }
    }

    fn leave(&self, ending: &Arc<Ending>) {
        let Some(id) = ending.listed() else { return };
        let mut all = self.lock();
        if all.get(&id).is_some_and(|live| Arc::ptr_eq(&live.ending, ending)) {
            all.remove(&id);
        }
    }
}

impl Live {
    pub(crate) fn new(
        identity: Arc<Identity>,
        control: Arc<Control>,
        input: Option<Arc<str>>,
    ) -> Self {
        Live { identity, control, ending: Arc::default(), input }
    }

    /// Makes another ticket for its result.
    pub(crate) fn ticket(&self) -> Ticket {
        self.ending.ticket()
    }
}

/// The duty to end an execution: whatever becomes of its future, those who wait are told.
pub(crate) struct Duty {
    core: Arc<Core>,
    ending: Arc<Ending>,
}

impl Duty {
    pub(crate) fn new(core: Arc<Core>, ending: Arc<Ending>) -> Self {
        Duty { core, ending }
    }

    /// Ends it: first it is no longer among those that run, then it has a result.
    pub(crate) fn end(self, result: Result<Payload, Failure>) {
        self.core.directory.leave(&self.ending);
        self.ending.end(result);
    }
}

impl Drop for Duty {
    fn drop(&mut self) {
        // Without a result it was dropped half-way: with its runtime, or by a panic.
        self.core.directory.leave(&self.ending);
        self.ending.end(Err(lost()));
    }
}
