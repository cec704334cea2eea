//! Executions that go on by themselves: those that a crash interrupted, and those that were left to the store while
//! they waited.

mod due;

use crate::engine::Engine;
use crate::engine::execution::Execution;
use crate::engine::registry::Registered;
use crate::engine::reminder::Reminder;
use crate::engine::resume::Revive;
use crate::engine::unwritten::Held;
use crate::failure::Failure;
use crate::lock::lock;
use crate::payload::Payload;
use crate::store::{Begun, Described, Query, Result, Status, StoreError};
use due::{attend, take_up_rest};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::Notify;

/// The number of executions that are taken up before others get their turn.
const SLICE: usize = 256;
/// Seconds until the store is asked again whatever it said last: another process may have written to it.
const PATIENCE: f64 = 30.0;
/// Seconds until a store that could not be read is asked again.
const AGAIN: f64 = 1.0;

/// The result of a call about one execution: an error of the store is among the failures.
type Taken<T> = std::result::Result<T, Failure>;

/// The executions that were open when an engine began, from [`Engine::recover`].
#[derive(Default)]
#[must_use = "it tells which executions could not go on"]
pub struct Recovered {
    /// The executions that continue. Dropping a handle does not stop its execution.
    pub running: Vec<Execution>,
    /// The executions that cannot continue in this engine, each with the reason. They stay in the store as they are.
    pub left: Vec<(Begun, Failure)>,
}

/// The engine's care for executions that are not in memory.
#[derive(Default)]
pub(crate) struct Recovery {
    attended: AtomicBool,
    rouse: Arc<Notify>,
    /// Executions that cannot continue here: they are not tried again.
    left: Mutex<HashSet<Arc<str>>>,
    /// Executions to look at: a store interrupted them which could not write for the moment, or they may have nobody.
    stalled: Mutex<Vec<Arc<str>>>,
    reminder: Reminder,
    /// Executions with commits that are not written: nobody takes them up here.
    pub(crate) held: Held,
    /// Executions that were asked to end when a store interrupted them: when, and for which reason.
    stops: Mutex<HashMap<Arc<str>, (Timestamp, Failure)>>,
}

impl Recovery {
    /// Has the store asked for executions that are due.
    pub(crate) fn rouse(&self) {
        self.rouse.notify_one();
    }

    /// The bell that has the store asked.
    pub(crate) fn bell(&self) -> &Arc<Notify> {
        &self.rouse
    }

    /// True if executions may be left to the store: somebody takes them up again.
    pub(crate) fn is_attended(&self) -> bool {
        self.attended.load(Ordering::Relaxed)
    }

    /// Has an execution taken up, if it is open and does not run here: it was interrupted, and goes on when its store can be
    /// used, or nobody else goes on with it.
    pub(crate) fn look_at(&self, id: &Arc<str>) {
        if self.is_attended() {
            lock(&self.stalled).push(id.clone());
            self.rouse();
        }
    }

    /// Takes note of an execution that cannot continue here.
    pub(crate) fn leave(&self, id: &Arc<str>) {
        self.left().insert(id.clone());
    }

    /// Has an execution tried again that could not go on: it was told to stop, or goes on.
    pub(crate) fn forgive(&self, id: &str) {
        self.left().remove(id);
    }

    /// Takes note of why an execution that was interrupted just now is to end, if it is; and forgets why an earlier one was.
    pub(crate) fn keep_stop(&self, id: &Arc<str>, why: Option<(Timestamp, Failure)>) {
        match why.filter(|_| self.is_attended()) {
            Some(why) => drop(lock(&self.stops).insert(id.clone(), why)),
            None => drop(lock(&self.stops).remove(id)),
        }
    }

    /// The reason why an execution is to end that was interrupted before it could write that.
    pub(crate) fn stop_of(&self, known: &Begun) -> Option<Failure> {
        let stops = lock(&self.stops);
        let asked = stops.get(&known.id).filter(|(asked, _)| known.started <= *asked);
        asked.map(|(_, why)| why.clone())
    }

    fn left(&self) -> MutexGuard<'_, HashSet<Arc<str>>> {
        lock(&self.left)
    }
}

