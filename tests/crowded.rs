//! Executions in memory that keep others from it, and how those come in all the same.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;
#[path = "support/until.rs"]
mod until;

use self::clock::HandClock;
use self::until::until;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::store::{
    Around, Commit, MemoryStore, Message, Query, Status, Store, StoreError, StoreResult,
};
use workflow_runtime::task::BoxFuture;

/// The tokens that were handed out.
#[derive(Clone, Default)]
struct Desk(Arc<Mutex<Vec<String>>>);

#[task(callback)]
async fn ask(desk: Res<Desk>, context: TaskContext, of: u32) -> Result<Pending<u32>, Failure> {
    assert!(of < 2);
    desk.0.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

/// Answers the first that asked.
#[task]
async fn help(desk: Res<Desk>, engine: Res<Slot>, of: u32) -> Result<u32, Failure> {
    let token = desk.0.lock().unwrap().first().cloned();
    let engine = engine.0.lock().unwrap().clone();
    if let (Some(token), Some(engine)) = (token, engine) {
        let told = engine.complete(&token, of).await;
        told.map_err(|error| Failure::new("Untold", error.to_string()))?;
    }
    Ok(of)
}

/// The engine, once it is there.
#[derive(Clone, Default)]
struct Slot(Arc<Mutex<Option<Engine>>>);

#[workflow]
async fn asking(of: u32) -> Result<u32, Failure> {
    let answer = ask(of).await?;
    Ok(answer)
}

#[workflow]
async fn helping(of: u32) -> Result<u32, Failure> {
    sleep(Duration::from_secs(60)).await;
    let helped = help(of).await?;
    Ok(helped)
}

#[task]
async fn hang(of: u32) -> Result<u32, Failure> {
    std::future::pending::<()>().await;
    Ok(of)
}

#[workflow]
async fn hanging(of: u32) -> Result<u32, Failure> {
    let of = hang(of).await?;
    Ok(of)
}

fn builder(store: impl Store) -> EngineBuilder {
    let builder = Engine::builder().resource(Desk::default()).resource(Slot::default());
    builder.store(store).workflow::<asking>().workflow::<helping>().workflow::<hanging>()
}

/// Starts an execution that waits for a minute outside of memory.
async fn parked(engine: &Engine, store: &MemoryStore) -> String {
    let id = engine.start_json::<helping>("7").id().to_owned();
    until("parked", async || {
        store.describe(&id).await.unwrap().is_some_and(|it| it.wake.is_some())
    })
    .await;
    id
}

async fn has_ended(store: &MemoryStore, id: &str) -> bool {
    store.describe(id).await.unwrap().unwrap().status == Status::Succeeded
}

/// Executions in memory see to their messages themselves: those that are due elsewhere come in beside them.
#[tokio::test]
async fn those_in_memory_starve_nobody() {
    let (store, clock) = (MemoryStore::default(), HandClock::default());
    let engine = builder(store.clone()).clock(clock.clone()).executions(6).build();
    let _ = engine.recover().await.unwrap();
    let id = parked(&engine, &store).await;
    let held: Vec<_> = (0..5).map(|of| engine.start_json::<hanging>(&of.to_string())).collect();
    for execution in &held {
        execution.started().await.unwrap();
        // A message that another process has written, of which this one has not heard.
        let told = Message::Stop(Failure::new("Enough", ""));
        assert!(store.tell(execution.id(), told).await.unwrap().is_some());
    }
    clock.forward(60);
    until("it goes on", async || has_ended(&store, &id).await).await;
}

/// Those in memory may wait for one that is not: it comes in beyond the limit.
#[tokio::test]
async fn who_is_waited_for_comes_in() {
    let (store, clock, slot) = (MemoryStore::default(), HandClock::default(), Slot::default());
    let engine = builder(store.clone()).resource(slot.clone()).clock(clock.clone());
    let engine = engine.executions(2).build();
    *slot.0.lock().unwrap() = Some(engine.clone());
    let _ = engine.recover().await.unwrap();
    let id = parked(&engine, &store).await;
    let held: Vec<_> = (0..2).map(|of| engine.start_json::<asking>(&of.to_string())).collect();
    until("both wait", async || {
        let all = engine.executions(Query::default()).await.unwrap().executions;
        all.iter().filter(|it| it.state.as_deref() == Some("Answer")).count() == 2
    })
    .await;
    for seconds in [60, 31] {
        assert!(!has_ended(&store, &id).await);
        clock.forward(seconds);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    until("it goes on", async || has_ended(&store, &id).await).await;
    until("an answer", async || {
        has_ended(&store, held[0].id()).await || has_ended(&store, held[1].id()).await
    })
    .await;
    // The engine would be its own owner.
    *slot.0.lock().unwrap() = None;
}

#[task]
async fn double(of: u32) -> Result<u32, Failure> {
    Ok(2 * of)
}

#[workflow]
async fn doubled(all: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(all, async |of| double(of).await).distributed().await
}

/// A store that stalls a few times when an item begins.
#[derive(Clone, Default)]
struct Hesitant {
    store: MemoryStore,
    stalls: Arc<AtomicU32>,
}

impl Around for Hesitant {
    fn inner(&self) -> &dyn Store {
        &self.store
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        let begins = commit.begun.as_ref().is_some_and(|begun| begun.around.is_some());
        if begins && self.stalls.fetch_add(1, Ordering::SeqCst) < 3 {
            let error = StoreError::Stalled("the disk is full".to_owned());
            return Box::pin(async move { Err(error) });
        }
        self.store.commit(commit)
    }
}

/// The first commit of an item is sent again, as all others are: a short stall does not interrupt its Map.
#[tokio::test]
async fn an_item_that_cannot_begin_for_a_while_interrupts_nobody() {
    let store = Hesitant::default();
    let engine = Engine::builder().store(store.clone()).build();
    let execution = engine.start_workflow::<doubled>(vec![1, 2, 3]);
    assert_eq!(execution.await.unwrap(), [2, 4, 6]);
    assert!(store.stalls.load(Ordering::SeqCst) > 3);
}
