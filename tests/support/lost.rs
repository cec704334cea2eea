//! A store whose process is lost.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// A store that takes so many commits: what is to be written then never is.
#[derive(Clone)]
pub struct Lost {
    inner: MemoryStore,
    left: Arc<AtomicU64>,
}

impl Lost {
    pub fn after(inner: &MemoryStore, commits: u64) -> Self {
        Lost { inner: inner.clone(), left: Arc::new(commits.into()) }
    }

    /// True if nothing is taken any more.
    #[allow(dead_code, reason = "not every test asks")]
    pub fn is_lost(&self) -> bool {
        self.left.load(Ordering::SeqCst) == 0
    }
}

impl Around for Lost {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let left = &self.left;
        match left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)) {
            Ok(_) => self.inner.commit(commit),
            Err(_) => Box::pin(std::future::pending()),
        }
    }
}
