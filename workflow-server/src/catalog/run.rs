//! The way in which an execution was started: the engine keeps all else.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use workflow_runtime::engine::MapRunSettings;

/// The way in which an execution was started. Most have nothing to say, and have none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Run {
    pub(crate) execution: String,
    /// The number of its revision.
    pub(crate) revision: u64,
    pub(crate) version: Option<u64>,
    pub(crate) alias: Option<String>,
    pub(crate) trace: Option<String>,
    /// The test case of the mocks that answer its calls.
    pub(crate) case: Option<String>,
    /// The mark of the call of another execution that started it under a name of its own.
    #[serde(default)]
    pub(crate) by: Option<String>,
    /// The latest redrives that were asked for with a client token.
    #[serde(default)]
    pub(crate) redrives: Vec<Redrive>,
    /// The changes of its Map Runs, by their ARNs.
    #[serde(default)]
    pub(crate) map_runs: BTreeMap<String, MapRunChange>,
}

/// The settings of a Map Run that were changed; the others are those of its definition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct MapRunChange {
    pub(crate) concurrency: Option<u64>,
    pub(crate) count: Option<u64>,
    pub(crate) percentage: Option<f64>,
}

impl MapRunChange {
    /// Adds a later change.
    pub(crate) fn and(self, later: Self) -> Self {
        MapRunChange {
            concurrency: later.concurrency.or(self.concurrency),
            count: later.count.or(self.count),
            percentage: later.percentage.or(self.percentage),
        }
    }

    /// The settings with the change.
    pub(crate) fn of(self, mut settings: MapRunSettings) -> MapRunSettings {
        if let Some(most) = self.concurrency {
            settings.concurrency = usize::try_from(most).unwrap_or(usize::MAX);
        }
        settings.tolerated.count = self.count.or(settings.tolerated.count);
        settings.tolerated.percentage = self.percentage.or(settings.tolerated.percentage);
        settings
    }
}

/// A redrive that was asked for with a client token: written before it is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Redrive {
    pub(crate) token: String,
    /// Its number among the redrives of the execution. It was made if there are so many.
    pub(crate) number: u32,
    pub(crate) time: Timestamp,
}

impl Run {
    /// True if it is started as any other.
    pub(crate) fn is_plain(&self) -> bool {
        self.version.is_none()
            && self.alias.is_none()
            && self.trace.is_none()
            && self.case.is_none()
            && self.by.is_none()
    }

    /// The name of its machine.
    pub(crate) fn machine(&self) -> &str {
        self.execution.split(':').nth(6).unwrap_or_default()
    }
}
