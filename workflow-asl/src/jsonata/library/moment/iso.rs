//! Times of ISO 8601.

use super::calendar::exact_time;
use crate::jsonata::fault::{Fault, quoted};

/// The time of a text such as `2024-03-05T06:07:08.009Z`, of which all but the year may be absent; NaN if it has the
/// form and is no time.
///
/// # Errors
///
/// D3110 for another form.
pub fn parse(text: &str) -> Result<f64, Fault> {
    let mut reader = Reader { text: text.as_bytes() };
    let time = reader.time();
    if time.is_some() && reader.text.is_empty() {
        return Ok(time.unwrap_or(f64::NAN));
    }
    Err(Fault::new(
        "D3110",
        format!(
            "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given {}",
            quoted(text)
        ),
    ))
}

/// The zone at the end of a time.
#[derive(Clone, Copy, PartialEq)]
enum Zone {
    /// `Z`
    Utc,
    /// Minutes.
    Offset(f64),
}

struct Reader<'a> {
    text: &'a [u8],
}

impl Reader<'_> {
    /// Reads a time; `None` if something that must be there is not.
    fn time(&mut self) -> Option<f64> {
        let year = self.digits(b"9999")?;
        let mut parts = self.rows(b"-19");
        parts.extend(self.rows(b"-39"));
        let clocks = self.clocks();
        let fraction = self.fraction()?;
        let zone = self.zone()?;
        // 2.0.6 takes each of them several times and fails afterwards; so does a fraction or a zone without a clock.
        let (month, day) = match &*parts {
            [] => (1.0, 1.0),
            [month] => (*month, 1.0),
            [month, day] => (*month, *day),
            _ => return Some(f64::NAN),
        };
        let clock = match &*clocks {
            [] if fraction.is_none() && zone.is_none_or(|zone| zone == Zone::Utc) => 0.0,
            [clock] => clock + fraction.unwrap_or(0.0),
            _ => return Some(f64::NAN),
        };
        let offset = match zone {
            Some(Zone::Offset(minutes)) => minutes * 60_000.0,
            _ => 0.0,
        };
        let exists =
            (1.0..=12.0).contains(&month) && (1.0..=31.0).contains(&day) && clock <= 86_400_000.0;
        Some(if exists { exact_time(year, month - 1.0, day, clock - offset) } else { f64::NAN })
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.text.first() == Some(&byte);
        self.text = &self.text[usize::from(found)..];
        found
    }

    /// Reads digits that are not greater than these, each by itself.
    fn digits(&mut self, most: &[u8]) -> Option<f64> {
        let digits = self.text.get(..most.len())?;
        let fits = digits.iter().zip(most).all(|(digit, most)| (b'0'..=*most).contains(digit));
        let value = digits
            .iter()
            .fold(0.0, |value, digit| value * 10.0 + f64::from(digit.wrapping_sub(b'0')));
        fits.then(|| {
            self.text = &self.text[most.len()..];
            value
        })
    }

    /// Reads numbers of two digits with a sign before each.
    fn rows(&mut self, form: &[u8; 3]) -> Vec<f64> {
        let mut rows = vec![];
        loop {
            let start = self.text;
            match self.eat(form[0]).then(|| self.digits(&form[1..])).flatten() {
                // `-0100` is an offset.
                Some(value) if !self.text.first().is_some_and(u8::is_ascii_digit) => {
                    rows.push(value)
                }
                _ => {
                    self.text = start;
                    return rows;
                }
            }
        }
    }

    /// Reads times of the day, in milliseconds.
    fn clocks(&mut self) -> Vec<f64> {
        let mut clocks = vec![];
        loop {
            let start = self.text;
            let Some(clock) = self.clock() else {
                self.text = start;
                return clocks;
            };
            clocks.push(clock);
        }
    }

    fn clock(&mut self) -> Option<f64> {
        let mut part =
            |before: u8, most: &[u8]| self.eat(before).then(|| self.digits(most)).flatten();
        let (hour, minute, second) = (part(b'T', b"29")?, part(b':', b"59")?, part(b':', b"59")?);
        Some(hour * 3_600_000.0 + minute * 60_000.0 + second * 1000.0)
    }

    /// Reads a fraction of a second, in whole milliseconds.
    fn fraction(&mut self) -> Option<Option<f64>> {
        if !self.eat(b'.') {
            return Some(None);
        }
        let count = self.text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.text.split_at(count);
        self.text = rest;
        let places = digits.iter().zip([100.0, 10.0, 1.0]);
        let millis = places.map(|(digit, place)| f64::from(digit - b'0') * place).sum();
        (count > 0).then_some(Some(millis))
    }

    /// Reads an offset, in minutes; NaN for one of a day or more.
    fn zone(&mut self) -> Option<Option<Zone>> {
        if self.eat(b'Z') {
            return Some(Some(Zone::Utc));
        }
        let sign = match self.text.first() {
            Some(b'+') => 1.0,
            Some(b'-') => -1.0,
            _ => return Some(None),
        };
        self.text = &self.text[1..];
        let hours = self.digits(b"29")?;
        self.eat(b':');
        let minutes = self.digits(b"59")?;
        Some(Some(Zone::Offset(if hours < 24.0 {
            sign * (hours * 60.0 + minutes)
        } else {
            f64::NAN
        })))
    }
}
