//! Schedules as they are written: `0 8 * * MON-FRI`, `cron(…)`, `rate(…)`, `at(…)`.

use crate::cron::Cron;
use crate::day::{Day, Minute};

/// The spans of time that EventBridge knows, in seconds, and one that it does not.
const UNITS: [(&str, i64); 4] = [("second", 1), ("minute", 60), ("hour", 3_600), ("day", 86_400)];
/// The longest period of a rate: about a thousand years.
const LONGEST: i64 = 366_000 * 86_400;

/// A schedule that was read; its zone stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timetable {
    /// Minutes of the clock on the wall.
    Cron(Cron),
    /// A period, in seconds.
    Rate(i64),
    /// One time of the clock on the wall, with its second.
    Once(Minute, i8),
}

impl Timetable {
    /// Reads a schedule: five fields of cron, or `cron(…)`, `rate(…)` and `at(…)` of EventBridge. A rate may be in seconds,
    /// too, which EventBridge does not know.
    ///
    /// # Errors
    /// The field that cannot be read, or an expression whose time never comes.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.trim_ascii();
        let within = |name: &str| text.strip_prefix(name)?.strip_suffix(')');
        if let Some(fields) = within("cron(") {
            Cron::aws(fields)?.check().map(Timetable::Cron)
        } else if let Some(rate) = within("rate(") {
            rate_of(rate).map(Timetable::Rate)
        } else if let Some(time) = within("at(") {
            time_of(time)
        } else if text.contains('(') {
            Err("with brackets it is `cron(…)`, `rate(…)` or `at(…)`".to_owned())
        } else {
            Cron::unix(text)?.check().map(Timetable::Cron)
        }
    }
}

/// Writes a rate in the largest unit that it is a number of.
#[must_use]
pub fn rate(seconds: i64) -> String {
    let whole = |it: &&(&str, i64)| seconds % it.1 == 0;
    let (unit, length) = UNITS.iter().rev().find(whole).unwrap_or(&UNITS[0]);
    let number = seconds / length;
    let plural = if number == 1 { "" } else { "s" };
    format!("rate({number} {unit}{plural})")
}

fn rate_of(text: &str) -> Result<i64, String> {
    let why = || {
        "a rate is a number and a unit, as `rate(1 hour)` or `rate(5 minutes)`: seconds, minutes, hours, days".to_owned()
    };
    let (number, unit) = text.trim_ascii().split_once(' ').ok_or_else(why)?;
    let plain = number.bytes().all(|it| it.is_ascii_digit());
    let number: i64 = number.parse().ok().filter(|_| plain).ok_or_else(why)?;
    let unit = unit.trim_ascii_start();
    let singular = unit.strip_suffix('s').unwrap_or(unit);
    let (name, length) = UNITS.iter().find(|it| it.0 == singular).ok_or_else(why)?;
    if (number == 1) == unit.ends_with('s') {
        let plural = if number == 1 { "" } else { "s" };
        return Err(format!("write `rate({number} {name}{plural})`"));
    }
    let seconds = number.checked_mul(*length).filter(|it| (1..=LONGEST).contains(it));
    Ok(seconds.ok_or("a rate is of a second at least, and of 366,000 days at most")?)
}

fn time_of(text: &str) -> Result<Timetable, String> {
    let read = || {
        let (date, time) = text.split_once('T')?;
        let [year, month, day] = numbers(date, '-', &[4, 2, 2])?[..] else { return None };
        let [hour, minute, second] = numbers(time, ':', &[2, 2, 2])?[..] else { return None };
        let number = |it: i16| i8::try_from(it).ok();
        let day = Day::new(year, number(month)?, number(day)?)?;
        let fits = hour < 24 && minute < 60 && second < 60;
        let minute = Minute { day, hour: number(hour)?, minute: number(minute)? };
        fits.then_some(Timetable::Once(minute, number(second)?))
    };
    read().ok_or_else(|| {
        "a time is written `at(2026-01-01T08:00:00)`, in the schedule's zone".to_owned()
    })
}

/// Numbers of so many digits each, with a sign between them.
fn numbers(text: &str, between: char, lengths: &[usize]) -> Option<Vec<i16>> {
    let parts: Vec<&str> = text.split(between).collect();
    let fit = parts.len() == lengths.len()
        && parts.iter().zip(lengths).all(|(part, length)| {
            part.len() == *length && part.bytes().all(|it| it.is_ascii_digit())
        });
    fit.then(|| parts.iter().map(|it| it.parse().ok()).collect())?
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_day_of_the_calendar_and_a_time_of_the_clock() {
        let day = Day::new(2028, 2, 29).unwrap();
        let expected = Timetable::Once(Minute { day, hour: 23, minute: 59 }, 58);
        assert_eq!(Timetable::read(" at(2028-02-29T23:59:58)"), Ok(expected));
        for wrong in [
            "2026-02-29T00:00:00",
            "2026-01-01T24:00:00",
            "2026-01-01T00:00:60",
            "2026-01-01 00:00:00",
            "2026-1-01T000:00:00",
            "+026-01-01T00:00:00",
            "2026-01-01T00:00",
            "2026-01-01T00:00:00Z",
        ] {
            assert!(Timetable::read(&format!("at({wrong})")).is_err(), "{wrong}");
        }
    }
}
