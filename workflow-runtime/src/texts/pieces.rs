//! A text as pieces: payloads, and what stands around them.

use crate::binary::{Reader, put};
use crate::failure::Failure;
use std::sync::Arc;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// The text itself.
    Literal(&'t str),
    /// The payload of this number.
    Payload(u32),
    /// One of [`WORDS`].
    Word(usize),
}

/// The parts of the envelopes around the payloads of tasks. Their order is part of the form: new ones come last.
const WORDS: [&str; 4] = [
    "{\"FunctionName\":\"",
    "\",\"Payload\":",
    "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":",
    ",\"StatusCode\":200}",
];

/// Divides a text without payloads: the number of bytes that are no words.
pub(super) fn literal<'t>(mut text: &'t str, pieces: &mut Vec<Piece<'t>>) -> usize {
    let mut last = None;
    for (number, word) in WORDS.iter().enumerate().rev() {
        if let Some(rest) = text.strip_prefix(word) {
            pieces.push(Piece::Word(number));
            text = rest;
        } else if let Some(rest) = text.strip_suffix(word) {
            last = last.or(Some(Piece::Word(number)));
            text = if last == Some(Piece::Word(number)) { rest } else { text };
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Literal(text));
    }
    pieces.extend(last);
    text.len()
}

/// Writes a text.
pub(crate) fn put_pieces(to: &mut Vec<u8>, pieces: &[Piece<'_>]) {
    // A text without pieces is the most frequent.
    if let &[Piece::Literal(text)] = pieces {
        return put_literal(to, text);
    }
    put(to, (pieces.len() as u64) << 1 | 1);
    for piece in pieces {
        match *piece {
            Piece::Literal(text) => {
                put(to, (text.len() as u64) << 2);
                to.extend_from_slice(text.as_bytes());
            }
            Piece::Payload(payload) => put(to, u64::from(payload) << 2 | 1),
            Piece::Word(word) => put(to, (word as u64) << 2 | 2),
        }
    }
}

/// Writes a text as it is.
pub(crate) fn put_literal(to: &mut Vec<u8>, text: &str) {
    put(to, (text.len() as u64) << 1);
    to.extend_from_slice(text.as_bytes());
}

/// Reads a text. `payload` finds a payload by its number.
pub(crate) fn read_pieces(
    from: &mut Reader<'_>,
    payload: &mut dyn FnMut(u32) -> Result<Arc<str>, Failure>,
) -> Result<Arc<str>, Failure> {
    let head = from.number()?;
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    if head & 1 == 0 {
        return from.text_of(size(head >> 1)).map(Arc::from);
    }
    let count = head >> 1;
    let mut text = String::new();
    for _ in 0..count {
        let piece = from.number()?;
        let (value, kind) = (piece >> 2, piece & 3);
        match kind {
            0 => text.push_str(from.text_of(size(value))?),
            1 => {
                let number = u32::try_from(value);
                let found =
                    payload(number.map_err(|_| from.damaged("no payload has such a number"))?)?;
                if count == 1 {
                    return Ok(found);
                }
                text.push_str(&found);
            }
            2 => {
                let word = WORDS.get(size(value));
                text.push_str(word.ok_or_else(|| from.damaged("a word is not known"))?);
            }
            _ => return Err(from.damaged("a piece of a text is of no known kind")),
        }
    }
    Ok(text.into())
}

/// Writes a JSON text in which payloads have their numbers between two characters that no JSON text has as they are.
pub(crate) fn marked(pieces: &[Piece<'_>]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Word(word) => text.push_str(WORDS[*word]),
            Piece::Payload(number) => {
                text.push(MARK);
                text.push_str(&number.to_string());
                text.push(MARK);
            }
        }
    }
    text
}

const MARK: char = '\u{1}';

/// Reads a JSON text with payloads.
pub(crate) fn unmarked(
    text: &str,
    mut payload: impl FnMut(u32) -> Result<Arc<str>, Failure>,
) -> Result<Option<String>, Failure> {
    if !text.contains(MARK) {
        return Ok(None);
    }
    let damaged = || Failure::runtime("a record is damaged: it has no number of a payload");
    let mut whole = String::new();
    // The parts are in turn literal and numbers.
    for (index, part) in text.split(MARK).enumerate() {
        if index % 2 == 0 {
            whole.push_str(part);
        } else {
            whole.push_str(&payload(part.parse().map_err(|_| damaged())?)?);
        }
    }
    if !text.matches(MARK).count().is_multiple_of(2) {
        return Err(damaged());
    }
    Ok(Some(whole))
}
