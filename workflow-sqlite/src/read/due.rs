//! Executions that have something to do.

use crate::encode::Time;
use crate::error::Stop;
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use std::sync::Arc;
use workflow_runtime::store::Due;

/// Those with a message, in the order of their beginnings.
const TOLD: &str = "
    SELECT arn FROM inbox JOIN execution ON execution.id = inbox.execution WHERE item = 0
    GROUP BY inbox.execution ORDER BY inbox.execution LIMIT ?1";

/// Those without one that wake up, the earliest first.
const WAKING: &str = "
    SELECT arn, wake FROM progress JOIN execution ON execution.id = progress.execution
    WHERE live = 1 AND wake IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.execution = progress.execution)
    ORDER BY wake, progress.execution LIMIT ?1";

/// Lists executions that are due at a time, and says when the next one is.
pub fn due(on: &Connection, now: Timestamp, most: usize) -> Result<Due, Stop> {
    // One more than may be given tells the time of the next.
    let room = |taken: usize| i64::try_from(most - taken).unwrap_or(i64::MAX).saturating_add(1);
    let mut told = on.prepare_cached(TOLD)?;
    let told = told.query_map([room(0)], |row| row.get(0))?;
    let mut executions: Vec<Arc<str>> = told.collect::<rusqlite::Result<_>>()?;
    if executions.len() > most {
        executions.truncate(most);
        return Ok(Due { executions, next: Some(Timestamp::MIN) });
    }
    let mut waking = on.prepare_cached(WAKING)?;
    let both = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, Time>(1)?.time));
    for found in waking.query_map([room(executions.len())], both)? {
        let (arn, time) = found?;
        if time > now || executions.len() == most {
            return Ok(Due { executions, next: Some(time) });
        }
        executions.push(arn);
    }
    Ok(Due { executions, next: None })
}

/// The number of those that wake up: an index has them all.
const ALL: &str = "SELECT count(*) FROM progress WHERE live = 1 AND wake IS NOT NULL";

/// The number of these that have a message.
const TOLD_TOO: &str = "
    SELECT count(*) FROM progress WHERE live = 1 AND wake IS NOT NULL
    AND execution IN (SELECT execution FROM inbox)";

/// Counts those that wait.
pub fn count_waiting(on: &Connection) -> Result<u64, Stop> {
    let count = |text: &str| on.prepare_cached(text)?.query_row([], |row| row.get::<_, i64>(0));
    Ok(u64::try_from(count(ALL)? - count(TOLD_TOO)?).unwrap_or(0))
}
