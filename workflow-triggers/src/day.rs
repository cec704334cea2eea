//! Days of the calendar, and minutes of the clock on the wall.

/// A day of the calendar that is in use (Gregorian, also for the time before it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i16,
    month: i8,
    day: i8,
}

/// A minute of a day, as a clock on the wall shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute {
    /// The day.
    pub day: Day,
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
}

impl Day {
    /// The day of a year, a month and a number; `None` if there is none.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let fits = (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
        fits.then_some(Day { year, month, day })
    }

    /// The last day of a year.
    pub(crate) fn last_of_year(year: i16) -> Self {
        Day { year, month: 12, day: 31 }
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// Returns the month, from 1 on.
    #[must_use]
    pub fn month(self) -> i8 {
        self.month
    }

    /// Returns the day of the month, from 1 on.
    #[must_use]
    pub fn day(self) -> i8 {
        self.day
    }

    /// The number of days that its month has.
    pub(crate) fn days_in_month(self) -> i8 {
        days(self.year, self.month)
    }

    /// The same month with another day of it.
    pub(crate) fn with_day(self, day: i8) -> Option<Self> {
        Day::new(self.year, self.month, day)
    }

    /// The last day of its month.
    pub(crate) fn last_of_month(self) -> Self {
        Day { day: self.days_in_month(), ..self }
    }

    /// The day after this one.
    pub(crate) fn tomorrow(self) -> Option<Self> {
        if self.day < self.days_in_month() {
            return Some(Day { day: self.day + 1, ..self });
        }
        if self.month < 12 {
            return Some(Day { month: self.month + 1, day: 1, ..self });
        }
        Day::new(self.year.checked_add(1)?, 1, 1)
    }

    /// The weekday, from Sunday (0) on.
    pub(crate) fn weekday(self) -> i8 {
        // Days by which the months of a year that begins in March are ahead of the weekday of its first one.
        const AHEAD: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = i32::from(self.year) - i32::from(self.month < 3);
        let leap = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let month = AHEAD[usize::try_from(self.month - 1).unwrap_or_default()];
        let sum = year + leap + month + i32::from(self.day);
        i8::try_from(sum.rem_euclid(7)).unwrap_or_default()
    }
}

/// The number of days of a month.
fn days(year: i16, month: i8) -> i8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (year, month, day, weekday) in [
            (2026, 11, 30, 1),
            (2000, 2, 29, 2),
            (1900, 3, 1, 4),
            (2100, 2, 28, 0),
            (1970, 1, 1, 4),
            (0, 3, 1, 3),
            (-1, 12, 31, 5),
        ] {
            let it = Day::new(year, month, day).unwrap();
            assert_eq!(it.weekday(), weekday, "{it:?}");
        }
        for none in [(2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 1, 0)] {
            assert_eq!(Day::new(none.0, none.1, none.2), None, "{none:?}");
        }
    }

    #[test]
    fn days_follow_each_other_and_so_do_weekdays() {
        let mut day = Day::new(1895, 12, 31).unwrap();
        let mut count = 0;
        while day.year() < 2105 {
            let next = day.tomorrow().unwrap();
            assert!(next > day && next.weekday() == (day.weekday() + 1) % 7, "{next:?}");
            (day, count) = (next, count + 1);
        }
        // From 31 December 1895 to 1 January 2105.
        assert_eq!(count, 209 * 365 + 51 + 1);
    }
}
