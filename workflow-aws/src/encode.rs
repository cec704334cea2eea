//! Texts in paths and parameters.

/// A text with all but unreserved letters encoded; a slash stays where `slash` says so.
pub(crate) fn encoded(text: &str, slash: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        if plain || (slash && byte == b'/') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Parameters in the order of their names.
pub(crate) fn parameters(mut all: Vec<(String, String)>) -> String {
    all.sort_unstable();
    let one = |(name, value): (String, String)| {
        format!("{}={}", encoded(&name, false), encoded(&value, false))
    };
    all.into_iter().map(one).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_encoded() {
        assert_eq!(encoded("a b/ü:~", true), "a%20b/%C3%BC%3A~");
        assert_eq!(encoded("a/b", false), "a%2Fb");
        let all = [("b", "1 2"), ("a", "x")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(parameters(all.to_vec()), "a=x&b=1%202");
    }
}
