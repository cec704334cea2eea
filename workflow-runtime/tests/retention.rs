//! Executions that are forgotten by an engine's own rule: those beyond so many, and those that ended long ago.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod toy;

use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use toy::*;
use workflow_runtime::clock::{Clock, VirtualClock};
use workflow_runtime::engine::{Answer, EngineBuilder, Retention, TaskCall};
use workflow_runtime::machine::{Kind, Until};
use workflow_runtime::store::{MemoryStore, Query};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Timestamp};

/// A clock that a test sets. Nobody waits by it.
#[derive(Clone, Default)]
struct Days(Arc<AtomicI64>);

impl Clock for Days {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + 86_400 * self.0.load(Ordering::SeqCst)).unwrap()
    }

    fn wait(&self, _: Timestamp) -> BoxFuture<()> {
        Box::pin(std::future::pending())
    }
}

fn builder(store: &MemoryStore, retention: Retention) -> EngineBuilder {
    let mock = |call: TaskCall| Answer::outcome(Ok(call.input));
    Engine::builder().store(store.clone()).mock(mock).retention(retention)
}

/// Runs so many executions, one after the other: a second each, of timers that are paused. The clock goes back by less where
/// the thread that asks it is held up.
async fn run(engine: &Engine, number: usize) {
    let program = Program::new(vec![(task("quick"), next(END))]);
    for _ in 0..number {
        play(engine, &program, json!(1)).await.0.unwrap();
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// The number of executions that the store has.
async fn kept(engine: &Engine) -> usize {
    let query = Query { limit: 1_000, ..Query::default() };
    engine.executions(query).await.unwrap().executions.len()
}

/// Time for the engine's own task.
async fn rest() {
    tokio::time::sleep(Duration::from_secs(6)).await;
}

/// The time after which a clock is believed that a test has set forward.
async fn a_day() {
    tokio::time::sleep(Duration::from_hours(24)).await;
}

#[tokio::test(start_paused = true)]
async fn the_latest_are_kept_without_being_asked_for() {
    let store = MemoryStore::default();
    let most = Retention { age: Duration::MAX, most: Some(8) };
    let engine = builder(&store, most).build();
    run(&engine, 20).await;
    rest().await;
    assert_eq!(kept(&engine).await, 20, "it begins with the recovery");
    let _ = engine.recover().await.unwrap();
    rest().await;
    assert_eq!(kept(&engine).await, 8);
    // Many at once wait for no pause: a quarter more are there, and those that began while others were removed.
    for _ in 0..40 {
        run(&engine, 1).await;
        assert!(kept(&engine).await <= 12, "{}", kept(&engine).await);
    }
    rest().await;
    assert_eq!(kept(&engine).await, 8);
}

#[tokio::test(start_paused = true)]
async fn what_runs_is_kept_whatever_its_age() {
    let (store, clock) = (MemoryStore::default(), Days::default());
    let month = Retention { age: Duration::from_secs(30 * 86_400), most: Some(2) };
    let engine = builder(&store, month).clock(clock.clone()).build();
    let _ = engine.recover().await.unwrap();
    let waits = (state("Sleep", Kind::Wait), Node::Wait(Until::Seconds(1e7), END));
    let program = Program::new(vec![waits]);
    let open = engine.start(|_| Ok(Toy::open(&program, json!(1))), "toy", None, Some("1".into()));
    open.started().await.unwrap();
    clock.0.store(1, Ordering::SeqCst);
    run(&engine, 1).await;
    clock.0.store(31, Ordering::SeqCst);
    rest().await;
    assert_eq!(kept(&engine).await, 2, "a month is not over");
    clock.0.store(32, Ordering::SeqCst);
    a_day().await;
    rest().await;
    assert_eq!(kept(&engine).await, 1);
    assert!(engine.describe(open.id()).await.unwrap().unwrap().end.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_engine_without_a_rule_keeps_everything() {
    let store = MemoryStore::default();
    let engine = Engine::builder().store(store.clone());
    let engine = engine.mock(|call: TaskCall| Answer::outcome(Ok(call.input))).build();
    let _ = engine.recover().await.unwrap();
    run(&engine, 20).await;
    rest().await;
    assert_eq!(kept(&engine).await, 20);
    // It may be asked to.
    let most = Retention { most: Some(5), ..Retention::default() };
    assert_eq!(engine.retain(most).await, Ok(15));
    assert_eq!(engine.retain(most).await, Ok(0));
    assert_eq!(kept(&engine).await, 5);
}

#[tokio::test(start_paused = true)]
async fn an_engine_that_is_gone_removes_nothing() {
    let store = MemoryStore::default();
    let most = Retention { age: Duration::MAX, most: Some(1) };
    let engine = builder(&store, most).build();
    let _ = engine.recover().await.unwrap();
    run(&engine, 1).await;
    drop(engine);
    let other = Engine::builder().store(store.clone()).clock(VirtualClock::default());
    let other = other.mock(|call: TaskCall| Answer::outcome(Ok(call.input))).build();
    run(&other, 9).await;
    rest().await;
    assert_eq!(kept(&other).await, 10);
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_was_wrong_for_a_while_removes_no_more() {
    let (store, clock) = (MemoryStore::default(), Days::default());
    let engine = Engine::builder().store(store.clone()).clock(clock.clone());
    let engine = engine.mock(|call: TaskCall| Answer::outcome(Ok(call.input))).build();
    for day in [0, 0, 2_000, 1, 1] {
        clock.0.store(day, Ordering::SeqCst);
        run(&engine, 1).await;
    }
    let most = Retention { age: Duration::MAX, most: Some(3) };
    assert_eq!(engine.retain(most).await, Ok(2), "the third latest began years later");
    assert_eq!(kept(&engine).await, 3);
}

/// Nothing that is removed comes back when the clock does.
#[tokio::test(start_paused = true)]
async fn a_clock_that_leaps_forward_removes_nothing() {
    let (store, clock) = (MemoryStore::default(), Days::default());
    let month = Retention { age: Duration::from_secs(30 * 86_400), most: None };
    let engine = builder(&store, month).clock(clock.clone()).build();
    run(&engine, 3).await;
    let other = builder(&store, month).clock(clock.clone()).build();
    assert_eq!(engine.retain(month).await, Ok(0));
    clock.0.store(365, Ordering::SeqCst);
    // The other begins with a wrong clock.
    assert_eq!((engine.retain(month).await, other.retain(month).await), (Ok(0), Ok(0)));
    clock.0.store(0, Ordering::SeqCst);
    assert_eq!((engine.retain(month).await, other.retain(month).await), (Ok(0), Ok(0)));
    assert_eq!(kept(&engine).await, 3);
    // One that stays where it is was right.
    clock.0.store(365, Ordering::SeqCst);
    assert_eq!(engine.retain(month).await, Ok(0));
    a_day().await;
    assert_eq!(engine.retain(month).await, Ok(3));
}
