//! Texts of two runs in which times and UUIDs differ: both are another in each run.

use crate::pattern::dates;
use std::collections::HashMap;
use std::ops::Range;

/// The UUIDs of a recording, and those of another run that stand for them.
#[derive(Clone, Debug, Default)]
pub(crate) struct MadeUp(HashMap<String, String>);

impl MadeUp {
    /// True if a text is what was recorded. Each UUID stands for one other throughout.
    pub(crate) fn matches(&mut self, recorded: &str, ours: &str) -> bool {
        if recorded == ours {
            return true;
        }
        let (recorded, ours) = (dates(recorded), dates(ours));
        let (theirs, own) = (uuids(&recorded), uuids(&ours));
        if theirs.len() != own.len() || plain(&recorded, &theirs) != plain(&ours, &own) {
            return false;
        }
        theirs.into_iter().zip(own).all(|(a, b)| {
            let known = self.0.entry(recorded[a].to_owned());
            known.or_insert_with(|| ours[b.clone()].to_owned()) == &ours[b]
        })
    }
}

/// A text without its UUIDs.
fn plain(text: &str, uuids: &[Range<usize>]) -> Vec<String> {
    let mut at = 0;
    let mut parts: Vec<String> = uuids
        .iter()
        .map(|uuid| {
            let part = text[at..uuid.start].to_owned();
            at = uuid.end;
            part
        })
        .collect();
    parts.push(text[at..].to_owned());
    parts
}

/// The places of the UUIDs in a text: `8-4-4-4-12` hexadecimal digits.
fn uuids(text: &str) -> Vec<Range<usize>> {
    const LENGTH: usize = 36;
    let bytes = text.as_bytes();
    let dash = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    let fits = |(at, byte): (usize, &u8)| {
        if dash(at) { *byte == b'-' } else { byte.is_ascii_hexdigit() }
    };
    let (mut found, mut at) = (vec![], 0);
    while let Some(part) = bytes.get(at..at + LENGTH) {
        if part.iter().enumerate().all(fits) {
            found.push(at..at + LENGTH);
            at += LENGTH;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "11111111-2222-4333-8444-555555555555";
    const B: &str = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    #[test]
    fn times_and_uuids_may_differ_and_nothing_else() {
        let cases = [
            ("a", "a", true),
            ("a", "b", false),
            ("at 2026-01-02T03:04:05Z", "at 2026-01-02T09:04:05.123Z", true),
            ("at 2026-01-02T03:04:05Z", "at noon", false),
            (&format!("x{A}y"), &format!("x{B}y"), true),
            (&format!("x{A}y"), &format!("x{B}z"), false),
            (&format!("ä{A}"), "ä", false),
            ("<uuid:1>", "other", false),
        ];
        for (recorded, ours, same) in cases {
            assert_eq!(MadeUp::default().matches(recorded, ours), same, "{recorded} {ours}");
        }
    }

    #[test]
    fn a_uuid_stands_for_one_other() {
        let mut known = MadeUp::default();
        assert!(known.matches(A, B));
        assert!(known.matches(&format!("again {A}"), &format!("again {B}")));
        assert!(!known.matches(A, A.replace('1', "2").as_str()));
    }
}
