//! SQLite by itself: the rows that the bytes of commits need, and nothing else.

use rusqlite::{Connection, params};
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};
use workflow::store::Commit;

const TABLES: &str = "
CREATE TABLE execution (id INTEGER PRIMARY KEY, name TEXT NOT NULL, machine TEXT NOT NULL, status INTEGER NOT NULL,
    number INTEGER NOT NULL, input TEXT, output TEXT);
CREATE UNIQUE INDEX by_name ON execution (machine, name);
CREATE TABLE scope (execution INTEGER NOT NULL, path BLOB NOT NULL, machine TEXT, mark BLOB,
    PRIMARY KEY (execution, path)) WITHOUT ROWID;
CREATE TABLE payload (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE chunk (id INTEGER PRIMARY KEY, body BLOB NOT NULL);";

const BEGIN: &str = "INSERT INTO execution VALUES (?1, ?2, ?3, 0, 1, ?4, NULL)";
const STEP: &str = "UPDATE execution SET number = ?2 WHERE id = ?1";
const END: &str = "UPDATE execution SET number = ?2, status = 1, output = ?3 WHERE id = ?1";
const SCOPE: &str = "
    INSERT INTO scope VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT DO UPDATE SET machine = coalesce(excluded.machine, machine), mark = excluded.mark";

/// A database, made as the store makes its own.
pub struct Bare(Connection);

/// A commit with the number of its execution.
struct Row<'c> {
    id: i64,
    paths: Vec<Vec<u8>>,
    commit: &'c Commit,
}

impl Bare {
    pub fn open(path: &Path, synchronous: &str) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(&format!(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};
             PRAGMA wal_autocheckpoint = 2048; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"
        ))?;
        connection.execute_batch(TABLES)?;
        Ok(Bare(connection))
    }

    /// Writes commits in so many transactions of the same size: how long it took.
    pub fn write(&self, commits: &[Commit], transactions: u64) -> rusqlite::Result<Duration> {
        let rows = rows(commits);
        let transactions = usize::try_from(transactions).unwrap_or(1).max(1);
        let begin = Instant::now();
        for group in rows.chunks(rows.len().div_ceil(transactions).max(1)) {
            let transaction = self.0.unchecked_transaction()?;
            for row in group {
                self.one(row)?;
            }
            transaction.commit()?;
        }
        Ok(begin.elapsed())
    }

    fn one(&self, Row { id, paths, commit }: &Row<'_>) -> rusqlite::Result<()> {
        let run = |text| self.0.prepare_cached(text);
        let number = i64::try_from(commit.number).unwrap_or(0);
        if let Some(begun) = &commit.begun {
            run(BEGIN)?.execute(params![id, begun.name, begun.machine, begun.input])?;
        }
        match &commit.end {
            Some(end) => run(END)?.execute(params![id, number, end.as_ref().ok()])?,
            None if commit.begun.is_none() => run(STEP)?.execute(params![id, number])?,
            None => 0,
        };
        if commit.end.is_some() {
            run("DELETE FROM scope WHERE execution = ?1")?.execute([id])?;
        }
        for (record, path) in commit.records.iter().zip(paths) {
            run(SCOPE)?.execute(params![id, path, record.machine, &*record.mark])?;
        }
        for payload in &commit.payloads {
            run("INSERT INTO payload (body) VALUES (?1)")?.execute([&payload.text])?;
        }
        if let Some(chunk) = &commit.chunk {
            run("INSERT INTO chunk (body) VALUES (?1)")?.execute([&*chunk.bytes])?;
        }
        Ok(())
    }
}

/// The rows, with the numbers of executions, before any time is taken.
fn rows(commits: &[Commit]) -> Vec<Row<'_>> {
    let mut ids: HashMap<&str, i64> = HashMap::new();
    let path = |path: &Vec<(u32, u32)>| {
        path.iter().flat_map(|(a, b)| [a.to_be_bytes(), b.to_be_bytes()].concat()).collect()
    };
    let mut rows = vec![];
    for commit in commits {
        let next = i64::try_from(ids.len()).unwrap_or(0);
        let id = *ids.entry(&commit.execution).or_insert(next);
        let paths = commit.records.iter().map(|it| path(&it.path)).collect();
        rows.push(Row { id, paths, commit });
    }
    rows
}
