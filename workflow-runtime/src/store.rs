//! The data that survives a crash: the shape of a commit, and a store in memory.
//!
//! An execution is kept as a tree of records, one or two for each scope that runs, under its path. A commit holds
//! what changed since the last one: the end of a Map item never rewrites its parent, what children share is in
//! their parent's record only, and new events go in one chunk.

use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::task::BoxFuture;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// From the workflow to a scope: the ordinal of each Parallel or Map, and the index of the branch or item.
/// In the order of paths, a scope comes right before all that is below it.
pub type Path = Vec<(u32, u32)>;

/// The start of an execution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Begun {
    /// Its ARN.
    pub id: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// The name of its state machine.
    pub machine: Arc<str>,
    /// The text of its input, if it is known.
    pub input: Option<Arc<str>>,
    /// The time when it began, in RFC 3339.
    pub started: String,
    /// The seed of its jitter.
    pub seed: u64,
    /// The longest time in seconds.
    pub timeout: Option<u32>,
}

/// The status of an execution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It runs.
    #[default]
    Running,
    /// It ended with an output.
    Succeeded,
    /// It ended with a failure.
    Failed,
    /// It took longer than it may.
    TimedOut,
    /// It was stopped.
    Aborted,
}

/// The changes that a store writes atomically.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The ARN of the execution.
    pub execution: Arc<str>,
    /// Its number, from 1.
    pub number: u64,
    /// With the first commit only.
    pub begun: Option<Begun>,
    /// The number of events so far, kept or not.
    pub events: u32,
    /// Scopes of which all that was below is gone; before `records`.
    pub removed: Vec<Path>,
    /// The changes of scopes.
    pub records: Vec<Record>,
    /// The new events.
    pub history: Vec<HistoryEvent>,
    /// Its status.
    pub status: Status,
    /// Its end: the text of its output, or its failure. Its scopes are gone then.
    pub end: Option<Result<Arc<str>, Failure>>,
}

/// The changes to one scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The path of the scope.
    pub path: Path,
    /// The machine's checkpoint; `None` if unchanged since the last commit.
    pub machine: Option<Arc<str>>,
    /// The engine's position in it. Small.
    pub mark: Arc<str>,
}

/// An execution as it was at its last commit.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The start of the execution.
    pub begun: Begun,
    /// The number of the last commit.
    pub number: u64,
    /// The number of events so far, kept or not.
    pub events: u32,
    /// For each scope what its machine saved, and where the engine was with it.
    pub scopes: BTreeMap<Path, (Arc<str>, Arc<str>)>,
    /// The events.
    pub history: Vec<HistoryEvent>,
    /// Its status.
    pub status: Status,
    /// Its end, if it has ended.
    pub end: Option<Result<Arc<str>, Failure>>,
}

/// Persists executions: the engine sends it commits.
pub trait Store: Send + Sync + 'static {
    /// Writes a commit. Once the future has ended without a failure, nothing can take it back. The engine sends
    /// the commits of one execution one after the other; those of many at the same time may share a write.
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), Failure>>;
    /// An execution, by its ARN.
    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, Failure>>;
    /// The executions that have begun and not ended.
    fn open(&self) -> BoxFuture<Result<Vec<Begun>, Failure>>;
}

/// A store in memory: for tests, and as the model of what others do.
#[derive(Clone, Default)]
pub struct MemoryStore(Arc<Mutex<BTreeMap<Arc<str>, Saved>>>);

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Arc<str>, Saved>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An execution, by its ARN.
    #[must_use]
    pub fn get(&self, execution: &str) -> Option<Saved> {
        self.lock().get(execution).cloned()
    }

    fn write(&self, mut commit: Commit) -> Result<(), Failure> {
        let mut store = self.lock();
        if let Some(begun) = commit.begun.take() {
            let saved = Saved {
                begun,
                number: 0,
                events: 0,
                scopes: BTreeMap::new(),
                history: vec![],
                status: Status::Running,
                end: None,
            };
            store.insert(commit.execution.clone(), saved);
        }
        let saved = store.get_mut(&commit.execution).ok_or_else(|| unknown(&commit.execution))?;
        if commit.number != saved.number + 1 {
            return Err(out_of_order(&commit.execution, saved.number, commit.number));
        }
        saved.apply(commit)
    }
}

impl Saved {
    /// Adds a commit: what every store does, in its own way.
    ///
    /// # Errors
    /// `States.Runtime` where the commit leaves out the machine of a scope that is not known.
    pub fn apply(&mut self, commit: Commit) -> Result<(), Failure> {
        self.number = commit.number;
        self.events = commit.events;
        for path in &commit.removed {
            let below = self.scopes.range((Excluded(path.clone()), Unbounded));
            let below = below.map(|(known, _)| known.clone());
            let below: Vec<_> = below.take_while(|known| known.starts_with(path)).collect();
            below.iter().for_each(|known| drop(self.scopes.remove(known)));
        }
        for Record { path, machine, mark } in commit.records {
            let known = self.scopes.get(&path).map(|(machine, _)| machine.clone());
            let machine = machine.or(known).ok_or_else(|| {
                Failure::runtime(format!("a commit marks the scope {path:?}, which has no record"))
            })?;
            self.scopes.insert(path, (machine, mark));
        }
        self.history.extend(commit.history);
        if commit.end.is_some() {
            self.scopes.clear();
        }
        (self.status, self.end) = (commit.status, commit.end);
        Ok(())
    }
}

impl Store for MemoryStore {
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), Failure>> {
        Box::pin(std::future::ready(self.write(commit)))
    }
    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, Failure>> {
        Box::pin(std::future::ready(Ok(self.get(execution))))
    }
    fn open(&self) -> BoxFuture<Result<Vec<Begun>, Failure>> {
        let store = self.lock();
        let open = store.values().filter(|saved| saved.end.is_none());
        let open = open.map(|saved| saved.begun.clone()).collect();
        Box::pin(std::future::ready(Ok(open)))
    }
}

/// True if an execution is that of an item of a distributed Map: `machine/label` is in its ARN.
pub(crate) fn is_item(execution: &str) -> bool {
    execution.contains('/')
}

fn unknown(execution: &str) -> Failure {
    Failure::runtime(format!("the store has no execution `{execution}`"))
}

fn out_of_order(execution: &str, last: u64, number: u64) -> Failure {
    Failure::runtime(format!(
        "commit {number} of `{execution}` follows commit {last}: two engines drive the same execution"
    ))
}
