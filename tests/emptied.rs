//! Memory of an engine: whatever executions have done, it holds nothing of them when they are gone.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use workflow::prelude::*;
use workflow_runtime::store::{MemoryStore, Query, Status, Store};
use workflow_runtime::{Engine, Timestamp};

/// The tokens of those that wait.
#[derive(Clone, Default)]
struct Tokens(Arc<Mutex<Vec<String>>>);

#[task]
async fn quick(number: u64) -> Result<u64, Failure> {
    Ok(number)
}

const TWICE: Retry = Retry::on(&["States.ALL"]).max_attempts(1);

#[task(retry = TWICE)]
async fn fails(number: u64) -> Result<u64, Failure> {
    Err(Failure::new("Broken", number.to_string()))
}

#[task(timeout = "5s")]
async fn hangs() -> Result<u64, Failure> {
    std::future::pending().await
}

#[task(callback, heartbeat = "60s", timeout = "1h")]
async fn ask(tokens: Res<Tokens>, context: TaskContext) -> Result<Pending<u64>, Failure> {
    tokens.0.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[workflow]
async fn plain(number: u64) -> Result<u64, Failure> {
    let (one, other) = join!(quick(number), quick(number + 1)).await?;
    Ok(one + other)
}

#[workflow]
async fn waiting(number: u64) -> Result<u64, Failure> {
    sleep(Duration::from_secs(600)).await;
    let done = quick(number).await?;
    Ok(done)
}

#[workflow]
async fn failing(number: u64) -> Result<u64, Failure> {
    let done = fails(number).await?;
    Ok(done)
}

#[workflow]
async fn hanging(number: u64) -> Result<u64, Failure> {
    let done = hangs().await?;
    Ok(done + number)
}

#[workflow]
async fn asking(number: u64) -> Result<u64, Failure> {
    let done = ask().await?;
    Ok(done + number)
}

#[workflow]
async fn calling(number: u64) -> Result<u64, Failure> {
    let done = plain(number).await?;
    Ok(done)
}

#[workflow]
async fn mapping(number: u64) -> Result<Vec<u64>, Failure> {
    let all = map(vec![number, number + 1], async |it| {
        let done = quick(it).await?;
        Ok(done)
    })
    .distributed()
    .await?;
    Ok(all)
}

#[workflow]
async fn going_on(number: u64) -> Result<u64, Failure> {
    let done = quick(number).await?;
    if done % 2 == 0 {
        return Ok(done);
    }
    continue_as(going_on(done + 1)).await
}

#[workflow]
async fn racing(number: u64) -> Result<u64, Failure> {
    match race!(quick(number), sleep(Duration::from_secs(60)), hangs()).await? {
        Raced::First(done) => Ok(done),
        Raced::Second(_) => Ok(0),
        Raced::Third(done) => Ok(done),
    }
}

/// The kinds of executions.
const KINDS: [&str; 11] = [
    "plain", "waiting", "failing", "hanging", "asking", "calling", "mapping", "going on", "racing",
    "stopped", "refused",
];

/// Starts an execution of a kind that nobody waits for.
async fn start(engine: &Engine, kind: &str, number: u64) {
    let name = Some(format!("{kind}-{number}").replace(' ', "-"));
    let (name, input) = (name.as_deref(), number.to_string());
    match kind {
        "plain" => drop(engine.start_json_as::<plain>(&input, name)),
        "waiting" => drop(engine.start_json_as::<waiting>(&input, name)),
        "failing" => drop(engine.start_json_as::<failing>(&input, name)),
        "hanging" => drop(engine.start_json_as::<hanging>(&input, name)),
        "asking" => drop(engine.start_json_as::<asking>(&input, name)),
        "calling" => drop(engine.start_json_as::<calling>(&input, name)),
        "mapping" => drop(engine.start_json_as::<mapping>(&input, name)),
        "going on" => drop(engine.start_json_as::<going_on>(&(2 * number + 1).to_string(), name)),
        "racing" => drop(engine.start_json_as::<racing>(&input, name)),
        "stopped" => {
            let started = engine.start_json_as::<waiting>(&input, name);
            let _ = started.started().await;
            engine.stop(started.id(), "Enough", "").await.unwrap();
        }
        _ => {
            let _ = engine.start_json_as::<plain>(&input, name).await;
            let other = engine.start_json_as::<plain>("0", name).await;
            assert_eq!(other.unwrap_err().error(), "ExecutionAlreadyExists");
            assert!(engine.start_json_as::<plain>("{}", None).await.is_err());
            assert!(engine.complete("none", 1).await.is_err());
        }
    }
}

/// Runs so many executions to their ends, and removes them.
async fn run(engine: &Engine, store: &MemoryStore, tokens: &Tokens, numbers: Range<u64>) {
    for number in numbers {
        start(engine, KINDS[usize::try_from(number).unwrap() % KINDS.len()], number).await;
    }
    for _ in 0..1_000 {
        let asked = std::mem::take(&mut *tokens.0.lock().unwrap());
        for token in asked {
            engine.heartbeat(&token).await.unwrap();
            engine.complete(&token, 1).await.unwrap();
        }
        tokio::time::sleep(Duration::from_secs(30)).await;
        let open = Query { status: Some(Status::Running), limit: 1, ..Query::default() };
        if store.list(open).await.unwrap().executions.is_empty() {
            engine.prune(Timestamp::MAX, usize::MAX).await.unwrap();
            let left = store.list(Query::default()).await.unwrap().executions;
            assert!(left.is_empty(), "{left:?}");
            return;
        }
    }
    panic!("they do not end");
}

/// The memory of this process, in KiB.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Executions of every kind, 500 at once: what they leave would be there 20,000 times.
#[tokio::test(start_paused = true)]
async fn an_engine_holds_nothing_of_what_is_gone() {
    let (store, tokens) = (MemoryStore::default(), Tokens::default());
    let builder = Engine::builder().store(store.clone()).resource(tokens.clone());
    let builder = builder.workflow::<plain>().workflow::<waiting>().workflow::<failing>();
    let builder = builder.workflow::<hanging>().workflow::<asking>().workflow::<calling>();
    let builder = builder.workflow::<mapping>().workflow::<going_on>().workflow::<racing>();
    let engine = builder.task_concurrency::<quick>(50).build();
    drop(engine.recover().await.unwrap());
    let (first, rest) = (5_000, 25_000);
    let mut before = None;
    for number in (0..rest).step_by(500) {
        if number == first {
            before = resident();
        }
        run(&engine, &store, &tokens, number..number + 500).await;
    }
    if let (Some(before), Some(after)) = (before, resident()) {
        // Of each no more than 40 bytes: less than its ARN has.
        assert!(after < before + 800, "{before} KiB, then {after} KiB");
    }
}
