//! How callers meet the engine: typed and as JSON, awaited or started, watched, stopped, refused.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod toy;

use serde_json::{Value, json};
use std::any::TypeId;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use toy::*;
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, Start, TaskCall};
use workflow_runtime::export::ExportError;
use workflow_runtime::machine::{History, Kind, Machine, StateInfo, Until};
use workflow_runtime::store::{Begun, Commit, MemoryStore, Query, Status, Store};
use workflow_runtime::task::Need;
use workflow_runtime::{Engine, Failure, Payload, TaskDefinition, Workflow};

/// Doubles the numbers of a list.
struct Doubled;

static DOUBLED: LazyLock<Arc<Program>> = LazyLock::new(|| {
    let double = body("double", |_, input| {
        Box::pin(async move { Ok(Payload::live(2 * input.take::<i64>()?)) })
    });
    Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 0, next: END, catch: vec![] }),
        (double, next(END)),
    ])
});

impl Workflow for Doubled {
    type Input = Vec<i64>;
    type Values = Vec<i64>;
    type Output = Vec<i64>;
    const NAME: &'static str = "doubled";
    fn machine(input: Payload) -> Result<Box<dyn Machine>, Failure> {
        Ok(Toy::open(&DOUBLED, (*input.json()?).clone()))
    }
    fn revive(record: Value) -> Result<Box<dyn Machine>, Failure> {
        Ok(Toy::revive(&DOUBLED, record))
    }
    fn states() -> &'static [StateInfo] {
        &DOUBLED.states
    }
    fn tasks() -> Vec<TaskDefinition> {
        DOUBLED.states.iter().filter_map(|state| state.task).collect()
    }
    fn definition() -> Result<Definition, ExportError> {
        unimplemented!("a toy has no document")
    }
}

#[tokio::test]
async fn a_workflow_runs_typed_and_as_json() {
    let engine = Engine::builder().build();
    assert_eq!(engine.run::<Doubled>(vec![1, 2]).await.unwrap(), [2, 4]);
    assert_eq!(&*engine.run_json::<Doubled>("[1, 2]").await.unwrap(), "[2,4]");
    assert_eq!(&*engine.start_json::<Doubled>("[3]").await.unwrap(), "[6]");
    let mut execution = engine.start_workflow::<Doubled>(vec![4]);
    assert_eq!((&mut execution).await.unwrap(), [8]);
    assert_eq!(execution.status(), Status::Succeeded);
    let arn =
        format!("arn:aws:states:us-east-1:123456789012:execution:doubled:{}", execution.name());
    assert_eq!(execution.id(), arn);
    let first = execution.history()[0].json();
    assert_eq!(first["executionStartedEventDetails"]["input"], "[4]");
}

#[tokio::test]
async fn a_typed_start_under_a_name_is_one_execution() {
    let store = MemoryStore::default();
    // The input counts, whether a history is to have it or not.
    let engine = || Engine::builder().history(History::Events);
    let (alone, kept) = (engine().build(), engine().store(store.clone()).build());
    for engine in [&alone, &kept] {
        let execution = engine.start_workflow_as::<Doubled>(vec![1, 2], "order-7");
        assert_eq!(execution.name(), "order-7");
        let (again, other) = (
            engine.start_workflow_as::<Doubled>(vec![1, 2], "order-7"),
            engine.start_workflow_as::<Doubled>(vec![3], "order-7"),
        );
        assert_eq!(other.await.unwrap_err().error(), "ExecutionAlreadyExists");
        assert_eq!(again.await.unwrap(), [2, 4]);
        assert_eq!(execution.await.unwrap(), [2, 4]);
    }
    // In another process, typed and as JSON.
    let engine = engine().store(store.clone()).build();
    let again = engine.start_workflow_as::<Doubled>(vec![1, 2], "order-7");
    assert_eq!(again.await.unwrap(), [2, 4]);
    let again = engine.start_json_as::<Doubled>("[1, 2]", Some("order-7"));
    assert_eq!(&*again.await.unwrap(), "[2,4]");
    let other = engine.start_workflow_as::<Doubled>(vec![4], "order-7");
    assert_eq!(other.await.unwrap_err().error(), "ExecutionAlreadyExists");
    let page = engine.executions(Query::default()).await.unwrap();
    assert_eq!(page.executions.len(), 1);
}

#[tokio::test]
async fn input_that_does_not_fit_is_refused_before_anything_runs() {
    let engine = Engine::builder().build();
    let failure = engine.run_json::<Doubled>("[1, \"x\"]").await.unwrap_err();
    assert_eq!(failure.error(), "InvalidExecutionInput");
    assert!(
        failure.cause().starts_with("`[1]` of the input: invalid type: string \"x\""),
        "{failure}"
    );
    let mut execution = engine.start_json::<Doubled>("{}");
    assert_eq!((&mut execution).await.unwrap_err().error(), "InvalidExecutionInput");
    assert!(execution.history().is_empty());
    assert_eq!(execution.status(), Status::Failed);
    let failure = engine.run_json::<Doubled>("[9223372036854775808]").await.unwrap_err();
    assert!(failure.cause().contains("9223372036854775808"), "{failure}");
}

