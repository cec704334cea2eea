//! The integrity of a store.

use crate::Sqlite;
use rusqlite::Connection;
use workflow_runtime::store::StoreResult as Result;

/// The tables whose rows belong to executions.
const PARTS: [&str; 7] = ["input", "progress", "scope", "payload", "chunk", "wait", "inbox"];

impl Sqlite {
    /// Checks the whole file, and lists everything that is wrong with it. The list is empty if the file is sound.
    ///
    /// # Errors
    /// [`StoreError`](workflow_runtime::store::StoreError) if it cannot be read.
    pub async fn check(&self) -> Result<Vec<String>> {
        self.ask(|on| Ok(check(on)?)).await
    }
}

fn check(on: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut query = on.prepare("PRAGMA integrity_check")?;
    let found = query.query_map([], |row| row.get::<_, String>(0))?;
    let mut found: Vec<_> = found.collect::<rusqlite::Result<_>>()?;
    found.retain(|it| it != "ok");
    for table in PARTS {
        let query = format!(
            "SELECT count(*) FROM {table} WHERE execution NOT IN (SELECT id FROM execution)"
        );
        let count: i64 = on.query_row(&query, [], |row| row.get(0))?;
        if count > 0 {
            found.push(format!("{count} rows of the table {table} belong to no execution"));
        }
    }
    Ok(found)
}
