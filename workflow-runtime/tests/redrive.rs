//! A run that failed anywhere and is redriven comes to the same as one that never failed, and nothing that had succeeded
//! runs twice.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "toy/author.rs"]
mod author;
mod toy;

use author::{retried, write};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use toy::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, TaskCall};
use workflow_runtime::history::{EventType, HistoryEvent};
use workflow_runtime::machine::{Kind, StateInfo};
use workflow_runtime::simulate::CrashingStore;
use workflow_runtime::store::{Around, Commit, MemoryStore, Status, Store, StoreResult};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Failure};

/// A store whose commits take their time: an execution goes on meanwhile.
#[derive(Clone)]
struct Slow(MemoryStore);

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        let inner = self.0.clone();
        Box::pin(async move {
            for _ in 0..5 {
                tokio::task::yield_now().await;
            }
            inner.commit(commit).await
        })
    }
}

/// The place of a call: equal for its attempts.
type Place = (Vec<(u32, u32)>, u32);

/// The calls that were made, in order.
#[derive(Clone, Default)]
struct Calls(Arc<Mutex<Vec<Place>>>);

impl Calls {
    fn take(&self) -> Vec<Place> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// Tasks that give their input back, some of them later; one fails.
fn engine(fails: Option<Place>, calls: &Calls) -> EngineBuilder {
    let calls = calls.clone();
    let mock = move |call: TaskCall| {
        let place = (call.path.clone(), call.ordinal);
        let number: u32 = place.0.iter().fold(place.1, |sum, (one, two)| sum * 5 + one * 3 + two);
        let failed = fails.as_ref() == Some(&place);
        calls.0.lock().unwrap().push(place);
        let answer = match failed {
            true => Answer::fail(Failure::new("Z", "for good")),
            false => Answer::outcome(Ok(call.input)),
        };
        // Many come at the same time: while what one came to is being written, others come to something.
        match number % 3 {
            0 => answer.after(Duration::ZERO),
            1 => answer.after(Duration::from_secs(1)),
            _ => answer,
        }
    };
    Engine::builder().crash_limit(u32::MAX).clock(VirtualClock::default()).seed(3).mock(mock)
}

/// Runs a program in which the call at one place fails. Returns the ARN of the execution, and how it ended.
async fn fail(
    program: &Arc<Program>,
    store: impl Store,
    fails: Option<Place>,
    calls: &Calls,
) -> (String, Result<Value, String>) {
    let engine = engine(fails, calls).store(store).build();
    let open = |_: &_| Ok(Toy::open(program, json!(1)));
    let execution = engine.start(open, "toy", Some("one"), Some("1".into()));
    let id = execution.id().to_owned();
    (id, execution.await.map(|it| (*it.json().unwrap()).clone()).map_err(|it| it.to_string()))
}

/// Redrives an execution with tasks that succeed, over a store that may crash.
async fn redrive(
    program: &Arc<Program>,
    store: impl Store + Clone,
    id: &str,
    calls: &Calls,
) -> Result<Value, Failure> {
    let engine = engine(None, calls).store(store).build();
    let revive = |_: &_, record| Ok(Toy::revive(program, record));
    let execution = engine.redrive_as(id, revive).await?;
    execution.await.map(|it| (*it.json().unwrap()).clone())
}

/// Fails a program at each of its calls, and redrives it. Says how many calls there were.
async fn check(program: &Arc<Program>, seed: u64) -> usize {
    let calls = Calls::default();
    let (_, whole) = fail(program, MemoryStore::default(), None, &calls).await;
    let whole = whole.unwrap();
    let mut places = calls.take();
    places.sort_unstable();
    places.dedup();
    for place in &places {
        let at = format!("seed {seed}, {place:?}");
        let store = MemoryStore::default();
        let (id, failed) = fail(program, Slow(store.clone()), Some(place.clone()), &calls).await;
        assert_eq!(failed.unwrap_err(), "Z: for good", "{at}");
        let (before, past) = (calls.take(), events(&store, &id).await);
        assert_eq!(redrive(program, store.clone(), &id, &calls).await.unwrap(), whole, "{at}");
        let after = calls.take();
        assert!(after.contains(place), "{at}: the failed one runs again");
        for made in succeeded(&past, &before) {
            assert!(!after.contains(made), "{at}: {made:?} had succeeded");
        }
        told(&store, &id, past.len()).await;
    }
    places.len()
}

async fn events(store: &MemoryStore, id: &str) -> Vec<HistoryEvent> {
    let engine = Engine::builder().store(store.clone()).build();
    engine.events(id, 1, 10_000).await.unwrap()
}

/// The calls that succeeded, by the history. Each is made as soon as it has started.
fn succeeded<'c>(
    history: &'c [HistoryEvent],
    calls: &'c [Place],
) -> impl Iterator<Item = &'c Place> {
    let started = history.iter().filter(|event| event.kind == EventType::TaskStarted);
    let by: BTreeMap<u32, &Place> = started.map(|event| event.id).zip(calls).collect();
    let done = history.iter().filter(|event| event.kind == EventType::TaskSucceeded);
    done.filter_map(move |event| by.get(&event.previous).copied())
}

