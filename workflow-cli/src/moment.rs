//! Points in time, as command lines have them.

use jiff::{Span, SpanRelativeTo, Timestamp, civil::Date, tz::TimeZone};

/// The time in which something began that is listed.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct When {
    /// Only those that began then or later: `2026-11-30T08:00:00Z`, `2026-11-30` (UTC), or an age, `2h`
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) since: Option<Timestamp>,
    /// Only those that began before: a time, or an age
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) until: Option<Timestamp>,
}

/// Reads a time, or how long ago it is.
fn moment(text: &str) -> Result<Timestamp, String> {
    moment_at(text, Timestamp::now()).ok_or_else(|| {
        "write a time, `2026-11-30T08:00:00Z`, a day, `2026-11-30`, or an age: `90m`, `2h`, `7d`"
            .to_owned()
    })
}

fn moment_at(text: &str, now: Timestamp) -> Option<Timestamp> {
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    // A time without its zone is none.
    if text.len() == "2026-11-30".len()
        && let Ok(day) = text.parse::<Date>()
    {
        return Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp());
    }
    let age: Span = text.parse().ok()?;
    let age = age.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    if age.is_negative() {
        return None;
    }
    now.checked_sub(age).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_ages_are_read() {
        let now: Timestamp = "2026-11-30T08:00:00Z".parse().unwrap_or_default();
        let read = |text| moment_at(text, now).map(|time| time.to_string());
        for (text, right) in [
            ("2026-11-30T08:00:00Z", "2026-11-30T08:00:00Z"),
            ("2026-11-30T10:00:00.5+02:00", "2026-11-30T08:00:00.5Z"),
            ("2026-11-29", "2026-11-29T00:00:00Z"),
            ("2h", "2026-11-30T06:00:00Z"),
            ("90m", "2026-11-30T06:30:00Z"),
            ("1h 30m", "2026-11-30T06:30:00Z"),
            ("7d", "2026-11-23T08:00:00Z"),
            ("1w", "2026-11-23T08:00:00Z"),
            ("0s", "2026-11-30T08:00:00Z"),
        ] {
            assert_eq!(read(text).as_deref(), Some(right), "{text}");
        }
        for text in [
            "",
            "2",
            "h",
            "yesterday",
            "-2h",
            "2h ago",
            "1y",
            "2mo",
            "2026-11-30T08:00:00",
            "2026-13-01",
            "999999y",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
