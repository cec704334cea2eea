//! Percent encoding, as JavaScript has it.

use crate::jsonata::fault::{Fault, quoted};

/// Characters that neither function encodes, besides letters and digits.
const PLAIN: &str = "-_.!~*'()";
/// Characters that mean something in a URL: those of a component are encoded, and stay encoded in a whole URL.
const RESERVED: &str = ";/?:@&=+$,#";

/// `$encodeUrl`: of a whole URL.
pub fn encode_url(text: &str) -> String {
    encoded(text, |letter| PLAIN.contains(letter) || RESERVED.contains(letter))
}

/// `$encodeUrlComponent`: of a part of a URL.
pub fn encode_url_component(text: &str) -> String {
    encoded(text, |letter| PLAIN.contains(letter))
}

fn encoded(text: &str, kept: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || kept(letter) {
            encoded.push(letter);
        } else {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(hexadecimal));
            }
        }
    }
    encoded
}

fn hexadecimal(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
}

/// `$decodeUrl`: of a whole URL, where encoded characters that mean something stay encoded.
///
/// # Errors
///
/// D3140 for what is no percent encoding of UTF-8.
pub fn decode_url(text: &str) -> Result<String, Fault> {
    decoded(text, |letter| RESERVED.contains(letter)).ok_or_else(|| malformed("decodeUrl", text))
}

/// `$decodeUrlComponent`: of a part of a URL.
///
/// # Errors
///
/// D3140 for what is no percent encoding of UTF-8.
pub fn decode_url_component(text: &str) -> Result<String, Fault> {
    decoded(text, |_| false).ok_or_else(|| malformed("decodeUrlComponent", text))
}

fn malformed(function: &str, text: &str) -> Fault {
    Fault::new("D3140", format!("Malformed URL passed to ${function}(): {}", quoted(text)))
}

fn decoded(text: &str, kept: impl Fn(char) -> bool) -> Option<String> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        decoded.push_str(&rest[..at]);
        let bytes = sequence(&rest[at..])?;
        let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        let (source, after) = rest[at..].split_at(3 * bytes.len());
        if kept(letter) {
            decoded.push_str(source);
        } else {
            decoded.push(letter);
        }
        rest = after;
    }
    decoded.push_str(rest);
    Some(decoded)
}

/// The encoded bytes of the one character that a text begins with.
fn sequence(text: &str) -> Option<Vec<u8>> {
    let byte = |index: usize| {
        let digits = text.as_bytes().get(3 * index..3 * index + 3)?;
        let [b'%', high, low] = *digits else { return None };
        let digit = |letter: u8| char::from(letter).to_digit(16);
        u8::try_from(digit(high)? << 4 | digit(low)?).ok()
    };
    let count = match byte(0)?.leading_ones() {
        0 => 1,
        ones @ 2..=4 => ones as usize,
        _ => return None,
    };
    (0..count).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_url_needs_is_encoded() {
        for (text, url, component) in [
            ("a b", "a%20b", "a%20b"),
            ("a/b?c=d&e=é!'()*", "a/b?c=d&e=%C3%A9!'()*", "a%2Fb%3Fc%3Dd%26e%3D%C3%A9!'()*"),
            (
                "x#[1]%|^`{}\"<>",
                "x#%5B1%5D%25%7C%5E%60%7B%7D%22%3C%3E",
                "x%23%5B1%5D%25%7C%5E%60%7B%7D%22%3C%3E",
            ),
            ("😀~_-.", "%F0%9F%98%80~_-.", "%F0%9F%98%80~_-."),
        ] {
            assert_eq!(encode_url(text), url);
            assert_eq!(encode_url_component(text), component);
        }
    }

    #[test]
    fn what_was_encoded_is_decoded() {
        assert_eq!(decode_url("%F0%9F%98%80%2F%3f%20%23é").as_deref(), Ok("😀%2F%3f %23é"));
        assert_eq!(decode_url_component("%F0%9F%98%80%2F").as_deref(), Ok("😀/"));
        for text in [
            "%",
            "%4",
            "%zz",
            "%E0%A4%A",
            "a%C0%80",
            "%80",
            "%ED%A0%80",
            "%F8%80%80%80%80",
            "%E2%é",
            "%+1",
        ] {
            let fault = decode_url(text).map_err(|fault| (fault.code, fault.text));
            assert_eq!(
                fault,
                Err(("D3140", format!("Malformed URL passed to $decodeUrl(): \"{text}\"")))
            );
            assert!(decode_url_component(text).is_err());
        }
    }
}
