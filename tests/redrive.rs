//! Redrives of typed workflows and documents: what had succeeded stays, what failed runs again.

#![allow(clippy::unwrap_used, reason = "tests")]

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

#[tokio::test]
async fn the_branch_that_failed_runs_again() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, failure) = fail::<sale>(&engine, "2").await;
    assert_eq!(failure.error(), "Closed");
    let before = bank.open();
    assert_eq!(before.len(), 3);
    // Another process.
    let engine = builder(&store, &bank).build();
    assert_eq!(redrive(&engine, &id).await.unwrap(), "43");
    let failed = before.iter().find(|call| call.starts_with("charge 21"));
    assert_eq!(bank.calls(), [failed.unwrap().clone()], "with the same idempotency key");
    let why = refused(redrive(&engine, &id).await);
    assert_eq!(why, format!("Execution is SUCCEEDED and cannot be redriven: '{id}'"));
    let events = engine.events(&id, 1, 1_000).await.unwrap();
    let at = events.iter().position(|it| it.kind == EventType::ExecutionRedriven).unwrap();
    let next: Vec<_> = events[at..].iter().map(|it| it.kind.name().into_owned()).collect();
    let expected = [
        "ExecutionRedriven",
        "TaskScheduled",
        "TaskStarted",
        "TaskSucceeded",
        "TaskStateExited",
        "ParallelStateSucceeded",
        "ParallelStateExited",
    ];
    assert_eq!(next[..expected.len()], expected);
    assert_eq!(next.last().unwrap(), "ExecutionSucceeded");
}

#[tokio::test]
async fn what_fails_by_itself_fails_again_and_nothing_else_runs() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    for (round, expected) in [(0, "TooMuch"), (1, "Closed"), (2, "Closed"), (3, "TooMuch")] {
        let (id, failure) = match round {
            0 => fail::<strict>(&engine, "7").await,
            1 => fail::<careful>(&engine, "7").await,
            2 => fail::<hasty>(&engine, "7").await,
            _ => fail::<joined>(&engine, "7").await,
        };
        assert_eq!(failure.error(), expected);
        assert!(!bank.calls().is_empty());
        for count in 1..4 {
            let failure = redrive(&engine, &id).await.unwrap_err();
            assert_eq!(failure.error(), expected, "round {round}");
            assert_eq!(bank.calls(), [""; 0], "round {round}: nothing runs again");
            assert_eq!(store.describe(&id).await.unwrap().unwrap().redrives, count);
        }
    }
}

