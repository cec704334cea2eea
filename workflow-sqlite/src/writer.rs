//! The thread that writes: it takes what waits, writes it in one transaction, and answers.

use crate::beside::{Beside, write_back};
use crate::error::{Reach, Stop};
use crate::state::State;
use crate::wal;
use crate::work::Work;
use crate::write::Tables;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};

/// The most calls, and the most bytes, that one transaction holds.
const CALLS: usize = 1000;
const BYTES: usize = 4 << 20;

/// The changes without room that are taken out of a group, before what is left of it is written one by one.
const FULL: u32 = 3;

/// A change.
pub type Change = Box<dyn for<'c> Work<Tables<'c>>>;

/// A question, which is answered on a connection outside transactions.
pub type Question = Box<dyn for<'c> Work<&'c Connection>>;

/// A call to the writer.
pub enum Order {
    Write(Change),
    /// A question where there are no readers.
    Read(Question),
    /// A question that is answered after an attempt to empty the log: data was removed that nobody is to find.
    Clear(Question),
}

/// Answers orders until nobody sends any more, and closes the database.
pub fn run(
    connection: Connection,
    orders: &Receiver<Order>,
    state: &Arc<State>,
    (step, beside): (u64, Option<Beside>),
) {
    let log = wal::Log::new(&connection, step, beside);
    match Tables::new(&connection) {
        Ok(tables) => Writer { tables, orders, state, log }.run(),
        Err(error) => drop((log, state.note(error.into()))),
    }
    // Those who wait are told that the thread has ended.
    close(connection, state);
}

/// Writes the log back and closes the database, unless its data is in doubt.
fn close(connection: Connection, state: &State) {
    if state.check().is_ok() {
        write_back(&connection, state, "TRUNCATE");
    }
    if state.check().is_ok() {
        // The log is empty: the last connection removes it.
        drop(connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false));
    }
    if let Err((_, error)) = connection.close() {
        tracing::warn!(%error, "the database was not closed");
    }
}

/// The changes that a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    /// Those that it is given, and those that wait by then.
    Group,
    /// Those that it is given.
    Alone,
}

struct Writer<'c> {
    tables: Tables<'c>,
    orders: &'c Receiver<Order>,
    state: &'c State,
    log: wal::Log,
}

impl Writer<'_> {
    fn run(&mut self) {
        let mut next = None;
        while let Some(order) = next.take().or_else(|| self.wait()) {
            match order {
                Order::Read(question) => answer(question, self.tables.on, self.state),
                Order::Clear(question) => {
                    self.log.clear(self.tables.on, self.state);
                    answer(question, self.tables.on, self.state);
                }
                Order::Write(first) => {
                    next = self.write(vec![first], Share::Group);
                    if self.tables.take_purged() {
                        // Whoever purges empties it at once, or has gone away.
                        self.log.note_stale();
                    }
                }
            }
            self.log.after_order(self.tables.on, self.state);
        }
    }

    /// Waits for an order. Where none comes for a while, the log is written back.
    fn wait(&self) -> Option<Order> {
        while let Some(patience) = self.log.patience() {
            match self.orders.recv_timeout(patience) {
                Ok(order) => return Some(order),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if self.state.check().is_err() || self.log.when_idle(self.tables.on, self.state) {
                break;
            }
        }
        self.orders.recv().ok()
    }

    /// Writes changes, and those that wait by then, and answers them. A change that cannot be written is taken out, and the
    /// others are written without it; so is one that the file has no room for, while smaller ones may fit. Returns an order
    /// that comes after them.
    fn write(&mut self, mut group: Vec<Change>, share: Share) -> Option<Order> {
        let (mut next, mut full) = (None, 0);
        while let Err((stop, culprit)) = self.attempt(&mut group, &mut next, share) {
            self.tables.forget();
            let undone = self.roll_back();
            let alone = stop.reach() == Reach::Call || stop.is_full();
            full += u32::from(stop.is_full());
            match (culprit, undone) {
                (Some(culprit), Ok(())) if alone && full < FULL => {
                    let error = stop.into_error(&self.state.name);
                    group.remove(culprit).answer(Some(error));
                }
                (_, Ok(())) if stop.is_full() && group.len() > 1 => {
                    for change in group {
                        self.write(vec![change], Share::Alone);
                    }
                    return next;
                }
                (_, undone) => {
                    let error = self.state.note(stop);
                    let error = undone.map_err(|stop| self.state.note(stop)).err().unwrap_or(error);
                    group.into_iter().for_each(|it| it.answer(Some(error.clone())));
                    return next;
                }
            }
        }
        group.into_iter().for_each(|it| it.answer(None));
        next
    }

    /// Writes a group in a transaction: whatever has come by its end, too. An error comes with the place of the change that
    /// made it.
    fn attempt(
        &mut self,
        group: &mut Vec<Change>,
        next: &mut Option<Order>,
        share: Share,
    ) -> Result<(), (Stop, Option<usize>)> {
        if group.is_empty() {
            return Ok(());
        }
        self.state.check().map_err(|error| (error.into(), None))?;
        let whole = |error: rusqlite::Error| (error.into(), None);
        self.execute("BEGIN IMMEDIATE").map_err(whole)?;
        let (mut place, mut bytes) = (0, 0);
        loop {
            while let Some(change) = group.get_mut(place) {
                change.run(&mut self.tables).map_err(|stop| (stop, Some(place)))?;
                bytes += change.size();
                place += 1;
            }
            let whole = share == Share::Alone || next.is_some();
            if whole || place >= CALLS || bytes >= BYTES {
                break;
            }
            match self.orders.try_recv() {
                Ok(Order::Write(change)) => group.push(change),
                Ok(other) => *next = Some(other),
                Err(_) => break,
            }
        }
        self.execute("COMMIT").map_err(whole)?;
        // Before it is acknowledged.
        self.state.place.check().map_err(|stop| (stop, None))?;
        self.state.calls.fetch_add(group.len() as u64, Ordering::Relaxed);
        self.state.transactions.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn execute(&self, text: &str) -> rusqlite::Result<()> {
        self.tables.on.prepare_cached(text)?.execute([]).map(drop)
    }

    /// Ends a transaction without its changes. Some errors have ended it already.
    fn roll_back(&self) -> Result<(), Stop> {
        if self.tables.on.is_autocommit() { Ok(()) } else { Ok(self.execute("ROLLBACK")?) }
    }
}

/// Answers a question.
pub fn answer(mut question: Question, on: &Connection, state: &State) {
    let mut on = on;
    let answered = state.check().map_err(Stop::from).and_then(|()| question.run(&mut on));
    if answered.is_err() && !on.is_autocommit() {
        // Its transaction began, with an error.
        drop(on.execute_batch("ROLLBACK"));
    }
    question.answer(answered.err().map(|stop| state.note(stop)));
}
