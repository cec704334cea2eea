//! A few losses of power: the program of this package has more.

use std::io;
use std::path::Path;
use workflow_power::disk::{Disk, Random};
use workflow_power::run::{Care, run, wait, with};
use workflow_power::system::{NAME, mount, sync_beside};
use workflow_runtime::store::{Store, StoreError};
use workflow_sqlite::Sqlite;

#[test]
fn what_was_acknowledged_outlives_losses_of_power() {
    let mut acknowledged = 0;
    for seed in 1..=120 {
        let outcome = run(seed, Care::alone("FULL"));
        acknowledged += outcome.acknowledged;
        assert_eq!((&outcome.lost, &outcome.damaged), (&None, &None), "seed {seed}: {outcome:?}");
    }
    assert!(acknowledged > 2000, "{acknowledged} commits were acknowledged");
}

#[test]
fn without_syncs_something_is_lost() {
    let losses = (1..=60).map(|seed| run(seed, Care::alone("NORMAL")));
    let lost = losses.filter(|it| it.lost.is_some()).count();
    assert!(lost > 5, "{lost} of 60 losses of power lost a commit: the test is blind");
}

/// As stores are opened: readers and a thread that writes the log back have connections of their own.
#[test]
fn what_is_written_back_beside_the_writer_outlives_losses_of_power() {
    let (mut acknowledged, mut beside) = (0, 0);
    for seed in 1..=120 {
        let outcome = run(seed, Care::beside("FULL"));
        acknowledged += outcome.acknowledged;
        beside += outcome.synced_beside;
        assert_eq!((&outcome.lost, &outcome.damaged), (&None, &None), "seed {seed}: {outcome:?}");
    }
    // About 2,100; fewer on a busy machine, where the thread beside comes in between more often.
    assert!(acknowledged > 1500, "{acknowledged} commits were acknowledged");
    // Where nothing is left of the log, SQLite has synced the file itself.
    assert!(beside > 10, "{beside} syncs beside the writer");
}

/// SQLite syncs what was written back before its log begins anew: the thread's own sync only makes that short.
#[test]
fn nothing_hangs_on_the_sync_beside_the_writer_alone() {
    fn none(_: &Path) -> io::Result<()> {
        Ok(())
    }
    for seed in 1..=60 {
        let outcome = run(seed, Care { beside: Some(none), ..Care::beside("FULL") });
        assert_eq!((&outcome.lost, &outcome.damaged), (&None, &None), "seed {seed}: {outcome:?}");
    }
    let ignored = Care { beside: Some(none), ignored: Some(".db"), ..Care::beside("FULL") };
    let bad = (1..=60).map(|seed| run(seed, ignored));
    let bad = bad.filter(|it| it.lost.is_some() || it.damaged.is_some()).count();
    assert!(
        bad > 5,
        "{bad} of 60 losses of power without any sync of the database: the test is blind"
    );
}

#[test]
fn a_sync_beside_the_writer_that_fails_loses_nothing() {
    /// Syncs of this kind fail after the first.
    fn failing(path: &Path) -> io::Result<()> {
        sync_beside(path)?;
        Err(io::Error::other("the disk is broken"))
    }
    for seed in 1..=40 {
        let outcome = run(seed, Care { beside: Some(failing), ..Care::beside("FULL") });
        assert_eq!((&outcome.lost, &outcome.damaged), (&None, &None), "seed {seed}: {outcome:?}");
    }
}

#[test]
fn a_sync_that_fails_ends_the_store_and_is_not_tried_again() {
    let mut broken = 0;
    for at in 1..60 {
        let name = format!("sync-{at}");
        let disk = mount(&name, Disk::default());
        let path = format!("{name}/store.db");
        let open = || Sqlite::options().vfs(NAME).page_size(1024).open(&path);
        drop(open());
        let before = with(&disk, |disk| {
            disk.fails_at = Some(disk.syncs + at);
            disk.syncs
        });
        let Ok(store) = open() else { continue };
        let mut acknowledged = 0;
        wait(async {
            for number in 1..=200 {
                match store.commit(commit(number)).await {
                    Ok(()) => acknowledged = number,
                    Err(error) => {
                        assert!(matches!(error, StoreError::Fatal(_)), "{error:?}");
                        break;
                    }
                }
            }
            if acknowledged == 200 {
                return;
            }
            broken += 1;
            let syncs = with(&disk, |disk| disk.syncs);
            assert_eq!(syncs, before + at, "nothing is synced after a sync that failed");
            for _ in 0..3 {
                let refused = store.commit(commit(acknowledged + 1)).await;
                assert!(matches!(refused, Err(StoreError::Fatal(_))), "{refused:?}");
                let refused = store.describe("arn").await;
                assert!(matches!(refused, Err(StoreError::Fatal(_))), "{refused:?}");
            }
            drop(store);
            assert_eq!(with(&disk, |disk| disk.syncs), syncs, "not when it is closed either");
        });
        with(&disk, |disk| disk.lose_power(&mut Random(at)));
        let store = open().unwrap_or_else(|error| panic!("{error}"));
        let found = wait(store.describe("arn")).unwrap_or_else(|error| panic!("{error}"));
        assert!(found.map_or(0, |it| it.number) >= acknowledged, "sync {at}");
    }
    assert!(broken > 30, "{broken} syncs failed");
}

#[test]
fn a_full_disk_is_waited_for() {
    let disk = mount("full", Disk::default());
    let store = Sqlite::options().vfs(NAME).page_size(1024).open("full/store.db");
    let store = store.unwrap_or_else(|error| panic!("{error}"));
    wait(async {
        let mut number = 1;
        for round in 1..4 {
            with(&disk, |disk| disk.room = Some(100_000 * round));
            let error = loop {
                match store.commit(commit(number)).await {
                    Ok(()) => number += 1,
                    Err(error) => break error,
                }
            };
            assert!(matches!(error, StoreError::Stalled(_)), "{error:?}");
            let again = store.commit(commit(number)).await;
            assert!(matches!(again, Err(StoreError::Stalled(_))), "{again:?}");
            let found = store.describe("arn").await;
            assert_eq!(found.map(|it| it.map(|it| it.number)), Ok(Some(number - 1)));
        }
        with(&disk, |disk| disk.room = None);
        assert_eq!(store.commit(commit(number)).await, Ok(()));
        assert_eq!(store.check().await, Ok(vec![]));
    });
}

/// A commit of one execution.
fn commit(number: u64) -> workflow_runtime::store::Commit {
    workflow_power::run::commit_of("arn", number)
}
