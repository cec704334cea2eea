//! The figure of executions that wait outside of memory: the store counts them.

use crate::engine::{Engine, metrics};
use std::time::Instant;

/// The part of the time that may be spent on counting: one in so many.
const PART: u32 = 100;

/// The figure, and the time before which it is not made again.
#[derive(Default)]
pub(crate) struct Figure {
    next: Option<Instant>,
}

impl Figure {
    /// Reports the number of executions that wait, unless that was done just now for how long it takes.
    pub(crate) async fn report(&mut self, engine: &Engine) {
        let begun = Instant::now();
        if !metrics::ON || self.next.is_some_and(|next| begun < next) {
            return;
        }
        let Ok(store) = engine.kept() else { return };
        match store.count_waiting().await {
            Ok(all) => metrics::waiting(all),
            Err(error) => tracing::debug!(%error, "what waits is not counted"),
        }
        self.next = Some(Instant::now() + begun.elapsed() * PART);
    }
}
