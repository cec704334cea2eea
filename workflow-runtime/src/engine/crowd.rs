//! The executions in memory, and their limit: who starts some waits for room, and so does the recovery.

use crate::engine::{Engine, metrics};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;

/// The most executions beyond the limit, for those that others may wait for.
const SPARE: usize = 16;

/// The executions in memory.
pub(crate) struct Crowd {
    most: usize,
    count: AtomicUsize,
    /// Rings when one has left.
    left: Notify,
}

/// One of them.
pub(crate) struct Member(Arc<Crowd>);

impl Crowd {
    pub(crate) fn new(most: usize) -> Self {
        Crowd { most, count: AtomicUsize::new(0), left: Notify::new() }
    }

    /// Counts another one, until it is dropped.
    pub(crate) fn join(self: &Arc<Self>) -> Member {
        metrics::running(self.count.fetch_add(1, Ordering::Relaxed) + 1);
        Member(self.clone())
    }

    /// The number of executions that there is room for.
    fn room(&self) -> usize {
        self.most.saturating_sub(self.count.load(Ordering::Relaxed))
    }

    /// The number of executions beyond the limit.
    fn beyond(&self) -> usize {
        self.count.load(Ordering::Relaxed).saturating_sub(self.most)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        let Crowd { most, count, left } = &*self.0;
        metrics::running(count.fetch_sub(1, Ordering::Relaxed) - 1);
        if *most < usize::MAX {
            left.notify_waiters();
        }
    }
}

impl Engine {
    /// Waits until there is room for another execution in memory
    /// ([`EngineBuilder::executions`](crate::engine::EngineBuilder::executions)). Returns at once if that is not limited, or
    /// if the engine shuts down. Await it before each start, so that requests queue up where they come from instead of
    /// here. Several that wait at the same time may find the same room.
    pub async fn ready(&self) {
        while self.room() == 0 && !self.0.shutdown.is_closing() {
            let left = self.0.crowd.left.notified();
            // One may have left before.
            if self.room() == 0 {
                left.await;
            }
        }
    }

    /// The number of executions that there is room for.
    pub(crate) fn room(&self) -> usize {
        self.0.crowd.room()
    }

    /// True if another execution may be there beyond the limit.
    pub(crate) fn may_exceed(&self) -> bool {
        self.0.crowd.beyond() < SPARE
    }
}
