//! Schedules: the times at which a workflow is started.
//!
//! A schedule is a cron expression in a time zone, a rate, or one point in time. The texts are those of Unix
//! (`0 8 * * MON-FRI`) and of EventBridge Scheduler: `cron(0 8 ? * MON-FRI *)`, `rate(5 minutes)`,
//! `at(2026-01-01T08:00:00)`.
//!
//! ```
//! use workflow_runtime::schedule::Schedule;
//!
//! let noon = Schedule::cron("0 12 * * *", "UTC")?;
//! let next = noon.next("2026-01-01T12:00:00Z".parse()?);
//! assert_eq!(next, Some("2026-01-02T12:00:00Z".parse()?));
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

mod error;
#[cfg(test)]
mod laws;
mod policy;
#[cfg(test)]
mod tests;
mod zone;

pub use error::ScheduleError;
pub use jiff::Timestamp;
pub use policy::{Missed, Overlap};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span};
use std::fmt;
use std::time::Duration;
use workflow_triggers::{Cron, Day, Minute, Timetable, rate};

/// The most bytes of a schedule's text.
const TEXT: usize = 256;
/// The times at which a workflow is started.
///
/// A cron expression follows the clock on the wall in its zone. If a time does not exist, because clocks go forward, it is
/// left out; if it exists twice, because they go back, it comes once (documented, EventBridge Scheduler), the first time
/// (judgement). A rate counts time as it passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    text: String,
    zone: TimeZone,
    zone_name: String,
    times: Times,
    starting: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq)]
enum Times {
    Cron(Cron),
    Rate(SignedDuration),
    Once(Timestamp),
}

impl Schedule {
    /// Makes a schedule of a cron expression: the five fields of Unix, or the six of EventBridge's `cron(…)`. The zone has
    /// a name of the IANA database, such as `Europe/Zurich` or `UTC`.
    ///
    /// # Errors
    /// The field that cannot be read, an unknown zone, or an expression whose time never comes.
    pub fn cron(text: &str, zone: &str) -> Result<Self, ScheduleError> {
        let schedule = Schedule::parse(text, zone)?;
        match schedule.times {
            Times::Cron(_) => Ok(schedule),
            Times::Rate(_) | Times::Once(_) => Err(ScheduleError::new(
                text,
                "it is no cron expression: `Schedule::parse` reads rates and times",
            )),
        }
    }

    /// Makes a schedule that repeats after each `period`, in whole seconds. It comes first at once, or at the time of
    /// [`Schedule::starting`].
    ///
    /// # Errors
    /// The period is not a whole number of seconds, or less than one.
    pub fn every(period: Duration) -> Result<Self, ScheduleError> {
        let seconds = i64::try_from(period.as_secs()).unwrap_or(i64::MAX);
        if period.subsec_nanos() != 0 {
            let text = format!("{period:?}");
            return Err(ScheduleError::new(&text, "a period has whole seconds"));
        }
        Schedule::parse(&rate(seconds), "UTC")
    }

    /// Makes a schedule of one point in time; parts of a second count as a whole second.
    ///
    /// # Errors
    /// The time is before the year 0 or after 9999.
    pub fn at(time: Timestamp) -> Result<Self, ScheduleError> {
        let whole =
            Timestamp::from_second(time.as_second() + i64::from(time.subsec_nanosecond() > 0));
        let civil = TimeZone::UTC.to_datetime(whole.unwrap_or(time));
        Schedule::parse(&format!("at({})", civil.strftime("%Y-%m-%dT%H:%M:%S")), "UTC")
    }