/// Waits until a call is made.
async fn called(bank: &Bank) {
    while bank.calls().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Engines that ended with earlier attempts do not count against those of a redrive.
#[tokio::test]
async fn crashes_count_anew() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    for _ in 0..12 {
        // The runtime goes, and with it all that ran.
        let engine = builder(&store, &bank).crash_limit(100).build();
        let bank = bank.clone();
        let process = std::thread::spawn(move || {
            let process = tokio::runtime::Builder::new_current_thread().enable_all().build();
            process.unwrap().block_on(async {
                drop(engine.start_json_as::<hung>("3", Some("one")));
                called(&bank).await;
            });
        });
        process.join().unwrap();
    }
    let engine = builder(&store, &bank).crash_limit(100).build();
    drop(engine.recover().await.unwrap());
    let id = store.list(Query::default()).await.unwrap().executions[0].begun.id.clone();
    assert!(engine.stop(&id, "Enough", "").await.unwrap());
    while store.describe(&id).await.unwrap().unwrap().status == Status::Running {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    bank.calls();
    drop(engine.redrive(&id).await.unwrap());
    called(&bank).await;
    let next = builder(&store, &bank).crash_limit(1).build();
    let recovered = next.recover().await.unwrap();
    assert!(recovered.left.is_empty(), "{:?}", recovered.left.first().map(|(_, why)| why.cause()));
}

#[tokio::test]
async fn a_callback_has_a_new_token() {
    let (store, bank) = (MemoryStore::default(), Bank::default());
    let engine = builder(&store, &bank).build();
    let execution = engine.start_json_as::<approved>("3", Some("one"));
    while bank.tokens.lock().unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let id = execution.id().to_owned();
    execution.stop("Enough", "").await;
    let elsewhere = builder(&MemoryStore::default(), &bank).build();
    let unknown = redrive(&elsewhere, &id).await.unwrap_err();
    assert_eq!(unknown.error(), "ExecutionDoesNotExist");
    assert_eq!(bank.calls().len(), 2);
    let execution = engine.redrive(&id).await.unwrap();
    let why = refused(redrive(&engine, &id).await);
    assert!(why.starts_with("Execution is RUNNING and cannot be redriven"), "{why}");
    while bank.tokens.lock().unwrap().len() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let tokens = bank.tokens.lock().unwrap().clone();
    assert!(engine.complete(&tokens[0], 1_u64).await.is_err(), "its attempt has ended");
    engine.complete(&tokens[1], 5_u64).await.unwrap();
    assert_eq!(&*execution.await.unwrap().text().unwrap(), "5");
    assert_eq!(bank.calls(), ["approve 30"]);
}

/// A start under the name of a redriven execution means that one, with the token of its redrive.
#[tokio::test]
async fn a_start_by_name_goes_on_with_a_redrive() {
    let (store, bank) = (MemoryStore::default(), Bank::default());
    let process = |store: MemoryStore, bank: Bank, redrives: bool| {
        let process = std::thread::spawn(move || {
            let process = tokio::runtime::Builder::new_current_thread().enable_all().build();
            process.unwrap().block_on(async {
                let engine = builder(&store, &bank).build();
                let execution = engine.start_json_as::<approved>("3", Some("one"));
                let id = execution.id().to_owned();
                if redrives {
                    execution.stop("Enough", "").await;
                    bank.tokens.lock().unwrap().clear();
                    drop(engine.redrive(&id).await.unwrap());
                }
                while bank.tokens.lock().unwrap().is_empty() {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            });
        });
        process.join().unwrap();
    };
    process(store.clone(), bank.clone(), false);
    bank.tokens.lock().unwrap().clear();
    process(store.clone(), bank.clone(), true);
    let token = bank.tokens.lock().unwrap()[0].clone();
    let engine = builder(&store, &bank).build();
    let execution = engine.start_json_as::<approved>("3", Some("one"));
    tokio::time::sleep(Duration::from_millis(20)).await;
    engine.complete(&token, 5_u64).await.unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(5), execution).await;
    assert_eq!(&*ended.unwrap().unwrap(), "5");
}

#[tokio::test]
async fn items_that_failed_are_redriven() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, failure) = fail::<all>(&engine, "[2,4,5,6]").await;
    assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
    let before = bank.open();
    assert_eq!(before.len(), 6, "the last item has not begun: {before:?}");
    let items = Query { items: true, ..Query::default() };
    let items = store.list(items).await.unwrap().executions;
    let item = items.iter().find(|it| it.begun.is_item() && it.status == Status::Failed).unwrap();
    let why = refused(redrive(&engine, &item.begun.id).await);
    assert!(why.starts_with("it is an item of a distributed Map"), "{why}");
    assert_eq!(redrive(&engine, &id).await.unwrap(), "[3,5,6,7]");
    let calls: Vec<_> = bank.calls().iter().map(|it| it[..9].trim().to_owned()).collect();
    assert_eq!(calls, ["charge 5", "reserve 6", "charge 6"]);
    let events = engine.events(&id, 1, 1_000).await.unwrap();
    let count = |kind| events.iter().filter(|it| it.kind == kind).count();
    assert_eq!(count(EventType::MapRunStarted), 1);
    assert_eq!(count(EventType::MapRunRedriven), 1);
    assert_eq!(count(EventType::MapRunSucceeded), 1);
    let known = store.describe(&item.begun.id).await.unwrap().unwrap();
    assert_eq!((known.status, known.redrives), (Status::Succeeded, 1));
}

