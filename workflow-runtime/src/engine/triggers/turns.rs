//! Turns: of one schedule, its runs begin, or it is changed.

use crate::lock::lock;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::OwnedMutexGuard;

/// The number of names that are kept before those are forgotten whose turn nobody has.
const NAMES: usize = 2_000;

/// A lock for each schedule, by its name: who has paused or removed one may rely on it that none of its runs begins here any
/// more.
#[derive(Default)]
pub(super) struct Turns(Mutex<HashMap<Arc<str>, Arc<tokio::sync::Mutex<()>>>>);

/// The turn of somebody.
pub(super) type Turn = OwnedMutexGuard<()>;

impl Turns {
    /// Waits for the turn with a schedule.
    pub(super) async fn take(&self, name: &str) -> Turn {
        let turn = {
            let mut all = lock(&self.0);
            if all.len() >= NAMES {
                all.retain(|_, turn| Arc::strong_count(turn) > 1);
            }
            all.entry(name.into()).or_default().clone()
        };
        turn.lock_owned().await
    }
}
