//! Executions that others wait for, or that go on in place of others: they stay until that is written down, however old
//! they are, and nothing of them runs twice.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use workflow::prelude::*;
use workflow_runtime::store::{Around, Commit, MemoryStore, Query, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Timestamp};

/// The payments that were made.
#[derive(Clone, Default)]
struct Paid(Arc<Mutex<Vec<u64>>>);

#[task]
async fn pay(paid: Res<Paid>, cents: u64) -> Result<u64, Failure> {
    paid.0.lock().unwrap().push(cents);
    Ok(cents)
}

#[workflow]
async fn payment(cents: u64) -> Result<u64, Failure> {
    let paid = pay(cents).await?;
    Ok(paid + 1)
}

#[workflow]
async fn order(cents: u64) -> Result<u64, Failure> {
    let paid = payment(cents).await?;
    Ok(paid + 1)
}

#[workflow]
async fn instalments(left: u64) -> Result<u64, Failure> {
    let paid = pay(left).await?;
    if paid == 1 {
        return Ok(100);
    }
    continue_as(instalments(paid - 1)).await
}

/// A store whose process is lost before the end of one execution is written.
#[derive(Clone)]
struct Endless(MemoryStore, &'static str);

impl Around for Endless {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        match commit.end.is_some() && commit.execution.ends_with(self.1) {
            true => Box::pin(std::future::pending()),
            false => self.0.commit(commit),
        }
    }
}

fn process() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn engine(paid: &Paid, store: impl Store) -> Engine {
    Engine::builder().resource(paid.clone()).store(store).build()
}

/// The other execution of the store, as soon as there is one, and it has this status.
async fn other(store: &MemoryStore, status: Status) -> String {
    for _ in 0..5_000 {
        let all = store.list(Query { status: Some(status), ..Query::default() }).await.unwrap();
        if let Some(it) = all.executions.iter().find(|it| &*it.begun.name != "one") {
            return it.begun.id.to_string();
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("there is no other execution");
}

#[test]
fn what_was_called_stays_until_its_end_is_known() {
    let (paid, store) = (Paid::default(), MemoryStore::default());
    let first = process();
    first.block_on(async {
        let engine = engine(&paid, Endless(store.clone(), ":one"));
        drop(engine.start_json_as::<order>("7", Some("one")));
        other(&store, Status::Succeeded).await;
    });
    first.shutdown_background();
    process().block_on(async {
        let engine = engine(&paid, store.clone());
        assert_eq!(engine.prune(Timestamp::MAX, 10).await, Ok(0), "it is removed");
        let output = engine.start_json_as::<order>("7", Some("one")).await;
        assert_eq!(output.as_deref(), Ok("9"));
        assert_eq!(engine.prune(Timestamp::MAX, 10).await, Ok(2));
    });
    assert_eq!(*paid.0.lock().unwrap(), [7]);
}

#[test]
fn what_goes_on_in_place_of_another_stays_until_that_has_ended() {
    let (paid, store) = (Paid::default(), MemoryStore::default());
    let first = process();
    let next = first.block_on(async {
        let engine = engine(&paid, Endless(store.clone(), ":one"));
        drop(engine.start_json_as::<instalments>("2", Some("one")));
        other(&store, Status::Running).await
    });
    first.shutdown_background();
    process().block_on(async {
        let engine = engine(&paid, store.clone());
        assert_eq!(engine.resume_workflow::<instalments>(&next).await.await, Ok(100));
        assert_eq!(engine.prune(Timestamp::MAX, 10).await, Ok(0), "it is removed");
        let output = engine.start_json_as::<instalments>("2", Some("one")).await;
        assert_eq!(output.as_deref(), Ok("100"));
        assert_eq!(engine.prune(Timestamp::MAX, 10).await, Ok(2));
    });
    assert_eq!(*paid.0.lock().unwrap(), [2, 1]);
}
