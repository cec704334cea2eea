//! The executions that are under way in an engine: under a virtual clock, each must know of the others.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

#[derive(Default)]
pub(crate) struct Present {
    executions: AtomicUsize,
    /// How often any of them has done something.
    activity: AtomicU64,
}

impl Present {
    /// An execution does something.
    pub(crate) fn act(&self) {
        self.activity.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether there is one execution only; and a number that grows whenever one does something.
    pub(crate) fn look(&self) -> (bool, u64) {
        let alone = self.executions.load(Ordering::Relaxed) <= 1;
        (alone, self.activity.load(Ordering::Relaxed))
    }
}

/// An execution, until it is dropped.
pub(crate) struct Presence(Arc<Present>);

impl Presence {
    pub(crate) fn new(present: &Arc<Present>) -> Self {
        present.executions.fetch_add(1, Ordering::Relaxed);
        present.act();
        Presence(present.clone())
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.0.executions.fetch_sub(1, Ordering::Relaxed);
        self.0.act();
    }
}
