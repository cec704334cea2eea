//! Answers of another process on the same store, which come just before the time for them is over: the store says so.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;

use self::clock::HandClock;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::store::{Answer, Around, Commit, MemoryStore, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

#[derive(Clone, Default)]
struct World {
    store: MemoryStore,
    tokens: Arc<Mutex<Vec<String>>>,
}

#[task(callback)]
async fn ask(world: Res<World>, context: TaskContext) -> Result<Pending<u32>, Failure> {
    world.tokens.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[workflow]
async fn approved() -> Result<u32, Failure> {
    match ask().timeout(Duration::from_secs(60)).await {
        Ok(by) => Ok(by),
        Err(_) => Ok(0),
    }
}

impl Around for World {
    fn inner(&self) -> &dyn Store {
        &self.store
    }

    /// The last moment in which somebody else may answer.
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let world = self.clone();
        Box::pin(async move {
            if let Some(token) = commit.closed.first() {
                let answered = world.store.answer(token, Answer::Done("7".into())).await;
                assert!(answered.unwrap().is_some());
            }
            world.store.commit(commit).await
        })
    }
}

#[tokio::test]
async fn an_answer_of_another_process_comes_before_the_end_of_its_time() {
    let (world, clock) = (World::default(), HandClock::default());
    let builder = Engine::builder().resource(world.clone()).store(world.clone());
    let engine = builder.clock(clock.clone()).workflow::<approved>().build();
    let _ = engine.recover().await.unwrap();
    let id = engine.start_json_as::<approved>("{}", Some("x")).id().to_owned();
    for _ in 0..5_000 {
        if !world.tokens.lock().unwrap().is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    tokio::time::sleep(Duration::from_millis(20)).await;
    clock.forward(61);
    for _ in 0..5_000 {
        let known = world.store.describe(&id).await.unwrap().unwrap();
        if known.status != Status::Running {
            assert_eq!(known.end, Some(Ok("7".into())));
            assert_eq!(world.tokens.lock().unwrap().len(), 1, "it was asked once");
            return;
        }
        clock.forward(1);
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("it does not go on");
}
