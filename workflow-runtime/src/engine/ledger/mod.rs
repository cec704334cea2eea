//! The changes that an execution has to write down: collected while its queue is worked off, sent as one commit.

mod settled;

use crate::engine::epoch;
use crate::engine::mark::Mark;
use crate::engine::metrics;
use crate::engine::resend::{self, Flight};
use crate::engine::run::{Job, Run, Todo};
use crate::engine::scope::{Scope, Scopes, Text};
use crate::engine::unwritten::Unwritten;
use crate::failure::Failure;
use crate::history::{self, EventType, HistoryEvent};
use crate::machine::{At, Event, Kind};
use crate::store::{Begun, Chunk, Commit, Path, Record, Status, Store, StoreError, Stored};
use crate::texts::{Payloads, marked, plain};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

/// The most effects that one commit waits for: the children of a Map start in waves.
const WAVE: usize = 1_000;

/// Children that were joined.
struct Aside {
    /// The path of their parent, and the events of its [`Mark::fork`].
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

impl Run {
    /// True if a commit is on its way.
    pub(crate) fn is_committing(&self) -> bool {
        self.ledger.as_ref().is_some_and(|ledger| ledger.flight.is_some())
    }

    /// Something small is new of a scope: it goes with the next commit.
    pub(crate) fn touch(&mut self, id: u32) {
        let Some(ledger) = &mut self.ledger else { return };
        ledger.wake = None;
        ledger.touched.push((id, false));
    }

    /// Something is new that is to be written soon.
    pub(crate) fn touch_soon(&mut self, id: u32) {
        self.touch(id);
        if let Some(ledger) = &mut self.ledger {
            ledger.due = true;
        }
    }

    /// A scope has come to an effect. It is begun at once; with a store, as soon as that is written.
    pub(crate) fn hold(&mut self, id: u32) -> Option<Event> {
        let now = self.ledger.is_some().then(|| self.now());
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return self.begin(id);
        };
        scope.times_mut().entered = now;
        ledger.wake = None;
        ledger.touched.push((id, true));
        // Only what reaches the world outside waits for the disk; a machine that takes its turn is not even written.
        let kind = scope.info().map(|info| info.kind);
        ledger.due |= matches!(kind, Some(Kind::Task | Kind::Wait | Kind::Parallel | Kind::Map));
        ledger.prepared.remove(&id);
        match kind {
            Some(Kind::Task) => {
                scope.times_mut().owner = epoch::owner(ledger.epoch);
                ledger.hold((id, scope.visit));
                return None;
            }
            // Its children take parts of what it keeps.
            Some(Kind::Parallel | Kind::Map) => match scope.machine.save() {
                Ok(record) => drop(ledger.prepared.insert(id, record)),
                Err(failure) => {
                    self.fail(id, failure);
                    return None;
                }
            },
            _ => {}
        }
        self.begin(id)
    }

