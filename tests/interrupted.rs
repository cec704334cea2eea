//! Work that a lost process interrupts: retries are counted, and items of distributed Maps that ended stay ended.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;
#[path = "support/lost.rs"]
mod lost;

use self::clock::HandClock;
use self::lost::Lost;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::Notify;
use workflow::Workflow;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::history::EventType;
use workflow_runtime::store::{Around, Commit, MemoryStore, Query, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// The calls that were made, in order.
#[derive(Clone, Default)]
struct Calls(Arc<Mutex<Vec<(u64, u32)>>>);

const THRICE: Retry = Retry::on(&["States.ALL"]).max_attempts(3);

#[task(retry = THRICE)]
async fn fails(calls: Res<Calls>, context: TaskContext, of: u64) -> Result<u64, Failure> {
    calls.0.lock().unwrap().push((of, context.attempt));
    Err(Failure::new("Broken", "always"))
}

#[task]
async fn double(calls: Res<Calls>, context: TaskContext, of: u64) -> Result<u64, Failure> {
    calls.0.lock().unwrap().push((of, context.attempt));
    tokio::task::yield_now().await;
    Ok(of * 2)
}

#[workflow]
async fn hopeless(of: u64) -> Result<u64, Failure> {
    let done = fails(of).await?;
    Ok(done)
}

#[workflow]
async fn every(all: Vec<u64>) -> Result<Vec<u64>, Failure> {
    let all = map(all, async |of| {
        let once = double(of).await?;
        let twice = double(once).await?;
        Ok(twice)
    })
    .max_concurrency(2)
    .distributed()
    .await?;
    Ok(all)
}

fn process() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Runs an execution in processes that are lost after so many commits each, until it has ended. Says where each process
/// began among the calls.
fn run(
    input: &str,
    commits: u64,
    calls: &Calls,
    store: &MemoryStore,
    start: impl Fn(&Engine, &str) -> String,
) -> (String, Vec<usize>) {
    let mut begins = vec![];
    for _ in 0..60 {
        begins.push(calls.0.lock().unwrap().len());
        let process = process();
        let lost = Lost::after(store, commits);
        let id = process.block_on(async {
            let engine = Engine::builder().resource(calls.clone()).store(lost.clone());
            let engine = engine.clock(VirtualClock::default()).build();
            let id = start(&engine, input);
            for _ in 0..3_000 {
                tokio::time::sleep(Duration::from_micros(300)).await;
                let known = store.describe(&id).await.unwrap();
                let ended = known.is_some_and(|it| it.status != Status::Running);
                if ended || lost.is_lost() {
                    break;
                }
            }
            // What had begun before the loss goes on for a moment.
            tokio::time::sleep(Duration::from_millis(3)).await;
            id
        });
        drop(process);
        if store.get(&id).is_some_and(|it| it.status != Status::Running) {
            return (id, begins);
        }
    }
    panic!("it does not end");
}

/// Beats that a test gives.
#[derive(Clone, Default)]
struct Beats(Arc<Notify>);

#[task(retry = THRICE)]
async fn breaks(
    calls: Res<Calls>,
    beats: Res<Beats>,
    context: TaskContext,
    of: u64,
) -> Result<u64, Failure> {
    calls.0.lock().unwrap().push((of, context.attempt));
    if context.attempt > 1 {
        return Ok(of);
    }
    beats.0.notified().await;
    Err(Failure::new("Broken", "once"))
}

#[task]
async fn ticks(calls: Res<Calls>, of: u64) -> Result<u64, Failure> {
    while calls.0.lock().unwrap().len() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Ok(of)
}

#[workflow]
async fn side_by_side(of: u64) -> Result<u64, Failure> {
    let (one, other) = join!(breaks(of), ticks(of)).await?;
    Ok(one + other)
}

/// A store that writes nothing while it is held.
#[derive(Clone, Default)]
struct Held {
    inner: MemoryStore,
    holds: Arc<AtomicBool>,
    asked: Arc<AtomicU64>,
}

impl Around for Held {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let held = self.clone();
        held.asked.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            while held.holds.load(Ordering::SeqCst) {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            held.inner.commit(commit).await
        })
    }
}

