//! An execution without its data.

use crate::encode::{Time, read_bits, read_status};
use crate::error::Stop;
use rusqlite::{Connection, OptionalExtension, Row};
use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::store::{Begun, Described};

/// The columns of a [`Described`].
pub const COLUMNS: &str = "
    arn, name, machine, input.text, started, seed, timeout,
    CASE item WHEN 1 THEN coalesce((SELECT outer.arn FROM execution AS outer WHERE outer.id = execution.around), '') END,
    status, output, error, cause, continued, number, events, time, wake, state, execution.id, redrives, redriven, round";

/// The tables that they are in, after `execution`.
pub const PROGRESS: &str = "JOIN progress ON progress.execution = execution.id";
pub const INPUT: &str = "LEFT JOIN input ON input.execution = execution.id";

/// Describes an execution.
pub fn describe(on: &Connection, arn: &str) -> Result<Option<Described>, Stop> {
    let query = format!("SELECT {COLUMNS} FROM execution {PROGRESS} {INPUT} WHERE arn = ?1");
    Ok(on.prepare_cached(&query)?.query_row([arn], read).optional()?)
}

/// Reads a row of [`COLUMNS`].
pub fn read(row: &Row<'_>) -> rusqlite::Result<Described> {
    let begun = Begun {
        id: row.get(0)?,
        name: row.get(1)?,
        machine: row.get(2)?,
        input: row.get(3)?,
        started: row.get::<_, Time>(4)?.time,
        seed: read_bits(row.get(5)?),
        timeout: row.get(6)?,
        around: row.get(7)?,
    };
    Ok(Described {
        begun,
        status: read_status(row.get(8)?)?,
        number: read_bits(row.get(13)?),
        events: row.get(14)?,
        state: row.get(17)?,
        time: row.get::<_, Time>(15)?.time,
        wake: row.get::<_, Option<Time>>(16)?.map(|it| it.time),
        end: end(row.get(9)?, row.get(10)?, row.get(11)?),
        continued: row.get(12)?,
        redrives: row.get(19)?,
        redriven: row.get::<_, Option<Time>>(20)?.map(|it| it.time),
        round: row.get(21)?,
    })
}

/// An end from its columns: an output, or an error with its cause.
fn end(
    output: Option<Arc<str>>,
    error: Option<String>,
    cause: Option<String>,
) -> Option<Result<Arc<str>, Failure>> {
    let failed = |error| Err(Failure::new(error, cause.unwrap_or_default()));
    output.map(Ok).or_else(|| error.map(failed))
}
