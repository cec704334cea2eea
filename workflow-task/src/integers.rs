//! Integers that AWS does not keep.

/// The first integer in a JSON text that AWS does not keep: it has 64 bits with a sign for each (measured).
#[must_use]
pub fn unkept_integer(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => at = after_string(bytes, at),
            b'0'..=b'9' | b'-' => {
                let end = at + bytes[at..].iter().take_while(|byte| is_number(**byte)).count();
                if beyond(&text[at..end]) {
                    return Some(&text[at..end]);
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    None
}

fn after_string(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

fn is_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

fn beyond(number: &str) -> bool {
    // A fraction or an exponent makes it a double already; 18 digits always fit.
    let integer = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    number.len() > 18 && integer && number.parse::<i64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_beyond_64_bits_are_found() {
        let cases = [
            ("[1,-2,9223372036854775807,-9223372036854775808]", None),
            ("{\"a\":[9223372036854775808]}", Some("9223372036854775808")),
            ("-9223372036854775809", Some("-9223372036854775809")),
            ("123456789012345678901234567890", Some("123456789012345678901234567890")),
            ("{\"9223372036854775808\":\"9223372036854775808 \\\" 9223372036854775808\"}", None),
            ("[9223372036854775808.0,1e300,9223372036854775808e0]", None),
        ];
        for (text, found) in cases {
            assert_eq!(unkept_integer(text), found, "{text}");
        }
    }
}
