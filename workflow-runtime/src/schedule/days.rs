//! The two fields of a cron expression that choose days.

use super::numbers::{Numbers, Unit, digits};
use jiff::civil::{Date, Weekday};

const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/// Days of the month.
pub(super) const DAY: Unit =
    Unit { name: "day of the month", low: 1, high: 31, names: &[], round: false };
/// Weekdays as Unix counts them.
pub(super) const WEEKDAY: Unit =
    Unit { name: "weekday", low: 0, high: 7, names: WEEKDAYS, round: true };
/// Weekdays as EventBridge counts them: Sunday is 1.
pub(super) const AWS_WEEKDAY: Unit =
    Unit { name: "weekday", low: 1, high: 7, names: WEEKDAYS, round: false };

/// The days that one field allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Days {
    /// `?`: the other field decides.
    Any,
    /// Days of the month.
    Month(Numbers),
    /// `L`: the last day of the month.
    Last,
    /// `15W`: the working day nearest to this one, in the same month.
    Nearest(i8),
    /// Weekdays, from Sunday (0) on.
    Weekdays(Numbers),
    /// `6L`: the last one of a weekday in the month.
    LastWeekday(Weekday),
    /// `6#2`: the second one of a weekday in the month.
    Nth(Weekday, i8),
}

impl Days {
    /// Reads the days of the month of EventBridge (documented: `L`, `W` and `?`).
    pub(super) fn of_month(text: &str) -> Result<Self, String> {
        match text.strip_suffix(['W', 'w']) {
            _ if text == "?" => Ok(Days::Any),
            _ if text.eq_ignore_ascii_case("L") => Ok(Days::Last),
            Some(day) if !day.is_empty() => {
                let day = DAY.number(day)?;
                Ok(Days::Nearest(i8::try_from(day).unwrap_or(i8::MAX)))
            }
            _ => DAY.parse(text).map(Days::Month),
        }
    }

    /// Reads the weekdays of EventBridge (documented: `L`, `#` and `?`).
    pub(super) fn of_week(text: &str) -> Result<Self, String> {
        if text == "?" {
            return Ok(Days::Any);
        }
        if let Some((day, nth)) = text.split_once('#') {
            let nth = digits(nth).and_then(|it| i8::try_from(it).ok());
            let nth = nth.filter(|it| (1..=5).contains(it));
            let why = "`#` stands between one weekday and a number from 1 to 5, as in `MON#2`";
            return Ok(Days::Nth(weekday(AWS_WEEKDAY.number(day)?), nth.ok_or(why)?));
        }
        match text.strip_suffix(['L', 'l']) {
            Some("") => Ok(Days::Weekdays(WEEKDAY.parse("6")?)),
            Some(day) => Ok(Days::LastWeekday(weekday(AWS_WEEKDAY.number(day)?))),
            None => AWS_WEEKDAY.parse(text).map(|it| Days::Weekdays(it.less(1))),
        }
    }

    /// True if this day is one of them.
    pub(super) fn has(&self, date: Date) -> bool {
        let unsigned = |number: i8| u16::try_from(number).unwrap_or_default();
        match self {
            Days::Any => true,
            Days::Month(numbers) => numbers.has(unsigned(date.day())),
            Days::Last => date == date.last_of_month(),
            Days::Nearest(day) => nearest(date, *day) == Some(date),
            Days::Weekdays(numbers) => {
                numbers.has(unsigned(date.weekday().to_sunday_zero_offset()))
            }
            Days::LastWeekday(day) => date.nth_weekday_of_month(-1, *day).ok() == Some(date),
            Days::Nth(day, nth) => date.nth_weekday_of_month(*nth, *day).ok() == Some(date),
        }
    }
}

/// The weekday of a number of EventBridge.
fn weekday(number: u16) -> Weekday {
    let offset = i8::try_from(number).unwrap_or_default() - 1;
    Weekday::from_sunday_zero_offset(offset).unwrap_or(Weekday::Sunday)
}

/// The working day nearest to this day of the month of `date`; `None` if the month is too short.
fn nearest(date: Date, day: i8) -> Option<Date> {
    let there = date.with().day(day).build().ok()?;
    let days = match there.weekday() {
        Weekday::Saturday if day == 1 => 2,
        Weekday::Saturday => -1,
        Weekday::Sunday if there == there.last_of_month() => -2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    there.with().day(day + days).build().ok()
}
