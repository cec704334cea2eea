//! The items of a distributed Map whose execution was stopped, redriven, lost or taken over meanwhile.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::connector::MemoryObjects;
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::prelude::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::store::{
    Around, Commit, Described, MemoryStore, Query, Saved, Status, Store, StoreError,
};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Timestamp};

/// A door that may be shut, and those who came to it.
#[derive(Clone, Default)]
struct Door {
    is_open: Arc<AtomicBool>,
    came: Arc<Mutex<Vec<u64>>>,
}

impl Door {
    fn open(&self) {
        self.is_open.store(true, Ordering::SeqCst);
    }

    async fn until(&self, came: usize) {
        let come = async {
            while self.came.lock().unwrap().len() < came {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), come).await.unwrap();
    }
}

/// Waits for ever at a door that is shut.
#[task]
async fn enter(door: Res<Door>, of: u64) -> Result<u64, Failure> {
    door.came.lock().unwrap().push(of);
    match door.is_open.load(Ordering::SeqCst) {
        true => Ok(of),
        false => std::future::pending().await,
    }
}

/// Fails once two have come to a door that is shut.
#[task]
async fn look(door: Res<Door>, of: u64) -> Result<u64, Failure> {
    door.until(2).await;
    match door.is_open.load(Ordering::SeqCst) {
        true => Ok(of),
        false => Err(Failure::new("Shut", "the door is shut")),
    }
}

/// Fails at a door that is shut.
#[task]
async fn push(door: Res<Door>, of: u64) -> Result<u64, Failure> {
    match door.is_open.load(Ordering::SeqCst) {
        true => Ok(of),
        false => Err(Failure::new("Shut", "the door is shut")),
    }
}

#[workflow]
async fn crowd(of: Vec<u64>) -> Result<Vec<u64>, Failure> {
    let all = map(of, async |of| {
        let pushed = push(of).await?;
        Ok(pushed)
    })
    .distributed()
    .await?;
    Ok(all)
}

#[workflow]
async fn queue(of: Vec<u64>) -> Result<Vec<u64>, Failure> {
    let all = map(of, async |of| {
        let entered = enter(of).await?;
        Ok(entered)
    })
    .distributed()
    .await?;
    Ok(all)
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Line {
    of: u64,
}

/// Lets the first two pass.
#[task]
async fn pass(door: Res<Door>, line: Line) -> Result<u64, Failure> {
    door.came.lock().unwrap().push(line.of);
    match line.of <= 2 || door.is_open.load(Ordering::SeqCst) {
        true => Ok(line.of),
        false => std::future::pending().await,
    }
}

#[workflow]
async fn lines(file: String) -> Result<Vec<u64>, Failure> {
    map(read_jsonl::<Line>("data", file), async |line| {
        let passed = pass(line).await?;
        Ok(passed)
    })
    .distributed()
    .max_concurrency(1)
    .await
}

#[workflow]
async fn watched(of: Vec<u64>) -> Result<u64, Failure> {
    let (all, seen) = join!(
        map(of, async |of| {
            let entered = enter(of).await?;
            Ok(entered)
        })
        .distributed(),
        look(7),
    )
    .await?;
    Ok(all.len() as u64 + seen)
}

/// A store that is slow in what it does with items, by so many turns of others: in ending, claiming and redriving them.
#[derive(Clone)]
struct Slow {
    inner: MemoryStore,
    ends: u32,
    claims: u32,
    redrives: u32,
}

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (inner, ends, redrives) = (self.inner.clone(), self.ends, self.redrives);
        Box::pin(async move {
            if inner.get(&commit.execution).is_some_and(|it| it.begun.is_item()) {
                others(if commit.end.is_some() { ends } else { 0 }).await;
                others(if commit.redriven { redrives } else { 0 }).await;
            }
            inner.commit(commit).await
        })
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let (inner, turns, execution) = (self.inner.clone(), self.claims, execution.to_owned());
        Box::pin(async move {
            others(turns).await;
            inner.load(&execution).await
        })
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let (inner, turns, execution) = (self.inner.clone(), self.claims, execution.to_owned());
        Box::pin(async move {
            if inner.get(&execution).is_some_and(|it| it.begun.is_item()) {
                others(turns).await;
            }
            inner.claim(&execution).await
        })
    }
}