    /// Reads a schedule as it is written: five fields of cron, or `cron(…)`, `rate(…)` and `at(…)` of EventBridge. A rate
    /// may be in seconds, too, which EventBridge does not know.
    ///
    /// # Errors
    /// As [`Schedule::cron`].
    pub fn parse(text: &str, zone: &str) -> Result<Self, ScheduleError> {
        let error = |why: String| ScheduleError::new(text, why);
        if text.len() > TEXT {
            return Err(error(format!("it has {} bytes: the most are {TEXT}", text.len())));
        }
        let (zone, zone_name) = zone::find(zone).map_err(error)?;
        let times = times(text.trim_ascii(), &zone, &zone_name).map_err(error)?;
        let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Schedule { text, zone, zone_name, times, starting: None })
    }

    /// Sets the first time of a rate. Other schedules do not come before this time. Parts of a second are left out.
    #[must_use]
    pub fn starting(self, time: Timestamp) -> Self {
        let whole = Timestamp::from_second(time.as_second()).unwrap_or(time);
        Schedule { starting: Some(whole), ..self }
    }

    /// Returns the text of the schedule.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the name of its zone.
    #[must_use]
    pub fn zone(&self) -> &str {
        &self.zone_name
    }

    /// Returns the time of [`Schedule::starting`].
    #[must_use]
    pub fn start(&self) -> Option<Timestamp> {
        self.starting
    }

    /// True if it is a rate: its times are counted from its beginning.
    pub(crate) fn is_rate(&self) -> bool {
        matches!(self.times, Times::Rate(_))
    }

    /// The last times, at most so many, that come after one point in time and not after another, in their order.
    pub(crate) fn last(&self, after: Timestamp, until: Timestamp, most: usize) -> Vec<Timestamp> {
        let mut hours = 1;
        loop {
            // The latest times are looked for in longer and longer spans before the end: a schedule may have had millions.
            let span = SignedDuration::from_hours(hours);
            let from = until.checked_sub(span).unwrap_or(Timestamp::MIN).max(after);
            let times = std::iter::successors(self.next(from), |time| self.next(*time));
            let times: Vec<_> = times.take_while(|time| *time <= until).collect();
            if from == after || times.len() >= most {
                let first = times.len().saturating_sub(most);
                return times[first..].to_vec();
            }
            hours = hours.saturating_mul(24).min(24 * 366 * 20_000);
        }
    }

    /// Returns the first time that comes after this one, if there is one. A rate without a first time counts from `after`.
    #[must_use]
    pub fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let just_before = |start: Timestamp| start.checked_sub(SignedDuration::from_nanos(1)).ok();
        let after = self.starting.and_then(just_before).map_or(after, |start| start.max(after));
        match &self.times {
            Times::Cron(cron) => self.next_civil(cron, after),
            Times::Rate(period) => next_of_rate(*period, self.starting.unwrap_or(after), after),
            Times::Once(time) => Some(*time).filter(|time| *time > after),
        }
    }

    fn next_civil(&self, cron: &Cron, after: Timestamp) -> Option<Timestamp> {
        let mut from = minute(self.zone.to_datetime(after))?;
        let horizon = Cron::horizon(from.day);
        loop {
            from = cron.first(from, horizon)?;
            let civil = civil(from, 0)?;
            // Where clocks have gone back, times of the wall may lie before `after`.
            let time = zone::point(&self.zone, civil).filter(|time| *time > after);
            if time.is_some() {
                return time;
            }
            from = minute(civil.checked_add(Span::new().minutes(1)).ok()?)?;
        }
    }
}

fn minute(time: DateTime) -> Option<Minute> {
    let day = Day::new(time.year(), time.month(), time.day())?;
    Some(Minute { day, hour: time.hour(), minute: time.minute() })
}

fn civil(Minute { day, hour, minute }: Minute, second: i8) -> Option<DateTime> {
    let date = Date::new(day.year(), day.month(), day.day()).ok()?;
    Some(date.to_datetime(jiff::civil::Time::new(hour, minute, second, 0).ok()?))
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.times {
            Times::Rate(_) => f.write_str(&self.text),
            Times::Cron(_) | Times::Once(_) => write!(f, "{} {}", self.text, self.zone_name),
        }
    }
}

fn next_of_rate(period: SignedDuration, start: Timestamp, after: Timestamp) -> Option<Timestamp> {
    if start > after {
        return Some(start);
    }
    let passed = after.duration_since(start).as_secs() / period.as_secs();
    let next = passed.checked_add(1)?.checked_mul(period.as_secs())?;
    start.checked_add(SignedDuration::from_secs(next)).ok()
}

fn times(text: &str, zone: &TimeZone, zone_name: &str) -> Result<Times, String> {
    Ok(match Timetable::read(text)? {
        Timetable::Cron(cron) => Times::Cron(cron),
        Timetable::Rate(seconds) => Times::Rate(SignedDuration::from_secs(seconds)),
        Timetable::Once(minute, second) => {
            let time = civil(minute, second).and_then(|civil| zone::point(zone, civil));
            Times::Once(time.ok_or_else(|| {
                format!("that time does not exist in {zone_name}: clocks go forward there")
            })?)
        }
    })
}