/// Time passes and others work while the store is slow: no second attempt before the end of the first is written.
#[tokio::test]
async fn a_slow_store_holds_the_next_attempt() {
    let (calls, beats) = (Calls::default(), Beats::default());
    let (store, clock) = (Held::default(), HandClock::default());
    let engine = Engine::builder().resource(calls.clone()).resource(beats.clone());
    let engine = engine.clock(clock.clone()).store(store.clone()).build();
    let execution = engine.start_workflow::<side_by_side>(7);
    while calls.0.lock().unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    store.holds.store(true, Ordering::SeqCst);
    let asked = store.asked.load(Ordering::SeqCst);
    beats.0.notify_one();
    while store.asked.load(Ordering::SeqCst) == asked {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    clock.forward(10);
    tokio::time::sleep(Duration::from_millis(30)).await;
    assert_eq!(calls.0.lock().unwrap().len(), 1);
    store.holds.store(false, Ordering::SeqCst);
    assert_eq!(execution.await.unwrap(), 14);
    assert_eq!(*calls.0.lock().unwrap(), [(7, 1), (7, 2)]);
}

#[test]
fn an_attempt_begins_when_the_end_of_the_last_one_is_written() {
    for commits in 2..7 {
        let (calls, store) = (Calls::default(), MemoryStore::default());
        let start = |engine: &Engine, input: &str| {
            engine.start_json_as::<hopeless>(input, Some("one")).id().to_owned()
        };
        let (id, begins) = run("7", commits, &calls, &store, start);
        assert_eq!(store.get(&id).unwrap().status, Status::Failed);
        let attempts: Vec<u32> = calls.0.lock().unwrap().iter().map(|(_, it)| *it).collect();
        assert!(attempts.is_sorted(), "after {commits} commits each: {attempts:?}");
        assert_eq!(attempts.last(), Some(&4));
        // Each process may run one again that the one before had begun.
        assert!(attempts.len() <= 4 + begins.len(), "{attempts:?}");
    }
}

#[test]
fn items_that_ended_stay_ended() {
    for commits in 3..20 {
        let (calls, store) = (Calls::default(), MemoryStore::default());
        let start = |engine: &Engine, input: &str| {
            engine.start_json_as::<every>(input, Some("one")).id().to_owned()
        };
        let (id, begins) = run("[1,3,5,7]", commits, &calls, &store, start);
        let output = store.get(&id).unwrap().end.unwrap().unwrap();
        assert_eq!(&*output, "[4,12,20,28]", "after {commits} commits each");
        let mut made = BTreeMap::new();
        for (of, _) in calls.0.lock().unwrap().iter() {
            *made.entry(*of).or_insert(0) += 1;
        }
        assert_eq!(made.len(), 8, "{made:?}");
        // Of two that run at the same time, one for each loss may run again.
        let again: usize = made.values().map(|times| times - 1).sum();
        assert!(again <= 2 * (begins.len() - 1), "{made:?} in {} processes", begins.len());
        process().block_on(async {
            let engine = Engine::builder().store(store.clone()).build();
            let events = engine.events(&id, 1, 1_000).await.unwrap();
            let count = |kind| events.iter().filter(|event| event.kind == kind).count();
            assert_eq!(count(EventType::MapRunStarted), 1);
            assert_eq!(count(EventType::MapRunSucceeded), 1);
            let all = Query { items: true, ..Query::default() };
            assert_eq!(store.list(all).await.unwrap().executions.len(), 5);
        });
    }
}

#[task(callback, timeout = "1h")]
async fn decide(calls: Res<Calls>, of: u64) -> Result<Pending<u64>, Failure> {
    calls.0.lock().unwrap().push((of, 1));
    Ok(Pending::new())
}

#[task(timeout = "1h")]
async fn hangs(calls: Res<Calls>, of: u64) -> Result<u64, Failure> {
    calls.0.lock().unwrap().push((of, 1));
    std::future::pending().await
}

#[workflow]
async fn decided(of: u64) -> Result<u64, Failure> {
    let of = decide(of).await?;
    Ok(of)
}

#[workflow]
async fn hung(of: u64) -> Result<u64, Failure> {
    let of = hangs(of).await?;
    Ok(of)
}

/// Starts an execution an hour's time limit ago in a process that is lost, and goes on in another one. Says after how
/// many more minutes it has timed out.
fn minutes<W: Workflow<Output = u64>>(start: fn(&Engine) -> String) -> i64 {
    let (calls, store, clock) = (Calls::default(), MemoryStore::default(), HandClock::default());
    let engine = || {
        let engine = Engine::builder().resource(calls.clone()).store(store.clone());
        engine.clock(clock.clone()).build()
    };
    let before = process();
    let id = before.block_on(async {
        let id = start(&engine());
        while calls.0.lock().unwrap().is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        id
    });
    drop(before);
    clock.forward(40 * 60);
    process().block_on(async {
        let mut execution = engine().resume_workflow::<W>(&id).await;
        for minutes in 0.. {
            tokio::time::sleep(Duration::from_millis(10)).await;
            if execution.status() != Status::Running {
                assert_eq!((&mut execution).await.unwrap_err().error(), "States.Timeout");
                return minutes;
            }
            clock.forward(60);
        }
        unreachable!()
    })
}

#[test]
fn time_limits_over_a_lost_process() {
    let start = |engine: &Engine| engine.start_json::<decided>("1").id().to_owned();
    assert_eq!(minutes::<decided>(start), 20, "whoever is to answer has had forty minutes");
    let start = |engine: &Engine| engine.start_json::<hung>("1").id().to_owned();
    assert_eq!(minutes::<hung>(start), 60, "the task runs again");
}
