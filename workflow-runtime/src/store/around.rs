//! Stores that change what another store does.

use super::{
    Answer, Chunk, Commit, Delivered, Described, Due, Message, Named, Page, Put, Query, Result,
    Saved, Store,
};
use crate::large::LargeStore;
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::sync::Arc;

/// A store that passes each call on to another store, except those that it overrides: for tests, and for stores that count,
/// delay or log.
pub trait Around: Send + Sync + 'static {
    /// Returns the inner store.
    fn inner(&self) -> &dyn Store;

    /// See [`Store::commit`].
    fn commit(&self, commit: Commit) -> BoxFuture<Result<()>> {
        self.inner().commit(commit)
    }

    /// See [`Store::claim`].
    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        self.inner().claim(execution)
    }

    /// See [`Store::load`].
    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        self.inner().load(execution)
    }

    /// See [`Store::release`].
    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<()>> {
        self.inner().release(execution, epoch)
    }

    /// See [`Store::payloads`].
    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<Result<Vec<Arc<str>>>> {
        self.inner().payloads(execution, numbers)
    }

    /// See [`Store::history`].
    fn history(&self, execution: &str, from: u32, events: u32) -> BoxFuture<Result<Vec<Chunk>>> {
        self.inner().history(execution, from, events)
    }

    /// See [`Store::describe`].
    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>>> {
        self.inner().describe(execution)
    }

    /// See [`Store::list`].
    fn list(&self, query: Query) -> BoxFuture<Result<Page>> {
        self.inner().list(query)
    }

    /// See [`Store::due`].
    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<Result<Due>> {
        self.inner().due(now, most)
    }

    /// See [`Store::answer`].
    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<Result<Option<Delivered>>> {
        self.inner().answer(token, answer)
    }

    /// See [`Store::waiting`].
    fn waiting(&self, token: &str) -> BoxFuture<Result<Option<Arc<str>>>> {
        self.inner().waiting(token)
    }

    /// See [`Store::tell`].
    fn tell(&self, execution: &str, message: Message) -> BoxFuture<Result<Option<Delivered>>> {
        self.inner().tell(execution, message)
    }

    /// See [`Store::put`].
    fn put(&self, put: Put) -> BoxFuture<Result<bool>> {
        self.inner().put(put)
    }
}

impl<T: Around> Store for T {
    fn commit(&self, commit: Commit) -> BoxFuture<Result<()>> {
        Around::commit(self, commit)
    }
    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        Around::claim(self, execution)
    }
    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        Around::load(self, execution)
    }
    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<()>> {
        Around::release(self, execution, epoch)
    }
    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<Result<Vec<Arc<str>>>> {
        Around::payloads(self, execution, numbers)
    }
    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>>> {
        Around::describe(self, execution)
    }
    fn list(&self, query: Query) -> BoxFuture<Result<Page>> {
        Around::list(self, query)
    }
    fn history(&self, execution: &str, from: u32, events: u32) -> BoxFuture<Result<Vec<Chunk>>> {
        Around::history(self, execution, from, events)
    }
    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<Result<Due>> {
        Around::due(self, now, most)
    }
    fn count_waiting(&self) -> BoxFuture<Result<u64>> {
        self.inner().count_waiting()
    }
    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<Result<Option<Delivered>>> {
        Around::answer(self, token, answer)
    }
    fn waiting(&self, token: &str) -> BoxFuture<Result<Option<Arc<str>>>> {
        Around::waiting(self, token)
    }

    fn tell(&self, execution: &str, message: Message) -> BoxFuture<Result<Option<Delivered>>> {
        Around::tell(self, execution, message)
    }
    fn purge(&self, execution: &str) -> BoxFuture<Result<bool>> {
        self.inner().purge(execution)
    }
    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<Result<usize>> {
        self.inner().prune(ended, most)
    }
    fn put(&self, put: Put) -> BoxFuture<Result<bool>> {
        Around::put(self, put)
    }
    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<Result<Vec<Named>>> {
        self.inner().values(prefix, after, most)
    }
    fn secret(&self) -> [u8; 32] {
        self.inner().secret()
    }
    fn large(&self) -> Option<LargeStore> {
        self.inner().large()
    }
}
