//! Redrives of typed workflows and documents: what had succeeded stays, what failed runs again.

#![allow(clippy::unwrap_used, reason = "tests")]

mod again;
mod kept;
mod nested;

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::machine::Kind;
use workflow::prelude::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::history::EventType;
use workflow_runtime::store::{Around, MemoryStore, Query, Saved, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Timestamp};

/// A bank that may be closed, and the calls that it and others had.
#[derive(Clone, Default)]
struct Bank {
    closed: Arc<AtomicBool>,
    calls: Arc<Mutex<Vec<String>>>,
    tokens: Arc<Mutex<Vec<String>>>,
    together: Arc<tokio::sync::Notify>,
}

impl Bank {
    fn closed() -> Self {
        let bank = Bank::default();
        bank.closed.store(true, Ordering::SeqCst);
        bank
    }

    fn open(&self) -> Vec<String> {
        self.closed.store(false, Ordering::SeqCst);
        self.calls()
    }

    fn call(&self, call: String) {
        self.calls.lock().unwrap().push(call);
    }

    fn calls(&self) -> Vec<String> {
        std::mem::take(&mut *self.calls.lock().unwrap())
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TaskError)]
enum BankError {
    Closed { days: u32 },
}

#[task]
async fn reserve(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("reserve {of}"));
    Ok(of * 10)
}

#[task]
async fn charge(bank: Res<Bank>, context: TaskContext, of: u64) -> Result<u64, BankError> {
    bank.call(format!("charge {of} {}", context.idempotency_key));
    if of % 2 == 1 && bank.closed.load(Ordering::SeqCst) {
        return Err(BankError::Closed { days: 2 });
    }
    Ok(of + 1)
}

#[task(callback)]
async fn approve(bank: Res<Bank>, context: TaskContext, of: u64) -> Result<Pending<u64>, Failure> {
    bank.call(format!("approve {of}"));
    bank.tokens.lock().unwrap().push(context.token.unwrap().to_string());
    Ok(Pending::new())
}

#[workflow]
async fn sale(of: u64) -> Result<u64, Failure> {
    let reserved = reserve(of).await?;
    let (paid, other) = join!(charge(reserved), charge(reserved + 1)).await?;
    Ok(paid + other)
}

/// Fails by itself after a task succeeded.
#[workflow]
async fn strict(of: u64) -> Result<u64, Failure> {
    let reserved = reserve(of).await?;
    if reserved > 50 {
        return Err(Failure::new("TooMuch", "more than 50"));
    }
    Ok(reserved)
}

/// Fails by itself where a task failed.
#[workflow]
async fn careful(of: u64) -> Result<u64, Failure> {
    match charge(of).await {
        Ok(paid) => Ok(paid),
        Err(BankError::Closed { days }) => {
            let waited = reserve(u64::from(days)).await?;
            if waited > 0 {
                return Err(Failure::new("Closed", "the bank is closed"));
            }
            Ok(waited)
        }
    }
}

/// Fails by itself where a task failed, at once.
#[workflow]
async fn hasty(of: u64) -> Result<u64, Failure> {
    match charge(of).await {
        Ok(paid) => Ok(paid),
        Err(BankError::Closed { days: _ }) => Err(Failure::new("Closed", "the bank is closed")),
    }
}

/// Fails by itself after its branches have ended.
#[workflow]
async fn joined(of: u64) -> Result<u64, Failure> {
    let (one, other) = join!(reserve(of), reserve(of + 1)).await?;
    if one + other > 100 {
        return Err(Failure::new("TooMuch", "more than 100"));
    }
    Ok(one + other)
}

#[task]
async fn hang(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("hang {of}"));
    std::future::pending::<()>().await;
    Ok(of)
}

/// Fails at its first call, and not at those after it.
#[task]
async fn opens(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("opens {of}"));
    match bank.closed.swap(false, Ordering::SeqCst) {
        true => Err(Failure::new("Closed", "")),
        false => Ok(of),
    }
}

#[workflow]
async fn office(of: u64) -> Result<u64, Failure> {
    let opened = opens(of).await?;
    Ok(opened)
}

