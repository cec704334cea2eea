//! Distributed Maps: the events of a run of one. Its items are executions of their own.

use crate::engine::distributed;
use crate::engine::fail::located;
use crate::engine::pool::{Outcome, What};
use crate::engine::run::Run;
use crate::engine::{Engine, Within, name};
use crate::failure::Failure;
use crate::history::{Details, EventType, ItemFailed};
use crate::key::{Attempt, attempt_name};
use crate::machine::distributed::EXCEEDED;
use crate::machine::{Distributed, Event, IdempotencyKey, Kind};
use crate::payload::Payload;
use crate::place::Place;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// The arguments of a run of a distributed Map.
pub struct MapRun {
    /// The engine, for the executions of the items.
    pub engine: Engine,
    /// The ARN of the run.
    pub arn: Arc<str>,
    /// The name of the run: the last part of its ARN.
    pub name: Arc<str>,
    /// The name of the state machine of the items: that of the execution, and the label.
    pub machine: Arc<str>,
    /// The ARN of the execution that it is in.
    pub(crate) around: Arc<str>,
    /// The ARN of its role, which its items have, too.
    pub(crate) role: Arc<str>,
    /// The position of its children, but for their index: the ordinal of the Map, and its attempt, come last.
    pub(crate) at: Within,
    /// True if some of its executions may have begun before a crash.
    pub(crate) again: bool,
    /// True once the execution around it is left as the store has it.
    pub(crate) left: Arc<AtomicBool>,
    /// The place for the item that makes it fail.
    pub(crate) failed: FailedBy,
}

/// The item that made a run fail, once there is one.
pub(crate) type FailedBy = Arc<OnceLock<Arc<ItemFailed>>>;

impl MapRun {
    /// The name of the execution of an item or a batch: has the form of a UUID, and is the same each time.
    #[must_use]
    pub fn child(&self, index: usize) -> String {
        MapRun::child_of(&self.name, index)
    }

    /// The same of the run of this name.
    #[must_use]
    pub fn child_of(run: &str, index: usize) -> String {
        uuid(&format!("{run} {index}"))
    }

    /// Returns where a child is, from the outermost workflow on.
    pub(crate) fn below(&self, index: u32) -> Within {
        let mut within = self.at.clone();
        if let Some((_, last)) = within.path.last_mut() {
            *last = index;
        }
        within
    }

    /// The ARN of the state machine of the items.
    #[must_use]
    pub fn machine_arn(&self) -> Arc<str> {
        self.engine.place().machine(&self.machine)
    }
}

impl Run {
    /// Begins a run of a distributed Map.
    pub(crate) fn distribute(&mut self, id: u32, distributed: Distributed) {
        if !self.renew(id) {
            self.begin_map_run(id, distributed);
        }
    }

    fn begin_map_run(&mut self, id: u32, distributed: Distributed) {
        let Distributed { length, label, plan } = distributed;
        let Some(name) = self.map_run_attempt(id) else { return };
        let mut at = self.whole_path(id);
        let Some(scope) = self.scopes.get_mut(id) else { return };
        // What was written before a crash stands in the history already.
        let told = scope.times().begun.is_some();
        if !told {
            let started = EventType::StateStarted(Kind::Map);
            let details = || Details::MapStateStarted { length };
            scope.trace.last = self.log.push(started, scope.trace.last, details);
        }
        let begun = plan.and_then(|plan| Ok((plan, scope.machine.processor()?)));
        let (plan, processor) = match begun {
            Ok(begun) => begun,
            Err(failure) => return self.fault(id, None, failure),
        };
        let (name, machine, arn) = self.named_map_run(&name, label);
        if !told {
            let Some(scope) = self.scopes.get_mut(id) else { return };
            let details = || Details::MapRunStarted { arn: arn.clone() };
            scope.trace.last = self.log.push(EventType::MapRunStarted, scope.trace.last, details);
            if self.hold_distributed(id) {
                return;
            }
        }
        let Some(scope) = self.scopes.get_mut(id) else { return };
        if std::mem::take(&mut scope.times_mut().submitted) {
            let details =
                Details::Redriven { count: self.origin.identity.redrives, run: Some(arn.clone()) };
            scope.trace.last =
                self.log.push(EventType::MapRunRedriven, scope.trace.last, || details);
            // Who asks for the run meanwhile is told that it runs again.
            self.touch_soon(id);
        }
        let again = self.resumed;
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let engine = Engine(self.core.clone());
        at.path.push((scope.ordinal, 0));
        at.forks.push(scope.attempt + 1);
        (at.kind, at.round) = (plan.kind, self.origin.identity.redrives);
        let run = MapRun {
            engine,
            arn: arn.clone(),
            around: self.origin.identity.id.clone(),
            role: self.origin.identity.role.clone(),
            name: name.into(),
            machine,
            at,
            again,
            left: self.left.clone(),
            failed: FailedBy::default(),
        };
        scope.waiting().map_run = Some(run.failed.clone());
        let run = distributed::run(plan, processor, run);
        let under_way = UnderWay::new(&self.waits.map_runs);
        let body = Box::pin(async move {
            let _under_way = under_way;
            run.await.map(Payload::Json)
        });
        let owner = self.scopes.owner(id, What::Body);
        match self.waits.pool.start(owner, body, tracing::debug_span!("map run", %arn)) {
            Ok(outcome) => self.answered(id, outcome),
            Err(slot) => {
                if let Some(scope) = self.scopes.get_mut(id) {
                    scope.waiting().body = Some(slot);
                }
            }
        }
    }

