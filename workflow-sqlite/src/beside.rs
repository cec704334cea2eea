//! A thread that writes the log back while the writer continues, on a connection of its own.
//!
//! SQLite lets one connection write while another one checkpoints (`PASSIVE`): what is committed meanwhile stays in the log.
//! So it never begins anew by this alone while the writer is busy: that the writer does, once little is left. Nor does SQLite
//! sync the file then: that is done here, so that the writer's sync finds little as well.

use crate::error::Stop;
use crate::queue::spawn;
use crate::state::State;
use rusqlite::{Connection, ffi};
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use workflow_runtime::store::StoreResult as Result;

/// Writes the file of the database to its disk.
pub type Sync = Arc<dyn Fn() -> io::Result<()> + Send + std::marker::Sync>;

/// The thread. Dropping it waits until its connection is closed.
pub struct Beside {
    asked: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    /// Held while the log is written back: SQLite refuses a second one at once.
    busy: Mutex<()>,
    /// The pages of the log that were written back last, until the writer has seen them.
    written: AtomicU64,
}

impl Beside {
    /// Starts the thread. Closing a file takes the locks from all connections of the process to it: whoever starts this keeps
    /// `sync` for longer than those, if that has the file open.
    pub fn start(connection: Connection, sync: Sync, state: Arc<State>) -> Result<Self> {
        let (sender, asked) = sync_channel(1);
        let shared = Arc::new(Shared::default());
        let own = shared.clone();
        let thread = spawn("log", move || run((&connection, &sync), &asked, &state, &own))?;
        Ok(Beside { asked: Some(sender), thread: Some(thread), shared })
    }

    /// Has the log written back, as far as it goes by now. Does nothing if that is asked for already.
    pub fn ask(&self) {
        if let Some(asked) = &self.asked {
            // It may be asked already.
            let _ = asked.try_send(());
        }
    }

    /// The pages that were written back since the last call, from the beginning of the log; 0 if there is nothing new.
    pub fn take_written(&self) -> u64 {
        self.shared.written.swap(0, Ordering::AcqRel)
    }

    /// Waits until nothing is being written back, and keeps it so.
    pub fn hold(&self) -> MutexGuard<'_, ()> {
        self.shared.lock()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, ()> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn run(
    (connection, sync): (&Connection, &Sync),
    asked: &Receiver<()>,
    state: &State,
    shared: &Shared,
) {
    while asked.recv().is_ok() {
        if state.check().is_err() {
            continue;
        }
        let _busy = shared.lock();
        let back = write_back(connection, state, "PASSIVE");
        if back.whole || synced(sync, state) {
            shared.written.store(back.written, Ordering::Release);
        }
    }
}

/// Writes a file to the disk. False if that failed: the store is broken then, for a sync is never tried again.
fn synced(sync: &Sync, state: &State) -> bool {
    let failed = |error: io::Error| {
        let code = ffi::Error::new(ffi::SQLITE_IOERR_FSYNC);
        state.note(rusqlite::Error::SqliteFailure(code, Some(error.to_string())).into())
    };
    sync().map_err(failed).is_ok()
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.asked = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// The part of the log that is written back.
#[derive(Clone, Copy, Default)]
pub struct Back {
    /// True if nothing is left.
    pub whole: bool,
    /// The number of pages, from the beginning of the log.
    pub written: u64,
}

/// Writes the log back to the database.
pub fn write_back(on: &Connection, state: &State, mode: &str) -> Back {
    let pragma = format!("PRAGMA wal_checkpoint({mode})");
    let found = on.query_row(&pragma, [], |row| {
        Ok((row.get::<_, i64>(0)? == 0, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    });
    state.checkpoints.fetch_add(1, Ordering::Relaxed);
    match found {
        Ok((free, all, written)) => {
            Back { whole: free && all == written, written: u64::try_from(written).unwrap_or(0) }
        }
        Err(error) => {
            // What is not written back stays in the log.
            let error = state.note(Stop::from(error));
            tracing::warn!(%error, "the log was not written back");
            Back::default()
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use std::time::{Duration, Instant};

    fn connect(path: &std::path::Path) -> Connection {
        let connection = Connection::open(path).unwrap();
        connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
        connection.query_row("PRAGMA wal_autocheckpoint = 0", [], |_| Ok(())).unwrap();
        connection
    }

    /// The writer is in the middle of a transaction, and continues.
    #[test]
    fn the_log_is_written_back_beside_a_transaction() {
        let folder = std::env::temp_dir().join(format!("workflow-beside-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.db");
        let writer = connect(&path);
        writer
            .execute_batch("CREATE TABLE t (it BLOB); INSERT INTO t VALUES (zeroblob(100000))")
            .unwrap();
        let state = Arc::new(State::new("a.db".to_owned(), crate::place::Place::default()));
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        let sync: Sync = Arc::new(move || file.sync_data());
        let beside = Beside::start(connect(&path), sync.clone(), state.clone()).unwrap();
        assert_eq!(beside.take_written(), 0, "nobody has asked");
        writer.execute_batch("BEGIN IMMEDIATE; INSERT INTO t VALUES (zeroblob(100000))").unwrap();
        beside.ask();
        let begun = Instant::now();
        let written = loop {
            match beside.take_written() {
                0 => assert!(begun.elapsed() < Duration::from_secs(10)),
                written => break written,
            }
            std::thread::sleep(Duration::from_millis(1));
        };
        assert!(written >= 25, "{written} pages");
        assert_eq!(beside.take_written(), 0, "seen");
        writer.execute_batch("COMMIT").unwrap();
        let alone = beside.hold();
        let back = write_back(&writer, &state, "TRUNCATE");
        assert!(back.whole, "nothing else is under way");
        drop(alone);
        drop(beside);
        drop(writer);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