async fn others(turns: u32) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
}

fn builder(store: impl Store, door: &Door) -> EngineBuilder {
    let engine = Engine::builder().store(store).resource(door.clone());
    engine.workflow::<queue>().workflow::<watched>().workflow::<crowd>()
}

fn engine(store: impl Store, door: &Door) -> Engine {
    builder(store, door).build()
}

async fn items(store: &MemoryStore) -> Vec<Status> {
    let query = Query { items: true, ..Query::default() };
    let all = store.list(query).await.unwrap().executions;
    all.iter().filter(|it| it.begun.is_item()).map(|it| it.status).collect()
}

async fn until<const N: usize>(store: &MemoryStore, all: [Status; N]) {
    let come = async {
        while items(store).await != all {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), come).await.unwrap();
}

/// Stops an execution whose items wait. Returns its ARN; the items may not have ended.
async fn stopped(engine: &Engine, door: &Door) -> String {
    let execution = engine.start_json_as::<queue>("[1,2,3]", Some("one"));
    let id = execution.id().to_owned();
    door.until(3).await;
    assert_eq!(engine.stop(&id, "Enough", "").await, Ok(true));
    door.open();
    id
}

#[tokio::test]
async fn a_redrive_comes_before_the_items_have_ended() {
    for (turns, another) in (0..16).flat_map(|turns| [(turns, false), (turns, true)]) {
        let (store, door) = (MemoryStore::default(), Door::default());
        let slow = Slow { inner: store.clone(), ends: turns, claims: 0, redrives: 0 };
        let first = engine(slow.clone(), &door);
        let id = stopped(&first, &door).await;
        let engine = if another { engine(slow, &door) } else { first.clone() };
        let redriven = engine.redrive(&id).await.unwrap().await;
        let output = redriven.and_then(|it| it.text());
        assert_eq!(output.as_deref(), Ok("[1,2,3]"), "{turns} turns, {another}");
        assert_eq!(items(&store).await, [Status::Succeeded; 3]);
    }
}

/// The engine that redrove an execution may go on with its items after another one has taken it over: whoever of them
/// redrives an item, it is redriven once, and the Map goes on.
#[tokio::test]
async fn two_engines_redrive_the_same_items() {
    let turns = (0..12).flat_map(|early| (0..12).map(move |late| (early, late)));
    for ((early, late), redrives) in turns.flat_map(|turns| [0, 3, 8].map(|it| (turns, it))) {
        let (store, door) = (MemoryStore::default(), Door::default());
        let slow = |claims| Slow { inner: store.clone(), ends: 0, claims, redrives };
        let one = engine(slow(early), &door);
        let id = stopped(&one, &door).await;
        until(&store, [Status::Aborted; 3]).await;
        let before = one.redrive(&id).await.unwrap();
        let mut engines = vec![];
        loop {
            let other = engine(slow(late), &door);
            engines.push(other.clone());
            match other.start_json_as::<queue>("[1,2,3]", Some("one")).await {
                Ok(output) => break assert_eq!(&*output, "[1,2,3]"),
                Err(failure) => assert!(failure.is_interruption(), "{failure}"),
            }
        }
        drop(before);
        assert_eq!(items(&store).await, [Status::Succeeded; 3]);
        let list = store.list(Query { items: true, ..Query::default() }).await.unwrap();
        let once = list.executions.iter().all(|it| it.redrives == 1);
        assert!(once, "{early}, {late} and {redrives} turns");
    }
}

/// An engine that lost the items to another one, twice, has them in memory still when it redrives them.
#[tokio::test]
async fn an_engine_redrives_items_that_it_had_lost() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let (one, other) = (engine(store.clone(), &door), engine(store.clone(), &door));
    let first = one.start_json_as::<queue>("[1,2]", Some("one"));
    let id = first.id().to_owned();
    door.until(2).await;
    drop(other.start_json_as::<queue>("[1,2]", Some("one")));
    door.until(4).await;
    assert_eq!(other.stop(&id, "Enough", "").await, Ok(true));
    drop(other.redrive(&id).await.unwrap());
    door.until(6).await;
    assert_eq!(other.stop(&id, "Enough", "").await, Ok(true));
    until(&store, [Status::Aborted; 2]).await;
    door.open();
    let output = one.redrive(&id).await.unwrap().await.and_then(|it| it.text());
    assert_eq!(output.as_deref(), Ok("[1,2]"));
    assert!(first.await.unwrap_err().is_interruption());
}

