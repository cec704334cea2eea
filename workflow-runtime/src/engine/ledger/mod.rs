//! The changes that an execution has to write down: collected while its queue is worked off, sent as one commit.

mod children;
mod commit;
mod held;
mod sent;
mod settled;

use crate::engine::resend::Flight;
use crate::engine::scope::Text;
use crate::history::HistoryEvent;
use crate::store::{Begun, Path, Record, Store};
use crate::texts::Payloads;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Children that were joined.
struct Aside {
    /// The path of their parent, and the events of the fork in its mark.
    of: Path,
    fork: (u32, u32),
    /// Their last records that are not written.
    records: Vec<(Path, Last)>,
}

/// The last record of a child.
struct Last {
    machine: Text,
    mark: Arc<[u8]>,
}

impl Last {
    fn record(self, path: Path) -> Record {
        Record { path, machine: Some(self.machine), mark: self.mark }
    }
}

/// The changes since the last commit, and the commit on its way.
pub(crate) struct Ledger {
    store: Arc<dyn Store>,
    begun: Option<Begun>,
    /// The epoch of its claim, and the number of the last commit.
    epoch: u64,
    pub(crate) number: u64,
    /// The state that the workflow had come to at the last commit, and when it had something to do.
    state: Option<usize>,
    wake: Option<Timestamp>,
    /// The name of the state that it ended in, if that is another.
    ended_in: Option<Text>,
    /// Scopes of which something is new; whether their machines are.
    touched: Vec<(u32, bool)>,
    /// Records of scopes that have begun a Parallel or Map since, as they were before.
    prepared: BTreeMap<u32, String>,
    /// Children that have ended: their last records, by their paths. Those of one parent stand together.
    ended: BTreeMap<Path, Last>,
    removed: Vec<Path>,
    /// Children that were joined within the step at hand.
    aside: Option<Aside>,
    /// The records with which an execution fails, and how many of `removed` come before them.
    last: Option<(Vec<Record>, usize)>,
    /// True if the next commit redrives the execution.
    redrives: bool,
    /// True if there is something to commit; the small changes alone wait for the next reason.
    due: bool,
    /// Scopes whose effects begin once they are on disk: with the next commit, with the one on its way.
    next: Vec<(u32, u64)>,
    held: Vec<(u32, u64)>,
    /// Scopes that start more children after the next commit.
    parents: Vec<(u32, u64)>,
    /// Bodies and the like that are dropped once it is written what ended them: with the next commit, with the one on its
    /// way.
    given_up: Vec<Box<dyn Send>>,
    dropped: Vec<Box<dyn Send>>,
    flight: Option<Flight>,
    chunk: Vec<HistoryEvent>,
    /// Tokens that can be answered with the next commit, and those that cannot any more.
    opened: Vec<Text>,
    closed: Vec<Text>,
    /// Those of them whose time is over.
    expired: Vec<Text>,
    /// The numbers of messages that were taken.
    taken: Vec<u64>,
    payloads: Payloads,
    /// True if the end is on its way, or written.
    ending: bool,
    pub(crate) settled: bool,
}

impl Ledger {
    /// The ledger of an execution at the commit of this epoch and number.
    pub(crate) fn new(
        store: Arc<dyn Store>,
        begun: Option<Begun>,
        (epoch, number): (u64, u64),
        payloads: Payloads,
    ) -> Self {
        Ledger {
            store,
            begun,
            epoch,
            number,
            state: None,
            wake: None,
            ended_in: None,
            touched: vec![],
            prepared: BTreeMap::new(),
            ended: BTreeMap::new(),
            removed: vec![],
            aside: None,
            last: None,
            redrives: false,
            due: false,
            next: vec![],
            held: vec![],
            parents: vec![],
            given_up: vec![],
            dropped: vec![],
            flight: None,
            chunk: vec![],
            opened: vec![],
            closed: vec![],
            expired: vec![],
            taken: vec![],
            payloads,
            ending: false,
            settled: false,
        }
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Opens a token with the next commit, and begins the effect of this scope and visit once that is written.
    pub(crate) fn open(&mut self, token: Text, (id, visit): (u32, u64)) {
        self.opened.push(token);
        self.touched.push((id, false));
        self.hold((id, visit));
    }

    /// Holds the effect of this scope and visit until the next commit is written.
    fn hold(&mut self, effect: (u32, u64)) {
        self.next.push(effect);
        self.due = true;
    }

    /// Drops something once the next commit is written.
    pub(crate) fn drop_when_written(&mut self, it: impl Send + 'static) {
        self.given_up.push(Box::new(it));
        self.due = true;
    }

    /// True if something is not written.
    fn is_behind(&self) -> bool {
        self.flight.is_some() || self.due || !self.touched.is_empty()
    }

    /// Says that the execution does nothing until this time. True if that has to be written.
    pub(crate) fn waits_until(&mut self, wake: Timestamp) -> bool {
        if self.wake == Some(wake) && !self.due && self.touched.is_empty() {
            return false;
        }
        self.wake = Some(wake);
        self.due = true;
        true
    }

    /// Takes a message with the next commit.
    pub(crate) fn take(&mut self, message: u64) {
        self.taken.push(message);
    }

    /// Closes the token of an attempt that has ended, and takes the message that answered it.
    pub(crate) fn close(&mut self, token: Text, message: Option<u64>) {
        match message {
            Some(number) => self.taken.push(number),
            None => self.closed.push(token),
        }
    }

    /// Closes the token of an attempt whose time is over, unless the store has an answer by then: it may be that of another
    /// process.
    pub(crate) fn expire(&mut self, token: Text) {
        self.expired.push(token.clone());
        self.closed.push(token);
    }
}
