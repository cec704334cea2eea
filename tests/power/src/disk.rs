//! A disk in memory, whose power can be lost.

use std::collections::BTreeMap;

/// The bytes that a disk writes as a whole, or not.
const SECTOR: usize = 512;

/// The reasons why an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The power is gone.
    Power,
    /// The disk is full.
    Full,
    /// The sync did not come to its end. Nobody knows what is written.
    Sync,
}

/// A disk.
#[derive(Debug, Default)]
pub struct Disk {
    files: BTreeMap<String, File>,
    /// Files that were deleted, as long as the folder is not synced.
    deleted: BTreeMap<String, File>,
    /// The operations so far that change something.
    operations: u64,
    /// The operation at which the power is lost.
    pub lost_at: Option<u64>,
    /// The sync that fails, once.
    pub fails_at: Option<u64>,
    /// The bytes that it holds.
    pub room: Option<usize>,
    /// The syncs so far.
    pub syncs: u64,
    /// Those of them that the thread beside the writer did.
    pub synced_beside: u64,
    /// The end of the names of files whose syncs do nothing.
    pub ignored: Option<&'static str>,
    /// The last operation that was done.
    pub last: &'static str,
}

#[derive(Clone, Debug, Default)]
struct File {
    /// The bytes that a loss of power leaves.
    durable: Vec<u8>,
    /// The bytes that are read.
    current: Vec<u8>,
    /// The changes between them.
    pending: Vec<Change>,
    /// True until it is synced for the first time.
    new: bool,
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Disk {
    fn operate(&mut self, what: &'static str) -> Result<(), Failed> {
        self.operations += 1;
        if self.lost_at.is_some_and(|at| self.operations > at) {
            return Err(Failed::Power);
        }
        self.last = what;
        Ok(())
    }

    /// Returns the number of operations that changed something.
    #[must_use]
    pub fn operations(&self) -> u64 {
        self.operations
    }

    /// Makes a file, if there is none.
    pub fn open(&mut self, name: &str) {
        self.files.entry(name.to_owned()).or_insert(File { new: true, ..File::default() });
    }

    /// True if there is a file with something in it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.files.get(name).is_some_and(|file| !file.current.is_empty())
    }

    /// Reads from a place into a buffer, and returns the number of bytes that there were.
    #[must_use]
    pub fn read(&self, name: &str, at: usize, to: &mut [u8]) -> usize {
        let Some(file) = self.files.get(name) else { return 0 };
        let bytes = file.current.get(at..).unwrap_or_default();
        let length = bytes.len().min(to.len());
        to[..length].copy_from_slice(&bytes[..length]);
        length
    }

    /// Returns the size of a file.
    #[must_use]
    pub fn size(&self, name: &str) -> usize {
        self.files.get(name).map_or(0, |file| file.current.len())
    }

    /// Writes bytes at a place.
    ///
    /// # Errors
    /// [`Failed`]
    pub fn write(&mut self, name: &str, at: usize, bytes: &[u8]) -> Result<(), Failed> {
        self.operate(if name.ends_with("-wal") {
            "write to the log"
        } else {
            "write to the database"
        })?;
        let used: usize = self.files.values().map(|file| file.current.len()).sum();
        let file = self.files.entry(name.to_owned()).or_default();
        let more = (at + bytes.len()).saturating_sub(file.current.len());
        if self.room.is_some_and(|room| more > 0 && used + more > room) {
            return Err(Failed::Full);
        }
        write_into(&mut file.current, at, bytes);
        file.pending.push(Change::Write(at, bytes.to_vec()));
        Ok(())
    }

    /// Cuts a file off.
    ///
    /// # Errors
    /// [`Failed`]
    pub fn truncate(&mut self, name: &str, size: usize) -> Result<(), Failed> {
        self.operate("truncate")?;
        if let Some(file) = self.files.get_mut(name) {
            file.current.resize(size, 0);
            file.pending.push(Change::Truncate(size));
        }
        Ok(())
    }

    /// Makes all changes of a file durable.
    ///
    /// # Errors
    /// [`Failed`]
    pub fn sync(&mut self, name: &str) -> Result<(), Failed> {
        self.operate(if name.ends_with("-wal") {
            "sync of the log"
        } else {
            "sync of the database"
        })?;
        self.syncs += 1;
        if self.fails_at == Some(self.syncs) {
            // As systems do: what was not written counts as written from now on, and is not.
            if let Some(file) = self.files.get_mut(name) {
                file.pending.clear();
            }
            return Err(Failed::Sync);
        }
        if self.ignored.is_some_and(|ignored| name.ends_with(ignored)) {
            return Ok(());
        }
        if let Some(file) = self.files.get_mut(name) {
            file.durable.clone_from(&file.current);
            file.pending.clear();
            // With the first sync of a log, SQLite syncs the folder that it is in.
            if std::mem::take(&mut file.new) && name.ends_with("-wal") {
                self.deleted.clear();
            }
        }
        Ok(())
    }

