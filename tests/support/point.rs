//! A store whose engine is lost at a commit.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;
use workflow_runtime::Timestamp;
use workflow_runtime::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// The moment of a crash, relative to its commit.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(dead_code, reason = "not every test lies")]
pub enum Moment {
    Before,
    After,
    /// It is written, and the engine is told that it is not.
    Unacknowledged,
    /// It is not written, and the engine is told that it is: no store may do that. The crash is before the next one.
    Lying,
}

impl Moment {
    /// Those that engines survive.
    pub const ALL: [Moment; 3] = [Moment::Before, Moment::After, Moment::Unacknowledged];
}

/// Of each commit its execution, and the number of its events by then.
pub type Log = Vec<(Arc<str>, u32)>;

/// A store that is lost at the commit of this number, whatever execution that is of.
#[derive(Clone)]
pub struct Point {
    pub inner: MemoryStore,
    at: u64,
    moment: Moment,
    commits: Arc<AtomicU64>,
    lost: Arc<Notify>,
    log: Arc<Mutex<Log>>,
    /// The time of the commit at which it was lost.
    lost_at: Arc<Mutex<Option<Timestamp>>>,
}

impl Point {
    pub fn new(inner: &MemoryStore, at: u64, moment: Moment) -> Self {
        let (commits, lost, log, lost_at) = Default::default();
        Point { inner: inner.clone(), at, moment, commits, lost, log, lost_at }
    }

    /// One that is never lost.
    pub fn never(inner: &MemoryStore) -> Self {
        Point::new(inner, u64::MAX, Moment::After)
    }

    /// The number of commits.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::SeqCst)
    }

    /// Ends when it is lost.
    pub async fn lost(&self) {
        self.lost.notified().await;
    }

    /// The time at which it was lost, by the engine's clock.
    #[allow(dead_code, reason = "not every test asks")]
    pub fn lost_at(&self) -> Option<Timestamp> {
        *self.lost_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[allow(dead_code, reason = "not every test asks")]
    pub fn log(&self) -> Log {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Around for Point {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let number = self.commits.fetch_add(1, Ordering::SeqCst) + 1;
        let event = (commit.execution.clone(), commit.events);
        self.log.lock().unwrap_or_else(PoisonError::into_inner).push(event);
        if number < self.at {
            return self.inner.commit(commit);
        }
        let mut lost_at = self.lost_at.lock().unwrap_or_else(PoisonError::into_inner);
        lost_at.get_or_insert(commit.time);
        drop(lost_at);
        if number == self.at && self.moment == Moment::Lying {
            return Box::pin(std::future::ready(Ok(())));
        }
        let lost = self.lost.clone();
        if number > self.at || self.moment == Moment::Before {
            lost.notify_one();
            return Box::pin(std::future::pending());
        }
        let (written, moment) = (self.inner.commit(commit), self.moment);
        Box::pin(async move {
            written.await?;
            if moment == Moment::Unacknowledged {
                return Err(StoreError::Stalled("written, but not acknowledged".to_owned()));
            }
            lost.notify_one();
            std::future::pending().await
        })
    }
}
