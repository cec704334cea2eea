//! Executions that are taken up as they are due, as there is room for them, or as the store can be used again.

use super::{AGAIN, PATIENCE, SLICE, at_once};
use crate::clock::{later, passed};
use crate::engine::waiting::Figure;
use crate::engine::{Core, Engine};
use crate::lock::lock;
use crate::store::{Due, Result, Status, Store, StoreError};
use jiff::Timestamp;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::Notify;

/// Takes up executions as they are due, until the engine is gone.
pub(super) async fn attend(core: Weak<Core>, rouse: Arc<Notify>) {
    let mut figure = Figure::default();
    loop {
        let Some(core) = core.upgrade() else { return };
        let engine = Engine(core);
        if engine.0.shutdown.is_closing() {
            return;
        }
        let room = engine.room_for_due().await;
        let now = engine.now();
        let next = match engine.take_up_due(room).await {
            Ok(next) => next.unwrap_or(Timestamp::MAX).min(later(now, PATIENCE)),
            Err(StoreError::Fatal(why)) => return lost(&why),
            Err(error) => {
                tracing::warn!(%error, "the store cannot be asked for executions that are due");
                later(now, AGAIN)
            }
        };
        figure.report(&engine).await;
        let sleep = engine.0.clock.wait(next);
        // Who only sleeps does not keep it alive.
        drop(engine);
        tokio::select! {
            () = sleep => tokio::task::yield_now().await,
            () = rouse.notified() => {}
            // Time that passes, whatever the clock shows: it may have been set back.
            () = tokio::time::sleep(Duration::from_secs_f64(PATIENCE)) => {}
        }
    }
}

/// Takes up the open executions for which there was no room, as soon as there is.
pub(super) async fn take_up_rest(core: Weak<Core>, mut rest: Vec<Arc<str>>) {
    rest.reverse();
    while !rest.is_empty() {
        let Some(engine) = core.upgrade().map(Engine) else { return };
        let room = engine.room_for_due().await.min(rest.len());
        if engine.0.shutdown.is_closing() {
            return;
        }
        let slice: Vec<_> = rest.drain(rest.len() - room..).rev().collect();
        let Ok(store) = engine.kept().cloned() else { return };
        match engine.take_up_known(&store, slice).await {
            Ok(()) => {}
            Err(StoreError::Fatal(why)) => return lost(&why),
            // They are among those that the store interrupted.
            Err(error) => {
                tracing::warn!(%error, "the store cannot be asked for open executions");
                passed(&*engine.0.clock, AGAIN).await;
            }
        }
    }
}

fn lost(why: &str) {
    tracing::error!(why, "the store is lost: no execution is taken up any more");
}

impl Engine {
    /// Takes up executions that are due, and those that the store interrupted: at most so many of each. Returns when to
    /// look again.
    async fn take_up_due(&self, room: usize) -> Result<Option<Timestamp>> {
        let store = self.kept()?.clone();
        let stalled = self.take_stalled(room);
        let again = (!stalled.is_empty()).then(|| later(self.now(), AGAIN));
        self.take_up_known(&store, stalled).await?;
        let (due, here) = self.due_elsewhere(&*store, room).await?;
        self.take_up_known(&store, due.executions).await?;
        let reminder = &self.0.recovery.reminder;
        let unheard = reminder.remind(here, &*store, &self.0.callbacks).await?;
        let unheard = unheard.map(|seconds| later(self.now(), seconds));
        Ok(due.next.into_iter().chain(again).chain(unheard).min())
    }

    /// Takes some of the executions that the store interrupted.
    fn take_stalled(&self, room: usize) -> Vec<Arc<str>> {
        let mut stalled = lock(&self.0.recovery.stalled);
        let slice = stalled.len().min(room);
        stalled.drain(..slice).collect()
    }

    /// Lists executions that are due, at most so many; and those in memory among them, which see to themselves. Those that
    /// cannot go on here do not keep others from it, however many they are.
    async fn due_elsewhere(&self, store: &dyn Store, room: usize) -> Result<(Due, Vec<Arc<str>>)> {
        let now = self.now();
        let mut most = room.saturating_add(self.0.recovery.left().len());
        loop {
            let Due { mut executions, mut next } = store.due(now, most).await?;
            let whole = executions.len() < most;
            let (elsewhere, others) = executions.into_iter().partition(|id| self.is_elsewhere(id));
            executions = elsewhere;
            if executions.len() > room {
                executions.truncate(room);
                // The others are due now, whatever is after them.
                next = Some(now);
            }
            if whole || executions.len() >= room {
                let mut here: Vec<_> = others;
                here.retain(|id| self.0.directory.has(id));
                return Ok((Due { executions, next }, here));
            }
            most = most.saturating_mul(2);
        }
    }

    /// True if an execution is in the memory of no engine of this process, and may be able to go on here.
    fn is_elsewhere(&self, id: &Arc<str>) -> bool {
        let recovery = &self.0.recovery;
        !self.0.directory.has(id)
            && !self.0.callbacks.is_heard_elsewhere(id)
            && !recovery.held.has(id)
            && !recovery.left().contains(id)
    }

    /// Waits until there is room for executions that are due. Returns for how many: not more than a slice, so that others
    /// get their turn. Where none leaves memory for long, those there may wait for one that is not: so one gets in beyond
    /// the limit.
    async fn room_for_due(&self) -> usize {
        let patience = async {
            match self.0.clock.is_virtual() {
                true => std::future::pending().await,
                false => passed(&*self.0.clock, PATIENCE).await,
            }
        };
        tokio::select! {
            // More may be started meanwhile: the limit is not a lock.
            () = self.ready() => self.room().min(SLICE),
            () = patience => usize::from(self.may_exceed()),
        }
    }

    /// Takes up those of these executions that are not in memory, and can go on here. After an error of the store they are
    /// tried again.
    async fn take_up_known(&self, store: &Arc<dyn Store>, all: Vec<Arc<str>>) -> Result<()> {
        let taken = self.try_known(store, &all).await;
        if taken.is_err() {
            lock(&self.0.recovery.stalled).extend(all);
        }
        taken
    }

    async fn try_known(&self, store: &Arc<dyn Store>, all: &[Arc<str>]) -> Result<()> {
        let away: Vec<_> = all.iter().filter(|id| self.is_elsewhere(id)).cloned().collect();
        let (engine, store) = (self.clone(), store.clone());
        let taken = at_once(away.clone(), move |id| {
            let (engine, known) = (engine.clone(), store.describe(&id));
            async move {
                let known = known.await.map_err(|error| error.interruption())?;
                match known.filter(|it| it.status == Status::Running && !it.begun.is_item()) {
                    Some(known) => engine.wake(known.clone(), engine.revival(&known)?).await,
                    None => Ok(()),
                }
            }
        });
        let mut error = None;
        for (id, taken) in away.into_iter().zip(taken.await) {
            let Err(failure) = taken else { continue };
            let store_error = self.error_of_store(&failure, &id).await;
            if store_error.is_some() {
                error = error.or(store_error);
            } else {
                tracing::warn!(execution = &*id, cause = failure.reported(), "cannot go on");
                self.0.recovery.leave(&id);
            }
        }
        error.map_or(Ok(()), Err)
    }
}
