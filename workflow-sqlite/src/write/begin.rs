//! The start of an execution.

use super::{Known, Tables};
use crate::encode::{Time, bits, status};
use crate::error::Stop;
use rusqlite::{Connection, Statement};
use workflow_runtime::store::{Begun, Commit, Status, StoreError};

const EXECUTION: &str = "
    INSERT INTO execution
        (arn, name, machine, started, seed, timeout, item, status, around, round, caller)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

const PROGRESS: &str = "
    INSERT INTO progress (execution, epoch, number, events, payloads, time, live)
    VALUES (?1, ?2, 0, 0, 0, ?3, ?4)";

/// The times of a block of executions.
const BLOCK: &str = "
    INSERT INTO block (id, earliest, latest) VALUES (?1 >> 9, ?2, ?2)
    ON CONFLICT DO UPDATE SET
        earliest = min(earliest, excluded.earliest), latest = max(latest, excluded.latest)";

const INPUT: &str = "INSERT INTO input VALUES (?1, ?2)";

/// The statements of a start.
pub struct Statements<'c> {
    execution: Statement<'c>,
    progress: Statement<'c>,
    block: Statement<'c>,
    input: Statement<'c>,
}

impl<'c> Statements<'c> {
    /// Prepares them.
    pub fn new(on: &'c Connection) -> rusqlite::Result<Self> {
        Ok(Statements {
            execution: on.prepare(EXECUTION)?,
            progress: on.prepare(PROGRESS)?,
            block: on.prepare(BLOCK)?,
            input: on.prepare(INPUT)?,
        })
    }
}

/// Makes the rows of an execution before its first commit.
pub fn begin(tables: &mut Tables<'_>, commit: &Commit, begun: &Begun) -> Result<Known, Stop> {
    if tables.find(&commit.execution)?.is_some() {
        return Err(StoreError::Exists(commit.execution.clone()).into());
    }
    let around = match &begun.around {
        Some(around) => match tables.find(around)? {
            Some(Known { id, .. }) => Some(id),
            None => return Err(StoreError::without_around(&begun.id, around).into()),
        },
        None => None,
    };
    if commit.number != 1 {
        return Err(StoreError::fenced(commit, commit.epoch, 0).into());
    }
    let caller = match &commit.caller {
        Some(caller) => tables.find(caller)?.map(|it| it.id),
        None => None,
    };
    let Begun { id, name, machine, input, started, seed, timeout, .. } = begun;
    let started = Time::from(*started);
    let running = status(Status::Running);
    let (seed, item) = (bits(*seed), begun.is_item());
    let execution =
        (id, name, machine, started, seed, timeout, item, running, around, commit.round, caller);
    let statements = &mut tables.begin;
    statements.execution.execute(execution)?;
    let id = tables.on.last_insert_rowid();
    statements.progress.execute((id, bits(commit.epoch), started, !item))?;
    statements.block.execute((id, started))?;
    if let Some(input) = input {
        statements.input.execute((id, input))?;
    }
    let known = Known { id, open: true, wake: None, plain: true };
    tables.remember(commit.execution.clone(), known);
    Ok(known)
}
