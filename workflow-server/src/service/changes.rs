//! Changes of executions and machines, told when they are written.

use crate::catalog::MACHINES;
use std::sync::Arc;
use tokio::sync::broadcast;
use workflow_runtime::store::{Around, Commit, Put, Store, StoreResult};
use workflow_runtime::task::BoxFuture;

/// The changes that who listens may be behind.
const BEHIND: usize = 1_024;

/// A change that is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// An execution went on; its ARN.
    Execution(Arc<str>),
    /// A machine was made, changed or deleted.
    Machines,
}

/// A store that announces its writes. Clones announce the same ones.
#[derive(Clone)]
pub(crate) struct Telling {
    store: Arc<dyn Store>,
    sender: broadcast::Sender<Change>,
}

impl Telling {
    pub(super) fn new(store: Arc<dyn Store>) -> Self {
        Telling { store, sender: broadcast::Sender::new(BEHIND) }
    }

    #[cfg(feature = "console")]
    pub(super) fn listen(&self) -> broadcast::Receiver<Change> {
        self.sender.subscribe()
    }

    /// True if somebody listens.
    #[cfg(feature = "console")]
    pub(super) fn is_heard(&self) -> bool {
        self.sender.receiver_count() > 0
    }

    /// Tells that an execution went on which is not kept.
    #[cfg(feature = "console")]
    pub(super) fn tell_of(&self, execution: &Arc<str>) {
        // Nobody may listen.
        drop(self.sender.send(Change::Execution(execution.clone())));
    }

    /// Tells of a change once it is written. Nobody may listen.
    fn then<T: Send + 'static>(
        &self,
        written: BoxFuture<StoreResult<T>>,
        change: Change,
    ) -> BoxFuture<StoreResult<T>> {
        let sender = self.sender.clone();
        Box::pin(async move {
            let result = written.await;
            if result.is_ok() && sender.receiver_count() > 0 {
                drop(sender.send(change));
            }
            result
        })
    }
}

impl Around for Telling {
    fn inner(&self) -> &dyn Store {
        &*self.store
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        let change = Change::Execution(commit.execution.clone());
        self.then(self.store.commit(commit), change)
    }

    fn put(&self, put: Put) -> BoxFuture<StoreResult<bool>> {
        if put.name.starts_with(MACHINES) {
            return self.then(self.store.put(put), Change::Machines);
        }
        self.store.put(put)
    }
}
