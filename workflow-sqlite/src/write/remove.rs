//! Removing executions.

use super::{Known, Tables};
use crate::encode::Time;
use crate::error::Stop;
use jiff::Timestamp;
use std::sync::Arc;

/// The most executions that one change removes: others have their turn in between.
const SLICE: usize = 500;

/// The part of a removal that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// All of it: so many executions, without items.
    All(usize),
    /// The number so far. The same call continues.
    Some(usize),
}

/// Removes an execution that has ended, with its items, or a part of them.
pub fn purge(tables: &mut Tables<'_>, arn: &str) -> Result<Removed, Stop> {
    let arn = arn.into();
    match tables.find(&arn)? {
        Some(Known { id, open: false, .. }) if !belongs(tables, id)? => {
            tables.purged = true;
            let mut left = SLICE;
            let whole = remove_with_items(tables, &arn, id, &mut left)?;
            Ok(if whole { Removed::All(1) } else { Removed::Some(0) })
        }
        _ => Ok(Removed::All(0)),
    }
}

/// True for an item of an execution that is there.
fn belongs(tables: &Tables<'_>, id: i64) -> rusqlite::Result<bool> {
    let query = "SELECT around IS NOT NULL FROM execution WHERE id = ?1";
    tables.on.prepare_cached(query)?.query_row([id], |row| row.get(0))
}

/// Removes the blocks before the first execution.
const BLOCKS: &str = "DELETE FROM block WHERE id < (SELECT min(id) >> 9 FROM execution)";

/// Executions that ended before a time: the index has no items, but for those of older files, which do not know what they
/// belong to. These stay while anything older goes on; so do those whose caller may not know of the end.
const OLD: &str = "
    SELECT arn, id FROM execution INDEXED BY execution_ended
    WHERE ended < ?1 AND around IS NULL
    AND (item = 0 OR id < coalesce(
        (SELECT execution FROM progress WHERE live = 1 ORDER BY execution LIMIT 1), id + 1))
    AND (caller IS NULL OR NOT EXISTS
        (SELECT 1 FROM execution AS outer JOIN progress ON progress.execution = outer.id
        WHERE outer.id = execution.caller AND outer.ended IS NULL AND progress.time <= execution.ended))
    ORDER BY ended, id LIMIT ?2";

/// Removes executions that ended before a time, the oldest first and each with its items, or a part of them.
pub fn prune(tables: &mut Tables<'_>, ended: Timestamp, most: usize) -> Result<Removed, Stop> {
    let limit = i64::try_from(most.min(SLICE)).unwrap_or(i64::MAX);
    let found = rows(tables, OLD, (Time::from(ended), limit))?;
    let (mut left, mut done) = (SLICE, 0);
    for (arn, id) in &found {
        if !remove_with_items(tables, arn, *id, &mut left)? {
            return Ok(Removed::Some(done));
        }
        done += 1;
    }
    tables.run(BLOCKS, [])?;
    Ok(if found.len() == SLICE { Removed::Some(done) } else { Removed::All(done) })
}

/// Removes an execution after its items: at most so many in all. True if it is gone.
fn remove_with_items(
    tables: &mut Tables<'_>,
    arn: &Arc<str>,
    id: i64,
    left: &mut usize,
) -> Result<bool, Stop> {
    let query = "SELECT arn, id FROM execution WHERE around = ?1 LIMIT ?2";
    let items = rows(tables, query, (id, i64::try_from(*left).unwrap_or(i64::MAX)))?;
    for (item, id) in &items {
        if !remove_with_items(tables, item, *id, left)? {
            break;
        }
    }
    if *left == 0 {
        // Nobody redrives it meanwhile: its items would run again.
        all_of(tables, "scope", id)?;
        tables
            .run("UPDATE progress SET root = NULL, root_mark = NULL WHERE execution = ?1", [id])?;
        return Ok(false);
    }
    *left -= 1;
    remove(tables, arn, id)?;
    Ok(true)
}

fn rows(
    tables: &Tables<'_>,
    query: &str,
    parameters: impl rusqlite::Params,
) -> rusqlite::Result<Vec<(Arc<str>, i64)>> {
    let mut query = tables.on.prepare_cached(query)?;
    query.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::schema::migrate;
    use rusqlite::{Connection, StatementStatus};

    /// Makes an execution that goes on, and so many items of it that have ended.
    const MAP: &str = "
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n <= ?1)
        INSERT INTO execution (id, arn, name, machine, started, seed, item, status, ended, around)
        SELECT n, n, n, '', x'01', 0, n > 1, n > 1, iif(n > 1, x'02', NULL), iif(n > 1, 1, NULL)
        FROM number";

    #[test]
    fn the_items_of_what_goes_on_are_not_looked_at() {
        let on = Connection::open_in_memory().unwrap();
        migrate(&on, &[7; 32]).unwrap();
        on.execute(MAP, [5_000]).unwrap();
        let mut old = on.prepare(OLD).unwrap();
        assert!(old.query((Time::from(Timestamp::MAX), 500)).unwrap().next().unwrap().is_none());
        let steps = old.get_status(StatementStatus::VmStep);
        assert!(steps < 100, "{steps} steps for nothing that can be removed");
        on.execute("UPDATE execution SET ended = x'03' WHERE id = 1", []).unwrap();
        let found: String =
            old.query_row((Time::from(Timestamp::MAX), 500), |row| row.get(0)).unwrap();
        assert_eq!(found, "1");
    }

    /// Items of files that did not write down what they belong to.
    #[test]
    fn items_of_older_files_stay_while_what_is_older_goes_on() {
        let on = Connection::open_in_memory().unwrap();
        migrate(&on, &[7; 32]).unwrap();
        on.execute(MAP, [2]).unwrap();
        let open = "UPDATE execution SET around = NULL;
            INSERT INTO progress (execution, epoch, number, events, payloads, time, live)
            VALUES (1, 1, 1, 1, 0, x'', 1)";
        on.execute_batch(open).unwrap();
        let mut tables = Tables::new(&on).unwrap();
        assert_eq!(prune(&mut tables, Timestamp::MAX, 9).unwrap(), Removed::All(0));
        on.execute_batch("UPDATE progress SET live = 0").unwrap();
        assert_eq!(prune(&mut tables, Timestamp::MAX, 9).unwrap(), Removed::All(2));
    }
}
