//! The write-ahead log, and when it is written back to the database.

use crate::beside::{Beside, write_back};
use crate::state::State;
use rusqlite::Connection;
use std::cell::Cell;
use std::time::{Duration, Instant};

/// The size of the log at which it is written back, as far as no reader needs it.
pub const STEP: u64 = 16 << 20;

/// The steps after which readers are waited for, so that it begins anew.
const MOST: u64 = 4;

/// The time that they are waited for: commits wait as long.
const READERS: Duration = Duration::from_millis(50);

/// The size from which it is written back when nobody asks for anything; and what may be left by the thread beside the
/// writer, for the writer to do: some milliseconds.
const IDLE: u64 = 1 << 20;

/// The time after which nobody seems to ask for anything.
const PATIENCE: Duration = Duration::from_secs(1);

/// The time between two attempts to empty a log that has data which was removed for good: readers are waited for in each,
/// so that a twentieth of the writer's time is spent on it at most.
const AGAIN: Duration = Duration::from_secs(1);

thread_local! {
    /// The number of pages in the log after the last commit of this thread.
    static PAGES: Cell<u64> = const { Cell::new(0) };
}

/// The size of the log, on the writer's thread.
pub struct Log {
    /// The thread that writes it back while the writer continues.
    beside: Option<Beside>,
    /// The pages that it had written back before.
    before: Cell<u64>,
    page: u64,
    step: u64,
    /// The size at which it is written back next.
    next: Cell<u64>,
    /// The time of the next attempt to empty it, if it may have data that was removed for good.
    stale: Cell<Option<Instant>>,
}

impl Log {
    pub fn new(connection: &Connection, step: u64, beside: Option<Beside>) -> Self {
        PAGES.set(0);
        connection.wal_hook(Some(|_, pages| {
            PAGES.set(u64::try_from(pages).unwrap_or(0));
            Ok(())
        }));
        let page = connection.pragma_query_value(None, "page_size", |row| row.get::<_, u32>(0));
        // What a process left that was killed may have such data: nothing else says so.
        let stale = Cell::new(Some(Instant::now() + AGAIN));
        let page = page.map_or(4096, u64::from);
        Log { beside, before: Cell::new(0), page, step, next: Cell::new(step), stale }
    }

    fn size(&self) -> u64 {
        PAGES.get() * self.page
    }

    /// Writes the log back if it has grown enough, and empties it if that is due.
    pub fn after_order(&self, on: &Connection, state: &State) {
        if state.check().is_err() {
            return;
        }
        if self.stale.get().is_some_and(|due| due <= Instant::now()) {
            self.empty(on, state);
            return;
        }
        let size = self.size();
        if self.beside.as_ref().is_some_and(|beside| self.is_nearly_written(beside)) {
            return self.go_on(size, write_back(on, state, "PASSIVE").whole);
        }
        if size < self.next.get() {
            // It has begun anew.
            if self.next.get() > self.step && size < self.step {
                self.next.set(self.step);
                self.before.set(0);
            }
            return;
        }
        let done = match &self.beside {
            _ if size >= MOST * self.step => self.begin_anew(on, state, "RESTART"),
            Some(beside) => {
                beside.ask();
                false
            }
            None => write_back(on, state, "PASSIVE").whole,
        };
        self.go_on(size, done);
    }

    /// Goes on with a log of this size, which is written back by now or not.
    fn go_on(&self, size: u64, done: bool) {
        self.next.set(if done { self.step } else { size + self.step });
        if done {
            PAGES.set(0);
            self.before.set(0);
        }
    }

    /// True if little of the log is left to write back. Where more is, and no reader keeps it from that, the thread goes on
    /// with what has been added meanwhile: less each time.
    fn is_nearly_written(&self, beside: &Beside) -> bool {
        let written = beside.take_written();
        if written == 0 {
            return false;
        }
        let (left, before) = (PAGES.get().saturating_sub(written), self.before.replace(written));
        let little = left * self.page <= IDLE;
        if !little && written > before {
            beside.ask();
        }
        little && left > 0
    }

