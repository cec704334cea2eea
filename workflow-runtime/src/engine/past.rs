//! The history before an execution woke up: read once somebody has its handle, for it may be long.

use crate::engine::Engine;
use crate::engine::directory::Live;
use crate::engine::mentions;
use crate::failure::Failure;
use crate::history::HistoryEvent;

impl Engine {
    /// Reads so many events of an execution that are written, from the first one on.
    pub(crate) async fn past(&self, id: &str, events: u32) -> Result<Vec<HistoryEvent>, Failure> {
        let store = self.keeper()?;
        let chunks = store.history(id, 1, events).await.map_err(|error| error.interruption())?;
        mentions::events(&**store, id, &chunks).await
    }

    /// Has an execution know its whole history, before somebody gets its handle.
    pub(crate) async fn remember(&self, live: &Live) -> Result<(), Failure> {
        let events = live.control.past();
        if events > 0 {
            live.control.fill(self.past(&live.identity.id, events).await?);
        }
        Ok(())
    }

    /// The same for a handle that is handed out already.
    pub(crate) fn remember_soon(&self, live: &Live) {
        if live.control.past() > 0 {
            let (engine, live) = (self.clone(), live.clone());
            tokio::spawn(async move { engine.remember_if_read(&live).await });
        }
    }

    /// The same where nothing is lost but what came before: that stays in the store.
    pub(crate) async fn remember_if_read(&self, live: &Live) {
        if let Err(failure) = self.remember(live).await {
            let (execution, cause) = (&*live.identity.id, failure.reported());
            tracing::warn!(execution, cause, "what happened before it woke up cannot be read");
            live.control.fill(vec![]);
        }
    }
}
