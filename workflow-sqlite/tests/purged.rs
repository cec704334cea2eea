//! The bytes of what was removed: neither the file nor its log has them any more.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use rusqlite::Connection;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use support::{Folder, arn, commit, end, time, wait};
use workflow_runtime::store::{Begun, Commit, Record, Store};
use workflow_sqlite::Sqlite;

/// The text that an execution has everywhere: long enough to be found.
fn needle(name: &str) -> String {
    format!("<the secret of {name}>")
}

/// The text, again and again, so many bytes long.
fn filled(name: &str, bytes: usize) -> String {
    needle(name).repeat(bytes.div_ceil(needle(name).len()))
}

/// A commit with the text in its input, its data and its payload. Data of all sizes: within a page, and on pages of its own.
fn told(name: &str, number: u64, bytes: usize) -> Commit {
    let commit = commit(name, number, &filled(name, bytes));
    let input = Some(filled(name, bytes / 2).into());
    let record =
        |path| Record { path, machine: Some(filled(name, bytes).into()), mark: [1].into() };
    Commit {
        begun: commit.begun.map(|begun| Begun { input, ..begun }),
        records: vec![record(vec![]), record(vec![(1, 0)])],
        ..commit
    }
}

/// Executions that run, and end.
async fn run(store: &Sqlite, names: &[String]) {
    for (number, bytes) in (1..).zip([40, 3_000, 20_000, 9_000, 700]) {
        for name in names {
            store.commit(told(name, number, bytes)).await.unwrap();
        }
    }
    for name in names {
        store.commit(end(name, 6)).await.unwrap();
    }
}

fn names() -> Vec<String> {
    (10..26).map(|number| format!("order-{number}")).collect()
}

/// The executions whose text is in the files of a folder that end so.
fn found(folder: &Folder, ending: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if !path.to_str().unwrap().ends_with(ending) {
            continue;
        }
        let bytes = std::fs::read(path).unwrap();
        // A text that goes over the end of a page is not whole.
        for part in bytes.split(|byte| *byte == b'<') {
            let rest = part.strip_prefix(b"the secret of ").unwrap_or_default();
            let name = rest.split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-').next();
            let name = name.filter(|name| rest[name.len()..].starts_with(b">")).unwrap_or_default();
            if !name.is_empty() {
                found.insert(String::from_utf8(name.to_owned()).unwrap());
            }
        }
    }
    found
}

#[test]
fn what_is_purged_is_in_no_file() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    let mut left: BTreeSet<_> = names().into_iter().collect();
    wait(run(&store, &names()));
    assert_eq!(found(&folder, "a.db-wal"), left);
    for name in names().iter().step_by(3) {
        assert_eq!(wait(store.purge(&arn(name))), Ok(true));
        left.remove(name);
        assert_eq!(found(&folder, ""), left, "{name}");
    }
    assert_eq!(found(&folder, "a.db"), left, "the others are there");
    assert_eq!(wait(store.purge(&arn(&names()[0]))), Ok(false));
    assert_eq!(wait(store.check()), Ok(vec![]));
    assert_eq!(wait(store.commit(commit("next", 1, "1"))), Ok(()));
}

/// Purges an execution while somebody reads, so that its bytes stay in the log. Returns the reader.
fn purged_beside_a_reader(store: &Sqlite, folder: &Folder) -> Connection {
    wait(run(store, &["order".to_owned()]));
    let reader = Connection::open(folder.file("a.db")).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let count: i64 = reader.query_row("SELECT count(*) FROM input", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 1);
    assert_eq!(wait(store.purge(&arn("order"))), Ok(true));
    assert_eq!(found(folder, "a.db-wal").len(), 1);
    reader
}

/// The longest time until a log is emptied that nobody reads.
const BOUND: Duration = Duration::from_secs(10);

/// Does something again and again until the bytes are in no file.
fn until_gone(folder: &Folder, mut meanwhile: impl FnMut()) {
    let begun = Instant::now();
    while !found(folder, "").is_empty() {
        assert!(begun.elapsed() < BOUND, "it stays in the log");
        meanwhile();
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_reader_keeps_the_log_for_as_long_as_it_reads() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    let reader = purged_beside_a_reader(&store, &folder);
    reader.execute_batch("COMMIT").unwrap();
    until_gone(&folder, || {});
}

/// The writer is never idle, and the log hardly grows.
#[test]
fn the_log_is_emptied_however_busy_the_store_is() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    let reader = purged_beside_a_reader(&store, &folder);
    let mut number = 0;
    let mut step = || {
        number += 1;
        wait(store.commit(commit("busy", number, "1"))).unwrap();
        assert_eq!(wait(store.describe(&arn("busy"))).unwrap().unwrap().number, number);
    };
    // Attempts in vain change nothing.
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_millis(2_500) {
        step();
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(found(&folder, "a.db-wal").len(), 1, "it is read");
    reader.execute_batch("COMMIT").unwrap();
    until_gone(&folder, step);
    assert_eq!(wait(store.check()), Ok(vec![]));
}

/// The next process knows nothing of the purge.
#[test]
fn the_log_of_a_process_that_was_killed_is_emptied() {
    let (folder, left) = (Folder::new(), Folder::new());
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    let reader = purged_beside_a_reader(&store, &folder);
    for name in ["a.db", "a.db-wal"] {
        std::fs::copy(folder.file(name), left.file(name)).unwrap();
    }
    drop(reader);
    let next = Sqlite::open(left.file("a.db")).unwrap();
    assert_eq!(found(&left, "").len(), 1);
    assert_eq!(wait(next.describe(&arn("order"))), Ok(None));
    until_gone(&left, || {});
}

#[test]
fn what_is_pruned_is_in_no_file_that_was_closed() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    wait(run(&store, &names()));
    assert_eq!(wait(store.prune(time(1_000), 1_000)), Ok(names().len()));
    drop(store);
    assert!(found(&folder, "").is_empty());
}

/// Whoever purges may go away before the log is emptied.
#[test]
fn a_purge_that_nobody_waits_for_empties_the_log() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    wait(run(&store, &["order".to_owned()]));
    // After that the log is not emptied for what a process before may have left.
    std::thread::sleep(Duration::from_millis(2_500));
    wait(async {
        store.commit(told("order-2", 1, 3_000)).await.unwrap();
        store.commit(end("order-2", 2)).await.unwrap();
        let dropped = tokio::time::timeout(Duration::ZERO, store.purge(&arn("order-2"))).await;
        assert!(dropped.is_err(), "it takes longer");
        assert_eq!(store.purge(&arn("order-2")).await, Ok(false));
    });
    let begun = Instant::now();
    while found(&folder, "").contains("order-2") {
        assert!(begun.elapsed() < BOUND, "it stays in the log");
        std::thread::sleep(Duration::from_millis(10));
    }
}
