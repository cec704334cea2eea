//! Results about primes, in a SQLite file.

use rusqlite::Connection;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use workflow::Failure;
use workflow::cli::BoxError;

/// Cheap to clone.
#[derive(Clone)]
pub struct Results(Arc<Mutex<Connection>>);

impl Results {
    pub fn open(path: &Path) -> Result<Self, BoxError> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS primes (below INTEGER PRIMARY KEY, primes INTEGER NOT NULL)",
        )?;
        Ok(Results(Arc::new(Mutex::new(connection))))
    }

    fn rows(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn write(&self, below: u64, primes: u64) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO primes VALUES (?1, ?2)";
        let written = self.rows().execute(sql, [below, primes]);
        written.map(drop).map_err(|error| Failure::new("Database", error.to_string()))
    }

    /// All that is known.
    pub fn all(&self) -> rusqlite::Result<Vec<(u64, u64)>> {
        let rows = self.rows();
        let mut query = rows.prepare("SELECT below, primes FROM primes ORDER BY below")?;
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }
}
