//! Schedules: workflows that an engine starts at their times.
//!
//! A schedule is a small value in the store. Each run is an execution whose name is that of the schedule with the time
//! behind it, so that it begins once, however many engines try, and whatever a crash comes between.

mod fire;
mod firing;
mod kept;
mod left_out;
mod scheduling;
mod turns;

pub use left_out::{LeftOut, Omission};
pub use scheduling::Scheduling;

use crate::engine::Engine;
use crate::engine::registry::Open;
use crate::failure::Failure;
use crate::schedule::{Missed, Overlap, Schedule};
use crate::store::{Result, StoreError};
use crate::workflow::Workflow;
use jiff::Timestamp;
use scheduling::SCHEDULED_TIME;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;
use workflow_triggers::StartOn;

/// The engine's care for schedules.
#[derive(Default)]
pub(crate) struct Triggers {
    attended: AtomicBool,
    rouse: Arc<Notify>,
    turns: turns::Turns,
}

impl Triggers {
    /// Has the schedules looked at again.
    pub(crate) fn rouse(&self) {
        self.rouse.notify_one();
    }
}

/// A schedule in the store.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scheduled {
    /// Its name.
    pub name: Arc<str>,
    /// The workflow that it starts.
    pub workflow: Arc<str>,
    /// Its times.
    pub schedule: Schedule,
    /// The input of all runs.
    pub input: Arc<str>,
    /// The policy for runs that were missed.
    pub missed: Missed,
    /// The policy for runs at the same time.
    pub overlap: Overlap,
    /// True if no run begins for the time being.
    pub paused: bool,
    /// The time of the next run; `None` if it is paused, or none comes any more.
    pub next: Option<Timestamp>,
    /// The time of the last run that began.
    pub last: Option<Timestamp>,
    /// The reason why the last run could not begin.
    pub refused: Option<String>,
    /// The runs that were left out, if any were.
    pub left_out: Option<LeftOut>,
}

