//! The opening of a store.

use crate::beside::{Beside, Sync};
use crate::error::Stop;
use crate::lock::Lock;
use crate::options::Options;
use crate::place::Place;
use crate::queue::{Queue, spawn};
use crate::state::State;
use crate::wal::STEP;
use crate::{Sqlite, reader, schema, writer};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use workflow_runtime::store::{StoreError, StoreResult as Result};

/// The first version of SQLite in which no commit is lost when a log begins anew while another connection writes it back.
const OLDEST: i32 = 3_051_003;

/// The statements that each connection remembers.
const STATEMENTS: usize = 64;

/// The parts of a store. They are dropped in this order: the readers end before the writer, which closes the file.
pub struct Parts {
    pub readers: Option<Queue<writer::Question>>,
    pub writer: Queue<writer::Order>,
    pub state: Arc<State>,
    pub secret: [u8; 32],
    /// The file, with what a connection to it needs.
    pub file: Option<(PathBuf, Options)>,
    /// Open for longer than any connection.
    _synced: Option<Sync>,
    _lock: Option<Lock>,
}

impl Options {
    /// Opens the store in the file at `path`, or makes one there.
    ///
    /// # Errors
    /// As [`Sqlite::open`].
    pub fn open(self, path: impl AsRef<Path>) -> Result<Sqlite> {
        file(&self, path.as_ref())
    }

    /// Makes a store in memory.
    ///
    /// # Errors
    /// [`StoreError::Stalled`] without memory or threads.
    pub fn in_memory(self) -> Result<Sqlite> {
        memory(&self)
    }
}

/// Opens the store in a file.
fn file(options: &Options, path: &Path) -> Result<Sqlite> {
    let path = if options.vfs.is_some() { path.to_owned() } else { resolve(path)? };
    // A file system of tests has no locks.
    let lock = options.vfs.is_none().then(|| Lock::take(&path)).transpose()?;
    let name = path.display().to_string();
    match enter(options, &name, &path) {
        Ok((connection, secret)) => {
            let file = Some((path, options.clone()));
            start(name, connection, secret, file, lock)
        }
        Err(stop) => {
            let error = stop.into_error(&name);
            // A file that is not ours gets no lock beside it.
            if matches!(error, StoreError::Fatal(_)) {
                lock.into_iter().for_each(Lock::forget);
            }
            Err(error)
        }
    }
}

/// Opens a file as a store. One that is refused is left without a trace.
fn enter(
    options: &Options,
    name: &str,
    path: &Path,
) -> std::result::Result<(Connection, [u8; 32]), Stop> {
    let size = |path: &Path| path.metadata().map_or(0, |it| it.len());
    // SQLite takes a file for empty that is smaller than any database.
    if (1..512).contains(&size(path)) {
        let why = format!("`{name}`: file is not a database");
        return Err(Stop::Refused(StoreError::Fatal(why)));
    }
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let logged = size(Path::new(&log)) > 0;
    let connection = connect(options, path)?;
    let prepared = prepare(options, name, &connection);
    if prepared.is_err() && !logged {
        // There is nothing to write back: the connection removes the log that it made.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    }
    Ok((connection, prepared?))
}

/// Makes a store in memory.
fn memory(options: &Options) -> Result<Sqlite> {
    let connection = Connection::open_in_memory();
    over(options, connection.map_err(|error| Stop::from(error).into_error(MEMORY))?)
}

/// The name of a store without a file.
const MEMORY: &str = ":memory:";

/// Makes a store of a database in memory.
pub fn over(options: &Options, connection: Connection) -> Result<Sqlite> {
    let secret = prepare(options, MEMORY, &connection).map_err(|stop| stop.into_error(MEMORY))?;
    start(MEMORY.to_owned(), connection, secret, None, None)
}

/// The one path of a file, without links: the lock is beside it.
fn resolve(path: &Path) -> Result<PathBuf> {
    let failed = |error: io::Error| {
        StoreError::Stalled(format!("cannot open `{}`: {error}", path.display()))
    };
    if path.exists() {
        return path.canonicalize().map_err(failed);
    }
    let name = path.file_name().ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(folder.canonicalize().map_err(failed)?.join(name))
}

/// Opens a connection that writes.
fn connect(options: &Options, path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    open(options, path, flags)
}

fn open(options: &Options, path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs.as_str()),
        None => Connection::open_with_flags(path, flags),
    }
}

/// Opens a connection that reads.
pub fn connect_to_read(options: &Options, path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = open(options, path, flags)?;
    connection.busy_timeout(options.patience)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "cache_size", -2048)?;
    Ok(connection)
}

