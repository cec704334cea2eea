//! Four databases: one of users, and three that count their active projects, each a SQLite file. Their queries take
//! far less than a millisecond, so tasks make them in place.
//!
//! Connections break: before a change, or after its commit, when nobody can tell whether it was made.

use super::workflow::{Books, NewUser};
use rusqlite::TransactionBehavior::Immediate;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use workflow::Failure;
use workflow::cli::BoxError;

/// The effects of keys that are known, beside what they changed.
const USERS: &str = "
    CREATE TABLE done (key TEXT PRIMARY KEY, answer TEXT NOT NULL);
    CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, region TEXT, projects INTEGER);
    CREATE TABLE letters (user TEXT NOT NULL);
";
const COUNTS: &str = "
    CREATE TABLE done (key TEXT PRIMARY KEY, answer TEXT NOT NULL);
    CREATE TABLE counts (region TEXT PRIMARY KEY, projects INTEGER NOT NULL);
    INSERT INTO counts VALUES ('north', 100), ('south', 200);
";
const ALL: [Books; 3] = [Books::Billing, Books::Quotas, Books::Statistics];

/// When a connection breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    No,
    Before,
    /// The change is made, and nobody hears of it.
    AfterCommit,
}

/// Whether a connection breaks in the change of this number.
type Weather = Arc<dyn Fn(u32) -> Breaks + Send + Sync>;

/// The databases, open. Cheap to clone.
#[derive(Clone)]
pub struct Databases {
    users: Arc<Mutex<Connection>>,
    counts: Arc<BTreeMap<Books, Mutex<Connection>>>,
    weather: Weather,
    changes: Arc<Mutex<u32>>,
}

impl Databases {
    /// New databases, in a new folder; in memory without one.
    pub fn open(
        folder: Option<&Path>,
        weather: impl Fn(u32) -> Breaks + Send + Sync + 'static,
    ) -> Result<Self, BoxError> {
        if let Some(folder) = folder {
            if folder.exists() {
                std::fs::remove_dir_all(folder)?;
            }
            std::fs::create_dir_all(folder)?;
        }
        let open = |name: &str, tables: &str| -> Result<_, BoxError> {
            let connection = match folder {
                Some(folder) => Connection::open(folder.join(name))?,
                None => Connection::open_in_memory()?,
            };
            connection.execute_batch(tables)?;
            Ok(Mutex::new(connection))
        };
        let counts = ALL.map(|books| Ok((books, open(&format!("{books:?}.db"), COUNTS)?)));
        Ok(Databases {
            users: Arc::new(open("users.db", USERS)?),
            counts: Arc::new(counts.into_iter().collect::<Result<_, BoxError>>()?),
            weather: Arc::new(weather),
            changes: Arc::default(),
        })
    }

    pub fn register(&self, key: &str, user: &NewUser) -> Result<String, Failure> {
        self.once(&self.users, key, |change| {
            let sql = "INSERT INTO users (name, region, projects) VALUES (?1, ?2, ?3)";
            change.execute(sql, params![user.name, user.region, user.projects])?;
            Ok(format!("U-{}", change.last_insert_rowid()))
        })
    }

    pub fn count(
        &self,
        key: &str,
        books: Books,
        region: &str,
        projects: u32,
    ) -> Result<u32, Failure> {
        let counts = self.counts.get(&books).ok_or_else(|| broken("no such database"))?;
        let count = self.once(counts, key, |change| {
            let sql =
                "UPDATE counts SET projects = projects + ?2 WHERE region = ?1 RETURNING projects";
            let count =
                change.query_row(sql, params![region, projects], |row| row.get::<_, u32>(0));
            Ok(count.optional()?.map_or_else(String::new, |count| count.to_string()))
        })?;
        count.parse().map_err(|_| Failure::new("NoSuchRegion", region.to_owned()))
    }

    pub fn welcome(&self, key: &str, user: &str) -> Result<(), Failure> {
        let letter = |change: &Transaction<'_>| {
            change.execute("INSERT INTO letters VALUES (?1)", [user])?;
            Ok(String::new())
        };
        self.once(&self.users, key, letter).map(drop)
    }

    /// Makes a change once for each key: the key and the answer are written in the transaction of the change. Who
    /// comes again gets the same answer.
    fn once(
        &self,
        database: &Mutex<Connection>,
        key: &str,
        make: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<String>,
    ) -> Result<String, Failure> {
        let mut database = database.lock().unwrap_or_else(PoisonError::into_inner);
        let breaks = self.breaks();
        if breaks == Breaks::Before {
            return Err(Failure::new("Disconnected", "before the change"));
        }
        // Other processes may be at it: a change that reads first cannot wait for them where it writes.
        let change = database.transaction_with_behavior(Immediate).map_err(broken)?;
        let known = "SELECT answer FROM done WHERE key = ?1";
        let known = change.query_row(known, [key], |row| row.get(0)).optional().map_err(broken)?;
        let answer = match known {
            Some(answer) => answer,
            None => {
                let answer = make(&change).map_err(broken)?;
                change
                    .execute("INSERT INTO done VALUES (?1, ?2)", [key, &answer])
                    .map_err(broken)?;
                answer
            }
        };
        change.commit().map_err(broken)?;
        if breaks == Breaks::AfterCommit {
            return Err(Failure::new("Disconnected", "after the commit"));
        }
        Ok(answer)
    }

    fn breaks(&self) -> Breaks {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        *changes += 1;
        (self.weather)(*changes)
    }

    /// The projects that each database counts in a region; then those of the users, who are there from the first.
    pub fn active(&self, region: &str) -> rusqlite::Result<Vec<u32>> {
        let ask = |database: &Mutex<Connection>, sql: &str| {
            let database = database.lock().unwrap_or_else(PoisonError::into_inner);
            database.query_row(sql, [region], |row| row.get::<_, u32>(0))
        };
        let counts = "SELECT projects FROM counts WHERE region = ?1";
        let mut active: Vec<u32> =
            self.counts.values().map(|books| ask(books, counts)).collect::<Result<_, _>>()?;
        let users = "SELECT coalesce(sum(projects), 0) FROM users WHERE region = ?1";
        active.push(ask(&self.users, users)?);
        Ok(active)
    }

    /// How many letters there are.
    pub fn letters(&self) -> rusqlite::Result<u32> {
        let users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        users.query_row("SELECT count(*) FROM letters", [], |row| row.get(0))
    }
}

fn broken(error: impl std::fmt::Display) -> Failure {
    Failure::new("Broken", error.to_string())
}
