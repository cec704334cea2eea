//! The history before an execution woke up: read once somebody asks for it, for it may be long.

use crate::engine::Engine;
use crate::engine::control::Control;
use crate::engine::directory::Live;
use crate::engine::mentions;
use crate::failure::Failure;
use crate::history::HistoryEvent;
use std::sync::Arc;
use tokio::runtime::Handle;

impl Engine {
    /// Reads so many events of an execution that are written, from the first one on.
    pub(crate) async fn past(&self, id: &str, events: u32) -> Result<Vec<HistoryEvent>, Failure> {
        let store = self.keeper()?;
        let chunks = store.history(id, 1, events).await.map_err(|error| error.interruption())?;
        mentions::events(&**store, id, &chunks).await
    }

    /// Has an execution know its whole history, before somebody gets its handle.
    pub(crate) async fn remember(&self, live: &Live) -> Result<(), Failure> {
        self.read_past(&live.identity.id, &live.control).await
    }

    async fn read_past(&self, id: &str, control: &Control) -> Result<(), Failure> {
        let events = control.past();
        if events > 0 {
            control.fill(self.past(id, events).await?);
        }
        Ok(())
    }

    /// The same where nothing is lost but what came before: that stays in the store.
    pub(crate) async fn remember_if_read(&self, live: &Live) {
        self.read_past_or_none(&live.identity.id, &live.control).await;
    }

    async fn read_past_or_none(&self, id: &str, control: &Control) {
        if let Err(failure) = self.read_past(id, control).await {
            let cause = failure.reported();
            tracing::warn!(execution = id, cause, "what happened before it woke up cannot be read");
            control.fill(vec![]);
        }
    }

    /// Has the history of an execution that goes on read once somebody asks for it.
    pub(crate) fn remember_when_asked(&self, live: &Live) {
        let (core, id) = (Arc::downgrade(&self.0), live.identity.id.clone());
        let runtime = Handle::current();
        live.control.read_by(move |control| {
            let Some(core) = core.upgrade() else { return control.fill(vec![]) };
            runtime.spawn(async move { Engine(core).read_past_or_none(&id, &control).await });
        });
    }
}
