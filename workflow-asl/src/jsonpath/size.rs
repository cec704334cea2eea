//! The size of a value: so that nothing can be made larger and larger.

use super::error::Reason;
use serde_json::Value;
use std::cell::Cell;

/// The most that one template, or one call, makes: the bytes of its strings, and 8 for each other value. It is
/// far more than the 262,144 bytes that a payload may have, which is for the caller to check.
const SIZE: usize = 16 << 20;

/// The room for values that may still be made.
pub(super) struct Room {
    left: Cell<usize>,
}

impl Room {
    pub fn new() -> Self {
        Room { left: Cell::new(SIZE) }
    }

    pub fn take(&self, value: &Value) -> Result<(), Reason> {
        let left = rest(value, self.left.get())
            .ok_or_else(|| Reason::limit(format!("An expression may make {SIZE} bytes at most")))?;
        self.left.set(left);
        Ok(())
    }
}

fn rest(value: &Value, left: usize) -> Option<usize> {
    let left = left.checked_sub(8)?;
    match value {
        Value::String(text) => left.checked_sub(text.len()),
        Value::Array(items) => items.iter().try_fold(left, |left, item| rest(item, left)),
        Value::Object(fields) => fields
            .iter()
            .try_fold(left, |left, (key, value)| rest(value, left.checked_sub(key.len())?)),
        _ => Some(left),
    }
}
