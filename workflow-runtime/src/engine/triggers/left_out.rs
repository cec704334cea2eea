//! Runs of schedules that were left out: they are told, not lost in silence.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The runs of a schedule that its policies left out, since it was first written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// Their number. Of one time without an engine, 1,000 are counted at most.
    pub runs: u64,
    /// The time of the last one.
    pub last: Timestamp,
    /// The reason why that one was left out.
    pub why: Omission,
}

/// The reason why a run of a schedule was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Omission {
    /// No engine was there at its time: [`Missed`](crate::schedule::Missed).
    Missed,
    /// An earlier run still ran: [`Overlap::Skip`](crate::schedule::Overlap::Skip).
    Overlap,
}

/// The same, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Omitted {
    runs: u64,
    last: i64,
    why: Omission,
}

impl Omitted {
    /// The most runs that are counted at once.
    pub(super) const MOST: usize = 1_000;

    /// Adds runs to those that were left out before; `last` is the time of the last one.
    pub(super) fn after(before: Option<Self>, runs: usize, last: Timestamp, why: Omission) -> Self {
        let runs = before.map_or(0, |it| it.runs).saturating_add(runs as u64);
        Omitted { runs, last: last.as_second(), why }
    }

    pub(super) fn told(self) -> Option<LeftOut> {
        let last = Timestamp::from_second(self.last).ok()?;
        Some(LeftOut { runs: self.runs, last, why: self.why })
    }
}
