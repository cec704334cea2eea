//! Executions that go on by themselves: those that a crash interrupted, and those that were left to the store while
//! they waited.

use crate::clock::later;
use crate::engine::execution::Execution;
use crate::engine::{Core, Engine};
use crate::failure::Failure;
use crate::payload::Payload;
use crate::store::{Begun, Described, Query, Result, Status, StoreError};
use jiff::Timestamp;
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use tokio::sync::Notify;

/// The number of executions that are taken up before others get their turn.
const SLICE: usize = 256;
/// Seconds until the store is asked again whatever it said last: another process may have written to it.
const PATIENCE: f64 = 30.0;
/// Seconds until a store that could not be read is asked again.
const AGAIN: f64 = 1.0;

/// The executions that were open when an engine began, from [`Engine::recover`].
#[derive(Default)]
#[must_use = "it tells which executions could not go on"]
pub struct Recovered {
    /// Those that go on. Dropping a handle does not stop its execution.
    pub running: Vec<Execution>,
    /// Those that cannot go on here, and why. They stay open.
    pub left: Vec<(Begun, Failure)>,
}

/// The engine's care for executions that are not in memory.
#[derive(Default)]
pub(crate) struct Recovery {
    attended: AtomicBool,
    rouse: Arc<Notify>,
    /// Executions that cannot go on here: they are not tried again.
    left: Mutex<HashSet<Arc<str>>>,
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

    fn left(&self) -> MutexGuard<'_, HashSet<Arc<str>>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    /// Goes on with all executions in the store that were doing something when they were last written, and takes up the
    /// others as soon as they are due or are told something. The engine must know their workflows:
    /// [`EngineBuilder::workflow`](crate::engine::EngineBuilder::workflow). Call it once, when no other engine drives
    /// executions of the store.
    ///
    /// From then on an execution that waits for long, and whose handle nobody holds, leaves memory until it is due.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn recover(&self) -> Result<Recovered> {
        let store = self.kept()?.clone();
        let mut query = Query { status: Some(Status::Running), limit: SLICE, ..Query::default() };
        // A virtual clock does not bring anybody to ask again.
        query.busy = !self.0.clock.is_virtual();
        let mut recovered = Recovered::default();
        loop {
            let page = store.list(query.clone()).await?;
            for known in page.executions {
                self.recover_one(known, &mut recovered).await?;
            }
            match page.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
            tokio::task::yield_now().await;
        }
        if !self.0.clock.is_virtual() && !self.0.recovery.attended.swap(true, Ordering::Relaxed) {
            tokio::spawn(attend(Arc::downgrade(&self.0), self.0.recovery.rouse.clone()));
        }
        Ok(recovered)
    }

    async fn recover_one(&self, known: Described, recovered: &mut Recovered) -> Result<()> {
        let begun = known.begun.clone();
        match self.take_up(known).await {
            Ok(execution) => recovered.running.push(execution),
            Err(failure) => match failure.store_error() {
                Some(error) => return Err(error),
                None => {
                    self.0.recovery.left().insert(begun.id.clone());
                    recovered.left.push((begun, failure));
                }
            },
        }
        Ok(())
    }

    /// Goes on with an execution of a workflow that the engine knows.
    async fn take_up(&self, known: Described) -> std::result::Result<Execution, Failure> {
        let machine = known.begun.machine.clone();
        let Some(registered) = self.0.registry.find(&machine).cloned() else {
            return Err(Failure::runtime(format!(
                "the engine does not know the workflow `{machine}`: `Engine::builder().workflow::<..>()`"
            )));
        };
        let begun = known.begun.clone();
        let revive = move |identity: &_, record| (registered.revive)(&begun, identity, record);
        self.go_on(known, revive, Ok::<Payload, Failure>).await
    }

    /// Takes up executions that are due: at most a slice of them. Returns when to look again.
    async fn take_up_due(&self) -> Result<Option<Timestamp>> {
        let store = self.kept()?.clone();
        let left = self.0.recovery.left().len();
        let due = store.due(self.now(), SLICE + left).await?;
        for id in due.executions {
            if self.0.directory.has(&id) || self.0.recovery.left().contains(&id) {
                continue;
            }
            let Some(known) = store.describe(&id).await? else { continue };
            if known.status != Status::Running {
                continue;
            }
            if let Err(failure) = self.take_up(known).await {
                if let Some(error) = failure.store_error() {
                    return Err(error);
                }
                tracing::warn!(execution = &*id, cause = failure.cause(), "cannot go on");
                self.0.recovery.left().insert(id);
            }
        }
        Ok(due.next)
    }
}

/// Takes up executions as they are due, until the engine is gone.
async fn attend(core: Weak<Core>, rouse: Arc<Notify>) {
    loop {
        let Some(core) = core.upgrade() else { return };
        let engine = Engine(core);
        let now = engine.now();
        let next = match engine.take_up_due().await {
            Ok(next) => next.unwrap_or(Timestamp::MAX).min(later(now, PATIENCE)),
            Err(error) => {
                tracing::warn!(%error, "the store cannot be asked for executions that are due");
                later(now, AGAIN)
            }
        };
        let sleep = engine.0.clock.wait(next);
        // Who only sleeps does not keep it alive.
        drop(engine);
        tokio::select! {
            () = sleep => tokio::task::yield_now().await,
            () = rouse.notified() => {}
        }
    }
}

impl Failure {
    /// The error of a store that interrupted an execution.
    fn store_error(&self) -> Option<StoreError> {
        let interrupted = self.is_interruption() && self.as_blocked().is_none();
        interrupted.then(|| StoreError::Stalled(self.cause()))
    }
}
