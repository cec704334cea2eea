//! The ledger: one SQLite file, in which the key of an entry is unique. Its queries take far less than a
//! millisecond, so tasks make them in place.

use super::luck::Luck;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use workflow::Failure;
use workflow::cli::BoxError;

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    DROP TABLE IF EXISTS entries;
    DROP TABLE IF EXISTS merchants;
    CREATE TABLE merchants (name TEXT PRIMARY KEY);
    INSERT INTO merchants VALUES ('books'), ('tea'), ('trains');
    CREATE TABLE entries (
        number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, charge TEXT NOT NULL, payment TEXT NOT NULL,
        merchant TEXT NOT NULL REFERENCES merchants, cents INTEGER NOT NULL
    );
";

/// The ledger, open. Cheap to clone.
#[derive(Clone)]
pub struct Ledger(Arc<Mutex<Connection>>, Luck);

impl Ledger {
    /// An empty ledger.
    pub fn open(path: &Path, luck: Luck) -> Result<Self, BoxError> {
        let connection = Connection::open(path)?;
        connection.execute_batch(TABLES)?;
        Ok(Ledger(Arc::new(Mutex::new(connection)), luck))
    }

    fn entries(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes an entry, once for each key: its number. The answer may be lost on its way.
    pub fn book(
        &self,
        key: &str,
        charge: &str,
        payment: &str,
        merchant: &str,
        cents: u64,
    ) -> Result<u64, Failure> {
        let number = self.insert(key, charge, payment, merchant, cents).map_err(broken)?;
        let number = number.ok_or_else(|| {
            Failure::new("NoSuchMerchant", format!("nobody is called {merchant}"))
        })?;
        if self.1.strikes(10, key) {
            return Err(Failure::new(
                "Unavailable",
                "the ledger took the entry, and did not answer",
            ));
        }
        Ok(number)
    }

    fn insert(
        &self,
        key: &str,
        charge: &str,
        payment: &str,
        merchant: &str,
        cents: u64,
    ) -> rusqlite::Result<Option<u64>> {
        let entries = self.entries();
        let known = "SELECT 1 FROM merchants WHERE name = ?1";
        if entries.query_row(known, [merchant], |_| Ok(())).optional()?.is_none() {
            return Ok(None);
        }
        let insert = "INSERT OR IGNORE INTO entries (key, charge, payment, merchant, cents) VALUES (?1, ?2, ?3, ?4, ?5)";
        entries.execute(insert, params![key, charge, payment, merchant, cents])?;
        let number = "SELECT number FROM entries WHERE key = ?1";
        entries.query_row(number, [key], |row| row.get(0)).map(Some)
    }

    /// How many entries each payment has.
    pub fn counts(&self) -> rusqlite::Result<BTreeMap<String, u64>> {
        let entries = self.entries();
        let mut query =
            entries.prepare("SELECT payment, count(*) FROM entries GROUP BY payment")?;
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }

    /// The sum of all entries, in cents.
    pub fn total(&self) -> rusqlite::Result<u64> {
        let sum = "SELECT coalesce(sum(cents), 0) FROM entries";
        self.entries().query_row(sum, [], |row| row.get(0))
    }
}

fn broken(error: rusqlite::Error) -> Failure {
    Failure::new("Database", error.to_string())
}
