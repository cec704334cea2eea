//! Tokens of pages: where the next page of a list begins.

use crate::refusal::Refusal;
use jiff::Timestamp;

/// Seconds in which a token is taken (API reference: 24 hours).
const VALID: i64 = 24 * 60 * 60;

/// The most that a page holds where a call does not say, or says 0 (API reference).
pub(crate) const DEFAULT: usize = 100;

/// The digits of a number in a token.
const DIGITS: usize = 16;

/// Makes the token of the page that begins behind the entry with the key `after`, of the list that `list` names.
pub(crate) fn token(list: &str, after: &str, now: Timestamp) -> String {
    let key: String = after.bytes().map(|byte| format!("{byte:02x}")).collect();
    let body = format!("{:0DIGITS$x}{key}", now.as_second());
    let check = check(list, &body);
    format!("{body}{check:0DIGITS$x}")
}

/// Reads the token of a page of the same list: the key of the entry that it begins behind.
pub(crate) fn after(list: &str, token: &str, now: Timestamp) -> Result<String, Refusal> {
    read(list, token, now).ok_or_else(Refusal::token)
}

fn read(list: &str, token: &str, now: Timestamp) -> Option<String> {
    let digit = |it: u8| it.is_ascii_digit() || (b'a'..=b'f').contains(&it);
    if token.len() < 2 * DIGITS || token.len() % 2 == 1 || !token.bytes().all(digit) {
        return None;
    }
    let (body, sum) = token.split_at(token.len() - DIGITS);
    let (made, key) = body.split_at(DIGITS);
    let made = i64::from_str_radix(made, 16).ok()?;
    let fresh = (0..=VALID).contains(&now.as_second().checked_sub(made)?);
    let own = u64::from_str_radix(sum, 16).ok()? == check(list, body);
    if !fresh || !own {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(key.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..key.len()).step_by(2).map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// A checksum: it tells a token of another list, or a typing error, not an attack. A key opens nothing
/// that the call would not list anyway.
fn check(list: &str, body: &str) -> u64 {
    digest(list.bytes().chain([0]).chain(body.bytes()))
}

/// The digest of bytes (FNV-1a).
pub(crate) fn digest(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The key of a numbered entry.
pub(crate) fn number(number: u64) -> String {
    format!("{number:0DIGITS$x}")
}

/// The key of an entry of a list in the order in which things were made.
pub(crate) fn made(created: Timestamp, name: &str) -> String {
    // From the beginning of time on it is not negative.
    let begin = Timestamp::MIN.as_nanosecond();
    format!("{:024x}{name}", created.as_nanosecond() - begin)
}

/// Cuts a page out of a whole list: at most `most` entries behind that with the key `after`, in the order of their keys,
/// and the key of the last one where others follow. Whatever is added or removed between two pages, none is left out or
/// told twice.
pub(crate) fn cut<T>(
    mut all: Vec<T>,
    after: Option<&str>,
    most: usize,
    key: impl Fn(&T) -> String,
) -> (Vec<T>, Option<String>) {
    all.retain(|it| after.is_none_or(|after| *key(it) > *after));
    all.sort_by_cached_key(&key);
    let more = all.len() > most;
    all.truncate(most);
    let next = all.last().map(&key).filter(|_| more);
    (all, next)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_token_is_of_its_list_and_of_its_day() {
        let token = token("a", "é7", at(1_000));
        assert_eq!(after("a", &token, at(1_000 + VALID)), Ok("é7".to_owned()));
        assert_eq!(after("b", &token, at(1_000)), Err(Refusal::token()));
        assert_eq!(after("a", &token, at(1_001 + VALID)), Err(Refusal::token()));
        assert_eq!(after("a", &token, at(999)), Err(Refusal::token()));
    }

    /// AWS's bound of tokens (API reference): they are held against it when they come back.
    #[test]
    fn tokens_are_short_enough() {
        let key = made(at(1), &"\u{10ffff}".repeat(80));
        assert!(token("a", &key, at(1)).len() <= 1_024);
    }

    #[test]
    fn keys_are_in_the_order_of_time() {
        let keys = [
            made(Timestamp::MIN, "z"),
            made(at(-1), "y"),
            made(at(0), "b"),
            made(at(0), "c"),
            made(Timestamp::MAX, "a"),
        ];
        assert!(keys.is_sorted());
        assert!(number(9) < number(10) && number(u64::MAX - 1) < number(u64::MAX));
    }

    #[test]
    fn a_page_begins_behind_a_key_that_may_be_gone() {
        let page = |all: &[&str], after, most| {
            let all = all.iter().map(|it| (*it).to_owned()).collect();
            let (page, next) = cut(all, after, most, String::clone);
            (page.concat(), next.unwrap_or_default())
        };
        let told = |page: &str, next: &str| (page.to_owned(), next.to_owned());
        assert_eq!(page(&["c", "a", "b"], None, 2), told("ab", "b"));
        assert_eq!(page(&["c", "a"], Some("b"), 2), told("c", ""));
        assert_eq!(page(&["c", "b", "a"], None, 3), told("abc", ""));
        assert_eq!(page(&["d", "c"], Some("b"), 1), told("c", "c"));
        assert_eq!(page(&[], Some("b"), 1), told("", ""));
    }

    proptest! {
        #[test]
        fn no_other_text_is_a_token(text in ".{0,64}") {
            prop_assert_eq!(after("a", &text, at(0)), Err(Refusal::token()));
        }

        #[test]
        fn a_changed_token_is_none(key in ".{0,9}", place: usize, digit in 0..16_u32) {
            let token = token("a", &key, at(5));
            let mut bytes = token.clone().into_bytes();
            let place = place % bytes.len();
            bytes[place] = char::from_digit(digit, 16).unwrap() as u8;
            let changed = String::from_utf8(bytes).unwrap();
            let expected = if changed == token { Ok(key) } else { Err(Refusal::token()) };
            prop_assert_eq!(after("a", &changed, at(5)), expected);
        }
    }
}