/// A store that is slow in giving executions away.
#[derive(Clone)]
struct Late(MemoryStore);

impl Around for Late {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let (inner, execution) = (self.0.clone(), execution.to_owned());
        Box::pin(async move {
            others(50).await;
            inner.claim(&execution).await
        })
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let (inner, execution) = (self.0.clone(), execution.to_owned());
        Box::pin(async move {
            others(50).await;
            inner.load(&execution).await
        })
    }
}

/// A start under a name is about to take over what has ended, when that is redriven here and elsewhere: it may have to give
/// up, and ends nothing.
#[tokio::test]
async fn a_start_that_is_too_late_ends_nothing() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let other = engine(store.clone(), &door);
    let id = stopped(&other, &door).await;
    until(&store, [Status::Aborted; 3]).await;
    let late = engine(Late(store.clone()), &door);
    let start = late.start_json_as::<queue>("[1,2,3]", Some("one"));
    others(5).await;
    let (here, elsewhere) = tokio::join!(late.redrive(&id), other.redrive(&id));
    assert_eq!(here.err().unwrap().error(), "ExecutionNotRedrivable");
    drop((elsewhere.unwrap(), start.await));
    let last = engine(store.clone(), &door).start_json_as::<queue>("[1,2,3]", Some("one")).await;
    assert_eq!(last.as_deref(), Ok("[1,2,3]"));
}

/// An execution that another engine has redriven meanwhile is left to it by a start or a redrive that comes too late.
#[tokio::test]
async fn who_redrives_an_execution_keeps_it() {
    for starts in [true, false] {
        let (store, door) = (MemoryStore::default(), Door::default());
        let other = engine(store.clone(), &door);
        let id = stopped(&other, &door).await;
        until(&store, [Status::Aborted; 3]).await;
        let late = engine(Late(store.clone()), &door);
        let missed = async {
            match starts {
                true => late.start_json_as::<queue>("[1,2,3]", Some("one")).await.unwrap_err(),
                false => late.redrive(&id).await.err().unwrap(),
            }
        };
        let redriven = async {
            others(5).await;
            other.redrive(&id).await.unwrap().await.and_then(|it| it.text())
        };
        let (missed, redriven) = tokio::join!(missed, redriven);
        let why = if starts { "Enough" } else { "ExecutionNotRedrivable" };
        assert_eq!(missed.error(), why);
        assert_eq!(redriven.as_deref(), Ok("[1,2,3]"), "{why}");
    }
}

/// A store that loses its process where the workflow itself would end.
#[derive(Clone)]
struct Lost(MemoryStore);

impl Around for Lost {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let inner = self.0.clone();
        Box::pin(async move {
            let known = inner.get(&commit.execution);
            if commit.end.is_some() && known.is_some_and(|it| !it.begun.is_item()) {
                others(50).await;
                return Err(StoreError::Fatal("the process is gone".to_owned()));
            }
            inner.commit(commit).await
        })
    }
}

/// A branch fails, and the process ends before that is written: the branch is tried again, and so the items beside it must
/// not have ended.
#[tokio::test]
async fn items_end_when_it_is_written_what_ended_them() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let first = engine(Lost(store.clone()), &door);
    let failure = first.start_json_as::<watched>("[1,2]", Some("one")).await.unwrap_err();
    assert!(failure.is_interruption(), "{failure}");
    others(50).await;
    assert_eq!(items(&store).await, [Status::Running; 2]);
    door.open();
    let output = engine(store.clone(), &door).start_json_as::<watched>("[1,2]", Some("one")).await;
    assert_eq!(output.as_deref(), Ok("9"));
}

