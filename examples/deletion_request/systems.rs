//! Three systems that keep data of people: two SQLite files, and folders. Their queries take far less than a
//! millisecond, so tasks make them in place.

use super::workflow::System;
use rusqlite::{Connection, OptionalExtension, params};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Person {
    pub id: u32,
    pub name: String,
    pub email: String,
    /// Where the files are.
    pub volume: String,
}

/// The data of a person in one system: a row or a file, in the form in which it can be put back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    Account(Person),
    Order { number: u32, person: Option<u32>, name: Option<String> },
    File { path: PathBuf, text: String },
}

const ACCOUNTS: &str = "
    CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT, email TEXT, volume TEXT);
    INSERT INTO accounts VALUES (1, 'Ada', 'ada@example.com', 'north'), (2, 'Grace', 'grace@example.com', 'south');
";
const ORDERS: &str = "
    CREATE TABLE orders (number INTEGER PRIMARY KEY, person INTEGER, name TEXT);
    INSERT INTO orders VALUES (11, 1, 'Ada'), (12, 2, 'Grace'), (13, 1, 'Ada'), (14, 2, 'Grace'), (15, 2, 'Grace');
";
const FILES: &[(&str, &str)] = &[
    ("north/ada/letter.txt", "Dear Ada"),
    ("north/ada/photo.txt", "(a photo)"),
    ("south/grace/letter.txt", "Dear Grace"),
];
/// For how long backups lock the volumes, in milliseconds.
const BACKUPS: &[(&str, u64)] = &[("north", 900), ("south", 3_600_000)];

/// The systems. Cheap to clone.
#[derive(Clone)]
pub struct Systems(Arc<Places>);

struct Places {
    root: PathBuf,
    accounts: Mutex<Connection>,
    orders: Mutex<Connection>,
}

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

impl Systems {
    /// New systems with the data of two people, in a new folder.
    pub fn open(root: &Path) -> Outcome<Self> {
        if root.exists() {
            fs::remove_dir_all(root)?;
        }
        for folder in ["archive", "letters"] {
            fs::create_dir_all(root.join(folder))?;
        }
        for (path, text) in FILES {
            write(&root.join("files").join(path), text)?;
        }
        let open = |name: &str, sql: &str| -> Outcome<_> {
            let connection = Connection::open(root.join(name))?;
            connection.execute_batch(sql)?;
            Ok(Mutex::new(connection))
        };
        let (accounts, orders) = (open("accounts.db", ACCOUNTS)?, open("orders.db", ORDERS)?);
        for (volume, time) in BACKUPS {
            let end = SystemTime::now() + Duration::from_millis(*time);
            let end = end.duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
            write(&root.join("files").join(volume).join("backup.lock"), &end.to_string())?;
        }
        Ok(Systems(Arc::new(Places { root: root.to_owned(), accounts, orders })))
    }

    pub fn find(&self, email: &str) -> Result<Option<Person>, Failure> {
        let accounts = self.0.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let sql = "SELECT id, name, email, volume FROM accounts WHERE email = ?1";
        accounts.query_row(sql, [email], person).optional().map_err(broken)
    }

    /// Returns the data of a person in a system.
    pub fn records(&self, system: System, person: &Person) -> Result<Vec<Record>, Failure> {
        match system {
            System::Accounts => Ok(vec![Record::Account(person.clone())]),
            System::Orders => self.orders(person.id).map_err(broken),
            System::Files => self.files(person).map_err(broken),
        }
    }