    /// Takes note that the log has data which was removed for good.
    pub fn note_stale(&self) {
        if self.stale.get().is_none() {
            self.stale.set(Some(Instant::now() + AGAIN));
        }
    }

    /// Writes the log back and empties it: at once, or as soon as no reader needs it any more.
    pub fn clear(&self, on: &Connection, state: &State) {
        self.empty(on, state);
    }

    /// Empties the log. False if a reader needs it: then it is tried again, whatever else there is to do.
    fn empty(&self, on: &Connection, state: &State) -> bool {
        let done = self.begin_anew(on, state, "TRUNCATE");
        if done {
            self.go_on(0, true);
        }
        self.stale.set((!done).then(|| Instant::now() + AGAIN));
        done
    }

    /// Says how long to wait for an order before the log is written back; `None` if there is nothing to write.
    pub fn patience(&self) -> Option<Duration> {
        (self.stale.get().is_some() || self.size() >= IDLE).then_some(PATIENCE)
    }

    /// Writes the log back while nobody asks for anything. False if that is to be tried again.
    pub fn when_idle(&self, on: &Connection, state: &State) -> bool {
        if self.stale.get().is_some() {
            return self.empty(on, state);
        }
        match &self.beside {
            Some(beside) => beside.ask(),
            None if write_back(on, state, "PASSIVE").whole => PAGES.set(0),
            None => {}
        }
        true
    }

    /// Writes the log back so that it begins anew. Waits for readers, but not as long as for other programs.
    fn begin_anew(&self, on: &Connection, state: &State, mode: &str) -> bool {
        let _alone = self.beside.as_ref().map(Beside::hold);
        // A sync beside the writer may have failed meanwhile: then the log is all that has its pages.
        if state.check().is_err() {
            return false;
        }
        let patience = on.pragma_query_value(None, "busy_timeout", |row| row.get::<_, u32>(0));
        drop(on.busy_timeout(READERS));
        let done = write_back(on, state, mode).whole;
        drop(on.busy_timeout(Duration::from_millis(patience.map_or(0, u64::from))));
        done
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::beside::Sync;
    use std::fs::File;
    use std::path::Path;
    use std::sync::Arc;

    fn connect(path: &Path) -> Connection {
        let connection = Connection::open(path).unwrap();
        connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
        connection.query_row("PRAGMA wal_autocheckpoint = 0", [], |_| Ok(())).unwrap();
        connection
    }

    /// The log is all that has the pages which may not be on the disk.
    #[test]
    fn a_failed_sync_beside_the_writer_leaves_the_log() {
        let folder = std::env::temp_dir().join(format!("workflow-wal-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.db");
        let writer = connect(&path);
        let logged = || folder.join("a.db-wal").metadata().unwrap().len();
        let state = Arc::new(State::new("a.db".to_owned(), crate::place::Place::default()));
        // No sync of this file succeeds.
        let file = File::options().write(true).open("/dev/null").unwrap();
        let sync: Sync = Arc::new(move || file.sync_data());
        assert!(sync().is_err());
        let beside = Beside::start(connect(&path), sync.clone(), state.clone()).unwrap();
        let log = Log::new(&writer, STEP, Some(beside));
        let pages = "CREATE TABLE t (it BLOB); INSERT INTO t VALUES (zeroblob(100000))";
        writer.execute_batch(pages).unwrap();
        // A reader keeps the last commit from being written back, so that SQLite itself does not sync.
        let reader = connect(&path);
        reader.execute_batch("BEGIN; SELECT count(*) FROM t").unwrap();
        reader.query_row("SELECT count(*) FROM t", [], |_| Ok(())).unwrap();
        writer.execute_batch("INSERT INTO t VALUES (zeroblob(100000))").unwrap();
        log.beside.as_ref().unwrap().ask();
        while state.check().is_ok() {
            std::thread::sleep(Duration::from_millis(1));
        }
        reader.execute_batch("COMMIT").unwrap();
        let before = logged();
        assert!(!log.begin_anew(&writer, &state, "TRUNCATE"));
        log.clear(&writer, &state);
        assert_eq!(logged(), before);
        drop((log, reader, writer));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
