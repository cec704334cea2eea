//! The results of tasks: texts that no other attempt has, so that a commit shows which results it holds.

use std::fmt;

/// An attempt of a call: the number of the call, and that of the attempt.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Mark(pub u64, pub u32);

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "~{}.{}~", self.0, self.1)
    }
}

impl Mark {
    /// All marks in some bytes, whatever is around them.
    pub fn find(bytes: &[u8], found: &mut Vec<Mark>) {
        let mut rest = bytes;
        while let Some(at) = rest.iter().position(|byte| *byte == b'~') {
            rest = &rest[at + 1..];
            let Some(length) = rest.iter().position(|byte| *byte == b'~') else { return };
            // What begins here may also be the end of a mark that is not one.
            if let Some(mark) = Self::parse(&rest[..length]) {
                found.push(mark);
                rest = &rest[length + 1..];
            }
        }
    }

    fn parse(bytes: &[u8]) -> Option<Mark> {
        let (call, attempt) = std::str::from_utf8(bytes).ok()?.split_once('.')?;
        Some(Mark(call.parse().ok()?, attempt.parse().ok()?))
    }

    /// The attempt before this one.
    pub fn before(self) -> Option<Mark> {
        (self.1 > 1).then(|| Mark(self.0, self.1 - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_in_bytes() {
        let mut found = vec![];
        Mark::find(b"\x00~7.1~~12.3~ ~x~8.2~~", &mut found);
        assert_eq!(found, [Mark(7, 1), Mark(12, 3), Mark(8, 2)]);
        assert_eq!(Mark(12, 3).to_string(), "~12.3~");
    }
}
