//! A schedule as the store keeps it: a small value under its name.

use super::left_out::{Omission, Omitted};
use crate::failure::Failure;
use crate::schedule::{Missed, Overlap, Schedule};
use crate::store::{Named, Put, Result, Store, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The beginning of the names of such values.
const PREFIX: &str = "schedule/";
/// The form of the value.
const VERSION: u8 = 1;
/// The seconds by which clocks may differ, or be set back, without anything to be done.
const AHEAD: i64 = 3_600;
/// The number of values that are read at once.
const PAGE: usize = 100;

/// A schedule with its state. Times are seconds since 1970.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    version: u8,
    pub(super) workflow: Arc<str>,
    schedule: String,
    zone: String,
    /// The first time that was asked for.
    starting: Option<i64>,
    pub(super) input: Arc<str>,
    pub(super) missed: Missed,
    pub(super) overlap: Overlap,
    pub(super) paused: bool,
    /// The time from which a rate counts that asked for none.
    since: i64,
    /// The last time that was seen to: it began, or was left out.
    pub(super) done: i64,
    /// The last run that began.
    pub(super) last: Option<i64>,
    /// The execution that the last run has come to, as far as it was followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) chain: Option<Arc<str>>,
    /// The reason why the last run could not begin.
    pub(super) refused: Option<String>,
    /// The runs that were left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) omitted: Option<Omitted>,
}

/// The runs of a schedule that are due.
pub(super) struct Due {
    /// The times of those that begin, by the policy for those that were missed.
    pub(super) begin: Vec<Timestamp>,
    /// The number of those that were missed, and do not begin; and the time of the last one.
    pub(super) missed: Option<(usize, Timestamp)>,
    /// The last time that is seen to by that.
    pub(super) last: Timestamp,
}

/// A schedule with its name, and the bytes that a change replaces.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Arc<str>,
    pub(super) kept: Kept,
    pub(super) schedule: Schedule,
    bytes: Arc<[u8]>,
}

impl Kept {
    /// A schedule that begins now.
    pub(super) fn new(
        workflow: Arc<str>,
        schedule: &Schedule,
        input: Arc<str>,
        (missed, overlap): (Missed, Overlap),
        now: Timestamp,
    ) -> Self {
        let since = now.as_second();
        // The first time of a rate is its beginning.
        let done = if schedule.is_rate() { since - 1 } else { since };
        Kept {
            version: VERSION,
            workflow,
            schedule: schedule.text().to_owned(),
            zone: schedule.zone().to_owned(),
            starting: schedule.start().map(Timestamp::as_second),
            input,
            missed,
            overlap,
            paused: false,
            since,
            done,
            last: None,
            chain: None,
            refused: None,
            omitted: None,
        }
    }

    /// Takes over the state of the schedule that had the name before: its times go on where they are the same.
    pub(super) fn following(self, before: &Kept) -> Self {
        let times = |it: &Kept| (it.schedule.clone(), it.zone.clone(), it.starting);
        let Kept { paused, since, done, last, omitted, .. } = *before;
        let chain = before.chain.clone().filter(|_| self.workflow == before.workflow);
        if times(&self) != times(before) {
            // What the last run has come to may still run.
            return Kept { paused, last, chain, omitted, ..self };
        }
        let same = self.workflow == before.workflow && self.input == before.input;
        let refused = before.refused.clone().filter(|_| same);
        Kept { paused, since, done, last, chain, refused, omitted, ..self }
    }

    /// The time after which runs come. A clock that was far ahead when the last one began is wrong no more: the schedule goes
    /// on from now; the names of runs that come again keep them from beginning twice.
    pub(super) fn after(&self, now: Timestamp) -> Timestamp {
        let done = Timestamp::from_second(self.done).unwrap_or(now);
        if done.as_second() - now.as_second() > AHEAD { now } else { done }
    }

    /// The times of the schedule.
    pub(super) fn times(&self) -> std::result::Result<Schedule, String> {
        let schedule = Schedule::parse(&self.schedule, &self.zone);
        let schedule = schedule.map_err(|error| error.to_string())?;
        let start = match self.starting {
            None if schedule.is_rate() => Some(self.since),
            starting => starting,
        };
        let Some(start) = start else { return Ok(schedule) };
        let start = Timestamp::from_second(start).map_err(|error| error.to_string())?;
        Ok(schedule.starting(start))
    }

    fn read(bytes: &[u8]) -> std::result::Result<(Self, Schedule), String> {
        let kept: Kept = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if kept.version != VERSION {
            return Err(format!("it has the form {}, and {VERSION} is known", kept.version));
        }
        let schedule = kept.times()?;
        Ok((kept, schedule))
    }

    fn written(&self) -> Result<Arc<[u8]>> {
        let bytes =
            serde_json::to_vec(self).map_err(|error| StoreError::Refused(error.to_string()))?;
        Ok(bytes.into())
    }
}

