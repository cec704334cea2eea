//! Machines that were deleted: they are in deletion as long as executions of them run, these are stopped, and they are freed
//! when the last execution is gone.

use super::Service;
use crate::catalog::{Machine, refused};
use crate::refusal::Refusal;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use workflow_runtime::store::{Begun, Query, Status, StoreError, StoreResult};

/// The stops are tried so often while the store cannot be written, at these intervals; then with the next start.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_secs(1);
/// The time for which executions of a machine in deletion may go on. On AWS they end at their next transition, which may be
/// far off: here a machine is gone after this time (judgement).
const GRACE: Duration = Duration::from_secs(1);

/// The names of the machines in deletion.
#[derive(Default)]
pub(crate) struct Deleting(Mutex<BTreeSet<Box<str>>>);

impl Deleting {
    fn lock(&self) -> MutexGuard<'_, BTreeSet<Box<str>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that a machine is in deletion.
    pub(crate) fn begin(&self, name: &str) {
        self.lock().insert(name.into());
    }

    /// Notes that a machine is deleted, or that it stays.
    pub(crate) fn end(&self, name: &str) {
        self.lock().remove(name);
    }

    fn names(&self) -> Vec<Box<str>> {
        self.lock().iter().cloned().collect()
    }

    fn has(&self, name: &str) -> bool {
        self.lock().contains(name)
    }
}

impl Service {
    /// Stops the executions of all machines that were deleted: of those that a crash came before.
    pub(super) async fn stop_all_deleted(&self) -> StoreResult<()> {
        for name in self.catalog().deleted() {
            self.try_to_stop(&name).await?;
        }
        Ok(())
    }

    /// The machine of this name, if it is in deletion.
    pub(crate) fn deleting(&self, name: &str) -> Option<Arc<Machine>> {
        let machine = self.0.deleting.has(name).then(|| self.catalog().record(name)).flatten();
        machine.filter(|it| it.deleted)
    }

    /// All machines that are there, those in deletion among them, in the order in which they were made.
    pub(crate) fn machines(&self) -> Vec<Arc<Machine>> {
        let mut all = self.catalog().machines();
        all.extend(self.0.deleting.names().iter().filter_map(|name| self.deleting(name)));
        all.sort_by_key(|it| it.created);
        all
    }

    /// The refusal of a call that needs the machine of this name, which is in deletion (documented; the words are those of one
    /// that does not exist), or else this one.
    pub(crate) fn unless_deleting(&self, name: &str, arn: &str, other: Refusal) -> Refusal {
        match self.0.deleting.has(name) {
            true => {
                Refusal::new("StateMachineDeleting", format!("State Machine Deleting: '{arn}'"))
            }
            false => other,
        }
    }

    /// Ends the deletion of a machine whose record says that it is deleted: at once, if nothing of it runs.
    pub(crate) async fn end_deletion(&self, name: &str) {
        let runs = self.has_execution(name, Some(Status::Running)).await.unwrap_or(true);
        if !runs {
            self.0.deleting.end(name);
        }
        let (service, name) = (self.clone(), name.to_owned());
        tokio::spawn(async move {
            if runs {
                tokio::time::sleep(GRACE).await;
            }
            service.stop_deleted(&name).await;
            service.0.deleting.end(&name);
        });
    }

    /// Stops the executions of a machine that was deleted, and frees it if it has none.
    async fn stop_deleted(&self, name: &str) {
        for _ in 0..TRIES {
            match self.try_to_stop(name).await {
                Err(error @ StoreError::Stalled(_)) => {
                    tracing::warn!(name, %error, "cannot stop the executions of a machine");
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => {
                    return tracing::error!(name, %error, "cannot stop the executions of a machine");
                }
                Ok(()) => break,
            }
        }
        if let Err(refusal) = self.free_deleted().await {
            tracing::warn!(name, why = refusal.message, "a machine cannot be freed");
        }
    }

    async fn try_to_stop(&self, name: &str) -> StoreResult<()> {
        let Some(machine) = self.catalog().record(name) else { return Ok(()) };
        let (machine, status) = (Some(machine.name.as_str().into()), Some(Status::Running));
        let mut query = Query { machine, status, ..Query::default() };
        loop {
            let page = self.0.engine.executions(query.clone()).await?;
            for known in page.executions.iter().filter(|it| self.is_over(&it.begun)) {
                self.0.engine.stop(&known.begun.id, "", "").await?;
            }
            match page.next {
                Some(next) => query.after = Some(next),
                None => return Ok(()),
            }
        }
    }

    /// True if the machine of an execution was deleted, also where another has its name since.
    pub(crate) fn is_over(&self, begun: &Begun) -> bool {
        let found = self.catalog().of_execution(begun);
        found.is_none_or(|(machine, revision)| machine.is_over(&revision))
    }

    /// Frees the machines that were deleted and have no execution any more.
    pub(crate) async fn free_deleted(&self) -> Result<(), Refusal> {
        for name in self.catalog().deleted() {
            if self.has_execution(&name, None).await? {
                continue;
            }
            // None may be redriven, and no machine of the name made, meanwhile.
            let _alone = self.catalog().alone().await;
            let machine = self.catalog().record(&name).filter(|it| it.deleted);
            if let Some(machine) = machine
                && !self.has_execution(&name, None).await?
            {
                self.catalog().free(&machine).await.map_err(refused)?;
            }
        }
        Ok(())
    }

    async fn has_execution(&self, machine: &str, status: Option<Status>) -> Result<bool, Refusal> {
        let machine = Some(machine.into());
        let query = Query { machine, status, limit: 1, ..Query::default() };
        let page = self.0.engine.executions(query).await.map_err(refused)?;
        Ok(!page.executions.is_empty())
    }
}
