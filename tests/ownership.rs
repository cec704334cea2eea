//! One owner for each execution: names, handles, stops, and errors of stores; over crashes, too.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use workflow::prelude::*;
use workflow_runtime::store::{Around, Commit, MemoryStore, Query, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// The effects that were seen outside, in words.
#[derive(Clone, Default)]
struct Outside(Arc<Mutex<Vec<String>>>);

impl Outside {
    fn see(&self, what: impl Into<String>) {
        self.0.lock().unwrap().push(what.into());
    }
    fn count(&self, what: &str) -> usize {
        self.0.lock().unwrap().iter().filter(|seen| *seen == what).count()
    }
    async fn until(&self, what: &str) {
        while self.count(what) == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// A store that can be cut off, or told to refuse one commit.
#[derive(Clone)]
struct Gate {
    inner: MemoryStore,
    /// How many commits are taken before nothing is written any more.
    left: Arc<AtomicU64>,
    /// The commit that is refused: a part of the ARN, and its number; 0: the last one.
    refused: Arc<Mutex<Option<(&'static str, u64)>>>,
}

impl Gate {
    fn open() -> Self {
        Gate::closing_after(u64::MAX)
    }
    fn closing_after(commits: u64) -> Self {
        Gate {
            inner: MemoryStore::default(),
            left: Arc::new(commits.into()),
            refused: Arc::default(),
        }
    }
    fn reopen(&self) {
        self.left.store(u64::MAX, Ordering::SeqCst);
    }
    fn refuse(&self, execution: &'static str, number: u64) {
        *self.refused.lock().unwrap() = Some((execution, number));
    }
    fn refuses(&self, commit: &Commit) -> bool {
        let mut refused = self.refused.lock().unwrap();
        let meant = refused.is_some_and(|(part, number)| {
            let last = number == 0 && commit.end.is_some();
            commit.execution.contains(part) && (last || commit.number == number)
        });
        if meant {
            *refused = None;
        }
        meant
    }
}

impl Around for Gate {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        if self.refuses(&commit) {
            return Box::pin(async { Err(StoreError::Stalled("the disk is full".to_owned())) });
        }
        let taken =
            self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        match taken {
            Ok(_) => self.inner.commit(commit),
            Err(_) => Box::pin(std::future::pending()),
        }
    }
}

fn engine(outside: &Outside, store: &Gate) -> Engine {
    // Without patience, for each refusal is to be seen.
    let engine = Engine::builder().resource(outside.clone()).store(store.clone());
    engine.store_patience(Duration::ZERO).build()
}

fn process() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

const PLACE: &str = "arn:aws:states:us-east-1:123456789012:execution";

#[task]
async fn quick(outside: Res<Outside>, word: String) -> Result<u64, Failure> {
    outside.see(word);
    Ok(1)
}
#[task]
async fn slow(outside: Res<Outside>, word: String) -> Result<u64, Failure> {
    outside.see(word);
    tokio::time::sleep(Duration::from_millis(40)).await;
    Ok(1)
}
/// Hangs the first time, and answers the next time.
#[task]
async fn hang_once(outside: Res<Outside>, word: String) -> Result<u64, Failure> {
    outside.see(word.clone());
    if outside.count(&word) == 1 {
        std::future::pending::<()>().await;
    }
    Ok(1)
}

/// Goes on when it is let, the first call first.
#[task]
async fn gated(outside: Res<Outside>, word: String) -> Result<u64, Failure> {
    outside.see(word.clone());
    let turn = outside.count(&word);
    while outside.count("go") < turn {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Ok(turn as u64)
}

#[workflow]
async fn order(number: u64) -> Result<u64, Failure> {
    let charged = slow("charge".to_owned()).await?;
    let packed = slow("pack".to_owned()).await?;
    Ok(charged + packed + number)
}

#[workflow]
async fn hanging(number: u64) -> Result<u64, Failure> {
    let charged = quick("charge".to_owned()).await?;
    let packed = hang_once("pack".to_owned()).await?;
    Ok(charged + packed + number)
}

#[workflow]
async fn passing(number: u64) -> Result<u64, Failure> {
    let packed = gated("pack".to_owned()).await?;
    let charged = quick("charge".to_owned()).await?;
    Ok(packed + charged + number)
}

#[workflow]
async fn with_passing(number: u64) -> Result<u64, Failure> {
    let passed = passing(number).await?;
    Ok(passed + 10)
}

#[workflow]
async fn with_child(number: u64) -> Result<u64, Failure> {
    let booked = quick("book".to_owned()).await?;
    let ordered = hanging(number).await?;
    Ok(booked + ordered)
}

#[workflow]
async fn compensating(number: u64) -> Result<u64, Failure> {
    match order(number).await {
        Ok(ordered) => Ok(ordered),
        Err(_) => {
            let refunded = quick("refund".to_owned()).await?;
            Ok(refunded)
        }
    }
}

#[derive(Clone, Serialize, Deserialize, Data)]
struct Page {
    number: u64,
    last: u64,
}

#[workflow]
async fn pages(page: Page) -> Result<u64, Failure> {
    let read = quick(format!("page {}", page.number)).await?;
    if page.number < page.last {
        return continue_as(pages(Page { number: page.number + read, ..page })).await;
    }
    Ok(page.number * 100)
}

#[tokio::test]
async fn a_name_stands_for_one_execution() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let one = engine.start_json_as::<order>("1", Some("order-7"));
    let same = engine.start_json_as::<order>(" 1", Some("order-7"));
    let other = engine.start_json_as::<order>("500", Some("order-7"));
    assert_eq!(one.id(), same.id());
    let failure = other.await.unwrap_err();
    assert_eq!(failure.error(), "ExecutionAlreadyExists");
    assert_eq!(failure.cause(), format!("Execution Already Exists: '{PLACE}:order:order-7'"));
    assert_eq!((&*one.await.unwrap(), &*same.await.unwrap()), ("3", "3"));

    // The same once it has ended, and in another engine.
    let order = format!("{PLACE}:order:order-7");
    let history = store.inner.history(&order, 1, u32::MAX).await.unwrap();
    let events = history.last().unwrap().last as usize;
    let again = self::engine(&outside, &store);
    for engine in [engine, again] {
        let mut ended = engine.start_json_as::<order>("1", Some("order-7"));
        assert_eq!(&*(&mut ended).await.unwrap(), "3");
        assert_eq!((ended.status(), ended.history().len()), (Status::Succeeded, events));
        let other = engine.start_json_as::<order>("2", Some("order-7")).await;
        assert_eq!(other.unwrap_err().error(), "ExecutionAlreadyExists");
    }
    assert_eq!(store.inner.history(&order, 1, u32::MAX).await.unwrap(), history);
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 1));
}

#[tokio::test]
async fn names_are_free_again_without_a_store() {
    let outside = Outside::default();
    let engine = Engine::builder().resource(outside.clone()).build();
    let one = engine.start_json_as::<order>("1", Some("a"));
    assert_eq!(
        engine.start_json_as::<order>("2", Some("a")).await.unwrap_err().error(),
        "ExecutionAlreadyExists"
    );
    assert_eq!(&*one.await.unwrap(), "3");
    assert_eq!(&*engine.start_json_as::<order>("2", Some("a")).await.unwrap(), "4");
}

#[test]
fn a_start_under_the_name_of_a_lost_execution_continues_it() {
    let (outside, store) = (Outside::default(), Gate::open());
    let first = process();
    first.block_on(async {
        drop(engine(&outside, &store).start_json_as::<hanging>("5", Some("a")));
        outside.until("pack").await;
    });
    first.shutdown_background();
    process().block_on(async {
        let again = engine(&outside, &store).start_json_as::<hanging>("5", Some("a"));
        assert_eq!(&*again.await.unwrap(), "7");
    });
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 2));
}