    /// The name of the attempt that a run is of. A redrive goes on with the same run; another attempt of a Parallel or Map
    /// around has one of its own.
    fn map_run_attempt(&self, id: u32) -> Option<String> {
        let scope = self.scopes.get(id)?;
        let key = scope.key.idempotency(self.origin.name_key, scope.ordinal);
        let name = attempt_name(key, Attempt { retries: scope.attempt, ..Attempt::default() });
        let forks = self.scopes.forks(id);
        let first = forks.iter().all(|attempt| *attempt == 1);
        Some(if first { name } else { format!("{name} {forks:?}") })
    }

    /// The name of a run of a distributed Map, made from that of its attempt; the state machine of its items, and its ARN.
    fn named_map_run(&self, attempt: &str, label: Option<String>) -> (String, Arc<str>, Arc<str>) {
        let name = uuid(attempt);
        let label = label.unwrap_or_else(|| uuid(&format!("label {name}")));
        let machine: Arc<str> = format!("{}/{label}", self.origin.identity.machine_name).into();
        let Place { region, account, .. } = self.core.place();
        let arn = format!("arn:aws:states:{region}:{account}:mapRun:{machine}:{name}").into();
        (name, machine, arn)
    }

    /// A run of a distributed Map has come to its end.
    pub(crate) fn map_run_ended(&mut self, id: u32, outcome: Outcome, by: &FailedBy) {
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let last = scope.trace.last;
        match outcome {
            Ok(output) => {
                // Recorded: what comes next follows from the start of the run.
                let ended = self.log.push(EventType::MapRunSucceeded, last, || Details::None);
                self.log.push(EventType::StateSucceeded(Kind::Map), ended, || Details::None);
                scope.trace.result = if self.log.is_full() { output.text().ok() } else { None };
                self.step_later(id, Event::Done(output));
            }
            Err(failure) => {
                let name = scope.info().map_or(String::new(), |info| info.name.to_string());
                let failure: Failure = located(failure, &name, scope.trace.entered);
                let mut details = crate::engine::log::failed(failure.error(), failure.reported());
                if let Details::Failed { item, .. } = &mut details
                    && failure.error() == EXCEEDED.0
                {
                    *item = by.get().cloned();
                }
                scope.trace.last = self.log.push(EventType::MapRunFailed, last, || details);
                self.failed(id, failure);
            }
        }
    }
}

/// A run that is under way, until it ends or is dropped: its executions let virtual time pass, not the parent.
struct UnderWay(Arc<AtomicUsize>);

impl UnderWay {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        UnderWay(count.clone())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A name of the form of a UUID, made from a text.
pub(crate) fn uuid(text: &str) -> String {
    let (high, low) = IdempotencyKey::from(text).halves();
    name(high, low).to_string()
}