/// The item of a Map that begins after a redrive, whatever the clocks of the engines show, does not run again after a crash;
/// it does where the execution is redriven once more.
#[tokio::test]
async fn what_failed_since_a_redrive_does_not_run_again() {
    for (one, other) in [(3, 3), (3, 7), (7, 3)] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let at = |hour: i64| VirtualClock::at(Timestamp::from_second(3_600 * hour).unwrap());
        let engine = builder(&store, &bank).clock(at(one)).build();
        let (id, _) = fail::<tolerant>(&engine, "3").await;
        let first = engine.redrive(&id).await.unwrap();
        until(async || bank.calls.lock().unwrap().contains(&"stumble 4".to_owned())).await;
        let failed = async || {
            let items = store.list(Query { items: true, ..Query::default() }).await.unwrap();
            items.executions.iter().any(|it| it.begun.is_item() && it.status == Status::Failed)
        };
        until(failed).await;
        bank.calls();
        let engine = builder(&store, &bank).clock(at(other)).build();
        let second = engine.start_json_as::<tolerant>("3", Some("one"));
        until(async || !bank.calls.lock().unwrap().is_empty()).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(bank.calls(), ["stumble 4"], "clocks at {one} and {other}");
        assert_eq!(engine.stop(&id, "Enough", "").await, Ok(true));
        assert_eq!(second.await.unwrap_err().error(), "Enough");
        let third = engine.redrive(&id).await.unwrap();
        until(async || bank.calls.lock().unwrap().len() == 2).await;
        assert_eq!(bank.calls(), ["stumble 3", "stumble 4"]);
        drop((first, third));
    }
}

/// The item that begins only in a run that is redriven, and fails there, does not run again after a crash either. Another
/// redrive runs it again, once.
#[tokio::test]
async fn what_begins_in_a_run_that_is_redriven_runs_once() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, failure) = fail::<lenient>(&engine, "[1,2,3,4]").await;
    assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
    assert_eq!(bank.calls(), ["attend 1", "attend 2"]);
    assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), failure.error());
    assert_eq!(bank.open(), ["attend 1", "attend 2"]);
    for first in [&["attend 1", "attend 2", "attend 3", "attend 4"][..], &["attend 3", "attend 4"]]
    {
        let engine = builder(&store, &bank).build();
        drop(engine.redrive(&id).await.unwrap());
        until(async || bank.calls.lock().unwrap().len() == first.len()).await;
        assert_eq!(bank.calls(), first);
        for _ in 0..2 {
            let engine = builder(&store, &bank).build();
            drop(engine.start_json_as::<lenient>("[1,2,3,4]", Some("one")));
            until(async || !bank.calls.lock().unwrap().is_empty()).await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            assert_eq!(bank.calls(), ["attend 4"], "after a crash");
        }
        let engine = builder(&store, &bank).build();
        drop(engine.start_json_as::<lenient>("[1,2,3,4]", Some("one")));
        until(async || !bank.calls.lock().unwrap().is_empty()).await;
        assert_eq!(bank.calls(), ["attend 4"]);
        assert_eq!(engine.stop(&id, "Enough", "").await, Ok(true));
    }
}

/// Another attempt of a Parallel has executions and Map runs of its own below it.
#[tokio::test]
async fn another_attempt_of_a_parallel_begins_anew() {
    for stored in [false, true] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = if stored {
            builder(&store, &bank).build()
        } else {
            Engine::builder().resource(bank.clone()).build()
        };
        let execution = engine.start_json_as::<patient>("4", Some("one"));
        let ended = tokio::time::timeout(Duration::from_secs(20), execution).await;
        assert_eq!(&*ended.unwrap().unwrap(), "6", "stored: {stored}");
    }
}

