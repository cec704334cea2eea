//! A schedule on its way into the store.

use super::kept::{self, Kept};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::payload::{Durable, written};
use crate::schedule::{Missed, Overlap, Schedule};
use crate::store::{Store, StoreError};
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::marker::PhantomData;
use std::sync::Arc;

/// The most schedules that a store takes.
const SCHEDULES: usize = 1_000;
/// The most bytes of the input of one: it is written with each run.
const INPUT: usize = 16 << 10;
/// The text that each run has the time of in its place, in RFC 3339 (documented, EventBridge Scheduler).
pub(super) const SCHEDULED_TIME: &str = "<aws.scheduler.scheduled-time>";

/// A schedule that is written when it is awaited, from [`Engine::schedule`].
#[must_use = "a schedule is written when it is awaited"]
pub struct Scheduling<I> {
    engine: Engine,
    name: String,
    workflow: Arc<str>,
    schedule: Schedule,
    input: Result<Arc<str>, Failure>,
    policies: (Missed, Overlap),
    of: PhantomData<fn(I)>,
}

impl<I: Durable> Scheduling<I> {
    pub(super) fn new(engine: Engine, name: &str, workflow: &str, schedule: Schedule) -> Self {
        Scheduling {
            engine,
            name: name.to_owned(),
            workflow: workflow.into(),
            schedule,
            input: Ok("{}".into()),
            policies: Default::default(),
            of: PhantomData,
        }
    }

    /// Sets the input of all runs. Without one it is `{}`.
    pub fn input(self, input: I) -> Self {
        let text = crate::input::finite(&input).and_then(|()| written(&input));
        Scheduling { input: text.map(Arc::from), ..self }
    }

    /// Sets the input of all runs as JSON text. `<aws.scheduler.scheduled-time>` in it is replaced by the time of the run,
    /// `2026-01-01T08:00:00Z`.
    pub fn input_json(self, input: &str) -> Self {
        Scheduling { input: Ok(input.into()), ..self }
    }

    /// Sets which runs start whose time passed while no engine was there. Defaults to [`Missed::Once`].
    pub fn missed(mut self, missed: Missed) -> Self {
        self.policies.0 = missed;
        self
    }

    /// Sets whether a run starts while an earlier one still runs. Defaults to [`Overlap::Allow`].
    pub fn overlap(mut self, overlap: Overlap) -> Self {
        self.policies.1 = overlap;
        self
    }

    async fn write(self) -> Result<(), Failure> {
        let Scheduling { engine, name, workflow, schedule, input, policies, .. } = self;
        let refused = |error: StoreError| match error {
            StoreError::Refused(why) => Failure::runtime(why),
            error => Failure::interruption(error.to_string()),
        };
        kept::check_name(&name)?;
        let input = input?;
        let now = engine.now();
        engine.check_run(&workflow, &name, &input, now)?;
        let store = engine.keeper()?.clone();
        let new = Kept::new(workflow, &schedule, input, policies, now);
        write(&*store, &name, new, now).await.map_err(refused)?;
        engine.attend_schedules();
        Ok(())
    }
}

/// Writes a schedule in place of the one that has its name.
async fn write(store: &dyn Store, name: &str, new: Kept, now: Timestamp) -> Result<(), StoreError> {
    loop {
        let Some(mut before) = kept::find(store, name).await? else {
            comes(&new, now)?;
            if kept::count(store).await? >= SCHEDULES {
                let why = format!("the store has {SCHEDULES} schedules, and takes no more");
                return Err(StoreError::Refused(why));
            }
            if kept::add(store, name, &new).await? {
                return Ok(());
            }
            continue;
        };
        let next = new.clone().following(&before.kept);
        if next.done == new.done {
            comes(&next, now)?;
        }
        before.kept = next;
        if before.write(store).await? {
            return Ok(());
        }
    }
}

/// Refuses a schedule that begins and whose time never comes.
fn comes(kept: &Kept, now: Timestamp) -> Result<(), StoreError> {
    let schedule = kept.times().map_err(StoreError::Refused)?;
    let after = Timestamp::from_second(kept.done).unwrap_or(now);
    schedule.next(after).map(drop).ok_or_else(|| {
        StoreError::Refused(format!("the schedule `{schedule}` never comes after {now:.0}"))
    })
}

impl<I: Durable> IntoFuture for Scheduling<I> {
    type Output = Result<(), Failure>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.write())
    }
}

impl Engine {
    /// Refuses a run that could not begin: its workflow, its input, its resources.
    fn check_run(
        &self,
        workflow: &str,
        name: &str,
        input: &str,
        now: Timestamp,
    ) -> Result<(), Failure> {
        if input.len() > INPUT {
            let length = input.len();
            let why = format!(
                "the input of the schedule `{name}` has {length} bytes: the most are {INPUT}"
            );
            return Err(Failure::runtime(why));
        }
        let identity = self.identify(workflow, Some(name), None);
        let open = self.opener(workflow)?;
        let machine = open(&super::input_at(input, now), &identity, self.limits())?;
        self.check_resources(&*machine)
    }
}