#[tokio::test]
async fn names_may_hold_slashes() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let _running = engine.start_json_as::<hanging>("1", Some("2026/07/order-1"));
    outside.until("pack").await;
    let unfinished = engine.unfinished().await.unwrap();
    assert_eq!(unfinished.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["2026/07/order-1"]);
}

#[tokio::test]
async fn resuming_what_runs_gives_another_handle() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let one = engine.start_json_as::<order>("1", Some("a"));
    outside.until("charge").await;
    let two = engine.resume_workflow::<order>(one.id()).await;
    let three = engine.resume_workflow::<order>(one.id()).await;
    drop(three);
    assert_eq!((&*one.await.unwrap(), two.await.unwrap()), ("3", 3));
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 1));
}

#[test]
fn a_child_is_found_again_after_a_crash() {
    let (outside, store) = (Outside::default(), Gate::open());
    let first = process();
    first.block_on(async {
        drop(engine(&outside, &store).start_json_as::<with_child>("5", Some("p")));
        outside.until("pack").await;
    });
    first.shutdown_background();
    process().block_on(async {
        let engine = engine(&outside, &store);
        let open = engine.unfinished().await.unwrap();
        assert_eq!(open.len(), 2);
        // In whatever order they are resumed, and the child besides.
        let child = open.iter().find(|it| &*it.machine == "hanging").unwrap();
        let child = engine.resume_workflow::<hanging>(&child.id).await;
        let parent = engine.resume_workflow::<with_child>(&format!("{PLACE}:with_child:p")).await;
        assert_eq!((parent.await.unwrap(), child.await.unwrap()), (8, 7));
        assert!(engine.unfinished().await.unwrap().is_empty());
    });
    assert_eq!((outside.count("book"), outside.count("charge"), outside.count("pack")), (1, 1, 2));
}

