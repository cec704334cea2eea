//! The memory and the locks that the connections to a file share, in one process.
//!
//! They are gone with the last connection, as they would be with the process.

use rusqlite::ffi;
use std::alloc::{Layout, alloc_zeroed, dealloc};
use std::collections::BTreeMap;
use std::ffi::{c_int, c_void};
use std::sync::atomic::{AtomicU64, Ordering, fence};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The files that have connections, by their names.
static FILES: Mutex<BTreeMap<String, File>> = Mutex::new(BTreeMap::new());

/// The slots of the memory that can be locked.
const SLOTS: usize = 8;

/// A file with connections.
#[derive(Default)]
struct File {
    regions: Vec<Region>,
    /// The levels of the locks of the file itself, by connection.
    levels: BTreeMap<u64, c_int>,
    /// The connections that use the memory, each with the slots that it shares and those that it has alone.
    users: BTreeMap<u64, [Held; SLOTS]>,
}

/// The lock that a connection has of a slot.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Held {
    #[default]
    Nothing,
    Shared,
    Alone,
}

/// A piece of memory.
struct Region {
    at: *mut u8,
    layout: Layout,
}

// SAFETY: the memory is SQLite's, which orders its accesses by locks and barriers; here it is only made and freed.
unsafe impl Send for Region {}

impl Region {
    fn new(size: usize) -> Option<Self> {
        let layout = Layout::from_size_align(size.max(8), 8).ok()?;
        // SAFETY: the size is not zero.
        let at = unsafe { alloc_zeroed(layout) };
        (!at.is_null()).then_some(Region { at, layout })
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: it was made with this layout, and no connection uses it any more.
        unsafe { dealloc(self.at, self.layout) };
    }
}

fn files() -> MutexGuard<'static, BTreeMap<String, File>> {
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A connection to a file.
pub struct Connected {
    name: String,
    number: u64,
}

impl Connected {
    /// A connection to the file of this name.
    pub fn to(name: &str) -> Self {
        static NUMBERS: AtomicU64 = AtomicU64::new(1);
        let number = NUMBERS.fetch_add(1, Ordering::Relaxed);
        Connected { name: name.to_owned(), number }
    }

    fn with<T>(&self, call: impl FnOnce(&mut File) -> T) -> T {
        call(files().entry(self.name.clone()).or_default())
    }

    /// Raises the lock of the file to a level.
    pub fn lock(&self, level: c_int) -> c_int {
        self.with(|file| {
            let others = file.levels.iter().filter(|(number, _)| **number != self.number);
            let highest = others.map(|(_, level)| *level).max().unwrap_or(ffi::SQLITE_LOCK_NONE);
            let free = match level {
                ffi::SQLITE_LOCK_SHARED => highest < ffi::SQLITE_LOCK_PENDING,
                ffi::SQLITE_LOCK_EXCLUSIVE => highest < ffi::SQLITE_LOCK_SHARED,
                _ => highest < ffi::SQLITE_LOCK_RESERVED,
            };
            if !free {
                return ffi::SQLITE_BUSY;
            }
            let own = file.levels.entry(self.number).or_default();
            *own = level.max(*own);
            ffi::SQLITE_OK
        })
    }

    /// Lowers it.
    pub fn unlock(&self, level: c_int) {
        self.with(|file| {
            file.levels.insert(self.number, level);
        });
    }

    /// True if some connection is about to write.
    pub fn is_reserved(&self) -> bool {
        self.with(|file| file.levels.values().any(|level| *level >= ffi::SQLITE_LOCK_RESERVED))
    }

    /// The memory of this number; null if there is none and none is to be made, `None` without memory.
    pub fn map(&self, number: usize, size: usize, make: bool) -> Option<*mut c_void> {
        self.with(|file| {
            file.users.entry(self.number).or_default();
            while make && file.regions.len() <= number {
                file.regions.push(Region::new(size)?);
            }
            let region = file.regions.get(number).map_or(std::ptr::null_mut(), |it| it.at);
            Some(region.cast())
        })
    }

    /// Locks slots, or gives them back.
    pub fn lock_slots(&self, first: usize, count: usize, flags: c_int) -> c_int {
        let wanted = if flags & ffi::SQLITE_SHM_SHARED != 0 { Held::Shared } else { Held::Alone };
        let unlocks = flags & ffi::SQLITE_SHM_UNLOCK != 0;
        self.with(|file| {
            let slots = first..(first + count).min(SLOTS);
            let taken = |held: &[Held; SLOTS]| {
                let of = |slot| match wanted {
                    Held::Shared => held[slot] == Held::Alone,
                    _ => held[slot] != Held::Nothing,
                };
                slots.clone().any(of)
            };
            let mut others = file.users.iter().filter(|(number, _)| **number != self.number);
            if !unlocks && others.any(|(_, held)| taken(held)) {
                return ffi::SQLITE_BUSY;
            }
            let own = file.users.entry(self.number).or_default();
            own[slots].fill(if unlocks { Held::Nothing } else { wanted });
            ffi::SQLITE_OK
        })
    }

    /// Uses the memory no more.
    pub fn unmap(&self) {
        self.with(|file| {
            file.users.remove(&self.number);
            if file.users.is_empty() {
                file.regions.clear();
            }
        });
    }

    /// Orders what was read and written before against what comes.
    pub fn barrier() {
        fence(Ordering::SeqCst);
        drop(files());
    }
}

impl Drop for Connected {
    fn drop(&mut self) {
        self.unmap();
        let mut files = files();
        if let Some(file) = files.get_mut(&self.name) {
            file.levels.remove(&self.number);
            if file.levels.is_empty() && file.users.is_empty() {
                files.remove(&self.name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_a_slot_alone_keeps_others_from_it() {
        let (one, two) = (Connected::to("slots"), Connected::to("slots"));
        let (lock, unlock) = (ffi::SQLITE_SHM_LOCK, ffi::SQLITE_SHM_UNLOCK);
        let (shared, alone) = (ffi::SQLITE_SHM_SHARED, ffi::SQLITE_SHM_EXCLUSIVE);
        assert_eq!(one.lock_slots(3, 1, lock | shared), ffi::SQLITE_OK);
        assert_eq!(two.lock_slots(3, 1, lock | shared), ffi::SQLITE_OK);
        assert_eq!(two.lock_slots(0, 8, lock | alone), ffi::SQLITE_BUSY);
        assert_eq!(one.lock_slots(3, 1, unlock | shared), ffi::SQLITE_OK);
        assert_eq!(two.lock_slots(3, 1, unlock | shared), ffi::SQLITE_OK);
        assert_eq!(two.lock_slots(0, 8, lock | alone), ffi::SQLITE_OK);
        assert_eq!(one.lock_slots(3, 1, lock | shared), ffi::SQLITE_BUSY);
        drop(two);
        assert_eq!(one.lock_slots(3, 1, lock | shared), ffi::SQLITE_OK);
    }

    #[test]
    fn the_memory_is_shared_and_goes_with_the_last_connection() {
        let (one, two) = (Connected::to("memory"), Connected::to("memory"));
        assert_eq!(one.map(0, 64, false), Some(std::ptr::null_mut()));
        let at = one.map(1, 64, true);
        assert_eq!(two.map(1, 64, false), at);
        one.unmap();
        assert_eq!(two.map(1, 64, false), at);
        two.unmap();
        assert_eq!(one.map(1, 64, false), Some(std::ptr::null_mut()));
    }
}
