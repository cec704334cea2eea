//! The orderly end of an engine: what runs may end, the rest goes on elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "support/lost.rs"]
mod lost;

use self::lost::Lost;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::store::{MemoryStore, Query, Status, Store};

/// The calls that began, and those that ended.
#[derive(Clone, Default)]
struct Calls(Arc<Mutex<Vec<String>>>);

impl Calls {
    fn note(&self, call: String) {
        self.0.lock().unwrap().push(call);
    }

    fn count(&self, call: &str) -> usize {
        self.0.lock().unwrap().iter().filter(|it| *it == call).count()
    }
}

#[task]
async fn bake(calls: Res<Calls>, seconds: u64) -> Result<u64, Failure> {
    calls.note(format!("begin {seconds}"));
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    calls.note(format!("end {seconds}"));
    Ok(seconds)
}

#[task(callback)]
async fn taste(calls: Res<Calls>, context: TaskContext, of: u64) -> Result<Pending<u64>, Failure> {
    calls.note(format!("taste {of} {}", context.token.unwrap()));
    Ok(Pending::new())
}

#[workflow]
async fn cake(seconds: u64) -> Result<u64, Failure> {
    let one = bake(seconds).await?;
    let two = bake(one + 100).await?;
    Ok(one + two)
}

#[workflow]
async fn feast(all: Vec<u64>) -> Result<u64, Failure> {
    let (cakes, first) = join!(
        map(all, async |seconds| {
            let baked = cake(seconds).await?;
            Ok(baked)
        }),
        bake(7),
    )
    .await?;
    Ok(cakes.len() as u64 + first)
}

#[workflow]
async fn rest(of: u64) -> Result<u64, Failure> {
    sleep(Duration::from_secs(3_600)).await;
    let tasted = taste(of).await?;
    Ok(tasted)
}

fn engine(store: &MemoryStore, calls: &Calls) -> Engine {
    let engine = Engine::builder().store(store.clone()).resource(calls.clone());
    engine.workflow::<feast>().workflow::<rest>().build()
}

/// The time that has passed, as the tests' timers have it.
async fn timed<T>(of: impl Future<Output = T>) -> (T, u64) {
    let began = tokio::time::Instant::now();
    let result = of.await;
    (result, began.elapsed().as_secs())
}

#[tokio::test(start_paused = true)]
async fn what_runs_may_end_and_nothing_begins() {
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let engine = engine(&store, &calls);
    let cake = engine.start_workflow::<cake>(5);
    let waits = engine.start_workflow::<rest>(1);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (left, seconds) = timed(engine.shutdown(Duration::from_secs(60))).await;
    assert_eq!((left.len(), seconds), (2, 4), "it waits for the body, and no longer");
    assert_eq!((calls.count("end 5"), calls.count("begin 105")), (1, 0));
    for failure in [cake.await.unwrap_err(), waits.await.unwrap_err()] {
        assert!(failure.is_interruption(), "{failure}");
        assert_eq!(failure.cause(), "the engine is shutting down");
    }
    let refused = engine.start_workflow::<cake>(6);
    assert!(refused.started().await.unwrap_err().is_interruption());
    assert!(engine.run::<cake>(6).await.unwrap_err().is_interruption());
    assert_eq!(store.list(Query::default()).await.unwrap().executions.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn another_engine_goes_on_with_all() {
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let first = engine(&store, &calls);
    drop(first.start_json_as::<feast>("[2,30,3]", Some("one")));
    drop(first.start_json_as::<rest>("1", Some("two")));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (left, seconds) = timed(first.shutdown(Duration::from_secs(10))).await;
    assert_eq!(seconds, 10, "one runs longer");
    assert!(left.len() >= 2, "{left:?}");
    for (ended, cut) in [("2", false), ("3", false), ("7", false), ("30", true)] {
        assert_eq!(calls.count(&format!("end {ended}")), usize::from(!cut), "{ended}");
    }
    let second = engine(&store, &calls);
    let recovered = second.recover().await.unwrap();
    assert!(recovered.left.is_empty());
    tokio::time::sleep(Duration::from_secs(7_200)).await;
    let token = calls
        .0
        .lock()
        .unwrap()
        .iter()
        .find_map(|it| it.strip_prefix("taste 1 ").map(str::to_owned));
    second.complete(&token.unwrap(), 9_u64).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let query = Query { status: Some(Status::Running), ..Query::default() };
    assert_eq!(store.list(query).await.unwrap().executions.len(), 0);
    for (of, times) in [("2", 1), ("3", 1), ("7", 1), ("30", 2)] {
        assert_eq!(calls.count(&format!("begin {of}")), times, "{of}");
        assert_eq!(calls.count(&format!("end {of}")), 1, "{of}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_patience_all_is_cut_off() {
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let engine = engine(&store, &calls);
    let execution = engine.start_workflow::<cake>(5);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (left, seconds) = timed(engine.shutdown(Duration::ZERO)).await;
    assert_eq!((left.len(), seconds), (1, 0));
    assert!(execution.await.unwrap_err().is_interruption());
    assert_eq!(calls.count("end 5"), 0);
    assert!(engine.shutdown(Duration::from_secs(9)).await.is_empty(), "once more");
}

#[tokio::test(start_paused = true)]
async fn those_that_wait_for_a_permit_do_not_hold_it_up() {
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let engine = Engine::builder().store(store).resource(calls.clone()).concurrency(1).build();
    let all = [3, 4, 5].map(|seconds| engine.start_workflow::<cake>(seconds));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (left, seconds) = timed(engine.shutdown(Duration::from_secs(60))).await;
    assert_eq!((left.len(), seconds), (3, 2));
    assert_eq!((calls.count("end 3"), calls.count("begin 4"), calls.count("begin 5")), (1, 0, 0));
    drop(all);
}

/// A store that answers no call any more keeps no program from ending.
#[tokio::test(start_paused = true)]
async fn a_store_that_hangs_does_not_hold_up_the_end() {
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let engine = Engine::builder().store(Lost::after(&store, 1)).resource(calls.clone());
    let engine = engine.workflow::<rest>().workflow::<cake>().build();
    let execution = engine.start_json_as::<cake>("5", Some("one"));
    execution.started().await.unwrap();
    tokio::time::sleep(Duration::from_secs(20)).await;
    assert_eq!(calls.count("end 5"), 1);
    let ended = timed(tokio::time::timeout(
        Duration::from_secs(600),
        engine.shutdown(Duration::from_secs(10)),
    ));
    let (left, seconds) = ended.await;
    assert_eq!((left.expect("it ends").len(), seconds), (1, 40));
    assert!(store.get(execution.id()).unwrap().end.is_none());
}
