//! The data that survives a crash: the form of a commit, and the trait [`Store`].
//!
//! An execution is kept as a tree of records, one for each scope that runs, under its path. A [`Commit`] holds what
//! changed since the last one: the end of a Map item never rewrites its parent, what children share is in their parent's
//! record only, and new events go in one [`Chunk`]. A store writes a commit atomically and does not look into it.

mod around;
mod commit;
mod error;
mod memory;
mod message;
mod query;
mod saved;
mod value;

pub use around::Around;
pub use commit::{Begun, Chunk, Commit, Path, Record, Status, Stored};
pub use error::StoreError;
pub use memory::MemoryStore;
pub use message::{Answer, Delivered, Message};
pub use query::{Described, Due, Page, Query};
pub use saved::{Kept, Saved};
pub use value::{Named, Put};

use crate::large::LargeStore;
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::sync::Arc;

/// The result of a call of a [`Store`].
pub type StoreResult<T> = std::result::Result<T, StoreError>;

/// The same, in this crate: another public `Result` would have rustc write out the path of the usual one.
pub(crate) type Result<T> = StoreResult<T>;

/// Persists executions.
///
/// Give a store to the engine; you rarely call it yourself. [`MemoryStore`] is for tests, `workflow::Sqlite` (feature
/// `sqlite`) keeps a file. To write another one, implement this trait and run the tests of `workflow-store-contract`.
///
/// ```
/// use workflow_runtime::Engine;
/// use workflow_runtime::store::MemoryStore;
///
/// let engine = Engine::builder().store(MemoryStore::default()).build();
/// assert!(engine.has_store());
/// ```
///
/// Any number of engines may use one store. An execution belongs to the engine that began it or claimed it last: each
/// claim raises the *epoch* of the execution, and a commit of another epoch is refused. So an engine that is replaced
/// while it is still alive can do no harm. This holds even if its execution was removed since, and another one has its
/// name: each execution begins at an epoch of its own.
///
/// Nothing that is acknowledged is lost: once a call of `commit`, `claim`, `answer`, `tell`, `purge`, `prune` or `put`
/// has returned `Ok`, a loss of power cannot undo it. After [`StoreError::Stalled`] nothing of the call is written, and
/// it may be repeated.
pub trait Store: Send + Sync + 'static {
    /// Writes a commit, as a whole or not at all. An engine sends the commits of one execution one after the other.
    /// Commits of several executions may share one write.
    ///
    /// The result is [`StoreError::Exists`] for the first commit of an execution that the store already has;
    /// [`StoreError::Answered`] if a token that is closed because its time is over was answered before;
    /// [`StoreError::Fenced`] if the epoch is not that of the last claim, or the number does not follow the last one;
    /// [`StoreError::Fatal`] if it leaves out the machine of a scope that has no record.
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>>;

    /// Gives an execution to the caller: raises its epoch, and reads it as of its last commit, without its history. An
    /// execution that has ended is only read. Returns `None` if there is no such execution.
    fn claim(&self, execution: &str) -> BoxFuture<StoreResult<Option<Saved>>>;

    /// Reads an execution as of its last commit, like `claim`, and leaves it with its owner.
    fn load(&self, execution: &str) -> BoxFuture<StoreResult<Option<Saved>>>;

    /// Gives an execution back to the engine that had it before, by undoing the claim with this epoch, under which
    /// nothing was committed. Does nothing if another claim followed.
    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<StoreResult<()>>;

    /// Reads payloads of an execution by their numbers, in that order. [`StoreError::Fatal`] if one is missing.
    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<StoreResult<Vec<Arc<str>>>>;

    /// Describes an execution, by its ARN.
    fn describe(&self, execution: &str) -> BoxFuture<StoreResult<Option<Described>>>;

    /// Lists executions, a page at a time, in the order of their beginnings.
    fn list(&self, query: Query) -> BoxFuture<StoreResult<Page>>;

    /// Reads the chunks of a history that hold events with numbers from `from` up to before `from + events`.
    fn history(
        &self,
        execution: &str,
        from: u32,
        events: u32,
    ) -> BoxFuture<StoreResult<Vec<Chunk>>>;

    /// Lists open executions that are due, the earliest first and at most `most`: those with a message, and those whose
    /// [`Commit::wake`] is not after `now`. Says when the next one is due after them.
    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<StoreResult<Due>>;

    /// Counts the open executions that wait for a time or for a message, and have no message yet. Does not count items of
    /// distributed Maps.
    fn count_waiting(&self) -> BoxFuture<StoreResult<u64>>;

    /// Writes an answer to the task that waits for `token`. A token takes one answer: `None` if it was never opened, is
    /// closed, or has been answered.
    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<StoreResult<Option<Delivered>>>;

    /// Finds the execution whose task waits for `token`, by its ARN. `None` if the token was never opened, is closed, or has
    /// been answered.
    fn waiting(&self, token: &str) -> BoxFuture<StoreResult<Option<Arc<str>>>>;
    /// Writes a message to an open execution, by its ARN. `None` if there is none.
    fn tell(&self, execution: &str, message: Message) -> BoxFuture<StoreResult<Option<Delivered>>>;

    /// Removes an ended execution with all its data and the items of its distributed Maps. Returns false if no such
    /// execution has ended. It also returns false for an item of a distributed Map whose parent still exists: the
    /// parent may be redriven, and its ended items must not run again.
    fn purge(&self, execution: &str) -> BoxFuture<StoreResult<bool>>;

    /// Removes executions that ended before `ended`, the oldest first and at most `most`, each with the items of its
    /// distributed Maps. Items are never removed alone, and are not counted. One whose [`Commit::caller`] may not know of
    /// its end stays. Returns the number of removed executions.
    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<StoreResult<usize>>;

    /// Writes a small value under a name, or removes it. If the present value is not the one that [`Put::replaces`]
    /// asks for, this changes nothing and returns false: of several callers who replace the same value, one succeeds.
    ///
    /// The result is [`StoreError::Refused`] if the name or the value is too long ([`Put::check`]).
    fn put(&self, put: Put) -> BoxFuture<StoreResult<bool>>;

    /// Lists the values whose names begin with `prefix` and come after `after`, in the order of the bytes of their names
    /// and at most `most`.
    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<StoreResult<Vec<Named>>>;

    /// Returns the secret from which task tokens are made. It is drawn at random when the store is created, and never
    /// changes.
    fn secret(&self) -> [u8; 32];

    /// Returns the store of large values that belongs to this one, for engines that are given none; `None` if such values
    /// would not be kept as long as the executions.
    fn large(&self) -> Option<LargeStore> {
        None
    }
}
