//! Text as times.

use super::calendar::{Calendar, DAY, exact_time, time};
use super::format::no_name;
use super::picture::{Look, Marker, Part};
use super::{DAYS, MONTHS};
use crate::jsonata::fault::Fault;
use crate::jsonata::library::integer::{self, Form};
use crate::jsonata::library::regex::{Left, Regex, Subject};
use std::collections::HashMap;

/// The parts of a time that a text names. A name that is unknown leaves its part out.
type Found = HashMap<char, f64>;

/// The time that a text is by a picture; `None` if it does not fit. What is missing before the first part that is
/// given is as `now`.
pub fn parse(text: &str, parts: &[Part], now: f64) -> Result<Option<f64>, Fault> {
    let pattern = parts.iter().map(pattern).collect::<Result<String, _>>()?;
    let subject = Subject::new(text);
    let regex = Regex::compile(&format!("^{pattern}$"), "i")?;
    let Some(found) = regex.find_at(&subject, 0, &mut Left::default())? else { return Ok(None) };
    let markers = parts
        .iter()
        .filter_map(|part| if let Part::Marker(marker) = part { Some(marker) } else { None });
    let mut values = Found::new();
    let mut any = false;
    for (marker, group) in markers.zip(found.groups) {
        any = true;
        let text = group.map(|(start, end)| subject.slice(start, end)).unwrap_or_default();
        match marker.read(&text)? {
            Some(value) => values.insert(marker.component, value),
            None => values.remove(&marker.component),
        };
    }
    if any { whole(&values, now).map(Some) } else { Ok(None) }
}

/// The regular expression of a part, with one group for a marker.
fn pattern(part: &Part) -> Result<String, Fault> {
    let marker = match part {
        Part::Text(text) => return Ok(text.chars().map(literal).collect()),
        Part::Marker(marker) => marker,
    };
    let pattern = match &marker.look {
        Look::Zone(picture) => {
            let gmt = if marker.component == 'z' { "GMT" } else { "" };
            let separator = picture
                .as_ref()
                .and_then(integer::Picture::decimal)
                .and_then(|decimal| decimal.regular);
            let minutes = separator
                .map(|(_, separator)| format!("{}[0-9]+", literal(separator)))
                .unwrap_or_default();
            format!("{gmt}[-+][0-9]+{minutes}")
        }
        Look::Name(_) if "MxFP".contains(marker.component) => "[a-zA-Z]+".to_owned(),
        Look::Name(_) => return Err(no_name(marker.component)),
        Look::Number(picture) => number(marker.component, picture),
    };
    Ok(format!("({pattern})"))
}

fn number(component: char, picture: &integer::Picture) -> String {
    match &picture.form {
        Form::Letters(_) => "[A-Z]+".to_owned(),
        Form::Roman { .. } => "[MDCLXVI]+".to_owned(),
        Form::Words { .. } => {
            format!("(?:{}|and|[\\-, ])+", integer::words().collect::<Vec<_>>().join("|"))
        }
        Form::Decimal(decimal) => {
            let exact = "YMD".contains(component) && decimal.least > 1;
            let count = if exact { format!("{{{}}}", decimal.least) } else { "+".to_owned() };
            format!("[0-9]{count}{}", if picture.ordinal { "(?:th|st|nd|rd)" } else { "" })
        }
    }
}

/// The regular expression of one character.
fn literal(letter: char) -> String {
    if "^$\\.*+?()[]{}|/".contains(letter) { format!("\\{letter}") } else { letter.to_string() }
}

impl Marker {
    /// The value of what stands at a marker; `None` for an unknown name.
    fn read(&self, text: &str) -> Result<Option<f64>, Fault> {
        let most = self.most.unwrap_or(usize::MAX);
        let index = |names: &[&str]| {
            let at = names.iter().position(|name| name.chars().take(most).eq(text.chars()));
            at.map(|at| at as f64 + 1.0)
        };
        Ok(match (&self.look, self.component) {
            (Look::Zone(picture), _) => Some(offset(text, picture.as_ref())),
            (Look::Name(_), 'F') => index(&DAYS),
            (Look::Name(_), 'P') => match text {
                "am" | "AM" => Some(0.0),
                "pm" | "PM" => Some(1.0),
                _ => None,
            },
            (Look::Name(_), _) => index(&MONTHS),
            (Look::Number(picture), _) => Some(picture.parse(text)?),
        })
    }
}