/// Makes a connection ready to write: a file of something else is refused before anything is written to it.
fn prepare(
    options: &Options,
    name: &str,
    connection: &Connection,
) -> std::result::Result<[u8; 32], Stop> {
    let refuse = |why: String| Err(Stop::Refused(StoreError::Fatal(format!("`{name}`: {why}"))));
    let (version, text) = (rusqlite::version_number(), rusqlite::version());
    if version < OLDEST {
        return refuse(format!("SQLite {text} can damage files: 3.51.3 or later is needed"));
    }
    // An orderly end writes the log back by itself; what ends otherwise must not.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.busy_timeout(options.patience)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    if options.exclusive {
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    }
    if schema::is_new(connection, name)? {
        connection.pragma_update(None, "page_size", options.page_size)?;
    }
    if connection.is_readonly("main")? {
        let why = format!("`{name}` can only be read: a store is written to");
        return Err(Stop::Refused(StoreError::Stalled(why)));
    }
    let mode = "PRAGMA journal_mode = WAL";
    let mode: String = connection.query_row(mode, [], |row| row.get(0))?;
    if mode != "wal" && name != MEMORY {
        return refuse(format!("its file system has no write-ahead logs (journal mode {mode})"));
    }
    settings(options, connection)?;
    schema::migrate(connection, &draw()?)?;
    schema::secret(connection)
}

fn settings(options: &Options, connection: &Connection) -> rusqlite::Result<()> {
    let set = |name: &str, value: i64| connection.pragma_update(None, name, value);
    connection.pragma_update(None, "synchronous", options.synchronous)?;
    // On macOS, where a plain sync stops at the cache of the disk.
    set("fullfsync", 1)?;
    set("checkpoint_fullfsync", 1)?;
    // The writer does it.
    connection.query_row("PRAGMA wal_autocheckpoint = 0", [], |_| Ok(()))?;
    connection.query_row("PRAGMA journal_size_limit = 67108864", [], |_| Ok(()))?;
    set("cache_size", -i64::try_from(options.cache >> 10).unwrap_or(i64::MAX))?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // What is deleted is overwritten. `FAST` would leave whole pages that become free as they are: long data.
    connection.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    set("cell_size_check", 1)?;
    set("trusted_schema", 0)?;
    if let Some(bytes) = options.most_bytes {
        let size: u32 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let pages = i64::try_from(bytes / u64::from(size)).unwrap_or(i64::MAX).max(1);
        connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
    }
    Ok(())
}

/// Draws the secret of a new store.
fn draw() -> std::result::Result<[u8; 32], Stop> {
    let mut secret = [0; 32];
    let failed = |error| StoreError::Stalled(format!("the system gives no randomness: {error}"));
    getrandom::fill(&mut secret).map_err(failed)?;
    Ok(secret)
}

/// Starts the threads.
fn start(
    name: String,
    connection: Connection,
    secret: [u8; 32],
    file: Option<(PathBuf, Options)>,
    lock: Option<Lock>,
) -> Result<Sqlite> {
    // A file system of tests has no places.
    let place = file.as_ref().filter(|(_, options)| options.vfs.is_none());
    let place = place.map_or_else(Place::default, |(path, _)| Place::of(path));
    let state = Arc::new(State::new(name, place));
    let (sender, orders) = channel();
    let step = file.as_ref().map_or(STEP, |(_, options)| options.step);
    let beside = file.as_ref().filter(|(_, options)| options.readers > 0 && !options.exclusive);
    let beside = beside.map(|(path, options)| start_beside(options, path, &state)).transpose()?;
    let (beside, synced) = beside.unzip();
    let shared = state.clone();
    let thread =
        spawn("writer", move || writer::run(connection, &orders, &shared, (step, beside)))?;
    let writer = Queue::new(sender, vec![thread]);
    let readers = file.as_ref().filter(|(_, options)| options.readers > 0);
    let readers =
        readers.map(|(path, options)| start_readers(options, path, &state)).transpose()?;
    Ok(Sqlite(Arc::new(Parts {
        readers,
        writer,
        state,
        secret,
        file,
        _synced: synced,
        _lock: lock,
    })))
}

/// Starts the thread that writes the log back, on a connection that writes with the same care.
fn start_beside(options: &Options, path: &Path, state: &Arc<State>) -> Result<(Beside, Sync)> {
    let failed = |stop: Stop| stop.into_error(&state.name);
    let connected = || {
        let connection = connect(options, path)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        settings(options, &connection)?;
        connection.pragma_update(None, "cache_size", -64)?;
        Ok(connection)
    };
    let connection = connected().map_err(|error: rusqlite::Error| failed(error.into()))?;
    let sync = sync(options, path)?;
    Ok((Beside::start(connection, sync.clone(), state.clone())?, sync))
}

/// Returns what writes the file to its disk.
fn sync(options: &Options, path: &Path) -> Result<Sync> {
    if let Some(sync) = options.sync {
        let path = path.to_owned();
        return Ok(Arc::new(move || sync(&path)));
    }
    let file = File::options().write(true).open(path).map_err(|error| {
        StoreError::Stalled(format!("cannot open `{}`: {error}", path.display()))
    })?;
    Ok(Arc::new(move || file.sync_data()))
}

fn start_readers(
    options: &Options,
    path: &Path,
    state: &Arc<State>,
) -> Result<Queue<writer::Question>> {
    let (sender, questions) = channel();
    let questions: Arc<Mutex<Receiver<writer::Question>>> = Arc::new(Mutex::new(questions));
    let mut threads = vec![];
    for _ in 0..options.readers {
        let failed = |error: rusqlite::Error| Stop::from(error).into_error(&state.name);
        let connection = connect_to_read(options, path).map_err(failed)?;
        let (questions, state) = (questions.clone(), state.clone());
        threads.push(spawn("reader", move || reader::run(&connection, &questions, &state))?);
    }
    Ok(Queue::new(sender, threads))
}
