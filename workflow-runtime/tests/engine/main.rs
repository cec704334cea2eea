//! The effects in the engine: retriers, catchers, time, children, ends.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod attempts;
mod children;
mod time;
#[path = "../toy/mod.rs"]
mod toy;

use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use toy::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, Limits, TaskCall};
use workflow_runtime::machine::{Effect, History, Kind, Until};
use workflow_runtime::task::TaskContext;
use workflow_runtime::{Engine, Failure, Payload, Retry};

fn engine() -> EngineBuilder {
    Engine::builder().clock(VirtualClock::default()).seed(7)
}

/// Fails with the names in the input's list, one attempt after the other; then answers.
fn failing(names: &'static [&'static str]) -> impl Fn(TaskCall) -> Answer + Send + Sync {
    move |call| match names.get(call.attempt as usize - 1) {
        Some(name) => Answer::fail(Failure::new(*name, "")).after(Duration::ZERO),
        None => Answer::outcome(Ok(call.input)).after(Duration::ZERO),
    }
}

fn forked() -> Arc<Program> {
    Program::new(vec![
        (
            state("Both", Kind::Parallel),
            Node::Parallel { starts: vec![1, 3], next: END, catch: vec![] },
        ),
        (state("Items", Kind::Map), Node::Map { start: 2, width: 2, next: END, catch: vec![] }),
        (task("item"), next(END)),
        (state("Sum", Kind::Pass), Node::Pass(sum, 4)),
        (task("other"), next(END)),
    ])
}

struct Dropped(Arc<AtomicUsize>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

fn sum(value: &Value) -> Value {
    json!(value.as_array().unwrap().iter().filter_map(Value::as_i64).sum::<i64>())
}

#[tokio::test]
async fn a_chain_of_tasks_runs_to_its_end() {
    let program = Program::new(vec![
        (task("first"), next(1)),
        (state("Double", Kind::Pass), Node::Pass(|value| json!(value.as_i64().unwrap() * 2), 2)),
        (task("second"), next(END)),
    ]);
    for history in [History::Off, History::Events, History::Full] {
        let engine = Engine::builder().history(history).build();
        let (result, events) = play(&engine, &program, json!(21)).await;
        assert_eq!(result.unwrap(), json!(42));
        assert_eq!(events.is_empty(), history == History::Off);
    }
}

#[tokio::test]
async fn long_loops_let_others_run() {
    let program = Program::new(vec![
        (task("count"), next(1)),
        (
            state("More?", Kind::Choice),
            Node::Choice(|value| if value == 100_000 { END } else { 0 }),
        ),
    ]);
    let mock = |call: TaskCall| {
        Answer::ok(call.input.json().unwrap().as_i64().unwrap() + 1).after(Duration::ZERO)
    };
    let engine = Engine::builder().mock(mock).history(History::Off).limits(Limits::Off).build();
    let mut run = Box::pin(engine.drive(|_| Ok(Toy::open(&program, json!(0))), "toy", None));
    let mut turns = 0;
    let result = std::future::poll_fn(|cx| {
        turns += 1;
        run.as_mut().poll(cx)
    });
    assert_eq!(*result.await.unwrap().json().unwrap(), json!(100_000));
    assert!((300..1000).contains(&turns), "{turns}");
}

#[tokio::test]
async fn a_loop_that_only_chooses_can_be_stopped() {
    let program = Program::new(vec![
        (state("Ping", Kind::Choice), Node::Choice(|_| 1)),
        (state("Pong", Kind::Choice), Node::Choice(|_| 0)),
    ]);
    let engine = Engine::builder().history(History::Off).limits(Limits::Off).build();
    let execution = engine.start(|_| Ok(Toy::open(&program, json!(1))), "toy", None, None);
    tokio::task::yield_now().await;
    execution.stop("Enough", "of this");
    assert_eq!(execution.await.err(), Some(Failure::new("Enough", "of this")));
    // With the limits of AWS it ends by itself, whatever is written down.
    for history in [History::Off, History::Events, History::Full] {
        let engine = Engine::builder().history(history).build();
        let (result, events) = play(&engine, &program, json!(1)).await;
        let text = "The execution reached the maximum number of history events (25000).";
        assert_eq!(result.unwrap_err(), Failure::runtime(text));
        if let Some(last) = events.last() {
            assert_eq!((events.len(), &last["id"]), (25_000, &json!(25_000)));
            assert_eq!(last["type"], "ExecutionFailed");
        }
    }
}

#[tokio::test]
async fn a_stopped_execution_drops_what_runs() {
    let dropped = Arc::new(AtomicUsize::new(0));
    let count = dropped.clone();
    let mock = move |_: TaskCall| {
        let guard = Dropped(count.clone());
        Answer::future(async move {
            std::future::pending::<()>().await;
            drop(guard);
            Err(Failure::runtime("never"))
        })
    };
    let engine = Engine::builder().mock(mock).build();
    let mut execution =
        engine.start(|_| Ok(Toy::open(&forked(), json!([1, 2]))), "toy", None, None);
    let mut progress = execution.progress();
    while progress.next().await.unwrap().kind.name() != "TaskStarted" {}
    execution.stop("Stopped", "by hand");
    assert_eq!((&mut execution).await.err(), Some(Failure::new("Stopped", "by hand")));
    assert_eq!(dropped.load(Ordering::SeqCst), 3);
    let last = execution.history().last().unwrap().json();
    assert_eq!(last["type"], "ExecutionAborted");
    assert_eq!(
        last["executionAbortedEventDetails"],
        json!({ "error": "Stopped", "cause": "by hand" })
    );
    while progress.next().await.is_some() {}
}

#[tokio::test]
async fn the_same_seed_gives_the_same_history() {
    let mock = |call: TaskCall| match (call.attempt, call.ordinal) {
        (1, 0) if call.path.len() == 2 => Answer::fail(Failure::new("A", "")),
        _ => Answer::outcome(Ok(call.input)),
    };
    let jitter = Retry::on(&["A"]).interval(2).jitter();
    let program = Program::new(vec![
        (
            state("Both", Kind::Parallel),
            Node::Parallel { starts: vec![1, 1], next: END, catch: vec![] },
        ),
        (state("Items", Kind::Map), Node::Map { start: 2, width: 3, next: END, catch: vec![] }),
        (retry(task("item"), &[jitter]), next(END)),
    ]);
    let run = async |seed| {
        let engine = Engine::builder().clock(VirtualClock::default()).seed(seed).mock(mock).build();
        play(&engine, &program, json!([1, 2, 3, 4, 5, 6])).await.1
    };
    let first = run(1).await;
    assert_eq!(first, run(1).await);
    assert_ne!(lines(&first), lines(&run(2).await));
}

#[test]
fn effects_are_small() {
    assert!(size_of::<Effect>() <= 64);
}
