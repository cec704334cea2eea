//! A store in memory.

mod execution;
mod executions;
mod index;

use self::execution::Execution;
use self::executions::Executions;
use super::{
    Answer, Chunk, Commit, Delivered, Described, Due, Message, Named, Page, Put, Query, Result,
    Saved, Store, StoreError,
};
use crate::chance;
use crate::large::LargeStore;
use crate::lock::lock;
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::sync::{Arc, Mutex, MutexGuard};

/// A store in memory, for tests and for servers that need not outlive their process. Clones share their executions, and the
/// large values beside them.
#[derive(Clone)]
pub struct MemoryStore(Arc<Shared>);

struct Shared {
    secret: [u8; 32],
    all: Mutex<Executions>,
    large: LargeStore,
}

impl Default for MemoryStore {
    fn default() -> Self {
        let (secret, large) = (chance::secret(None), LargeStore::memory());
        MemoryStore(Arc::new(Shared { secret, all: Mutex::default(), large }))
    }
}

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, Executions> {
        lock(&self.0.all)
    }

    /// Returns an execution as [`Store::load`] does.
    #[must_use]
    pub fn get(&self, execution: &str) -> Option<Saved> {
        self.lock().get(execution).map(|it| it.saved.clone())
    }
}

/// A future that is ready.
fn ready<T: Send + 'static>(result: Result<T>) -> BoxFuture<Result<T>> {
    Box::pin(std::future::ready(result))
}

impl Store for MemoryStore {
    fn commit(&self, commit: Commit) -> BoxFuture<Result<()>> {
        ready(self.lock().commit(commit))
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        ready(Ok(self.lock().claim(execution)))
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        ready(Ok(self.get(execution)))
    }

    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<()>> {
        self.lock().release(execution, epoch);
        ready(Ok(()))
    }

    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<Result<Vec<Arc<str>>>> {
        let all = self.lock();
        let known = all.get(execution).ok_or_else(|| StoreError::unknown(execution));
        ready(known.and_then(|it| it.payloads(numbers)))
    }

    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>>> {
        ready(Ok(self.lock().get(execution).map(Execution::describe)))
    }

    fn list(&self, query: Query) -> BoxFuture<Result<Page>> {
        ready(Ok(self.lock().list(&query)))
    }

    fn history(&self, execution: &str, from: u32, events: u32) -> BoxFuture<Result<Vec<Chunk>>> {
        let all = self.lock();
        let known = all.get(execution);
        ready(Ok(known.map(|it| it.history(from, events)).unwrap_or_default()))
    }

    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<Result<Due>> {
        ready(Ok(self.lock().due(now, most)))
    }

    fn count_waiting(&self) -> BoxFuture<Result<u64>> {
        ready(Ok(self.lock().count_waiting()))
    }

    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<Result<Option<Delivered>>> {
        ready(Ok(self.lock().answer(token, answer)))
    }

    fn waiting(&self, token: &str) -> BoxFuture<Result<Option<Arc<str>>>> {
        ready(Ok(self.lock().waiting(token)))
    }

    fn tell(&self, execution: &str, message: Message) -> BoxFuture<Result<Option<Delivered>>> {
        ready(Ok(self.lock().deliver(execution, message)))
    }

    fn purge(&self, execution: &str) -> BoxFuture<Result<bool>> {
        ready(Ok(self.lock().purge(execution)))
    }

    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<Result<usize>> {
        ready(Ok(self.lock().prune(ended, most)))
    }

    fn put(&self, put: Put) -> BoxFuture<Result<bool>> {
        ready(self.lock().put(put))
    }

    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<Result<Vec<Named>>> {
        ready(Ok(self.lock().values(prefix, after, most)))
    }

    fn secret(&self) -> [u8; 32] {
        self.0.secret
    }

    fn large(&self) -> Option<LargeStore> {
        Some(self.0.large.clone())
    }
}
