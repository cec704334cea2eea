//! Integers as bytes, for what the engine itself writes down.
//!
//! Integers take seven bits a byte, the lowest first; those with a sign alternate (0, −1, 1, −2, …), so that small ones are
//! short. Every form begins with the number of its version.

use crate::failure::Failure;
use jiff::Timestamp;

/// Writes an integer.
pub(crate) fn put(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

/// Writes an integer with a sign.
pub(crate) fn put_signed(to: &mut Vec<u8>, number: i64) {
    put(to, ((number << 1) ^ (number >> 63)).cast_unsigned());
}

/// Writes a point in time as the distance to another one.
pub(crate) fn put_time(to: &mut Vec<u8>, time: Timestamp, from: Timestamp) {
    put_signed(to, time.as_second() - from.as_second());
    put_signed(to, i64::from(time.subsec_nanosecond()) - i64::from(from.subsec_nanosecond()));
}

/// Reads bytes from the first to the last.
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    /// The kind of thing that is read, for errors.
    of: &'static str,
}

impl<'b> Reader<'b> {
    /// Begins behind the number of the version, of which the first is 1.
    ///
    /// # Errors
    /// The bytes are those of a version after the newest one that is known.
    pub(crate) fn new(bytes: &'b [u8], newest: u8, of: &'static str) -> Result<Self, Failure> {
        let mut reader = Reader { bytes, of };
        let found = reader.byte()?;
        match found {
            0 => Err(reader.damaged("no version has the form 0")),
            _ if found <= newest => Ok(reader),
            _ => Err(Failure::runtime(format!(
                "{of} has the form {found}, made by a newer version of workflow: this one knows those up to {newest}"
            ))),
        }
    }

    pub(crate) fn damaged(&self, why: &str) -> Failure {
        Failure::runtime(format!("{} is damaged: {why}", self.of))
    }

    /// The failure of what no version so far has written.
    pub(crate) fn unknown(&self, why: &str) -> Failure {
        let of = self.of;
        Failure::runtime(format!("{of} is damaged, or made by a newer version of workflow: {why}"))
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Failure> {
        let (byte, rest) =
            self.bytes.split_first().ok_or_else(|| self.damaged("it ends too early"))?;
        self.bytes = rest;
        Ok(*byte)
    }

    pub(crate) fn number(&mut self) -> Result<u64, Failure> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            if shift == 63 && part > 1 {
                break;
            }
            number |= part << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(self.damaged("an integer has more than 64 bits"))
    }

    pub(crate) fn signed(&mut self) -> Result<i64, Failure> {
        let number = self.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// An integer of 32 bits.
    pub(crate) fn small(&mut self) -> Result<u32, Failure> {
        let number = self.number()?;
        u32::try_from(number).map_err(|_| self.damaged("an integer has more than 32 bits"))
    }

    /// A number at a distance from another one.
    pub(crate) fn near(&mut self, from: u32) -> Result<u32, Failure> {
        let number = self.signed()?.checked_add(from.into());
        let number = number.and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| self.damaged("a number is out of range"))
    }

    /// The count of things that take at least a byte each.
    pub(crate) fn count(&mut self) -> Result<usize, Failure> {
        let count = usize::try_from(self.number()?).unwrap_or(usize::MAX);
        if count > self.bytes.len() {
            return Err(self.damaged("it ends too early"));
        }
        Ok(count)
    }

    /// A text of so many bytes.
    pub(crate) fn text_of(&mut self, length: usize) -> Result<&'b str, Failure> {
        let (text, rest) =
            self.bytes.split_at_checked(length).ok_or_else(|| self.damaged("it ends too early"))?;
        self.bytes = rest;
        std::str::from_utf8(text).map_err(|_| self.damaged("a text is not UTF-8"))
    }

    pub(crate) fn time(&mut self, from: Timestamp) -> Result<Timestamp, Failure> {
        let seconds = self.signed()?.checked_add(from.as_second());
        let nanoseconds = self.signed()?.checked_add(from.subsec_nanosecond().into());
        let nanoseconds = nanoseconds.and_then(|number| i32::try_from(number).ok());
        let time = seconds.zip(nanoseconds).and_then(|(s, n)| Timestamp::new(s, n).ok());
        time.ok_or_else(|| self.damaged("a time is out of range"))
    }

    /// True if nothing is left.
    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Refuses bytes that are left.
    pub(crate) fn end(&self) -> Result<(), Failure> {
        if self.is_empty() { Ok(()) } else { Err(self.damaged("bytes are left over")) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn reader(bytes: &[u8]) -> Reader<'_> {
        Reader { bytes, of: "a test" }
    }

    proptest! {
        #[test]
        fn integers_come_back(number: u64, signed: i64, small in 0_u64..300) {
            let mut bytes = vec![];
            put(&mut bytes, number);
            put_signed(&mut bytes, signed);
            put(&mut bytes, small);
            let mut reader = reader(&bytes);
            prop_assert_eq!(reader.number().unwrap(), number);
            prop_assert_eq!(reader.signed().unwrap(), signed);
            prop_assert_eq!(reader.number().unwrap(), small);
            prop_assert!(reader.end().is_ok());
        }
    }

    #[test]
    fn small_integers_are_short() {
        for (number, bytes) in [(0, &[0][..]), (-1, &[1]), (1, &[2]), (63, &[126]), (64, &[128, 1])]
        {
            let mut to = vec![];
            put_signed(&mut to, number);
            assert_eq!(to, bytes);
        }
        for number in [i64::MIN, i64::MAX] {
            let mut to = vec![];
            put_signed(&mut to, number);
            assert_eq!(reader(&to).signed().unwrap(), number);
        }
    }

    #[test]
    fn what_is_no_integer_is_refused() {
        assert!(reader(&[0x80]).number().is_err());
        assert!(reader(&[0xff; 12]).number().is_err());
        assert!(reader(b"a").text_of(5).is_err());
        assert!(reader(&[0xff]).text_of(1).is_err());
        assert!(reader(&[5, b'a']).count().is_err());
        let late = Reader::new(&[9], 1, "a mark").err().unwrap();
        assert_eq!(
            late.reported(),
            "a mark has the form 9, made by a newer version of workflow: this one knows those up to 1"
        );
    }
}
