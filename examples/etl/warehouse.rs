//! The warehouse: a SQLite file, beside the files that come in and those between two tasks.

use super::rows::Row;
use super::workflow::{Batch, Reason, Report};
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use workflow::Failure;
use workflow::cli::BoxError;

/// About so many bytes are a batch.
const BATCH: u64 = 128 * 1024;

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE batches (number INTEGER PRIMARY KEY);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, date TEXT, customer TEXT, country TEXT, cents INTEGER);
    CREATE TABLE rejected (batch INTEGER, reason TEXT, line TEXT);
";

/// Cheap to clone.
#[derive(Clone)]
pub struct Warehouse {
    root: PathBuf,
    tables: Arc<Mutex<Connection>>,
    loads: Arc<Mutex<BTreeSet<u32>>>,
}

/// How many files this process has staged.
static ATTEMPTS: AtomicU64 = AtomicU64::new(0);

impl Warehouse {
    /// An empty warehouse, in a new folder.
    pub fn open(root: &Path) -> Result<Self, BoxError> {
        if root.exists() {
            fs::remove_dir_all(root)?;
        }
        fs::create_dir_all(root.join("stage"))?;
        let tables = Connection::open(root.join("warehouse.db"))?;
        tables.execute_batch(TABLES)?;
        let tables = Arc::new(Mutex::new(tables));
        Ok(Warehouse { root: root.to_owned(), tables, loads: Arc::default() })
    }

    fn file(&self, name: &str) -> Result<File, Failure> {
        File::open(self.root.join(name)).map_err(|_| Failure::new("NoSuchFile", name.to_owned()))
    }

    /// Cuts a file at the ends of lines.
    pub fn split(&self, name: &str) -> Result<Vec<Batch>, Failure> {
        let mut file = BufReader::new(self.file(name)?);
        let size = file.get_ref().metadata().map_err(broken)?.len();
        let mut batches = vec![];
        let mut start = line(&mut file, 0)?;
        while start < size {
            let end = line(&mut file, (start + BATCH).min(size))?;
            let number = u32::try_from(batches.len()).unwrap_or(u32::MAX);
            batches.push(Batch { file: name.to_owned(), number, start, end });
            start = end;
        }
        Ok(batches)
    }

    /// The text of a batch. Bytes that are no UTF-8 become a replacement character.
    pub fn read(&self, batch: &Batch) -> Result<String, Failure> {
        let mut file = self.file(&batch.file)?;
        file.seek(SeekFrom::Start(batch.start)).map_err(broken)?;
        let mut bytes = vec![];
        file.take(batch.end - batch.start).read_to_end(&mut bytes).map_err(broken)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Keeps the good and the bad rows of a batch until they are loaded. A file is there as a whole, or not at all.
    pub fn stage(&self, number: u32, good: &str, bad: &str) -> Result<(), Failure> {
        for (kind, text) in [("good", good), ("bad", bad)] {
            let file = self.staged(number, kind);
            // An attempt that was given up may still be writing: each has a file of its own.
            let attempt = ATTEMPTS.fetch_add(1, Ordering::Relaxed);
            let new = file.with_extension(format!("{kind}.{}.{attempt}", std::process::id()));
            fs::write(&new, text).and_then(|()| fs::rename(&new, &file)).map_err(broken)?;
        }
        Ok(())
    }

    fn staged(&self, number: u32, kind: &str) -> PathBuf {
        self.root.join("stage").join(format!("{number:05}.{kind}"))
    }

    /// Loads a batch, once: its number is written in the transaction of its rows. Of orders with the same id the
    /// first is taken. The warehouse breaks off after the first commit of every eighth batch.
    pub fn load(&self, number: u32, row: impl Fn(&str) -> Option<Row>) -> Result<(), Failure> {
        let read = |kind| fs::read_to_string(self.staged(number, kind)).map_err(broken);
        let (good, bad) = (read("good")?, read("bad")?);
        let mut tables = self.tables();
        let change = tables.transaction().map_err(broken)?;
        let new = change.execute("INSERT OR IGNORE INTO batches VALUES (?1)", [number]);
        if new.map_err(broken)? == 1 {
            insert(&change, number, &good, &bad, row).map_err(broken)?;
        }
        change.commit().map_err(broken)?;
        drop(tables);
        if self.breaks_off(number) {
            return Err(Failure::new("Disconnected", format!("after batch {number}")));
        }
        Ok(())
    }

    fn breaks_off(&self, number: u32) -> bool {
        let mut loads = self.loads.lock().unwrap_or_else(PoisonError::into_inner);
        loads.insert(number) && number % 8 == 3
    }

    /// Counts the rows that are loaded, and those that are not.
    pub fn summary(&self, read: u64) -> Result<Report, Failure> {
        let tables = self.tables();
        let orders = "SELECT count(*) FROM orders";
        let loaded = tables.query_row(orders, [], |row| row.get(0)).map_err(broken)?;
        let sql =
            "SELECT reason, count(*) FROM rejected GROUP BY reason ORDER BY count(*) DESC, reason";
        let mut query = tables.prepare(sql).map_err(broken)?;
        let reason =
            |row: &rusqlite::Row<'_>| Ok(Reason { reason: row.get(0)?, rows: row.get(1)? });
        let reasons = query.query_map([], reason).and_then(Iterator::collect);
        let reasons: Vec<Reason> = reasons.map_err(broken)?;
        let rejected = reasons.iter().map(|reason| reason.rows).sum();
        Ok(Report { read, loaded, rejected, reasons })
    }

    fn tables(&self) -> MutexGuard<'_, Connection> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn insert(
    change: &Transaction<'_>,
    number: u32,
    good: &str,
    bad: &str,
    row: impl Fn(&str) -> Option<Row>,
) -> rusqlite::Result<()> {
    let mut order = change.prepare("INSERT OR IGNORE INTO orders VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let mut rejected = change.prepare("INSERT INTO rejected VALUES (?1, ?2, ?3)")?;
    for line in good.lines() {
        let new = match row(line) {
            Some(Row { id, date, customer, country, cents }) => {
                order.execute(params![id, date, customer, country, cents])?
            }
            None => 0,
        };
        if new == 0 {
            rejected.execute(params![number, "the id is not new", line])?;
        }
    }
    for line in bad.lines() {
        let (reason, line) = line.split_once('\t').unwrap_or((line, ""));
        rejected.execute(params![number, reason, line])?;
    }
    Ok(())
}

/// Where the next line begins after a place in a file.
fn line(file: &mut BufReader<File>, place: u64) -> Result<u64, Failure> {
    file.seek(SeekFrom::Start(place)).map_err(broken)?;
    let mut rest = vec![];
    let length = file.read_until(b'\n', &mut rest).map_err(broken)?;
    Ok(place + length as u64)
}

fn broken(error: impl std::error::Error) -> Failure {
    Failure::new("Broken", error.to_string())
}
