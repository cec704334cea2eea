//! A run that forgets everything but the store, after every commit, gives the same result and history.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "toy/author.rs"]
mod author;
mod toy;

use author::{retried, write};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use toy::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, TaskCall};
use workflow_runtime::machine::{History, Kind, Until};
use workflow_runtime::simulate::{CrashingStore, Survived, crashing};
use workflow_runtime::store::{Around, Commit, MemoryStore, Record, Store, StoreError};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Failure};

/// A number from where a call is, so that it answers the same on every run.
fn luck(call: &TaskCall, seed: u64) -> u64 {
    let path = call.path.iter().flat_map(|&(ordinal, index)| [ordinal, index]);
    path.chain([call.ordinal, call.attempt]).fold(seed, |hash, number| {
        (hash ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23)
    })
}

fn engine(seed: u64) -> EngineBuilder {
    let mock = move |call: TaskCall| match luck(&call, seed) % 10 {
        0 | 1 => Answer::fail(Failure::new("A", "by chance")),
        2 => Answer::fail(Failure::new("B", "by chance")),
        3 => Answer::ok(json!(1).as_i64()).after(Duration::from_secs(20)),
        4 => Answer::outcome(Ok(call.input)).after(Duration::ZERO),
        _ => Answer::outcome(Ok(call.input)),
    };
    Engine::builder().crash_limit(u32::MAX).clock(VirtualClock::default()).seed(seed).mock(mock)
}

async fn survive(
    builder: EngineBuilder,
    program: &Arc<Program>,
    input: &Value,
) -> (Survived, Vec<Value>) {
    let engine = builder.build();
    let text = input.to_string();
    let open = |_: &_| Ok(Toy::open(program, input.clone()));
    let revive = |_: &_, record| Ok(Toy::revive(program, record));
    let survived = crashing(&engine, open, revive, "toy", Some(text.into())).await;
    let history = survived.history.iter().map(|event| event.json()).collect();
    (survived, history)
}

/// Compares a run that keeps everything with runs that crash. Says how many commits there were, and how many runs could
/// be compared.
async fn check(seed: u64, program: &Arc<Program>, input: Value) -> (u64, u32) {
    let (result, history) =
        play(&engine(seed).store(MemoryStore::default()).build(), program, input.clone()).await;
    let (mut commits, mut compared) = (0, 0);
    for every in [3, 2, 1] {
        let store = CrashingStore::new(MemoryStore::default(), every);
        let (survived, again) = survive(engine(seed).store(store.clone()), program, &input).await;
        let output = survived.result.map(|output| (*output.json().unwrap()).clone());
        // A task that runs again has its whole time again: it times out later, and others may be faster then.
        if !lines(&history).iter().any(|line| line.contains("TimedOut")) {
            assert_eq!(output, result, "seed {seed}, a crash every {every} commits");
            assert_eq!(
                lines(&again),
                lines(&history),
                "seed {seed}, a crash every {every} commits"
            );
            assert_eq!(again, history, "seed {seed}, a crash every {every} commits");
            compared += 1;
        }
        assert_eq!(u64::from(survived.crashes), store.commits() / every);
        commits = store.commits();
    }
    (commits, compared)
}

#[tokio::test]
async fn a_chain_with_retries_and_waits() {
    let mut slow = retried(task("slow"));
    slow.timeout = Some(10);
    let program = Program::new(vec![
        (retried(task("first")), next(1)),
        (state("Sleep", Kind::Wait), Node::Wait(Until::Seconds(3600.5), 2)),
        (catch(slow, &[&["States.ALL"]]), Node::Task { next: 3, catch: vec![3] }),
        (task("last"), next(END)),
    ]);
    for seed in 0..100 {
        assert!(check(seed, &program, json!({ "a": seed })).await.0 >= 2);
    }
}

#[tokio::test]
async fn programs_written_at_random() {
    let (mut commits, mut compared) = (0, 0);
    for seed in 0..150 {
        let (more, same) = check(seed, &write(seed), json!(1)).await;
        (commits, compared) = (commits + more, compared + same);
    }
    assert!(commits > 1000, "{commits} commits");
    assert!(compared > 300, "{compared} runs of 450");
}

#[tokio::test]
async fn no_committed_outcome_runs_again() {
    let calls = Arc::new(AtomicUsize::new(0));
    let seen = calls.clone();
    let mock = move |call: TaskCall| {
        seen.fetch_add(1, Ordering::SeqCst);
        Answer::outcome(Ok(call.input)).after(Duration::ZERO)
    };
    let program = Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 1, next: END, catch: vec![] }),
        (task("item"), next(END)),
    ]);
    let store = CrashingStore::new(MemoryStore::default(), 1);
    let builder = Engine::builder().clock(VirtualClock::default()).mock(mock).store(store);
    let (survived, _) = survive(builder, &program, &json!([1, 2, 3, 4, 5])).await;
    assert_eq!(*survived.result.unwrap().json().unwrap(), json!([1, 2, 3, 4, 5]));
    assert_eq!(calls.load(Ordering::SeqCst), 5);
    // One for each item, and one at the end: a Map does not wait for the disk.
    assert_eq!(survived.crashes, 6);
}

#[tokio::test]
async fn an_item_does_not_rewrite_its_parent() {
    let program = Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 1, next: END, catch: vec![] }),
        (task("item"), next(END)),
    ]);
    let bytes = async |items: u32| {
        let store = MemoryStore::default();
        let counted = Counted(store, Arc::default());
        let bytes = counted.1.clone();
        let mock = |call: TaskCall| Answer::outcome(Ok(call.input)).after(Duration::ZERO);
        let engine = Engine::builder().mock(mock).store(counted).history(History::Off).build();
        let (result, _) = play(&engine, &program, json!((0..items).collect::<Vec<_>>())).await;
        result.unwrap();
        bytes.load(Ordering::SeqCst)
    };
    let (small, large) = (bytes(100).await, bytes(1000).await);
    assert!(large < 11 * small, "{small} bytes for 100 items, {large} for 1,000");
}

struct Counted(MemoryStore, Arc<AtomicUsize>);
impl Around for Counted {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let bytes = |record: &Record| {
            record.machine.as_ref().map_or(0, |text| text.len()) + record.mark.len()
        };
        self.1.fetch_add(commit.records.iter().map(bytes).sum(), Ordering::SeqCst);
        self.0.commit(commit)
    }
}

#[tokio::test]
async fn ended_executions_give_their_result_again() {
    let store = MemoryStore::default();
    let engine = Engine::builder().store(store.clone()).build();
    let program = Program::new(vec![(task("only"), next(END))]);
    let mut execution =
        engine.start(|_| Ok(Toy::open(&program, json!(7))), "toy", None, Some("7".into()));
    (&mut execution).await.unwrap();
    assert!(engine.unfinished().await.unwrap().is_empty());
    let id = execution.id().to_owned();
    let again = engine.resume(&id, |_, record| Ok(Toy::revive(&program, record))).await;
    assert_eq!(again.history(), execution.history());
    assert_eq!(*again.await.unwrap().json().unwrap(), json!(7));
    let unknown = engine.resume("arn:nothing", |_, record| Ok(Toy::revive(&program, record))).await;
    assert_eq!(unknown.await.unwrap_err().cause(), "the store has no execution `arn:nothing`");
}
