//! Runs that wait for the store, for room, or for a pause.

use crate::clock::HandClock;
use crate::world::*;
use std::sync::Arc;
use tokio::sync::Notify;
use workflow_runtime::store::{Around, Commit, Described, MemoryStore, Store, StoreResult};
use workflow_runtime::task::BoxFuture;

/// A schedule whose runs cannot be written for the moment holds up no other.
#[tokio::test]
async fn a_slow_schedule_does_not_delay_others() {
    let (world, clock) = (World::default(), HandClock::default());
    let engine = builder(&world, Slow(MemoryStore::default()), clock.clone()).build();
    for name in ["a", "slow", "z"] {
        engine.schedule::<report>(name, hourly()).input_json(TIME).await.unwrap();
    }
    for hour in 1..=3 {
        clock.forward(HOUR);
        assert_eq!(ended(&engine, &world, 2 * hour).await.len(), 2 * hour);
    }
}

/// A store that is asked whether a run is there, and takes its time: it says so, and answers when it is told to.
#[derive(Clone, Default)]
struct Asked {
    inner: MemoryStore,
    asked: Arc<Notify>,
    answers: Arc<Notify>,
}

impl Around for Asked {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }
    fn describe(&self, execution: &str) -> BoxFuture<StoreResult<Option<Described>>> {
        let (known, asked) = (self.inner.describe(execution), self.asked.clone());
        let answers = self.answers.clone();
        Box::pin(async move {
            asked.notify_one();
            answers.notified().await;
            known.await
        })
    }
}

/// When a schedule is paused or removed, no run of it begins any more: one that is just beginning has begun by then.
#[tokio::test]
async fn no_run_begins_after_a_pause() {
    for removed in [false, true] {
        let (world, store, clock) = (World::default(), Asked::default(), HandClock::default());
        let engine = builder(&world, store.clone(), clock.clone()).build();
        engine.schedule::<endless>("a", hourly()).input_json(TIME).await.unwrap();
        clock.forward(HOUR);
        store.asked.notified().await;
        let other = engine.clone();
        let paused = tokio::spawn(async move {
            let paused = match removed {
                true => other.unschedule("a").await,
                false => other.pause_schedule("a").await,
            };
            assert!(paused.unwrap());
            names(&other).await
        });
        settle().await;
        store.answers.notify_one();
        let by_then = paused.await.unwrap();
        settle().await;
        assert_eq!(names(&engine).await, by_then, "removed: {removed}");
        clock.forward(3 * HOUR);
        settle().await;
        assert_eq!(names(&engine).await.len(), 1, "removed: {removed}");
    }
}

/// A store that never writes what has to do with `slow`.
struct Slow(MemoryStore);

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &self.0
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        match commit.execution.contains("slow") {
            true => Box::pin(std::future::pending()),
            false => self.0.commit(commit),
        }
    }
}

/// Runs begin when there is room for them.
#[tokio::test]
async fn runs_wait_for_room() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).executions(1).build();
    let hanging = engine.start_json::<endless>("\"x\"");
    hanging.started().await.unwrap();
    for name in ["a", "b"] {
        engine.schedule::<report>(name, hourly()).input_json(TIME).await.unwrap();
    }
    clock.forward(HOUR);
    settle().await;
    assert_eq!(names(&engine).await.len(), 1);
    assert!(engine.stop(hanging.id(), "Enough", "").await.unwrap());
    assert_eq!(ended(&engine, &world, 2).await.len(), 3);
}

/// A run that waits for room does not begin where its schedule is removed meanwhile.
#[tokio::test]
async fn what_is_removed_while_it_waits_does_not_begin() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).executions(1).build();
    let hanging = engine.start_json::<endless>("\"x\"");
    hanging.started().await.unwrap();
    engine.schedule::<report>("a", hourly()).input_json(TIME).await.unwrap();
    clock.forward(HOUR);
    settle().await;
    assert!(engine.unschedule("a").await.unwrap());
    assert!(engine.stop(hanging.id(), "Enough", "").await.unwrap());
    settle().await;
    assert_eq!(names(&engine).await.len(), 1);
}
