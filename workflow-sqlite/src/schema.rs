//! The tables, and the steps from older ones to these.

use crate::error::Stop;
use rusqlite::Connection;
use workflow_runtime::store::StoreError;

/// The number in the header of the file that says whose it is: "wflo".
pub const APPLICATION: i32 = 0x7766_6C6F;

/// The steps, each from the schema of its index to the next. Those that were released are never changed.
const STEPS: &[&str] =
    &[FIRST, LISTS, ROOTS, REDRIVES, VALUES, ITEMS, ENDED, ROUNDS, SINCE, MAPS, CALLERS];

/// The tables.
///
/// What is written at every commit is apart from what is written once, so that its rows are small. Chunks and payloads are
/// appended, with a small index each: keyed by their executions they would touch a page for each.
const FIRST: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- The start of an execution, and its end. The order of the numbers is that of beginnings; none is used again.
CREATE TABLE execution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    machine TEXT NOT NULL,
    started BLOB NOT NULL,
    seed INTEGER NOT NULL,
    timeout INTEGER,
    item INTEGER NOT NULL,
    status INTEGER NOT NULL,
    ended BLOB,
    output TEXT,
    error TEXT,
    cause TEXT,
    continued TEXT
);
CREATE INDEX execution_machine ON execution (machine, status) WHERE item = 0;
CREATE INDEX execution_name ON execution (name) WHERE item = 0;
CREATE INDEX execution_started ON execution (started) WHERE item = 0;
CREATE INDEX execution_error ON execution (error) WHERE error IS NOT NULL;
CREATE INDEX execution_ended ON execution (ended) WHERE ended IS NOT NULL;

CREATE TABLE input (execution INTEGER PRIMARY KEY, text TEXT NOT NULL);

-- The part of an execution that each commit changes. `live` is 1 for those that wake up: open, and no item.
CREATE TABLE progress (
    execution INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    number INTEGER NOT NULL,
    events INTEGER NOT NULL,
    payloads INTEGER NOT NULL,
    time BLOB NOT NULL,
    wake BLOB,
    live INTEGER NOT NULL,
    state TEXT
);
CREATE INDEX progress_wake ON progress (wake) WHERE live = 1 AND wake IS NOT NULL;
CREATE INDEX progress_busy ON progress (execution) WHERE live = 1 AND wake IS NULL;

CREATE TABLE scope (
    execution INTEGER NOT NULL,
    path BLOB NOT NULL,
    mark BLOB NOT NULL,
    machine TEXT NOT NULL,
    PRIMARY KEY (execution, path)
) WITHOUT ROWID;

CREATE TABLE payload (
    id INTEGER PRIMARY KEY,
    execution INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX payload_number ON payload (execution, number);

CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    execution INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    bytes BLOB NOT NULL
);
CREATE INDEX chunk_last ON chunk (execution, last);

CREATE TABLE wait (token TEXT PRIMARY KEY, execution INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX wait_execution ON wait (execution);

-- Messages: 0 an answer with a result, 1 an answer with a failure, 2 a stop.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    execution INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    token TEXT,
    error TEXT,
    text TEXT NOT NULL
);
CREATE INDEX inbox_execution ON inbox (execution);
";

/// Lists by time and by state.
///
/// The order of numbers is nearly that of times: instead of an entry for each execution, a block has the times of 512 in a
/// row. What runs changes its state with most commits and is in no index; `progress_busy` has it.
const LISTS: &str = "
CREATE TABLE block (id INTEGER PRIMARY KEY, earliest BLOB NOT NULL, latest BLOB NOT NULL);
INSERT INTO block SELECT id >> 9, min(started), max(started) FROM execution GROUP BY id >> 9;
DROP INDEX execution_started;
CREATE INDEX progress_state ON progress (state) WHERE live = 0 OR wake IS NOT NULL;
";

/// The scope of the workflow itself stands with its progress: nearly every commit changes both.
const ROOTS: &str = "
ALTER TABLE progress ADD root TEXT;
ALTER TABLE progress ADD root_mark BLOB;
UPDATE progress SET (root, root_mark) =
    (SELECT machine, mark FROM scope WHERE scope.execution = progress.execution AND path = x'');
DELETE FROM scope WHERE path = x'';
";

/// The redrives of executions.
const REDRIVES: &str = "
ALTER TABLE execution ADD COLUMN redrives INTEGER NOT NULL DEFAULT 0;
ALTER TABLE execution ADD COLUMN redriven BLOB;
";

/// Values under names. A small change of one writes its page alone: the index has the names.
const VALUES: &str = "
CREATE TABLE named (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value BLOB NOT NULL
);
";

/// Items know the execution around them, and are removed with it.
const ITEMS: &str = "
ALTER TABLE execution ADD COLUMN around INTEGER;
CREATE INDEX execution_around ON execution (around) WHERE around IS NOT NULL;
";

/// Items that have ended are not among what is pruned: they are removed with the execution around them.
const ENDED: &str = "
DROP INDEX execution_ended;
CREATE INDEX execution_ended ON execution (ended) WHERE ended IS NOT NULL AND around IS NULL;
";

