//! Files that a store cannot be opened in, and those that cannot be written to for a while.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use rusqlite::Connection;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use support::{Folder, arn, commit, end, wait};
use workflow_runtime::store::{Put, Query, Store, StoreError};
use workflow_sqlite::Sqlite;

/// Opens a file, which must be refused, and returns the message.
fn refused(path: &Path, fatal: bool) -> String {
    match Sqlite::open(path) {
        Ok(_) => panic!("it was opened"),
        Err(StoreError::Fatal(why)) if fatal => why,
        Err(StoreError::Stalled(why)) if !fatal => why,
        Err(error) => panic!("{error:?}"),
    }
}

/// Asserts that a file is refused for good, and that neither it nor its folder changes.
fn left_as_it_is(folder: &Folder, path: &Path, why: &str) {
    let files = || {
        let mut all: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        all.sort();
        all.into_iter().map(|it| (std::fs::read(&it).unwrap(), it)).collect::<Vec<_>>()
    };
    let before = files();
    let message = refused(path, true);
    assert!(message.contains(why), "{message}");
    assert!(message.contains("a.db"), "{message}");
    assert!(files() == before, "the folder changed");
}

#[test]
fn other_files_are_left_as_they_are() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    for length in [1, 6, 100, 511, 512, 513, 4096, 100_000] {
        std::fs::write(&path, &"a long text\n".repeat(10_000)[..length]).unwrap();
        left_as_it_is(&folder, &path, "not a database");
    }
    let mut damaged = b"SQLite format 3\0".to_vec();
    damaged.resize(8192, 0xAA);
    std::fs::write(&path, damaged).unwrap();
    assert!(matches!(Sqlite::open(&path), Err(StoreError::Fatal(_))));
}

#[test]
fn databases_of_others_are_left_as_they_are() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE books (title TEXT); INSERT INTO books VALUES ('a')").unwrap();
    drop(other);
    left_as_it_is(&folder, &path, "another program");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("DROP TABLE books; PRAGMA application_id = 77").unwrap();
    drop(other);
    left_as_it_is(&folder, &path, "another program");
}

#[test]
fn newer_schemas_are_left_as_they_are() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    drop(Sqlite::open(&path).unwrap());
    let newer = Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    left_as_it_is(&folder, &path, "has the schema 99, made by a newer version of workflow");
}

/// A file of the schema before values: what it holds stays, and values can be written.
#[test]
fn older_files_are_brought_up_to_date() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    let secret = store.secret();
    wait(store.commit(commit("a", 1, "1"))).unwrap();
    drop(store);
    let older = Connection::open(&path).unwrap();
    let added = "DROP TABLE named; DROP INDEX execution_around; DROP INDEX execution_ended;
        DROP INDEX execution_item; DROP INDEX execution_amiss;
        CREATE INDEX execution_ended ON execution (ended) WHERE ended IS NOT NULL;
        ALTER TABLE execution DROP around; ALTER TABLE execution DROP round;
        ALTER TABLE execution DROP caller";
    older.execute_batch(added).unwrap();
    older.pragma_update(None, "user_version", 4).unwrap();
    drop(older);
    for round in 1..3 {
        let store = Sqlite::open(&path).unwrap();
        assert_eq!(store.secret(), secret);
        wait(async {
            let found = store.values("", None, 10).await.unwrap();
            assert_eq!(found.len(), round - 1);
            let name = format!("{round}");
            assert_eq!(store.put(Put::new(name, Some([7].into()))).await, Ok(true));
            assert_eq!(store.payloads(&arn("a"), &[1]).await, Ok(vec!["1".into()]));
            assert_eq!(store.check().await, Ok(vec![]));
        });
    }
}

#[test]
fn an_empty_file_becomes_a_store() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    std::fs::write(&path, "").unwrap();
    let store = Sqlite::open(&path).unwrap();
    assert_eq!(wait(store.commit(commit("a", 1, "1"))), Ok(()));
    assert_eq!(wait(store.check()), Ok(vec![]));
}

#[test]
fn a_closed_store_is_one_file_and_its_lock() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    wait(store.commit(commit("a", 1, "1"))).unwrap();
    drop(store);
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.db", "a.db-lock"]);
}

#[test]
fn places_without_a_folder_are_named() {
    let folder = Folder::new();
    let message = refused(&folder.file("none").join("a.db"), false);
    assert!(message.contains("none"), "{message}");
    refused(folder.as_ref(), false);
}

