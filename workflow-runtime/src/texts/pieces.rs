//! A text as pieces: payloads, and what stands around them.

use crate::binary::{Reader, put};
use crate::failure::Failure;
use crate::texts::words::{expand, is_short, shorten};
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

/// The parts of the envelopes around the payloads of tasks, and the regions of AWS. Their order is part of the form: new
/// ones come last.
const WORDS: [&str; 40] = [
    "{\"FunctionName\":\"",
    "\",\"Payload\":",
    "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":",
    ",\"StatusCode\":200}",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-central-2",
    "ap-south-1",
    "ap-south-2",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "sa-east-1",
    "mx-central-1",
    "af-south-1",
    "il-central-1",
    "me-south-1",
    "me-central-1",
    "cn-north-1",
    "cn-northwest-1",
    "us-gov-west-1",
];
/// The number of words that stand at the beginning or end of a text; the rest are whole texts.
const ENVELOPES: usize = 4;
/// The longest region.
const REGION: usize = 14;

/// Divides a text without payloads: the number of bytes that are no words.
pub(super) fn literal<'t>(mut text: &'t str, pieces: &mut Vec<Piece<'t>>) -> usize {
    if text.len() <= REGION
        && let Some(region) = WORDS[ENVELOPES..].iter().position(|word| *word == text)
    {
        pieces.push(Piece::Word(ENVELOPES + region));
        return 0;
    }
    let mut last = None;
    for (number, word) in WORDS[..ENVELOPES].iter().enumerate().rev() {
        if let Some(rest) = text.strip_prefix(word) {
            pieces.push(Piece::Word(number));
            text = rest;
        } else if last.is_none()
            && let Some(rest) = text.strip_suffix(word)
        {
            last = Some(Piece::Word(number));
            text = rest;
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Literal(text));
    }
    pieces.extend(last);
    text.len()
}

/// The kinds of texts, in the lowest bits of their first number: bytes, pieces, a payload. The fourth is left to others.
const BYTES: u64 = 0;
const PIECES: u64 = 1;
const PAYLOAD: u64 = 2;
pub(crate) const OTHER: u64 = 3;
/// The kinds of pieces; the others are as those of texts.
const WORD: u64 = 3;

/// Writes a text.
pub(crate) fn put_pieces(to: &mut Vec<u8>, pieces: &[Piece<'_>]) {
    match *pieces {
        [piece @ (Piece::Literal(_) | Piece::Payload(_))] => put_piece(to, piece),
        [] => put(to, BYTES),
        _ => {
            put(to, (pieces.len() as u64) << 2 | PIECES);
            pieces.iter().for_each(|piece| put_piece(to, *piece));
        }
    }
}

/// Writes a text as it is.
pub(crate) fn put_literal(to: &mut Vec<u8>, text: &str) {
    put_piece(to, Piece::Literal(text));
}

fn put_piece(to: &mut Vec<u8>, piece: Piece<'_>) {
    match piece {
        Piece::Literal(text) => {
            put(to, (text.len() as u64) << 2 | BYTES);
            to.extend_from_slice(text.as_bytes());
        }
        Piece::Payload(payload) => put(to, u64::from(payload) << 2 | PAYLOAD),
        Piece::Word(word) => put(to, (word as u64) << 2 | WORD),
    }
}

/// Reads the text that begins with the number `head`. `payload` finds a payload by its number.
pub(crate) fn read_pieces(
    head: u64,
    from: &mut Reader<'_>,
    payload: &mut dyn FnMut(u32) -> Result<Arc<str>, Failure>,
) -> Result<Arc<str>, Failure> {
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let mut find = |from: &Reader<'_>, number: u64| {
        payload(u32::try_from(number).map_err(|_| from.damaged("no payload has such a number"))?)
    };
    let count = match (head >> 2, head & 3) {
        (length, BYTES) => return from.text_of(size(length)).map(Arc::from),
        (number, PAYLOAD) => return find(from, number),
        (count, PIECES) => count,
        _ => return Err(from.unknown("a text is of no known kind")),
    };
    let mut text = String::new();
    for _ in 0..count {
        let piece = from.number()?;
        match (piece >> 2, piece & 3) {
            (length, BYTES) => text.push_str(from.text_of(size(length))?),
            (number, PAYLOAD) => text.push_str(&find(from, number)?),
            (word, WORD) => {
                let word = WORDS.get(size(word));
                text.push_str(word.ok_or_else(|| from.unknown("a word is not known"))?);
            }
            _ => return Err(from.unknown("a piece of a text is of no known kind")),
        }
    }
    Ok(text.into())
}

/// Writes a record in which payloads have their numbers between two characters that no JSON text has as they are, and words
/// are one of them each.
pub(crate) fn marked(pieces: &[Piece<'_>]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => shorten(literal, &mut text),
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

/// Writes a record that mentions no payloads.
pub(crate) fn plain(record: &str) -> String {
    marked(&[Piece::Literal(record)])
}

const MARK: char = '\u{1}';

/// Reads a record: `None` where its text is JSON as it is.
pub(crate) fn unmarked(
    text: &str,
    mut payload: impl FnMut(u32) -> Result<Arc<str>, Failure>,
) -> Result<Option<String>, Failure> {
    if !text.contains(|letter| letter == MARK || is_short(letter)) {
        return Ok(None);
    }
    let damaged = || Failure::runtime("a record is damaged: it has no number of a payload");
    let mut whole = String::with_capacity(2 * text.len());
    // The parts are in turn literal and numbers.
    for (index, part) in text.split(MARK).enumerate() {
        if index % 2 == 0 {
            expand(part, &mut whole);
        } else {
            whole.push_str(&payload(part.parse().map_err(|_| damaged())?)?);
        }
    }
    if !text.matches(MARK).count().is_multiple_of(2) {
        return Err(damaged());
    }
    Ok(Some(whole))
}
