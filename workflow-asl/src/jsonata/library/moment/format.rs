//! Times as text.

use super::calendar::Calendar;
use super::picture::{Case, Look, Marker, Part};
use super::{DAYS, MONTHS};
use crate::jsonata::fault::{Fault, quoted};
use crate::jsonata::library::integer;
use crate::jsonata::library::{LENGTH, too_long};

/// A time, already moved by the offset of its zone, as a picture has it.
pub fn format(parts: &[Part], calendar: &Calendar, zone: Zone) -> Result<String, Fault> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(part) => text.push_str(part),
            Part::Marker(marker) => text.push_str(&marker.format(calendar, zone)?),
        }
        if text.len() > LENGTH {
            return Err(too_long());
        }
    }
    Ok(text)
}

/// The offset of a zone from UTC.
#[derive(Clone, Copy, Debug)]
pub struct Zone {
    hours: f64,
    minutes: f64,
}

impl Zone {
    /// The zone of a text such as `+0530`.
    ///
    /// The hours are those that are not greater, and the minutes have the sign of the offset, so that `-0530` is six
    /// and a half hours (2.0.6).
    pub fn new(text: &str) -> Self {
        let Ok(offset) = integer::parse_integer(text, "0") else {
            return Zone { hours: f64::NAN, minutes: f64::NAN };
        };
        Zone { hours: (offset / 100.0).floor(), minutes: offset % 100.0 }
    }

    /// No offset.
    pub const UTC: Zone = Zone { hours: 0.0, minutes: 0.0 };

    /// The offset in milliseconds.
    pub fn millis(self) -> f64 {
        (self.hours * 60.0 + self.minutes) * 60_000.0
    }

    fn format(
        self,
        picture: Option<&integer::Picture>,
        traditional: bool,
    ) -> Result<String, Fault> {
        let too_many = || {
            Fault::new(
                "D3134",
                "The timezone integer format specifier cannot have more than four digits",
            )
        };
        let picture = picture.ok_or_else(too_many)?;
        let decimal = picture.decimal().ok_or_else(too_many)?;
        let offset = self.hours * 100.0 + self.minutes;
        let text = match decimal.least {
            _ if decimal.regular.is_some() => picture.format(offset.abs())?,
            1 | 2 => {
                let hours = picture.format(self.hours.abs())?;
                let minutes = integer::format_integer(self.minutes, "00")?;
                if self.minutes == 0.0 { hours } else { format!("{hours}:{minutes}") }
            }
            3 | 4 => picture.format(offset.abs())?,
            _ => return Err(too_many()),
        };
        Ok(match offset {
            0.0 if traditional => "Z".to_owned(),
            _ if offset >= 0.0 => format!("+{text}"),
            _ if offset < 0.0 => format!("-{text}"),
            _ => text,
        })
    }
}

impl Marker {
    fn format(&self, calendar: &Calendar, zone: Zone) -> Result<String, Fault> {
        match &self.look {
            Look::Zone(picture) => {
                let text = zone.format(picture.as_ref(), self.traditional)?;
                Ok(if self.component == 'z' && text != "Z" { format!("GMT{text}") } else { text })
            }
            Look::Name(case) => self.name(*case, calendar),
            Look::Number(picture) => picture.format(self.number(picture, calendar)),
        }
    }

    fn name(&self, case: Case, calendar: &Calendar) -> Result<String, Fault> {
        let name = match self.component {
            'M' => named(&MONTHS, calendar.month),
            'x' => named(&MONTHS, calendar.week_month),
            'F' => named(&DAYS, calendar.weekday),
            'P' => {
                let name = if calendar.hour >= 12.0 { "pm" } else { "am" };
                return Ok(if case == Case::Upper { name.to_uppercase() } else { name.to_owned() });
            }
            'C' | 'E' => return Ok("ISO".to_owned()),
            component => return Err(no_name(component)),
        };
        let name: String = name.chars().take(self.most.unwrap_or(usize::MAX)).collect();
        Ok(match case {
            Case::Lower => name.to_lowercase(),
            Case::Upper => name.to_uppercase(),
            Case::Title => name,
        })
    }

    fn number(&self, picture: &integer::Picture, calendar: &Calendar) -> f64 {
        match self.component {
            'Y' => match self.digits(picture) {
                Some(digits) => {
                    calendar.year % 10_f64.powi(i32::try_from(digits).unwrap_or(i32::MAX))
                }
                None => calendar.year,
            },
            'M' => calendar.month,
            'D' => calendar.day,
            'd' => calendar.day_of_year,
            'F' => calendar.weekday,
            'W' => calendar.week,
            'w' => calendar.month_week,
            'X' => calendar.week_year,
            'x' => calendar.week_month,
            'H' => calendar.hour,
            'h' => (calendar.hour + 11.0) % 12.0 + 1.0,
            'm' => calendar.minute,
            's' => calendar.second,
            _ => calendar.millisecond,
        }
    }

    /// Returns how many digits of a year are written: the last ones.
    fn digits(&self, picture: &integer::Picture) -> Option<usize> {
        let shown = picture.decimal().map(|decimal| decimal.least + decimal.optional);
        self.most.or(shown.filter(|shown| *shown >= 2))
    }
}

fn named(names: &[&'static str], number: f64) -> &'static str {
    // A time that does not exist has no names.
    if number.is_nan() {
        "undefined"
    } else {
        names.get(number as usize - 1).copied().unwrap_or_default()
    }
}

/// The fault of a name for what has none.
pub fn no_name(component: char) -> Fault {
    let component = quoted(&component.to_string());
    Fault::new(
        "D3133",
        format!(
            "The 'name' modifier can only be applied to months and days in the date/time picture string, not {component}"
        ),
    )
}