    fn orders(&self, person: u32) -> rusqlite::Result<Vec<Record>> {
        let orders = self.0.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let mut query =
            orders.prepare("SELECT number, person, name FROM orders WHERE person = ?1")?;
        let order = |row: &rusqlite::Row<'_>| {
            Ok(Record::Order { number: row.get(0)?, person: row.get(1)?, name: row.get(2)? })
        };
        query.query_map([person], order)?.collect()
    }

    fn folder(&self, person: &Person) -> PathBuf {
        let volume = self.0.root.join("files").join(&person.volume);
        volume.join(person.name.to_lowercase())
    }

    fn files(&self, person: &Person) -> std::io::Result<Vec<Record>> {
        let mut files = vec![];
        let folder = self.folder(person);
        if !folder.exists() {
            return Ok(files);
        }
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let text = fs::read_to_string(&path)?;
            files.push(Record::File { path, text });
        }
        Ok(files)
    }

    pub fn delete_account(&self, person: u32) -> Result<u32, Failure> {
        let accounts = self.0.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let deleted = accounts.execute("DELETE FROM accounts WHERE id = ?1", [person]);
        deleted.map(count).map_err(broken)
    }

    pub fn anonymise_orders(&self, person: u32) -> Result<u32, Failure> {
        let orders = self.0.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let sql = "UPDATE orders SET person = NULL, name = NULL WHERE person = ?1";
        orders.execute(sql, [person]).map(count).map_err(broken)
    }

    pub fn delete_files(&self, person: &Person) -> Result<u32, Failure> {
        self.unlocked(&person.volume)?;
        let files = self.files(person).map_err(broken)?;
        if !files.is_empty() {
            fs::remove_dir_all(self.folder(person)).map_err(broken)?;
        }
        Ok(count(files.len()))
    }

    /// A backup locks a volume until the time in its lock file.
    fn unlocked(&self, volume: &str) -> Result<(), Failure> {
        let lock = self.0.root.join("files").join(volume).join("backup.lock");
        let end: u64 = fs::read_to_string(lock).map_err(broken)?.parse().map_err(broken)?;
        if SystemTime::UNIX_EPOCH + Duration::from_millis(end) < SystemTime::now() {
            return Ok(());
        }
        Err(Failure::new("Busy", format!("a backup locks volume {volume}")))
    }

    /// Writes records to the archive: the file.
    pub fn archive(&self, name: &str, records: &[Record]) -> Result<String, Failure> {
        let text = serde_json::to_string_pretty(records).map_err(broken)?;
        let file = self.0.root.join("archive").join(name);
        fs::write(&file, text).map_err(broken)?;
        Ok(name.to_owned())
    }

    /// Puts back the data in a file of the archive, if it is missing.
    pub fn restore(&self, system: System, file: &str) -> Result<u32, Failure> {
        let text = fs::read_to_string(self.0.root.join("archive").join(file)).map_err(broken)?;
        let records: Vec<Record> = serde_json::from_str(&text).map_err(broken)?;
        let restored = records.iter().map(|record| self.put(record));
        let restored: Vec<bool> = restored
            .collect::<Outcome<_>>()
            .map_err(|error| Failure::new("NotRestored", format!("{system:?}: {error}")))?;
        Ok(count(restored.iter().filter(|restored| **restored).count()))
    }

    /// Whether the record was missing.
    fn put(&self, record: &Record) -> Outcome<bool> {
        match record {
            Record::Account(Person { id, name, email, volume }) => {
                let accounts = self.0.accounts.lock().unwrap_or_else(PoisonError::into_inner);
                let sql = "INSERT OR IGNORE INTO accounts VALUES (?1, ?2, ?3, ?4)";
                Ok(accounts.execute(sql, params![id, name, email, volume])? > 0)
            }
            Record::Order { number, person, name } => {
                let orders = self.0.orders.lock().unwrap_or_else(PoisonError::into_inner);
                let sql =
                    "UPDATE orders SET person = ?2, name = ?3 WHERE number = ?1 AND person IS NULL";
                Ok(orders.execute(sql, params![number, person, name])? > 0)
            }
            Record::File { path, .. } if path.exists() => Ok(false),
            Record::File { path, text } => write(path, text).map(|()| true).map_err(Into::into),
        }
    }

    pub fn destroy(&self, file: &str) -> Result<(), Failure> {
        let file = self.0.root.join("archive").join(file);
        if file.exists() { fs::remove_file(file).map_err(broken) } else { Ok(()) }
    }

    /// Writes a letter: the file.
    pub fn write(&self, person: &Person, text: &str) -> Result<String, Failure> {
        let name = format!("letters/{}.txt", person.email);
        fs::write(self.0.root.join(&name), format!("Dear {},\n\n{text}\n", person.name))
            .map_err(broken)?;
        Ok(name)
    }

    /// Counts the data in the systems, a line for each.
    pub fn summary(&self) -> Outcome<Vec<(&'static str, String)>> {
        let ask = |books: &Mutex<Connection>, sql: &str| {
            let books = books.lock().unwrap_or_else(PoisonError::into_inner);
            books.query_row(sql, [], |row| row.get::<_, String>(0))
        };
        let accounts = "SELECT coalesce(group_concat(name, ', '), 'none') FROM accounts";
        let orders =
            "SELECT group_concat(number || ' ' || coalesce(name, 'anonymous'), ', ') FROM orders";
        let files = FILES.iter().filter(|(path, _)| self.0.root.join("files").join(path).exists());
        let files: Vec<&str> = files.map(|(path, _)| *path).collect();
        let copies = fs::read_dir(self.0.root.join("archive"))?.count();
        Ok(vec![
            ("accounts", ask(&self.0.accounts, accounts)?),
            ("orders", ask(&self.0.orders, orders)?),
            ("files", files.join(", ")),
            ("archive", format!("{copies} copies")),
        ])
    }
}

fn person(row: &rusqlite::Row<'_>) -> rusqlite::Result<Person> {
    let (id, name, email, volume) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Person { id, name, email, volume })
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn broken(error: impl Error) -> Failure {
    Failure::new("Broken", error.to_string())
}
