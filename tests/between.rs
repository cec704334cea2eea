//! Reaches in between two commits: somebody answers, stops, redrives, removes or takes over an execution right before or
//! after any of its commits, by another engine on the same store. Whatever it was, the end is right, and nothing runs
//! again whose result is in the store.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "tests")]

use serde_json::Value;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use workflow::connector::MemoryObjects;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::history::EventType;
use workflow_runtime::store::{Around, Commit, MemoryStore, Query, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// The store, the world outside, and what is to come between.
#[derive(Clone)]
struct World(Arc<Shared>);

struct Shared {
    store: MemoryStore,
    objects: MemoryObjects,
    called: Mutex<Vec<u64>>,
    tokens: Mutex<Vec<(String, u64)>>,
    /// True as long as a task fails for good.
    fails: AtomicBool,
    commits: AtomicU64,
    between: Mutex<Option<Between>>,
}

/// Something that comes between commits.
#[derive(Clone, Copy, Debug)]
struct Between {
    what: What,
    /// The number of the commit, and true if it comes after that.
    at: u64,
    after: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Answer,
    Stop,
    Redrive,
    TakeOver,
    /// A stop, and the removal of what has ended by that.
    Remove,
}

impl World {
    fn new(between: Option<Between>) -> Self {
        World(Arc::new(Shared {
            store: MemoryStore::default(),
            objects: MemoryObjects::default(),
            called: Mutex::default(),
            tokens: Mutex::default(),
            fails: AtomicBool::new(true),
            commits: AtomicU64::new(0),
            between: Mutex::new(between),
        }))
    }

    /// An engine on the store: the first one is that which others come between.
    fn engine(&self, first: bool) -> Engine {
        let builder = Engine::builder().resource(self.clone()).objects(self.0.objects.clone());
        let builder = builder.workflow::<raced>().workflow::<written>().workflow::<parent>();
        let builder = builder.workflow::<child>().clock(VirtualClock::default()).seed(7);
        match first {
            true => builder.store(self.clone()).build(),
            false => builder.store(self.0.store.clone()).build(),
        }
    }

    /// Does what comes between.
    async fn come(self, what: What) {
        let other = self.engine(false);
        let root = self.root().await;
        match what {
            What::Answer => self.answer(&other).await,
            What::Stop => drop(other.stop(&root, "Enough", "").await),
            What::Redrive => drop(other.redrive(&root).await),
            What::TakeOver => drop(other.recover_one(&root).await),
            What::Remove => {
                let _ = other.stop(&root, "Enough", "").await;
                tokio::task::yield_now().await;
                let _ = other.purge(&root).await;
            }
        }
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }

    async fn answer(&self, by: &Engine) {
        let tokens = self.0.tokens.lock().unwrap().clone();
        for (token, number) in tokens {
            let _ = by.complete(&token, number).await;
        }
    }

    /// The ARN of the outermost execution.
    async fn root(&self) -> String {
        let all = self.0.store.list(Query::default()).await.unwrap().executions;
        all.first().map_or(String::new(), |it| it.begun.id.to_string())
    }

    /// True if the history of some execution has the result of this task.
    async fn has(&self, number: u64) -> bool {
        let reader = Engine::builder().store(self.0.store.clone()).build();
        let query = Query { items: true, ..Query::default() };
        for known in self.0.store.list(query).await.unwrap().executions {
            let events = reader.events(&known.begun.id, 1, 10_000).await.unwrap();
            let done = events.iter().filter(|it| it.kind == EventType::TaskSucceeded);
            let part = format!("Payload\\\":{number},");
            if done.map(|it| it.json().to_string()).any(|it| it.contains(&part)) {
                return true;
            }
        }
        false
    }
}

impl Around for World {
    fn inner(&self) -> &dyn Store {
        &self.0.store
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let number = self.0.commits.fetch_add(1, Ordering::SeqCst) + 1;
        let between = *self.0.between.lock().unwrap();
        let between = between.filter(|it| it.at == number);
        let world = self.clone();
        Box::pin(async move {
            if let Some(it) = between.filter(|it| !it.after) {
                world.clone().come(it.what).await;
            }
            let written = world.0.store.commit(commit).await;
            if let Some(it) = between.filter(|it| it.after) {
                world.clone().come(it.what).await;
            }
            written
        })
    }
}

#[task]
async fn step(world: Res<World>, number: u64) -> Result<u64, Failure> {
    assert!(!world.has(number).await, "the result of {number} was in the store");
    world.0.called.lock().unwrap().push(number);
    tokio::task::yield_now().await;
    Ok(number)
}

#[task(callback)]
async fn ask(world: Res<World>, context: TaskContext, by: u64) -> Result<Pending<u64>, Failure> {
    let token = context.token.as_deref().unwrap().to_owned();
    world.0.tokens.lock().unwrap().push((token, by));
    Ok(Pending::new())
}

#[task]
async fn shaky(world: Res<World>, number: u64) -> Result<u64, Failure> {
    world.0.called.lock().unwrap().push(number);
    if world.0.fails.load(Ordering::SeqCst) {
        return Err(Failure::new("Shaken", ""));
    }
    Ok(number)
}

#[workflow]
async fn raced(number: u64) -> Result<u64, Failure> {
    let first = step(number + 1).await?;
    let won = match race!(ask(number + 2), step(number + 3)).await? {
        Raced::First(it) => it,
        Raced::Second(it) => it,
    };
    let last = shaky(number + 10).await?;
    Ok(first + last + won)
}

#[workflow]
async fn written(number: u64) -> Result<String, Failure> {
    let numbers = vec![number + 1, number + 2, number + 3];
    let files = map(numbers, async |it| step(it).await).distributed().write("out", "runs").await?;
    let _last = shaky(number + 9).await?;
    Ok(files.manifest.key)
}

#[workflow]
async fn child(number: u64) -> Result<u64, Failure> {
    let answer = ask(number + 2).await?;
    let done = step(number + 3).await?;
    Ok(answer + done)
}

#[workflow]
async fn parent(number: u64) -> Result<u64, Failure> {
    let first = step(number + 1).await?;
    let done = child(number).await?;
    Ok(first + done)
}

const NUMBER: u64 = 1_000;

/// Runs a workflow until it has succeeded, with something that comes between; and says how many commits there were.
async fn run<W>(between: Option<Between>) -> (World, Option<W::Output>)
where
    W: workflow::Workflow<Input = u64>,
{
    let world = World::new(between);
    let mut execution = world.engine(true).start_workflow_as::<W>(NUMBER, "one");
    let id = execution.id().to_owned();
    for round in 0..40 {
        // Whoever waits for it loses patience, in the end: nobody may answer.
        for turn in 0..4_000 {
            let ended = tokio::select! {
                biased;
                ended = &mut execution => Some(ended),
                () = tokio::task::yield_now() => None,
            };
            match ended {
                Some(Ok(output)) => return (world, Some(output)),
                Some(Err(_)) => break,
                None if turn > 200 => world.answer(&world.engine(false)).await,
                None => {}
            }
        }
        world.0.fails.store(round < 1, Ordering::SeqCst);
        let engine = world.engine(false);
        let Some(known) = world.0.store.describe(&id).await.unwrap() else {
            return (world, None);
        };
        if matches!(known.end, Some(Err(_)))
            && let Err(failure) = engine.redrive(&id).await
        {
            let other = failure.error() == "ExecutionNotRedrivable" || failure.is_interruption();
            assert!(other, "{between:?}: {failure}");
        }
        execution = engine.resume_workflow::<W>(&id).await;
    }
    panic!("{between:?}: it has no end: {:?}", world.0.called.lock().unwrap());
}

/// All that may come between, at each commit.
async fn each<W>(whats: &[What], judge: impl AsyncFn(Between, World, Option<W::Output>))
where
    W: workflow::Workflow<Input = u64>,
{
    let (world, _) = run::<W>(None).await;
    let commits = world.0.commits.load(Ordering::SeqCst);
    assert!(commits > 5, "{commits}");
    for what in whats {
        for (at, after) in (1..=commits).flat_map(|at| [(at, false), (at, true)]) {
            let between = Between { what: *what, at, after };
            let (world, output) = run::<W>(Some(between)).await;
            judge(between, world, output).await;
        }
    }
}

/// The events of all executions follow one another.
async fn whole(world: &World, between: Between) {
    let reader = Engine::builder().store(world.0.store.clone()).build();
    let query = Query { items: true, ..Query::default() };
    for known in world.0.store.list(query).await.unwrap().executions {
        let events = reader.events(&known.begun.id, 1, 10_000).await.unwrap();
        let right = events.iter().zip(1..).all(|(event, number)| event.id == number);
        assert!(right && events.len() == known.events as usize, "{between:?}: {events:?}");
    }
}

#[tokio::test]
async fn a_race_and_what_comes_after_it() {
    let whats = [What::Answer, What::Stop, What::Redrive, What::TakeOver];
    each::<raced>(&whats, async |between, world, output| {
        let won = output.unwrap() - 2 * NUMBER - 11;
        assert!([NUMBER + 2, NUMBER + 3].contains(&won), "{between:?}: {won}");
        whole(&world, between).await;
        // The loser waits for nothing, whoever won.
        let tokens = world.0.tokens.lock().unwrap().clone();
        for (token, _) in tokens {
            assert_eq!(world.0.store.waiting(&token).await.unwrap(), None, "{between:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_map_whose_results_are_written() {
    let whats = [What::Stop, What::Redrive, What::TakeOver];
    each::<written>(&whats, async |between, world, output| {
        whole(&world, between).await;
        let key = output.unwrap();
        let read = |key: &str| -> Value {
            let bytes = world.0.objects.object("out", key);
            serde_json::from_slice(&bytes.unwrap_or_else(|| panic!("{between:?}: {key}"))).unwrap()
        };
        let manifest = read(&key);
        let files = &manifest["ResultFiles"];
        assert_eq!(files["FAILED"], Value::Array(vec![]), "{between:?}: {manifest}");
        let mut outputs = vec![];
        for file in files["SUCCEEDED"].as_array().unwrap() {
            for child in read(file["Key"].as_str().unwrap()).as_array().unwrap() {
                outputs.push(child["Output"].as_str().unwrap().parse::<u64>().unwrap());
            }
        }
        // They are written as they come.
        outputs.sort_unstable();
        assert_eq!(outputs, [NUMBER + 1, NUMBER + 2, NUMBER + 3], "{between:?}");
    })
    .await;
}

#[tokio::test]
async fn a_nested_execution_and_who_calls_it() {
    let whats = [What::Answer, What::Stop, What::TakeOver, What::Remove];
    each::<parent>(&whats, async |between, world, output| {
        whole(&world, between).await;
        if let Some(output) = output {
            assert_eq!(output, 3 * NUMBER + 6, "{between:?}");
        }
        // What was called goes on, whoever called it.
        let engine = world.engine(false);
        for known in world.0.store.list(Query::default()).await.unwrap().executions {
            let Ok(mut execution) = engine.recover_one(&known.begun.id).await else { continue };
            // It may wait for an answer only then.
            for _ in 0..2_000 {
                world.answer(&engine).await;
                tokio::task::yield_now().await;
                if execution.status() != Status::Running {
                    break;
                }
            }
            let ended = execution.status() != Status::Running && (&mut execution).await.is_ok();
            assert!(ended, "{between:?}: {}: {:?}", known.begun.id, execution.history());
        }
        let open = Query { status: Some(Status::Running), ..Query::default() };
        let open = world.0.store.list(open).await.unwrap().executions;
        assert!(open.is_empty(), "{between:?}: {open:#?}");
        let called = Query { machine: Some("child".into()), ..Query::default() };
        let called = world.0.store.list(called).await.unwrap().executions;
        assert!(called.len() < 2 || between.what == What::Remove, "{between:?}: {called:#?}");
    })
    .await;
}
