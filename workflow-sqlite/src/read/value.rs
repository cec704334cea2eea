//! Values under names.

use super::list::{after as next, sql_limit};
use crate::error::Stop;
use rusqlite::{Connection, Row};
use std::sync::Arc;
use workflow_runtime::store::Named;

const VALUES: &str = "
    SELECT name, value FROM named
    WHERE name >= ?1 AND (?2 IS NULL OR name < ?2) AND (?3 IS NULL OR name > ?3)
    ORDER BY name LIMIT ?4";

/// Lists the values whose names begin with a prefix, after one of them.
pub fn values(
    on: &Connection,
    prefix: &str,
    after: Option<&str>,
    most: usize,
) -> Result<Vec<Named>, Stop> {
    // The name to begin at has the index find the first one at once.
    let from = after.map_or(prefix, |after| after.max(prefix));
    let mut query = on.prepare_cached(VALUES)?;
    let named = |row: &Row<'_>| {
        Ok(Named { name: row.get(0)?, value: Arc::from(row.get_ref(1)?.as_blob()?) })
    };
    let found = query.query_map((from, next(prefix), after, sql_limit(most)), named)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
