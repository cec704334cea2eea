//! Commits that a store could not write in time. They are kept and sent on, so that nothing of them runs again; until they
//! are written nobody takes up their executions here.

use crate::engine::resend::Flight;
use crate::engine::shutdown::Shutdown;
use crate::engine::{Core, Engine, metrics};
use crate::lock::lock;
use crate::store::{Commit, StoreError};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::sync::Notify;

/// The time until a commit is sent again.
const AGAIN: Duration = Duration::from_secs(1);

/// The error of a commit; with it, if it may be sent again.
pub(crate) struct Unwritten {
    pub(crate) error: StoreError,
    pub(crate) commit: Option<Box<Commit>>,
}

impl Unwritten {
    /// The error of a commit that is not sent again, unless it stalled.
    fn of(error: StoreError, commit: Box<Commit>) -> Self {
        let stalled = matches!(error, StoreError::Stalled(_));
        Unwritten { error, commit: stalled.then_some(commit) }
    }
}

/// The executions whose last commits are not written yet, with the number of these.
#[derive(Default)]
pub(crate) struct Held {
    all: Mutex<HashMap<Arc<str>, u32>>,
    freed: Notify,
}

impl Held {
    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, u32>> {
        lock(&self.all)
    }

    /// Keeps others from taking up an execution.
    pub(crate) fn hold(&self, id: &Arc<str>) {
        *self.lock().entry(id.clone()).or_default() += 1;
    }

    fn free(&self, id: &Arc<str>) {
        let mut all = self.lock();
        let left = all.get_mut(id).map_or(0, |count| {
            *count -= 1;
            *count
        });
        if left == 0 {
            all.remove(id);
        }
        drop(all);
        self.wake();
    }

    /// True if an execution has a commit that is not written.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.lock().contains_key(id)
    }

    /// Has those who wait look again.
    pub(crate) fn wake(&self) {
        self.freed.notify_waiters();
    }

    /// Waits until nothing of an execution has to be written, or the engine ends.
    pub(crate) async fn settled(&self, id: &str, shutdown: &Shutdown) {
        loop {
            let freed = self.freed.notified();
            let mut freed = std::pin::pin!(freed);
            freed.as_mut().enable();
            if !self.has(id) || shutdown.is_closing() {
                return;
            }
            freed.await;
        }
    }
}

impl Engine {
    /// Goes on to send a commit of a held execution; then has the execution taken up again, from there.
    pub(crate) fn write_later(&self, id: Arc<str>, mut flight: Flight) {
        let core = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            while let Err(Unwritten { error, commit: Some(commit) }) = flight.await {
                tracing::warn!(execution = &*id, why = %error, "the store cannot write");
                metrics::stalled();
                tokio::time::sleep(AGAIN).await;
                let Some(core) = core.upgrade().filter(|it| !it.shutdown.is_closing()) else {
                    return;
                };
                let Some(store) = core.store.clone() else { return };
                let sent = store.commit((*commit).clone());
                flight =
                    Box::pin(async move { sent.await.map_err(|it| Unwritten::of(it, commit)) });
            }
            if let Some(core) = core.upgrade() {
                written(&core, &id).await;
            }
        });
    }
}

/// Frees an execution whose last commit is written, or will never be.
async fn written(core: &Core, id: &Arc<str>) {
    let recovery = &core.recovery;
    let Some(store) = &core.store else { return };
    recovery.held.free(id);
    recovery.look_at(id);
    if let Ok(Some(known)) = store.describe(id).await {
        known.continued.iter().for_each(|next| recovery.look_at(next));
        if known.end.is_some() {
            recovery.keep_stop(id, None);
        }
    }
}
