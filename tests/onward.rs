//! `continue_as`: chains of executions, as the engine runs them.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/lost.rs"]
mod lost;

use self::lost::Lost;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use workflow::engine::Limits;
use workflow::machine::History;
use workflow::prelude::*;
use workflow_runtime::connector::Executions;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::store::{
    Around, Commit, MemoryStore, Query, Saved, Status, Store, StoreError,
};
use workflow_runtime::task::{BoxFuture, TaskDefinition};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Turn {
    number: u64,
    until: u64,
    each: u64,
}

#[derive(Default)]
struct Counter(AtomicU64);

#[task]
async fn tick(counter: Res<Counter>, number: u64) -> Result<u64, Failure> {
    counter.0.fetch_add(1, Ordering::Relaxed);
    Ok(number + 1)
}

/// Polls, so many turns in one execution.
#[workflow]
async fn poll(turn: Turn) -> Result<u64, Failure> {
    let mut number = turn.number;
    let last = number + turn.each;
    while number < last {
        number = tick(number).await?;
        if number >= turn.until {
            return Ok(number);
        }
    }
    continue_as(poll(Turn { number, ..turn })).await
}

fn turns(until: u64, each: u64) -> Turn {
    Turn { number: 0, until, each }
}

/// The largest amount of memory that this process has had, in KiB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Held by tests that measure memory, or take much of it.
static MEMORY: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

#[tokio::test]
async fn a_million_turns_take_the_room_of_one_execution() {
    let _alone = MEMORY.lock().await;
    let engine = Engine::builder()
        .resource(Counter::default())
        .limits(Limits::Aws)
        .history(History::Off)
        .build();
    // More turns than an execution has events for, in executions of some hundreds.
    assert_eq!(engine.run::<poll>(turns(20_000, 500)).await.unwrap(), 20_000);
    let before = peak();
    assert_eq!(engine.run::<poll>(turns(1_000_000, 500)).await.unwrap(), 1_000_000);
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after < before + 8_000, "{before} KiB, then {after} KiB");
    }
    let lost = engine.run::<poll>(turns(20_000, 20_000)).await.unwrap_err();
    assert_eq!(lost.error(), "States.Runtime", "one execution alone has too many events");
}

#[tokio::test]
async fn who_awaits_an_execution_gets_what_the_last_one_comes_to() {
    let engine = Engine::builder().resource(Counter::default()).history(History::Full).build();
    let mut first = engine.start_workflow::<poll>(turns(10, 3));
    assert_eq!((&mut first).await.unwrap(), 10);
    // The handle's own execution has ended, with what starting the next one came to.
    assert_eq!(first.status(), Status::Succeeded);
    let history = first.history();
    let last = history.last().unwrap().json();
    let output = last["executionSucceededEventDetails"]["output"].as_str().unwrap();
    let output: Value = serde_json::from_str(output).unwrap();
    let next = output["ExecutionArn"].as_str().unwrap();
    assert!(next.contains(":execution:poll:") && next != first.id(), "{next}");
    let text = engine.run_json::<poll>(r#"{"number": 0, "until": 7, "each": 2}"#).await;
    assert_eq!(&*text.unwrap(), "7");
}

#[tokio::test]
async fn a_failure_and_a_stop_end_the_chain() {
    let engine = Engine::builder().resource(Counter::default()).build();
    // The number of the next turn does not fit JSON.
    let beyond = Turn { number: (1 << 53) - 2, until: u64::MAX, each: 1 };
    assert!(engine.run::<poll>(beyond).await.is_err());
    let endless = engine.start_workflow::<poll>(turns(1 << 50, 100));
    while engine_is_at_first(&endless) {
        tokio::task::yield_now().await;
    }
    endless.stop("Enough", "it goes on");
    assert_eq!(endless.await.unwrap_err().error(), "Enough");
}

fn engine_is_at_first(execution: &workflow::Execution<u64>) -> bool {
    execution.status() == Status::Running
}

/// After each commit the process is lost: the chain goes on, and none of its executions begins twice.
#[tokio::test]
async fn chains_survive_crashes() {
    for commits in 1..40 {
        let store = MemoryStore::default();
        let crashing = Lost::after(&store, commits);
        let engine = Engine::builder().seed(7).resource(Counter::default()).store(crashing).build();
        let run = engine.run::<poll>(turns(6, 2));
        let ended = tokio::time::timeout(Duration::from_millis(30), run).await;
        let after = Engine::builder().resource(Counter::default()).store(store.clone()).build();
        let mut results = vec![];
        for begun in after.unfinished().await.unwrap() {
            results.push(after.resume_workflow::<poll>(&begun.id).await.await);
        }
        if let Ok(result) = ended {
            assert_eq!(result.unwrap(), 6);
            assert!(commits > 8 && results.is_empty());
            return;
        }
        // One that has handed over, and the one that continues in its place, come to the same.
        let known = results.iter().all(|result| matches!(result, Ok(6)));
        assert!(known && !results.is_empty(), "after {commits} commits: {results:?}");
        assert!(after.unfinished().await.unwrap().is_empty());
    }
    panic!("the chain does not end");
}

fn compiled(text: &str, tasks: &[TaskDefinition]) -> Arc<Compiled> {
    let document = workflow::Definition::from_json(text).unwrap();
    Arc::new(Compiled::new(document, tasks).map_err(|states| format!("{states:?}")).unwrap())
}

/// As on AWS: who starts it from a document and waits, waits for the first execution of the chain.
#[tokio::test]
async fn a_nested_execution_has_a_result_of_its_own() {
    let document = serde_json::json!({
        "QueryLanguage": "JSONata",
        "StartAt": "Poll",
        "States": { "Poll": {
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Arguments": {
                "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:poll",
                "Input": turns(10, 3)
            },
            "Output": "{% $states.result.Output %}",
            "End": true
        } }
    });
    let tasks = <poll as workflow::Workflow>::tasks();
    let child = compiled(&poll::definition().unwrap().to_json_pretty(), &tasks);
    let engine = Engine::builder()
        .resource(Counter::default())
        .connector(Executions::default().with("poll", child))
        .build();
    let parent = compiled(&document.to_string(), &[]);
    let open = |identity: &_| {
        Ok(Interpreted::start(parent, Arc::new(Value::Null), Context::from(identity)) as Box<_>)
    };
    let output = engine.drive(open, "parent", None).await.unwrap().json().unwrap();
    assert!(output["ExecutionArn"].as_str().unwrap().contains(":execution:poll:"), "{output}");
    // What is registered for others is not in the way of a chain.
    assert_eq!(engine.run::<poll>(turns(10, 3)).await.unwrap(), 10);
}

