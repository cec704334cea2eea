//! Acknowledged answers and stops: they take effect, whoever goes away meanwhile.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "support/lost.rs"]
mod lost;

use self::lost::Lost;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::{sleep, timeout};
use workflow::connector::AnswerError;
use workflow::prelude::{Failure, Pending, Res, TaskContext, task, workflow};
use workflow_runtime::Engine;
use workflow_runtime::store::{
    Answer, Around, Commit, Delivered, MemoryStore, Message, Status, Store, StoreError, StoreResult,
};
use workflow_runtime::task::BoxFuture;

/// A store that takes its time, and cannot write now and then.
#[derive(Clone, Default)]
struct Slow {
    inner: MemoryStore,
    /// The seconds that pass after an answer is written, and before a commit is.
    answers: u64,
    commits: Arc<AtomicU64>,
    full: Arc<AtomicU64>,
}

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<StoreResult<Option<Delivered>>> {
        let (answered, seconds) = (self.inner.answer(token, answer), self.answers);
        Box::pin(async move {
            sleep(Duration::from_secs(seconds)).await;
            answered.await
        })
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        let (store, seconds) = (self.clone(), self.commits.load(Ordering::SeqCst));
        Box::pin(async move {
            sleep(Duration::from_secs(seconds)).await;
            if store.full.load(Ordering::SeqCst) > 0 {
                return Err(StoreError::Stalled("the disk is full".to_owned()));
            }
            store.inner.commit(commit).await
        })
    }
}

/// The tokens that the body has handed out.
#[derive(Clone, Default)]
struct Desk(Arc<Mutex<Vec<String>>>);

impl Desk {
    async fn token(&self) -> String {
        loop {
            let token = self.0.lock().unwrap().last().cloned();
            match token {
                Some(token) => return token,
                None => sleep(Duration::from_millis(1)).await,
            }
        }
    }
}