#[tokio::test]
async fn an_error_of_the_store_is_no_failure_of_the_workflow() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    store.refuse(":order:", 2);
    let mut parent = engine.start_json_as::<compensating>("1", Some("p"));
    let failure = (&mut parent).await.unwrap_err();
    assert!(failure.is_interruption(), "{failure}");
    assert!(failure.cause().starts_with("the disk is full"), "{failure}");
    assert_eq!(parent.status(), Status::Running);
    assert_eq!(outside.count("refund"), 0);
    // With the store back, it continues: the child is not started anew.
    let again = engine.resume_workflow::<compensating>(parent.id()).await;
    assert_eq!(again.await.unwrap(), 3);
    assert_eq!(
        (outside.count("charge"), outside.count("pack"), outside.count("refund")),
        (2, 1, 0)
    );
    assert!(engine.unfinished().await.unwrap().is_empty());
}

#[tokio::test]
async fn an_end_that_is_not_written_is_none() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    store.refuse(":order:", 0);
    let mut run = engine.start_json_as::<order>("1", Some("a"));
    assert!((&mut run).await.unwrap_err().is_interruption());
    assert_eq!(run.status(), Status::Running);
    assert_eq!(store.inner.get(run.id()).unwrap().status, Status::Running);
    let again = engine.resume_workflow::<order>(run.id()).await;
    assert_eq!(again.await.unwrap(), 3);
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 2));
}

#[tokio::test]
async fn a_stop_is_known_once_it_is_written() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let run = engine.start_json_as::<hanging>("1", Some("a"));
    outside.until("pack").await;
    run.stop("Enough", "").await;
    let saved = store.inner.get(run.id()).unwrap();
    assert_eq!((saved.status, saved.end.is_some()), (Status::Aborted, true));
    assert_eq!(run.await.unwrap_err().error(), "Enough");
}

#[tokio::test]
async fn a_dropped_run_ends_in_the_store() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    tokio::select! {
        result = engine.run::<hanging>(1) => panic!("{result:?}"),
        () = outside.until("pack") => {}
    }
    for _ in 0..1000 {
        if engine.unfinished().await.unwrap().is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("it is still open");
}

