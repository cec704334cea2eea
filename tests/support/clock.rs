//! A clock in the hand of a test.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::sync::Notify;
use workflow_runtime::Timestamp;
use workflow_runtime::clock::Clock;
use workflow_runtime::task::BoxFuture;

/// A clock that stands until it is moved, and is not virtual to the engine.
#[derive(Clone, Default)]
pub struct HandClock(Arc<(AtomicI64, Notify)>);

impl HandClock {
    pub fn forward(&self, seconds: i64) {
        self.0.0.fetch_add(seconds, Ordering::SeqCst);
        self.0.1.notify_waiters();
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + self.0.0.load(Ordering::SeqCst)).unwrap()
    }

    fn wait(&self, until: Timestamp) -> BoxFuture<()> {
        let clock = self.clone();
        Box::pin(async move {
            loop {
                let moved = clock.0.1.notified();
                tokio::pin!(moved);
                moved.as_mut().enable();
                if clock.now() >= until {
                    return;
                }
                moved.await;
            }
        })
    }
}
