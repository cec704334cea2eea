//! Points in time that are written out.

/// True for a day, a time and a zone in RFC 3339, `2026-01-01T00:00:00Z`.
pub fn is_one(text: &str) -> bool {
    let Some((day, rest)) = text.split_once(['T', 't', ' ']) else { return false };
    let zone = rest.rfind(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(zone);
    is_day(day) && is_time(time) && is_zone(zone)
}

/// The numbers between separators, each of its number of digits.
fn numbers(text: &str, separator: char, digits: &[usize]) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split(separator).collect();
    let fits = |(part, digits): (&&str, &usize)| {
        part.len() == *digits && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let all = parts.len() == digits.len() && parts.iter().zip(digits).all(fits);
    all.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

fn is_day(text: &str) -> bool {
    let Some([year, month, day]) = numbers(text, '-', &[4, 2, 2]).as_deref().and_then(three) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

fn is_time(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = numbers(whole, ':', &[2, 2, 2]);
    whole
        .as_deref()
        .and_then(three)
        .is_some_and(|[hour, minute, second]| digits && hour < 24 && minute < 60 && second < 61)
}

fn is_zone(text: &str) -> bool {
    match text.strip_prefix(['+', '-']) {
        Some(offset) => numbers(offset, ':', &[2, 2])
            .is_some_and(|offset| offset.first().is_some_and(|it| *it < 24) && offset[1] < 60),
        None => text.eq_ignore_ascii_case("z"),
    }
}

fn three(numbers: &[u32]) -> Option<[u32; 3]> {
    numbers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn points_in_time_have_a_day_a_time_and_a_zone() {
        for right in [
            "2026-01-01T00:00:00Z",
            "2024-02-29T23:59:60.5+05:30",
            "2000-02-29T00:00:00Z",
            "1970-01-02t00:00:00z",
            "2026-12-31 12:30:00.25-23:59",
            "2026-04-30T00:00:00+00:00",
        ] {
            assert!(is_one(right), "{right}");
        }
        for wrong in [
            "",
            "2025",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00x",
            "2026-01-01T00:00Z",
            "202a-01-01T00:00:00Z",
            "2026-+1-01T00:00:00Z",
            "2026-1-01T00:00:00Z",
            "2026-01-001T00:00:00Z",
            "2026-01-01-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-32T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2025-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00:61Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.5aZ",
            "2026-01-01T00:00:00+5",
            "2026-01-01T00:00:00-05:+3",
            "2026-01-01T00:00:00+24:00",
            "2026-01-01T00:00:00+00:60",
            "tomorrow at T",
        ] {
            assert!(!is_one(wrong), "{wrong}");
        }
    }
}
