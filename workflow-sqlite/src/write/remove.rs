//! The removal of executions.

use super::{Known, Tables};
use crate::encode::Time;
use crate::error::Stop;
use jiff::Timestamp;
use std::sync::Arc;

/// Removes an execution that has ended. False if there is none.
pub fn purge(tables: &mut Tables<'_>, arn: &str) -> Result<bool, Stop> {
    let arn = arn.into();
    match tables.find(&arn)? {
        Some(Known { id, open: false, .. }) => remove(tables, &arn, id).map(|()| true),
        _ => Ok(false),
    }
}

/// Removes the blocks before the first execution.
const BLOCKS: &str = "DELETE FROM block WHERE id < (SELECT min(id) >> 9 FROM execution)";

/// Removes executions that ended before a time, the oldest first. Returns their number.
pub fn prune(tables: &mut Tables<'_>, ended: Timestamp, most: usize) -> Result<usize, Stop> {
    let query = "SELECT arn, id FROM execution WHERE ended < ?1 ORDER BY ended, id LIMIT ?2";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut query = tables.on.prepare_cached(query)?;
    let found = query
        .query_map((Time::from(ended), most), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(Arc<str>, i64)>>>()?;
    for (arn, id) in &found {
        remove(tables, arn, *id)?;
    }
    tables.run(BLOCKS, [])?;
    Ok(found.len())
}

/// Removes an execution and all that belongs to it.
pub fn remove(tables: &mut Tables<'_>, arn: &Arc<str>, id: i64) -> Result<(), Stop> {
    for table in ["scope", "wait", "inbox", "payload", "chunk", "input", "progress"] {
        all_of(tables, table, id)?;
    }
    tables.run("DELETE FROM execution WHERE id = ?1", [id])?;
    tables.known.remove(arn);
    Ok(())
}

/// Removes the rows of an execution in one table.
pub fn all_of(tables: &Tables<'_>, table: &str, id: i64) -> rusqlite::Result<usize> {
    tables.run(&format!("DELETE FROM {table} WHERE execution = ?1"), [id])
}
