//! The changes that a store writes at once.

use crate::failure::Failure;
use jiff::Timestamp;
use std::sync::Arc;

/// The path from the workflow to a scope: for each Parallel or Map on the way its ordinal, and the index of the branch
/// or item.
/// In the order of paths, a scope comes right before all that is below it.
pub type Path = Vec<(u32, u32)>;

/// The start of an execution.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// Its ARN.
    pub id: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// The name of its state machine.
    pub machine: Arc<str>,
    /// The input as JSON text, if it is known.
    pub input: Option<Arc<str>>,
    /// The time when it began.
    pub started: Timestamp,
    /// The seed that its jitter is drawn from.
    pub seed: u64,
    /// The timeout of the whole execution, in seconds.
    pub timeout: Option<u32>,
    /// The ARN of the parent, if this execution handles an item of a distributed Map. The parent continues it; it is
    /// never resumed alone, and it is removed together with the parent.
    pub around: Option<Arc<str>>,
}

impl Begun {
    /// True for an item of a distributed Map.
    #[must_use]
    pub fn is_item(&self) -> bool {
        self.around.is_some()
    }
}

/// The status of an execution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// It runs.
    #[default]
    Running,
    /// It ended with an output.
    Succeeded,
    /// It ended with a failure.
    Failed,
    /// It ran longer than its timeout.
    TimedOut,
    /// It was stopped.
    Aborted,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] =
        [Status::Running, Status::Succeeded, Status::Failed, Status::TimedOut, Status::Aborted];

    /// Returns its name in the API of AWS, such as `TIMED_OUT`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Status::Running => "RUNNING",
            Status::Succeeded => "SUCCEEDED",
            Status::Failed => "FAILED",
            Status::TimedOut => "TIMED_OUT",
            Status::Aborted => "ABORTED",
        }
    }
}

/// The changes that a store writes atomically.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The ARN of the execution.
    pub execution: Arc<str>,
    /// The epoch of the claim under which it is written. The first commit chooses it, and each claim adds one. An engine
    /// draws the first at random: one that has the execution of this name that was removed before fits nowhere.
    pub epoch: u64,
    /// Its number, from 1.
    pub number: u64,
    /// The time at which it is written, by the engine's clock.
    pub time: Timestamp,
    /// The start of the execution; in its first commit only.
    pub begun: Option<Begun>,
    /// The number of events so far, whether they are kept or not.
    pub events: u32,
    /// Scopes whose children are all removed. Apply this before `records`.
    pub removed: Vec<Path>,
    /// The changes of scopes.
    pub records: Vec<Record>,
    /// New payloads, which records and chunks refer to by number.
    pub payloads: Vec<Stored>,
    /// The new events.
    pub chunk: Option<Chunk>,
    /// The state that the workflow is in, if it changed since the last commit.
    pub state: Option<Arc<str>>,
    /// The time when the execution is next due by itself: `None` if it is busy now, the largest timestamp if it only
    /// waits for messages.
    pub wake: Option<Timestamp>,
    /// Tokens that accept an answer from now on.
    pub opened: Vec<Arc<str>>,
    /// Tokens that accept no answer any more. Answers to them that were not used are removed.
    pub closed: Vec<Arc<str>>,
    /// The tokens among `closed` that are closed because their time is over. If one was answered before, and the answer
    /// is not among those that are taken, the commit is refused as [`StoreError::Answered`](super::StoreError::Answered).
    pub expired: Vec<Arc<str>>,
    /// The numbers of the messages that the execution has used.
    pub taken: Vec<u64>,
    /// Its status.
    pub status: Status,
    /// Its result, in the last commit: the output as JSON text, or the failure. Its open tokens and messages are
    /// removed then. Its scopes are removed if it succeeded; those of an execution that failed stay, for a redrive.
    pub end: Option<Result<Arc<str>, Failure>>,
    /// The ARN of the execution that continues in its place, with the last commit (`continue_as`).
    pub continued: Option<Arc<str>>,
    /// True if this commit restarts a failed execution (a redrive). The store counts redrives, and keeps the time of
    /// the last.
    pub redriven: bool,
    /// The number of redrives of the execution around this one, as its engine knows it; 0 if there is none. The store
    /// keeps that of the commit which began this execution, or redrove it last.
    pub round: u32,
    /// The ARN of the execution that waits for the end of this one, or in place of which this one goes on; in its first
    /// commit only. This one is not pruned while that one is open and has committed nothing since the end of this one: it
    /// may not know of the end.
    pub caller: Option<Arc<str>>,
}

impl Commit {
    /// Makes a commit that changes nothing.
    #[must_use]
    pub fn new(execution: Arc<str>, (epoch, number): (u64, u64), time: Timestamp) -> Self {
        Commit {
            execution,
            epoch,
            number,
            time,
            begun: None,
            events: 0,
            removed: vec![],
            records: vec![],
            payloads: vec![],
            chunk: None,
            state: None,
            wake: None,
            opened: vec![],
            closed: vec![],
            expired: vec![],
            taken: vec![],
            status: Status::Running,
            end: None,
            continued: None,
            redriven: false,
            round: 0,
            caller: None,
        }
    }
}

/// The changes to one scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The path of the scope.
    pub path: Path,
    /// The machine's checkpoint, as JSON in the engine's short form; `None` if unchanged since the last commit.
    pub machine: Option<Arc<str>>,
    /// The position of the engine in the scope. Small.
    pub mark: Arc<[u8]>,
}

/// A payload that is written once, and referred to by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its number within the execution, from 1.
    pub number: u32,
    /// Its text.
    pub text: Arc<str>,
}

/// The events of one commit, encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The number of the first event.
    pub first: u32,
    /// The number of the last event.
    pub last: u32,
    /// The events.
    pub bytes: Arc<[u8]>,
}
