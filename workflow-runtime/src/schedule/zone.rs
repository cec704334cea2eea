//! Time zones by their names.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use workflow_triggers::shown;

/// Finds a zone, with the name as the database writes it.
pub(super) fn find(name: &str) -> Result<(TimeZone, String), String> {
    if name.eq_ignore_ascii_case("UTC") {
        return Ok((TimeZone::UTC, "UTC".to_owned()));
    }
    let Ok(zone) = TimeZone::get(name) else { return Err(unknown(name)) };
    let name = zone.iana_name().ok_or_else(|| unknown(name))?.to_owned();
    Ok((zone, name))
}

fn unknown(name: &str) -> String {
    if jiff::tz::db().is_definitively_empty() {
        return "there is no database of time zones here, so that `UTC` alone is known: install \
                the system's (`tzdata`), or build with the feature `zones`"
            .to_owned();
    }
    let name = shown(name);
    format!("`{name}` is no time zone: names are those of the IANA database, as `Europe/Zurich`")
}

/// The point in time at which the clocks of a zone first show this: `None` if they never do.
pub(super) fn point(zone: &TimeZone, civil: DateTime) -> Option<Timestamp> {
    let there = zone.to_ambiguous_timestamp(civil);
    match there.offset() {
        AmbiguousOffset::Gap { .. } => None,
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => there.earlier().ok(),
    }
}