#[task(callback, timeout = "60s")]
async fn decide(desk: Res<Desk>, context: TaskContext) -> Result<Pending<u32>, Failure> {
    desk.0.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[workflow]
async fn ask(fee: u32) -> Result<u32, Failure> {
    let price = decide().await?;
    Ok(price + fee)
}

#[workflow]
async fn rest(fee: u32) -> Result<u32, Failure> {
    workflow::prelude::sleep(Duration::from_secs(3600)).await;
    Ok(fee)
}

const ASK: &str = "arn:aws:states:us-east-1:123456789012:execution:ask:one";
const REST: &str = "arn:aws:states:us-east-1:123456789012:execution:rest:one";

fn engine(desk: &Desk, store: impl Store) -> Engine {
    let engine = Engine::builder().workflow::<ask>().workflow::<rest>();
    engine.resource(desk.clone()).store(store).build()
}

/// Waits until the execution has written that its call was taken.
async fn submitted(store: &MemoryStore) {
    while store.get(ASK).is_none_or(|known| known.number < 3) {
        sleep(Duration::from_millis(1)).await;
    }
}

fn process() -> Runtime {
    let runtime = tokio::runtime::Builder::new_current_thread();
    { runtime }.enable_all().start_paused(true).build().unwrap()
}

fn seconds(seconds: u64) -> impl Future<Output = ()> {
    sleep(Duration::from_secs(seconds))
}

/// The process ends between the answer and the commit that takes it, and the next one comes after the deadline.
#[test]
fn an_answer_in_time_counts_whenever_it_is_loaded() {
    let (desk, store) = (Desk::default(), MemoryStore::default());
    let before = process();
    before.block_on(async {
        let engine = engine(&desk, Lost::after(&store, 3));
        let _waits = engine.start_json_as::<ask>("1", Some("one"));
        let token = desk.token().await;
        submitted(&store).await;
        engine.complete(&token, 7).await.unwrap();
    });
    drop(before);
    process().block_on(async {
        seconds(3_000).await;
        let engine = engine(&desk, store.clone());
        assert_eq!(engine.resume_workflow::<ask>(ASK).await.await, Ok(8));
    });
}

/// The same in one process: the deadline passes while the answer is being written.
#[tokio::test(start_paused = true)]
async fn an_answer_that_is_being_written_is_waited_for() {
    let (desk, store) = (Desk::default(), Slow { answers: 20, ..Slow::default() });
    let engine = engine(&desk, store);
    let execution = engine.start_json_as::<ask>("1", Some("one"));
    let token = desk.token().await;
    seconds(50).await;
    assert_eq!(engine.complete(&token, 7).await, Ok(()));
    assert_eq!(execution.await.as_deref(), Ok("8"));
}

/// No answer is taken that the end of the attempt, which is on its way to the store, would remove.
#[tokio::test(start_paused = true)]
async fn an_answer_is_refused_while_the_end_of_its_time_is_written() {
    let (desk, store) = (Desk::default(), Slow::default());
    let engine = engine(&desk, store.clone());
    let execution = engine.start_json_as::<ask>("1", Some("one"));
    let token = desk.token().await;
    submitted(&store.inner).await;
    store.commits.store(10, Ordering::SeqCst);
    seconds(65).await;
    assert_eq!(engine.complete(&token, 7).await, Err(AnswerError::Closed(token)));
    assert_eq!(execution.await.unwrap_err().error(), "States.Timeout");
}

/// Whoever answers may lose patience; the answer is written, so the execution gets it.
#[tokio::test(start_paused = true)]
async fn an_answer_arrives_though_nobody_waits_for_its_end() {
    let (desk, store) = (Desk::default(), Slow { answers: 5, ..Slow::default() });
    let engine = engine(&desk, store);
    let execution = engine.start_json_as::<ask>("1", Some("one"));
    let token = desk.token().await;
    let impatient = timeout(Duration::from_secs(1), engine.complete(&token, 7)).await;
    assert!(impatient.is_err(), "it takes longer");
    let ended = timeout(Duration::from_secs(30), execution).await;
    assert_eq!(ended.expect("it is told").as_deref(), Ok("8"));
}

async fn stopped(store: &MemoryStore) {
    seconds(61).await;
    let known = store.get(REST).unwrap();
    assert_eq!(known.status, Status::Aborted);
    assert_eq!(known.end.unwrap().unwrap_err().error(), "Enough");
}

/// Two engines on a store: one is told to stop what the other has.
#[tokio::test(start_paused = true)]
async fn a_stop_reaches_the_engine_that_has_the_execution() {
    for recovers in [true, false] {
        let (desk, store) = (Desk::default(), MemoryStore::default());
        let (one, other) = (engine(&desk, store.clone()), engine(&desk, store.clone()));
        if recovers {
            drop(other.recover().await.unwrap());
        }
        let execution = other.start_json_as::<rest>("1", Some("one"));
        execution.started().await.unwrap();
        assert_eq!(one.stop(REST, "Enough", "").await, Ok(true));
        stopped(&store).await;
        assert_eq!(execution.await.unwrap_err().error(), "Enough");
    }
}

/// The stop is written by another process, which can tell nobody here.
#[tokio::test(start_paused = true)]
async fn a_stop_that_another_process_has_written_is_found() {
    let (desk, store) = (Desk::default(), MemoryStore::default());
    let engine = engine(&desk, store.clone());
    drop(engine.recover().await.unwrap());
    let execution = engine.start_json_as::<rest>("1", Some("one"));
    execution.started().await.unwrap();
    let stop = Message::Stop(Failure::new("Enough", ""));
    assert!(store.tell(REST, stop).await.unwrap().is_some());
    stopped(&store).await;
    drop(execution);
}

/// The store cannot write the end for longer than the engine is patient.
#[tokio::test(start_paused = true)]
async fn a_stop_by_a_handle_outlives_a_full_disk() {
    let (desk, store) = (Desk::default(), Slow::default());
    let engine = engine(&desk, store.clone());
    drop(engine.recover().await.unwrap());
    let execution = engine.start_json_as::<rest>("1", Some("one"));
    execution.started().await.unwrap();
    store.full.store(1, Ordering::SeqCst);
    execution.stop("Enough", "").await;
    assert!(execution.await.unwrap_err().is_interruption());
    seconds(100).await;
    store.full.store(0, Ordering::SeqCst);
    stopped(&store.inner).await;
    // Its name is that of another execution then.
    assert_eq!(engine.purge(REST).await, Ok(true));
    let again = engine.start_json_as::<rest>("1", Some("one"));
    assert_eq!(again.await.as_deref(), Ok("1"));
}