    /// Deletes a file.
    ///
    /// # Errors
    /// [`Failed`]
    pub fn delete(&mut self, name: &str, durably: bool) -> Result<(), Failed> {
        self.operate("delete")?;
        if let Some(file) = self.files.remove(name).filter(|_| !durably) {
            self.deleted.insert(name.to_owned(), file);
        }
        Ok(())
    }

    /// Loses the power, and gets it back: of what was not synced, some is there and some is not.
    pub fn lose_power(&mut self, random: &mut Random) {
        for (name, file) in std::mem::take(&mut self.deleted) {
            if random.below(2) == 0 {
                self.files.entry(name).or_insert(file);
            }
        }
        for file in self.files.values_mut() {
            let mut left = std::mem::take(&mut file.durable);
            let fate = Fate::of(random);
            for change in file.pending.drain(..) {
                match change {
                    Change::Truncate(size) if fate.keeps(random) => left.resize(size, 0),
                    Change::Truncate(_) => {}
                    Change::Write(at, bytes) => fate.write(random, &mut left, at, &bytes),
                }
            }
            file.current.clone_from(&left);
            file.durable = left;
        }
        (self.operations, self.lost_at, self.fails_at) = (0, None, None);
    }
}

/// The fate of what a file was not synced with.
#[derive(Clone, Copy)]
enum Fate {
    AllGone,
    AllThere,
    /// Sectors are there or not, in any order.
    Some,
    /// And one may be there in part.
    Torn,
}

impl Fate {
    fn of(random: &mut Random) -> Self {
        [Fate::AllGone, Fate::AllThere, Fate::Some, Fate::Torn][random.below(4)]
    }

    fn keeps(self, random: &mut Random) -> bool {
        match self {
            Fate::AllGone => false,
            Fate::AllThere => true,
            Fate::Some | Fate::Torn => random.below(3) > 0,
        }
    }

    fn write(self, random: &mut Random, to: &mut Vec<u8>, at: usize, bytes: &[u8]) {
        // Up to the end of the sector that it begins in, and then by whole ones.
        let head = (SECTOR - at % SECTOR).min(bytes.len());
        let (head, rest) = bytes.split_at(head);
        let mut place = at;
        for sector in std::iter::once(head).chain(rest.chunks(SECTOR)) {
            let torn = matches!(self, Fate::Torn) && random.below(16) == 0;
            let length = if torn { random.below(sector.len()) } else { sector.len() };
            if self.keeps(random) {
                write_into(to, place, &sector[..length]);
            }
            place += sector.len();
        }
    }
}

fn write_into(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if file.len() < at + bytes.len() {
        file.resize(at + bytes.len(), 0);
    }
    file[at..at + bytes.len()].copy_from_slice(bytes);
}

/// Random numbers from a seed.
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// Returns a number of 64 bits (SplitMix64).
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// Returns a number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.bits() % limit.max(1) as u64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn read(disk: &Disk, name: &str) -> Vec<u8> {
        let mut bytes = vec![0; disk.size(name)];
        assert_eq!(disk.read(name, 0, &mut bytes), bytes.len());
        bytes
    }

    #[test]
    fn what_is_synced_is_there() {
        for seed in 0..200 {
            let mut disk = Disk::default();
            disk.write("a", 0, &[1; 2000]).unwrap();
            disk.sync("a").unwrap();
            disk.write("a", 3000, &[2; 10]).unwrap();
            disk.lose_power(&mut Random(seed));
            assert_eq!(read(&disk, "a")[..2000], [1; 2000]);
        }
    }

    #[test]
    fn what_is_not_synced_may_be_gone_there_or_torn() {
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..400 {
            let mut disk = Disk::default();
            disk.write("a", 0, &[1; 1024]).unwrap();
            disk.sync("a").unwrap();
            disk.write("a", 0, &[2; 1024]).unwrap();
            disk.lose_power(&mut Random(seed));
            let bytes = read(&disk, "a");
            let new = bytes.iter().filter(|byte| **byte == 2).count();
            seen.insert(if new % 512 == 0 { new } else { 1 });
        }
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, 1, 512, 1024]);
    }

    #[test]
    fn nothing_is_done_without_power() {
        let mut disk = Disk { lost_at: Some(1), ..Disk::default() };
        disk.write("a", 0, &[1]).unwrap();
        assert_eq!(disk.write("a", 1, &[1]), Err(Failed::Power));
        assert_eq!(disk.sync("a"), Err(Failed::Power));
        assert_eq!(disk.delete("a", true), Err(Failed::Power));
        assert_eq!(read(&disk, "a"), [1]);
    }

    #[test]
    fn a_sync_that_fails_forgets() {
        let mut disk = Disk { fails_at: Some(1), ..Disk::default() };
        disk.write("a", 0, &[1]).unwrap();
        assert_eq!(disk.sync("a"), Err(Failed::Sync));
        // The second one seems to do it. Whoever tries again believes it.
        disk.write("b", 0, &[1]).unwrap();
        disk.lose_power(&mut Random(1));
        assert_eq!(disk.size("a"), 0);
    }
}
