//! Patterns of `StringMatches`.

/// A pattern in which `*` stands for any text. `\*` is a star, `\\` a backslash (specification, "StringMatches").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wildcard {
    /// The texts between the stars; one part has no star.
    parts: Vec<String>,
}

impl Wildcard {
    pub fn parse(text: &str) -> Result<Self, String> {
        let (mut parts, mut part) = (vec![], String::new());
        let mut rest = text.chars();
        while let Some(next) = rest.next() {
            match next {
                '*' => parts.push(std::mem::take(&mut part)),
                '\\' => match rest.next() {
                    Some(escaped @ ('*' | '\\')) => part.push(escaped),
                    _ => {
                        return Err(format!(
                            "a \\ stands before * or \\ only; write \\\\ for a backslash in '{text}'"
                        ));
                    }
                },
                plain => part.push(plain),
            }
        }
        parts.push(part);
        Ok(Wildcard { parts })
    }

    /// The first part at the beginning, the last at the end, each other at its first place: no other choice of
    /// places leaves more room.
    pub fn is_match(&self, text: &str) -> bool {
        let (Some((first, rest)), true) = (self.parts.split_first(), self.parts.len() > 1) else {
            return self.parts.concat() == text;
        };
        let (Some(mut text), Some((last, middle))) =
            (text.strip_prefix(&**first), rest.split_last())
        else {
            return false;
        };
        for part in middle {
            match text.find(&**part) {
                Some(at) => text = &text[at + part.len()..],
                None => return false,
            }
        }
        text.ends_with(&**last)
    }
}
