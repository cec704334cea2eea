//! Attempts that end their process each time: they are counted, and block their execution at last.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::Notify;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::store::{MemoryStore, Status, Store};

/// Attempts that die with their process: so many of them are left.
#[derive(Clone, Debug, Default)]
struct Deaths {
    left: Arc<AtomicU32>,
    begun: Arc<AtomicU32>,
    dead: Arc<Notify>,
}

#[task]
async fn deadly(deaths: Res<Deaths>, of: u64) -> Result<u64, Failure> {
    deaths.begun.fetch_add(1, Ordering::SeqCst);
    let dies = deaths.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |it| it.checked_sub(1));
    if dies.is_ok() {
        deaths.dead.notify_one();
        std::future::pending::<()>().await;
    }
    Ok(of + 1)
}

#[task]
async fn harmless(of: u64) -> Result<u64, Failure> {
    Ok(of)
}

#[workflow]
async fn dangerous(of: u64) -> Result<u64, Failure> {
    let of = harmless(of).await?;
    let (one, other) = join!(deadly(of), harmless(of)).await?;
    let last = deadly(one + other).await?;
    Ok(last)
}

fn process() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

fn engine(store: &MemoryStore, deaths: &Deaths) -> workflow_runtime::engine::EngineBuilder {
    let engine = Engine::builder().store(store.clone()).resource(deaths.clone());
    engine.workflow::<dangerous>()
}

/// Goes on in one process after the other as long as they die, with this limit. Returns the result of the last one.
fn survive(store: &MemoryStore, deaths: &Deaths, limit: u32) -> Result<String, Failure> {
    loop {
        let process = process();
        let ended = process.block_on(async {
            let engine = engine(store, deaths).crash_limit(limit).build();
            let execution = engine.start_json_as::<dangerous>("1", Some("one"));
            tokio::select! {
                result = execution => Some(result),
                () = deaths.dead.notified() => None,
            }
        });
        drop(process);
        if let Some(ended) = ended {
            return ended.map(|text| text.to_string());
        }
    }
}

#[test]
fn an_attempt_that_ends_its_process_each_time_blocks_its_execution() {
    let (store, deaths) = (MemoryStore::default(), Deaths::default());
    deaths.left.store(u32::MAX, Ordering::SeqCst);
    let failure = survive(&store, &deaths, 3).unwrap_err();
    let cause = failure.cause();
    let why = "is blocked: too many attempts ended with their process: `attempts` of `One`: \
               found 4 that ended with their process, expected at most 3 (`EngineBuilder::crash_limit`)";
    assert!(cause.ends_with(why), "{cause}");
    assert!(failure.is_interruption());
    assert_eq!(deaths.begun.load(Ordering::SeqCst), 4);
    // Looking at it again makes it no worse: it goes on where more are allowed, from the count that it had.
    assert!(survive(&store, &deaths, 3).unwrap_err().as_blocked().is_some());
    deaths.left.store(2, Ordering::SeqCst);
    assert!(survive(&store, &deaths, 5).unwrap_err().as_blocked().is_some());
    assert_eq!(deaths.begun.load(Ordering::SeqCst), 6);
    assert_eq!(survive(&store, &deaths, 6).unwrap(), "4");
}

#[test]
fn each_attempt_is_counted_for_itself() {
    let (store, deaths) = (MemoryStore::default(), Deaths::default());
    deaths.left.store(3, Ordering::SeqCst);
    assert_eq!(survive(&store, &deaths, 3).unwrap(), "4");
    let (store, deaths) = (MemoryStore::default(), Deaths::default());
    let process = process();
    process.block_on(async {
        let engine = engine(&store, &deaths).crash_limit(0).build();
        assert_eq!(&*engine.start_json_as::<dangerous>("1", Some("one")).await.unwrap(), "4");
    });
}

#[test]
fn a_recovery_names_the_blocked_execution() {
    let (store, deaths) = (MemoryStore::default(), Deaths::default());
    deaths.left.store(1, Ordering::SeqCst);
    let dies = process();
    dies.block_on(async {
        let engine = engine(&store, &deaths).build();
        drop(engine.start_json_as::<dangerous>("1", Some("one")));
        deaths.dead.notified().await;
    });
    drop(dies);
    process().block_on(async {
        let engine = engine(&store, &deaths).crash_limit(0).build();
        let recovered = engine.recover().await.unwrap();
        assert!(recovered.running.is_empty());
        let (begun, failure) = &recovered.left[0];
        assert_eq!(&*begun.name, "one");
        assert_eq!(failure.as_blocked().unwrap().reasons[0].state, "One");
        assert_eq!(store.describe(&begun.id).await.unwrap().unwrap().status, Status::Running);
    });
}

/// A task that waits for its rate has begun nothing, however often its process ends.
#[test]
fn what_waits_for_its_turn_is_not_attempted() {
    let (store, deaths) = (MemoryStore::default(), Deaths::default());
    for _ in 0..9 {
        let process = process();
        process.block_on(async {
            let day = Duration::from_secs(86_400);
            let engine = engine(&store, &deaths).crash_limit(3).task_rate::<deadly>(1, day);
            let execution = engine.build().start_json_as::<dangerous>("1", Some("one"));
            let ended = tokio::time::timeout(Duration::from_millis(100), execution).await;
            assert!(ended.is_err(), "its second turn comes after a day: {ended:?}");
        });
    }
    process().block_on(async {
        let engine = engine(&store, &deaths).crash_limit(3).concurrency(9).build();
        assert_eq!(&*engine.start_json_as::<dangerous>("1", Some("one")).await.unwrap(), "4");
    });
    assert_eq!(deaths.begun.load(Ordering::SeqCst), 2);
}

/// One that has its turn, and ends its process each time, is counted.
#[test]
fn what_had_its_turn_is_counted() {
    let (store, deaths) = (MemoryStore::default(), Deaths::default());
    deaths.left.store(u32::MAX, Ordering::SeqCst);
    let mut blocked = false;
    for _ in 0..9 {
        let process = process();
        process.block_on(async {
            let second = Duration::from_secs(1);
            let engine = engine(&store, &deaths).crash_limit(3).task_rate::<deadly>(1_000, second);
            let execution = engine.build().start_json_as::<dangerous>("1", Some("one"));
            tokio::select! {
                ended = execution => blocked = ended.unwrap_err().as_blocked().is_some(),
                () = deaths.dead.notified() => {}
            }
        });
    }
    assert!(blocked);
    assert!((4..=5).contains(&deaths.begun.load(Ordering::SeqCst)), "{deaths:?}");
}
