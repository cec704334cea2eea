//! A value a line.

use super::failed;
use super::feed::{Feed, Step};
use crate::failure::Failure;
use serde_json::Value;

/// Lines of JSON; those without a character are left out.
#[derive(Default)]
pub(super) struct Lines {
    /// The offset up to which the line at hand was searched for its end.
    searched: usize,
    number: u64,
}

impl Lines {
    pub(super) fn step(&mut self, feed: &mut Feed) -> Result<Step<Value>, Failure> {
        while let Some(line) = self.line(feed) {
            self.number += 1;
            let blank = feed.rest()[..line].trim_ascii().is_empty();
            let value = (!blank).then(|| serde_json::from_slice(&feed.rest()[..line]));
            feed.pass(line + 1);
            if let Some(value) = value {
                let wrong = |error| failed(format!("Not JSON, in line {}: {error}", self.number));
                return value.map(Step::Item).map_err(wrong);
            }
        }
        Ok(feed.more())
    }

    /// The length of the next line, if all of it is there.
    fn line(&mut self, feed: &Feed) -> Option<usize> {
        let rest = feed.rest();
        let end = rest[self.searched..].iter().position(|byte| *byte == b'\n');
        let line = match end {
            Some(end) => Some(self.searched + end),
            None => (feed.ended && !rest.is_empty()).then_some(rest.len()),
        };
        self.searched = if line.is_some() { 0 } else { rest.len() };
        line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::super::feed::fed;
    use super::*;
    use serde_json::json;

    #[test]
    fn lines_are_read_whatever_the_pieces() {
        let text = "{\"a\":1}\r\n\n  \n\"ä\\n\"\n[1]";
        for piece in [1, 2, 3, 7, 100] {
            let mut lines = Lines::default();
            let items = fed(text, piece, |feed| lines.step(feed)).unwrap();
            assert_eq!(items, [json!({ "a": 1 }), json!("ä\n"), json!([1])], "{piece}");
        }
        let mut lines = Lines::default();
        let failure = fed("1\n\n{\n", 3, |feed| lines.step(feed)).unwrap_err();
        assert!(failure.reported().starts_with("Not JSON, in line 3: "), "{failure}");
    }
}
