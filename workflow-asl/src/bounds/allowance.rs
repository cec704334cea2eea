//! The time and memory of all expressions of one state.

use serde_json::Value;
use std::cell::Cell;
use std::fmt;
use std::time::{Duration, Instant};

/// The most bytes of memory, about, for all values that the expressions of one state make.
pub const MEMORY: usize = 128 << 20;
/// The longest time of all expressions of one state together.
const TIME: Duration = Duration::from_secs(5);

/// The steps of work for which the clock is not looked at: some tens of microseconds.
pub(crate) const UNTIMED: u64 = 4_096;

/// The steps that each expression counts for beside its own.
const EXPRESSION: u64 = 64;

/// The bytes of memory of a value, about, without its texts and parts; those that an object takes besides; and those of
/// each of its entries without the value and the letters of the key.
pub(crate) const VALUE: usize = size_of::<Value>();
pub(crate) const OBJECT: usize = 64;
pub(crate) const ENTRY: usize = 64;

/// The time and memory that the expressions of one state may still take; they share it.
#[derive(Debug)]
pub struct Allowance {
    /// Known once they have done enough that the clock is looked at.
    until: Cell<Option<Instant>>,
    time: Duration,
    /// The steps of work that are done.
    work: Cell<u64>,
    bytes: Cell<usize>,
}

impl Default for Allowance {
    fn default() -> Self {
        Allowance::new(TIME, MEMORY)
    }
}

/// The reason why no expression of the state may be evaluated any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spent {
    /// They took too long.
    Time(Duration),
    /// They made too much.
    Bytes,
}

impl fmt::Display for Spent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Spent::Time(time) => {
                write!(f, "the expressions of one state may take {} s together", time.as_secs_f64())
            }
            Spent::Bytes => {
                write!(
                    f,
                    "what the expressions of one state make may take {MEMORY} bytes of memory together"
                )
            }
        }
    }
}
impl std::error::Error for Spent {}

impl Allowance {
    /// Makes an allowance of time and of bytes of memory.
    #[must_use]
    pub fn new(time: Duration, bytes: usize) -> Self {
        Allowance { until: Cell::new(None), time, work: Cell::new(0), bytes: Cell::new(bytes) }
    }

    /// Looks at the time before another expression is evaluated: not before there was some work, as the clock takes as
    /// long as a short expression.
    ///
    /// # Errors
    /// [`Spent::Time`].
    pub fn check(&self) -> Result<(), Spent> {
        self.work(EXPRESSION, None);
        if self.work.get() < UNTIMED {
            return Ok(());
        }
        let now = Instant::now();
        match self.until.get() {
            Some(until) if now > until => Err(Spent::Time(self.time)),
            Some(_) => Ok(()),
            None => {
                self.until.set(Some(now + self.time));
                Ok(())
            }
        }
    }

    /// Counts the steps that an expression took, and when it first looked at the clock, if it did.
    pub fn work(&self, steps: u64, began: Option<Instant>) {
        self.work.set(self.work.get().saturating_add(steps));
        if let (None, Some(began)) = (self.until.get(), began) {
            self.until.set(Some(began + self.time));
        }
    }

    /// The time that is left; all of it before the first expression begins.
    #[must_use]
    pub fn time(&self) -> Duration {
        let left = |until: Instant| until.saturating_duration_since(Instant::now());
        self.until.get().map_or(self.time, left)
    }

    /// Takes the bytes of a value that an expression has made.
    ///
    /// # Errors
    /// [`Spent::Bytes`].
    pub fn spend(&self, value: &Value) -> Result<(), Spent> {
        let left = left(value, self.bytes.get()).ok_or(Spent::Bytes)?;
        self.bytes.set(left);
        Ok(())
    }
}

/// Returns what is left of so many bytes of memory without those of a value.
fn left(value: &Value, bytes: usize) -> Option<usize> {
    let bytes = bytes.checked_sub(VALUE)?;
    match value {
        Value::String(text) => bytes.checked_sub(text.len()),
        Value::Array(items) => items.iter().try_fold(bytes, |bytes, item| left(item, bytes)),
        Value::Object(fields) => {
            fields.iter().try_fold(bytes.checked_sub(OBJECT)?, |bytes, (key, value)| {
                left(value, bytes.checked_sub(ENTRY + key.len())?)
            })
        }
        _ => Some(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_allowance_is_spent_once() {
        let allowance = Allowance::new(Duration::from_millis(5), 200);
        assert_eq!(allowance.check(), Ok(()));
        assert_eq!(allowance.time(), Duration::from_millis(5));
        // From here on the clock is looked at.
        allowance.work(UNTIMED, None);
        assert_eq!(allowance.check(), Ok(()));
        assert_eq!(allowance.spend(&json!("x".repeat(80))), Ok(()));
        assert_eq!(allowance.spend(&json!([1, 2])), Err(Spent::Bytes));
        std::thread::sleep(Duration::from_millis(10));
        assert_eq!(allowance.time(), Duration::ZERO);
        assert_eq!(allowance.check(), Err(Spent::Time(Duration::from_millis(5))));
    }
}
