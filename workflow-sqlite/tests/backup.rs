//! Copies of stores that are in use.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use support::{Folder, arn, commit, wait};
use workflow_runtime::store::{Query, Store, StoreError};
use workflow_sqlite::Sqlite;

#[test]
fn a_backup_is_of_one_moment() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    let copy = folder.file("copy.db");
    let secret = store.secret();
    wait(async {
        for number in 0..300 {
            store.commit(commit(&format!("before {number}"), 1, &"q".repeat(2000))).await.unwrap();
        }
        let writes = {
            let store = store.clone();
            tokio::spawn(async move {
                for number in 1..=300 {
                    store.commit(commit("during", number, &format!("{number}"))).await.unwrap();
                }
            })
        };
        store.backup(&copy).await.unwrap();
        writes.await.unwrap();
        assert_eq!(store.describe(&arn("during")).await.unwrap().unwrap().number, 300);
        // The copy is a store of its own.
        let other = Sqlite::open(&copy).unwrap();
        assert_eq!(other.check().await, Ok(vec![]));
        assert_eq!(other.secret(), secret);
        let query = Query { prefix: Some("before".into()), limit: 1000, ..Query::default() };
        assert_eq!(other.list(query).await.unwrap().executions.len(), 300);
        if let Some(found) = other.describe(&arn("during")).await.unwrap() {
            let numbers: Vec<_> = (1..=u32::try_from(found.number).unwrap()).collect();
            assert_eq!(
                other.payloads(&arn("during"), &numbers).await.unwrap().len(),
                numbers.len()
            );
            let next = found.number + 1;
            other.commit(commit("during", next, "next")).await.unwrap();
        }
    });
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|it| it.contains("part"));
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn a_store_in_memory_can_be_kept() {
    let folder = Folder::new();
    let copy = folder.file("copy.db");
    let store = Sqlite::in_memory().unwrap();
    wait(async {
        store.commit(commit("a", 1, "1")).await.unwrap();
        store.backup(&copy).await.unwrap();
        store.commit(commit("a", 2, "2")).await.unwrap();
    });
    let store = Sqlite::open(&copy).unwrap();
    assert_eq!(wait(store.describe(&arn("a"))).unwrap().unwrap().number, 1);
}

#[test]
fn a_backup_replaces_nothing() {
    let folder = Folder::new();
    let store = Sqlite::open(folder.file("a.db")).unwrap();
    let notes = folder.file("notes.txt");
    std::fs::write(&notes, "mine").unwrap();
    for to in [notes.clone(), folder.file("a.db"), folder.file("none").join("copy.db")] {
        let refused = wait(store.backup(&to));
        assert!(matches!(refused, Err(StoreError::Stalled(_))), "{}: {refused:?}", to.display());
    }
    assert_eq!(std::fs::read_to_string(&notes).unwrap(), "mine");
    assert_eq!(wait(store.commit(commit("a", 1, "1"))), Ok(()), "the store goes on");
}

/// A file that is being copied is not given away: another owner would write its log back under the copy.
#[test]
fn a_store_is_open_until_its_backup_has_ended() {
    let folder = Folder::new();
    let (path, copy) = (folder.file("a.db"), folder.file("copy.db"));
    let store = Sqlite::open(&path).unwrap();
    wait(async {
        for number in 1..=100 {
            store.commit(commit("one", number, &"q".repeat(200_000))).await.unwrap();
        }
        let patience = std::time::Duration::from_millis(5);
        assert!(tokio::time::timeout(patience, store.backup(&copy)).await.is_err());
    });
    drop(store);
    let open = || (Sqlite::open(&path), copy.exists());
    let mut opened = open();
    assert!(matches!(opened, (Err(StoreError::Stalled(_)), false)), "the copy has not ended");
    while opened.0.is_err() {
        std::thread::sleep(std::time::Duration::from_millis(1));
        opened = open();
    }
    assert!(copy.exists());
    assert_eq!(wait(Sqlite::open(&copy).unwrap().check()), Ok(vec![]));
}