/// Checks what the store tells of an execution that was redriven after so many events.
async fn told(store: &MemoryStore, id: &str, before: usize) {
    let known = store.describe(id).await.unwrap().unwrap();
    assert_eq!((known.status, known.redrives), (Status::Succeeded, 1));
    let events = events(store, id).await;
    assert!(events.iter().zip(1..).all(|(event, id)| event.id == id), "{events:?}");
    let redriven = events[before].json();
    assert_eq!(redriven["type"], "ExecutionRedriven");
    assert_eq!(redriven["executionRedrivenEventDetails"], json!({ "redriveCount": 1 }));
}

#[tokio::test]
async fn programs_that_fail_anywhere_are_redriven() {
    let mut calls = 0;
    for seed in 0..120 {
        calls += check(&write(seed), seed).await;
    }
    assert!(calls > 900, "{calls}");
}

/// A crash after each commit of the redrive changes nothing.
#[tokio::test]
async fn a_redrive_survives_crashes() {
    for seed in 0..60 {
        let program = write(seed);
        let calls = Calls::default();
        let (_, whole) = fail(&program, MemoryStore::default(), None, &calls).await;
        let places: BTreeSet<_> = calls.take().into_iter().collect();
        for place in places.into_iter().step_by(3) {
            let store = MemoryStore::default();
            let (id, failed) = fail(&program, store.clone(), Some(place.clone()), &calls).await;
            failed.unwrap_err();
            let crashing = CrashingStore::new(store.clone(), 1);
            let mut result = redrive(&program, crashing.clone(), &id, &calls).await;
            while result.as_ref().is_err_and(Failure::is_interruption) {
                let engine = engine(None, &calls).store(crashing.clone()).build();
                let revive = |_: &_, record| Ok(Toy::revive(&program, record));
                let again = engine.resume(&id, revive).await.await;
                result = again.map(|it| (*it.json().unwrap()).clone());
            }
            assert_eq!(result.unwrap(), *whole.as_ref().unwrap(), "seed {seed}, {place:?}");
            assert_eq!(store.describe(&id).await.unwrap().unwrap().redrives, 1);
        }
    }
}

#[tokio::test]
async fn retries_count_anew() {
    let program = Program::new(vec![(retried(task("one")), next(END))]);
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let failing = |store: &MemoryStore| {
        let calls = calls.clone();
        let mock = move |call: TaskCall| {
            calls.0.lock().unwrap().push((vec![], call.attempt));
            Answer::fail(Failure::new("A", ""))
        };
        Engine::builder().clock(VirtualClock::default()).mock(mock).store(store.clone()).build()
    };
    let open = |_: &_| Ok(Toy::open(&program, json!(1)));
    let execution = failing(&store).start(open, "toy", Some("one"), Some("1".into()));
    let id = execution.id().to_owned();
    execution.await.unwrap_err();
    for _ in 0..2 {
        let attempts: Vec<u32> = calls.take().into_iter().map(|(_, it)| it).collect();
        assert_eq!(attempts, [1, 2, 3]);
        let revive = |_: &_, record| Ok(Toy::revive(&program, record));
        failing(&store).redrive_as(&id, revive).await.unwrap().await.unwrap_err();
    }
    assert_eq!(store.describe(&id).await.unwrap().unwrap().redrives, 2);
}

