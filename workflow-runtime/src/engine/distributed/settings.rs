//! The settings of runs of distributed Maps that can be changed while they run.

use crate::engine::Engine;
use crate::machine::distributed::Tolerated;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// The largest number of children that run at once.
const WIDTH: usize = 1_000;

/// The settings of a run of a distributed Map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MapRunSettings {
    /// The number of executions that may run at once; 0 for as many as there may be.
    pub concurrency: usize,
    /// The failures that do not end it.
    pub tolerated: Tolerated,
}

impl MapRunSettings {
    pub(super) fn width(&self) -> usize {
        if self.concurrency == 0 { WIDTH } else { self.concurrency.min(WIDTH) }
    }
}

/// The runs that are under way, by their ARNs.
#[derive(Clone, Default)]
pub(crate) struct MapRuns(Arc<Mutex<HashMap<Arc<str>, watch::Sender<MapRunSettings>>>>);

impl MapRuns {
    /// Notes a run for as long as the guard is there.
    pub(super) fn begin(
        &self,
        arn: &Arc<str>,
        settings: MapRunSettings,
    ) -> (watch::Receiver<MapRunSettings>, UnderWay) {
        let (tell, told) = watch::channel(settings);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(arn.clone(), tell);
        (told, UnderWay(self.clone(), arn.clone()))
    }
}

/// A run that is under way.
pub(super) struct UnderWay(MapRuns, Arc<str>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let UnderWay(runs, arn) = self;
        runs.0.lock().unwrap_or_else(PoisonError::into_inner).remove(arn);
    }
}

impl Engine {
    /// Returns the settings of a run of a distributed Map that is under way in this engine, by its ARN.
    #[must_use]
    pub fn map_run_settings(&self, arn: &str) -> Option<MapRunSettings> {
        let runs = self.0.map_runs.0.lock().unwrap_or_else(PoisonError::into_inner);
        runs.get(arn).map(|tell| *tell.borrow())
    }

    /// Changes the settings of a run that is under way. Returns false if there is none of this ARN. The change is of
    /// this process: after a crash the run goes on with the settings of its document.
    pub fn set_map_run(&self, arn: &str, settings: MapRunSettings) -> bool {
        let runs = self.0.map_runs.0.lock().unwrap_or_else(PoisonError::into_inner);
        runs.get(arn).map(|tell| tell.send_replace(settings)).is_some()
    }
}
