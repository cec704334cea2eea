//! The changes: each in the transaction that the writer has begun.

mod begin;
mod commit;
mod message;
mod remove;
mod value;

pub use commit::commit;
pub use message::{answer, tell};
pub use remove::{Removed, prune, purge};
pub use value::put;

use crate::encode::{Time, bits, read_bits};
use crate::error::Stop;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Statement};
use std::collections::HashMap;
use std::sync::Arc;
use workflow_runtime::store::StoreError;

/// The most executions whose numbers are remembered.
const KNOWN: usize = 16_384;

/// The writer's view of the database: its connection, the statements of most commits, and the numbers of executions that
/// commit.
pub struct Tables<'c> {
    pub on: &'c Connection,
    known: HashMap<Arc<str>, Known>,
    begin: begin::Statements<'c>,
    step: Statement<'c>,
    turn: Statement<'c>,
    end: Statement<'c>,
    record: Statement<'c>,
    mark: Statement<'c>,
    payload: Statement<'c>,
    chunk: Statement<'c>,
    /// True if something was purged that the log still holds.
    purged: bool,
}

/// An execution that commits.
#[derive(Clone, Copy)]
struct Known {
    id: i64,
    /// False if it has ended.
    open: bool,
    /// The time when it wakes up.
    wake: Option<Timestamp>,
    /// True if it has no tokens, messages and scopes below its own, and had none: it began here.
    plain: bool,
}

impl<'c> Tables<'c> {
    /// Prepares the statements.
    pub fn new(on: &'c Connection) -> rusqlite::Result<Self> {
        Ok(Tables {
            on,
            known: HashMap::new(),
            begin: begin::Statements::new(on)?,
            step: on.prepare(commit::STEP)?,
            turn: on.prepare(commit::TURN)?,
            end: on.prepare(commit::END)?,
            record: on.prepare(commit::RECORD)?,
            mark: on.prepare(commit::MARK)?,
            payload: on.prepare(commit::PAYLOAD)?,
            chunk: on.prepare(commit::CHUNK)?,
            purged: false,
        })
    }

    /// True if something was purged since the last call.
    pub fn take_purged(&mut self) -> bool {
        std::mem::take(&mut self.purged)
    }

    /// Forgets what may be of a transaction that did not come to be.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    fn find(&mut self, arn: &Arc<str>) -> rusqlite::Result<Option<Known>> {
        if let Some(known) = self.known.get(arn) {
            return Ok(Some(*known));
        }
        let query = "SELECT id, ended IS NULL, wake FROM execution
            JOIN progress ON progress.execution = execution.id WHERE arn = ?1";
        let known = |row: &Row<'_>| {
            let wake = row.get::<_, Option<Time>>(2)?.map(|it| it.time);
            Ok(Known { id: row.get(0)?, open: row.get(1)?, wake, plain: false })
        };
        let known = self.on.prepare_cached(query)?.query_row([arn], known).optional()?;
        if let Some(known) = known {
            self.remember(arn.clone(), known);
        }
        Ok(known)
    }

    fn remember(&mut self, arn: Arc<str>, known: Known) {
        if self.known.len() >= KNOWN {
            self.known.clear();
        }
        self.known.insert(arn, known);
    }

    /// Takes note that an execution has, or had, a token, a message or a scope below its own.
    fn note_more(&mut self, arn: &str) {
        if let Some(known) = self.known.get_mut(arn) {
            known.plain = false;
        }
    }

    /// Runs a statement that is not among those of most commits.
    fn run(&self, text: &str, parameters: impl rusqlite::Params) -> rusqlite::Result<usize> {
        self.on.prepare_cached(text)?.execute(parameters)
    }
}

/// Raises the epoch of an execution. `None` if there is none; the inner one if it has ended.
pub fn claim(tables: &mut Tables<'_>, arn: &str) -> Result<Option<Option<u64>>, Stop> {
    let Some(Known { id, open, .. }) = tables.find(&arn.into())? else { return Ok(None) };
    if !open {
        return Ok(Some(None));
    }
    let raise = "UPDATE progress SET epoch = epoch + 1 WHERE execution = ?1 RETURNING epoch";
    let epoch = tables.on.prepare_cached(raise)?.query_row([id], |row| row.get(0))?;
    Ok(Some(Some(read_bits(epoch))))
}

/// Lowers the epoch of an execution again, if it is this one.
pub fn release(tables: &mut Tables<'_>, arn: &str, epoch: u64) -> Result<(), Stop> {
    let Some(Known { id, open: true, .. }) = tables.find(&arn.into())? else { return Ok(()) };
    let lower = "UPDATE progress SET epoch = epoch - 1 WHERE execution = ?1 AND epoch = ?2";
    tables.run(lower, (id, bits(epoch)))?;
    Ok(())
}

/// The error of a commit that does not follow the last one, or marks a workflow without a record.
fn fenced(
    on: &Connection,
    id: i64,
    commit: &workflow_runtime::store::Commit,
) -> rusqlite::Result<Stop> {
    let query = "SELECT epoch, number FROM progress WHERE execution = ?1";
    let last = |row: &Row<'_>| Ok((read_bits(row.get(0)?), read_bits(row.get(1)?)));
    let (epoch, number) = on.prepare_cached(query)?.query_row([id], last)?;
    if (epoch, number.wrapping_add(1)) == (commit.epoch, commit.number) {
        return Ok(Stop::Undone(StoreError::without_record(&commit.execution, &[])));
    }
    Ok(StoreError::fenced(commit, epoch, number).into())
}
