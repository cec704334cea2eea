//! `$fromMillis` and `$toMillis`: times and pictures of times.

mod calendar;
mod format;
mod iso;
mod parse;
mod picture;

use crate::jsonata::fault::Fault;
use calendar::Calendar;
use format::Zone;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The picture of a time if there is none: ISO 8601.
const ISO: &str = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

/// `$fromMillis`, and `$now`: a time as a picture has it, in a zone such as `+0530`. A fraction of a millisecond is
/// cut off.
///
/// # Errors
///
/// D3130 to D3135 for a picture that is none.
pub fn from_millis(
    millis: f64,
    picture: Option<&str>,
    zone: Option<&str>,
) -> Result<String, Fault> {
    let zone = zone.map_or(Zone::UTC, Zone::new);
    let parts = picture::parts(picture.unwrap_or(ISO))?;
    let calendar = Calendar::at(calendar::clip(millis) + zone.millis());
    format::format(&parts, &calendar, zone)
}

/// `$toMillis`: the time that a text is, in ISO 8601 or by a picture, or NaN; `None` if it does not fit the picture.
/// What a picture has not is taken from `now`.
///
/// # Errors
///
/// D3110 for a text that is not ISO 8601; D3130 to D3136 for a picture that is none, or has gaps.
pub fn to_millis(text: &str, picture: Option<&str>, now: f64) -> Result<Option<f64>, Fault> {
    match picture {
        None => iso::parse(text).map(Some),
        Some(picture) => parse::parse(text, &picture::parts(picture)?, now),
    }
}

#[cfg(test)]
mod tests;
