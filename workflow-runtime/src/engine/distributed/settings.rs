//! The settings of runs of distributed Maps that can be changed while they run.

use crate::engine::Engine;
use crate::lock::lock;
use crate::machine::distributed::Tolerated;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
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

/// The settings that a run begins with: made of its ARN, and of those that its definition says.
pub(crate) type SettingsOf = Arc<dyn Fn(&str, MapRunSettings) -> MapRunSettings + Send + Sync>;

/// The runs that are under way.
#[derive(Clone, Default)]
pub(crate) struct MapRuns {
    /// By their ARNs.
    under_way: Arc<Mutex<HashMap<Arc<str>, watch::Sender<MapRunSettings>>>>,
    of: Option<SettingsOf>,
}

impl MapRuns {
    /// Makes the place for the runs of an engine.
    pub(crate) fn new(of: Option<SettingsOf>) -> Self {
        MapRuns { of, ..MapRuns::default() }
    }

    /// Notes a run for as long as the guard is there.
    pub(super) fn begin(
        &self,
        arn: &Arc<str>,
        settings: MapRunSettings,
    ) -> (watch::Receiver<MapRunSettings>, UnderWay) {
        // Asked while nobody can change it: a change that comes then finds it under way.
        let mut under_way = self.lock();
        let settings = self.of.as_ref().map_or(settings, |of| of(arn, settings));
        let (tell, told) = watch::channel(settings);
        under_way.insert(arn.clone(), tell);
        (told, UnderWay(self.clone(), arn.clone()))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, watch::Sender<MapRunSettings>>> {
        lock(&self.under_way)
    }
}

/// A run that is under way.
pub(super) struct UnderWay(MapRuns, Arc<str>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let UnderWay(runs, arn) = self;
        runs.lock().remove(arn);
    }
}

impl Engine {
    /// Returns the settings of a run of a distributed Map that is under way in this engine, by its ARN.
    #[must_use]
    pub fn map_run_settings(&self, arn: &str) -> Option<MapRunSettings> {
        self.0.map_runs.lock().get(arn).map(|tell| *tell.borrow())
    }

    /// Changes the settings of a run that is under way. Returns false if there is none of this ARN. The change is lost with
    /// the process. To keep it, store it yourself and return it from
    /// [`EngineBuilder::map_run_settings`](crate::engine::EngineBuilder::map_run_settings).
    pub fn set_map_run(&self, arn: &str, settings: MapRunSettings) -> bool {
        self.0.map_runs.lock().get(arn).map(|tell| tell.send_replace(settings)).is_some()
    }
}
