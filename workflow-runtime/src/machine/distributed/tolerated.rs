//! The failures that a distributed Map tolerates.

use crate::failure::Failure;

/// The failure of a run in which too many failed: its name and cause. Recorded.
pub const EXCEEDED: (&str, &str) = (
    "States.ExceedToleratedFailureThreshold",
    "The specified tolerated failure threshold was exceeded",
);

/// Makes the failure of a run in which too many failed.
#[must_use]
pub fn exceeded() -> Failure {
    Failure::new(EXCEEDED.0, EXCEEDED.1)
}

/// The tolerated failures of a distributed Map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tolerated {
    /// The number of items that may fail.
    pub count: Option<u64>,
    /// The percentage of items that may fail.
    pub percentage: Option<f64>,
}

impl Tolerated {
    /// True if `failed` failures are too many, of `all` items if their number is known. Without limits, one failure is
    /// too many.
    #[must_use]
    pub fn is_exceeded(&self, failed: u64, all: Option<u64>) -> bool {
        let none = self.count.is_none() && self.percentage.is_none();
        (none && failed > 0) || self.is_passed(failed, all)
    }

    /// True if `failed` failures are more than a limit allows.
    #[must_use]
    pub fn is_passed(&self, failed: u64, all: Option<u64>) -> bool {
        #[allow(clippy::cast_precision_loss, reason = "at most 100,000,000 items")]
        let percentage = |all: u64| if all == 0 { 0.0 } else { failed as f64 * 100.0 / all as f64 };
        self.count.is_some_and(|count| failed > count)
            || all.zip(self.percentage).is_some_and(|(all, most)| percentage(all) > most)
    }
}
