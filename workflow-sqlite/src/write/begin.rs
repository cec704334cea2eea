//! The start of an execution.

use super::{Known, Tables};
use crate::encode::{Time, bits, status};
use crate::error::Stop;
use workflow_runtime::store::{Begun, Commit, Status, StoreError};

const EXECUTION: &str = "
    INSERT INTO execution (arn, name, machine, started, seed, timeout, item, status, around, round)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

const PROGRESS: &str = "
    INSERT INTO progress (execution, epoch, number, events, payloads, time, live)
    VALUES (?1, ?2, 0, 0, 0, ?3, ?4)";

/// The times of a block of executions.
const BLOCK: &str = "
    INSERT INTO block (id, earliest, latest) VALUES (?1 >> 9, ?2, ?2)
    ON CONFLICT DO UPDATE SET
        earliest = min(earliest, excluded.earliest), latest = max(latest, excluded.latest)";

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
    let Begun { id, name, machine, input, started, seed, timeout, .. } = begun;
    let started = Time::from(*started);
    let running = status(Status::Running);
    let (seed, item) = (bits(*seed), begun.is_item());
    let execution =
        (id, name, machine, started, seed, timeout, item, running, around, commit.round);
    tables.run(EXECUTION, execution)?;
    let id = tables.on.last_insert_rowid();
    tables.run(PROGRESS, (id, bits(commit.epoch), started, !item))?;
    tables.run(BLOCK, (id, started))?;
    if let Some(input) = input {
        tables.run("INSERT INTO input VALUES (?1, ?2)", (id, input))?;
    }
    let known = Known { id, open: true, wake: None };
    tables.remember(commit.execution.clone(), known);
    Ok(known)
}
