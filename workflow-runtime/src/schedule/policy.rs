//! Policies for runs that cannot begin at their time.

use serde::{Deserialize, Serialize};

/// The policy for missed runs: their time passed while no engine was there to start them, or the clock jumped.
///
/// A run that is less than a minute late is not missed. It begins, and then the runs that were missed count as made up for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Missed {
    /// Missed runs are left out.
    Skip,
    /// The last one of them begins, for all, unless one begins that is not missed.
    #[default]
    Once,
    /// The last ones begin, at most so many (and at most [`Missed::MOST`]) with those that are not missed, the earliest
    /// first.
    All(u32),
}

impl Missed {
    /// The most runs that are made up for.
    pub const MOST: u32 = 1_000;

    /// The seconds by which a run may be late without being missed.
    pub(crate) const GRACE: i64 = 60;

    /// The number of the latest times that are asked for: all that may not be late, and those that are made up for.
    pub(crate) fn most(self) -> usize {
        const PROMPT: usize = Missed::GRACE as usize;
        self.begin(PROMPT)
    }

    /// The number of the latest times that begin, where so many are not late.
    pub(crate) fn begin(self, prompt: usize) -> usize {
        let most = match self {
            Missed::Skip => 0,
            Missed::Once => 1,
            Missed::All(most) => usize::try_from(most.clamp(1, Self::MOST)).unwrap_or(1),
        };
        most.max(prompt)
    }
}

/// The policy for a run whose time comes while an earlier one of the same schedule still runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Overlap {
    /// It begins beside it, as EventBridge Scheduler has it (documented).
    #[default]
    Allow,
    /// It is left out.
    Skip,
}
