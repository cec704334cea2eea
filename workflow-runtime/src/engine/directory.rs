//! The executions that run in an engine, by their ARNs: each has one owner.

use crate::connector::Callbacks;
use crate::engine::Core;
use crate::engine::control::Control;
use crate::engine::ending::{Ending, Ticket, lost};
use crate::failure::Failure;
use crate::lock::lock;
use crate::machine::Identity;
use crate::payload::Payload;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::Notify;

/// The executions that run. Those that nobody can name are not among them.
pub(crate) struct Directory {
    all: Mutex<HashMap<Arc<str>, Live>>,
    /// Keeps early answers to those that run.
    callbacks: Callbacks,
    /// Rings when one has left.
    left: Notify,
}

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
    pub(crate) fn new(callbacks: Callbacks) -> Self {
        Directory { all: Mutex::default(), callbacks, left: Notify::new() }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, Live>> {
        lock(&self.all)
    }

    /// Finds the execution of this ARN, with a ticket for its result.
    pub(crate) fn find(&self, id: &str) -> Option<(Live, Ticket)> {
        let live = self.lock().get(id).cloned()?;
        let ticket = live.ticket()?;
        Some((live, ticket))
    }

    /// True if the execution of this ARN runs.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.lock().contains_key(id)
    }

    /// Adds an execution, with a ticket for its result; or finds the one that has its ARN.
    pub(crate) fn enter(&self, live: &Live) -> Result<(), (Live, Ticket)> {
        let mut all = self.lock();
        if let Some(known) = all.get(&live.identity.id).cloned()
            && let Some(ticket) = known.ticket()
        {
            return Err((known, ticket));
        }
        live.ending.list(&live.identity.id);
        self.callbacks.expect(&live.identity.id, live.control.clone());
        all.insert(live.identity.id.clone(), live.clone());
        Ok(())
    }

    /// Takes over what is known of an execution by now.
    pub(crate) fn renew(&self, live: &Live) {
        let mut all = self.lock();
        if let Some(known) = all.get_mut(&live.identity.id)
            && Arc::ptr_eq(&known.ending, &live.ending)
        {
            known.identity = live.identity.clone();
        }
    }

    /// Says that the start of the execution of this ARN is written.
    pub(crate) fn begun(&self, id: &str) {
        let ending = self.lock().get(id).map(|live| live.ending.clone());
        if let Some(ending) = ending {
            ending.begin();
        }
    }

    /// True if nobody waits for the execution of this ARN, or watches it.
    pub(crate) fn is_alone(&self, id: &str) -> bool {
        self.lock().get(id).is_some_and(|live| !live.control.is_watched() && live.ending.is_alone())
    }

    /// Takes out an execution that leaves memory. False if somebody waits for it.
    pub(crate) fn park(&self, id: &str) -> bool {
        let mut all = self.lock();
        let free = |live: &Live| !live.control.is_watched() && !live.control.is_stopped();
        let parked = all.get(id).is_some_and(|live| free(live) && live.ending.park());
        if parked {
            all.remove(id);
            self.callbacks.forget(id);
            self.left.notify_waiters();
        }
        parked
    }

    /// Enters the execution `next` in place of the one that it follows.
    pub(crate) fn follow(&self, id: &str, next: &Arc<Identity>, control: &Arc<Control>) {
        let mut all = self.lock();
        if let Some(live) = all.remove(id) {
            let (identity, control) = (next.clone(), control.clone());
            live.ending.list(&next.id);
            self.callbacks.forget(id);
            self.callbacks.expect(&next.id, control.clone());
            all.insert(next.id.clone(), Live { identity, control, input: None, ..live });
        }
    }

    fn leave(&self, ending: &Arc<Ending>) {
        let Some(id) = ending.listed() else { return };
        let mut all = self.lock();
        if all.get(&id).is_some_and(|live| Arc::ptr_eq(&live.ending, ending)) {
            all.remove(&id);
            self.callbacks.forget(&id);
            self.left.notify_waiters();
        }
    }

    /// All that run.
    pub(crate) fn all(&self) -> Vec<Live> {
        self.lock().values().cloned().collect()
    }

    /// Has all that run look at what they wait for.
    pub(crate) fn wake_all(&self) {
        self.all().iter().for_each(|live| live.control.wakes.wake());
    }

    /// Ends when none runs.
    pub(crate) async fn emptied(&self) {
        loop {
            let left = self.left.notified();
            if self.lock().is_empty() {
                return;
            }
            left.await;
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

    /// Its ARN, or that of the last execution of its chain.
    pub(crate) fn listed(&self) -> Arc<str> {
        self.ending.listed().unwrap_or_else(|| self.identity.id.clone())
    }

    /// Makes another ticket for its result; none if the execution has left memory.
    pub(crate) fn ticket(&self) -> Option<Ticket> {
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
        self.core.directory.leave(&self.ending);
        let listed = self.ending.listed();
        // Without a result it was dropped half-way: with its runtime, by a panic, or by who resumed it and went away.
        if self.ending.end(Err(lost()))
            && let Some(id) = listed
        {
            self.core.recovery.look_at(&id);
        }
    }
}
