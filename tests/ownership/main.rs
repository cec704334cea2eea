//! One owner for each execution: names, handles, stops, and errors of stores; over crashes, too.

#![allow(clippy::unwrap_used, reason = "tests")]

mod engines;
mod errors;
mod names;

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
    /// The number of commits that are taken before nothing is written any more.
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
