//! SQLite by itself, with the rows that the bytes need and nothing else.

use crate::commits::{LAST, Shape, text};
use rusqlite::{Connection, params};
use std::path::Path;

pub struct Bare(Connection);

const TABLES: &str = "
CREATE TABLE execution (id INTEGER PRIMARY KEY, name TEXT NOT NULL, machine TEXT NOT NULL, status INTEGER NOT NULL,
    started INTEGER NOT NULL, number INTEGER NOT NULL, wake INTEGER, input BLOB, output BLOB);
CREATE UNIQUE INDEX by_name ON execution (machine, name);
CREATE TABLE scope (execution INTEGER NOT NULL, path BLOB NOT NULL, machine BLOB, mark BLOB,
    PRIMARY KEY (execution, path)) WITHOUT ROWID;
CREATE TABLE payload (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE chunk (id INTEGER PRIMARY KEY, body BLOB NOT NULL);";

impl Bare {
    pub fn open(path: &Path, synchronous: &str) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(&format!(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};
             PRAGMA wal_autocheckpoint = 2000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"
        ))?;
        connection.execute_batch(TABLES)?;
        Ok(Bare(connection))
    }

    /// Writes one commit for each of a group of executions, in one transaction.
    pub fn write(
        &mut self,
        shape: &Shape,
        from: usize,
        group: usize,
        step: u64,
    ) -> rusqlite::Result<()> {
        let transaction = self.0.transaction()?;
        {
            let mut begin = transaction.prepare_cached(
                "INSERT INTO execution VALUES (?1, ?2, 'chain10', 0, ?1, 1, NULL, '1', NULL)",
            )?;
            let mut update =
                transaction.prepare_cached("UPDATE execution SET number = ?2 WHERE id = ?1")?;
            let mut end = transaction.prepare_cached(
                "UPDATE execution SET number = ?2, status = 1, output = '10' WHERE id = ?1",
            )?;
            let mut scope = transaction.prepare_cached("INSERT INTO scope VALUES (?1, x'', ?2, ?3) ON CONFLICT DO UPDATE SET machine = excluded.machine, mark = excluded.mark")?;
            let mut gone = transaction.prepare_cached("DELETE FROM scope WHERE execution = ?1")?;
            let mut payload =
                transaction.prepare_cached("INSERT INTO payload (body) VALUES (?1)")?;
            let mut chunk = transaction.prepare_cached("INSERT INTO chunk (body) VALUES (?1)")?;
            for execution in from..from + group {
                let id = i64::try_from(execution).unwrap_or(0);
                let number = i64::try_from(step).unwrap_or(0);
                if step == 1 {
                    begin
                        .execute(params![id, format!("{:032x}", (execution + 1) * 0x9E37_79B9)])?;
                } else if step < LAST {
                    update.execute(params![id, number])?;
                }
                if step == LAST {
                    end.execute(params![id, number])?;
                    gone.execute(params![id])?;
                } else {
                    scope.execute(params![
                        id,
                        text(shape.machine, step),
                        text(shape.mark, step)
                    ])?;
                    if shape.payload > 0 {
                        payload.execute(params![text(shape.payload, step)])?;
                    }
                }
                chunk.execute(params![text(shape.chunk, step)])?;
            }
        }
        transaction.commit()
    }
}
