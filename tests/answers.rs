//! Tasks that wait for an answer with a token: over crashes, and against strangers.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/lost.rs"]
mod lost;

use self::lost::Lost;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use workflow::connector::AnswerError;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::engine::Execution;
use workflow_runtime::store::{MemoryStore, Status, Store};

/// The tokens that the body has handed out, in order.
#[derive(Clone, Default)]
struct Desk(Arc<Mutex<Vec<String>>>);

impl Desk {
    fn tokens(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    async fn token(&self) -> String {
        loop {
            if let Some(token) = self.tokens().pop() {
                return token;
            }
            tokio::task::yield_now().await;
        }
    }
}

#[task(callback)]
async fn decide(
    desk: Res<Desk>,
    context: TaskContext,
    what: String,
) -> Result<Pending<u32>, Failure> {
    assert_eq!(what, "a train");
    desk.0.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[workflow]
async fn ask(what: String) -> Result<u32, Failure> {
    let price = decide(what).await?;
    Ok(price + 1)
}

#[workflow]
async fn ask_twice(what: String) -> Result<u32, Failure> {
    let one = decide(what.clone()).await?;
    let other = decide(what).await?;
    Ok(one * 10 + other)
}

fn engine(desk: &Desk, store: impl Store) -> Engine {
    Engine::builder().resource(desk.clone()).store(store).build()
}

fn process() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn start(engine: &Engine) -> Execution<Arc<str>> {
    engine.start_json_as::<ask>("\"a train\"", Some("one"))
}

const ONE: &str = "arn:aws:states:us-east-1:123456789012:execution:ask:one";

async fn resumed(engine: &Engine) -> Execution<u32> {
    engine.resume_workflow::<ask>(ONE).await
}

/// The names of the events in the store.
async fn events(engine: &Engine) -> Vec<String> {
    let execution = resumed(engine).await;
    execution.history().iter().map(|event| event.kind.name().to_string()).collect()
}

/// Waits until the execution has written that its call was taken.
async fn submitted(store: &MemoryStore) {
    while store.describe(ONE).await.unwrap().is_none_or(|known| known.number < 3) {
        tokio::task::yield_now().await;
    }
}

#[test]
fn an_acknowledged_answer_survives_the_process() {
    let (desk, store) = (Desk::default(), MemoryStore::default());
    // Begun, its token opened, taken: nothing that comes after the answer is written.
    let before = process();
    before.block_on(async {
        let engine = engine(&desk, Lost::after(&store, 3));
        let waits = start(&engine);
        let token = desk.token().await;
        submitted(&store).await;
        engine.complete(&token, 7).await.unwrap();
        assert!(matches!(engine.complete(&token, 8).await, Err(AnswerError::Closed(_))));
        drop(waits);
    });
    drop(before);
    process().block_on(async {
        let engine = engine(&desk, store.clone());
        assert_eq!(resumed(&engine).await.await.unwrap(), 8);
        let all = events(&engine).await;
        assert_eq!(all.iter().filter(|name| *name == "TaskSubmitted").count(), 1, "{all:?}");
    });
    assert_eq!(desk.tokens().len(), 1, "the call was taken, and is not made again");
}

#[test]
fn an_answer_while_no_engine_has_the_execution() {
    let (desk, store) = (Desk::default(), MemoryStore::default());
    let before = process();
    before.block_on(async {
        drop(start(&engine(&desk, Lost::after(&store, 3))));
        submitted(&store).await;
    });
    drop(before);
    process().block_on(async {
        let engine = engine(&desk, store.clone());
        let token = desk.token().await;
        let strange = token.replace('0', "1");
        assert_eq!(engine.complete(&strange, 1).await, Err(AnswerError::Unknown(strange.clone())));
        engine.fail(&token, Failure::new("Refused", "too much")).await.unwrap();
        assert!(engine.complete(&token, 8).await.is_err(), "it has been answered");
        let failure = resumed(&engine).await.await.unwrap_err();
        assert_eq!((failure.error(), &*failure.cause()), ("Refused", "too much"));
        assert_eq!(store.get(ONE).unwrap().status, Status::Failed);
    });
}

/// The process is lost after each commit in turn, and each answer is given as soon as there is a token.
#[test]
fn answers_count_once_wherever_the_process_is_lost() {
    for commits in 1..8 {
        let (desk, store) = (Desk::default(), MemoryStore::default());
        let mut result = None;
        for (commits, turns) in [(commits, 20), (commits, 20), (u64::MAX, 1_000)] {
            let process = process();
            result = process.block_on(async {
                let engine = engine(&desk, Lost::after(&store, commits));
                let input = "\"a train\"";
                let mut execution = engine.start_json_as::<ask_twice>(input, Some("one"));
                let mut answered = vec![];
                for _ in 0..turns {
                    for (index, token) in desk.tokens().into_iter().enumerate() {
                        if !answered.contains(&token)
                            && engine.complete(&token, index + 1).await.is_ok()
                        {
                            answered.push(token);
                        }
                    }
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    if execution.status() == Status::Succeeded {
                        return Some((&mut execution).await.unwrap().to_string());
                    }
                }
                None
            });
        }
        let mut tokens = desk.tokens();
        let result: u32 = result.unwrap().parse().unwrap();
        assert!((1..=4).contains(&(result / 10)) && result % 10 > result / 10, "{result}");
        tokens.sort();
        tokens.dedup();
        assert_eq!(tokens.len(), 2, "one token for each call, whatever is lost");
    }
}

#[test]
fn tokens_of_one_store_mean_nothing_to_another() {
    process().block_on(async {
        let (desk, other) = (Desk::default(), Desk::default());
        let one = engine(&desk, MemoryStore::default());
        let two = engine(&other, MemoryStore::default());
        let (first, second) = (start(&one), start(&two));
        let (token, strange) = (desk.token().await, other.token().await);
        assert_ne!(token, strange, "executions of the same name have other tokens");
        assert!(matches!(one.complete(&strange, 1).await, Err(AnswerError::Unknown(_))));
        assert!(two.complete(&token, 1).await.is_err());
        one.complete(&token, 1).await.unwrap();
        two.complete(&strange, 2).await.unwrap();
        assert_eq!((&*first.await.unwrap(), &*second.await.unwrap()), ("2", "3"));
    });
}

#[test]
fn an_answer_that_has_no_json_form_is_told() {
    process().block_on(async {
        let desk = Desk::default();
        let engine = engine(&desk, MemoryStore::default());
        let waits = start(&engine);
        let token = desk.token().await;
        let refused = engine.complete(&token, f64::NAN).await.unwrap_err();
        assert!(matches!(refused, AnswerError::NoJson(_)), "{refused}");
        engine.complete(&token, 1).await.unwrap();
        assert_eq!(&*waits.await.unwrap(), "2");
    });
}

#[task]
async fn unlucky(lives: Res<Arc<AtomicU32>>) -> Result<u32, Failure> {
    tokio::time::sleep(Duration::from_millis(50)).await;
    match lives.fetch_add(1, Ordering::SeqCst) {
        0 => Err(Failure::new("Busy", "")),
        _ => Ok(1),
    }
}

#[workflow]
async fn ask_beside(what: String) -> Result<u32, Failure> {
    let (price, more) = join!(decide(what), unlucky())
        .retry(Retry::on(&["Busy"]).max_attempts(1).interval(1))
        .await?;
    Ok(price + more)
}

/// An answer to the first attempt of a Parallel is none to the second: that asks anew.
#[tokio::test(start_paused = true)]
async fn each_attempt_of_a_parallel_has_its_own_tokens() {
    for keeps in [false, true] {
        let (desk, lives) = (Desk::default(), Arc::<AtomicU32>::default());
        let engine = Engine::builder().resource(desk.clone()).resource(lives);
        let engine = match keeps {
            true => engine.store(MemoryStore::default()).build(),
            false => engine.build(),
        };
        let execution = engine.start_json_as::<ask_beside>("\"a train\"", None);
        tokio::time::sleep(Duration::from_secs(5)).await;
        let [first, second] = desk.tokens().try_into().unwrap();
        assert_ne!(first, second);
        let late = engine.complete(&first, 5).await;
        assert!(matches!(late, Err(AnswerError::Closed(_))), "{late:?}");
        engine.complete(&second, 7).await.unwrap();
        assert_eq!(&*execution.await.unwrap(), "8");
    }
}

#[workflow]
async fn ask_for_a_minute(what: String) -> Result<u32, Failure> {
    let price = decide(what).timeout(Duration::from_secs(60)).await?;
    Ok(price + 1)
}

/// Answers, failures and heartbeats with a token are refused for the same reason.
async fn refused_as(engine: &Engine, token: &str, code: &str) {
    let all = [
        engine.complete(token, 1).await,
        engine.fail(token, Failure::new("Refused", "")).await,
        engine.heartbeat(token).await,
    ];
    for error in all.map(Result::unwrap_err) {
        assert_eq!(error.code(), Some(code), "{token}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn refused_answers_are_told_apart() {
    for keeps in [false, true] {
        let desk = Desk::default();
        let engine = Engine::builder().resource(desk.clone());
        let engine = match keeps {
            true => engine.store(MemoryStore::default()).build(),
            false => engine.build(),
        };
        let start = || engine.start_json::<ask_for_a_minute>("\"a train\"");
        let (late, taken) = (start(), start());
        while desk.tokens().len() < 2 {
            tokio::task::yield_now().await;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        let [first, second] = desk.tokens().try_into().unwrap();
        for strange in ["", "a token", &first[1..], &format!("{first}0")] {
            refused_as(&engine, strange, "InvalidToken").await;
        }
        engine.complete(&first, 7).await.unwrap();
        refused_as(&engine, &first, "TaskTimedOut").await;
        let ended = [late.await, taken.await];
        refused_as(&engine, &first, "TaskTimedOut").await;
        refused_as(&engine, &second, "TaskTimedOut").await;
        let outputs: Vec<_> = ended.iter().flatten().map(|it| &**it).collect();
        let errors = ended.iter().filter_map(|it| it.as_ref().err()).map(Failure::error);
        assert_eq!((outputs, errors.collect::<Vec<_>>()), (vec!["8"], vec!["States.Timeout"]));
    }
}

#[workflow]
async fn ask_all(what: Vec<String>) -> Result<Vec<u32>, Failure> {
    map(what, async |what| {
        let price = decide(what).await?;
        Ok(price)
    })
    .distributed()
    .await
}

/// A task waits in one engine, and is answered through another one on the same store.
#[tokio::test]
async fn an_answer_finds_the_engine_that_waits() {
    for (item, right) in [(true, "[7]"), (false, "8")] {
        let (desk, store) = (Desk::default(), MemoryStore::default());
        let (one, other) = (engine(&desk, store.clone()), engine(&desk, store));
        let execution = match item {
            true => one.start_json_as::<ask_all>("[\"a train\"]", Some("one")),
            false => start(&one),
        };
        let token = desk.token().await;
        other.complete(&token, 7_u32).await.unwrap();
        let again = other.complete(&token, 8_u32).await;
        assert!(matches!(again, Err(AnswerError::Closed(_))), "{again:?}");
        let output = tokio::time::timeout(Duration::from_secs(5), execution).await.unwrap();
        assert_eq!(&*output.unwrap(), right);
    }
}
