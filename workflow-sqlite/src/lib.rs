//! A store for `workflow` in one SQLite file: executions survive crashes and losses of power.
//!
//! Users of workflows write `workflow::Sqlite` (feature `sqlite` of the crate `workflow`), which is [`Sqlite`].
//!
//! ```
//! use workflow_runtime::Engine;
//! use workflow_sqlite::Sqlite;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("workflow-crate-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let path = folder.join("orders.db");
//! let engine = Engine::builder().store(Sqlite::open(path)?).build();
//! # drop(engine);
//! # std::fs::remove_dir_all(folder)?;
//! # Ok(())
//! # }
//! ```
//!
//! # Durability
//!
//! A commit that is acknowledged is on the disk: SQLite writes it to a log, and syncs the log (`synchronous=FULL`; on
//! macOS with a full sync). One thread writes. It takes all commits that wait already, up to 1,000 of them, and writes them
//! in one transaction with one sync; so the more executions run, the less a commit costs. If more than 4,096 commits or 32 MiB of
//! them wait, callers wait for room.
//!
//! - If the disk is full, or another program locks the file, calls end with
//!   [`StoreError::Stalled`](workflow_runtime::store::StoreError::Stalled): nothing of them is written, and they may be made
//!   again.
//! - If a write or a sync fails, or the file is damaged, the store is broken: each call from then on ends with
//!   [`StoreError::Fatal`](workflow_runtime::store::StoreError::Fatal). A failed sync is never tried again, since the
//!   system may have dropped what it did not write. Everything that was acknowledged before is there when the file is opened again.
//! - A file has one owner. While a store is open, opening another one on its file fails, in this process and in others;
//!   clones share it. `orders.db-lock` says who owns it. The owner's end gives it up, however it ends.
//! - A file that is something else, or was made by a newer version, is refused and left as it is.
//!
//! Beside `orders.db` there are `orders.db-wal` and `orders.db-shm` while it is open, and after a crash: they belong
//! together. To copy a store, call [`Sqlite::backup`]. Large values are in the folder `orders.db-large`, which is made with
//! the first of them. A backup does not contain them, and a purge does not remove them
//! ([`LargeStore`](workflow_runtime::LargeStore)).
//!
//! # Growth
//!
//! The log is written back to the file from 16 MiB on, and starts from its beginning at 64 MiB. Executions that are removed
//! make room for new ones: the file does not shrink, and needs no `VACUUM`. A backup is as small as it can be.
//!
//! # Removal
//!
//! Removed data is overwritten in the file (`secure_delete=ON`): that of purged and pruned executions, and data that a later
//! commit replaced. After a purge the log is emptied as well, before the call ends; if a reader needs the log (a backup, for
//! example), within seconds of its end. After a prune the log may have the data until it is written over, a purge empties it,
//! or the store is closed. Copies elsewhere are not reached: backups, snapshots of the file system, blocks that a disk put
//! aside.
//!
//! The price: pages that become free are written once more. As measured, commits write no more bytes, even if a state
//! replaces data of 100 KB. To remove executions with short data writes 4 % more; with values of 20 KB, it writes as many
//! bytes as they have.

mod backup;
mod beside;
mod check;
mod encode;
mod error;
#[cfg(test)]
mod errors_anywhere;
mod lock;
mod open;
mod options;
mod place;
mod queue;
mod read;
mod reader;
mod schema;
mod state;
mod store;
mod wal;
mod work;
mod write;
mod writer;

pub use options::Options;
pub use state::Figures;

use std::path::Path;
use std::sync::Arc;
use workflow_runtime::store::StoreResult as Result;

/// A store in a SQLite file. Clones share it; dropping the last one writes what waits, and closes the file.
#[derive(Clone)]
pub struct Sqlite(Arc<open::Parts>);

impl Sqlite {
    /// Opens the store in the file at `path`, or makes one there.
    ///
    /// # Errors
    /// [`StoreError::Stalled`](workflow_runtime::store::StoreError::Stalled) if the file cannot be opened now: somebody
    /// else owns it, or it can only be read. [`StoreError::Fatal`](workflow_runtime::store::StoreError::Fatal) where it is
    /// something else, damaged, or was made by a newer version.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Sqlite::options().open(path)
    }

    /// Makes a store in memory, which ends with its last clone: for tests.
    ///
    /// # Errors
    /// [`StoreError::Stalled`](workflow_runtime::store::StoreError::Stalled) without memory or threads.
    pub fn in_memory() -> Result<Self> {
        Sqlite::options().in_memory()
    }

    /// Returns the settings that a store can be opened with.
    #[must_use]
    pub fn options() -> Options {
        Options::default()
    }

    /// Returns the figures of this store since it was opened.
    #[must_use]
    pub fn figures(&self) -> Figures {
        Figures { waiting: self.0.writer.waiting(), ..self.0.state.figures() }
    }
}

impl std::fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Sqlite").field(&self.0.state.name).finish()
    }
}