/// The redrives of the execution around an item, when the item began or was redriven.
const ROUNDS: &str = "ALTER TABLE execution ADD COLUMN round INTEGER NOT NULL DEFAULT 0;";

/// Items that began before there were rounds: those since the last redrive are of its round, the others of the one before.
const SINCE: &str = "
UPDATE execution SET round =
    (SELECT CASE
        WHEN o.redriven IS NULL THEN 0
        WHEN coalesce(execution.redriven, execution.started) >= o.redriven THEN o.redrives
        ELSE max(o.redrives - 1, 0) END
    FROM execution o WHERE o.id = execution.around)
WHERE around IS NOT NULL AND round = 0
    AND EXISTS (SELECT 1 FROM execution o WHERE o.id = execution.around);
";

/// Lists of items: those of a Map, which has a machine of its own, and those of all that have not succeeded.
const MAPS: &str = "
CREATE INDEX execution_item ON execution (machine, status) WHERE item = 1;
CREATE INDEX execution_amiss ON execution (status) WHERE item = 1 AND status <> 1;
";

/// The executions that others wait for, or go on in place of others.
const CALLERS: &str = "ALTER TABLE execution ADD COLUMN caller INTEGER;";

/// Tells a database of this crate from others, and an empty one from both, without changing it.
pub fn is_new(connection: &Connection, name: &str) -> Result<bool, Stop> {
    let application: i32 = pragma(connection, "application_id")?;
    let version: i32 = pragma(connection, "user_version")?;
    let count = "SELECT count(*) FROM sqlite_schema";
    let tables: i64 = connection.query_row(count, [], |row| row.get(0))?;
    let known = i32::try_from(STEPS.len()).unwrap_or(i32::MAX);
    let refused = |why: String| Err(StoreError::Fatal(format!("`{name}` {why}")).into());
    match (application, version) {
        (0, 0) if tables == 0 => Ok(true),
        (APPLICATION, version) if version > known => refused(format!(
            "has the schema {version}, made by a newer version of workflow: this one knows those up to {known}"
        )),
        (APPLICATION, 1..) => Ok(false),
        _ => refused("is a database of another program: it is left as it is".to_owned()),
    }
}

/// Brings the tables to the newest schema, one step after the other.
pub fn migrate(connection: &Connection, secret: &[u8; 32]) -> Result<(), Stop> {
    migrate_by(connection, STEPS, secret)
}

