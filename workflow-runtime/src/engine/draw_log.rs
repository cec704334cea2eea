//! A log of what generated machines draw, for tests that compare it.

use serde_json::Value;
use std::sync::{Arc, Mutex, PoisonError};

/// A value that a scope drew, with the scope's path.
pub type Draw = (Vec<(u32, u32)>, Value);

/// The values that the executions of an engine draw, in order. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct DrawLog(Arc<Mutex<Vec<Draw>>>);

impl DrawLog {
    /// The values drawn so far.
    #[must_use]
    pub fn drawn(&self) -> Vec<Draw> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn add(&self, path: &[(u32, u32)], values: &[Value]) {
        let drawn = values.iter().map(|value| (path.to_vec(), value.clone()));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(drawn);
    }
}
