//! Redrives: executions that failed run again, from the states in which they failed. (API reference, `RedriveExecution`;
//! Developer Guide, "Restarting state machine executions with redrive".)

use crate::engine::claimed::Back;
use crate::engine::control::Control;
use crate::engine::directory::{Duty, Live};
use crate::engine::execution::Execution;
use crate::engine::run::Run;
use crate::engine::{Engine, Within, ending};
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::limits::{EVENTS, Limits};
use crate::machine::{Identity, Machine};
use crate::payload::Payload;
use crate::store::{Described, Saved, Status, StoreError};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use workflow_asl::document::MachineType;

/// The error of a redrive that is refused.
pub(crate) const NOT_REDRIVABLE: &str = "ExecutionNotRedrivable";

/// Days after its end in which an execution can be redriven, and after its start (documented).
const DAYS_FROM_END: i64 = 14;
const DAYS_FROM_START: i64 = 365;

impl Engine {
    /// Runs an execution again that failed, timed out or was stopped, by its ARN: from the states in which it failed. The
    /// engine must know its workflow: [`EngineBuilder::workflow`](crate::engine::EngineBuilder::workflow). When this returns
    /// `Ok`, the redrive is written.
    ///
    /// - Branches and items that had succeeded keep their results.
    /// - A state that runs again has all its attempts and its whole time again. Its tasks get the same idempotency keys.
    /// - A state that only decides, or fails by itself, does the same again.
    /// - Items of a distributed Map that failed are redriven, and those that had not begun begin. If a stop has not ended
    ///   an item yet, it is redriven when it has.
    /// - A nested execution that failed begins again from its start. One that still runs, or has succeeded meanwhile, is
    ///   waited for again.
    /// - An execution that failed before any effect begins again from its start.
    ///
    /// # Errors
    /// `ExecutionDoesNotExist`; an error of the store; or `ExecutionNotRedrivable`, with the reason: it runs or has
    /// succeeded; it is an item of a distributed Map; with AWS's limits, it ended more than 14 days ago, began more than a
    /// year ago, or its history has no room.
    pub async fn redrive(&self, execution: &str) -> Result<Execution, Failure> {
        let known = self.redrivable(execution).await?;
        let registered = self.registered(&known.begun.machine)?.clone();
        let begun = known.begun.clone();
        let limits = self.limits();
        let revive = move |identity: &_, record: Value| match &registered.open {
            Some(open) if record.is_null() => {
                open(begun.input.as_deref().unwrap_or(registered.no_input), identity, limits)
            }
            _ => (registered.revive)(&begun, identity, record),
        };
        // Whoever asked may go away: what is written is to run.
        let engine = self.clone();
        let redriven =
            tokio::spawn(async move { engine.redrive_within(known, None, revive).await });
        redriven.await.unwrap_or_else(|error| {
            Err(Failure::runtime(format!("the redrive of `{execution}` is gone: {error}")))
        })
    }

