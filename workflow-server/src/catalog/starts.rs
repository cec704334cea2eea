//! Starts of executions: who holds others off meanwhile, and what is kept of them.

use super::{Catalog, NAMES, RUNS, Run, parts, put};
use jiff::Timestamp;
use std::hash::BuildHasher;
use std::sync::{Arc, PoisonError};
use tokio::sync::{MutexGuard, RwLockReadGuard, RwLockWriteGuard};
use workflow_runtime::store::StoreResult;

impl Catalog {
    /// Keeps machines as they are for as long as the guard is held: while an execution starts.
    pub(crate) async fn steady(&self) -> RwLockReadGuard<'_, ()> {
        self.gate.read().await
    }

    /// Keeps other executions from starting, and machines as they are, for as long as the guard is held.
    pub(crate) async fn alone(&self) -> RwLockWriteGuard<'_, ()> {
        self.gate.write().await
    }

    /// Keeps others from starting an execution of this ARN for as long as the guard is held.
    pub(crate) async fn name(&self, execution: &str) -> MutexGuard<'_, ()> {
        let place = self.hash.hash_one(execution) % NAMES as u64;
        // It is less than their number.
        self.names[usize::try_from(place).unwrap_or(0)].lock().await
    }

    /// Takes note of the time of a start: later changes of machines are of a later time.
    pub(crate) fn note_start(&self, time: Timestamp) {
        let mut last = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        *last = time.max(*last);
    }

    /// Keeps how an execution is started, in place of what is kept of it: nothing, if there is nothing to say. Called
    /// before it starts, with the guard of its name.
    pub(crate) async fn keep_run(&self, execution: &str, run: Option<Run>) -> StoreResult<()> {
        match run {
            Some(run) => {
                let (number, old) =
                    self.write(|known| (known.runs.number(), known.runs.of(execution)));
                put(&*self.store, &format!("{RUNS}{number}"), &run).await?;
                self.write(|known| known.runs.insert(number, run));
                match old {
                    Some((old, _)) => self.remove_run(old).await,
                    None => Ok(()),
                }
            }
            None => self.forget(execution).await,
        }
    }

    /// Changes what is kept of the start of an execution that is there. Called with the guard of its name.
    pub(crate) async fn change_run(&self, run: Run) -> StoreResult<()> {
        let number = self.write(|known| match known.runs.of(&run.execution) {
            Some((number, _)) => number,
            None => known.runs.number(),
        });
        put(&*self.store, &format!("{RUNS}{number}"), &run).await?;
        self.write(|known| known.runs.insert(number, run));
        Ok(())
    }

    async fn remove_run(&self, number: u64) -> StoreResult<()> {
        parts::remove(&*self.store, &format!("{RUNS}{number}")).await
    }

    /// Forgets how an execution was started.
    pub(crate) async fn forget(&self, execution: &str) -> StoreResult<()> {
        let Some((number, _)) = self.read(|known| known.runs.of(execution)) else { return Ok(()) };
        self.remove_run(number).await?;
        self.write(|known| known.runs.remove(execution));
        Ok(())
    }

    /// The executions whose starts are kept, the oldest first: at most `most`.
    pub(crate) fn oldest_runs(&self, most: usize) -> Vec<Arc<str>> {
        self.read(|known| known.runs.oldest(most))
    }

    /// The executions that `machine:version` or `machine:alias` has started, the latest first, with their numbers: those
    /// with numbers below `below`, at most `most`.
    pub(crate) fn latest_runs(&self, of: &str, below: u64, most: usize) -> Vec<(u64, Arc<str>)> {
        self.read(|known| known.runs.latest(of, below, most))
    }

    /// True if a start of this machine and revision is kept.
    pub(crate) fn has_runs(&self, machine: &str, revision: u64) -> bool {
        self.read(|known| known.runs.has(machine, revision))
    }
}
