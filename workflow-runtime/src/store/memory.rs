//! A store in memory.

use super::{Begun, Commit, Record, Saved, Status, Store, StoreError};
use crate::task::BoxFuture;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A store in memory: for tests, and as the model of what others do.
#[derive(Clone, Default)]
pub struct MemoryStore(Arc<Mutex<BTreeMap<Arc<str>, Saved>>>);

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Arc<str>, Saved>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An execution, by its ARN.
    #[must_use]
    pub fn get(&self, execution: &str) -> Option<Saved> {
        self.lock().get(execution).cloned()
    }

    fn write(&self, mut commit: Commit) -> Result<(), StoreError> {
        let mut store = self.lock();
        if let Some(begun) = commit.begun.take() {
            let known = store.contains_key(&commit.execution);
            if known && !begun.item {
                return Err(StoreError::Exists(commit.execution));
            }
            store.insert(commit.execution.clone(), Saved::new(begun));
        }
        let saved = store.get_mut(&commit.execution).ok_or_else(|| unknown(&commit.execution))?;
        if commit.number != saved.number + 1 {
            return Err(out_of_order(&commit.execution, saved.number, commit.number));
        }
        saved.apply(commit)
    }
}

impl Saved {
    /// An execution before its first commit.
    #[must_use]
    pub fn new(begun: Begun) -> Self {
        Saved {
            begun,
            number: 0,
            events: 0,
            scopes: BTreeMap::new(),
            history: vec![],
            status: Status::Running,
            end: None,
            continued: None,
        }
    }

    /// Adds a commit: what every store does, in its own way.
    ///
    /// # Errors
    /// [`StoreError::Fatal`] where the commit leaves out the machine of a scope that is not known.
    pub fn apply(&mut self, commit: Commit) -> Result<(), StoreError> {
        self.number = commit.number;
        self.events = commit.events;
        for path in &commit.removed {
            let below = self.scopes.range((Excluded(path.clone()), Unbounded));
            let below = below.map(|(known, _)| known.clone());
            let below: Vec<_> = below.take_while(|known| known.starts_with(path)).collect();
            below.iter().for_each(|known| drop(self.scopes.remove(known)));
        }
        for Record { path, machine, mark } in commit.records {
            let known = self.scopes.get(&path).map(|(machine, _)| machine.clone());
            let machine = machine.or(known).ok_or_else(|| {
                StoreError::Fatal(format!("a commit marks the scope {path:?}, which has no record"))
            })?;
            self.scopes.insert(path, (machine, mark));
        }
        self.history.extend(commit.history);
        if commit.end.is_some() {
            self.scopes.clear();
        }
        (self.status, self.end, self.continued) = (commit.status, commit.end, commit.continued);
        Ok(())
    }
}

impl Store for MemoryStore {
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        Box::pin(std::future::ready(self.write(commit)))
    }
    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        Box::pin(std::future::ready(Ok(self.get(execution))))
    }
    fn open(&self) -> BoxFuture<Result<Vec<Begun>, StoreError>> {
        let store = self.lock();
        let open = store.values().filter(|saved| saved.end.is_none());
        let open = open.map(|saved| saved.begun.clone()).collect();
        Box::pin(std::future::ready(Ok(open)))
    }
}

fn unknown(execution: &str) -> StoreError {
    StoreError::Fatal(format!("the store has no execution `{execution}`"))
}

fn out_of_order(execution: &str, last: u64, number: u64) -> StoreError {
    StoreError::Fenced(format!(
        "commit {number} of `{execution}` follows commit {last}: two engines drive the same execution"
    ))
}
