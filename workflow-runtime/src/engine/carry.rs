//! Executions that run by themselves to their end, and what becomes of those that are interrupted.

use crate::engine::Engine;
use crate::engine::claimed::{Back, removed};
use crate::engine::directory::{Duty, Live};
use crate::engine::ledger::Ledger;
use crate::engine::resend::Flight;
use crate::engine::resume::{Again, Revive, same_input};
use crate::engine::run::Run;
use crate::failure::Failure;
use crate::payload::Payload;

/// The part of an execution that is left when it has ended, or was interrupted.
#[derive(Default)]
struct Left {
    /// The epoch under which it wrote last.
    epoch: Option<u64>,
    /// The commit that was not written.
    unwritten: Option<Flight>,
}

impl Engine {
    /// Runs an execution by itself to its end. `again` is for one that turns out to have begun before.
    pub(crate) fn carry(&self, run: Box<Run>, live: Live, again: Option<Again>) {
        let duty = Duty::new(self.0.clone(), live.ending.clone());
        self.carry_on(run, live, duty, again);
    }

    pub(crate) fn carry_on(&self, run: Box<Run>, live: Live, duty: Duty, again: Option<Again>) {
        let (engine, item) = (self.clone(), run.origin.around.is_some());
        tokio::spawn(async move {
            let mut left = Left::default();
            if engine.0.recovery.held.has(&live.identity.id) {
                // What is about to be written under its name comes first.
                engine.0.recovery.held.settled(&live.identity.id, &engine.0.shutdown).await;
            }
            let result = match engine.ended(run, &mut left).await {
                Err(failure) if failure.is_taken() && item => Err(taken_over(&live)),
                Err(failure) if failure.is_taken() => {
                    Box::pin(engine.existing(&live, again, &mut left)).await
                }
                result => result,
            };
            // The execution around an item goes on with it.
            let stalled = !item && result.as_ref().is_err_and(Failure::is_stalled);
            // Those who asked it to end need not ask again.
            let stop = live.control.stopped().filter(|_| stalled).map(|why| (engine.now(), why));
            engine.0.recovery.keep_stop(&live.listed(), stop);
            left.unwritten.take_if(|_| !stalled || !engine.0.recovery.is_attended());
            if left.unwritten.is_some() {
                engine.0.recovery.held.hold(&live.listed());
            }
            if !live.ending.is_alone() {
                engine.remember_if_read(&live).await;
            }
            duty.end(result);
            if stalled {
                engine.look_after(&live, left).await;
            }
        });
    }

    /// Runs an execution that nobody waits for.
    pub(crate) fn launch(&self, run: Box<Run>) {
        let live = Live::new(run.origin.identity.clone(), run.control.clone(), None);
        live.ending.begin();
        if self.0.directory.enter(&live).is_ok() {
            self.carry(run, live, None);
        }
    }

    /// The end of an execution, or of the chain that continues it.
    async fn ended(&self, mut run: Box<Run>, left: &mut Left) -> Result<Payload, Failure> {
        let result = (&mut *run).await;
        left.epoch = run.ledger.as_ref().map(Ledger::epoch);
        left.unwritten = run.conclusion.unwritten.take();
        let successor = run.conclusion.successor.take();
        drop(run);
        match successor {
            Some((next, nested)) if result.is_ok() => {
                // Boxed, as what is rare here would make every execution's future larger, which is moved as it begins.
                Box::pin(async { self.resume_nested(&next, nested, Ok).await.await }).await
            }
            _ => result,
        }
    }

    /// The end of the execution that had the name before a start under it: the same one, if it was started with the same
    /// input.
    async fn existing(
        &self,
        live: &Live,
        again: Option<Again>,
        left: &mut Left,
    ) -> Result<Payload, Failure> {
        // Nothing of it is this engine's until it is claimed.
        *left = Left::default();
        let id = &live.identity.id;
        let known = self.keeper()?.describe(id).await.map_err(|error| error.interruption())?;
        let known = known.ok_or_else(|| removed(id))?;
        if !same_input(known.begun.input.as_ref(), live.input.as_ref()) {
            return Err(Failure::exists(id));
        }
        live.ending.begin();
        let exists = Failure::exists(id);
        let (revive, chain): (Revive, _) = match again {
            Some(Again { revive, chain }) => (revive, chain),
            None if known.end.is_none() => return Err(exists),
            // It has ended: no machine is made of it.
            None => (Box::new(|_, _| Err(exists)), None),
        };
        match self.back(live, &known, revive).await? {
            Back::Ended(end, continued) => match continued.zip(chain) {
                Some((next, states)) => self.resume_next(&next, states, Ok).await.await,
                None => end.map(Payload::Text),
            },
            Back::Runs(mut run) => {
                run.origin.alone = chain.is_none();
                self.ended(run, left).await
            }
        }
    }

    /// Has an execution taken up again that was interrupted: by a store, or because another engine has taken over what it
    /// waits for. If another engine has the execution itself, that one goes on with it, unless it gives it back.
    async fn look_after(&self, live: &Live, left: Left) {
        let id = live.listed();
        if let Some(unwritten) = left.unwritten {
            return self.write_later(id, unwritten);
        }
        let Ok(store) = self.keeper() else { return };
        if let Some(own) = left.epoch
            && let Ok(Some(saved)) = store.load(&id).await
            && saved.epoch != own
        {
            return self.watch_claim(id, own, saved.number);
        }
        self.0.recovery.look_at(&id);
    }
}

/// The interruption of an item that another engine has begun. Either that one has the execution around it, or it has lost
/// it since: then this one has it, and goes on from the store, where the item is.
fn taken_over(live: &Live) -> Failure {
    Failure::stalled(format!("another engine has begun `{}`", live.identity.id))
}
