//! A log of what generated machines draw, for tests that compare it.

use crate::lock::lock;
use serde_json::Value;
use std::sync::{Arc, Mutex};

/// A value that a scope drew, with the scope's path.
pub type Draw = (Vec<(u32, u32)>, Value);

/// The values that the executions of an engine draw, in order. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct DrawLog(Arc<Mutex<Vec<Draw>>>);

impl DrawLog {
    /// The values drawn so far.
    #[must_use]
    pub fn drawn(&self) -> Vec<Draw> {
        lock(&self.0).clone()
    }

    pub(super) fn add(&self, path: &[(u32, u32)], values: &[Value]) {
        let drawn = values.iter().map(|value| (path.to_vec(), value.clone()));
        lock(&self.0).extend(drawn);
    }
}
