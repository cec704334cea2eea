//! Cron expressions, and the civil times that they allow.

use super::days::{DAY, Days, WEEKDAY};
use super::numbers::{Numbers, Unit};
use jiff::civil::{Date, DateTime, Time};

const MINUTE: Unit = Unit { name: "minute", low: 0, high: 59, names: &[], round: false };
const HOUR: Unit = Unit { name: "hour", low: 0, high: 23, names: &[], round: false };
const MONTHS: &[&str] =
    &["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const MONTH: Unit = Unit { name: "month", low: 1, high: 12, names: MONTHS, round: false };
/// (Documented, of EventBridge.)
const YEAR: Unit = Unit { name: "year", low: 1970, high: 2199, names: &[], round: false };

/// The years within which the next time of an expression is looked for. The longest pause of one that comes again is 40
/// years: from a 29 February on one weekday to the next, over a year 2100.
const YEARS: i16 = 100;

/// A cron expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cron {
    minutes: Numbers,
    hours: Numbers,
    days: Days,
    months: Numbers,
    weekdays: Days,
    years: Option<Numbers>,
    /// True if a day of one of the two fields is enough.
    either: bool,
}

impl Cron {
    /// Reads the five fields of Unix: minute, hour, day of the month, month, weekday.
    ///
    /// (Documented, crontab(5): where neither of the two fields of days begins with `*`, one of them is enough.)
    pub(super) fn unix(text: &str) -> Result<Self, String> {
        let fields: Vec<&str> = text.split_ascii_whitespace().take(8).collect();
        let [minute, hour, day, month, weekday] = fields[..] else {
            return Err(counted(
                &fields,
                "five fields are minute, hour, day of the month, month and weekday; six are written `cron(…)`, with a year",
            ));
        };
        if let Some(letter) = special(day, weekday) {
            return Err(format!(
                "`{letter}` is not known in five fields: write six, as `cron(0 8 L * ? *)`, which has a year and counts weekdays from Sunday, 1"
            ));
        }
        Ok(Cron {
            minutes: MINUTE.parse(minute)?,
            hours: HOUR.parse(hour)?,
            days: Days::Month(DAY.parse(day)?),
            months: MONTH.parse(month)?,
            weekdays: Days::Weekdays(WEEKDAY.parse(weekday)?),
            years: None,
            either: !day.starts_with('*') && !weekday.starts_with('*'),
        })
    }

    /// Reads the six fields that stand within `cron(…)` of EventBridge.
    pub(super) fn aws(text: &str) -> Result<Self, String> {
        let fields: Vec<&str> = text.split_ascii_whitespace().take(8).collect();
        let [minute, hour, day, month, weekday, year] = fields[..] else {
            return Err(counted(
                &fields,
                "`cron(…)` has six: minute, hour, day of the month, month, weekday and year",
            ));
        };
        if (day == "?") == (weekday == "?") {
            let why = "one of day of the month and weekday is `?`, and only one";
            return Err(format!("{why} (EventBridge has it so)"));
        }
        Ok(Cron {
            minutes: MINUTE.parse(minute)?,
            hours: HOUR.parse(hour)?,
            days: Days::of_month(day)?,
            months: MONTH.parse(month)?,
            weekdays: Days::of_week(weekday)?,
            years: Some(YEAR.parse(year)?),
            either: false,
        })
    }

    /// Refuses an expression that allows no day at all.
    pub(super) fn check(self) -> Result<Self, String> {
        let from = match &self.years {
            Some(years) => Date::new(i16::try_from(years.first()).unwrap_or(i16::MAX), 1, 1),
            None => Date::new(2000, 1, 1),
        };
        let from = from.map_err(|error| error.to_string())?;
        match self.first(from.to_datetime(Time::midnight()), Date::constant(2200, 1, 1)) {
            Some(_) => Ok(self),
            None => Err("there is no such day in any of its months and years".to_owned()),
        }
    }

    /// True if the expression allows this day.
    fn has(&self, date: Date) -> bool {
        let (day, weekday) = (self.days.has(date), self.weekdays.has(date));
        if self.either { day || weekday } else { day && weekday }
    }

    /// The last day on which a time is looked for that comes after this one.
    pub(super) fn horizon(from: Date) -> Date {
        Date::new(from.year().saturating_add(YEARS), 12, 31).unwrap_or(Date::MAX)
    }

    /// Finds the first time, to the minute, that is not before `from`.
    pub(super) fn first(&self, from: DateTime, horizon: Date) -> Option<DateTime> {
        if let Some(time) = self.has_day(from.date()).then(|| self.time(from.time())).flatten() {
            return Some(from.date().to_datetime(time));
        }
        let mut date = from.date().tomorrow().ok()?;
        while date <= horizon {
            if self.has_day(date) {
                return Some(date.to_datetime(self.time(Time::midnight())?));
            }
            date = self.skip(date)?;
        }
        None
    }

    fn has_day(&self, date: Date) -> bool {
        self.has_month(date) && self.has(date)
    }

    fn has_month(&self, date: Date) -> bool {
        let years = self.years.as_ref();
        let year = years.is_none_or(|it| u16::try_from(date.year()).is_ok_and(|year| it.has(year)));
        year && self.months.has(u16::try_from(date.month()).unwrap_or_default())
    }

    /// The next day that may be one: of the next month, if this one is not allowed.
    fn skip(&self, date: Date) -> Option<Date> {
        let last = if self.has_month(date) { date } else { date.last_of_month() };
        last.tomorrow().ok()
    }

    /// The first time of a day that is not before this one.
    fn time(&self, from: Time) -> Option<Time> {
        let unsigned = |number: i8| u16::try_from(number).unwrap_or_default();
        let (hour, minute) = (unsigned(from.hour()), unsigned(from.minute()));
        let time = match self.minutes.from(minute).filter(|_| self.hours.has(hour)) {
            Some(minute) => (hour, minute),
            None => (self.hours.from(hour + 1)?, self.minutes.first()),
        };
        let number = |it| i8::try_from(it).ok();
        Time::new(number(time.0)?, number(time.1)?, 0, 0).ok()
    }
}

/// The letter of EventBridge that stands in the days of an expression of Unix.
fn special(day: &str, weekday: &str) -> Option<char> {
    let last = |field: &str| {
        field.strip_suffix(['L', 'l', 'W', 'w']).is_some_and(|it| {
            it.is_empty() || it.eq_ignore_ascii_case("L") || it.parse::<u8>().is_ok()
        })
    };
    let letter = |field: &str| {
        field
            .chars()
            .find(|c| matches!(c, '?' | '#'))
            .or_else(|| field.chars().last().filter(|_| last(field)))
    };
    letter(day).or_else(|| letter(weekday))
}

fn counted(fields: &[&str], why: &str) -> String {
    let count = match fields.len() {
        8.. => "too many fields".to_owned(),
        1 => "1 field".to_owned(),
        count => format!("{count} fields"),
    };
    format!("it has {count}: {why}")
}
