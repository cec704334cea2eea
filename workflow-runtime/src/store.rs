//! The data that survives a crash: the shape of a commit, and a store in memory.
//!
//! An execution is kept as a tree of records, one or two for each scope that runs, under its path. A commit holds
//! what changed since the last one: the end of a Map item never rewrites its parent, what children share is in
//! their parent's record only, and new events go in one chunk.

mod error;
mod memory;

pub use error::StoreError;
pub use memory::MemoryStore;

use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::task::BoxFuture;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// True for an item of a distributed Map: the execution around it begins it again, and nobody resumes it alone.
    #[serde(default)]
    pub item: bool,
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
    /// The ARN of the execution that continues in its place, with the last commit (`continue_as`).
    pub continued: Option<Arc<str>>,
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
    /// The ARN of the execution that continues in its place.
    pub continued: Option<Arc<str>>,
}

/// Persists executions: the engine sends it commits.
pub trait Store: Send + Sync + 'static {
    /// Writes a commit. Once the future has ended without an error, nothing can take it back. The engine sends the
    /// commits of one execution one after the other; those of many at the same time may share a write.
    ///
    /// The first commit of an execution that the store knows already is refused with [`StoreError::Exists`], unless it is
    /// that of an [item](Begun::item). A commit whose number does not follow the last one is refused with
    /// [`StoreError::Fenced`].
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>>;
    /// Reads an execution, by its ARN.
    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>>;
    /// Lists the executions that have begun and not ended.
    fn open(&self) -> BoxFuture<Result<Vec<Begun>, StoreError>>;
}