#[test]
fn a_second_owner_is_told_of_the_first() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    let clone = store.clone();
    let message = refused(&path, false);
    assert!(message.contains(&format!("in use by process {} (", std::process::id())), "{message}");
    // Another way to the same file.
    let message = refused(&folder.file("../").join(folder.as_ref()).join("a.db"), false);
    assert!(message.contains("in use"), "{message}");
    drop(store);
    refused(&path, false);
    assert_eq!(wait(clone.commit(commit("a", 1, "1"))), Ok(()));
    drop(clone);
    let again = Sqlite::open(&path).unwrap();
    assert!(wait(again.describe(&arn("a"))).unwrap().is_some());
}

/// The other process of the next test.
#[test]
fn other_owner() {
    let Some(path) = std::env::var_os("WORKFLOW_OTHER_OWNER") else { return };
    let store = Sqlite::open(path).unwrap();
    wait(store.commit(commit("other", 1, "1"))).unwrap();
    println!("ready");
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn an_owner_in_another_process_is_named_until_it_is_gone() {
    use std::io::{BufRead, BufReader};
    let folder = Folder::new();
    let path = folder.file("a.db");
    let mut other = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "other_owner", "--nocapture"])
        .env("WORKFLOW_OTHER_OWNER", &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(other.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.ends_with("ready")));
    let message = refused(&path, false);
    assert!(message.contains(&format!("in use by process {} (files", other.id())), "{message}");
    other.kill().unwrap();
    other.wait().unwrap();
    let store = Sqlite::open(&path).unwrap();
    assert!(wait(store.describe(&arn("other"))).unwrap().is_some(), "what it wrote");
}

#[cfg(unix)]
#[test]
fn a_file_that_can_only_be_read_is_refused_for_now() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let path = folder.file("a.db");
    drop(Sqlite::open(&path).unwrap());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    if std::fs::File::options().write(true).open(&path).is_ok() {
        println!("skipped: this user writes to every file");
        return;
    }
    let message = refused(&path, false);
    assert!(message.contains("can only be read"), "{message}");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    Sqlite::open(&path).unwrap();
}

#[test]
fn a_lock_of_another_program_stalls() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::options().patience(Duration::from_millis(50)).open(&path).unwrap();
    wait(store.commit(commit("a", 1, "1"))).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    for _ in 0..2 {
        let stalled = wait(store.commit(commit("a", 2, "2")));
        assert!(matches!(stalled, Err(StoreError::Stalled(_))), "{stalled:?}");
        let stalled = wait(store.claim(&arn("a")));
        assert!(matches!(stalled, Err(StoreError::Stalled(_))), "{stalled:?}");
        assert_eq!(wait(store.describe(&arn("a"))).unwrap().unwrap().number, 1, "it can be read");
    }
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(wait(store.commit(commit("a", 2, "2"))), Ok(()));
    assert_eq!(wait(store.claim(&arn("a"))).unwrap().unwrap().epoch, 2, "no claim that stalled");
}

#[test]
fn patience_may_have_no_end() {
    let folder = Folder::new();
    let store = Sqlite::options().patience(Duration::MAX).open(folder.file("a.db")).unwrap();
    assert_eq!(wait(store.commit(commit("a", 1, "1"))), Ok(()));
}

#[test]
fn a_full_file_stalls_until_there_is_room() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let options = Sqlite::options().most_bytes(1 << 20).page_size(4096);
    let store = options.open(&path).unwrap();
    let payload = "x".repeat(50_000);
    wait(async {
        store.commit(commit("ended", 1, &payload)).await.unwrap();
        store.commit(end("ended", 2)).await.unwrap();
        let mut number = 1;
        let stalled = loop {
            match store.commit(commit("a", number, &payload)).await {
                Ok(()) => number += 1,
                Err(error) => break error,
            }
        };
        assert!(matches!(stalled, StoreError::Stalled(_)), "{stalled:?}");
        assert!((5..20).contains(&number), "{number} commits of 100 KB in 1 MiB");
        for _ in 0..3 {
            let stalled = store.commit(commit("a", number, &payload)).await;
            assert!(matches!(stalled, Err(StoreError::Stalled(_))), "{stalled:?}");
        }
        let described = store.describe(&arn("a")).await.unwrap().unwrap();
        assert_eq!(described.number, number - 1, "nothing of it is written");
        assert_eq!(store.check().await, Ok(vec![]));
        assert_eq!(store.purge(&arn("ended")).await, Ok(true));
        assert_eq!(store.commit(commit("a", number, &payload)).await, Ok(()), "there is room");
        let numbers: Vec<_> = (1..=u32::try_from(number).unwrap()).collect();
        let all = store.payloads(&arn("a"), &numbers).await.unwrap();
        assert!(all.iter().all(|it| **it == *payload));
    });
}

/// A store of 200 executions, closed.
fn filled(path: &Path) {
    let store = Sqlite::options().page_size(4096).open(path).unwrap();
    wait(async {
        for number in 0..200 {
            store.commit(commit(&format!("{number}"), 1, &"y".repeat(500))).await.unwrap();
        }
    });
}