#[tokio::test]
async fn a_nested_execution_is_begun_anew() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, _) = fail::<around>(&engine, "2").await;
    assert_eq!(bank.open().len(), 2);
    assert_eq!(redrive(&engine, &id).await.unwrap(), "22");
    assert_eq!(bank.calls().len(), 1);
    let children = Query { machine: Some("hasty".into()), ..Query::default() };
    let children = store.list(children).await.unwrap().executions;
    let ends: Vec<_> = children.iter().map(|it| it.status).collect();
    assert_eq!(ends, [Status::Failed, Status::Succeeded]);
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

/// The nested executions, the first one first.
async fn children(store: &MemoryStore, machine: &str) -> Vec<(String, Status)> {
    let query = Query { machine: Some(machine.into()), ..Query::default() };
    let found = store.list(query).await.unwrap().executions;
    found.iter().map(|it| (it.begun.id.to_string(), it.status)).collect()
}

/// A parent that fails while its nested execution waits for an answer: its ARN, and the token.
async fn parted(engine: &Engine, bank: &Bank) -> (String, String) {
    let execution = engine.start_json_as::<guarded>("3", Some("one"));
    let id = execution.id().to_owned();
    assert_eq!(execution.await.unwrap_err().error(), "Closed");
    until(async || !bank.tokens.lock().unwrap().is_empty()).await;
    bank.open();
    (id, bank.tokens.lock().unwrap()[0].clone())
}

#[tokio::test]
async fn a_nested_execution_that_still_runs_is_waited_for() {
    for redrives in [1, 3] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = builder(&store, &bank).build();
        let (id, token) = parted(&engine, &bank).await;
        for _ in 1..redrives {
            bank.closed.store(true, Ordering::SeqCst);
            assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), "Closed");
            bank.open();
        }
        let execution = engine.redrive(&id).await.unwrap();
        until(async || !bank.calls.lock().unwrap().is_empty()).await;
        engine.complete(&token, 5_u64).await.unwrap();
        assert_eq!(&*execution.await.unwrap().text().unwrap(), "9");
        assert!(bank.calls().iter().all(|call| call.starts_with("charge 3")));
        let children = children(&store, "approved").await;
        assert_eq!(children.len(), 1, "{redrives} redrives: {children:?}");
    }
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// So it is in another process, which has the execution from the store; and where that is lost right after.
#[tokio::test]
async fn a_nested_execution_is_waited_for_over_crashes() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let process = |work: fn(Engine, Bank) -> Work| {
        let (store, bank) = (store.clone(), bank.clone());
        std::thread::spawn(move || {
            let process = tokio::runtime::Builder::new_current_thread().enable_all().build();
            process.unwrap().block_on(async { work(builder(&store, &bank).build(), bank).await });
        })
        .join()
        .unwrap();
    };
    process(|engine, bank| Box::pin(async move { drop(parted(&engine, &bank).await) }));
    process(|engine, bank| {
        Box::pin(async move {
            let query = Query { machine: Some("guarded".into()), ..Query::default() };
            let id = engine.executions(query).await.unwrap().executions[0].begun.id.clone();
            drop(engine.redrive(&id).await.unwrap());
            until(async || !bank.calls.lock().unwrap().is_empty()).await;
        })
    });
    let engine = builder(&store, &bank).build();
    let recovered = engine.recover().await.unwrap();
    assert!(recovered.left.is_empty());
    let token = bank.tokens.lock().unwrap()[0].clone();
    engine.complete(&token, 5_u64).await.unwrap();
    let (id, _) = children(&store, "guarded").await.remove(0);
    until(async || store.describe(&id).await.unwrap().unwrap().end.is_some()).await;
    assert_eq!(&*store.describe(&id).await.unwrap().unwrap().end.unwrap().unwrap(), "9");
    assert_eq!(children(&store, "approved").await.len(), 1);
    assert_eq!(bank.tokens.lock().unwrap().len(), 1, "it was asked once");
}