#[test]
fn who_awaits_a_chain_gets_its_end_after_any_crash() {
    let whole = 12;
    for commits in 1..=whole {
        let (outside, store) = (Outside::default(), Gate::closing_after(commits));
        let (first, id) = (process(), format!("{PLACE}:pages:c"));
        let ended = first.block_on(async {
            let engine = engine(&outside, &store);
            let run = engine.start_json_as::<pages>(r#"{"number":0,"last":3}"#, Some("c"));
            tokio::time::timeout(Duration::from_millis(60), run).await.is_ok()
        });
        first.shutdown_background();
        assert!(!ended || commits > 4, "{commits}");
        store.reopen();
        process().block_on(async {
            let engine = engine(&outside, &store);
            let result = engine.resume_workflow::<pages>(&id).await.await;
            assert_eq!(result.unwrap(), 300, "after {commits} commits");
            assert!(engine.unfinished().await.unwrap().is_empty(), "after {commits} commits");
        });
        for page in 0..=3 {
            assert!(
                matches!(outside.count(&format!("page {page}")), 1 | 2),
                "after {commits} commits"
            );
        }
    }
}

#[tokio::test]
async fn the_name_of_a_chain_stands_for_its_end() {
    let (outside, store) = (Outside::default(), Gate::open());
    for _ in 0..3 {
        let engine = engine(&outside, &store);
        let run = engine.start_json_as::<pages>(r#"{"number":0,"last":3}"#, Some("c"));
        assert_eq!(&*run.await.unwrap(), "300");
    }
    assert!((0..=3).all(|page| outside.count(&format!("page {page}")) == 1));
}

/// The start finds its execution in the store; the stop came before it did.
#[test]
fn a_start_that_is_stopped_at_once_stops_what_it_finds() {
    let (outside, store) = (Outside::default(), Gate::open());
    let before = process();
    before.block_on(async {
        let engine = engine(&outside, &store);
        let hangs = engine.start_json_as::<hanging>("1", Some("one"));
        outside.until("pack").await;
        drop(hangs);
    });
    drop(before);
    // On one thread nothing of the start is done before the stop.
    let one_thread = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    one_thread.block_on(async {
        let (engine, id) = (engine(&outside, &store), format!("{PLACE}:hanging:one"));
        let execution = engine.start_json_as::<hanging>("1", Some("one"));
        assert_eq!(engine.stop(&id, "Enough", "by somebody").await, Ok(true));
        let failure = execution.await.unwrap_err();
        assert_eq!((failure.error(), &*failure.cause()), ("Enough", "by somebody"));
        assert_eq!(store.inner.get(&id).unwrap().status, Status::Aborted);
    });
    assert_eq!(outside.count("pack"), 1);
}

/// A store that removes what has ended as soon as somebody has found its name to be taken.
#[derive(Clone)]
struct Removing(MemoryStore);

impl Around for Removing {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (store, id) = (self.0.clone(), commit.execution.clone());
        Box::pin(async move {
            let written = store.commit(commit).await;
            if matches!(written, Err(StoreError::Exists(_))) {
                store.purge(&id).await?;
            }
            written
        })
    }
}

/// Retention may remove an execution between the two looks of a start at its name.
#[tokio::test]
async fn a_start_is_interrupted_where_what_it_finds_is_removed() {
    let (outside, store) = (Outside::default(), Removing(MemoryStore::default()));
    let engine = Engine::builder().resource(outside.clone()).store(store).build();
    let start = || engine.start_json_as::<order>("1", Some("one"));
    assert_eq!(&*start().await.unwrap(), "3");
    let failure = start().await.unwrap_err();
    assert!(failure.is_interruption() && failure.reported().contains("its name is free"));
    assert_eq!(&*start().await.unwrap(), "3", "it may be started again");
    assert_eq!(outside.count("charge"), 2);
}

/// An engine still has an execution that another one has ended, and that was removed since: it writes nothing to the one that
/// has its name now.
#[test]
fn an_engine_of_before_does_nothing_to_a_new_execution_of_the_name() {
    let (outside, store) = (Outside::default(), Gate::open());
    process().block_on(async {
        let (old, new) = (engine(&outside, &store), engine(&outside, &store));
        let packed = async |times| {
            while outside.count("pack") < times {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let first = old.start_json_as::<passing>("1", Some("one"));
        packed(1).await;
        let second = new.start_json_as::<passing>("1", Some("one"));
        packed(2).await;
        let id = second.id().to_owned();
        assert_eq!(new.stop(&id, "Enough", "").await, Ok(true));
        assert_eq!(second.await.unwrap_err().error(), "Enough");
        assert_eq!(store.inner.purge(&id).await, Ok(true));
        let third = new.start_json_as::<passing>("5", Some("one"));
        packed(3).await;
        outside.see("go");
        let lost = first.await.unwrap_err();
        assert!(lost.is_interruption(), "{lost:?}");
        (0..2).for_each(|_| outside.see("go"));
        assert_eq!(&*third.await.unwrap(), "9");
        assert_eq!(outside.count("charge"), 1);
    });
}

/// An engine that lacks what an execution needs takes it from nobody, and is not counted among those that ended with it.
#[test]
fn an_engine_that_lacks_a_resource_attempts_nothing() {
    let (outside, store) = (Outside::default(), Gate::open());
    let first = process();
    first.block_on(async {
        let engine = engine(&outside, &store);
        let hangs = engine.start_json_as::<hanging>("1", Some("one"));
        outside.until("pack").await;
        drop(hangs);
    });
    drop(first);
    process().block_on(async {
        let id = format!("{PLACE}:hanging:one");
        let before = store.inner.get(&id).unwrap();
        for _ in 0..12 {
            let engine = Engine::builder().workflow::<hanging>().store(store.clone()).build();
            let recovered = engine.recover().await.unwrap();
            let [(_, why)] = &recovered.left[..] else { panic!("{:?}", recovered.left) };
            assert!(why.reported().contains("Outside"), "{why:?}");
        }
        assert_eq!(store.inner.get(&id).unwrap(), before);
        let output = engine(&outside, &store).start_json_as::<hanging>("1", Some("one")).await;
        assert_eq!(output.as_deref(), Ok("3"));
    });
}

/// Another engine takes over what an execution waits for, not the execution itself: that has an engine still, which goes on
/// with both.
#[test]
fn who_loses_a_child_goes_on_with_it() {
    let (outside, store) = (Outside::default(), Gate::open());
    process().block_on(async {
        let builder = Engine::builder().workflow::<with_passing>().workflow::<passing>();
        let owner = builder.resource(outside.clone()).store(store.clone()).build();
        let _ = owner.recover().await.unwrap();
        let packed = async |times| {
            while outside.count("pack") < times {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let execution = owner.start_json_as::<with_passing>("1", Some("one"));
        let id = execution.id().to_owned();
        packed(1).await;
        let children = Query { machine: Some("passing".into()), ..Query::default() };
        let child = store.inner.list(children).await.unwrap().executions[0].begun.id.clone();
        let thief = engine(&outside, &store);
        let stolen = thief.resume_workflow::<passing>(&child).await;
        packed(2).await;
        outside.see("go");
        assert!(execution.await.unwrap_err().is_interruption());
        packed(3).await;
        (0..2).for_each(|_| outside.see("go"));
        assert!(stolen.await.unwrap_err().is_interruption());
        while store.inner.get(&id).unwrap().end.is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(store.inner.get(&id).unwrap().end, Some(Ok("15".into())));
    });
}

/// A store that takes its time for commits.
#[derive(Clone, Default)]
struct Late {
    inner: MemoryStore,
    seconds: Arc<AtomicU64>,
}

impl Around for Late {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (inner, seconds) = (self.inner.clone(), self.seconds.load(Ordering::SeqCst));
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            inner.commit(commit).await
        })
    }
}

#[task(callback)]
async fn decide(outside: Res<Outside>, context: TaskContext) -> Result<Pending<u64>, Failure> {
    outside.see(context.token.as_deref().unwrap());
    Ok(Pending::new())
}

#[task]
async fn long(outside: Res<Outside>) -> Result<u64, Failure> {
    outside.see("long");
    tokio::time::sleep(Duration::from_secs(600)).await;
    Ok(1)
}

#[workflow]
async fn decided(number: u64) -> Result<u64, Failure> {
    let (one, other) = join!(decide(), long()).await?;
    Ok(one + other + number)
}

/// An engine looks for what is due, and finds an execution whose answer another one of its process takes at that time.
#[tokio::test(start_paused = true)]
async fn an_engine_takes_nothing_from_another_that_has_it() {
    let (outside, store) = (Outside::default(), Late::default());
    let builder = || Engine::builder().workflow::<decided>().resource(outside.clone());
    let owner = builder().store(store.clone()).build();
    let looks = builder().store(store.clone()).build();
    drop(looks.recover().await.unwrap());
    let execution = owner.start_json_as::<decided>("1", Some("one"));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let token = outside.0.lock().unwrap().iter().find(|it| *it != "long").cloned().unwrap();
    store.seconds.store(100, Ordering::SeqCst);
    owner.complete(&token, 7).await.unwrap();
    tokio::time::sleep(Duration::from_secs(99)).await;
    store.seconds.store(0, Ordering::SeqCst);
    assert_eq!(execution.await.as_deref(), Ok("9"));
    assert_eq!(outside.count("long"), 1);
}

/// Retention removes an execution that another one has not heard of the end of: what it did is not done again.
#[test]
fn what_was_removed_before_its_caller_heard_of_it_does_not_begin_anew() {
    let (outside, store) = (Outside::default(), Gate::open());
    let id = format!("{PLACE}:with_passing:p");
    let first = process();
    first.block_on(async {
        drop(engine(&outside, &store).start_json_as::<with_passing>("5", Some("p")));
        outside.until("pack").await;
        // It has written that the call was taken.
        tokio::time::sleep(Duration::from_millis(100)).await;
    });
    first.shutdown_background();
    (0..9).for_each(|_| outside.see("go"));
    process().block_on(async {
        let engine = engine(&outside, &store);
        let children = Query { machine: Some("passing".into()), ..Query::default() };
        let child = store.inner.list(children).await.unwrap().executions[0].begun.id.clone();
        let output = engine.resume_workflow::<passing>(&child).await.await;
        assert!(output.is_ok(), "{output:?}");
        assert_eq!(store.inner.purge(&child).await, Ok(true));
        let failure = engine.resume_workflow::<with_passing>(&id).await.await.unwrap_err();
        assert_eq!(failure.error(), "States.Runtime");
        assert!(failure.reported().contains(&*child), "{failure:?}");
    });
    assert_eq!((outside.count("pack"), outside.count("charge")), (2, 1));
}
