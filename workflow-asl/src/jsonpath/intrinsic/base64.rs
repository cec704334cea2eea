//! `States.Base64Encode` and `States.Base64Decode`: RFC 4648, with padding.

use super::call::Called;
use super::{Function, refuse};
use serde_json::Value;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// The most characters (Developer Guide).
pub(super) const CHARACTERS: usize = 10_000;

fn text(function: Function, value: &Value) -> Called<&str> {
    match value {
        Value::String(text) if text.chars().nth(CHARACTERS).is_none() => Ok(text),
        Value::String(_) => refuse(function, format!("more than {CHARACTERS} characters")),
        _ => refuse(function, "expected a string"),
    }
}

pub(super) fn encode(value: &Value) -> Called<Value> {
    let mut encoded = String::new();
    for chunk in text(Function::Base64Encode, value)?.as_bytes().chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = ALPHABET[(bits >> (18 - 6 * place) & 63) as usize];
            encoded.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    Ok(Value::String(encoded))
}

pub(super) fn decode(value: &Value) -> Called<Value> {
    let text = text(Function::Base64Decode, value)?;
    match bytes(text) {
        Some(bytes) => Ok(Value::String(String::from_utf8_lossy(&bytes).into_owned())),
        None => refuse(Function::Base64Decode, "the text is not Base64"),
    }
}

/// Padding may be left out, as in Java.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    if padding > 2 || padding > 0 && !text.len().is_multiple_of(4) || digits.len() % 4 == 1 {
        return None;
    }
    let mut bytes = vec![];
    for chunk in digits.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for place in 0..4 {
            let digit = chunk.get(place).copied().unwrap_or(b'A');
            let value = ALPHABET.iter().position(|known| *known == digit)?;
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        bytes.extend_from_slice(bits.to_be_bytes().get(1..chunk.len())?);
    }
    Some(bytes)
}
