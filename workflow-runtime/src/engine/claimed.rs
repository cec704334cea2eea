//! Executions of the store that are claimed, and made again from their last commit.

use crate::engine::claim::Claim;
use crate::engine::control::Control;
use crate::engine::directory::{Duty, Live};
use crate::engine::ending::{self, Ticket};
use crate::engine::execution::{Ends, Execution};
use crate::engine::mentions;
use crate::engine::metrics;
use crate::engine::restore::{restored, stopped};
use crate::engine::run::Run;
use crate::engine::scope::Text;
use crate::engine::shutdown::closing;
use crate::engine::{Engine, Within};
use crate::failure::Failure;
use crate::machine::{Identity, Machine};
use crate::payload::Payload;
use crate::store::{Begun, Described, Saved, Status, Store, StoreError};
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;

/// An execution that was claimed.
pub(crate) enum Back {
    Runs(Box<Run>),
    /// It has ended, and another one may continue in its place.
    Ended(Result<Text, Failure>, Option<Arc<str>>),
}

/// The interruption of a call about an execution that was there when the call began: by now it is removed.
pub(crate) fn removed(id: &str) -> Failure {
    // Whoever waits for it goes on: it looks again.
    Failure::stalled(format!("`{id}` had ended and was removed meanwhile: its name is free"))
}

/// An execution that a store has read, which has to be there.
fn there<T>(id: &str, saved: Result<Option<T>, StoreError>) -> Result<T, Failure> {
    saved.map_err(|error| error.interruption())?.ok_or_else(|| removed(id))
}

impl Engine {
    /// The store, which an execution needs that is to go on.
    pub(crate) fn keeper(&self) -> Result<&Arc<dyn Store>, Failure> {
        self.kept().map_err(|error| Failure::runtime(error.to_string()))
    }

    pub(crate) async fn described(&self, id: &str) -> Result<Described, Failure> {
        let known = self.keeper()?.describe(id).await.map_err(|error| error.interruption())?;
        known.ok_or_else(|| Failure::runtime(format!("the store has no execution `{id}`")))
    }

    pub(crate) async fn load(&self, id: &str) -> Result<Saved, Failure> {
        let mut saved = there(id, self.keeper()?.load(id).await)?;
        mentions::fill(&**self.keeper()?, &mut saved).await?;
        Ok(saved)
    }

