//! Values under names.

use super::Tables;
use crate::error::Stop;
use rusqlite::{OptionalExtension, Row};
use workflow_runtime::store::Put;

const INSERT: &str = "
    INSERT INTO named (name, value) VALUES (?1, ?2)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";

/// Writes a value, or removes it. False where another one is there than the one that is replaced.
pub fn put(tables: &mut Tables<'_>, put: &Put) -> Result<bool, Stop> {
    put.check()?;
    if put.replaces.is_some() && !put.fits(there(tables, &put.name)?.as_deref()) {
        return Ok(false);
    }
    match &put.value {
        Some(value) => tables.run(INSERT, (&put.name, &**value))?,
        None => tables.run("DELETE FROM named WHERE name = ?1", [&put.name])?,
    };
    Ok(true)
}

fn there(tables: &Tables<'_>, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let query = "SELECT value FROM named WHERE name = ?1";
    let value = |row: &Row<'_>| row.get(0);
    tables.on.prepare_cached(query)?.query_row([name], value).optional()
}
