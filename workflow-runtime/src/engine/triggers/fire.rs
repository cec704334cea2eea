//! The runs of schedules, as their times come.

use super::firing::Firing;
use super::input_at;
use super::kept::{self, Due, Entry};
use super::left_out::Omission;
use crate::clock::{later, passed};
use crate::engine::present::Presence;
use crate::engine::run::panicked;
use crate::engine::{Core, Engine, Start};
use crate::failure::Failure;
use crate::machine::Identity;
use crate::schedule::Overlap;
use crate::store::{Query, Result, Status, Store, StoreError};
use jiff::Timestamp;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::Notify;
use workflow_asl::panics::caught;

/// The time until the store is asked again whatever it said last: another process may have written to it, or the clock was
/// set back.
const PATIENCE: Duration = Duration::from_secs(30);
/// Seconds until a store that had an error is asked again.
const AGAIN: f64 = 1.0;
/// The most bytes of the reason why a run could not begin.
const REASON: usize = 1_000;
/// The number of schedules whose runs begin at the same time.
const SLICE: usize = 64;

/// Starts runs as they are due, until the engine is gone.
pub(super) async fn attend(core: Weak<Core>, rouse: Arc<Notify>) {
    let mut firing = Firing::default();
    loop {
        let Some(core) = core.upgrade() else { return };
        let engine = Engine(core);
        if engine.0.shutdown.is_closing() {
            return;
        }
        let next = match engine.fire_due(&mut firing).await {
            Ok(next) => next,
            Err(StoreError::Fatal(why)) => return lost(&why),
            Err(error) => {
                tracing::warn!(%error, "the store cannot be asked for schedules");
                Some(later(engine.now(), AGAIN))
            }
        };
        let sleep = next.map(|next| engine.0.clock.wait(next));
        let is_virtual = engine.0.clock.is_virtual();
        // Who only sleeps does not keep it alive.
        drop(engine);
        let slept = async {
            match sleep {
                Some(sleep) => sleep.await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = slept => {}
            () = rouse.notified() => {}
            Some(fired) = firing.next() => if let Err(StoreError::Fatal(why)) = fired {
                return lost(&why);
            },
            // Time that passes, whatever the clock shows. Nobody else writes to the store of a virtual clock.
            () = tokio::time::sleep(PATIENCE), if !is_virtual => {}
        }
    }
}

fn lost(why: &str) {
    tracing::error!(why, "the store is lost: no schedule starts anything any more");
}

impl Engine {
    /// Has the runs begin that are due. Returns when the next one is.
    async fn fire_due(&self, firing: &mut Firing) -> Result<Option<Timestamp>> {
        // A virtual clock stands still meanwhile.
        let _presence = Presence::new(&self.0.present);
        let store = self.kept()?.clone();
        let (now, mut next) = (self.now(), None);
        let values = kept::values(&*store).await?;
        firing.looked.keep(&values);
        for value in values {
            if let Some(time) = firing.looked.next(&value, now) {
                next = next.into_iter().chain(time).min();
                continue;
            }
            let entry = match Entry::read(&value) {
                Ok(entry) => entry,
                Err(error) => {
                    tracing::warn!(%error, "a schedule is left alone");
                    continue;
                }
            };
            if entry.kept.paused || self.opener(&entry.kept.workflow).is_err() {
                firing.looked.note(value, now, None);
                continue;
            }
            if firing.has(&entry.name) {
                continue;
            }
            match entry.next_after(now) {
                Some(time) if time <= now => {
                    let (engine, store) = (self.clone(), store.clone());
                    let presence = Presence::new(&self.0.present);
                    let name = entry.name.clone();
                    firing.add(name, async move { engine.fire(&*store, entry, presence).await });
                    if firing.len() >= SLICE {
                        // The others are looked at when one of these has begun.
                        return Ok(None);
                    }
                }
                time => {
                    firing.looked.note(value, now, time);
                    next = next.into_iter().chain(time).min();
                }
            }
        }
        Ok(next)
    }

    /// Starts the runs of one schedule that are due.
    async fn fire(&self, store: &dyn Store, mut entry: Entry, presence: Presence) -> Result<()> {
        let fired = self.fire_all(store, &mut entry, presence).await;
        if let Err(error @ (StoreError::Stalled(_) | StoreError::Refused(_))) = &fired {
            tracing::warn!(schedule = &*entry.name, %error, "runs cannot begin");
            passed(&*self.0.clock, AGAIN).await;
        }
        fired
    }

    async fn fire_all(
        &self,
        store: &dyn Store,
        entry: &mut Entry,
        presence: Presence,
    ) -> Result<()> {
        let now = self.now();
        let mut presence = Some(presence);
        let Due { begin, missed, last } = entry.due(now);
        if let Some((runs, last)) = missed {
            let schedule = &*entry.name;
            tracing::warn!(schedule, runs, %last, "runs were missed and are left out");
            entry.leave_out(runs, last, Omission::Missed);
        }
        for time in begin {
            if self.room() == 0 {
                // What runs needs the clock.
                presence = None;
                self.ready().await;
            }
            presence.get_or_insert_with(|| Presence::new(&self.0.present));
            let _turn = self.0.triggers.turns.take(&entry.name).await;
            // Somebody may have changed, paused or removed it meanwhile.
            if self.0.shutdown.is_closing() || !entry.is_as_read(store).await? {
                return Ok(());
            }
            self.begin(store, entry, time).await?;
            entry.kept.done = time.as_second();
            if !entry.write(store).await? {
                // Somebody else has seen to it, or changed the schedule: it is read again.
                return Ok(());
            }
        }
        entry.kept.done = last.as_second();
        entry.write(store).await.map(drop)
    }

    /// Starts one run, if it has not begun, and takes note of it.
    async fn begin(&self, store: &dyn Store, entry: &mut Entry, time: Timestamp) -> Result<()> {
        let machine = entry.kept.workflow.clone();
        let name = name_of(&entry.name, time);
        let known = store.describe(&self.place().execution(&machine, &name)).await?;
        if known.is_none() {
            let skips = entry.kept.overlap == Overlap::Skip;
            if skips && (self.still_runs(store, entry).await? || self.goes_on(store, entry).await?)
            {
                let schedule = &*entry.name;
                tracing::warn!(schedule, %time, "an earlier run still runs: one is left out");
                entry.leave_out(1, time, Omission::Overlap);
                return Ok(());
            }
            match self.start_run(&machine, &name, input_at(&entry.kept.input, time)).await {
                Ok(()) => {}
                Err(failure) if failure.error() == "ExecutionAlreadyExists" => {}
                Err(failure) if failure.is_interruption() => return Err(stopped(&failure)),
                Err(failure) => {
                    let cause = failure.to_string();
                    tracing::warn!(schedule = &*entry.name, cause, "a run cannot begin");
                    entry.kept.refused = Some(cause.chars().take(REASON).collect());
                    return Ok(());
                }
            }
        }
        entry.kept.last = Some(time.as_second());
        (entry.kept.chain, entry.kept.refused) = (None, None);
        Ok(())
    }

    /// Starts an execution; when this ends without an error, its start is written.
    async fn start_run(
        &self,
        machine: &str,
        name: &str,
        input: Arc<str>,
    ) -> std::result::Result<(), Failure> {
        let open = self.opener(machine)?;
        let timeout = self.registered(machine)?.timeout;
        let (limits, text) = (self.limits(), input.clone());
        let start =
            Start { machine, name: Some(name), input: Some(input), timeout, ..Start::default() };
        // Of code that is not ours.
        let open = |identity: &Identity| {
            caught(|| open(&text, identity, limits)).unwrap_or_else(|text| Err(panicked(&text)))
        };
        let execution = self.start_with(open, start);
        execution.started().await
    }

    /// True if a run of the schedule has not ended.
    async fn still_runs(&self, store: &dyn Store, entry: &Entry) -> Result<bool> {
        let mut query = Query {
            machine: Some(entry.kept.workflow.clone()),
            status: Some(Status::Running),
            prefix: Some(format!("{}-", entry.name).into()),
            ..Query::default()
        };
        loop {
            let page = store.list(query.clone()).await?;
            if page.executions.iter().any(|it| is_run(&it.begun.name, &entry.name)) {
                return Ok(true);
            }
            match page.next {
                Some(next) => query.after = Some(next),
                None => return Ok(false),
            }
        }
    }

    /// True if the last run has gone on as another execution (`continue_as`), and so on, and the last of these has not
    /// ended. Takes note of it, so that the next time it is not followed from the beginning.
    async fn goes_on(&self, store: &dyn Store, entry: &mut Entry) -> Result<bool> {
        let begun = entry.kept.last.and_then(|last| Timestamp::from_second(last).ok());
        let first = || {
            let name = name_of(&entry.name, begun?);
            Some(self.place().execution(&entry.kept.workflow, &name))
        };
        let mut next = entry.kept.chain.clone().or_else(first);
        while let Some(id) = next {
            let Some(known) = store.describe(&id).await? else { return Ok(false) };
            entry.kept.chain = Some(id);
            if known.status == Status::Running {
                return Ok(true);
            }
            next = known.continued;
        }
        Ok(false)
    }
}

/// The name of the run at a time.
fn name_of(schedule: &str, time: Timestamp) -> String {
    format!("{schedule}-{}", time.strftime("%Y%m%dT%H%M%SZ"))
}

/// True if an execution has the name of a run of this schedule: others may have names that begin so.
fn is_run(name: &str, schedule: &str) -> bool {
    const FORM: &[u8] = b"-00000000T000000Z";
    let Some(time) = name.strip_prefix(schedule) else { return false };
    let fits = |(at, form): (u8, &u8)| at == *form || *form == b'0' && at.is_ascii_digit();
    time.len() == FORM.len() && time.bytes().zip(FORM).all(fits)
}

/// The error of the store that kept a run from beginning.
fn stopped(failure: &Failure) -> StoreError {
    StoreError::Stalled(failure.reported())
}
