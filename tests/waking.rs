//! The price of waking up: it does not grow with what has happened to an execution.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;

use self::clock::HandClock;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::store::{Around, Chunk, Described, MemoryStore, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

const DAY: i64 = 86_400;

#[workflow]
async fn daily(days: u32) -> Result<u32, Failure> {
    let mut day = 0;
    while day < days {
        sleep(Duration::from_secs(86_400)).await;
        day += 1;
    }
    Ok(day)
}

/// A store that counts how often histories are read.
#[derive(Clone, Default)]
struct Counted(MemoryStore, Arc<AtomicU64>);

impl Around for Counted {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn history(
        &self,
        execution: &str,
        from: u32,
        events: u32,
    ) -> BoxFuture<Result<Vec<Chunk>, StoreError>> {
        self.1.fetch_add(1, Ordering::SeqCst);
        self.0.history(execution, from, events)
    }
}

struct Ground {
    store: Counted,
    clock: HandClock,
    engine: Engine,
    id: String,
    day: i64,
}

impl Ground {
    async fn begin(days: u32) -> Ground {
        let (store, clock) = (Counted::default(), HandClock::default());
        let builder = Engine::builder().store(store.clone()).clock(clock.clone());
        let engine = builder.workflow::<daily>().build();
        let _ = engine.recover().await.unwrap();
        let id = engine.start_workflow_as::<daily>(days, "x").id().to_owned();
        Ground { store, clock, engine, id, day: 0 }
    }

    /// Waits until the store says so of the execution.
    async fn until(&self, is: impl Fn(&Described) -> bool) {
        for _ in 0..50_000 {
            if self.store.0.describe(&self.id).await.unwrap().is_some_and(|it| is(&it)) {
                return;
            }
            tokio::time::sleep(Duration::from_micros(100)).await;
        }
        panic!("{:?}", self.store.0.describe(&self.id).await.unwrap());
    }

    /// Waits until it sleeps in the store.
    async fn asleep(&self) {
        let due = 1_800_000_000 + (self.day + 1) * DAY;
        self.until(|it| it.wake.is_some_and(|wake| wake.as_second() == due)).await;
        // It leaves memory just after that is written.
        tokio::time::sleep(Duration::from_micros(300)).await;
    }

    async fn wake(&mut self) {
        self.asleep().await;
        self.day += 1;
        self.clock.forward(DAY);
    }

    fn read(&self) -> u64 {
        self.store.1.load(Ordering::SeqCst)
    }
}

#[tokio::test]
async fn who_wakes_up_does_not_read_what_was() {
    let mut ground = Ground::begin(30).await;
    for _ in 0..20 {
        ground.wake().await;
    }
    ground.asleep().await;
    assert_eq!(ground.read(), 0, "nobody asks for the history");
    // Who has its handle does: all of it, and what comes.
    let mut execution = ground.engine.resume_workflow::<daily>(&ground.id).await;
    let first = execution.history().len();
    assert!(first > 40, "{first}");
    let mut progress = execution.progress();
    // It stays in memory now.
    while execution.status() == Status::Running {
        ground.clock.forward(DAY);
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    assert_eq!((&mut execution).await.unwrap(), 30);
    let whole = execution.history();
    assert!(whole.iter().zip(1..).all(|(event, number)| event.id == number), "{whole:?}");
    let mut seen = vec![];
    while let Some(event) = progress.next().await {
        seen.push(event);
    }
    assert_eq!(seen, *whole);
    assert_eq!(ground.engine.events(&ground.id, 1, 10_000).await.unwrap(), *whole);
}

/// A handle that is asked for while it goes on by itself, whoever asks.
#[tokio::test]
async fn a_handle_of_who_woke_up_knows_what_was() {
    for resumed in [true, false] {
        let mut ground = Ground::begin(6).await;
        for _ in 0..5 {
            ground.wake().await;
        }
        ground.asleep().await;
        // Many branches away from memory it would be; here it wakes up and is held in the same moment.
        ground.clock.forward(DAY);
        let mut execution = match resumed {
            true => ground.engine.resume_workflow::<daily>(&ground.id).await,
            false => ground.engine.start_workflow_as::<daily>(6, "x"),
        };
        let mut progress = execution.progress();
        assert_eq!((&mut execution).await.unwrap(), 6);
        let whole = execution.history();
        assert!(whole.iter().zip(1..).all(|(event, number)| event.id == number), "{whole:?}");
        assert_eq!(whole.len(), 32);
        let first = progress.next().await;
        assert!(first.is_none_or(|event| event.id == 1));
        ground.until(|it| it.status == Status::Succeeded).await;
    }
}

/// Runs days until its last state, in which it is busy for ever.
#[task]
async fn hang(days: u32) -> Result<u32, Failure> {
    std::future::pending::<()>().await;
    Ok(days)
}

#[workflow]
async fn busy(days: u32) -> Result<u32, Failure> {
    let mut day = 0;
    while day < days {
        sleep(Duration::from_secs(1)).await;
        day += 1;
    }
    let days = hang(day).await?;
    Ok(days)
}

/// A restart costs what is live: the history of what goes on is read for whoever asks for it.
#[tokio::test]
async fn a_recovery_does_not_read_what_was() {
    let (store, clock) = (Counted::default(), HandClock::default());
    let build = || {
        let builder = Engine::builder().store(store.clone()).clock(clock.clone());
        builder.workflow::<busy>().build()
    };
    let first = build();
    let id = first.start_workflow_as::<busy>(20, "x").id().to_owned();
    let known = async || store.0.describe(&id).await.unwrap();
    while known().await.is_none_or(|it| it.state.as_deref() != Some("Days")) {
        clock.forward(1);
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let next = build();
    let mut recovered = next.recover().await.unwrap();
    assert!(recovered.left.is_empty());
    let execution = recovered.running.pop().unwrap();
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert_eq!(store.1.load(Ordering::SeqCst), 0, "nobody asks for the history");
    let events = known().await.unwrap().events;
    let mut progress = execution.progress();
    for number in 1..=events {
        assert_eq!(progress.next().await.unwrap().id, number);
    }
    assert_eq!(store.1.load(Ordering::SeqCst), 1);
    let whole = execution.history();
    assert!(whole.len() >= 60 && whole.iter().zip(1..).all(|(event, number)| event.id == number));
    // Another handle of the same one has it, too.
    let other = next.start_workflow_as::<busy>(20, "x");
    assert_eq!(other.history(), whole);
    let _ = execution.stop("Enough", "").await;
}