impl Entry {
    /// The next time to see to: not after `now` if runs are due. A clock that was far ahead counts as that.
    pub(super) fn next_after(&self, now: Timestamp) -> Option<Timestamp> {
        let after = self.kept.after(now);
        let is_wrong = after.as_second() != self.kept.done;
        if is_wrong { Some(now) } else { self.schedule.next(after) }
    }

    /// Takes note of runs that are left out.
    pub(super) fn leave_out(&mut self, runs: usize, last: Timestamp, why: Omission) {
        self.kept.omitted = Some(Omitted::after(self.kept.omitted, runs, last, why));
    }

    /// The runs that are due.
    pub(super) fn due(&self, now: Timestamp) -> Due {
        let after = self.kept.after(now);
        let most = self.kept.missed.most() + Omitted::MOST;
        let mut due = self.schedule.last(after, now, most);
        let last = due.last().copied().unwrap_or(after);
        let late = |time: &Timestamp| now.as_second() - time.as_second() >= Missed::GRACE;
        let prompt = due.iter().filter(|time| !late(time)).count();
        let begin = self.kept.missed.begin(prompt).min(due.len());
        let begin = due.split_off(due.len() - begin);
        let missed = due.last().map(|last| (due.len().min(Omitted::MOST), *last));
        Due { begin, missed, last }
    }

    pub(super) fn read(value: &Named) -> Result<Self> {
        let name = value.name.strip_prefix(PREFIX).unwrap_or(&value.name);
        let (kept, schedule) = Kept::read(&value.value).map_err(|why| {
            StoreError::Refused(format!("the stored schedule `{name}` cannot be read: {why}"))
        })?;
        Ok(Entry { name: name.into(), kept, schedule, bytes: value.value.clone() })
    }

    /// True if the store has the schedule as it was read, or last written.
    pub(super) async fn is_as_read(&self, store: &dyn Store) -> Result<bool> {
        let known = value(store, &format!("{PREFIX}{}", self.name)).await?;
        Ok(known.is_some_and(|known| known.value == self.bytes))
    }

    /// Writes the schedule as it is now. False if somebody else has changed it since it was read.
    pub(super) async fn write(&mut self, store: &dyn Store) -> Result<bool> {
        let bytes = self.kept.written()?;
        if bytes == self.bytes {
            return Ok(true);
        }
        let put = Put::new(format!("{PREFIX}{}", self.name), Some(bytes.clone()));
        let written = store.put(put.replacing(Some(self.bytes.clone()))).await?;
        self.bytes = bytes;
        Ok(written)
    }
}

/// Writes a schedule that was not there. False if one is.
pub(super) async fn add(store: &dyn Store, name: &str, kept: &Kept) -> Result<bool> {
    store.put(Put::new(format!("{PREFIX}{name}"), Some(kept.written()?)).replacing(None)).await
}

/// Removes a schedule, whatever it holds. False if there is none.
pub(super) async fn remove(store: &dyn Store, name: &str) -> Result<bool> {
    let name: Arc<str> = format!("{PREFIX}{name}").into();
    loop {
        let Some(value) = value(store, &name).await? else { return Ok(false) };
        if store.put(Put::new(name.clone(), None).replacing(Some(value.value))).await? {
            return Ok(true);
        }
    }
}

/// Reads the schedule of this name.
pub(super) async fn find(store: &dyn Store, name: &str) -> Result<Option<Entry>> {
    let found = value(store, &format!("{PREFIX}{name}")).await?;
    found.as_ref().map(Entry::read).transpose()
}

async fn value(store: &dyn Store, name: &str) -> Result<Option<Named>> {
    // Of all names that begin so, this one is the first.
    let mut found = store.values(name, None, 1).await?;
    Ok(found.pop().filter(|value| &*value.name == name))
}

/// Reads all schedules; of one that cannot be read, the reason.
pub(super) async fn all(store: &dyn Store) -> Result<Vec<Result<Entry>>> {
    Ok(values(store).await?.iter().map(Entry::read).collect())
}

/// Counts the schedules.
pub(super) async fn count(store: &dyn Store) -> Result<usize> {
    Ok(values(store).await?.len())
}

/// Reads all schedules, as they are stored.
pub(super) async fn values(store: &dyn Store) -> Result<Vec<Named>> {
    let mut all: Vec<Named> = vec![];
    loop {
        let after = all.last().map(|last| last.name.clone());
        let page = store.values(PREFIX, after.as_deref(), PAGE).await?;
        let full = page.len() == PAGE;
        all.extend(page);
        if !full {
            return Ok(all);
        }
    }
}

/// Refuses a name that executions could not have.
pub(super) fn check_name(name: &str) -> std::result::Result<(), Failure> {
    workflow_triggers::rules::schedule(name).map_err(Failure::runtime)
}
