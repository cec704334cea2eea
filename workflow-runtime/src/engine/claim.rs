//! Claims of executions. One that comes to nothing is given back, and whoever had the execution before goes on with it.

use crate::connector::unfinished::Unfinished;
use crate::engine::{Core, Engine};
use crate::store::{Result, Saved, Store, StoreError};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::runtime::Handle;

/// The time until the store is asked again: at first, and at most. Each time it is twice as long.
const FIRST: Duration = Duration::from_secs(1);
const MOST: Duration = Duration::from_secs(3_600);

/// A claim. If it is dropped before it is kept, the execution is given back.
pub(crate) struct Claim {
    core: Weak<Core>,
    id: Arc<str>,
    /// The epoch of the claim, as long as it is to be given back.
    epoch: Option<u64>,
    on: Option<Handle>,
}

impl Claim {
    /// Claims an execution. Whoever waits for that may go away meanwhile: then it is given back.
    pub(crate) async fn of(
        engine: &Engine,
        store: &Arc<dyn Store>,
        id: &Arc<str>,
    ) -> Result<Option<(Saved, Claim)>> {
        let (core, id, claimed) = (Arc::downgrade(&engine.0), id.clone(), store.claim(id));
        Unfinished::new(async move {
            let on = Handle::try_current().ok();
            let with_claim = |saved: Saved| {
                // One that has ended is only read.
                let epoch = saved.end.is_none().then_some(saved.epoch);
                (saved, Claim { core, id, epoch, on })
            };
            Ok(claimed.await?.map(with_claim))
        })
        .await
    }

    /// The execution goes on here.
    pub(crate) fn keep(mut self) {
        self.epoch = None;
    }

    /// Gives the execution back, at once if the store can write.
    ///
    /// # Errors
    /// It cannot. If that may pass, the execution is given back later.
    pub(crate) async fn give_back(mut self) -> Result<()> {
        let store = self.core.upgrade().and_then(|core| core.store.clone());
        let Some((store, epoch)) = store.zip(self.epoch) else { return Ok(()) };
        let released = store.release(&self.id, epoch).await;
        if !matches!(released, Err(StoreError::Stalled(_))) {
            self.epoch = None;
        }
        released
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if let (Some(epoch), Some(on)) = (self.epoch, &self.on) {
            on.spawn(release(self.core.clone(), self.id.clone(), epoch));
        }
    }
}

/// Gives an execution back as soon as the store can write. A claim that followed is left alone.
async fn release(core: Weak<Core>, id: Arc<str>, epoch: u64) {
    let mut pause = FIRST;
    loop {
        let Some(core) = core.upgrade() else { return };
        let Some(store) = core.store.clone() else { return };
        let once = core.clock.is_virtual() || core.shutdown.is_closing();
        drop(core);
        match store.release(&id, epoch).await {
            Err(StoreError::Stalled(_)) if !once => {}
            _ => return,
        }
        drop(store);
        tokio::time::sleep(pause).await;
        pause = (2 * pause).min(MOST);
    }
}

impl Engine {
    /// Takes an execution up again if the engine that has claimed it gives it back. `own` is the epoch under which this one
    /// had it; `number` is that of the last commit, after which the other one has it for good.
    pub(crate) fn watch_claim(&self, id: Arc<str>, own: u64, number: u64) {
        if !self.0.recovery.is_attended() {
            return;
        }
        let core = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            let mut pause = FIRST;
            loop {
                tokio::time::sleep(pause).await;
                pause = (2 * pause).min(MOST);
                let Some(core) = core.upgrade().filter(|it| !it.shutdown.is_closing()) else {
                    return;
                };
                let Some(store) = core.store.clone() else { return };
                match store.load(&id).await {
                    Err(StoreError::Stalled(_)) => {}
                    Ok(Some(saved)) if saved.epoch == own => return core.recovery.look_at(&id),
                    Ok(Some(saved)) if saved.end.is_none() && saved.number == number => {}
                    _ => return,
                }
            }
        });
    }
}