/// Calls everything there is, and counts the calls that ended with [`StoreError::Fatal`], and those that did not.
fn call_all(store: &Sqlite) -> (usize, usize) {
    wait(async {
        let mut results = vec![];
        for number in 0..200 {
            let name = format!("{number}");
            results.push(store.claim(&arn(&name)).await.map(drop));
            results.push(store.history(&arn(&name), 0, 9).await.map(drop));
            results.push(store.payloads(&arn(&name), &[1]).await.map(drop));
        }
        results.push(store.list(Query { limit: 500, ..Query::default() }).await.map(drop));
        let fatal = |it: &&Result<(), StoreError>| matches!(it, Err(StoreError::Fatal(_)));
        let count = results.iter().filter(fatal).count();
        (count, results.len() - count)
    })
}

#[test]
fn damage_is_fatal_and_stays_so() {
    let folder = Folder::new();
    let sound = folder.file("sound.db");
    filled(&sound);
    let bytes = std::fs::read(&sound).unwrap();
    let pages = bytes.len() / 4096;
    let mut seen = 0;
    for page in (1..pages).step_by(3) {
        let path = folder.file(&format!("{page}.db"));
        let mut damaged = bytes.clone();
        damaged[page * 4096..(page + 1) * 4096].fill(0x5A);
        std::fs::write(&path, damaged).unwrap();
        let store = match Sqlite::open(&path) {
            Ok(store) => store,
            Err(StoreError::Fatal(_)) => {
                seen += 1;
                continue;
            }
            Err(error) => panic!("page {page}: {error:?}"),
        };
        let (fatal, _) = call_all(&store);
        if fatal == 0 {
            continue;
        }
        seen += 1;
        let (_, other) = call_all(&store);
        assert_eq!(other, 0, "page {page}: a broken store goes on");
        let written = wait(store.commit(commit("new", 1, "1")));
        assert!(matches!(written, Err(StoreError::Fatal(_))), "{written:?}");
    }
    assert!(seen > pages / 6, "{seen} of {} damaged pages were seen", pages / 3);
}

#[test]
fn a_file_that_was_cut_off_is_fatal() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    filled(&path);
    let length = std::fs::metadata(&path).unwrap().len();
    std::fs::File::options().write(true).open(&path).unwrap().set_len(length / 2).unwrap();
    if let Ok(store) = Sqlite::open(&path) {
        assert!(call_all(&store).0 > 0, "half of the data is missing, and nobody says so");
    }
}

#[test]
fn damage_is_found_by_a_check() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    filled(&path);
    let other = Connection::open(&path).unwrap();
    other.execute("DELETE FROM execution WHERE name = '7'", []).unwrap();
    drop(other);
    let store = Sqlite::open(&path).unwrap();
    let found = wait(store.check()).unwrap();
    assert!(found.iter().any(|it| it.contains("chunk")), "{found:?}");
}

/// A full disk has no room for the name of the owner: the store is opened all the same, to make room.
#[test]
#[cfg(target_os = "linux")]
fn an_owner_that_cannot_sign_has_the_lock() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("/dev/full", folder.file("a.db-lock")).unwrap();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    assert_eq!(wait(store.check()), Ok(vec![]));
}

/// Whatever is written to a file that was deleted, moved or replaced is gone: nothing of it is acknowledged.
#[cfg(unix)]
#[test]
fn a_file_that_is_gone_is_fatal() {
    type Take = fn(&Path);
    let takes: [(&str, Take); 4] = [
        ("deleted", |path| std::fs::remove_file(path).unwrap()),
        ("moved", |path| std::fs::rename(path, path.with_extension("old")).unwrap()),
        ("replaced", |path| {
            std::fs::copy(path, path.with_extension("copy")).unwrap();
            std::fs::rename(path.with_extension("copy"), path).unwrap();
        }),
        ("without its log", |path| std::fs::remove_file(path.with_extension("db-wal")).unwrap()),
    ];
    for (how, take) in takes {
        let folder = Folder::new();
        let path = folder.file("a.db");
        let store = Sqlite::open(&path).unwrap();
        wait(store.commit(commit("a", 1, "1"))).unwrap();
        take(&path);
        for _ in 0..2 {
            match wait(store.commit(commit("a", 2, "2"))) {
                Err(StoreError::Fatal(why)) => {
                    assert!(why.contains("a.db") && why.contains("moved or deleted"), "{why}");
                }
                other => panic!("{how}: {other:?}"),
            }
        }
        let read = wait(store.describe(&arn("a")));
        assert!(matches!(read, Err(StoreError::Fatal(_))), "{how}: {read:?}");
    }
}
