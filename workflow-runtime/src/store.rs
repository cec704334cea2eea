//! The data that survives a crash: the shape of a commit, and the trait of those who keep it.
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

use crate::task::BoxFuture;
use jiff::Timestamp;
use std::sync::Arc;

/// The result of a call of a [`Store`].
pub type StoreResult<T> = std::result::Result<T, StoreError>;

/// The same, in this crate: another public `Result` would have rustc write out the path of the usual one.
pub(crate) type Result<T> = StoreResult<T>;

/// Persists executions.
///
/// Any number of engines may use one store. An execution belongs to the engine that began it or claimed it last: each
/// claim raises the *epoch* of the execution, and a commit of an older epoch is refused. So an engine that was believed
/// dead can do no harm.
///
/// Nothing that is acknowledged is lost: when a future of `commit`, `claim`, `answer`, `tell`, `purge`, `prune` or `put` has
/// ended without an error, a loss of power cannot undo it. After [`StoreError::Stalled`] nothing of the call is written,
/// and it may be tried again.
pub trait Store: Send + Sync + 'static {
    /// Writes a commit, as a whole or not at all. An engine sends the commits of one execution one after the other; those
    /// of many at the same time may share a write.
    ///
    /// The result is [`StoreError::Exists`] for the first commit of an execution that the store knows;
    /// [`StoreError::Fenced`] where the epoch is not that of the last claim, or the number does
    /// not follow the last one; [`StoreError::Fatal`] where it leaves out the machine of a scope that has no record.
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>>;

    /// Gives an execution to the caller: raises its epoch and reads it as of its last commit, without its history.
    /// `None` if there is no such execution. One that has ended is only read.
    fn claim(&self, execution: &str) -> BoxFuture<StoreResult<Option<Saved>>>;

    /// Gives an execution back to the engine that had it before: undoes the claim with this epoch, under which nothing was
    /// committed. Does nothing where another claim has come since.
    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<StoreResult<()>>;

    /// Reads payloads of an execution by their numbers, in that order: [`StoreError::Fatal`] where one is missing.
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

    /// Writes an answer to the task that waits for `token`. A token takes one answer: `None` if it was never opened, is
    /// closed, or has been answered.
    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<StoreResult<Option<Delivered>>>;

    /// Finds the execution whose task waits for `token`, by its ARN. `None` if the token was never opened, is closed, or has
    /// been answered.
    fn waiting(&self, token: &str) -> BoxFuture<StoreResult<Option<Arc<str>>>>;
    /// Writes a message to an open execution, by its ARN. `None` if there is none.
    fn tell(&self, execution: &str, message: Message) -> BoxFuture<StoreResult<Option<Delivered>>>;

    /// Removes an execution that has ended, and all that belongs to it, with the items of its distributed Maps. Returns false
    /// if there is none that has ended, or if it is such an item and the execution around it is there: that may run again, and
    /// its items that ended are not to.
    fn purge(&self, execution: &str) -> BoxFuture<StoreResult<bool>>;

    /// Removes executions that ended before `ended`, the oldest first and at most `most`, each with the items of its
    /// distributed Maps. Returns their number, without items: those stay with the execution around them.
    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<StoreResult<usize>>;

    /// Writes a small value under a name, or removes it. Returns false, and changes nothing, where another value is there
    /// than the one that [`Put::replaces`] asks for: of many who replace the same value, one does.
    ///
    /// The result is [`StoreError::Refused`] where the name or the value is too long ([`Put::check`]).
    fn put(&self, put: Put) -> BoxFuture<StoreResult<bool>>;

    /// Lists the values whose names begin with `prefix` and come after `after`, in the order of the bytes of their names
    /// and at most `most`.
    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<StoreResult<Vec<Named>>>;

    /// The secret of this store, from which tokens are made: drawn when the store was made, and never changed.
    fn secret(&self) -> [u8; 32];
}