#[tokio::test]
async fn a_stopped_execution_goes_on_in_all_branches() {
    let program = Program::new(vec![
        (
            state("Both", Kind::Parallel),
            Node::Parallel { starts: vec![1, 2], next: END, catch: vec![] },
        ),
        (task("quick"), next(3)),
        (task("slow"), next(END)),
        (task("later"), next(END)),
    ]);
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let seen = calls.clone();
    let mock = move |call: TaskCall| {
        seen.0.lock().unwrap().push((call.path.clone(), call.ordinal));
        match call.name {
            "quick" => Answer::outcome(Ok(call.input)),
            _ => Answer::never(),
        }
    };
    let engine = Engine::builder().mock(mock).store(store.clone()).build();
    let open = |_: &_| Ok(Toy::open(&program, json!(1)));
    let execution = engine.start(open, "toy", Some("one"), Some("1".into()));
    while calls.0.lock().unwrap().len() < 3 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let id = execution.id().to_owned();
    execution.stop("Enough", "").await;
    assert_eq!(calls.take().len(), 3);
    assert_eq!(redrive(&program, store.clone(), &id, &calls).await.unwrap(), json!([1, 1]));
    let mut made = calls.take();
    made.sort_unstable();
    assert_eq!(made, [(vec![(0, 0)], 1), (vec![(0, 1)], 0)], "`later` and `slow`");
}

/// A Map around a task, one item after the other. Functions make what the machines come to: in each item, and after all.
fn made(child: fn(&Value) -> Value, after: fn(&Value) -> Value) -> Arc<Program> {
    made_before(child, after, (task("last"), next(END)))
}

/// The same before this state.
fn made_before(
    child: fn(&Value) -> Value,
    after: fn(&Value) -> Value,
    last: (StateInfo, Node),
) -> Arc<Program> {
    Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 1, next: 3, catch: vec![] }),
        (task("item"), next(2)),
        (state("Of item", Kind::Pass), Node::Pass(child, END)),
        (state("Of all", Kind::Pass), Node::Pass(after, 4)),
        last,
        (task("branch"), next(END)),
    ])
}

/// A Parallel or Map is saved as it begins. Where that fails, the items before it are those of the last commit.
#[tokio::test]
async fn what_cannot_be_saved_takes_nothing_with_it() {
    let whole: fn(&Value) -> Value = Value::clone;
    let fork = || {
        let branches = Node::Parallel { starts: vec![5], next: END, catch: vec![] };
        (state("Both", Kind::Parallel), branches)
    };
    let program = made_before(whole, |_| json!(UNWRITABLE), fork());
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let first = engine(None, &calls).store(store.clone()).build();
    let open = |_: &_| Ok(Toy::open(&program, json!([1, 2, 3, 4])));
    let execution = first.start(open, "toy", Some("one"), Some("[1,2,3,4]".into()));
    let id = execution.id().to_owned();
    assert_eq!(execution.await.unwrap_err().cause(), "it has no JSON form");
    assert_eq!(calls.take().len(), 4);
    let sound = made_before(whole, whole, fork());
    redrive(&sound, store.clone(), &id, &calls).await.unwrap();
    // The last item, whose end was not written, and the branch.
    assert_eq!(calls.take().len(), 2);
}

/// An execution whose state cannot be saved fails, and a redrive goes on with it: the items whose ends are written are
/// kept.
#[tokio::test]
async fn what_cannot_be_saved_is_a_failure_that_can_be_redriven() {
    let whole: fn(&Value) -> Value = Value::clone;
    let broken: fn(&Value) -> Value = |_| json!(UNWRITABLE);
    for (program, again) in [(made(broken, whole), None), (made(whole, broken), Some(2))] {
        let (store, calls) = (MemoryStore::default(), Calls::default());
        let first = engine(None, &calls).store(store.clone()).build();
        let open = |_: &_| Ok(Toy::open(&program, json!([1, 2, 3, 4])));
        let execution = first.start(open, "toy", Some("one"), Some("[1,2,3,4]".into()));
        let id = execution.id().to_owned();
        assert_eq!(execution.await.unwrap_err().cause(), "it has no JSON form");
        let known = store.describe(&id).await.unwrap().unwrap();
        assert_eq!(known.status, Status::Failed);
        assert_eq!(events(&store, &id).await.last().unwrap().kind, EventType::ExecutionFailed);
        calls.take();
        let sound = made(whole, whole);
        assert_eq!(redrive(&sound, store.clone(), &id, &calls).await.unwrap(), json!([1, 2, 3, 4]));
        // The last item, whose end was not written, and what comes after all.
        let made = calls.take().len();
        assert!(again.is_none_or(|again| again == made), "{made} calls");
    }
}
