//! Bytes that were read, and have not become items yet.

use super::failed;
use super::parts::LONGEST;
use crate::failure::Failure;

/// A window that moves over an object.
#[derive(Default)]
pub(super) struct Feed {
    bytes: Vec<u8>,
    at: usize,
    /// True if no more bytes will come.
    pub(super) ended: bool,
}

/// The step of a parser with the bytes at hand.
#[derive(Debug, PartialEq)]
pub(super) enum Step<T> {
    /// This.
    Item(T),
    /// Nothing, before there are more bytes.
    More,
    /// Nothing any more.
    End,
}

impl<T> Step<T> {
    /// The same with another item.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Step<U> {
        match self {
            Step::Item(item) => Step::Item(change(item)),
            Step::More => Step::More,
            Step::End => Step::End,
        }
    }
}

/// The mark at the beginning of a text that is no part of it: the byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

impl Feed {
    /// Passes the mark that a text may begin with: whether enough bytes are there to know.
    pub(super) fn pass_mark(&mut self) -> bool {
        let rest = self.rest();
        if rest.len() < MARK.len() && MARK.starts_with(rest) && !self.ended {
            return false;
        }
        if rest.starts_with(MARK) {
            self.pass(MARK.len());
        }
        true
    }

    /// More bytes: after those that are left.
    pub(super) fn push(&mut self, mut more: Vec<u8>) -> Result<(), Failure> {
        self.bytes.drain(..self.at);
        self.at = 0;
        if self.bytes.len() > LONGEST {
            return Err(failed("an item is longer than 16 MiB"));
        }
        if self.bytes.is_empty() {
            self.bytes = more;
        } else {
            self.bytes.append(&mut more);
        }
        Ok(())
    }

    /// Returns what is left.
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes[self.at..]
    }

    /// Goes on by so many bytes.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.bytes.len());
    }

    /// Asks for more bytes, or ends where no more come.
    pub(super) fn more<T>(&self) -> Step<T> {
        if self.ended { Step::End } else { Step::More }
    }
}

/// Feeds a parser with a text, in pieces of this size: for tests.
#[cfg(test)]
pub(super) fn fed<T>(
    text: &str,
    piece: usize,
    mut step: impl FnMut(&mut Feed) -> Result<Step<T>, Failure>,
) -> Result<Vec<T>, Failure> {
    let (mut feed, mut items) = (Feed::default(), vec![]);
    let mut pieces = text.as_bytes().chunks(piece);
    loop {
        match step(&mut feed)? {
            Step::Item(item) => items.push(item),
            Step::End => return Ok(items),
            Step::More => match pieces.next() {
                Some(piece) => feed.push(piece.to_vec())?,
                None => feed.ended = true,
            },
        }
    }
}