#[tokio::test]
async fn the_result_of_a_nested_execution_that_succeeded_is_taken() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, token) = parted(&engine, &bank).await;
    engine.complete(&token, 5_u64).await.unwrap();
    until(async || children(&store, "approved").await[0].1 == Status::Succeeded).await;
    assert_eq!(redrive(&engine, &id).await.unwrap(), "9");
    assert!(bank.calls().iter().all(|call| call.starts_with("charge 3")));
    assert_eq!(children(&store, "approved").await.len(), 1);
}

/// One that failed is left as it is; but it may be redriven first.
#[tokio::test]
async fn a_nested_execution_may_be_redriven_before_its_caller() {
    for first in [false, true] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = builder(&store, &bank).build();
        let (id, token) = parted(&engine, &bank).await;
        engine.fail(&token, Failure::new("No", "not this time")).await.unwrap();
        until(async || children(&store, "approved").await[0].1 == Status::Failed).await;
        if first {
            let (child, _) = children(&store, "approved").await.remove(0);
            drop(engine.redrive(&child).await.unwrap());
        }
        let execution = engine.redrive(&id).await.unwrap();
        until(async || bank.tokens.lock().unwrap().len() == 2).await;
        let token = bank.tokens.lock().unwrap()[1].clone();
        engine.complete(&token, 6_u64).await.unwrap();
        assert_eq!(&*execution.await.unwrap().text().unwrap(), "10");
        let ends: Vec<_> =
            children(&store, "approved").await.into_iter().map(|(_, status)| status).collect();
        match first {
            false => assert_eq!(ends, [Status::Failed, Status::Succeeded]),
            true => assert_eq!(ends, [Status::Succeeded]),
        }
    }
}

#[tokio::test]
async fn old_executions_are_not_redriven() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, _) = fail::<sale>(&engine, "2").await;
    bank.open();
    let later = |days: i64| {
        let now = Timestamp::now().as_second() + 86_400 * days;
        VirtualClock::at(Timestamp::from_second(now).unwrap())
    };
    let old = builder(&store, &bank).clock(later(15)).build();
    let why = refused(redrive(&old, &id).await);
    assert!(why.starts_with("it ended more than 14 days ago"), "{why}");
    assert_eq!(redrive(&builder(&store, &bank).clock(later(13)).build(), &id).await.unwrap(), "43");
}

#[tokio::test]
async fn a_document_knows_of_its_redrives() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let document = serde_json::json!({
        "QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
            "Charge": {
                "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": { "FunctionName": "charge", "Payload": "{% $states.input %}" },
                "Assign": { "paid": "{% $states.result.Payload %}" }, "Next": "Tell"
            },
            "Tell": {
                "Type": "Pass", "End": true,
                "Output": "{% $states.context.Execution.[RedriveCount, $exists(RedriveTime), $paid] %}"
            }
        }
    });
    let document = workflow::Definition::from_json(&document.to_string()).unwrap();
    let tasks = <hasty as workflow::Workflow>::tasks();
    let compiled = Arc::new(Compiled::new(document, &tasks).unwrap());
    let engine = Engine::builder().store(store.clone()).resource(bank.clone());
    let engine = engine.document("bill", compiled.clone()).build();
    let open = |identity: &_| {
        let context = Context::from(identity);
        Ok(Interpreted::start(compiled, Arc::new(serde_json::json!(7)), context) as Box<_>)
    };
    let execution = engine.start(open, "bill", Some("one"), Some("7".into()));
    let id = execution.id().to_owned();
    assert_eq!(execution.await.unwrap_err().error(), "Closed");
    assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), "Closed");
    bank.open();
    assert_eq!(redrive(&engine, &id).await.unwrap(), "[2,true,8]");
}

