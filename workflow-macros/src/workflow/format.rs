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
        Spec::Digits(_) => "digits",
        Spec::Zeros(_) => "padded",
        Spec::Filled { .. } => "filled",
    })
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