#[tokio::test]
async fn all_missing_resources_are_named_before_anything_runs() {
    struct Bank;
    struct Shop;
    let needs = |name: &'static str, needs: fn() -> Vec<Need>| {
        let mut info = task(name);
        info.task = Some(TaskDefinition { needs, ..definition(name, nothing) });
        info
    };
    let bank = || vec![Need { id: TypeId::of::<Bank>(), name: "Bank" }];
    let both = || {
        let shop = Need { id: TypeId::of::<Shop>(), name: "Shop" };
        vec![Need { id: TypeId::of::<Bank>(), name: "Bank" }, shop]
    };
    let program =
        Program::new(vec![(needs("pay", bank), next(1)), (needs("buy", both), next(END))]);
    let (result, history) = play(&Engine::builder().build(), &program, json!(1)).await;
    let text = "resources are not registered: `Bank` (needed by pay, buy), `Shop` (needed by buy); \
                give each to `Engine::builder().resource(..)`, or in a command line \
                `.engine(async |engine| Ok(engine.resource(..).into()))` of `workflow::cli()`";
    assert_eq!(result.unwrap_err(), Failure::runtime(text));
    assert!(history.is_empty());
    let engine = Engine::builder().resource(Bank).resource(Shop).build();
    assert!(play(&engine, &program, json!(1)).await.0.is_ok());
    // A mock needs nothing.
    let engine = Engine::builder().mock(|call: TaskCall| Answer::outcome(Ok(call.input))).build();
    assert!(play(&engine, &program, json!(1)).await.0.is_ok());
}

#[tokio::test]
async fn an_execution_that_takes_too_long_times_out() {
    let program =
        Program::new(vec![(state("Sleep", Kind::Wait), Node::Wait(Until::Seconds(60.0), END))]);
    for (timeout, status) in [(5, Status::TimedOut), (61, Status::Succeeded)] {
        let store = MemoryStore::default();
        let engine = Engine::builder().clock(VirtualClock::default()).store(store.clone()).build();
        let start = Start { machine: "slow", timeout: Some(timeout), ..Start::default() };
        let mut execution = engine.start_with(|_| Ok(Toy::open(&program, json!(1))), start);
        let result = (&mut execution).await;
        assert_eq!(result.is_ok(), status == Status::Succeeded);
        assert_eq!(execution.status(), status);
        let saved = store.get(execution.id()).unwrap();
        assert_eq!((saved.status, saved.end.is_some()), (status, true));
        let last = execution.history().last().unwrap().json();
        assert_eq!(last["type"], format!("Execution{status:?}"));
    }
}

#[tokio::test]
async fn events_are_seen_as_they_happen() {
    let program = Program::new(vec![(task("quick"), next(1)), (task("slow"), next(END))]);
    let mock = |call: TaskCall| match call.name {
        "slow" => Answer::never(),
        _ => Answer::outcome(Ok(call.input)),
    };
    let engine = Engine::builder().mock(mock).history(History::Events).build();
    let execution = engine.start(|_| Ok(Toy::open(&program, json!(1))), "toy", Some("seen"), None);
    let mut progress = execution.progress();
    let mut seen = vec![];
    while seen.last().is_none_or(|last| last != "9 TaskStarted") {
        let event = tokio::time::timeout(Duration::from_secs(5), progress.next()).await;
        let event = event.unwrap().unwrap();
        seen.push(format!("{} {}", event.id, event.kind.name()));
    }
    assert_eq!(execution.status(), Status::Running);
    assert_eq!(seen.len(), 9);
    // Who comes later sees all of it.
    assert_eq!(execution.progress().next().await.unwrap().id, 1);
    execution.stop("Enough", "");
    assert_eq!(progress.next().await.unwrap().kind.name(), "ExecutionAborted");
    assert!(progress.next().await.is_none());
    assert_eq!(execution.name(), "seen");
}

#[tokio::test]
async fn a_workflow_goes_on_after_its_engine_is_gone() {
    let store = MemoryStore::default();
    let slow = |call: TaskCall| match call.path.last() {
        Some((_, 1)) => Answer::never(),
        _ => Answer::ok(call.input.json().unwrap().as_i64().unwrap() * 2),
    };
    let engine = Engine::builder().mock(slow).store(store.clone()).build();
    let id = {
        let execution = engine.start_workflow::<Doubled>(vec![1, 2, 3]);
        while store.get(execution.id()).is_none_or(|saved| saved.events < 17) {
            tokio::task::yield_now().await;
        }
        execution.id().to_owned()
    };
    let again = Engine::builder().store(store.clone()).build();
    let unfinished = again.unfinished().await.unwrap();
    assert_eq!(unfinished.iter().map(|begun| &*begun.id).collect::<Vec<_>>(), [&*id]);
    assert_eq!(again.resume_workflow::<Doubled>(&id).await.await.unwrap(), [2, 4, 6]);
    assert!(again.unfinished().await.unwrap().is_empty());
}

#[tokio::test]
async fn items_of_distributed_maps_are_not_resumed_alone() {
    let store = MemoryStore::default();
    let started = "2026-11-23T10:00:00Z".parse().unwrap();
    for machine in ["load", "load/rows"] {
        let id = format!("arn:aws:states:us-east-1:123456789012:execution:{machine}:one");
        let begun = Begun {
            id: id.as_str().into(),
            name: "one".into(),
            machine: machine.into(),
            input: None,
            started,
            seed: 1,
            timeout: None,
            around: machine.contains('/').then(|| id.replace("load/rows", "load").into()),
        };
        let first = Commit { begun: Some(begun.clone()), ..Commit::new(begun.id, (1, 1), started) };
        store.commit(first).await.unwrap();
    }
    let engine = Engine::builder().store(store.clone()).build();
    let unfinished = engine.unfinished().await.unwrap();
    assert_eq!(unfinished.iter().map(|begun| &*begun.machine).collect::<Vec<_>>(), ["load"]);
    let all = Query { items: true, ..Query::default() };
    assert_eq!(store.list(all).await.unwrap().executions.len(), 2);
}
