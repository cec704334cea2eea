//! Executions that go on from their last commit.

use crate::engine::claim::Claim;
use crate::engine::control::Control;
use crate::engine::directory::{Duty, Live};
use crate::engine::ending::{self, Ticket};
use crate::engine::epoch;
use crate::engine::execution::{Ends, Execution};
use crate::engine::ledger::Ledger;
use crate::engine::mentions;
use crate::engine::metrics;
use crate::engine::resend::Flight;
use crate::engine::restore::{restored, stopped};
use crate::engine::run::Run;
use crate::engine::scope::Text;
use crate::engine::shutdown::closing;
use crate::engine::{Engine, Within};
use crate::failure::Failure;
use crate::machine::{Identity, Machine, StateInfo};
use crate::payload::Payload;
use crate::store::{Begun, Described, Query, Saved, Status, Store, StoreError};
use crate::texts::Payloads;
use crate::way::{Nested, Parts, Way};
use crate::workflow::Workflow;
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;

/// Makes the machine of a workflow from what it saved.
pub(crate) type Revive =
    Box<dyn FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure> + Send>;

/// The states of a workflow: they name the workflows that may continue in its place.
type States = fn() -> &'static [StateInfo];

/// The way to continue an execution that turns out to have begun before.
pub(crate) struct Again {
    pub(crate) revive: Revive,
    /// Of one whose result is that of the executions that continue in its place.
    pub(crate) chain: Option<States>,
}

impl Again {
    /// The way of a workflow.
    pub(crate) fn of<W: Workflow>() -> Self {
        Again { revive: Box::new(|_, record| W::revive(record)), chain: Some(W::states) }
    }
}

/// The part of an execution that is left when it has ended, or was interrupted.
#[derive(Default)]
struct Left {
    /// The epoch under which it wrote last.
    epoch: Option<u64>,
    /// The commit that was not written.
    unwritten: Option<Flight>,
}

/// An execution that was claimed.
pub(crate) enum Back {
    Runs(Box<Run>),
    /// It has ended, and another one may continue in its place.
    Ended(Result<Text, Failure>, Option<Arc<str>>),
}

impl Engine {
    /// Continues an execution in the store, by its ARN. `revive` makes the machine of the workflow from its checkpoint. If
    /// the execution runs in this engine already, the result is another handle of it; if it has ended, the handle gives its
    /// result again.
    pub async fn resume(
        &self,
        id: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Execution {
        self.resume_as(id, revive, None, Ok).await
    }

    /// Continues an execution of the workflow `W` in the store, by its ARN, or the execution that continues in its place
    /// (`continue_as`).
    pub async fn resume_workflow<W: Workflow>(&self, id: &str) -> Execution<W::Output> {
        self.resume_as(id, |_, record| W::revive(record), Some(W::states), Payload::take).await
    }

    /// Lists the executions in the store that have begun and not ended: those to resume after a crash. Items of distributed
    /// Maps are not listed, because the execution around them begins them again.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn unfinished(&self) -> Result<Vec<Begun>, StoreError> {
        let Some(store) = &self.0.store else { return Ok(vec![]) };
        let mut query = Query { status: Some(Status::Running), limit: 1_000, ..Query::default() };
        let mut open = vec![];
        loop {
            let page = store.list(query.clone()).await?;
            open.extend(page.executions.into_iter().map(|it| it.begun));
            if page.next.is_none() {
                return Ok(open);
            }
            query.after = page.next;
        }
    }

    async fn resume_as<O>(
        &self,
        id: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        chain: Option<States>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        if let Some((live, ticket)) = self.0.directory.find(id) {
            return self.joined(&live, ticket, decode).await;
        }
        let known = match self.described(id).await {
            Ok(known) => known,
            Err(failure) => return self.refused(id, failure, decode),
        };
        let continued = known.continued.clone().zip(chain);
        if let Some((next, states)) = continued {
            return self.resume_next(&next, states, decode).await;
        }
        self.go_on(known, revive, decode)
            .await
            .unwrap_or_else(|failure| self.refused(id, failure, decode))
    }

    /// Goes on with an execution that continues in place of one with these states.
    async fn resume_next<O>(
        &self,
        id: &str,
        states: States,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        match continuing(id, states) {
            Ok(nested) => self.resume_nested(id, nested, decode).await,
            Err(failure) => self.refused(id, failure, decode),
        }
    }

