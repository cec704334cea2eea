//! The limits of one evaluation of a path.

use super::error::Reason;
use serde_json::Value;
use std::cell::Cell;

/// The most nodes that one evaluation visits, filters and results included.
const VISITS: u64 = 2_000_000;
/// The largest depth of an evaluation: steps, and levels of the document.
const LEVELS: u32 = 600;

/// The remaining budget of an evaluation.
pub(super) struct Budget {
    visits: Cell<u64>,
    levels: Cell<u32>,
}

impl Budget {
    pub fn new() -> Self {
        Budget { visits: Cell::new(VISITS), levels: Cell::new(LEVELS) }
    }

    pub fn spend(&self, visits: usize) -> Result<(), Reason> {
        let left = self.visits.get().checked_sub(visits as u64).ok_or_else(|| {
            Reason::limit(format!("A path may visit {VISITS} values at most: make it narrower"))
        })?;
        self.visits.set(left);
        Ok(())
    }

    /// Spends as much as a value has nodes.
    pub fn spend_on(&self, value: &Value) -> Result<(), Reason> {
        self.spend(1)?;
        match value {
            Value::Array(items) => items.iter().try_for_each(|item| self.spend_on(item)),
            Value::Object(fields) => fields.values().try_for_each(|value| self.spend_on(value)),
            _ => Ok(()),
        }
    }

    pub fn nested<T>(&self, inner: impl FnOnce() -> Result<T, Reason>) -> Result<T, Reason> {
        let left =
            self.levels.get().checked_sub(1).ok_or_else(|| {
                Reason::limit(format!("A path may go {LEVELS} levels deep at most"))
            })?;
        self.levels.set(left);
        let result = inner();
        self.levels.set(left + 1);
        result
    }
}
