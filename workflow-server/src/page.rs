//! Tokens of pages: where the next page of a list begins.

use crate::refusal::Refusal;
use jiff::Timestamp;

/// Seconds in which a token is taken (API reference: 24 hours).
const VALID: i64 = 24 * 60 * 60;

/// The most that a page holds where a call does not say, or says 0 (API reference).
pub(crate) const DEFAULT: usize = 100;

/// Makes the token of the page that begins at `cursor`, of the list that `list` names.
pub(crate) fn token(list: &str, cursor: u64, now: Timestamp) -> String {
    let body = format!("{cursor:016x}{:016x}", now.as_second());
    let check = check(list, &body);
    format!("{body}{check:016x}")
}

/// Reads the token of a page of the same list.
pub(crate) fn cursor(list: &str, token: &str, now: Timestamp) -> Result<u64, Refusal> {
    read(list, token, now).ok_or_else(Refusal::token)
}

fn read(list: &str, token: &str, now: Timestamp) -> Option<u64> {
    if token.len() != 48 || !token.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    let number = |at: usize| u64::from_str_radix(token.get(at..at + 16)?, 16).ok();
    let made = i64::try_from(number(16)?).ok()?;
    let fresh = (0..=VALID).contains(&now.as_second().checked_sub(made)?);
    let own = number(32)? == check(list, token.get(..32)?);
    (fresh && own).then(|| number(0)).flatten()
}

/// A checksum (FNV-1a): it tells a token of another list, or a typing error, not an attack. A cursor opens nothing
/// that the call would not list anyway.
fn check(list: &str, body: &str) -> u64 {
    let bytes = list.bytes().chain([0]).chain(body.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Cuts a page out of a whole list: at most `most` from number `from` on, and where the next one begins.
pub(crate) fn cut<T>(all: Vec<T>, from: u64, most: usize) -> (Vec<T>, Option<u64>) {
    let first = usize::try_from(from).unwrap_or(usize::MAX);
    let next = first.saturating_add(most);
    let more = next < all.len();
    let page = all.into_iter().skip(first).take(most).collect();
    (page, more.then_some(next as u64))
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
        let token = token("a", 7, at(1_000));
        assert_eq!(cursor("a", &token, at(1_000 + VALID)), Ok(7));
        assert_eq!(cursor("b", &token, at(1_000)), Err(Refusal::token()));
        assert_eq!(cursor("a", &token, at(1_001 + VALID)), Err(Refusal::token()));
        assert_eq!(cursor("a", &token, at(999)), Err(Refusal::token()));
    }

    #[test]
    fn pages_follow_each_other() {
        let all = || (0..5).collect::<Vec<_>>();
        assert_eq!(cut(all(), 0, 2), (vec![0, 1], Some(2)));
        assert_eq!(cut(all(), 4, 2), (vec![4], None));
        assert_eq!(cut(all(), 3, 2), (vec![3, 4], None));
        assert_eq!(cut(all(), u64::MAX, 2), (vec![], None));
    }

    proptest! {
        #[test]
        fn no_other_text_is_a_token(text in ".{0,64}") {
            prop_assert_eq!(cursor("a", &text, at(0)), Err(Refusal::token()));
        }

        #[test]
        fn a_changed_token_is_none(cursor_of: u64, place in 0..48_usize, digit in 0..16_u32) {
            let token = token("a", cursor_of, at(5));
            let mut bytes = token.clone().into_bytes();
            bytes[place] = char::from_digit(digit, 16).unwrap() as u8;
            let changed = String::from_utf8(bytes).unwrap();
            let expected = if changed == token { Ok(cursor_of) } else { Err(Refusal::token()) };
            prop_assert_eq!(cursor("a", &changed, at(5)), expected);
        }
    }
}
