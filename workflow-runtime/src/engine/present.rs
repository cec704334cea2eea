//! The executions that are under way in an engine: under a virtual clock, each must know of the others.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

pub(crate) struct Present {
    /// Whether anybody asks: all executions of an engine would write to one place at each step.
    counted: bool,
    executions: AtomicUsize,
    /// How often any of them has done something.
    activity: AtomicU64,
}

impl Present {
    /// Nobody yet; `counted` where the clock is a virtual one.
    pub(crate) fn new(counted: bool) -> Arc<Self> {
        let (executions, activity) = (AtomicUsize::new(0), AtomicU64::new(0));
        Arc::new(Present { counted, executions, activity })
    }

    /// An execution does something.
    pub(crate) fn act(&self) {
        if self.counted {
            self.activity.fetch_add(1, Ordering::Relaxed);
        }
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
