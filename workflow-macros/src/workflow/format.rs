//! `format!` strings.

use super::ex::Piece;
use workflow_methods::Spec;

/// A piece as written.
pub enum Raw {
    Text(String),
    /// `{}`, `{0}`, `{name}`, with what stands after the colon.
    Hole(String, String),
}

/// Reads a format string; `Err` says what is wrong with it.
pub fn parse(text: &str) -> Result<Vec<Raw>, String> {
    let (mut pieces, mut plain) = (vec![], String::new());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => {
                chars.next();
                plain.push(c);
            }
            '{' => {
                let hole: String = chars.by_ref().take_while(|&c| c != '}').collect();
                let (name, spec) = hole.split_once(':').unwrap_or((&hole, ""));
                pieces.push(Raw::Text(std::mem::take(&mut plain)));
                pieces.push(Raw::Hole(name.trim().to_owned(), spec.trim().to_owned()));
            }
            '}' => return Err("an unmatched `}`".to_owned()),
            c => plain.push(c),
        }
    }
    pieces.push(Raw::Text(plain));
    pieces.retain(|piece| !matches!(piece, Raw::Text(text) if text.is_empty()));
    Ok(pieces)
}

/// The check at compile time of a value that is written so: `None` for what has no equal text in the States Language.
pub fn check(spec: &str) -> Option<&'static str> {
    Some(match Spec::read(spec)? {
        Spec::Shown => "shown",
        Spec::Signed => "signed",
        Spec::Digits(_) => "digits",
        Spec::Zeros(_) => "padded",
        Spec::Filled { .. } => "filled",
    })
}

/// Returns what to write for a form that has no equal text.
pub fn remedy(name: &str, spec: &str) -> String {
    if spec.ends_with('?') {
        return "`\"{text}\"` writes quotes around a text, and `{}` of `list.to_json()` a list of texts or integers as JSON".to_owned();
    }
    match digits_behind(spec) {
        Some((_, 0)) => {
            let value = if name.is_empty() { "x" } else { name };
            format!("of a number `{{}}` of the rounded one: `{value}.round_ties_even() as i64`")
        }
        Some((width, digits)) => rounded(name, width, digits),
        None => "`{}`, `{:8}`, `{:<8}`, `{:^8}`, `{:*>8}`, `{:05}` and `{:+}` of integers, and `{:x}`, `{:b}`, `{:o}` of unsigned ones are known; build the rest with `repeat` and `chars().count()`".to_owned(),
    }
}

/// The width and the number of digits in `8.2`.
fn digits_behind(spec: &str) -> Option<(usize, u32)> {
    let (width, digits) = spec.split_once('.')?;
    let width = width.trim_start_matches(|c: char| !c.is_ascii_digit());
    Some((width.parse().unwrap_or(0), digits.parse().ok().filter(|it| *it <= 9)?))
}

/// A number with a fraction, by an integer.
fn rounded(name: &str, width: usize, digits: u32) -> String {
    let (value, by) = (if name.is_empty() { "x" } else { name }, 10_u64.pow(digits));
    let before = width.saturating_sub(digits as usize + 1);
    let whole = if before > 1 { format!("{{:>{before}}}") } else { "{}".to_owned() };
    format!(
        "of a number that is not negative, by an integer: `let n = ({value} * {by}.0).round() as u64;` and `format!(\"{whole}.{{:0{digits}}}\", n / {by}, n % {by})`; of a text `chars().take({digits}).collect::<String>()`"
    )
}

/// The text that native code gives to `format!`.
pub fn native(pieces: &[Piece]) -> String {
    let hole = |spec: &str| if spec.is_empty() { "{}".to_owned() } else { format!("{{:{spec}}}") };
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
        Piece::Arg(_, spec) => hole(spec),
    };
    pieces.iter().map(piece).collect()
}