/// An item fails in an engine whose clock is ahead of that of the next one, which ends the execution and redrives it.
#[tokio::test]
async fn clocks_of_engines_differ() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let at = |hour: i64| VirtualClock::at(Timestamp::from_second(3_600 * hour).unwrap());
    let ahead = builder(Lost(store.clone()), &door).clock(at(7)).build();
    let failure = ahead.start_json_as::<crowd>("[1,2]", Some("one")).await.unwrap_err();
    assert!(failure.is_interruption(), "{failure}");
    let engine = builder(store.clone(), &door).clock(at(3)).build();
    let execution = engine.start_json_as::<crowd>("[1,2]", Some("one"));
    let id = execution.id().to_owned();
    let failure = execution.await.unwrap_err();
    assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
    door.open();
    let output = engine.redrive(&id).await.unwrap().await.and_then(|it| it.text());
    assert_eq!(output.as_deref(), Ok("[1,2]"));
}

/// An engine redrives what another one has ended whose clock was ahead.
#[tokio::test]
async fn no_event_comes_before_the_redrive() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let at = |hour: i64| VirtualClock::at(Timestamp::from_second(3_600 * hour).unwrap());
    let ahead = builder(store.clone(), &door).clock(at(7)).build();
    let execution = ahead.start_json_as::<crowd>("[1,2]", Some("one"));
    let id = execution.id().to_owned();
    assert_eq!(execution.await.unwrap_err().error(), "States.ExceedToleratedFailureThreshold");
    door.open();
    let behind = builder(store.clone(), &door).clock(at(3)).build();
    behind.redrive(&id).await.unwrap().await.unwrap();
    let events = behind.events(&id, 1, 100).await.unwrap();
    assert!(events.is_sorted_by_key(|it| it.time), "{events:?}");
    let known = store.describe(&id).await.unwrap().unwrap();
    assert!(Some(known.time) >= known.redriven, "{known:?}");
}

#[tokio::test]
async fn items_of_a_branch_that_is_given_up_end() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let engine = engine(store.clone(), &door);
    let failure = engine.start_json_as::<watched>("[1,2]", Some("one")).await.unwrap_err();
    assert_eq!(failure.error(), "Shut");
    until(&store, [Status::Aborted; 2]).await;
}

/// Items that moved up, because those before them were taken away, are not taken for done.
#[tokio::test]
async fn items_that_are_read_stay_the_same() {
    let row = |of: &u64| format!("{{\"of\":{of}}}");
    for (rest, right) in [
        (&[1, 2, 3, 4][..], Ok("[1,2,3,4]")),
        (&[3, 4], Err("States.ItemReaderFailed")),
        (&[1, 3, 4], Err("States.ItemReaderFailed")),
        (&[1, 2, 0, 3, 4], Err("States.ItemReaderFailed")),
        (&[1, 2, 3, 4, 5], Ok("[1,2,3,4,5]")),
    ] {
        let (store, door) = (MemoryStore::default(), Door::default());
        let engine = |rows: &[u64]| {
            let objects = MemoryObjects::default();
            let rows: Vec<_> = rows.iter().map(row).collect();
            objects.insert("data", "rows.jsonl", rows.join("\n"));
            builder(store.clone(), &door).workflow::<lines>().objects(objects).build()
        };
        let start = |engine: &Engine| engine.start_json_as::<lines>("\"rows.jsonl\"", Some("one"));
        let before = engine(&[1, 2, 3, 4]);
        let lost = start(&before);
        door.until(3).await;
        door.open();
        let found = start(&engine(rest)).await;
        let found = found.as_deref().map_err(|failure| failure.error());
        assert_eq!(found, right, "{rest:?}");
        drop(lost);
    }
}

/// The views that two engines have of a store: the first begins an item between the look of the second, which has taken over
/// the execution around it, and its start.
#[derive(Clone)]
struct Crossing {
    inner: MemoryStore,
    second: bool,
    begins: Arc<tokio::sync::Semaphore>,
    asked: Arc<tokio::sync::Semaphore>,
    begun: Arc<tokio::sync::Semaphore>,
}

impl Around for Crossing {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let own = self.clone();
        Box::pin(async move {
            let item = commit.begun.as_ref().is_some_and(|it| it.around.is_some());
            if !item || own.second {
                return own.inner.commit(commit).await;
            }
            own.begins.add_permits(1);
            drop(own.asked.acquire().await);
            let written = own.inner.commit(commit).await;
            own.begun.add_permits(1);
            written
        })
    }

    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>, StoreError>> {
        let (own, described) = (self.clone(), self.inner.describe(execution));
        let item = execution.contains('/');
        Box::pin(async move {
            let described = described.await;
            if item && own.second && matches!(described, Ok(None)) {
                own.asked.add_permits(1);
                drop(own.begun.acquire().await);
            }
            described
        })
    }
}

