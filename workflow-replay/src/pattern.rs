//! Texts of a recording, in which tokens such as `<uuid:1>` stand for values, and `date` for times.

use serde_json::{Map, Value};
use std::collections::HashMap;
use std::ops::Range;

/// A numbered token stands for one value throughout a case; one without a number for anything.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bindings(HashMap<String, String>);

impl Bindings {
    /// True if a text is what was recorded. What numbered tokens stand for is remembered.
    pub(crate) fn matches(&mut self, expected: &str, actual: &str) -> bool {
        if expected == actual {
            return true;
        }
        let actual = dates(actual);
        if expected == actual {
            return true;
        }
        let tokens = tokens(expected);
        let Some(values) = values(expected, &tokens, &actual) else { return false };
        tokens.iter().zip(values).all(|(token, value)| self.bind(&expected[token.clone()], value))
    }

    fn bind(&mut self, token: &str, value: &str) -> bool {
        if !token.contains(':') {
            return true;
        }
        self.0.entry(token.to_owned()).or_insert_with(|| value.to_owned()) == value
    }
}

/// Returns what each token of a pattern stands for in a text, each as short as can be; `None` where it does not
/// match.
fn values<'a>(pattern: &str, tokens: &[Range<usize>], text: &'a str) -> Option<Vec<&'a str>> {
    let first = tokens.first()?;
    let last = tokens.last()?;
    let mut rest = text.strip_prefix(&pattern[..first.start])?;
    let mut values = Vec::with_capacity(tokens.len());
    for pair in tokens.windows(2) {
        let between = &pattern[pair[0].end..pair[1].start];
        let at = rest.find(between)?;
        values.push(&rest[..at]);
        rest = &rest[at + between.len()..];
    }
    values.push(rest.strip_suffix(&pattern[last.end..])?);
    Some(values)
}

/// True if an object has this key and no other.
pub(crate) fn only(fields: &Map<String, Value>, key: &str) -> bool {
    fields.len() == 1 && fields.contains_key(key)
}

/// Returns where the tokens of a text are: `<[A-Za-z][A-Za-z0-9_-]*(:[0-9]+)?>`.
#[must_use]
pub fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|open| at + open) {
        match token(&text[open + 1..]) {
            Some(length) => {
                found.push(open..open + 1 + length);
                at = open + 1 + length;
            }
            None => at = open + 1,
        }
    }
    found
}

/// The length of a token after its `<`.
fn token(rest: &str) -> Option<usize> {
    let close = rest.find('>')?;
    let (name, number) = match rest[..close].split_once(':') {
        Some((name, number)) => (name, Some(number)),
        None => (&rest[..close], None),
    };
    let numbered = number
        .is_none_or(|digits| !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()));
    let word = name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-'));
    let begins = name.bytes().next().is_some_and(|it| it.is_ascii_alphabetic());
    (numbered && word && begins).then_some(close + 1)
}

/// The text with `date` in place of every ISO 8601 date-time with an offset.
pub(crate) fn dates(text: &str) -> String {
    let mut dated = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|it: char| ('1'..='9').contains(&it)) {
        let length = date(&rest.as_bytes()[at..]);
        dated.push_str(&rest[..at]);
        let step = match length {
            Some(length) => {
                dated.push_str("date");
                length
            }
            None => {
                dated.push_str(&rest[at..=at]);
                1
            }
        };
        rest = &rest[at + step..];
    }
    dated.push_str(rest);
    dated
}

/// The length of a date-time at the beginning: `2024-01-02T03:04:05.678Z`.
fn date(text: &[u8]) -> Option<usize> {
    let shape = b"dddd-dd-ddTdd:dd:dd";
    let fits =
        |(want, is): (&u8, &u8)| if *want == b'd' { is.is_ascii_digit() } else { want == is };
    if text.len() < shape.len() || !shape.iter().zip(text).all(fits) {
        return None;
    }
    let mut end = shape.len();
    if text.get(end) == Some(&b'.') {
        let digits = text[end + 1..].iter().take(9).take_while(|it| it.is_ascii_digit()).count();
        end += if digits > 0 { 1 + digits } else { 0 };
    }
    match text.get(end)? {
        b'Z' => Some(end + 1),
        b'+' | b'-' => {
            let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
            let colon = usize::from(text.get(end + 3) == Some(&b':'));
            let fits = digit(end + 1)
                && digit(end + 2)
                && digit(end + 3 + colon)
                && digit(end + 4 + colon);
            fits.then_some(end + 5 + colon)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_match_and_are_remembered() {
        let mut known = Bindings::default();
        let cases = [
            ("id <uuid:1>!", "id abc!", true),
            ("<uuid:1>", "abc", true),
            ("<uuid:1>", "abd", false),
            ("<request_id>-<request_id>", "a-b", true),
            ("a<x>b<y>c", "a1b2b3c", true),
            ("a<x>b", "a1c", false),
            ("<not a token>", "x", false),
            ("<a:>", "x", false),
            ("at date", "at 2024-03-01T10:20:30.123Z", true),
            ("at date", "at 2024-03-01T10:20:30+01:00", true),
            ("at date", "at 2024-03-01", false),
            ("<x> date", "ä 2024-03-01T10:20:30Z", true),
        ];
        for (expected, actual, same) in cases {
            assert_eq!(known.matches(expected, actual), same, "{expected} {actual}");
        }
    }

    #[test]
    fn dates_are_found_anywhere() {
        assert_eq!(dates("12024-03-01T10:20:30Z,5 2024-03-01T10:20:30-0100"), "1date,5 date");
        assert_eq!(dates("x 2024-03-01T10:20:30 y"), "x 2024-03-01T10:20:30 y");
    }
}