    pub(crate) async fn go_on<O>(
        &self,
        known: Described,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Result<Execution<O>, Failure> {
        self.go_on_within(known, (None, Control::new(true)), revive, decode).await
    }

    /// Goes on with an execution for which nobody asks.
    pub(crate) async fn wake(
        &self,
        known: Described,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<(), Failure> {
        self.go_on_unread(known, revive).await.map(drop)
    }

    /// The same, where somebody may ask for its history later: it is read then.
    pub(crate) async fn go_on_unread(
        &self,
        known: Described,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Execution, Failure> {
        self.go_on_within(known, (None, Control::woken()), revive, Ok).await
    }

    /// Goes on with the execution of an item of a distributed Map.
    pub(crate) async fn resume_item(
        &self,
        known: Described,
        within: Within,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Execution, Failure> {
        self.go_on_within(known, (Some(within), Control::new(false)), revive, Ok).await
    }

    async fn go_on_within<O>(
        &self,
        known: Described,
        (within, control): (Option<Within>, Control),
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Result<Execution<O>, Failure> {
        let asked = !control.is_woken();
        self.0.recovery.held.settled(&known.begun.id, &self.0.shutdown).await;
        let live = self.made_again(&known, (known.redrives, known.redriven), control)?;
        if !asked {
            self.remember_when_asked(&live);
        }
        // From here on answers to it are kept. Another call may have been faster.
        if let Err((known, ticket)) = self.0.directory.enter(&live) {
            if asked {
                self.remember(&known).await?;
            }
            return Ok(Execution::joined(&known, ticket, decode));
        }
        let ticket = live.ticket().ok_or_else(ending::lost)?;
        let duty = Duty::new(self.0.clone(), live.ending.clone());
        let back = self.back(&live, &known, revive).await;
        self.run_again(live, (ticket, duty), within, back, decode)
    }

    /// An execution in the store, after so many redrives, that is about to run here.
    pub(crate) fn made_again(
        &self,
        known: &Described,
        redriven: (u32, Option<Timestamp>),
        control: Control,
    ) -> Result<Live, Failure> {
        if self.0.shutdown.is_closing() {
            return Err(closing());
        }
        let identity = Arc::new(self.known(&known.begun, redriven));
        let live = Live::new(identity, Arc::new(control), known.begun.input.clone());
        if let Some(why) = self.0.recovery.stop_of(&known.begun).filter(|_| known.end.is_none()) {
            live.control.stop(why);
        }
        live.ending.begin();
        Ok(live)
    }

    /// Runs an execution that was made again; or hands out the end that it has, or why it cannot go on.
    pub(crate) fn run_again<O>(
        &self,
        live: Live,
        (ticket, duty): (Ticket, Duty),
        within: Option<Within>,
        back: Result<Back, Failure>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Result<Execution<O>, Failure> {
        match back {
            Ok(Back::Runs(mut run)) => {
                metrics::resumed();
                // It goes on here by now, whatever kept it from that before.
                self.0.recovery.forgive(&live.identity.id);
                run.stand(within.unwrap_or_default());
                let execution = Execution::joined(&live, ticket, decode);
                self.carry_on(run, live, duty, None);
                Ok(execution)
            }
            Ok(Back::Ended(end, _)) => {
                duty.end(end.clone().map(Payload::Text));
                let ends = Ends::Known(Some(end.map(Payload::Text)));
                Ok(Execution::new(live.identity, live.control, ends, decode))
            }
            Err(failure) => {
                duty.end(Err(failure.clone()));
                Err(failure)
            }
        }
    }

    /// Claims an execution, and makes it from its last commit. One that is known to have ended is not claimed: somebody may
    /// redrive it meanwhile, and then it is theirs.
    pub(crate) async fn back(
        &self,
        live: &Live,
        known: &Described,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Back, Failure> {
        if let Some(end) = &known.end {
            let live = &self.as_begun(live, &known.begun, (known.redrives, known.redriven));
            return self.over(live, (known.status, end.clone()), known.continued.clone()).await;
        }
        let id = &live.identity.id;
        let (saved, claim) = there(id, Claim::of(self, self.keeper()?, id).await)?;
        let back = self.claimed(live, saved, revive).await;
        match &back {
            Ok(_) => claim.keep(),
            // Whoever had it may go on; and nothing was attempted.
            Err(_) => claim.give_back().await.map_err(|error| error.interruption())?,
        }
        back
    }

    /// Makes an execution that was claimed, from its last commit.
    async fn claimed(
        &self,
        live: &Live,
        mut saved: Saved,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Back, Failure> {
        let live = &self.as_begun(live, &saved.begun, (saved.redrives, saved.redriven));
        if let Some(end) = saved.end {
            return self.over(live, (saved.status, end), saved.continued).await;
        }
        let made = match self.made(live, &mut saved, revive).await {
            // Whatever it is that cannot be read: for its end nothing of it is needed.
            Err(failure) if !failure.is_stalled() => {
                stopped(self.0.clone(), &saved, live).ok_or(failure)
            }
            made => made,
        };
        made.map(|run| Back::Runs(Box::new(run)))
    }

    async fn made(
        &self,
        live: &Live,
        saved: &mut Saved,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Run, Failure> {
        mentions::fill(&**self.keeper()?, saved).await?;
        if live.control.is_held() && !live.control.leave_past(saved.events) {
            live.control.resume(self.past(&live.identity.id, u32::MAX).await?);
        }
        self.restored(saved, live, revive)
    }

    /// The end of an execution that is over.
    async fn over(
        &self,
        live: &Live,
        (status, end): (Status, Result<Text, Failure>),
        continued: Option<Arc<str>>,
    ) -> Result<Back, Failure> {
        if live.control.is_held() {
            live.control.resume(self.past(&live.identity.id, u32::MAX).await?);
        }
        live.control.ended(status);
        Ok(Back::Ended(end, continued))
    }

    /// The same execution with the start and the redrives that the store tells of, and names made from them: a start under
    /// its name knew neither, and somebody may have redriven it just now.
    fn as_begun(&self, live: &Live, begun: &Begun, redriven: (u32, Option<Timestamp>)) -> Live {
        let Identity { started, redrives, .. } = &*live.identity;
        if (*started, *redrives) == (begun.started, redriven.0) {
            return live.clone();
        }
        let live = Live { identity: Arc::new(self.known(begun, redriven)), ..live.clone() };
        self.0.directory.renew(&live);
        live
    }

    /// An execution from its last commit.
    pub(crate) fn restored(
        &self,
        saved: &Saved,
        live: &Live,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Run, Failure> {
        let core = self.0.clone();
        let (run, machine) =
            restored(core, saved, live.identity.clone(), live.control.clone(), revive)?;
        self.check_resources(&*machine)?;
        run.with(saved, machine)
    }

    /// The identity of an execution in the store, after so many redrives.
    pub(crate) fn known(
        &self,
        begun: &Begun,
        (redrives, redriven): (u32, Option<Timestamp>),
    ) -> Identity {
        let identity = self.identify(&begun.machine, Some(&begun.name), Some(&begun.id));
        Identity { started: begun.started, redrives, redriven, ..identity }
    }
}