impl Engine {
    /// Makes a schedule: the workflow starts at its times. Await the returned value to write it. From then on this engine
    /// starts the runs, as does every other engine on the store after `recover`.
    ///
    /// A schedule of the same name is replaced. If its times are the same, it continues: a program may make its schedules each
    /// time it starts, and no run is missed or begins twice. A paused schedule stays paused.
    ///
    /// Each run is an execution named after the schedule and its time in UTC: `nightly-20260101T080000Z`.
    ///
    /// ```
    /// # use workflow_runtime::schedule::{Missed, Schedule};
    /// # use workflow_runtime::{Engine, Failure, Workflow};
    /// # async fn example<report: Workflow<Input = String>>(engine: Engine) -> Result<(), Failure> {
    /// let mornings = Schedule::cron("0 8 * * MON-FRI", "Europe/Zurich")?;
    /// engine.schedule::<report>("mornings", mornings).input("sales".to_owned()).missed(Missed::Once).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn schedule<W: Workflow>(&self, name: &str, schedule: Schedule) -> Scheduling<W::Input> {
        Scheduling::new(self.clone(), name, W::NAME, schedule)
    }

    /// Makes a schedule of a document, by the name of its state machine ([`EngineBuilder::document`]). Otherwise like
    /// [`Engine::schedule`].
    ///
    /// [`EngineBuilder::document`]: crate::engine::EngineBuilder::document
    pub fn schedule_document(
        &self,
        name: &str,
        document: &str,
        schedule: Schedule,
    ) -> Scheduling<Value> {
        Scheduling::new(self.clone(), name, document, schedule)
    }

    /// Makes the schedules that are declared at a workflow, `#[workflow(triggers(schedule(..)))]`. The name of each is that of
    /// the workflow, followed by its own: `report-mornings`. One that is `disabled` there is removed. So is one whose only
    /// time, `at(..)`, was over before it was made. One that was deleted from the code stays until [`Engine::unschedule`].
    /// Returns the names of those that were made.
    ///
    /// # Errors
    /// There is no store, or the input of a schedule does not fit.
    pub async fn schedule_triggers<W: Workflow>(
        &self,
    ) -> std::result::Result<Vec<String>, Failure> {
        let mut made = vec![];
        for trigger in W::TRIGGERS {
            let name = format!("{}-{}", W::NAME, trigger.name);
            let StartOn::Schedule { .. } = trigger.start else { continue };
            let failed = |error: StoreError| Failure::interruption(error.to_string());
            if let Some((times, zone, input)) = trigger.schedule() {
                let times = Schedule::parse(times, zone)?;
                // A program says what it said before that time: that is no mistake.
                let comes = times.next(self.now()).is_some();
                if comes || self.has_schedule(&name, &times).await.map_err(failed)? {
                    self.schedule::<W>(&name, times).input_json(input).await?;
                    made.push(name);
                    continue;
                }
            }
            self.unschedule(&name).await.map_err(failed)?;
        }
        Ok(made)
    }

    /// True if the store has a schedule of this name with these times.
    async fn has_schedule(&self, name: &str, times: &Schedule) -> Result<bool> {
        let found = kept::find(&**self.kept()?, name).await?;
        Ok(found.is_some_and(|it| it.schedule == *times))
    }

    /// Lists the schedules in the store, by their names.
    ///
    /// # Errors
    /// There is no store, or it or one of them cannot be read.
    pub async fn schedules(&self) -> Result<Vec<Scheduled>> {
        let now = self.now();
        let all = kept::all(&**self.kept()?).await?;
        all.into_iter().map(|entry| Ok(described(entry?, now))).collect()
    }

    /// Removes a schedule. Runs that have begun continue; when this returns, this engine begins no more of them. Returns
    /// false if there is no such schedule.
    ///
    /// # Errors
    /// There is no store, or it cannot be written.
    pub async fn unschedule(&self, name: &str) -> Result<bool> {
        let _turn = self.0.triggers.turns.take(name).await;
        kept::remove(&**self.kept()?, name).await
    }

    /// Pauses a schedule until [`Engine::resume_schedule`]. When this returns, this engine begins no run of it; in another
    /// engine on the store one may just be beginning. Returns false if there is no such schedule.
    ///
    /// # Errors
    /// As [`Engine::schedules`].
    pub async fn pause_schedule(&self, name: &str) -> Result<bool> {
        self.change_schedule(name, |kept, _| kept.paused = true).await
    }

    /// Ends the pause of a schedule. Runs whose time came during the pause are left out. Returns false if there is no such
    /// schedule.
    ///
    /// # Errors
    /// As [`Engine::schedules`].
    pub async fn resume_schedule(&self, name: &str) -> Result<bool> {
        let resume = |kept: &mut kept::Kept, now: Timestamp| {
            if std::mem::take(&mut kept.paused) {
                kept.done = kept.done.max(now.as_second());
            }
        };
        self.change_schedule(name, resume).await
    }

    async fn change_schedule(
        &self,
        name: &str,
        change: impl Fn(&mut kept::Kept, Timestamp),
    ) -> Result<bool> {
        let store = self.kept()?;
        let _turn = self.0.triggers.turns.take(name).await;
        loop {
            let Some(mut entry) = kept::find(&**store, name).await? else { return Ok(false) };
            change(&mut entry.kept, self.now());
            if entry.write(&**store).await? {
                self.0.triggers.rouse();
                return Ok(true);
            }
        }
    }

    /// Starts the runs of schedules from now on, if there is a store: once for an engine. One that is held starts none.
    pub(crate) fn attend_schedules(&self) {
        let triggers = &self.0.triggers;
        if self.has_store() && !self.0.is_held() && !triggers.attended.swap(true, Ordering::Relaxed)
        {
            tokio::spawn(fire::attend(Arc::downgrade(&self.0), triggers.rouse.clone()));
        }
        triggers.rouse();
    }

    /// Returns what begins executions of a workflow that the engine knows.
    fn opener(&self, workflow: &str) -> std::result::Result<Open, Failure> {
        let unable =
            || Failure::runtime(format!("the engine cannot begin `{workflow}` by its name"));
        self.registered(workflow)?.open.clone().ok_or_else(unable)
    }
}

/// The input of the run at a time. What is put in has nothing that JSON escapes.
fn input_at(input: &str, time: Timestamp) -> Arc<str> {
    input.replace(SCHEDULED_TIME, &format!("{time:.0}")).into()
}

fn described(entry: kept::Entry, now: Timestamp) -> Scheduled {
    let kept::Entry { name, kept, schedule, .. } = entry;
    let second = |second: i64| Timestamp::from_second(second).ok();
    let next = schedule.next(kept.after(now)).filter(|_| !kept.paused);
    Scheduled {
        name,
        workflow: kept.workflow,
        schedule,
        input: kept.input,
        missed: kept.missed,
        overlap: kept.overlap,
        paused: kept.paused,
        next,
        last: kept.last.and_then(second),
        refused: kept.refused,
        left_out: kept.omitted.and_then(left_out::Omitted::told),
    }
}