fn migrate_by(connection: &Connection, steps: &[&str], secret: &[u8; 32]) -> Result<(), Stop> {
    let version: i32 = pragma(connection, "user_version")?;
    let done = usize::try_from(version).unwrap_or(0);
    for (step, next) in steps.iter().zip(1..).skip(done) {
        let transaction = connection.unchecked_transaction()?;
        transaction.execute_batch(step)?;
        if next == 1 {
            let insert = "INSERT INTO meta VALUES ('secret', ?1)";
            transaction.execute(insert, [secret.as_slice()])?;
            transaction.pragma_update(None, "application_id", APPLICATION)?;
        }
        transaction.pragma_update(None, "user_version", next)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Reads the secret of the store.
pub fn secret(connection: &Connection) -> Result<[u8; 32], Stop> {
    let query = "SELECT value FROM meta WHERE key = 'secret'";
    Ok(connection.query_row(query, [], |row| row.get(0))?)
}

fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn steps_are_taken_one_after_the_other() {
        let connection = Connection::open_in_memory().unwrap();
        assert!(is_new(&connection, "a.db").unwrap());
        migrate(&connection, &[7; 32]).unwrap();
        assert!(!is_new(&connection, "a.db").unwrap());
        let more = ["CREATE TABLE tray (key TEXT)", "ALTER TABLE tray ADD rate REAL"];
        let steps: Vec<_> = STEPS.iter().copied().chain(more).collect();
        let (known, newer) = (STEPS.len(), STEPS.len() + 2);
        migrate_by(&connection, &steps, &[8; 32]).unwrap();
        assert_eq!(pragma(&connection, "user_version").unwrap(), newer as i32);
        assert_eq!(secret(&connection).unwrap(), [7; 32]);
        connection.execute("INSERT INTO tray VALUES ('a', 0.5)", []).unwrap();
        let Err(Stop::Refused(error)) = is_new(&connection, "a.db") else { panic!("a newer one") };
        assert_eq!(
            error.to_string(),
            format!(
                "`a.db` has the schema {newer}, made by a newer version of workflow: this one knows those up to {known}"
            )
        );
    }

    #[test]
    fn older_files_get_what_is_new() {
        let new = Connection::open_in_memory().unwrap();
        migrate(&new, &[7; 32]).unwrap();
        for done in 1..STEPS.len() {
            let old = Connection::open_in_memory().unwrap();
            migrate_by(&old, &STEPS[..done], &[8; 32]).unwrap();
            let insert = "INSERT INTO input VALUES (1, '{}')";
            old.execute(insert, []).unwrap();
            assert!(!is_new(&old, "a.db").unwrap());
            migrate(&old, &[9; 32]).unwrap();
            assert_eq!(tables(&old), tables(&new), "from schema {done}");
            assert_eq!(secret(&old).unwrap(), [8; 32]);
            let count = "SELECT count(*) FROM input";
            assert_eq!(old.query_row(count, [], |row| row.get(0)), Ok(1));
        }
    }

    fn tables(connection: &Connection) -> Vec<(String, Option<String>)> {
        let query = "SELECT name, sql FROM sqlite_schema ORDER BY name";
        let mut query = connection.prepare(query).unwrap();
        let both = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        both.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn a_step_that_fails_leaves_the_schema_before() {
        let connection = Connection::open_in_memory().unwrap();
        migrate_by(&connection, &[FIRST], &[7; 32]).unwrap();
        let steps = [FIRST, "CREATE TABLE bucket (key TEXT); CREATE TABLE meta (key TEXT)"];
        assert!(migrate_by(&connection, &steps, &[7; 32]).is_err());
        assert_eq!(pragma(&connection, "user_version").unwrap(), 1);
        assert!(connection.prepare("SELECT * FROM bucket").is_err());
    }

    #[test]
    fn the_scope_of_a_workflow_moves_to_its_progress() {
        let connection = Connection::open_in_memory().unwrap();
        migrate_by(&connection, &[FIRST], &[7; 32]).unwrap();
        let old = "INSERT INTO progress VALUES (3, 1, 1, 5, 0, x'', NULL, 1, 'A');
            INSERT INTO progress VALUES (4, 1, 1, 5, 0, x'', NULL, 0, 'A');
            INSERT INTO scope VALUES (3, x'', x'07', 'the workflow'), (3, x'0000000000000001', x'08', 'a branch')";
        connection.execute_batch(old).unwrap();
        migrate(&connection, &[7; 32]).unwrap();
        let one = |query: &str| {
            connection.query_row(query, [], |row| row.get::<_, Option<String>>(0)).unwrap()
        };
        assert_eq!(
            one("SELECT root FROM progress WHERE execution = 3 AND root_mark = x'07'").as_deref(),
            Some("the workflow")
        );
        assert_eq!(one("SELECT root FROM progress WHERE execution = 4"), None);
        assert_eq!(one("SELECT group_concat(machine) FROM scope").as_deref(), Some("a branch"));
    }

    /// Items of files without rounds: those that failed before the last redrive are redriven, those that failed since are not.
    #[test]
    fn what_an_older_file_has_is_of_some_round() {
        let connection = Connection::open_in_memory().unwrap();
        migrate_by(&connection, &STEPS[..7], &[7; 32]).unwrap();
        for (id, around, started, redrives, redriven) in [
            (1, None, 10, 2, Some(50)),
            (2, Some(1), 20, 0, None),
            (3, Some(1), 20, 1, Some(60)),
            (4, Some(1), 60, 0, None),
            (5, None, 10, 0, None),
            (6, Some(5), 20, 0, None),
        ] {
            let insert = "INSERT INTO execution
                (id, arn, name, machine, started, seed, item, status, around, redrives, redriven)
                VALUES (?1, ?1, '', '', ?3, 0, ?2 IS NOT NULL, 0, ?2, ?4, ?5)";
            let time = |time: u8| [time];
            let row = (id, around, time(started), redrives, redriven.map(time));
            connection.execute(insert, row).unwrap();
        }
        migrate(&connection, &[7; 32]).unwrap();
        let mut rounds = connection.prepare("SELECT round FROM execution ORDER BY id").unwrap();
        let rounds = rounds.query_map([], |row| row.get(0)).unwrap();
        let rounds: Vec<i64> = rounds.map(Result::unwrap).collect();
        assert_eq!(rounds, [0, 1, 2, 2, 0, 0]);
    }

    #[test]
    fn what_an_older_file_has_is_listed_by_time() {
        let connection = Connection::open_in_memory().unwrap();
        migrate_by(&connection, &[FIRST], &[7; 32]).unwrap();
        for number in 500..1500 {
            let insert =
                "INSERT INTO execution (id, arn, name, machine, started, seed, item, status)
                VALUES (?1, ?1, '', '', ?2, 0, 0, 0)";
            connection.execute(insert, (number, [u8::try_from(number % 251).unwrap()])).unwrap();
        }
        migrate(&connection, &[7; 32]).unwrap();
        let blocks = "SELECT id, hex(earliest), hex(latest) FROM block ORDER BY id";
        let mut blocks = connection.prepare(blocks).unwrap();
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let blocks: Vec<(i64, String, String)> =
            blocks.query_map([], read).unwrap().map(Result::unwrap).collect();
        let block = |id, earliest: &str, latest: &str| (id, earliest.to_owned(), latest.to_owned());
        assert_eq!(blocks, [block(0, "00", "FA"), block(1, "00", "FA"), block(2, "00", "FA")]);
    }

    #[test]
    fn databases_of_others_are_told() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE books (title TEXT)").unwrap();
        assert!(matches!(is_new(&connection, "a.db"), Err(Stop::Refused(StoreError::Fatal(_)))));
    }
}
