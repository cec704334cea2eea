//! Base64 of Latin-1, as node's buffers have it.

/// `$base64encode`: each UTF-16 unit is one byte, of which the upper half is lost.
pub fn encode(text: &str) -> String {
    let bytes: Vec<u8> = text.encode_utf16().map(|unit| unit.to_le_bytes()[0]).collect();
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .enumerate()
            .fold(0, |group, (index, byte)| group | u32::from(*byte) << (16 - 8 * index));
        for index in 0..4 {
            encoded.push(if index > chunk.len() {
                '='
            } else {
                digit(group >> (18 - 6 * index) & 63)
            });
        }
    }
    encoded
}

/// The letter of six bits.
fn digit(bits: u32) -> char {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char::from(DIGITS[bits as usize & 63])
}

/// `$base64decode`: up to the first `=`; characters of no meaning are skipped, as is what is left of a byte.
pub fn decode(text: &str) -> String {
    let (mut bits, mut count) = (0_u32, 0);
    let mut decoded = String::new();
    for value in text.chars().take_while(|letter| *letter != '=').filter_map(value) {
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            decoded.push(char::from((bits >> count) as u8));
        }
    }
    decoded
}

/// The six bits of a letter, of the alphabet for URLs, too.
fn value(letter: char) -> Option<u32> {
    Some(match letter {
        'A'..='Z' => letter as u32 - 'A' as u32,
        'a'..='z' => letter as u32 - 'a' as u32 + 26,
        '0'..='9' => letter as u32 - '0' as u32 + 52,
        '+' | '-' => 62,
        '/' | '_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_encoded_as_latin_1() {
        for (text, encoded) in [
            ("", ""),
            ("a", "YQ=="),
            ("ab", "YWI="),
            ("abc", "YWJj"),
            ("hé", "aOk="),
            ("😀", "PQA="),
            ("aā", "YQE="),
        ] {
            assert_eq!(encode(text), encoded);
        }
    }

    #[test]
    fn anything_is_decoded() {
        for (text, decoded) in [
            ("aGVsbG8=", "hello"),
            ("aGk", "hi"),
            ("a", ""),
            ("b1", "o"),
            ("6Q==", "é"),
            ("w6k=", "Ã©"),
            ("aGk=aGk=", "hi"),
            ("Y W J j", "abc"),
            ("a-_b", "k\u{ef}\u{db}"),
            ("not base64!!", "\u{9e}\u{8b}[j\u{c7}\u{ba}"),
            ("!!!", ""),
        ] {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }
}
