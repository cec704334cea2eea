//! Commits on their way: those that a store cannot write for the moment are sent again.

use crate::engine::unwritten::Unwritten;
use crate::engine::{Core, metrics};
use crate::store::{Commit, Store, StoreError};
use crate::task::BoxFuture;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// A commit on its way to the store.
pub(crate) type Flight = BoxFuture<Result<(), Unwritten>>;

/// The time until a commit is sent again: at first, and at most. Each time it is twice as long.
const FIRST: Duration = Duration::from_millis(50);
const MOST: Duration = Duration::from_secs(1);
/// The time for patience without an end: 30 years.
const LONGEST: Duration = Duration::from_secs(30 * 365 * 86_400);

/// Sends a commit, and again while the store stalls and patience lasts: what runs meanwhile keeps its results. Nothing of a
/// commit that stalls is written, so it is the same commit.
///
/// The first commit of an execution that is started from outside is sent once: who starts it is told, and may ask again.
/// Virtual time does not pass by itself.
pub(crate) fn send(
    core: &Arc<Core>,
    store: &Arc<dyn Store>,
    commit: Commit,
    inside: bool,
) -> Flight {
    let first = commit.number == 1 && !inside;
    let once = first || core.clock.is_virtual() || core.store_patience.is_zero();
    let again = (!once).then(|| (core.clone(), store.clone(), commit.clone()));
    let (time, sent) = (metrics::Sent::now(), store.commit(commit));
    Box::pin(async move {
        let mut written = sent.await;
        let stalled = matches!(written, Err(StoreError::Stalled(_)));
        let mut kept = None;
        if let Some((core, store, commit)) = again.filter(|_| stalled) {
            written = resend(&core, &store, &commit, written).await;
            kept = matches!(written, Err(StoreError::Stalled(_))).then(|| Box::new(commit));
        }
        time.written();
        written.map_err(|error| Unwritten { error, commit: kept })
    })
}

/// Sends a commit that stalled until it is written, or patience ends.
async fn resend(
    core: &Core,
    store: &Arc<dyn Store>,
    commit: &Commit,
    mut written: Result<(), StoreError>,
) -> Result<(), StoreError> {
    // Time that passes, whatever the clock shows: it may be set back meanwhile.
    let now = Instant::now();
    let until = now.checked_add(core.store_patience).unwrap_or_else(|| now + LONGEST);
    let mut pause = FIRST;
    while let Err(StoreError::Stalled(why)) = &written {
        let now = Instant::now();
        if now >= until || core.shutdown.is_closing() {
            break;
        }
        tracing::warn!(execution = &*commit.execution, why, "the store cannot write");
        metrics::stalled();
        tokio::time::sleep_until((now + pause).min(until)).await;
        pause = (2 * pause).min(MOST);
        written = store.commit(commit.clone()).await;
    }
    written
}
