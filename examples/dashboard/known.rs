//! The last answers of the trackers (SQLite), and the page that is made from them.

use super::tasks::Known;
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use workflow::Failure;
use workflow::cli::BoxError;

/// Yesterday all was well with the reviews.
const TABLES: &str = r#"
    CREATE TABLE IF NOT EXISTS known (tracker TEXT PRIMARY KEY, json TEXT NOT NULL);
    INSERT OR REPLACE INTO known VALUES ('reviews', '{"since": "2026-11-22T17:05:00.000Z", "items": [
        {"due": "2026-11-24", "title": "Review the price list", "tracker": "reviews"}]}');
"#;

/// The memory, open. Cheap to clone.
#[derive(Clone)]
pub struct Memory {
    known: Arc<Mutex<Connection>>,
    pub page: PathBuf,
}

impl Memory {
    /// Opens the last answers, in a file, and sets the place of the page.
    pub fn open(file: &Path, page: PathBuf) -> Result<Self, BoxError> {
        let connection = Connection::open(file)?;
        connection.execute_batch(TABLES)?;
        Ok(Memory { known: Arc::new(Mutex::new(connection)), page })
    }

    fn known(&self) -> MutexGuard<'_, Connection> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn write(&self, tracker: &str, known: &Known) -> Result<(), Failure> {
        let json = serde_json::to_string(known).map_err(broken)?;
        let sql = "INSERT OR REPLACE INTO known VALUES (?1, ?2)";
        self.known().execute(sql, [tracker, &json]).map(drop).map_err(broken)
    }

    pub fn read(&self, tracker: &str) -> Result<Option<Known>, Failure> {
        let sql = "SELECT json FROM known WHERE tracker = ?1";
        let json = self.known().query_row(sql, [tracker], |row| row.get::<_, String>(0)).optional();
        let json = json.map_err(broken)?;
        json.map(|json| serde_json::from_str(&json).map_err(broken)).transpose()
    }

    /// The old page is there until the new one is complete.
    pub fn publish(&self, html: &str) -> Result<String, Failure> {
        let new = self.page.with_extension("new");
        std::fs::write(&new, html).map_err(broken)?;
        std::fs::rename(&new, &self.page).map_err(broken)?;
        Ok(self.page.file_name().unwrap_or_default().display().to_string())
    }
}

fn broken(error: impl std::error::Error) -> Failure {
    Failure::new("Broken", error.to_string())
}
