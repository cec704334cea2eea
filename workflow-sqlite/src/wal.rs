//! The write-ahead log, and when it is written back to the database.

use crate::error::Stop;
use crate::state::State;
use rusqlite::Connection;
use std::cell::Cell;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// The size of the log at which it is written back, as far as no reader needs it.
pub const STEP: u64 = 16 << 20;

/// The steps after which readers are waited for, so that it begins anew.
const MOST: u64 = 4;

/// The time that they are waited for: commits wait as long.
const READERS: Duration = Duration::from_millis(50);

/// The size from which it is written back when nobody asks for anything.
const IDLE: u64 = 1 << 20;

/// The time after which nobody seems to ask for anything.
const PATIENCE: Duration = Duration::from_secs(1);

thread_local! {
    /// The number of pages in the log after the last commit of this thread.
    static PAGES: Cell<u64> = const { Cell::new(0) };
}

/// The size of the log, on the writer's thread.
pub struct Log {
    page: u64,
    step: u64,
    /// The size at which it is written back next.
    next: Cell<u64>,
    /// True if it may have data that was removed for good: it is emptied as soon as no reader needs it.
    stale: Cell<bool>,
}

impl Log {
    pub fn new(connection: &Connection, step: u64) -> Self {
        PAGES.set(0);
        connection.wal_hook(Some(|_, pages| {
            PAGES.set(u64::try_from(pages).unwrap_or(0));
            Ok(())
        }));
        let page = connection.pragma_query_value(None, "page_size", |row| row.get::<_, u32>(0));
        Log {
            page: page.map_or(4096, u64::from),
            step,
            next: Cell::new(step),
            stale: Cell::new(false),
        }
    }

    fn size(&self) -> u64 {
        PAGES.get() * self.page
    }

    /// Writes the log back if it has grown enough.
    pub fn after_commit(&self, on: &Connection, state: &State) {
        let size = self.size();
        if size < self.next.get() {
            // It has begun anew.
            if self.next.get() > self.step && size < self.step {
                self.next.set(self.step);
            }
            return;
        }
        let done = if self.stale.get() {
            self.empty(on, state)
        } else if size < MOST * self.step {
            write_back(on, state, "PASSIVE")
        } else {
            begin_anew(on, state, "RESTART")
        };
        self.next.set(if done { self.step } else { size + self.step });
        if done {
            PAGES.set(0);
        }
    }

    /// Writes the log back and empties it: at once, or as soon as no reader needs it any more.
    pub fn clear(&self, on: &Connection, state: &State) {
        self.stale.set(true);
        self.empty(on, state);
    }

    fn empty(&self, on: &Connection, state: &State) -> bool {
        let done = begin_anew(on, state, "TRUNCATE");
        if done {
            self.stale.set(false);
            self.next.set(self.step);
            PAGES.set(0);
        }
        done
    }

    /// Says how long to wait for an order before the log is written back; `None` if there is nothing to write.
    pub fn patience(&self) -> Option<Duration> {
        (self.stale.get() || self.size() >= IDLE).then_some(PATIENCE)
    }

    /// Writes the log back while nobody asks for anything. False if that is to be tried again.
    pub fn when_idle(&self, on: &Connection, state: &State) -> bool {
        if self.stale.get() {
            return self.empty(on, state);
        }
        if write_back(on, state, "PASSIVE") {
            PAGES.set(0);
        }
        true
    }
}

/// Writes the log back so that it begins anew. Waits for readers, but not as long as for other programs.
fn begin_anew(on: &Connection, state: &State, mode: &str) -> bool {
    let patience = on.pragma_query_value(None, "busy_timeout", |row| row.get::<_, u32>(0));
    drop(on.busy_timeout(READERS));
    let done = write_back(on, state, mode);
    drop(on.busy_timeout(Duration::from_millis(patience.map_or(0, u64::from))));
    done
}

/// Writes the log back to the database. True if nothing of it is left.
pub fn write_back(on: &Connection, state: &State, mode: &str) -> bool {
    let pragma = format!("PRAGMA wal_checkpoint({mode})");
    let found = on.query_row(&pragma, [], |row| {
        Ok((row.get::<_, i64>(0)? == 0, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    });
    state.checkpoints.fetch_add(1, Ordering::Relaxed);
    match found {
        Ok((free, all, written)) => free && all == written,
        Err(error) => {
            // What is not written back stays in the log.
            let error = state.note(Stop::from(error));
            tracing::warn!(%error, "the log was not written back");
            false
        }
    }
}
