//! The machines, activities and starts that the server knows: in memory, and written to the store before a change is
//! acknowledged.

mod account;
mod activity;
mod code;
mod document;
mod machine;
mod parts;
mod run;
mod runs;
mod starts;

pub(crate) use activity::Activity;
pub(crate) use code::Code;
pub(crate) use document::Document;
pub(crate) use machine::{Alias, Machine, Revision, Version};
pub(crate) use run::{MapRunChange, Redrive, Run};

use crate::arn;
use crate::refusal::Refusal;
use crate::typed::Typed;
use jiff::{SignedDuration, Timestamp};
use runs::Runs;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};
use std::hash::RandomState;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use workflow_runtime::engine::MapRunSettings;
use workflow_runtime::store::{Begun, Store, StoreError, StoreResult};

/// The names of values in the store begin so.
pub(crate) const MACHINES: &str = "server/machine/";
const DOCUMENTS: &str = "server/document/";
const ACTIVITIES: &str = "server/activity/";
const RUNS: &str = "server/run/";

/// All that the server keeps besides executions.
pub(crate) struct Catalog {
    store: Arc<dyn Store>,
    known: RwLock<Known>,
    /// The workflows of this program, by name.
    typed: HashMap<&'static str, Typed>,
    /// Changes exclude each other, and the starts of executions: a start is of one revision.
    gate: tokio::sync::RwLock<()>,
    /// The latest start of an execution.
    started: Mutex<Timestamp>,
    /// Starts under one name exclude each other: a name has its lock by its hash.
    names: [tokio::sync::Mutex<()>; NAMES],
    hash: RandomState,
    /// True once a machine has been there whose executions are logged.
    logs: AtomicBool,
}

/// The locks of names. Starts under several names may share one, and wait for each other.
const NAMES: usize = 256;

#[derive(Default)]
struct Known {
    /// By name; those that were deleted, too.
    machines: BTreeMap<Arc<str>, Arc<Machine>>,
    activities: BTreeMap<Arc<str>, Arc<Activity>>,
    runs: Runs,
}

impl Catalog {
    /// Reads what a store has.
    pub(crate) async fn load(store: Arc<dyn Store>, typed: &[Typed]) -> StoreResult<Self> {
        let mut known = Known::default();
        for (_, mut machine) in records::<Machine>(&*store, MACHINES).await? {
            let prefix = format!("{DOCUMENTS}{}/", machine.name);
            for (number, text) in parts::read(&*store, &prefix).await? {
                let text = String::from_utf8(text).map_err(|_| damaged(&prefix))?;
                let number = number.parse().map_err(|_| damaged(&prefix))?;
                machine.documents.insert(number, Arc::new(Document::new(text)));
            }
            known.machines.insert(machine.name.as_str().into(), Arc::new(machine));
        }
        for (_, activity) in records::<Activity>(&*store, ACTIVITIES).await? {
            known.activities.insert(activity.name.as_str().into(), Arc::new(activity));
        }
        let mut runs = vec![];
        for (number, run) in records::<Run>(&*store, RUNS).await? {
            runs.push((number.parse::<u64>().map_err(|_| damaged(RUNS))?, run));
        }
        runs.sort_by_key(|(number, _)| *number);
        for (number, run) in runs {
            // A crash may have left the one before.
            if let Some((old, _)) = known.runs.of(&run.execution) {
                parts::remove(&*store, &format!("{RUNS}{old}")).await?;
            }
            known.runs.insert(number, run);
        }
        let logs = known.machines.values().any(|it| it.is_logged());
        Ok(Catalog {
            logs: AtomicBool::new(logs),
            store,
            known: RwLock::new(known),
            typed: typed.iter().map(|it| (it.name, *it)).collect(),
            gate: tokio::sync::RwLock::default(),
            started: Mutex::new(Timestamp::MIN),
            names: std::array::from_fn(|_| tokio::sync::Mutex::default()),
            hash: RandomState::new(),
        })
    }

