//! Finds the end of a JSON value before all of it is there.

use super::feed::Feed;

/// Looks for the end of a value at the beginning of what is left.
#[derive(Default)]
pub(super) struct Scan {
    /// The number of its bytes that have been seen.
    seen: usize,
    /// True if a part of it was passed already.
    going: bool,
    depth: usize,
    within: Within,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Within {
    #[default]
    Nothing,
    Text,
    Escape,
    /// A number, or a word.
    Bare,
}

impl Scan {
    /// True if no byte of a value was seen.
    pub(super) fn is_fresh(&self) -> bool {
        self.seen == 0 && !self.going
    }

    /// Returns how long the value is, if its end is there. Then the scan is ready for the next one.
    pub(super) fn end(&mut self, feed: &Feed) -> Option<usize> {
        let rest = feed.rest();
        while let Some(byte) = rest.get(self.seen) {
            if let Some(included) = self.take(*byte) {
                let length = self.seen + usize::from(included);
                *self = Scan::default();
                return Some(length);
            }
            self.seen += 1;
        }
        if feed.ended && self.within == Within::Bare && self.depth == 0 {
            *self = Scan::default();
            return Some(rest.len());
        }
        None
    }

    /// Goes on without what was seen so far: how many bytes that is.
    pub(super) fn forget(&mut self) -> usize {
        self.going |= self.seen > 0;
        std::mem::take(&mut self.seen)
    }

    /// Another byte: whether it is the last of the value, or follows it.
    fn take(&mut self, byte: u8) -> Option<bool> {
        match (self.within, byte) {
            (Within::Escape, _) => self.within = Within::Text,
            (Within::Text, b'\\') => self.within = Within::Escape,
            (Within::Text, b'"') => {
                self.within = Within::Nothing;
                return (self.depth == 0).then_some(true);
            }
            (Within::Text, _) => {}
            (Within::Bare, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t')
                if self.depth == 0 =>
            {
                return Some(false);
            }
            (_, b'"') => self.within = Within::Text,
            (_, b'[' | b'{') => {
                self.within = Within::Nothing;
                self.depth += 1;
            }
            (_, b']' | b'}' | b',' | b':') if self.depth == 0 => return Some(false),
            (_, b']' | b'}') => {
                self.within = Within::Nothing;
                self.depth -= 1;
                return (self.depth == 0).then_some(true);
            }
            _ => self.within = Within::Bare,
        }
        None
    }
}
