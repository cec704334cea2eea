//! Machines that were deleted: their executions are stopped, and they are freed when the last of those is gone.

use super::Service;
use crate::catalog::refused;
use crate::refusal::Refusal;
use std::time::Duration;
use workflow_runtime::store::{Begun, Query, Status, StoreError, StoreResult};

/// The stops are tried so often while the store cannot be written, at these intervals; then with the next start.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_secs(1);

impl Service {
    /// Stops the executions of all machines that were deleted: of those that a crash came before.
    pub(super) async fn stop_all_deleted(&self) -> StoreResult<()> {
        for name in self.catalog().deleted() {
            self.try_to_stop(&name).await?;
        }
        Ok(())
    }

    /// Stops the executions of a machine that was deleted, and frees it if it has none.
    pub(crate) async fn stop_deleted(&self, name: &str) {
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
            if self.has_execution(&name).await? {
                continue;
            }
            // None may be redriven, and no machine of the name made, meanwhile.
            let _alone = self.catalog().alone().await;
            let machine = self.catalog().record(&name).filter(|it| it.deleted);
            if let Some(machine) = machine
                && !self.has_execution(&name).await?
            {
                self.catalog().free(&machine).await.map_err(refused)?;
            }
        }
        Ok(())
    }

    async fn has_execution(&self, machine: &str) -> Result<bool, Refusal> {
        let query = Query { machine: Some(machine.into()), limit: 1, ..Query::default() };
        let page = self.0.engine.executions(query).await.map_err(refused)?;
        Ok(!page.executions.is_empty())
    }
}
