//! Runs begin once each: over crashes, in two engines, with a clock that jumps.

use crate::clock::HandClock;
use crate::until::until;
use crate::world::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use workflow::prelude::*;
use workflow_runtime::schedule::Missed;
use workflow_runtime::store::{Around, Commit, MemoryStore, Put, Store, StoreError, StoreResult};
use workflow_runtime::task::BoxFuture;

/// A store whose writes fail as its switch says.
#[derive(Clone, Default)]
struct Faulty {
    store: MemoryStore,
    fault: Arc<AtomicU32>,
}

/// The commit of the start is not written.
const NO_START: u32 = 1;
/// The start is written, the state of the schedule is not.
const NO_STATE: u32 = 2;
/// The state is written, but nobody learns of it.
const NO_ANSWER: u32 = 3;
/// The start is written, but nobody learns of it.
const NO_START_KNOWN: u32 = 4;

fn stalled() -> StoreError {
    StoreError::Stalled("the disk is full".to_owned())
}

impl Around for Faulty {
    fn inner(&self) -> &dyn Store {
        &self.store
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        match self.fault.load(Ordering::SeqCst) {
            NO_START => Box::pin(std::future::ready(Err(stalled()))),
            NO_START_KNOWN => {
                let written = self.store.commit(commit);
                Box::pin(async move {
                    written.await?;
                    Err(stalled())
                })
            }
            _ => self.store.commit(commit),
        }
    }
    fn put(&self, put: Put) -> BoxFuture<StoreResult<bool>> {
        match self.fault.load(Ordering::SeqCst) {
            NO_STATE => Box::pin(std::future::ready(Err(stalled()))),
            NO_ANSWER => {
                let written = self.store.put(put);
                Box::pin(async move {
                    written.await?;
                    Err(stalled())
                })
            }
            _ => self.store.put(put),
        }
    }
}

#[tokio::test]
async fn a_crash_anywhere_in_a_start_starts_it_once() {
    for fault in [NO_START, NO_STATE, NO_ANSWER, NO_START_KNOWN] {
        for same_engine in [true, false] {
            for missed in [Missed::Once, Missed::All(9)] {
                let (world, store) = (World::default(), Faulty::default());
                let clock = HandClock::default();
                let engine = builder(&world, store.clone(), clock.clone()).build();
                let scheduling = engine.schedule::<report>("hourly", hourly());
                scheduling.input_json(TIME).missed(missed).await.unwrap();
                let _ = engine.recover().await.unwrap();
                store.fault.store(fault, Ordering::SeqCst);
                clock.forward(HOUR + 1);
                settle().await;
                let engine = if same_engine {
                    store.fault.store(0, Ordering::SeqCst);
                    engine
                } else {
                    drop(engine);
                    settle().await;
                    store.fault.store(0, Ordering::SeqCst);
                    builder(&world, store.clone(), clock.clone()).build()
                };
                if !same_engine {
                    let _ = engine.recover().await.unwrap();
                }
                clock.forward(120);
                let seen = ended(&engine, &world, 1).await;
                assert_eq!(seen, [hour(9)], "fault {fault}, same engine: {same_engine}");
                assert_eq!(names(&engine).await, ["hourly-20270115T090000Z"]);
                until("seen to", async || {
                    let known = engine.schedules().await.unwrap().remove(0);
                    known.last.is_some() && known.next.unwrap().to_string() == hour(10)
                })
                .await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_engines_start_each_run_once() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engines: Vec<_> =
        (0..2).map(|_| builder(&world, store.clone(), clock.clone()).build()).collect();
    for engine in &engines {
        let _ = engine.recover().await.unwrap();
        for name in ["a", "b", "c"] {
            let scheduling = engine.schedule::<report>(name, hourly()).input_json(TIME);
            scheduling.missed(Missed::All(100)).await.unwrap();
        }
    }
    for round in 1..=20 {
        clock.forward(HOUR);
        ended(&engines[0], &world, 3 * round).await;
    }
    let mut all = names(&engines[0]).await;
    assert_eq!((all.len(), world.seen().len()), (60, 60));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_jumps_neither_repeats_a_run_nor_stops_the_schedule() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    engine.schedule::<report>("hourly", hourly()).input_json(TIME).await.unwrap();
    let _ = engine.recover().await.unwrap();
    clock.forward(HOUR);
    ended(&engine, &world, 1).await;
    // Back before the run, and there again.
    for _ in 0..3 {
        clock.forward(-HOUR / 2);
        settle().await;
        clock.forward(HOUR / 2);
        settle().await;
    }
    assert_eq!(world.seen(), [hour(9)]);
    // Eleven years ahead by mistake: one run stands for all. Then the right time again.
    let years = 11 * 365 * 24 * HOUR;
    clock.forward(years);
    ended(&engine, &world, 2).await;
    clock.forward(-years);
    // An engine that sleeps does not see a clock that goes back: it looks again by and by.
    tokio::time::sleep(Duration::from_secs(31)).await;
    clock.forward(HOUR);
    ended(&engine, &world, 3).await;
    assert_eq!(world.seen()[2], hour(10));
}
