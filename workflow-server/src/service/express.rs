//! EXPRESS executions for the console: the latest ones with their histories, in memory.

use super::{Begin, Inner, Service, Target};
use jiff::Timestamp;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use workflow_runtime::Execution;
use workflow_runtime::engine::Observer;
use workflow_runtime::history::{Details, HistoryEvent};
use workflow_runtime::store::Status;

/// The executions that are shown, and the bytes that their histories may have together.
const MOST: usize = 1_000;
const BYTES: usize = 16 << 20;
/// The executions that are looked at with each start: those that have ended are weighed.
const LOOKED_AT: usize = 4;
/// The pause after which all that run are looked at.
const PAUSE: Duration = Duration::from_secs(1);

/// An EXPRESS execution.
pub(crate) struct Express {
    pub(crate) observer: Observer,
    /// The name of its machine.
    pub(crate) machine: Arc<str>,
    pub(crate) name: String,
    pub(crate) input: Arc<str>,
    /// The number of its revision.
    pub(crate) revision: u64,
    pub(crate) version: Option<u64>,
    pub(crate) alias: Option<String>,
    /// Its number among the executions since the start of the server.
    pub(crate) number: u64,
}

/// The end of an EXPRESS execution.
pub(crate) struct End {
    pub(crate) time: Timestamp,
    pub(crate) output: Option<Arc<str>>,
    pub(crate) error: Option<Arc<str>>,
    pub(crate) cause: Option<Arc<str>>,
}

impl Express {
    /// Its end, as its history tells it; `None` while it runs.
    pub(crate) fn end(&self) -> Option<End> {
        if self.observer.status() == Status::Running {
            return None;
        }
        let history = self.observer.history();
        let last = history.last()?;
        let (mut output, mut error, mut cause) = (None, None, None);
        match &last.details {
            Details::ExecutionSucceeded { output: it } => output = it.clone(),
            Details::Failed { error: name, cause: why, .. } => {
                (error, cause) = (name.clone(), why.clone());
            }
            _ => {}
        }
        Some(End { time: last.time, output, error, cause })
    }

    /// The state that it entered last.
    pub(crate) fn state(&self) -> Option<Arc<str>> {
        let history = self.observer.history();
        history.iter().rev().find_map(|event| match &event.details {
            Details::StateEntered { name, .. } => Some(name.clone()),
            _ => None,
        })
    }
}

/// The latest EXPRESS executions.
#[derive(Default)]
pub(super) struct Latest(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// The oldest first, with the bytes of those that were weighed.
    all: VecDeque<Arc<Express>>,
    by: HashMap<Arc<str>, Arc<Express>>,
    /// Those that ran when they were looked at.
    running: VecDeque<Arc<Express>>,
    weights: HashMap<u64, usize>,
    bytes: usize,
    last: u64,
    /// True while somebody looks after those that run.
    attended: bool,
}

impl Kept {
    fn add(&mut self, mut express: Express) {
        self.last += 1;
        express.number = self.last;
        let express = Arc::new(express);
        self.by.insert(express.observer.id().into(), express.clone());
        self.running.push_back(express.clone());
        self.all.push_back(express);
        self.weigh(LOOKED_AT);
        self.trim();
    }

    /// Removes the oldest beyond the bounds.
    fn trim(&mut self) {
        while self.all.len() > MOST || (self.bytes > BYTES && self.all.len() > 1) {
            self.remove_oldest();
        }
    }

    /// Weighs those that have ended since, of so many.
    fn weigh(&mut self, most: usize) {
        for _ in 0..most.min(self.running.len()) {
            let Some(express) = self.running.pop_front() else { return };
            if !self.by.contains_key(express.observer.id()) {
                continue;
            }
            if express.observer.status() == Status::Running {
                self.running.push_back(express);
                continue;
            }
            let history = express.observer.history();
            let bytes = express.input.len() + history.iter().map(HistoryEvent::size).sum::<usize>();
            self.weights.insert(express.number, bytes);
            self.bytes += bytes;
        }
    }

    fn remove_oldest(&mut self) {
        let Some(oldest) = self.all.pop_front() else { return };
        self.by.remove(oldest.observer.id());
        self.bytes -= self.weights.remove(&oldest.number).unwrap_or(0);
    }
}

impl Latest {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Service {
    /// Shows an EXPRESS execution in the console from now on.
    pub(super) fn show(
        &self,
        execution: &Execution,
        target: &Target,
        begin: &Begin<'_>,
        name: &str,
    ) {
        let express = Express {
            observer: execution.observer(),
            machine: target.machine.name.as_str().into(),
            name: name.to_owned(),
            input: begin.input.clone(),
            revision: target.revision.number,
            version: target.version,
            alias: target.alias.clone(),
            number: 0,
        };
        let attended = {
            let mut kept = self.0.shown.lock();
            kept.add(express);
            std::mem::replace(&mut kept.attended, true)
        };
        if !attended {
            tokio::spawn(attend(Arc::downgrade(&self.0)));
        }
        if self.0.store.is_heard() {
            self.tell_of(execution.observer());
        }
    }

    /// Tells those who listen of an EXPRESS execution, as long as it runs.
    pub(crate) fn tell_of(&self, observer: Observer) {
        let store = self.0.store.clone();
        tokio::spawn(async move {
            let (id, mut progress): (Arc<str>, _) = (observer.id().into(), observer.progress());
            loop {
                let next = progress.next().await;
                store.tell_of(&id);
                if next.is_none() || !store.is_heard() {
                    return;
                }
            }
        });
    }

    /// The EXPRESS execution of this ARN, if it is one of the latest.
    pub(crate) fn express(&self, arn: &str) -> Option<Arc<Express>> {
        self.0.shown.lock().by.get(arn).cloned()
    }

    /// The latest EXPRESS executions of a machine, or of all: the latest first.
    pub(crate) fn latest_express(&self, machine: Option<&str>) -> Vec<Arc<Express>> {
        let kept = self.0.shown.lock();
        let own = |it: &&Arc<Express>| machine.is_none_or(|machine| *it.machine == *machine);
        kept.all.iter().rev().filter(own).cloned().collect()
    }
}

/// Weighs executions as they end, as long as some run: the bound holds without another start.
async fn attend(service: Weak<Inner>) {
    loop {
        tokio::time::sleep(PAUSE).await;
        let Some(service) = service.upgrade() else { return };
        let mut kept = service.shown.lock();
        kept.weigh(usize::MAX);
        kept.trim();
        if kept.running.is_empty() {
            kept.attended = false;
            return;
        }
    }
}
