//! The settings of a store.

use crate::wal::STEP;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Writes a file to its disk.
pub(crate) type SyncFile = fn(&Path) -> io::Result<()>;

/// The longest time that SQLite counts.
const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

/// Settings of a store that differ from those of [`Sqlite::open`](crate::Sqlite::open).
///
/// ```
/// # use workflow_sqlite::Sqlite;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = std::env::temp_dir().join(format!("workflow-options-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("orders.db");
/// let store = Sqlite::options().readers(4).most_bytes(10 << 30).open(path)?;
/// # drop(store);
/// # std::fs::remove_dir_all(folder)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) readers: usize,
    pub(crate) page_size: u32,
    pub(crate) cache: usize,
    pub(crate) most_bytes: Option<u64>,
    pub(crate) patience: Duration,
    pub(crate) vfs: Option<String>,
    pub(crate) exclusive: bool,
    pub(crate) sync: Option<SyncFile>,
    pub(crate) synchronous: &'static str,
    pub(crate) step: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            readers: 2,
            page_size: 8 << 10,
            cache: 16 << 20,
            most_bytes: None,
            patience: Duration::from_secs(2),
            vfs: None,
            exclusive: false,
            sync: None,
            synchronous: "FULL",
            step: STEP,
        }
    }
}

impl Options {
    /// Sets the number of threads that read, each with a connection of its own; 2 by default. Without any, the writer
    /// reads as well.
    #[must_use]
    pub fn readers(mut self, readers: usize) -> Self {
        self.readers = readers.min(64);
        self
    }

    /// Sets the size of a page, for a new file: a power of two from 512 to 65,536; 8,192 by default.
    #[must_use]
    pub fn page_size(mut self, bytes: u32) -> Self {
        self.page_size = bytes;
        self
    }

    /// Sets the memory for pages that the writer keeps, in bytes; 16 MiB by default.
    #[must_use]
    pub fn cache(mut self, bytes: usize) -> Self {
        self.cache = bytes;
        self
    }

    /// Sets the largest size of the file. If it is reached, calls end with
    /// [`StoreError::Stalled`](workflow_runtime::store::StoreError::Stalled), as on a full disk.
    #[must_use]
    pub fn most_bytes(mut self, bytes: u64) -> Self {
        self.most_bytes = Some(bytes);
        self
    }

    /// Sets how long a call waits for another program that locks the file; 2 s by default, and 24 days
    /// at most.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience.min(LONGEST);
        self
    }

    /// For tests of losses of power: a file system of SQLite's, without memory that processes share.
    #[doc(hidden)]
    #[must_use]
    pub fn vfs(mut self, name: impl Into<String>) -> Self {
        self.vfs = Some(name.into());
        (self.exclusive, self.readers) = (true, 0);
        self
    }

    /// For tests of losses of power: a file system of SQLite's, with memory that connections share; and what syncs a file
    /// there, beside SQLite.
    #[doc(hidden)]
    #[must_use]
    pub fn vfs_of_many(mut self, name: impl Into<String>, sync: SyncFile) -> Self {
        (self.vfs, self.sync) = (Some(name.into()), Some(sync));
        self
    }

    /// For tests: the size of the log at which it is written back.
    #[doc(hidden)]
    #[must_use]
    pub fn log_step(mut self, bytes: u64) -> Self {
        self.step = bytes;
        self
    }

    /// For tests and measurements: another value of SQLite's `synchronous`, which loses commits.
    #[doc(hidden)]
    #[must_use]
    pub fn synchronous(mut self, value: &'static str) -> Self {
        self.synchronous = value;
        self
    }
}
