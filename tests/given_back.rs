//! Claims that come to nothing: whoever had the execution before goes on with it, also if it lost a commit meanwhile.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::store::{Around, MemoryStore, Saved, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// The work that is done outside.
#[derive(Clone, Default)]
struct Works(Arc<Mutex<Vec<u64>>>);

#[task]
async fn long(works: Res<Works>, number: u64) -> Result<u64, Failure> {
    works.0.lock().unwrap().push(number);
    tokio::time::sleep(Duration::from_secs(10)).await;
    Ok(number)
}

#[workflow]
async fn two(number: u64) -> Result<u64, Failure> {
    let one = long(number).await?;
    let other = long(number + 1).await?;
    Ok(one + other)
}

/// A store whose answers come late.
#[derive(Clone, Default)]
struct Late {
    inner: MemoryStore,
    /// Seconds until somebody who claims learns that.
    claim: Arc<AtomicU64>,
    /// Seconds until a claim is given back.
    release: Arc<AtomicU64>,
    /// True as long as no claim can be given back.
    full: Arc<AtomicBool>,
}

async fn pass(seconds: &AtomicU64) {
    tokio::time::sleep(Duration::from_secs(seconds.load(Ordering::SeqCst))).await;
}

impl Around for Late {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let (store, execution) = (self.clone(), execution.to_owned());
        Box::pin(async move {
            let claimed = store.inner.claim(&execution).await;
            pass(&store.claim).await;
            claimed
        })
    }

    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<(), StoreError>> {
        let (store, execution) = (self.clone(), execution.to_owned());
        Box::pin(async move {
            pass(&store.release).await;
            if store.full.load(Ordering::SeqCst) {
                return Err(StoreError::Stalled("the disk is full".to_owned()));
            }
            store.inner.release(&execution, epoch).await
        })
    }
}

/// An execution that one engine has, in its first task; and another engine. `able` if that one can go on with it.
async fn begun(store: &Late, works: &Works, able: bool) -> (Engine, Engine, String) {
    let builder = || Engine::builder().store(store.clone()).workflow::<two>();
    let owner = builder().resource(works.clone()).build();
    drop(owner.recover().await.unwrap());
    let other = if able { builder().resource(works.clone()) } else { builder() };
    let id = owner.start_json_as::<two>("5", Some("one")).id().to_owned();
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!(store.inner.get(&id).unwrap().status, Status::Running);
    (owner, other.build(), id)
}

/// It ends within an hour, and no more was done again than the task whose result was not written.
async fn goes_on(store: &Late, works: &Works, id: &str) {
    tokio::time::sleep(Duration::from_secs(3_600)).await;
    assert_eq!(store.inner.get(id).unwrap().end, Some(Ok("11".into())));
    let works = works.0.lock().unwrap().clone();
    assert!(works == [5, 6] || works == [5, 5, 6], "{works:?}");
}

#[tokio::test(start_paused = true)]
async fn who_lost_a_commit_to_a_claim_that_is_given_back_goes_on() {
    let (store, works) = (Late::default(), Works::default());
    let (_owner, other, id) = begun(&store, &works, false).await;
    store.release.store(20, Ordering::SeqCst);
    let Err(refused) = other.recover_one(&id).await else { panic!("it lacks a resource") };
    assert!(refused.reported().contains("Works"), "{refused}");
    goes_on(&store, &works, &id).await;
}

#[tokio::test(start_paused = true)]
async fn a_claim_that_a_full_disk_keeps_is_given_back_later() {
    let (store, works) = (Late::default(), Works::default());
    let (_owner, other, id) = begun(&store, &works, false).await;
    store.full.store(true, Ordering::SeqCst);
    drop(other.recover_one(&id).await);
    tokio::time::sleep(Duration::from_secs(60)).await;
    store.full.store(false, Ordering::SeqCst);
    goes_on(&store, &works, &id).await;
}

#[tokio::test(start_paused = true)]
async fn a_claim_for_which_nobody_waits_any_more_is_given_back() {
    let (store, works) = (Late::default(), Works::default());
    let (_owner, other, id) = begun(&store, &works, true).await;
    store.claim.store(20, Ordering::SeqCst);
    let taken = tokio::time::timeout(Duration::from_secs(1), other.recover_one(&id)).await;
    assert!(taken.is_err(), "it waits for the store");
    goes_on(&store, &works, &id).await;
}
