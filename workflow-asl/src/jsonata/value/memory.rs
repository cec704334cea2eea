//! The memory that the values of an evaluation hold.

use std::cell::Cell;

thread_local! {
    /// Bytes that the values made on this thread hold.
    static LIVE: Cell<usize> = const { Cell::new(0) };
}

/// The bytes that all values made on this thread hold now.
pub(in crate::jsonata) fn live() -> usize {
    LIVE.get()
}

/// Bytes that are counted as long as this lives.
#[derive(Debug)]
pub(in crate::jsonata) struct Gauge(usize);

impl Gauge {
    pub(in crate::jsonata) fn new(bytes: usize) -> Self {
        LIVE.set(LIVE.get() + bytes);
        Gauge(bytes)
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        LIVE.set(LIVE.get().saturating_sub(self.0));
    }
}
