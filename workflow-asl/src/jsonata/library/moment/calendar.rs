//! Days, weeks and months of the Gregorian calendar, in UTC, for all times that JavaScript has.

/// The number of milliseconds in a day.
pub const DAY: f64 = 86_400_000.0;
/// The greatest distance from 1970 that a time can have.
const LATEST: f64 = 8.64e15;

/// A time as a calendar has it. All of it is NaN for a time that does not exist.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    pub year: f64,
    /// From 1.
    pub month: f64,
    pub day: f64,
    pub hour: f64,
    pub minute: f64,
    pub second: f64,
    pub millisecond: f64,
    /// From 1 for Monday.
    pub weekday: f64,
    pub day_of_year: f64,
    /// The week of the year (ISO 8601): that of its Thursday.
    pub week: f64,
    /// The year of the week.
    pub week_year: f64,
    /// The week of the month, counted by Thursdays, too.
    pub month_week: f64,
    /// The month of the week.
    pub week_month: f64,
}

/// A time without a fraction of a millisecond; NaN if it is too far away.
pub fn clip(millis: f64) -> f64 {
    if millis.abs() <= LATEST { millis.trunc() } else { f64::NAN }
}

impl Calendar {
    /// The calendar at a time.
    pub fn at(millis: f64) -> Self {
        let millis = clip(millis);
        let (days, rest) = ((millis / DAY).floor(), millis.rem_euclid(DAY));
        let (year, month, day) = date(days);
        // 1970 began on a Thursday.
        let weekday = (days + 3.0).rem_euclid(7.0) + 1.0;
        let thursday = days - weekday + 4.0;
        let (week_year, week_month, thursday_day) = date(thursday);
        Calendar {
            year,
            month,
            day,
            hour: (rest / 3_600_000.0).floor(),
            minute: (rest / 60_000.0).floor() % 60.0,
            second: (rest / 1000.0).floor() % 60.0,
            millisecond: rest % 1000.0,
            weekday,
            day_of_year: days - day_number(year, 0.0) + 1.0,
            week: ((thursday - day_number(week_year, 0.0)) / 7.0).floor() + 1.0,
            week_year,
            month_week: ((thursday_day - 1.0) / 7.0).floor() + 1.0,
            week_month,
        }
    }
}

/// Year, month and day of a day counted from 1970.
fn date(days: f64) -> (f64, f64, f64) {
    if days.is_nan() {
        return (days, days, days);
    }
    // Years that begin in March have their leap day at the end; 400 of them have 146,097 days.
    let since = days + 719_468.0;
    let era = (since / 146_097.0).floor();
    let of_era = since - era * 146_097.0;
    let year = ((of_era - (of_era / 1460.0).floor() + (of_era / 36_524.0).floor()
        - (of_era / 146_096.0).floor())
        / 365.0)
        .floor();
    let of_year = of_era - (365.0 * year + (year / 4.0).floor() - (year / 100.0).floor());
    let index = ((5.0 * of_year + 2.0) / 153.0).floor();
    let day = of_year - ((153.0 * index + 2.0) / 5.0).floor() + 1.0;
    let month = if index < 10.0 { index + 3.0 } else { index - 9.0 };
    (year + era * 400.0 + f64::from(u8::from(month <= 2.0)), month, day)
}

/// The first day of a month, counted from 1970; months count from 0 and may be of other years.
fn day_number(year: f64, month: f64) -> f64 {
    let year = year + (month / 12.0).floor();
    let month = month.rem_euclid(12.0);
    let march = if month < 2.0 { year - 1.0 } else { year };
    let of_year = ((153.0 * ((month + 10.0) % 12.0) + 2.0) / 5.0).floor();
    march * 365.0 + (march / 4.0).floor() - (march / 100.0).floor()
        + (march / 400.0).floor()
        + of_year
        - 719_468.0
}

/// A time of numbers that may be out of range, as `Date.UTC` has it: years to 99 are of the 20th century.
pub fn time(date: [f64; 3], [hour, minute, second, millisecond]: [f64; 4]) -> f64 {
    let [year, month, day] = date;
    let year = if (0.0..100.0).contains(&year) { year + 1900.0 } else { year };
    let days = day_number(year, month) + day - 1.0;
    clip(days * DAY + hour * 3_600_000.0 + minute * 60_000.0 + second * 1000.0 + millisecond)
}

/// A time of numbers whose year is what it is.
pub fn exact_time(year: f64, month: f64, day: f64, millis: f64) -> f64 {
    clip((day_number(year, month) + day - 1.0) * DAY + millis)
}