    fn read<T>(&self, look: impl FnOnce(&Known) -> T) -> T {
        look(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn write<T>(&self, change: impl FnOnce(&mut Known) -> T) -> T {
        change(&mut self.known.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// The machine of this name, unless it was deleted.
    pub(crate) fn machine(&self, name: &str) -> Option<Arc<Machine>> {
        self.record(name).filter(|it| !it.deleted)
    }

    /// The machine of this name, deleted or not.
    pub(crate) fn record(&self, name: &str) -> Option<Arc<Machine>> {
        self.read(|known| known.machines.get(name).cloned())
    }

    /// All machines, in the order in which they were made.
    pub(crate) fn machines(&self) -> Vec<Arc<Machine>> {
        let all = self.read(|known| known.machines.values().cloned().collect::<Vec<_>>());
        let mut all: Vec<_> = all.into_iter().filter(|it| !it.deleted).collect();
        all.sort_by_key(|it| it.created);
        all
    }

    /// The names of deleted machines that are still kept, or whose name another machine has since.
    pub(crate) fn deleted(&self) -> Vec<Arc<str>> {
        let old = |it: &Machine| it.deleted || it.over.is_some();
        self.read(|known| {
            let all = known.machines.iter().filter(|(_, machine)| old(machine));
            all.map(|(name, _)| name.clone()).collect()
        })
    }

    pub(crate) fn activity(&self, name: &str) -> Option<Arc<Activity>> {
        self.read(|known| known.activities.get(name).cloned())
    }

    /// All activities, in the order in which they were made.
    pub(crate) fn activities(&self) -> Vec<Arc<Activity>> {
        let mut all = self.read(|known| known.activities.values().cloned().collect::<Vec<_>>());
        all.sort_by_key(|it| it.created);
        all
    }

    /// The way in which an execution was started, where that is kept.
    pub(crate) fn run(&self, execution: &str) -> Option<Arc<Run>> {
        self.read(|known| known.runs.of(execution).map(|(_, run)| run))
    }

    /// The change of a Map Run, if it was changed.
    pub(crate) fn changed(&self, map_run: &str) -> Option<MapRunChange> {
        self.read(|known| known.runs.changed(map_run))
    }

    /// Makes what knows the settings of Map Runs: those of their definitions, and their changes.
    pub(crate) fn settings(
        self: &Arc<Self>,
    ) -> impl Fn(&str, MapRunSettings) -> MapRunSettings + Send + Sync + use<> {
        let known = self.clone();
        move |arn, settings| known.changed(arn).map_or(settings, |change| change.of(settings))
    }

    /// The machine and the revision of an execution.
    pub(crate) fn of_execution(&self, begun: &Begun) -> Option<(Arc<Machine>, Revision)> {
        let machine = self.record(arn::unlabelled(&begun.machine))?;
        let revision = match self.run(&begun.id) {
            Some(run) => machine.revision(run.revision)?,
            None => machine.revision_at(begun.started)?,
        };
        let revision = revision.clone();
        Some((machine, revision))
    }

    /// Changes the machine of a name: `change` has the one that is there, deleted or not, and the time from which a new
    /// revision counts. Without a machine in its result nothing is changed.
    pub(crate) async fn change<T>(
        &self,
        name: &str,
        now: Timestamp,
        change: impl FnOnce(Option<&Machine>, Timestamp) -> Result<(Option<Machine>, T), Refusal>,
    ) -> Result<T, Refusal> {
        let _alone = self.gate.write().await;
        let old = self.record(name);
        let (new, result) = change(old.as_deref(), now.max(self.after_starts()))?;
        let Some(new) = new else { return Ok(result) };
        self.keep(old.as_deref(), &new).await.map_err(refused)?;
        self.logs.fetch_or(new.is_logged(), Ordering::Relaxed);
        self.write(|known| known.machines.insert(name.into(), Arc::new(new)));
        Ok(result)
    }

    /// True if some executions may be logged: else nobody asks about each.
    pub(crate) fn logs(&self) -> bool {
        self.logs.load(Ordering::Relaxed)
    }

    /// The first time that is after all starts.
    fn after_starts(&self) -> Timestamp {
        after(*self.started.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Removes a machine that was deleted, and its definitions: the record is the last, so that after a crash it is tried
    /// again. Called with the guard of [`Catalog::alone`].
    pub(crate) async fn free(&self, machine: &Machine) -> StoreResult<()> {
        for number in machine.documents.keys() {
            let name = format!("{DOCUMENTS}{}/{number}", machine.name);
            parts::remove(&*self.store, &name).await?;
        }
        parts::remove(&*self.store, &format!("{MACHINES}{}", machine.name)).await?;
        self.write(|known| known.machines.remove(&*machine.name));
        Ok(())
    }

    /// Writes a machine, its new definitions first.
    async fn keep(&self, old: Option<&Machine>, new: &Machine) -> StoreResult<()> {
        let had = |number: &u64| old.is_some_and(|old| old.documents.contains_key(number));
        let name = |number: &u64| format!("{DOCUMENTS}{}/{number}", new.name);
        for (number, document) in new.documents.iter().filter(|(number, _)| !had(number)) {
            parts::write(&*self.store, &name(number), document.text().as_bytes()).await?;
        }
        put(&*self.store, &format!("{MACHINES}{}", new.name), new).await?;
        for number in old.iter().flat_map(|old| old.documents.keys()) {
            if !new.documents.contains_key(number) {
                parts::remove(&*self.store, &name(number)).await?;
            }
        }
        Ok(())
    }

    /// The same of an activity; `None` in the result removes it. `then` is called before another change is made.
    pub(crate) async fn change_activity<T>(
        &self,
        name: &str,
        change: impl FnOnce(Option<&Activity>) -> Result<(Option<Activity>, T), Refusal>,
        then: impl FnOnce(),
    ) -> Result<T, Refusal> {
        let _alone = self.gate.write().await;
        let old = self.activity(name);
        let (new, result) = change(old.as_deref())?;
        let key = format!("{ACTIVITIES}{name}");
        match new {
            Some(new) => {
                put(&*self.store, &key, &new).await.map_err(refused)?;
                self.write(|known| known.activities.insert(name.into(), Arc::new(new)));
            }
            None if old.is_some() => {
                parts::remove(&*self.store, &key).await.map_err(refused)?;
                self.write(|known| known.activities.remove(name));
            }
            None => {}
        }
        then();
        Ok(result)
    }
}

/// The first time after another.
pub(crate) fn after(time: Timestamp) -> Timestamp {
    time.checked_add(SignedDuration::from_nanos(1)).unwrap_or(time)
}

async fn records<T: DeserializeOwned>(
    store: &dyn Store,
    prefix: &str,
) -> StoreResult<Vec<(String, T)>> {
    let mut all = vec![];
    for (name, bytes) in parts::read(store, prefix).await? {
        let record = serde_json::from_slice(&bytes).map_err(|_| damaged(&name))?;
        all.push((name, record));
    }
    Ok(all)
}

async fn put(store: &dyn Store, name: &str, record: &impl Serialize) -> StoreResult<()> {
    let bytes = serde_json::to_vec(record);
    let bytes = bytes.map_err(|error| StoreError::Refused(format!("`{name}`: {error}")))?;
    parts::write(store, name, &bytes).await
}

fn damaged(name: &str) -> StoreError {
    StoreError::Fatal(format!("the value `{name}` of the store cannot be read"))
}

/// The answer to a call that the store failed: its own words may name files, and go to the log.
pub(crate) fn refused(error: StoreError) -> Refusal {
    tracing::error!(%error, "the store failed a call");
    match error {
        StoreError::Stalled(_) => {
            let message = "The store cannot be written at the moment. Try again later.";
            Refusal::new("ServiceUnavailable", message)
        }
        _ => Refusal::new("InternalFailure", "The store failed. The server's log says why."),
    }
}