/// The minutes of an offset such as `+0530`, `-5:30` or `GMT+5`.
fn offset(text: &str, picture: Option<&integer::Picture>) -> f64 {
    let text = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let (sign, digits) = text.split_at(text.len().min(1));
    let separator = picture.and_then(integer::Picture::decimal).and_then(|decimal| decimal.regular);
    let (hours, minutes) = match separator {
        Some((_, separator)) => digits.split_once(separator).unwrap_or((digits, "")),
        None => digits.split_at(digits.len().min(2)),
    };
    let number =
        |text: &str| if text.is_empty() { 0.0 } else { text.parse::<f64>().unwrap_or(f64::NAN) };
    // The sign is that of the hours alone (2.0.6).
    let hours = if sign == "-" { -number(hours) } else { number(hours) };
    hours * 60.0 + number(minutes)
}

/// The time of the parts that were found.
fn whole(found: &Found, now: f64) -> Result<f64, Fault> {
    // A part that is zero does not decide which parts belong together (2.0.6).
    let kinds = |kind: &'static str| {
        let given = found.iter().filter(|(_, value)| **value != 0.0 && !value.is_nan());
        given.map(|(part, _)| *part).filter(move |part| kind.contains(*part))
    };
    let only = |kind, parts: &str| {
        kinds(kind).next().is_some() && kinds(kind).all(|part| parts.contains(part))
    };
    let dated = |parts: &str| only("YXMxWwdD", parts);
    let twelve = only("PHhmsf", "Phmsf") && !only("PHhmsf", "Hmsf");
    let missing = || {
        Fault::new(
            "D3136",
            "The date/time picture string is missing specifiers required to parse the timestamp",
        )
    };
    if !dated("YMD") && !dated("Yd") && (dated("Xxw") || dated("XW")) {
        // Weeks are not supported.
        return Err(missing());
    }
    let by_day = !dated("YMD") && dated("Yd");
    let order = [if by_day { "YD" } else { "YMD" }, if twelve { "Phmsf" } else { "Hmsf" }].concat();
    let mut found = found.clone();
    fill(&mut found, &order, &Calendar::at(now)).ok_or_else(missing)?;
    let of = |part: char| found.get(&part).copied().unwrap_or(0.0);
    let (month, day) = if by_day { by_day_of_year(of('Y'), of('d')) } else { (of('M'), of('D')) };
    let month = if month > 0.0 { month - 1.0 } else { 0.0 };
    let hour = match () {
        () if !twelve => of('H'),
        () => of('h') % if of('h') == 12.0 { 12.0 } else { f64::INFINITY } + 12.0 * of('P'),
    };
    let time = time([of('Y'), month, day], [hour, of('m'), of('s'), of('f')]);
    Ok(time - (of('Z') + of('z')) * 60_000.0)
}

/// Fills in what is missing: before the first part from now, behind the last one the least. `None` for a gap.
fn fill(found: &mut Found, order: &str, now: &Calendar) -> Option<()> {
    let (mut begun, mut ended) = (false, false);
    for part in order.chars() {
        if found.contains_key(&part) {
            if ended {
                return None;
            }
            begun = true;
            continue;
        }
        ended = begun;
        let value = match part {
            'M' | 'D' if begun => 1.0,
            _ if begun => 0.0,
            'Y' => now.year,
            'M' => now.month,
            'D' => now.day,
            'P' => f64::from(u8::from(now.hour >= 12.0)),
            'H' => now.hour,
            'h' => now.hour % 12.0,
            'm' => now.minute,
            's' => now.second,
            _ => now.millisecond,
        };
        found.insert(part, value);
    }
    Some(())
}

/// Month and day of a day of the year; of one of another year, these alone count.
fn by_day_of_year(year: f64, day: f64) -> (f64, f64) {
    if day == 0.0 {
        return (1.0, 1.0);
    }
    let calendar = Calendar::at(exact_time(year, 0.0, 1.0, (day - 1.0) * DAY));
    (calendar.month, calendar.day)
}