/// An input that nobody gave, as the first state of a document sees it: a redrive begins it with the same.
#[tokio::test]
async fn a_document_that_was_started_without_an_input_has_the_same_again() {
    let document = serde_json::json!({
        "QueryLanguage": "JSONata", "StartAt": "Tell", "States": { "Tell": {
            "Type": "Fail", "Error": "Told",
            "Cause": "{% $string([$states.input, $states.context.Execution.Input]) %}"
        } }
    });
    let document = workflow::Definition::from_json(&document.to_string()).unwrap();
    let compiled = Arc::new(Compiled::new(document, &[]).unwrap());
    let store = MemoryStore::default();
    let engine = Engine::builder().store(store.clone()).document("tell", compiled.clone()).build();
    let open = |identity: &_| {
        let input = Arc::new(serde_json::json!({}));
        Ok(Interpreted::start(compiled, input, Context::from(identity)) as Box<_>)
    };
    let execution = engine.start(open, "tell", Some("one"), None);
    let id = execution.id().to_owned();
    let first = execution.await.unwrap_err();
    assert_eq!((first.error(), &*first.cause()), ("Told", "[{},{}]"));
    let again = redrive(&engine, &id).await.unwrap_err();
    assert_eq!((again.error(), &*again.cause()), ("Told", "[{},{}]"));
}

/// A store of before: it kept no scopes of what failed.
#[derive(Clone)]
struct Forgetful(MemoryStore);

impl Around for Forgetful {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let loaded = self.0.load(execution);
        Box::pin(async move {
            let saved = loaded.await?;
            Ok(saved.map(|saved| Saved { scopes: BTreeMap::new(), ..saved }))
        })
    }
}

#[tokio::test]
async fn what_has_lost_its_scopes_does_not_begin_anew() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).store(Forgetful(store.clone())).build();
    let (id, _) = fail::<sale>(&engine, "2").await;
    bank.open();
    let failure = redrive(&engine, &id).await.unwrap_err();
    assert!(failure.cause().contains("the checkpoint lacks the scope []"), "{failure}");
    assert_eq!(bank.calls(), [""; 0]);
}

/// Comes to its end together with others, while the bank is closed.
#[task]
async fn meet(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("meet {of}"));
    if bank.closed.load(Ordering::SeqCst) {
        bank.together.notified().await;
        if of % 2 == 1 {
            return Err(Failure::new("Late", ""));
        }
    }
    Ok(of)
}

#[workflow]
async fn meeting(of: u64) -> Result<u64, Failure> {
    let (one, other) = join!(meet(of), meet(of + 1)).await?;
    Ok(one + other)
}

#[tokio::test]
async fn what_ended_well_together_with_a_failure_does_not_run_again() {
    for of in [3, 4] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = builder(&store, &bank).workflow::<meeting>().build();
        let execution = engine.start_json_as::<meeting>(&of.to_string(), Some("one"));
        let id = execution.id().to_owned();
        until(async || bank.calls.lock().unwrap().len() == 2).await;
        bank.together.notify_waiters();
        assert_eq!(execution.await.unwrap_err().error(), "Late");
        let (before, made) = (engine.events(&id, 1, 100).await.unwrap(), bank.open());
        assert_eq!(redrive(&engine, &id).await.unwrap(), (2 * of + 1).to_string());
        let done = before.iter().filter(|it| it.kind == EventType::TaskSucceeded).count();
        assert_eq!(bank.calls().len(), 2 - done, "{made:?}, {before:?}");
    }
}

/// A state that is left again, as its next one failed by itself, is left with the same.
#[tokio::test]
async fn a_state_that_is_left_again_has_the_same_output() {
    let (store, bank) = (MemoryStore::default(), Bank::default());
    let engine = builder(&store, &bank).build();
    let (id, _) = fail::<strict>(&engine, "7").await;
    assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), "TooMuch");
    let events = engine.events(&id, 1, 100).await.unwrap();
    let left = events.iter().filter(|it| it.kind == EventType::StateExited(Kind::Task));
    let left: Vec<_> =
        left.map(|it| it.json()["stateExitedEventDetails"]["output"].clone()).collect();
    assert_eq!(left.len(), 2, "{events:?}");
    assert_eq!(left[0], left[1]);
    assert_eq!(bank.calls().len(), 1);
}