    /// A scope begins a distributed Map: true if that happens later, once it is written.
    pub(crate) fn hold_distributed(&mut self, id: u32) -> bool {
        let begun = self.now();
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return false;
        };
        scope.times_mut().begun = Some(begun);
        ledger.touched.push((id, false));
        ledger.hold((id, scope.visit));
        true
    }

    /// Writes the record of a scope again, where it does not say any more how items are made. True if its effect begins later,
    /// once that is written.
    pub(crate) fn renew(&mut self, id: u32) -> bool {
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return false;
        };
        let renewed = scope.machine.renew();
        if renewed {
            ledger.touched.push((id, true));
            ledger.hold((id, scope.visit));
        }
        renewed
    }

    /// Begins another attempt of an effect, once the end of the last one is written: so no crash makes more of them than
    /// the retriers allow.
    pub(crate) fn begin_again(&mut self, id: u32) {
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return self.later(id, Todo::Begin);
        };
        // The engine that wrote the end of the last attempt may be gone: this one is not counted with it.
        let owner = epoch::owner(ledger.epoch);
        if std::mem::replace(&mut scope.times_mut().owner, owner) != owner {
            ledger.touched.push((id, false));
        }
        if ledger.is_behind() {
            ledger.hold((id, scope.visit));
        } else {
            self.later(id, Todo::Begin);
        }
    }

    /// Writes down that an attempt begins which was there before a crash, where it may have waited for a permit until now: from
    /// here on it is counted. True if it begins later, once that is written.
    pub(crate) fn count_from_here(&mut self, id: u32) -> bool {
        let limited = self.core.permits.is_some();
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return false;
        };
        let owner = epoch::owner(ledger.epoch);
        if !limited || std::mem::replace(&mut scope.times_mut().owner, owner) == owner {
            return false;
        }
        ledger.touched.push((id, false));
        ledger.hold((id, scope.visit));
        true
    }

    /// Puts off the start of more children until the next commit is written, if many effects wait for that: true if it
    /// did.
    pub(crate) fn put_off_children(&mut self, id: u32) -> bool {
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get(id)) else {
            return false;
        };
        let crowded = ledger.next.len() >= WAVE;
        if crowded {
            ledger.parents.push((id, scope.visit));
        }
        crowded
    }

    /// The children of a scope are gone.
    pub(crate) fn forget_children(&mut self, id: u32) {
        drop(self.take_children(id));
    }

    /// The children of a scope are joined. If the step that takes them in fails, a redrive joins them again.
    pub(crate) fn set_children_aside(&mut self, id: u32, fork: (u32, u32)) {
        let Some((of, records)) = self.take_children(id) else { return };
        if let Some(ledger) = &mut self.ledger {
            ledger.aside = Some(Aside { of, fork, records });
        }
    }

    /// Takes out the records of the children of a scope that are not written; those that are will be removed. Returns the
    /// path of the scope with them.
    fn take_children(&mut self, id: u32) -> Option<(Path, Vec<(Path, Last)>)> {
        self.ledger.as_ref()?;
        let of = self.path(id);
        let ledger = self.ledger.as_mut()?;
        let below = ledger.ended.range((Excluded(of.clone()), Unbounded));
        let below: Vec<_> =
            below.map(|(path, _)| path).take_while(|path| path.starts_with(&of)).cloned().collect();
        let records = below.into_iter().filter_map(|path| ledger.ended.remove_entry(&path));
        let records = records.collect();
        ledger.removed.push(of.clone());
        Some((of, records))
    }

    /// A child has ended: its last record is written once, and joined from there after a crash. False if it cannot be
    /// written, with which the execution ends.
    pub(crate) fn keep(&mut self, path: Path, scope: &Scope) -> bool {
        let Some(ledger) = &mut self.ledger else { return true };
        match saved(scope, &mut ledger.payloads) {
            Ok(machine) => {
                let mark = Mark::of(scope).bytes(&mut ledger.payloads);
                ledger.ended.insert(path, Last { machine, mark });
                ledger.due = true;
                true
            }
            Err(failure) => {
                self.finish(EventType::ExecutionFailed, failure);
                false
            }
        }
    }

    /// Goes on with what has to be written. `Pending` if the execution waits for that; `Ready` with whether there
    /// is more to do.
    pub(crate) fn write(&mut self) -> Poll<bool> {
        let ends = self.conclusion.result.is_some();
        let Some(ledger) = &mut self.ledger else { return Poll::Ready(false) };
        if let Some(flight) = &mut ledger.flight {
            match flight.as_mut().poll(&mut Context::from_waker(&self.waits.pool.waker)) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(written) => self.written(written),
            }
            return Poll::Ready(true);
        }
        if ledger.settled || !(ledger.due || ends) {
            return Poll::Ready(false);
        }
        match self.commit() {
            Ok(commit) => {
                if let Some(ledger) = &mut self.ledger {
                    ledger.flight =
                        Some(resend::send(&self.core, &ledger.store, commit, self.origin.inside));
                }
            }
            // What cannot be written cannot go on.
            Err(failure) => self.unwritable(failure),
        }
        Poll::Ready(true)
    }

    pub(crate) fn written(&mut self, written: Result<(), Unwritten>) {
        let Some(ledger) = &mut self.ledger else { return };
        ledger.flight = None;
        match written {
            Ok(()) => {}
            Err(Unwritten { error: StoreError::Exists(id), .. }) => {
                return self.abandon(Failure::taken(&id));
            }
            Err(Unwritten { error, commit }) => {
                self.abandon(error.interruption());
                self.conclusion.unwritten = commit.map(|commit| {
                    let unwritten = Err(Unwritten { error, commit: Some(commit) });
                    Box::pin(std::future::ready(unwritten)) as Flight
                });
                return;
            }
        }
        ledger.settled = ledger.ending;
        if ledger.number == 1 {
            self.core.directory.begun(&self.origin.identity.id);
        }
        self.control.publish(&mut ledger.chunk);
        ledger.dropped.clear();
        // In front of the queue, the first one first.
        for (scope, visit) in ledger.held.drain(..).rev() {
            self.jobs.push_front(Job { scope, visit, todo: Todo::Begin });
        }
        for (scope, visit) in ledger.parents.drain(..) {
            self.jobs.push_back(Job { scope, visit, todo: Todo::Children });
        }
    }

    /// Leaves the execution as its last commit has it: nothing more is written, and it may be resumed from there.
    pub(crate) fn abandon(&mut self, failure: Failure) {
        if let Some(ledger) = &mut self.ledger {
            ledger.settled = true;
            self.conclusion.unwritten = ledger.flight.take();
        }
        metrics::interrupted(&self.origin.identity);
        self.left.store(true, Ordering::Relaxed);
        self.conclusion.status = Status::Running;
        self.conclusion.result = Some(Err(failure));
    }

    /// Ends an execution whose code panicked outside of its tasks. With a store it stays as its last commit has it, and no
    /// recovery tries it again before the next start of the program.
    pub(crate) fn panicked(&mut self, text: &str) {
        let why = format!("the execution panicked: {text}");
        if self.ledger.is_some() {
            self.core.recovery.leave(&self.origin.identity.id);
            return self.abandon(Failure::interruption(why));
        }
        self.conclusion.result = Some(Err(Failure::runtime(why)));
        self.conclusion.status = Status::Failed;
    }

    /// Ends the execution with the failure of a value that has no text: of its output, or of what it would save.
    fn unwritable(&mut self, failure: Failure) {
        let ended = |event: &HistoryEvent| event.kind == EventType::ExecutionSucceeded;
        self.log.withdraw(ended);
        self.conclusion.next = None;
        self.finish(EventType::ExecutionFailed, failure);
    }

    /// The commit of an execution that has not done anything yet.
    pub(crate) fn first_commit(&mut self) -> Result<Commit, Failure> {
        if let Some(ledger) = &mut self.ledger {
            ledger.touched.push((Scopes::ROOT, true));
        }
        self.commit()
    }

    /// The commit with which an execution that failed runs again.
    pub(crate) fn redriving_commit(&mut self) -> Result<Commit, Failure> {
        if let Some(ledger) = &mut self.ledger {
            ledger.redrives = true;
        }
        self.commit()
    }

    fn commit(&mut self) -> Result<Commit, Failure> {
        let end = match &self.conclusion.result {
            None => None,
            Some(Ok(output)) => Some(Ok(output.text()?)),
            Some(Err(failure)) => Some(Err(failure.clone())),
        };
        let Some(mut ledger) = self.ledger.take() else {
            return Err(Failure::runtime("an execution without a store commits"));
        };
        let commit = self.changes(&mut ledger, end);
        self.ledger = Some(ledger);
        commit
    }

    /// Makes the next commit.
    fn changes(
        &mut self,
        ledger: &mut Ledger,
        end: Option<Result<Text, Failure>>,
    ) -> Result<Commit, Failure> {
        // Records and marks mention what the events tell.
        let chunk = chunk(&self.log.events, &mut ledger.payloads);
        let records = match &end {
            None => match self.records(ledger) {
                Ok(records) => records,
                Err(failure) => {
                    // What it took out is lost: a redrive goes on from the commit before, with the children of that.
                    ledger.last = Some((vec![], 0));
                    return Err(failure);
                }
            },
            Some(Err(_)) => settled::records(ledger),
            // Nothing of its scopes is needed any more.
            Some(Ok(_)) => vec![],
        };
        if end.is_some() {
            (ledger.touched, ledger.ended) = (vec![], BTreeMap::new());
        }
        let continued =
            end.as_ref().is_some_and(Result::is_ok).then(|| self.conclusion.successor());
        ledger.number += 1;
        ledger.due = false;
        ledger.ending = end.is_some();
        ledger.held = std::mem::take(&mut ledger.next);
        ledger.dropped.append(&mut ledger.given_up);
        ledger.chunk = std::mem::take(&mut self.log.events);
        let place = (ledger.epoch, ledger.number);
        let redrives = std::mem::take(&mut ledger.redrives);
        let time = match self.origin.identity.redriven {
            Some(redriven) if redrives => redriven,
            // The clock may be behind that of the engine which ended or redrove it.
            Some(redriven) => redriven.max(self.now()),
            None => self.now(),
        };
        let begun = ledger.begun.take();
        Ok(Commit {
            caller: self.origin.caller.clone().filter(|_| begun.is_some()),
            begun,
            events: self.log.count,
            removed: std::mem::take(&mut ledger.removed),
            records,
            payloads: stored(ledger.payloads.take_new()),
            chunk,
            state: self.new_state(ledger),
            wake: ledger.wake,
            opened: std::mem::take(&mut ledger.opened),
            closed: std::mem::take(&mut ledger.closed),
            expired: std::mem::take(&mut ledger.expired),
            taken: std::mem::take(&mut ledger.taken),
            status: self.conclusion.status,
            end,
            continued: continued.flatten(),
            redriven: redrives,
            round: self.origin.within.round,
            ..Commit::new(self.origin.identity.id.clone(), place, time)
        })
    }

    /// Takes note of the state that the workflow came to last, with the step that ends it: it may have waited in none.
    pub(crate) fn note_end(&mut self, from: Option<usize>) {
        let state = self.step.trace.last.or(from);
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get(Scopes::ROOT)) else {
            return;
        };
        let other = state.filter(|_| state != ledger.state);
        let info = other.and_then(|state| scope.machine.states().get(state));
        ledger.ended_in = info.map(|info| info.name.as_ref().into());
    }

    /// Returns the name of the state that the workflow has come to, if it is another than the one that was written.
    fn new_state(&self, ledger: &mut Ledger) -> Option<Text> {
        let root = self.scopes.get(Scopes::ROOT);
        let Some((scope, state)) = root.and_then(|scope| Some((scope, scope.state()?))) else {
            return ledger.ended_in.take();
        };
        if ledger.state.replace(state) == Some(state) {
            return None;
        }
        Some(scope.info()?.name.as_ref().into())
    }

    /// Returns what is new of scopes.
    fn records(&mut self, ledger: &mut Ledger) -> Result<Vec<Record>, Failure> {
        let mut touched = std::mem::take(&mut ledger.touched);
        let ended = std::mem::take(&mut ledger.ended).into_iter();
        let mut records: Vec<_> = ended.map(|(path, last)| last.record(path)).collect();
        // The machine of a scope is new if one of its touches says so, or nothing of it is written.
        touched.sort_unstable_by_key(|&(id, machine)| (id, !machine));
        touched.dedup_by_key(|&mut (id, _)| id);
        for (id, machine) in touched {
            let Some(scope) = self.scopes.get(id) else { continue };
            // A machine that lost its way is redriven from where it was last.
            if scope.machine.at() == At::Gone && scope.visits > 0 {
                continue;
            }
            let payloads = &mut ledger.payloads;
            let machine = match ledger.prepared.remove(&id) {
                Some(record) => Some(shortened(record, payloads)),
                None if machine || !scope.written => Some(saved(scope, payloads)?),
                None => None,
            };
            let mark = Mark::of(scope).bytes(payloads);
            records.push(Record { path: self.path(id), machine, mark });
            if let Some(scope) = self.scopes.get_mut(id) {
                scope.written = true;
            }
        }
        Ok(records)
    }
}

/// Encodes events.
fn chunk(events: &[HistoryEvent], payloads: &mut Payloads) -> Option<Chunk> {
    let (first, last) = (events.first()?.id, events.last()?.id);
    Some(Chunk { first, last, bytes: history::encode(events, payloads).into() })
}

fn stored(new: Vec<(u32, Text)>) -> Vec<Stored> {
    new.into_iter().map(|(number, text)| Stored { number, text }).collect()
}

/// Returns what a machine saves. Payloads that are written are mentioned.
fn saved(scope: &Scope, payloads: &mut Payloads) -> Result<Text, Failure> {
    Ok(shortened(scope.machine.save()?, payloads))
}

/// A record in the form that is kept: it mentions the payloads that are written.
fn shortened(record: String, payloads: &mut Payloads) -> Text {
    match payloads.known(&record) {
        Some(pieces) => marked(&pieces).into(),
        None => plain(&record).into(),
    }
}