    /// Goes on with an execution of a workflow that another one names, or with the last of those that continue in its place.
    pub(crate) async fn resume_nested<O>(
        &self,
        id: &str,
        nested: Nested,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let (mut id, mut nested) = (Arc::<str>::from(id), nested);
        loop {
            if let Some((live, ticket)) = self.0.directory.find(&id) {
                return self.joined(&live, ticket, decode).await;
            }
            let known = match self.described(&id).await {
                Ok(known) => known,
                Err(failure) => return self.refused(&id, failure, decode),
            };
            let Some(next) = known.continued.clone() else {
                let revive = move |_: &Identity, record| (Parts::of(nested).revive)(record);
                let execution = self.go_on(known, revive, decode).await;
                return execution.unwrap_or_else(|failure| self.refused(&id, failure, decode));
            };
            match continuing(&next, Parts::of(nested).states) {
                Ok(found) => (id, nested) = (next, found),
                Err(failure) => return self.refused(&next, failure, decode),
            }
        }
    }

    /// Another handle of an execution that runs.
    async fn joined<O>(
        &self,
        live: &Live,
        ticket: Ticket,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        match self.remember(live).await {
            Ok(()) => Execution::joined(live, ticket, decode),
            Err(failure) => self.refused(&live.identity.id, failure, decode),
        }
    }

    fn refused<O>(
        &self,
        id: &str,
        failure: Failure,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let control = Arc::new(Control::new(true));
        let interrupted = failure.is_interruption();
        control.ended(if interrupted { Status::Running } else { Status::Failed });
        let identity = Arc::new(self.identify("", Some(id), None));
        Execution::new(identity, control, Ends::Refused(Some(failure)), decode)
    }

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
    async fn back(
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

    /// Runs an execution that nobody waits for.
    pub(crate) fn launch(&self, run: Box<Run>) {
        let live = Live::new(run.origin.identity.clone(), run.control.clone(), None);
        live.ending.begin();
        if self.0.directory.enter(&live).is_ok() {
            self.carry(run, live, None);
        }
    }

    /// The ledger of a new execution.
    pub(crate) fn ledger(
        &self,
        run: &Run,
        input: Option<Text>,
        timeout: Option<u32>,
    ) -> Option<Ledger> {
        let store = self.0.store.clone()?;
        let Identity { id, name, machine_name, started, .. } = &*run.origin.identity;
        let begun = Begun {
            id: id.clone(),
            name: name.clone(),
            machine: machine_name.clone(),
            input,
            started: *started,
            seed: run.origin.seed,
            timeout,
            around: run.origin.around.clone(),
        };
        Some(Ledger::new(store, Some(begun), (epoch::first(), 0), Payloads::default()))
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

/// The workflow of an execution that continues in place of one with these states.
fn continuing(id: &str, states: States) -> Result<Nested, Failure> {
    let mut nested = states().iter().filter_map(|state| match state.task?.way {
        Way::Continue(nested) => Some((state.task?.name, nested)),
        _ => None,
    });
    // The name of the state machine comes before that of the execution.
    let machine = id.rsplit(':').nth(1).unwrap_or_default();
    nested.find(|(name, _)| *name == machine).map(|(_, nested)| nested).ok_or_else(|| {
        let why = format!("`{id}` continues, and no state says how: the workflow has changed");
        Failure::runtime(why)
    })
}

/// The interruption of a call about an execution that was there when the call began: by now it is removed.
fn removed(id: &str) -> Failure {
    // Whoever waits for it goes on: it looks again.
    Failure::stalled(format!("`{id}` had ended and was removed meanwhile: its name is free"))
}

/// An execution that a store has read, which has to be there.
fn there<T>(id: &str, saved: Result<Option<T>, StoreError>) -> Result<T, Failure> {
    saved.map_err(|error| error.interruption())?.ok_or_else(|| removed(id))
}

/// The interruption of an item that another engine has begun. Either that one has the execution around it, or it has lost
/// it since: then this one has it, and goes on from the store, where the item is.
fn taken_over(live: &Live) -> Failure {
    Failure::stalled(format!("another engine has begun `{}`", live.identity.id))
}

/// True if two inputs are known, and the same JSON.
pub(crate) fn same_input(one: Option<&Arc<str>>, other: Option<&Arc<str>>) -> bool {
    let json = |text: &str| serde_json::from_str::<Value>(text).ok();
    match (one, other) {
        (Some(one), Some(other)) => one == other || json(one).is_some() && json(one) == json(other),
        _ => false,
    }
}
