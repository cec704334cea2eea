//! Texts that are looked at while a program is compiled, where `str` has no such functions.

pub(crate) const fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

pub(crate) const fn ends_with(text: &[u8], end: &[u8]) -> bool {
    match text.split_at_checked(text.len().saturating_sub(end.len())) {
        Some((_, last)) => equal(last, end),
        None => false,
    }
}

/// The first place of a part in a text.
pub(crate) const fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    let mut at = 0;
    while at + part.len() <= text.len() {
        if equal(text.split_at(at).1.split_at(part.len()).0, part) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The number of colons before a place.
pub(crate) const fn colons(text: &[u8], end: usize) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < end {
        if text[at] == b':' {
            found += 1;
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_texts_are_found() {
        assert!(ends_with(b"glue:startJobRun.sync", b".sync"));
        assert!(!ends_with(b"sync", b".sync") && !ends_with(b"startJobRun.sync:2", b".sync"));
        assert_eq!(
            [find(b"a:bc", b":b"), find(b"a:bc", b":c"), find(b"", b"a")],
            [Some(1), None, None]
        );
        assert_eq!(colons(b"a::b:", 3), 2);
    }
}