impl Engine {
    /// Continues all executions in the store that were busy at their last commit. Waiting executions are loaded when
    /// they are due, or when a message for them arrives. Histories are not read: that of a handle begins with what happens
    /// from now on, and what came before is read once [`Execution::history`] or [`Execution::progress`] asks for it.
    /// The engine must know their workflows:
    /// [`EngineBuilder::workflow`](crate::engine::EngineBuilder::workflow). Call this once, when no other engine drives
    /// executions of the store.
    ///
    /// From then on, an execution that waits for long, and whose handle nobody holds, leaves memory until it is due.
    /// [Schedules](Engine::schedule) start their runs. Ended executions are removed by the rule of
    /// [`EngineBuilder::retention`](crate::engine::EngineBuilder::retention).
    ///
    /// ```
    /// # use workflow_runtime::store::{MemoryStore, StoreError};
    /// # use workflow_runtime::{Engine, Workflow};
    /// # async fn example<pay: Workflow>() -> Result<(), StoreError> {
    /// let engine = Engine::builder().workflow::<pay>().store(MemoryStore::default()).build();
    /// for execution in engine.recover().await?.running {
    ///     println!("continues: {}", execution.name());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn recover(&self) -> Result<Recovered> {
        let store = self.kept()?.clone();
        let mut query = Query { status: Some(Status::Running), limit: SLICE, ..Query::default() };
        // A virtual clock does not bring anybody to ask again.
        query.busy = !self.0.clock.is_virtual();
        // All are listed before one is taken up: the executions that those begin are not among them.
        let (mut open, mut rest) = (vec![], vec![]);
        loop {
            let mut page = store.list(query.clone()).await?;
            let room = self.room().saturating_sub(open.len()).min(page.executions.len());
            rest.extend(page.executions.drain(room..).map(|known| known.begun.id));
            open.extend(page.executions);
            match page.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
        }
        // From here on those that are interrupted are remembered, though nobody looks at them before all are taken up.
        let recovery = &self.0.recovery;
        let begins = !self.0.clock.is_virtual() && !recovery.attended.swap(true, Ordering::Relaxed);
        let recovered = self.take_up_open(open).await;
        if recovered.is_ok() && !rest.is_empty() {
            tokio::spawn(take_up_rest(Arc::downgrade(&self.0), rest));
        }
        if begins {
            tokio::spawn(attend(Arc::downgrade(&self.0), recovery.rouse.clone()));
            self.attend_schedules();
            self.attend_retention();
        }
        recovered
    }

    async fn take_up_open(&self, mut open: Vec<Described>) -> Result<Recovered> {
        let mut recovered = Recovered::default();
        while !open.is_empty() {
            let slice = open.drain(..open.len().min(SLICE)).collect();
            for (begun, taken) in self.take_up_all(slice).await {
                self.note(begun, taken, &mut recovered).await?;
            }
            tokio::task::yield_now().await;
        }
        Ok(recovered)
    }

    /// Continues one execution in the store, by its ARN, and no other. Works for any workflow that the engine knows;
    /// [`Engine::resume_workflow`] does the same with the types of one workflow. An ended execution returns its result
    /// again.
    ///
    /// # Errors
    /// The store cannot be read or has no such execution; or the execution cannot continue in this engine, and stays as
    /// it is.
    pub async fn recover_one(&self, execution: &str) -> std::result::Result<Execution, Failure> {
        let known = self.kept().map_err(|error| error.interruption())?.describe(execution).await;
        let known = known.map_err(|error| error.interruption())?;
        let unknown = || StoreError::unknown(execution).interruption();
        self.take_up(known.ok_or_else(unknown)?).await
    }

    async fn note(
        &self,
        begun: Begun,
        taken: Taken<Execution>,
        recovered: &mut Recovered,
    ) -> Result<()> {
        match taken {
            Ok(execution) => recovered.running.push(execution),
            Err(failure) => match self.error_of_store(&failure, &begun.id).await {
                Some(error) => return Err(error),
                None => {
                    self.0.recovery.leave(&begun.id);
                    recovered.left.push((begun, failure));
                }
            },
        }
        Ok(())
    }

    /// The error of the store that kept an execution from going on. `None` if it is the execution alone that cannot be
    /// read: others can.
    async fn error_of_store(&self, failure: &Failure, id: &str) -> Option<StoreError> {
        match store_error(failure)? {
            // A store that stalls by now is not lost.
            StoreError::Fatal(_) => self.describe(id).await.err(),
            // It was removed while it was being taken up.
            _ if matches!(self.describe(id).await, Ok(None)) => None,
            error => Some(error),
        }
    }

    /// Goes on with several executions at the same time.
    async fn take_up_all(&self, all: Vec<Described>) -> Vec<(Begun, Taken<Execution>)> {
        let begun: Vec<_> = all.iter().map(|known| known.begun.clone()).collect();
        let engine = self.clone();
        let taken = at_once(all, move |known| {
            let engine = engine.clone();
            async move {
                let revive = engine.revival(&known)?;
                engine.go_on_unread(known, revive).await
            }
        });
        begun.into_iter().zip(taken.await).collect()
    }

    /// Goes on with an execution of a workflow that the engine knows.
    async fn take_up(&self, known: Described) -> Taken<Execution> {
        let revive = self.revival(&known)?;
        self.go_on(known, revive, Ok::<Payload, Failure>).await
    }

    /// The way in which the machine of an execution of a workflow that the engine knows is made again.
    fn revival(&self, known: &Described) -> Taken<Revive> {
        let registered = self.registered(&known.begun.machine)?.clone();
        let begun = known.begun.clone();
        Ok(Box::new(move |identity, record| (registered.revive)(&begun, identity, record)))
    }

    /// The workflow of this name, which the engine must know.
    pub(crate) fn registered(&self, machine: &str) -> Taken<&Registered> {
        self.0.registry.find(machine).ok_or_else(|| {
            Failure::runtime(format!(
                "the engine does not know the workflow `{machine}`: `Engine::builder().workflow::<..>()`"
            ))
        })
    }
}

/// Does the same with all of these at the same time, so that their calls of the store share reads and writes. The results
/// are in the order of the things.
async fn at_once<T, D, F>(all: Vec<T>, work: impl Fn(T) -> F) -> Vec<Taken<D>>
where
    D: Send + 'static,
    F: Future<Output = Taken<D>> + Send + 'static,
{
    let tasks: Vec<_> = all.into_iter().map(|it| tokio::spawn(work(it))).collect();
    let mut done = Vec::with_capacity(tasks.len());
    for task in tasks {
        let panicked = |error| Err(Failure::runtime(format!("the recovery panicked: {error}")));
        done.push(task.await.unwrap_or_else(panicked));
    }
    done
}

/// The error of a store that interrupted an execution.
fn store_error(failure: &Failure) -> Option<StoreError> {
    let interrupted = failure.is_interruption() && failure.as_blocked().is_none();
    let error = if failure.is_stalled() { StoreError::Stalled } else { StoreError::Fatal };
    interrupted.then(|| error(failure.reported()))
}
