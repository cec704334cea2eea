//! The index of SQLite's log, which processes share in a file: it outlives the process that is killed, and tells whether
//! the log was being written back to the database.
//!
//! The form is SQLite's own (<https://sqlite.org/walformat.html>): numbers in the machine's order of bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The part of the index that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Index {
    page: u64,
    /// The frames of the log.
    pub frames: u64,
    /// Those that are written back, and those that were to be when it last began.
    pub written_back: u64,
    attempted: u64,
}

impl Index {
    /// Reads the index beside a store; `None` where there is none.
    pub fn read(store: &Path) -> Option<Index> {
        let mut bytes = [0; 136];
        File::open(store.with_extension("db-shm")).ok()?.read_exact(&mut bytes).ok()?;
        let number = |at: usize| {
            let four = bytes[at..at + 4].try_into().ok()?;
            Some(u64::from(u32::from_ne_bytes(four)))
        };
        let page = u64::from(u16::from_ne_bytes([bytes[14], bytes[15]]));
        Some(Index {
            page: if page == 1 { 65_536 } else { page },
            frames: number(16)?,
            written_back: number(96)?,
            attempted: number(128)?,
        })
    }

    /// True if the log was being written back.
    pub fn is_writing_back(self) -> bool {
        self.attempted > self.written_back
    }

    /// The bytes of a log of so many frames.
    pub fn bytes(self, frames: u64) -> u64 {
        32 + frames * (24 + self.page)
    }
}
