//! JSON text, indented. Any depth: by its characters, not as a value.

/// Deeper values are indented no further.
const DEEPEST: usize = 24;

/// A JSON text with a line for each value.
pub(crate) fn pretty(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 2);
    let mut chars = json.trim().chars().peekable();
    let (mut depth, mut quoted) = (0, false);
    while let Some(c) = chars.next() {
        if quoted {
            text.push(c);
            match c {
                '\\' => text.extend(chars.next()),
                '"' => quoted = false,
                _ => {}
            }
            continue;
        }
        match c {
            ' ' | '\t' | '\n' | '\r' => {}
            '{' | '[' => {
                text.push(c);
                while chars.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                if let Some(end) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    text.push(end);
                } else {
                    depth += 1;
                    begin(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth = usize::saturating_sub(depth, 1);
                begin(&mut text, depth);
                text.push(c);
            }
            ',' => {
                text.push(c);
                begin(&mut text, depth);
            }
            ':' => text.push_str(": "),
            other => {
                quoted = other == '"';
                text.push(other);
            }
        }
    }
    text
}

fn begin(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth.min(DEEPEST)));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::Value;

    #[test]
    fn it_is_what_serde_writes() {
        for text in [
            "1",
            "\"a\\\"{[,:\\\\\"",
            "[]",
            "{ }",
            r#"{"a":[1,{"b":[]},[2,"x, y"]],"c":{},"ä":null}"#,
        ] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(pretty(text), serde_json::to_string_pretty(&value).unwrap());
        }
    }

    #[test]
    fn depth_has_no_limit() {
        let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
        let shown = pretty(&deep);
        assert_eq!(shown.split_whitespace().collect::<String>(), deep);
        assert!(shown.lines().all(|line| line.len() <= 2 * DEEPEST + 2));
    }
}
