//! Many commits, written together.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use rusqlite::Connection;
use std::time::Duration;
use support::{Folder, arn, commit, end, wait};
use workflow_runtime::store::{Answer, Commit, Store, StoreError};
use workflow_sqlite::Sqlite;

#[test]
fn commits_at_the_same_time_share_syncs() {
    const MANY: usize = 1000;
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    wait(async {
        let run = |task: usize| {
            let store = store.clone();
            tokio::spawn(async move {
                for number in 1..=5 {
                    let name = format!("{task}");
                    store.commit(commit(&name, number, &format!("{task} {number}"))).await.unwrap();
                }
            })
        };
        let all: Vec<_> = (0..MANY).map(run).collect();
        for task in all {
            task.await.unwrap();
        }
    });
    let figures = store.figures();
    assert_eq!(figures.calls, 5 * MANY as u64);
    assert!(figures.transactions * 10 < figures.calls, "{figures:?}");
    drop(store);
    let store = Sqlite::open(&path).unwrap();
    wait(async {
        for task in 0..MANY {
            let id = arn(&format!("{task}"));
            assert_eq!(store.describe(&id).await.unwrap().unwrap().number, 5);
            let texts = store.payloads(&id, &[1, 2, 3, 4, 5]).await.unwrap();
            let right: Vec<_> = (1..=5).map(|it| format!("{task} {it}").into()).collect();
            assert_eq!(texts, right);
        }
        assert_eq!(store.check().await, Ok(vec![]));
    });
}

#[test]
fn what_was_called_is_written_when_the_store_is_dropped() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    // Without a runtime, and without waiting.
    let calls: Vec<_> = (0..500).map(|it| store.commit(commit(&format!("{it}"), 1, "1"))).collect();
    drop(store);
    let store = Sqlite::open(&path).unwrap();
    wait(async {
        for call in calls {
            assert_eq!(call.await, Ok(()));
        }
        for task in 0..500 {
            assert!(store.describe(&arn(&format!("{task}"))).await.unwrap().is_some());
        }
    });
}

#[test]
fn a_caller_that_goes_away_leaves_no_half() {
    let store = Sqlite::in_memory().unwrap();
    wait(async {
        for number in 0..100 {
            let call = store.commit(commit(&format!("{number}"), 1, "1"));
            drop(tokio::time::timeout(Duration::ZERO, call).await);
        }
        let page = store.list(workflow_runtime::store::Query::default()).await.unwrap();
        for found in page.executions {
            assert_eq!(store.payloads(&found.begun.id, &[1]).await, Ok(vec!["1".into()]));
        }
        assert_eq!(store.check().await, Ok(vec![]));
    });
}

#[test]
fn callers_wait_for_room() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::options().patience(Duration::from_secs(60)).open(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    wait(async {
        let payload = "z".repeat(500_000);
        let run = |task: usize| {
            let call = store.commit(commit(&format!("{task}"), 1, &payload));
            tokio::spawn(call)
        };
        // 1 MB each, the chunk included.
        let all: Vec<_> = (0..100).map(run).collect();
        let waiting = store.figures().waiting;
        assert!((24 << 20..=32 << 20).contains(&waiting), "{waiting} bytes wait");
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(all.iter().all(|it| !it.is_finished()));
        other.execute_batch("ROLLBACK").unwrap();
        for task in all {
            assert_eq!(task.await.unwrap(), Ok(()));
        }
        assert_eq!(store.figures().waiting, 0);
        for task in 0..100 {
            assert!(store.describe(&arn(&format!("{task}"))).await.unwrap().is_some());
        }
    });
}

#[test]
fn small_calls_have_a_limit_too() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::options().patience(Duration::from_secs(60)).open(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let calls: Vec<_> = (0..6000).map(|_| store.claim(&arn("none"))).collect();
    assert_eq!(store.figures().waiting, 32 << 20);
    other.execute_batch("ROLLBACK").unwrap();
    wait(async {
        for call in calls {
            assert_eq!(call.await, Ok(None));
        }
    });
}

#[test]
fn the_log_is_written_back() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    let payload = "w".repeat(200_000);
    wait(async {
        for number in 1..=300 {
            store.commit(commit("a", number, &payload)).await.unwrap();
        }
    });
    let figures = store.figures();
    assert!(figures.checkpoints >= 4, "120 MB went through it: {figures:?}");
    let log = std::fs::metadata(folder.file("a.db-wal")).unwrap().len();
    assert!(log <= 70 << 20, "{log} bytes of log");
}

