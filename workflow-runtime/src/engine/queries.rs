//! Questions about the executions in the store, and what ends or removes them.

use crate::engine::Engine;
use crate::engine::execution::Execution;
use crate::engine::mentions;
use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::store::{Described, Message, Page, Query, Result, Store, StoreError};
use jiff::Timestamp;
use std::sync::Arc;

impl Engine {
    /// Lists executions in the store, a page at a time.
    ///
    /// # Errors
    /// The engine has no store, or the store cannot be read.
    pub async fn executions(&self, query: Query) -> Result<Page> {
        self.kept()?.list(query).await
    }

    /// Describes an execution in the store, by its ARN.
    ///
    /// # Errors
    /// As [`Engine::executions`].
    pub async fn describe(&self, execution: &str) -> Result<Option<Described>> {
        self.kept()?.describe(execution).await
    }

    /// Reads events of an execution in the store: at most `most`, from number `from` on.
    ///
    /// # Errors
    /// As [`Engine::executions`]; [`StoreError::Fatal`] if the stored history cannot be read.
    pub async fn events(&self, execution: &str, from: u32, most: u32) -> Result<Vec<HistoryEvent>> {
        let chunks = self.kept()?.history(execution, from, most).await?;
        let events = mentions::events(&**self.kept()?, execution, &chunks).await;
        let mut events = events.map_err(|failure| StoreError::Fatal(failure.reported()))?;
        events.retain(|event| event.id >= from && event.id < from.saturating_add(most));
        Ok(events)
    }

    /// Stops an execution, by its ARN. When this returns `Ok(true)`, the stop is written to the store: the execution
    /// has ended, or ends as soon as an engine loads it, even if it could not continue. Returns false if no such
    /// execution is running.
    ///
    /// # Errors
    /// As [`Engine::executions`].
    pub async fn stop(
        &self,
        execution: &str,
        error: impl Into<String>,
        cause: impl Into<String>,
    ) -> Result<bool> {
        let (error, cause) = (error.into(), cause.into());
        if let Some((live, ticket)) = self.0.directory.find(execution) {
            Execution::joined(&live, ticket, Ok).stop(error.clone(), cause.clone()).await;
            let Some(store) = &self.0.store else { return Ok(true) };
            // Its end may not have been written.
            let known = store.describe(execution).await?;
            if known.is_none_or(|known| known.end.is_some()) {
                return Ok(true);
            }
        }
        let why = Failure::new(error, cause);
        let told = self.kept()?.tell(execution, Message::Stop(why.clone())).await?;
        self.0.recovery.forgive(execution);
        if told.is_some() {
            // It may have come back into memory meanwhile, or is in that of another engine.
            self.0.callbacks.stop(execution, &why);
        }
        Ok(told.is_some())
    }

    /// Removes an ended execution, by its ARN, with all its data and the executions of its distributed Maps. Returns
    /// false if there is no such execution. The execution of an item cannot be removed alone, only with the execution
    /// around it.
    ///
    /// # Errors
    /// As [`Engine::executions`].
    pub async fn purge(&self, execution: &str) -> Result<bool> {
        self.kept()?.purge(execution).await
    }

    /// Removes executions that ended before `ended`, at most `most` and the oldest first, each with the items of its
    /// distributed Maps. Returns their number, without items. [`Engine::retain`] does so by a rule.
    ///
    /// # Errors
    /// As [`Engine::executions`].
    pub async fn prune(&self, ended: Timestamp, most: usize) -> Result<usize> {
        self.kept()?.prune(ended, most).await
    }

    /// The store of the engine.
    pub(crate) fn kept(&self) -> Result<&Arc<dyn Store>> {
        self.0.store.as_ref().ok_or_else(|| {
            StoreError::Fatal("the engine has no store: `Engine::builder().store(..)`".to_owned())
        })
    }
}