    /// Redrives an execution of any machine: `revive` makes the machine from its checkpoint, or from `null` if it failed
    /// before it saved one. Otherwise like [`Engine::redrive`].
    ///
    /// # Errors
    /// As [`Engine::redrive`].
    pub async fn redrive_as(
        &self,
        execution: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Execution, Failure> {
        let known = self.redrivable(execution).await?;
        self.redrive_within(known, None, revive).await
    }

    /// An execution in the store that may be redriven by itself.
    async fn redrivable(&self, execution: &str) -> Result<Described, Failure> {
        let known = self.keeper()?.describe(execution).await;
        let known = known.map_err(|error| error.interruption())?;
        let known = known.ok_or_else(|| missing(execution))?;
        if known.begun.is_item() {
            let why =
                "it is an item of a distributed Map, and redriven with the execution around it";
            return Err(refused(execution, why));
        }
        Ok(known)
    }

    /// The same, of any execution that the caller can revive. `within` is where an item of a distributed Map is.
    pub(crate) async fn redrive_within(
        &self,
        known: Described,
        within: Option<Within>,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Execution, Failure> {
        let id = known.begun.id.clone();
        self.check_redrivable(&known, within.as_ref())?;
        self.left_here(&known).await?;
        // What ended with it ended before, whatever the clock of the engine showed that had it.
        let time = self.now().max(known.time).max(known.redriven.unwrap_or(known.time));
        let redriven = (known.redrives + 1, Some(time));
        let live = self.made_again(&known, redriven, Control::new(within.is_none()))?;
        if self.0.directory.enter(&live).is_err() {
            return Err(refused(&id, "Execution is RUNNING and cannot be redriven"));
        }
        let ticket = live.ticket().ok_or_else(ending::lost)?;
        let duty = Duty::new(self.0.clone(), live.ending.clone());
        let run = self.redriven(&live, within.clone().unwrap_or_default(), revive).await;
        self.run_again(live, (ticket, duty), within, run.map(Back::Runs), Ok)
    }

    /// Waits until an execution that has ended has left memory: its end may have been written just now, or by another engine
    /// that had taken it over.
    async fn left_here(&self, known: &Described) -> Result<(), Failure> {
        let id = &known.begun.id;
        let Some((live, ticket)) = self.0.directory.find(id) else { return Ok(()) };
        let now = self.described(id).await?;
        // Nothing that it would still do can be written. One that was redriven since is another one.
        if now.number == known.number && live.identity.redrives <= known.redrives {
            Execution::<Payload>::joined(&live, ticket, Ok).lose().await;
        }
        Ok(())
    }

    /// Refuses an execution that cannot be redriven, now or later.
    pub(crate) fn check_redrivable(
        &self,
        known: &Described,
        within: Option<&Within>,
    ) -> Result<(), Failure> {
        let express = within.is_some_and(|it| it.kind == MachineType::Express);
        match self.refusal(known, express) {
            Some(why) => Err(refused(&known.begun.id, &why)),
            None => Ok(()),
        }
    }

    /// Returns why an execution cannot be redriven.
    fn refusal(&self, known: &Described, express: bool) -> Option<String> {
        let now = self.now();
        let past = |time: Timestamp, days: i64| {
            self.0.limits == Limits::Aws
                && now.duration_since(time) > SignedDuration::from_hours(24 * days)
        };
        match known.status {
            Status::Running | Status::Succeeded => {
                let status = known.status.name();
                Some(format!("Execution is {status} and cannot be redriven"))
            }
            _ if past(known.time, DAYS_FROM_END) => {
                Some(format!("it ended more than {DAYS_FROM_END} days ago"))
            }
            _ if past(known.begun.started, DAYS_FROM_START) => {
                Some(format!("it began more than {DAYS_FROM_START} days ago"))
            }
            _ if self.0.limits == Limits::Aws && !express && known.events >= EVENTS - 1 => {
                Some(format!("its history has {} events, and no room for more", known.events))
            }
            _ => None,
        }
    }

    /// Makes an execution that failed again, and writes that it runs. Until then it is only read: if somebody else redrives
    /// it meanwhile, it is theirs.
    async fn redriven(
        &self,
        live: &Live,
        within: Within,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Box<Run>, Failure> {
        let id = &live.identity.id;
        let saved = self.load(id).await?;
        unchanged(&saved, live)?;
        if live.control.is_held() {
            live.control.resume(self.past(id, u32::MAX).await?);
        }
        let mut run = Box::new(self.restored(&saved, live, revive)?);
        run.stand(within);
        let count = live.identity.redrives;
        let details = || Details::Redriven { count, run: None };
        run.log.push(EventType::ExecutionRedriven, 0, details);
        let commit = run.redriving_commit()?;
        match self.keeper()?.commit(commit).await {
            Ok(()) => run.written(Ok(())),
            Err(StoreError::Fenced(why)) => return Err(refused(id, &why)),
            Err(error) => return Err(error.interruption()),
        }
        Ok(run)
    }
}

/// Refuses an execution that somebody else has redriven meanwhile.
fn unchanged(saved: &Saved, live: &Live) -> Result<(), Failure> {
    let id = &live.identity.id;
    if saved.end.is_none() || saved.redrives + 1 != live.identity.redrives {
        return Err(refused(id, "somebody else has redriven it"));
    }
    Ok(())
}

fn missing(id: &str) -> Failure {
    Failure::new("ExecutionDoesNotExist", format!("Execution Does Not Exist: '{id}'"))
}

fn refused(id: &str, why: &str) -> Failure {
    Failure::new(NOT_REDRIVABLE, format!("{why}: '{id}'"))
}
