//! Task tokens: the holder of one may answer the attempt that it was made for.

use crate::key::{Attempt, IdempotencyKey, attempt_name};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;

/// The number of bytes of a tag. (RFC 2104, section 5: at least half of the hash.)
const TAG: usize = 16;

/// The secret from which an engine makes its tokens: that of its store, if it has one.
///
/// A token is the place of the attempt in its execution, and a tag that cannot be made without the secret. So it is
/// the same after a crash, and cannot be computed from the name of the execution.
#[derive(Clone, Copy, Default)]
pub struct Secret([u8; 32]);

impl Secret {
    /// Makes a secret of random bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Secret(bytes)
    }

    /// Makes the token of an attempt.
    pub(crate) fn token(&self, key: IdempotencyKey, attempt: Attempt) -> Arc<str> {
        let mut token = attempt_name(key, attempt);
        let Some(tag) = self.tag(&token) else { return token.into() };
        let tag = tag.finalize().into_bytes();
        token.push('-');
        for byte in &tag[..TAG] {
            for four in [byte >> 4, byte & 15] {
                token.push(char::from(b"0123456789abcdef"[usize::from(four)]));
            }
        }
        token.into()
    }

    /// True if the token was made with this secret. Compares in constant time.
    pub(crate) fn made(&self, token: &str) -> bool {
        let parts = token.rsplit_once('-').and_then(|(name, tag)| Some((name, bytes(tag)?)));
        let Some((name, tag)) = parts else { return false };
        self.tag(name).is_some_and(|mac| mac.verify_truncated_left(&tag).is_ok())
    }

    fn tag(&self, name: &str) -> Option<Hmac<Sha256>> {
        // Keys of all lengths are taken.
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(name.as_bytes());
        Some(mac)
    }
}

/// Reads the digits of a tag.
fn bytes(digits: &str) -> Option<[u8; TAG]> {
    let mut tag = [0; TAG];
    if digits.len() != 2 * TAG || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    for (index, byte) in tag.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).ok()?;
    }
    Some(tag)
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(redrives: u32, retries: u32) -> Attempt {
        Attempt { redrives, retries, around: 0 }
    }

    #[test]
    fn tokens_are_made_with_the_secret_alone() {
        let (own, other) = (Secret([7; 32]), Secret([8; 32]));
        let key = IdempotencyKey::from("a place");
        let token = own.token(key, attempt(0, 2));
        assert_eq!(token, own.token(key, attempt(0, 2)));
        assert_eq!((token.len(), token.rsplit('-').count()), (32 + 2 + 1 + 32, 3));
        assert_ne!(token, own.token(key, attempt(0, 3)));
        assert_ne!(token, own.token(key, attempt(1, 2)), "after a redrive");
        assert_ne!(token, other.token(key, attempt(0, 2)));
        assert!(own.made(&token));
        assert!(!other.made(&token));
    }

    #[test]
    fn no_other_text_is_a_token() {
        let own = Secret([7; 32]);
        let token = own.token(IdempotencyKey::from("a place"), Attempt::default());
        let changed = |at: usize| {
            let mut text = token.to_string().into_bytes();
            text[at] = if text[at] == b'0' { b'1' } else { b'0' };
            String::from_utf8(text).unwrap_or_default()
        };
        for at in (0..token.len()).filter(|at| token.as_bytes()[*at] != b'-') {
            assert!(!own.made(&changed(at)), "{}", changed(at));
        }
        for text in ["", "-", "a", &token[1..], &token[..token.len() - 1], &format!("{token}é")] {
            assert!(!own.made(text), "{text}");
        }
    }
}
