//! Chunks of histories, and payloads.

use super::number;
use crate::error::Stop;
use rusqlite::{Connection, OptionalExtension, Row};
use std::sync::Arc;
use workflow_runtime::store::{Chunk, StoreError};

/// Reads the chunks that hold events with numbers from `from` up to before `from + events`.
pub fn history(on: &Connection, arn: &str, from: u32, events: u32) -> Result<Vec<Chunk>, Stop> {
    let Some(id) = number(on, arn)? else { return Ok(vec![]) };
    let mut query = on.prepare_cached(
        "SELECT first, last, bytes FROM chunk
         WHERE execution = ?1 AND last >= ?2 ORDER BY last, id",
    )?;
    let until = i64::from(from) + i64::from(events);
    let (mut chunks, mut rows) = (vec![], query.query((id, from))?);
    // They are in the order of their events: what comes after the first one beyond is not looked at.
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(0)? >= until {
            break;
        }
        chunks.push(chunk(row)?);
    }
    Ok(chunks)
}

fn chunk(row: &Row<'_>) -> Result<Chunk, Stop> {
    let bytes = Arc::from(row.get_ref(2)?.as_blob()?);
    Ok(Chunk { first: row.get(0)?, last: row.get(1)?, bytes })
}

/// Reads payloads by their numbers, in that order.
pub fn payloads(on: &Connection, arn: &str, numbers: &[u32]) -> Result<Vec<Arc<str>>, Stop> {
    let id = number(on, arn)?.ok_or_else(|| StoreError::unknown(arn))?;
    let query = "SELECT text FROM payload WHERE execution = ?1 AND number = ?2";
    let mut query = on.prepare_cached(query)?;
    let mut find = |number: &u32| -> Result<Arc<str>, Stop> {
        let found = query.query_row((id, number), |row| row.get(0)).optional()?;
        Ok(found.ok_or_else(|| StoreError::without_payload(arn, *number))?)
    };
    numbers.iter().map(&mut find).collect()
}