/// Two engines begin the same item: the one that has the execution around it goes on with it.
#[tokio::test]
async fn an_item_that_two_engines_begin_has_an_owner() {
    let (store, door) = (MemoryStore::default(), Door::default());
    let none = || Arc::new(tokio::sync::Semaphore::new(0));
    let view = |second, (begins, asked, begun): &(Arc<_>, Arc<_>, Arc<_>)| Crossing {
        inner: store.clone(),
        second,
        begins: Arc::clone(begins),
        asked: Arc::clone(asked),
        begun: Arc::clone(begun),
    };
    let points = (none(), none(), none());
    let (first, second) = (engine(view(false, &points), &door), engine(view(true, &points), &door));
    door.open();
    let execution = first.start_json_as::<queue>("[1]", Some("one"));
    let id = execution.id().to_owned();
    drop(points.0.acquire().await);
    let recovered = second.recover().await.unwrap();
    assert_eq!(recovered.running.len(), 1);
    let status = async || store.describe(&id).await.unwrap().unwrap().status;
    let ended = async {
        while status().await == Status::Running {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), ended).await.unwrap();
    assert_eq!(status().await, Status::Succeeded);
    assert!(execution.await.unwrap_err().is_interruption());
}

/// A selector that reads the clock makes the same inputs after a crash and a redrive, and so does one that reads what is drawn.
#[tokio::test]
async fn items_of_a_selector_that_reads_the_clock_stay_the_same() {
    let document = serde_json::json!({
        "QueryLanguage": "JSONata", "StartAt": "All", "States": { "All": {
            "Type": "Map", "MaxConcurrency": 1, "End": true,
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": { "InputType": "JSONL" },
                "Arguments": { "Bucket": "data", "Key": "rows.jsonl" }
            },
            "ItemSelector": {
                "of": "{% $states.context.Map.Item.Value.of %}",
                "at": "{% $now() %}", "millis": "{% $millis() %}", "drawn": "{% $random() %}",
                "entered": "{% $states.context.State.EnteredTime %}"
            },
            "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "Pass", "States": { "Pass": {
                    "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                    "Arguments": { "FunctionName": "pass", "Payload": "{% $states.input %}" },
                    "Output": "{% $states.result.Payload %}"
                } }
            }
        } }
    });
    let document = workflow::Definition::from_json(&document.to_string()).unwrap();
    let tasks = <lines as workflow::Workflow>::tasks();
    let compiled = Arc::new(Compiled::new(document, &tasks).unwrap());
    let (store, door) = (MemoryStore::default(), Door::default());
    let objects = MemoryObjects::default();
    objects.insert("data", "rows.jsonl", "{\"of\":1}\n{\"of\":2}\n{\"of\":3}");
    let engine = || {
        let engine = builder(store.clone(), &door).document("select", compiled.clone());
        engine.objects(objects.clone()).build()
    };
    let open = |identity: &_| {
        let (input, context) = (Arc::new(serde_json::json!({})), Context::from(identity));
        Ok(Interpreted::start(compiled.clone(), input, context) as Box<_>)
    };
    let before = engine();
    let lost = before.start(open, "select", Some("one"), Some("{}".into()));
    let id = lost.id().to_owned();
    door.until(3).await;
    tokio::time::sleep(Duration::from_millis(5)).await;
    let after = engine();
    let taken = after.recover_one(&id).await.unwrap();
    door.until(4).await;
    assert_eq!(after.stop(&id, "Enough", "").await, Ok(true));
    assert_eq!(taken.await.unwrap_err().error(), "Enough");
    until(&store, [Status::Succeeded, Status::Succeeded, Status::Aborted]).await;
    door.open();
    let output = engine().redrive(&id).await.unwrap().await.and_then(|it| it.text());
    assert_eq!(output.as_deref(), Ok("[1,2,3]"));
    drop(lost);
}