/// The writer is never idle: the log begins anew in between, whoever writes it back.
#[test]
fn the_log_stays_short_while_the_writer_is_busy() {
    let folder = Folder::new();
    let store = Sqlite::options().log_step(1 << 20).open(folder.file("a.db")).unwrap();
    let log = || std::fs::metadata(folder.file("a.db-wal")).unwrap().len();
    let payload = "w".repeat(40_000);
    let mut longest = 0;
    wait(async {
        for round in 0..60 {
            let names: Vec<_> = (0..10).map(|name| format!("{round} {name}")).collect();
            let calls: Vec<_> =
                names.iter().map(|name| store.commit(commit(name, 1, &payload))).collect();
            for call in calls {
                call.await.unwrap();
            }
            longest = longest.max(log());
        }
        assert_eq!(store.check().await, Ok(vec![]));
    });
    let figures = store.figures();
    assert!(figures.checkpoints >= 10, "48 MB went through it: {figures:?}");
    assert!(longest <= 9 << 20, "{longest} bytes of log");
    drop(store);
    assert!(!folder.file("a.db-wal").exists(), "it was written back");
}

#[test]
fn a_reader_that_stays_holds_up_nobody() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    wait(store.commit(commit("a", 1, "1"))).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN; SELECT count(*) FROM execution").unwrap();
    let payload = "u".repeat(400_000);
    wait(async {
        for number in 2..=150 {
            let call = store.commit(commit("a", number, &payload));
            let written = tokio::time::timeout(Duration::from_millis(1900), call).await;
            assert_eq!(written.ok(), Some(Ok(())), "commit {number} waits for the reader");
        }
        let log = || std::fs::metadata(folder.file("a.db-wal")).unwrap().len();
        assert!(log() > 64 << 20, "the reader needs the log: {} bytes", log());
        drop(other);
        for number in 151..=250 {
            store.commit(commit("a", number, &payload)).await.unwrap();
        }
        assert!(log() < 160 << 20, "{} bytes of log", log());
        assert_eq!(store.check().await, Ok(vec![]));
    });
}

#[test]
fn a_file_levels_off() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let store = Sqlite::open(&path).unwrap();
    let size = || std::fs::metadata(&path).unwrap().len();
    let payload = "v".repeat(3000);
    let mut sizes = vec![];
    wait(async {
        for round in 0..8 {
            for number in 0..200 {
                let name = format!("{round} {number}");
                for step in 1..=4 {
                    drop(store.commit(commit(&name, step, &payload)));
                }
                store.commit(end(&name, 5)).await.unwrap();
            }
            // As many as a round has stay.
            if round > 0 {
                let ended = support::time(1_000_000);
                assert_eq!(store.prune(ended, 200).await, Ok(200));
            }
            sizes.push(size());
        }
        assert_eq!(store.check().await, Ok(vec![]));
    });
    drop(store);
    sizes.push(size());
    let (early, late) = (sizes[3], sizes[8]);
    assert!(late <= early + early / 5, "{sizes:?}");
}

#[test]
fn an_error_of_one_is_no_error_of_others() {
    let store = Sqlite::in_memory().unwrap();
    wait(async {
        let mut calls = vec![];
        for number in 0..50 {
            let mut new = commit(&format!("{number}"), 1, "1");
            if number % 10 == 3 {
                // A mark without a record, after others were written.
                let mut wrong = new.records[0].clone();
                (wrong.path, wrong.machine) = (vec![(1, 1)], None);
                new.records.push(wrong);
            }
            calls.push((number, store.commit(new)));
        }
        for (number, call) in calls {
            let result = call.await;
            assert_eq!(matches!(result, Err(StoreError::Fatal(_))), number % 10 == 3, "{result:?}");
            let found = store.describe(&arn(&format!("{number}"))).await.unwrap();
            assert_eq!(found.is_none(), number % 10 == 3);
        }
        assert_eq!(store.check().await, Ok(vec![]));
    });
}

/// A file that is full for large commits has room for what makes room, and for answers.
#[test]
fn a_commit_without_room_fails_alone() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let options = Sqlite::options().most_bytes(1 << 20).patience(Duration::from_secs(60));
    let store = options.open(&path).unwrap();
    let large = "z".repeat(600_000);
    wait(async {
        let token = "token".into();
        let waits = Commit { opened: vec![token], ..commit("waits", 1, "1") };
        store.commit(waits).await.unwrap();
        store.commit(commit("old", 1, &"y".repeat(50_000))).await.unwrap();
        store.commit(end("old", 2)).await.unwrap();
    });
    for larges in [1, 20] {
        let other = Connection::open(&path).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        // The first is being written while the others come.
        let first = store.claim(&arn("none"));
        let name = |number| format!("large {larges} {number}");
        let full: Vec<_> =
            (0..larges).map(|it| store.commit(commit(&name(it), 1, &large))).collect();
        let small = store.commit(commit(&format!("small {larges}"), 1, "1"));
        let answer = store.answer("token", Answer::Done("1".into()));
        let purge = store.purge(&arn("old"));
        other.execute_batch("ROLLBACK").unwrap();
        wait(async {
            assert_eq!(first.await, Ok(None));
            for call in full {
                assert!(matches!(call.await, Err(StoreError::Stalled(_))));
            }
            assert_eq!(small.await, Ok(()));
            assert_eq!(answer.await.unwrap().is_some(), larges == 1, "a token takes one answer");
            assert_eq!(purge.await, Ok(larges == 1));
            assert_eq!(store.check().await, Ok(vec![]));
        });
    }
}
