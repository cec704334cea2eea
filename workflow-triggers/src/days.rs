//! The two fields of a cron expression that choose days.

use crate::day::Day;
use crate::numbers::{Numbers, Unit, digits};

/// The names of weekdays, from Sunday on.
pub(crate) const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/// Days of the month.
pub(crate) const DAY: Unit =
    Unit { name: "day of the month", low: 1, high: 31, names: &[], round: false };
/// Weekdays as Unix counts them.
pub(crate) const WEEKDAY: Unit =
    Unit { name: "weekday", low: 0, high: 7, names: WEEKDAYS, round: true };
/// Weekdays as EventBridge counts them: Sunday is 1.
pub(crate) const AWS_WEEKDAY: Unit =
    Unit { name: "weekday", low: 1, high: 7, names: WEEKDAYS, round: false };

/// The days that one field allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Days {
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
    /// `6L`: the last one of a weekday (Sunday is 0) in the month.
    LastWeekday(i8),
    /// `6#2`: the second one of a weekday in the month.
    Nth(i8, i8),
}

impl Days {
    /// Reads the days of the month of EventBridge (documented: `L`, `W` and `?`).
    pub(crate) fn of_month(text: &str) -> Result<Self, String> {
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
    pub(crate) fn of_week(text: &str) -> Result<Self, String> {
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
    pub(crate) fn has(&self, date: Day) -> bool {
        let unsigned = |number: i8| u16::try_from(number).unwrap_or_default();
        match self {
            Days::Any => true,
            Days::Month(numbers) => numbers.has(unsigned(date.day())),
            Days::Last => date == date.last_of_month(),
            Days::Nearest(day) => nearest(date, *day) == Some(date),
            Days::Weekdays(numbers) => numbers.has(unsigned(date.weekday())),
            Days::LastWeekday(day) => {
                date.weekday() == *day && date.day() + 7 > date.days_in_month()
            }
            Days::Nth(day, nth) => date.weekday() == *day && (date.day() - 1) / 7 + 1 == *nth,
        }
    }
}

/// The weekday, from Sunday (0) on, of a number of EventBridge.
fn weekday(number: u16) -> i8 {
    i8::try_from(number).unwrap_or_default() - 1
}

/// The working day nearest to this day of the month of `date`; `None` if the month is too short.
fn nearest(date: Day, day: i8) -> Option<Day> {
    const SUNDAY: i8 = 0;
    const SATURDAY: i8 = 6;
    let there = date.with_day(day)?;
    let days = match there.weekday() {
        SATURDAY if day == 1 => 2,
        SATURDAY => -1,
        SUNDAY if there == there.last_of_month() => -2,
        SUNDAY => 1,
        _ => 0,
    };
    there.with_day(day + days)
}
