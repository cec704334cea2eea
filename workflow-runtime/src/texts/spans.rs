//! The long values within a JSON text.

/// The deepest nesting that is looked into.
const DEPTH: usize = 128;

/// Finds the texts, lists and objects of at least so many bytes in a JSON text: each before those that are in it. In a
/// text that is not JSON it finds some, or none.
pub(super) fn long_values(text: &str, least: usize) -> Vec<(usize, usize)> {
    let (bytes, mut spans) = (text.as_bytes(), vec![]);
    let mut open = vec![];
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let start = match byte {
            b'"' => {
                let start = at;
                at = closing(bytes, at + 1);
                Some(start)
            }
            b'{' | b'[' if open.len() == DEPTH => return vec![],
            b'{' | b'[' => {
                open.push(at);
                None
            }
            b'}' | b']' => open.pop(),
            _ => None,
        };
        at += 1;
        if let Some(start) = start
            && at - start >= least
            && at <= bytes.len()
        {
            spans.push((start, at));
        }
    }
    spans.sort_unstable_by_key(|&(start, end)| (start, usize::MAX - end));
    spans
}

/// The quote that closes a text, or the end.
fn closing(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, least: usize) -> Vec<&str> {
        long_values(text, least).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn values_are_found_outer_ones_first() {
        let text = r#"{"a":[1,{"b":"xyzü"}],"c":"\"}]"}"#;
        assert_eq!(found(text, 7), [text, r#"[1,{"b":"xyzü"}]"#, r#"{"b":"xyzü"}"#, r#""xyzü""#]);
        assert_eq!(found("[1]", 4), [""; 0]);
    }

    #[test]
    fn any_text_may_stand_there() {
        for text in ["", "\"", "\"\\", "]]}", "[[{", "no JSON \" at \\ all", "ü\"ü\""] {
            let _ = found(text, 1);
        }
        assert_eq!(found(&"[".repeat(1_000_000), 1), [""; 0]);
    }
}
