//! The payloads of an execution that are written, as far as they are remembered.

use super::pieces::{Piece, literal};
use super::spans::long_values;
use std::collections::HashMap;
use std::sync::Arc;

/// The least bytes of a text that is worth a number.
pub(crate) const LEAST: usize = 256;
/// The most bytes around a payload in an envelope, but for its words.
const ENVELOPE: usize = 80;
/// The most bytes around payloads that are known.
const AROUND: usize = 128;
/// The place before the list of a loop, in a record.
const LIST: &str = "{\"each\":";
/// The bytes and payloads that are remembered, and once more as many.
const ROOM: usize = 64 << 10;
const COUNT: usize = 512;

/// Numbers the payloads of an execution, each once. Those that were not met for long are forgotten, and would be
/// written again.
#[derive(Default)]
pub(crate) struct Payloads {
    last: u32,
    recent: Generation,
    older: Generation,
    /// Those that are not written yet.
    new: Vec<(u32, Arc<str>)>,
    /// The last shared texts that are payloads as a whole: who has many children is written down with each of them.
    shared: [Option<(Arc<str>, u32)>; 4],
    /// The place of the next one.
    turn: usize,
}

#[derive(Default)]
struct Generation {
    known: HashMap<u64, (Arc<str>, u32)>,
    bytes: usize,
}

impl Payloads {
    /// Goes on after the payload of this number.
    pub(crate) fn after(last: u32) -> Self {
        Payloads { last, ..Payloads::default() }
    }

    /// Takes those that are not written yet.
    pub(crate) fn take_new(&mut self) -> Vec<(u32, Arc<str>)> {
        std::mem::take(&mut self.new)
    }

    /// True if no payload is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.recent.known.is_empty() && self.older.known.is_empty()
    }

    /// The same as [`Payloads::divide`]: of a text that was there before, without looking at it.
    pub(crate) fn divide_shared<'t>(&mut self, text: &'t Arc<str>) -> Vec<Piece<'t>> {
        let known = self.shared.iter().flatten().find(|(known, _)| Arc::ptr_eq(known, text));
        if let Some((_, number)) = known {
            return vec![Piece::Payload(*number)];
        }
        let pieces = self.divide(text);
        if let [Piece::Payload(number)] = pieces[..] {
            self.shared[self.turn] = Some((text.clone(), number));
            self.turn = (self.turn + 1) % self.shared.len();
        }
        pieces
    }

    /// Divides a text into payloads and what stands around them. What is long and not known becomes a payload.
    pub(crate) fn divide<'t>(&mut self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = vec![];
        if text.len() < LEAST {
            literal(text, &mut pieces);
            return pieces;
        }
        if let Some(number) = self.find(text) {
            return vec![Piece::Payload(number)];
        }
        let spans = long_values(text, LEAST);
        let around = self.replace(text, &spans, &mut pieces);
        if around < text.len() && around <= AROUND.max(text.len() / 4) {
            return pieces;
        }
        // The value that an envelope is around.
        for &(start, end) in &spans {
            pieces.clear();
            let around = literal(&text[..start], &mut pieces);
            pieces.push(Piece::Payload(0));
            let at = pieces.len() - 1;
            let around = around + literal(&text[end..], &mut pieces);
            if matches!(pieces[0], Piece::Word(_)) && around <= ENVELOPE {
                pieces[at] = Piece::Payload(self.add(&text[start..end]));
                return pieces;
            }
        }
        vec![Piece::Payload(self.add(text))]
    }

    /// Divides a record where payloads are known; `None` where none is in it. The list of a loop becomes one: all turns
    /// keep it.
    pub(crate) fn known<'t>(&mut self, text: &'t str) -> Option<Vec<Piece<'t>>> {
        if text.len() < LEAST || self.is_empty() && !text.contains(LIST) {
            return None;
        }
        let spans = long_values(text, LEAST);
        for &(start, end) in spans.iter().filter(|(start, _)| text[..*start].ends_with(LIST)) {
            if self.find(&text[start..end]).is_none() {
                self.add(&text[start..end]);
            }
        }
        let mut pieces = vec![];
        let around = self.replace(text, &spans, &mut pieces);
        (around < text.len()).then_some(pieces)
    }

    /// Puts payloads in the place of the values that are known: the number of bytes around them.
    fn replace<'t>(
        &mut self,
        text: &'t str,
        spans: &[(usize, usize)],
        pieces: &mut Vec<Piece<'t>>,
    ) -> usize {
        let (mut at, mut around) = (0, 0);
        for &(start, end) in spans {
            if start < at {
                continue;
            }
            if let Some(number) = self.find(&text[start..end]) {
                around += start - at;
                literal(&text[at..start], pieces);
                pieces.push(Piece::Payload(number));
                at = end;
            }
        }
        literal(&text[at..], pieces);
        around + text.len() - at
    }

    /// The number of a payload, if it is known.
    fn find(&mut self, text: &str) -> Option<u32> {
        let key = fingerprint(text);
        if let Some((known, number)) = self.recent.known.get(&key) {
            return (**known == *text).then_some(*number);
        }
        let (known, number) = self.older.known.get(&key)?;
        if **known != *text {
            return None;
        }
        let (known, number) = (known.clone(), *number);
        self.insert(key, known, number);
        Some(number)
    }

    fn add(&mut self, text: &str) -> u32 {
        self.last += 1;
        let text: Arc<str> = text.into();
        self.new.push((self.last, text.clone()));
        self.insert(fingerprint(&text), text, self.last);
        self.last
    }

    fn insert(&mut self, key: u64, text: Arc<str>, number: u32) {
        if self.recent.bytes >= ROOM || self.recent.known.len() >= COUNT {
            self.older = std::mem::take(&mut self.recent);
        }
        self.recent.bytes += text.len();
        self.recent.known.insert(key, (text, number));
    }
}

/// A number that different texts seldom share. What it finds is compared.
fn fingerprint(text: &str) -> u64 {
    let mix =
        |hash: u64, part: u64| (hash ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let (parts, rest) = text.as_bytes().as_chunks::<8>();
    let hash =
        parts.iter().fold(text.len() as u64, |hash, part| mix(hash, u64::from_le_bytes(*part)));
    rest.iter().fold(hash, |hash, byte| mix(hash, (*byte).into()))
}