/// Tries both branches again: with new nested executions, and a new run of the distributed Map.
#[workflow]
async fn patient(of: u64) -> Result<u64, Failure> {
    let (one, all) = join!(
        office(of),
        map(vec![of, of + 1], async |of| {
            let opened = office(of).await?;
            Ok(opened)
        })
        .distributed(),
    )
    .retry(Retry::on(&["States.ALL"]).max_attempts(2))
    .await?;
    Ok(one + all.len() as u64)
}

#[workflow]
async fn hung(of: u64) -> Result<u64, Failure> {
    let hung = hang(of).await?;
    Ok(hung)
}

#[workflow]
async fn approved(of: u64) -> Result<u64, Failure> {
    let reserved = reserve(of).await?;
    let answer = approve(reserved).await?;
    Ok(answer)
}

#[workflow]
async fn all(of: Vec<u64>) -> Result<Vec<u64>, Failure> {
    let all = map(of, async |of| {
        let reserved = reserve(of).await?;
        let paid = charge(reserved / 10).await?;
        Ok(paid)
    })
    .max_concurrency(1)
    .distributed()
    .await?;
    Ok(all)
}

#[workflow]
async fn around(of: u64) -> Result<u64, Failure> {
    let reserved = reserve(of).await?;
    let paid = hasty(reserved + 1).await?;
    Ok(paid)
}

/// Fails in one branch while a nested execution waits in the other.
#[workflow]
async fn guarded(of: u64) -> Result<u64, Failure> {
    let (answer, paid) = join!(approved(of), charge(of)).await?;
    Ok(answer + paid)
}

/// Fails for odd numbers, and hangs for others.
#[task]
async fn stumble(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("stumble {of}"));
    if of.is_multiple_of(2) {
        std::future::pending::<()>().await;
    }
    Err(Failure::new("Odd", ""))
}

/// Fails at first; then an item fails, which is tolerated.
#[workflow]
async fn tolerant(of: u64) -> Result<Vec<u64>, Failure> {
    let opened = opens(of).await?;
    let all = map(vec![opened, opened + 1], async |of| {
        let done = stumble(of).await?;
        Ok(done)
    })
    .distributed()
    .tolerated_failure_count(1)
    .await?;
    Ok(all)
}

/// Fails while the bank is closed; then 3 fails for good, and 4 hangs.
#[task]
async fn attend(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("attend {of}"));
    match of {
        _ if bank.closed.load(Ordering::SeqCst) => Err(Failure::new("Closed", "")),
        3 => Err(Failure::new("Odd", "")),
        4 => std::future::pending().await,
        of => Ok(of),
    }
}

/// Fails with its second item, while the bank is closed: the others are not begun.
#[workflow]
async fn lenient(of: Vec<u64>) -> Result<Vec<u64>, Failure> {
    let all = map(of, async |of| {
        let done = attend(of).await?;
        Ok(done)
    })
    .distributed()
    .max_concurrency(1)
    .tolerated_failure_count(1)
    .await?;
    Ok(all)
}

fn builder(store: &MemoryStore, bank: &Bank) -> EngineBuilder {
    let engine = Engine::builder().store(store.clone()).resource(bank.clone());
    let engine = engine.workflow::<sale>().workflow::<strict>().workflow::<careful>();
    let engine = engine.workflow::<hasty>().workflow::<joined>().workflow::<approved>();
    let engine = engine.workflow::<guarded>().workflow::<tolerant>().workflow::<lenient>();
    engine.workflow::<all>().workflow::<around>().workflow::<hung>().workflow::<patient>()
}

/// Starts an execution that fails. Returns its ARN, and the failure.
async fn fail<W: workflow::Workflow>(engine: &Engine, input: &str) -> (String, Failure) {
    let execution = engine.start_json_as::<W>(input, Some("one"));
    let id = execution.id().to_owned();
    (id, execution.await.unwrap_err())
}

async fn redrive(engine: &Engine, id: &str) -> Result<String, Failure> {
    let output = engine.redrive(id).await?.await?;
    Ok(output.text()?.to_string())
}

fn refused(result: Result<String, Failure>) -> String {
    let failure = result.unwrap_err();
    assert_eq!(failure.error(), "ExecutionNotRedrivable");
    failure.cause()
}

/// Waits until something is so.
async fn until(is: impl AsyncFn() -> bool) {
    let so = async {
        while !is().await {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), so).await.unwrap();
}
