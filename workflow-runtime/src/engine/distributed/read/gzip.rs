//! Bytes of an object as they are meant: those that gzip made smaller are made long again, piece by piece.

use flate2::write::MultiGzDecoder;
use std::io::Write;

/// The number of bytes that are given out at once, or a little more. What is small can be a million times as long: no
/// more of it is unpacked than was asked for.
const PIECE: usize = 1 << 18;
/// The number of packed bytes looked at in between.
const LOOK: usize = 1 << 12;

/// Unpacks what begins as gzip does (RFC 1952, members one after another too); all else stays as it is. What the
/// object is called does not matter, nor how its content is said to be encoded: no text begins so.
#[derive(Default)]
pub(super) struct Gzip {
    state: State,
    packed: Vec<u8>,
    /// The number of packed bytes that have been read.
    at: usize,
}

#[derive(Default)]
enum State {
    /// Too few bytes were seen.
    #[default]
    Unknown,
    Plain,
    Packed(Box<MultiGzDecoder<Vec<u8>>>),
}

impl Gzip {
    /// More bytes of the object: once all before them were given out.
    ///
    /// # Errors
    /// What is wrong with the object, here and below.
    pub(super) fn push(&mut self, bytes: Vec<u8>) -> Result<(), String> {
        if matches!(self.state, State::Unknown) {
            self.packed.extend(bytes);
            self.state = State::of(&self.packed)?;
        } else {
            (self.packed, self.at) = (bytes, 0);
        }
        Ok(())
    }

    /// The next bytes that are meant; `None` before there are more of the object.
    pub(super) fn next(&mut self) -> Result<Option<Vec<u8>>, String> {
        let decoder = match &mut self.state {
            State::Unknown => return Ok(None),
            State::Plain => return Ok(some(std::mem::take(&mut self.packed))),
            State::Packed(decoder) => decoder,
        };
        while self.at < self.packed.len() && decoder.get_ref().len() < PIECE {
            let end = self.packed.len().min(self.at + LOOK);
            self.at += decoder.write(&self.packed[self.at..end]).map_err(broken)?;
        }
        Ok(some(std::mem::take(decoder.get_mut())))
    }

    /// The last bytes, where the object has no more.
    pub(super) fn end(&mut self) -> Result<Option<Vec<u8>>, String> {
        let State::Packed(mut decoder) = std::mem::replace(&mut self.state, State::Plain) else {
            return Ok(some(std::mem::take(&mut self.packed)));
        };
        self.packed.clear();
        decoder.try_finish().map_err(broken)?;
        Ok(some(std::mem::take(decoder.get_mut())))
    }
}

impl State {
    /// By the first bytes of the object.
    fn of(bytes: &[u8]) -> Result<Self, String> {
        match bytes {
            _ if bytes.len() < 4 => Ok(State::Unknown),
            [0x1F, 0x8B, ..] => Ok(State::Packed(Box::new(MultiGzDecoder::new(vec![])))),
            [0x28, 0xB5, 0x2F, 0xFD, ..] => {
                Err("is compressed by zstd: only gzip is unpacked".to_owned())
            }
            [b'P', b'K', 3, 4, ..] => Err("is a zip file: only gzip is unpacked".to_owned()),
            _ => Ok(State::Plain),
        }
    }
}

fn some(bytes: Vec<u8>) -> Option<Vec<u8>> {
    (!bytes.is_empty()).then_some(bytes)
}

fn broken(error: std::io::Error) -> String {
    format!("is compressed by gzip, and broken: {error}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(vec![], Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    /// All bytes, and how many came at once at most.
    fn read(bytes: &[u8], piece: usize) -> Result<(Vec<u8>, usize), String> {
        let (mut gzip, mut all, mut most) = (Gzip::default(), vec![], 0);
        let mut take = |bytes: Vec<u8>| {
            most = most.max(bytes.len());
            all.extend(bytes);
        };
        for piece in bytes.chunks(piece) {
            gzip.push(piece.to_vec())?;
            while let Some(bytes) = gzip.next()? {
                take(bytes);
            }
        }
        gzip.end()?.map(&mut take);
        assert_eq!((gzip.next()?, gzip.end()?), (None, None));
        Ok((all, most))
    }

    #[test]
    fn what_is_packed_is_unpacked_whatever_the_pieces() {
        let text: Vec<u8> = (0..40_000_u32).flat_map(|it| it.to_string().into_bytes()).collect();
        let whole = packed(&text);
        let members = [packed(b"one\n"), packed(b""), packed(b"two\n")].concat();
        for piece in [1, 2, 7, 1000, 1 << 20] {
            assert_eq!(read(&whole, piece).unwrap().0, text, "{piece}");
            assert_eq!(read(&members, piece).unwrap().0, b"one\ntwo\n", "{piece}");
            assert_eq!(read(&text, piece).unwrap().0, text, "{piece}");
        }
        assert_eq!(read(b"", 1), Ok((vec![], 0)));
        assert_eq!(read(&[0x1F], 1), Ok((vec![0x1F], 1)));
    }

    #[test]
    fn a_bomb_comes_in_pieces() {
        let (all, most) = read(&packed(&vec![b'\n'; 40 << 20]), 1 << 20).unwrap();
        assert_eq!(all.len(), 40 << 20);
        // What a look at the packed bytes comes to, at 1,032 times (zlib's manual) at most.
        assert!(most < PIECE + LOOK * 1032, "{most}");
    }

    #[test]
    fn what_is_broken_or_packed_otherwise_is_refused() {
        let whole = packed(b"some text, some text");
        let mut changed = whole.clone();
        let last = changed.len() - 5;
        changed[last] ^= 1;
        for bytes in [&whole[..whole.len() - 1], &whole[..12], &changed] {
            let cause = read(bytes, 1000).unwrap_err();
            assert!(cause.starts_with("is compressed by gzip, and broken: "), "{cause}");
        }
        for (bytes, by) in [(&[0x28, 0xB5, 0x2F, 0xFD][..], "zstd"), (b"PK\x03\x04", "zip")] {
            assert!(read(bytes, 4).unwrap_err().contains(by), "{by}");
        }
    }
}
