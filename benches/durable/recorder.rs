//! A store that keeps the commits that pass, in their order.

use std::sync::{Arc, Mutex};
use workflow::store::{Around, Commit, Store, StoreError};
use workflow_runtime::task::BoxFuture;
use workflow_sqlite::Sqlite;

/// The store in a file, and what was written to it.
#[derive(Clone)]
pub struct Recorder {
    store: Sqlite,
    commits: Arc<Mutex<Vec<Commit>>>,
}

impl Recorder {
    pub fn new(store: Sqlite) -> Self {
        Recorder { store, commits: Arc::default() }
    }

    /// Takes the commits so far.
    pub fn take(&self) -> Vec<Commit> {
        std::mem::take(&mut *self.commits.lock().unwrap())
    }
}

impl Around for Recorder {
    fn inner(&self) -> &dyn Store {
        &self.store
    }
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        // In the order of the writer's queue.
        let mut commits = self.commits.lock().unwrap();
        commits.push(commit.clone());
        self.store.commit(commit)
    }
}

/// The bytes of a commit: new payloads, and the rest that a store has to write, but for the start of an execution.
pub fn bytes(commit: &Commit) -> (usize, usize) {
    let payloads = commit.payloads.iter().map(|it| it.text.len()).sum();
    let records = commit.records.iter();
    let records = records
        .map(|it| 2 * it.path.len() + it.machine.as_ref().map_or(0, |it| it.len()) + it.mark.len());
    let state = commit.state.as_ref().map_or(0, |name| name.len());
    let chunk = commit.chunk.as_ref().map_or(0, |chunk| chunk.bytes.len());
    (payloads, records.sum::<usize>() + state + chunk)
}
