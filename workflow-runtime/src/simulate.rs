//! Simulated crashes, for tests that drive an engine themselves.

use crate::engine::{Engine, Identity};
use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::lock::lock;
use crate::machine::Machine;
use crate::payload::Payload;
use crate::store::{Around, Begun, Commit, Store, StoreError};
use crate::task::BoxFuture;
use serde_json::Value;
use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// The beginning of the text of a store's error where a process has "crashed".
const CRASH: &str = "a simulated crash";

/// A store that crashes the engine right after a commit is on disk, or right before: everything that the engine has in
/// memory of the execution is lost. Run executions on it with [`crashing`].
#[derive(Clone)]
pub struct CrashingStore {
    inner: Arc<dyn Store>,
    every: u64,
    loses: bool,
    commits: Arc<AtomicU64>,
    /// The executions of items of distributed Maps.
    items: Arc<Mutex<HashSet<Arc<str>>>>,
}

impl CrashingStore {
    /// Makes a store that crashes after every n-th commit.
    pub fn new(inner: impl Store, every: u64) -> Self {
        let every = every.max(1);
        CrashingStore {
            inner: Arc::new(inner),
            every,
            loses: false,
            commits: Arc::default(),
            items: Arc::default(),
        }
    }

    /// Makes a store that crashes once before each commit except the first: what was to be written is lost, and the work that
    /// led to it is done again.
    pub fn losing(inner: impl Store) -> Self {
        CrashingStore { loses: true, ..Self::new(inner, 2) }
    }

    fn is_item(&self, commit: &Commit) -> bool {
        let mut items = lock(&self.items);
        if commit.begun.as_ref().is_some_and(Begun::is_item) {
            items.insert(commit.execution.clone());
        }
        items.contains(&commit.execution)
    }

    /// Returns the number of commits.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::SeqCst)
    }
}

impl Around for CrashingStore {
    fn inner(&self) -> &dyn Store {
        &*self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        // It goes with the one around it: it does not crash alone.
        if self.is_item(&commit) {
            return self.inner.commit(commit);
        }
        let number = self.commits.fetch_add(1, Ordering::SeqCst) + 1;
        let crashes = number.is_multiple_of(self.every);
        if crashes && self.loses {
            return Box::pin(async { Err(crash("before")) });
        }
        let written = self.inner.commit(commit);
        Box::pin(async move {
            written.await?;
            if crashes { Err(crash("after")) } else { Ok(()) }
        })
    }
}

fn crash(when: &str) -> StoreError {
    StoreError::Fatal(format!("{CRASH} {when} a commit"))
}

fn is_crash(failure: &Failure) -> bool {
    failure.is_interruption() && failure.reported().starts_with(CRASH)
}

/// The result of a run with crashes.
pub struct Survived {
    /// The result.
    pub result: Result<Payload, Failure>,
    /// The whole history.
    pub history: Vec<HistoryEvent>,
    /// The number of crashes.
    pub crashes: u32,
}

/// Runs a machine on an engine whose store is a [`CrashingStore`]. After each crash everything except the store is forgotten,
/// and the execution continues from there.
pub async fn crashing(
    engine: &Engine,
    open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
    mut revive: impl FnMut(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    machine: &str,
    input: Option<Arc<str>>,
) -> Survived {
    let mut execution = engine.start(open, machine, None, input);
    let mut crashes = 0;
    loop {
        let result = (&mut execution).await;
        let crashed = result.as_ref().is_err_and(is_crash);
        if !crashed {
            return Survived {
                result,
                history: Arc::unwrap_or_clone(execution.history()),
                crashes,
            };
        }
        crashes += 1;
        let id = execution.id().to_owned();
        execution = engine.resume(&id, &mut revive).await;
    }
}
