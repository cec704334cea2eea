//! Timestamps of the States Language: RFC 3339 with an upper-case `T` and `Z` (specification, "Timestamps").

use std::cmp::Ordering;

/// An instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Since 1970.
    seconds: i64,
    nanoseconds: u32,
}

impl Timestamp {
    /// The instant that a text names, such as `2016-03-14T01:59:00Z` or `2016-03-14T01:59:00.5+01:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Digits(text);
        let (year, _, month, _, day) =
            (rest.take(4)?, rest.sign("-")?, rest.take(2)?, rest.sign("-")?, rest.take(2)?);
        rest.sign("T")?;
        let (hour, _, minute, _, second) =
            (rest.take(2)?, rest.sign(":")?, rest.take(2)?, rest.sign(":")?, rest.take(2)?);
        let nanoseconds = if rest.sign(".").is_some() { rest.fraction()? } else { 0 };
        let offset = rest.offset()?;
        let is_time = hour < 24 && minute < 60 && second < 60;
        let is_date = (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        if !(is_time && is_date && rest.0.is_empty()) {
            return None;
        }
        let seconds = (days(year, month, day) * 24 + hour) * 3600 + minute * 60 + second - offset;
        Some(Timestamp { seconds, nanoseconds })
    }

    /// The seconds since 1970, rounded down, and the nanoseconds above them.
    #[must_use]
    pub const fn since_1970(self) -> (i64, u32) {
        (self.seconds, self.nanoseconds)
    }

    pub(super) fn order(self, other: Self) -> Ordering {
        self.cmp(&other)
    }
}

struct Digits<'t>(&'t str);

impl Digits<'_> {
    fn take(&mut self, count: usize) -> Option<i64> {
        let digits = self.0.get(..count)?;
        let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
        self.0 = self.0.get(count..)?;
        is_number.then(|| digits.parse().ok()).flatten()
    }
    fn sign(&mut self, sign: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(sign)?;
        Some(())
    }
    /// One to nine digits.
    fn fraction(&mut self) -> Option<u32> {
        let count = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.0.get(..count).filter(|_| (1..=9).contains(&count))?;
        self.0 = self.0.get(count..)?;
        format!("{digits:0<9}").parse().ok()
    }
    /// `Z`, or hours and minutes; in seconds.
    fn offset(&mut self) -> Option<i64> {
        if self.sign("Z").is_some() {
            return Some(0);
        }
        let sign = if self.sign("+").is_some() { 1 } else { self.sign("-").map(|()| -1)? };
        let (hours, _, minutes) = (self.take(2)?, self.sign(":")?, self.take(2)?);
        (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1970-01-01 to a date, in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let leaps = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let months: i64 = (1..month).map(|month| days_in(year, month)).sum();
    // 719,162 days lie between 0001-01-01 and 1970-01-01.
    before * 365 + leaps + months + day - 1 - 719_162
}
