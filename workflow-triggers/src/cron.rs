//! Cron expressions, and the minutes that they allow.

use crate::day::{Day, Minute};
use crate::days::{DAY, Days, WEEKDAY};
use crate::numbers::{Numbers, Unit};

pub(crate) const MINUTE: Unit = Unit { name: "minute", low: 0, high: 59, names: &[], round: false };
pub(crate) const HOUR: Unit = Unit { name: "hour", low: 0, high: 23, names: &[], round: false };
const MONTHS: &[&str] =
    &["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
pub(crate) const MONTH: Unit =
    Unit { name: "month", low: 1, high: 12, names: MONTHS, round: false };
/// (Documented, of EventBridge.)
const YEAR: Unit = Unit { name: "year", low: 1970, high: 2199, names: &[], round: false };

/// The years within which the next time of an expression is looked for. The longest pause of one that comes again is 40
/// years: from a 29 February on one weekday to the next, over a year 2100.
const YEARS: i16 = 100;

/// A cron expression: the minutes of the clock on the wall that it allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cron {
    pub(crate) minutes: Numbers,
    pub(crate) hours: Numbers,
    pub(crate) days: Days,
    pub(crate) months: Numbers,
    pub(crate) weekdays: Days,
    pub(crate) years: Option<Numbers>,
    /// True if a day of one of the two fields is enough.
    pub(crate) either: bool,
}

impl Cron {
    /// Reads the five fields of Unix: minute, hour, day of the month, month, weekday.
    ///
    /// (Documented, crontab(5): where neither of the two fields of days begins with `*`, one of them is enough.)
    pub(crate) fn unix(text: &str) -> Result<Self, String> {
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
    pub(crate) fn aws(text: &str) -> Result<Self, String> {
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
    pub(crate) fn check(self) -> Result<Self, String> {
        let year = match &self.years {
            Some(years) => i16::try_from(years.first()).unwrap_or(i16::MAX),
            None => 2000,
        };
        let begin = Day::new(year, 1, 1).map(|day| Minute { day, hour: 0, minute: 0 });
        match begin.and_then(|begin| self.first(begin, Day::last_of_year(2199))) {
            Some(_) => Ok(self),
            None => Err("there is no such day in any of its months and years".to_owned()),
        }
    }

    /// True if the expression allows this day.
    fn has(&self, date: Day) -> bool {
        let (day, weekday) = (self.days.has(date), self.weekdays.has(date));
        if self.either { day || weekday } else { day && weekday }
    }

    /// The last day on which a time is looked for that comes after this one.
    #[must_use]
    pub fn horizon(from: Day) -> Day {
        Day::last_of_year(from.year().saturating_add(YEARS))
    }

    /// Finds the first minute that is not before `from`.
    #[must_use]
    pub fn first(&self, from: Minute, horizon: Day) -> Option<Minute> {
        let at = |day: Day, (hour, minute): (i8, i8)| Minute { day, hour, minute };
        let today = self.has_day(from.day).then(|| self.time((from.hour, from.minute))).flatten();
        if let Some(time) = today {
            return Some(at(from.day, time));
        }
        let mut date = from.day.tomorrow()?;
        while date <= horizon {
            if self.has_day(date) {
                return Some(at(date, self.time((0, 0))?));
            }
            date = self.skip(date)?;
        }
        None
    }

    fn has_day(&self, date: Day) -> bool {
        self.has_month(date) && self.has(date)
    }

    fn has_month(&self, date: Day) -> bool {
        let years = self.years.as_ref();
        let year = years.is_none_or(|it| u16::try_from(date.year()).is_ok_and(|year| it.has(year)));
        year && self.months.has(u16::try_from(date.month()).unwrap_or_default())
    }

    /// The next day that may be one: of the next month, if this one is not allowed.
    fn skip(&self, date: Day) -> Option<Day> {
        let last = if self.has_month(date) { date } else { date.last_of_month() };
        last.tomorrow()
    }

    /// The first time of a day, hour and minute, that is not before this one.
    fn time(&self, from: (i8, i8)) -> Option<(i8, i8)> {
        let unsigned = |number: i8| u16::try_from(number).unwrap_or_default();
        let (hour, minute) = (unsigned(from.0), unsigned(from.1));
        let time = match self.minutes.from(minute).filter(|_| self.hours.has(hour)) {
            Some(minute) => (hour, minute),
            None => (self.hours.from(hour + 1)?, self.minutes.first()),
        };
        let number = |it| i8::try_from(it).ok();
        Some((number(time.0)?, number(time.1)?))
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