/// A store in which another engine, believed dead, has just begun each execution that goes on in place of another.
#[derive(Clone)]
struct Raced(MemoryStore);

impl Around for Raced {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let follows = commit
            .begun
            .as_ref()
            .is_some_and(|begun| &*begun.machine == "poll" && &*begun.name != "one");
        let (before, own) = (follows.then(|| self.0.commit(commit.clone())), self.0.commit(commit));
        Box::pin(async move {
            if let Some(before) = before {
                before.await?;
            }
            own.await
        })
    }
}

/// The execution that goes on in place of another begins once, and goes on, whoever has begun it.
#[tokio::test]
async fn another_engine_may_have_begun_the_next_execution() {
    let store = MemoryStore::default();
    let engine = Engine::builder().resource(Counter::default()).store(Raced(store.clone())).build();
    let input = serde_json::to_string(&turns(6, 2)).unwrap();
    let ended = engine.start_json_as::<poll>(&input, Some("one")).await;
    assert_eq!(&*ended.unwrap(), "6");
    let all = store.list(Query { limit: 100, ..Query::default() }).await.unwrap().executions;
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|known| known.status == Status::Succeeded));
}

/// So it does where nobody waits for it: who started the first one waits for that alone.
#[tokio::test]
async fn a_chain_that_nobody_waits_for_is_not_left_alone() {
    let store = MemoryStore::default();
    let parent = serde_json::json!({
        "QueryLanguage": "JSONata",
        "StartAt": "Poll",
        "States": { "Poll": {
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Arguments": {
                "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:poll",
                "Name": "one",
                "Input": turns(6, 2)
            },
            "End": true
        } }
    });
    let child = compiled(
        &poll::definition().unwrap().to_json_pretty(),
        &<poll as workflow::Workflow>::tasks(),
    );
    let parent = compiled(&parent.to_string(), &[]);
    let engine = Engine::builder()
        .resource(Counter::default())
        .workflow::<poll>()
        .connector(Executions::default().with("poll", child))
        .store(Raced(store.clone()))
        .build();
    let _ = engine.recover().await.unwrap();
    let open = |identity: &_| {
        Ok(Interpreted::start(parent, Arc::new(Value::Null), Context::from(identity)) as Box<_>)
    };
    engine.drive(open, "one", None).await.unwrap();
    let open = Query { status: Some(Status::Running), limit: 100, ..Query::default() };
    let ends = async {
        while !store.list(open.clone()).await.unwrap().executions.is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), ends).await.unwrap();
}

/// A slow store, which counts the commits that it refuses because another engine has taken the execution over. It may be cut
/// off: then it takes two commits of each of the first executions.
#[derive(Clone)]
struct Slow {
    inner: MemoryStore,
    cut: bool,
    fences: Arc<AtomicU64>,
}

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let first = commit.execution.contains(":one");
        if self.cut && (commit.number > 2 || !first) {
            return Box::pin(std::future::pending());
        }
        let (written, fences) = (self.inner.commit(commit), self.fences.clone());
        Box::pin(async move {
            let written = written.await;
            if matches!(written, Err(StoreError::Fenced(_))) {
                fences.fetch_add(1, Ordering::SeqCst);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
            written
        })
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let claimed = self.inner.claim(execution);
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(4)).await;
            claimed.await
        })
    }
}

/// A recovery of several pages takes up what was interrupted, and not what that has begun meanwhile.
#[test]
fn a_recovery_leaves_alone_what_it_has_begun() {
    const MANY: usize = 900;
    let _alone = MEMORY.blocking_lock();
    let process = || {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        runtime.worker_threads(2).enable_all().build().unwrap()
    };
    let engine = |store: &Slow| {
        let builder = Engine::builder().resource(Counter::default()).store(store.clone());
        builder.workflow::<poll>().build()
    };
    // Each has begun, and the result of its task is written: the next execution is to begin.
    let mut store = Slow { inner: MemoryStore::default(), cut: true, fences: Arc::default() };
    let before = process();
    before.block_on(async {
        let (engine, input) = (engine(&store), serde_json::to_string(&turns(6, 1)).unwrap());
        let start = |number| engine.start_json_as::<poll>(&input, Some(&format!("one{number}")));
        let all: Vec<_> = (0..MANY).map(start).collect();
        for execution in &all {
            let written = async || store.inner.describe(execution.id()).await.unwrap();
            while written().await.is_none_or(|known| known.number < 2) {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        }
    });
    drop(before);
    store.cut = false;
    process().block_on(async {
        let recovered = engine(&store).recover().await.unwrap();
        assert_eq!((recovered.running.len(), recovered.left.len()), (MANY, 0));
        for execution in recovered.running {
            execution.await.unwrap_or_else(|failure| panic!("{failure}"));
        }
    });
    assert_eq!(store.fences.load(Ordering::SeqCst), 0, "commits were refused");
}
