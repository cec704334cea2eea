//! The forms of `format!`: the text behind the colon in `{value:*>8}`.

/// A form in which a value is written alike in Rust and in JSONata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spec {
    /// `{}`
    Shown,
    /// `{:+}`
    Signed,
    /// `{:x}`, `{:b}`, `{:o}`: the base.
    Digits(u8),
    /// `{:05}`: the width to which zeros fill.
    Zeros(u8),
    /// `{:8}`, `{:<8}`, `{:^8}`, `{:*>8}`
    Filled {
        /// The character that fills.
        fill: char,
        /// The side at which the value stands. Without a sign, that is the right for numbers and the left for others.
        side: Option<Side>,
        /// The least characters.
        width: u8,
    },
}

/// A side of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Middle,
}

impl Spec {
    /// Reads what stands behind the colon. `None`: it has no equal text in JSONata.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::Shown),
            "+" => Some(Self::Signed),
            "x" => Some(Self::Digits(16)),
            "b" => Some(Self::Digits(2)),
            "o" => Some(Self::Digits(8)),
            _ => match text.strip_prefix('0') {
                Some(zeros) => number(zeros).map(Self::Zeros),
                None => Self::filled(text),
            },
        }
    }

    fn filled(text: &str) -> Option<Self> {
        let mut after = text.chars();
        let fill = after.next()?;
        let (fill, side, width) = match (side(fill), after.next().and_then(side)) {
            (_, Some(side)) => (fill, Some(side), after.as_str()),
            (Some(side), None) => (' ', Some(side), &text[1..]),
            (None, None) => (' ', None, text),
        };
        // Some engines count a character beyond U+FFFF as two. A width with a zero in front fills with zeros.
        let plain = fill.len_utf16() == 1 && !fill.is_control() && !width.starts_with('0');
        number(width).filter(|_| plain).map(|width| Self::Filled { fill, side, width })
    }
}

fn side(sign: char) -> Option<Side> {
    match sign {
        '<' => Some(Side::Left),
        '>' => Some(Side::Right),
        '^' => Some(Side::Middle),
        _ => None,
    }
}

/// A width in digits alone: at most 255.
fn number(text: &str) -> Option<u8> {
    text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Side, Spec};

    #[test]
    fn forms_are_read() {
        let filled = |fill, side, width| Some(Spec::Filled { fill, side, width });
        for (text, spec) in [
            ("", Some(Spec::Shown)),
            ("x", Some(Spec::Digits(16))),
            ("05", Some(Spec::Zeros(5))),
            ("8", filled(' ', None, 8)),
            ("<8", filled(' ', Some(Side::Left), 8)),
            (">12", filled(' ', Some(Side::Right), 12)),
            ("*>8", filled('*', Some(Side::Right), 8)),
            ("><8", filled('>', Some(Side::Left), 8)),
            ("<<8", filled('<', Some(Side::Left), 8)),
            ("é<3", filled('é', Some(Side::Left), 3)),
            ("0", None),
            ("<", None),
            ("^8", filled(' ', Some(Side::Middle), 8)),
            ("*^8", filled('*', Some(Side::Middle), 8)),
            ("^", None),
            ("*>", None),
            ("*>08", None),
            ("<05", None),
            ("+", Some(Spec::Signed)),
            ("+5", None),
            (".2", None),
            ("8.2", None),
            ("?", None),
            ("#x", None),
            ("08x", None),
            ("width$", None),
            (">256", None),
            ("🦀>5", None),
        ] {
            assert_eq!(Spec::read(text), spec, "{text}");
        }
    }
}
