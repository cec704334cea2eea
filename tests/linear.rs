//! Work that grows with the number of children, and no faster: the processor time of eight times as many is compared.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/until.rs"]
mod until;

use self::until::until;
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::engine::Limits;
use workflow_runtime::machine::History;
use workflow_runtime::store::{MemoryStore, Query, Status, Store};

#[derive(Clone, Default)]
struct Desk(Arc<Mutex<Vec<String>>>);

#[task]
async fn add(of: u64) -> Result<u64, Failure> {
    Ok(of + 1)
}

#[task]
async fn refuse(of: u64, last: u64) -> Result<u64, Failure> {
    if of == last { Err(Failure::new("Last", "")) } else { Ok(of) }
}

#[task(callback)]
async fn ask(desk: Res<Desk>, context: TaskContext, of: u64) -> Result<Pending<u64>, Failure> {
    desk.0.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    let _ = of;
    Ok(Pending::new())
}

/// Items with branches of their own.
#[workflow]
async fn nested(of: Vec<u64>) -> Result<u64, Failure> {
    let all = map(of, async |of| {
        let (one, other) = join!(add(of), add(of + 1)).await?;
        Ok(one + other)
    })
    .await?;
    Ok(all.len() as u64)
}

/// The same without anything that waits.
#[workflow]
async fn pure(of: Vec<u64>) -> Result<u64, Failure> {
    let all = map(of, async |of| {
        let (one, other) = join!(async { Ok(of + 1) }, async { Ok(of + 2) }).await?;
        sleep(Duration::from_secs(5)).await;
        Ok(one + other)
    })
    .await?;
    Ok(all.len() as u64)
}

/// Items that wait while the last one fails.
#[workflow]
async fn failing(of: Vec<u64>) -> Result<u64, Failure> {
    let last = of.len() as u64 - 1;
    let all = map(of, async |of| {
        let (one, other) = join!(add(of), add(of)).await?;
        sleep(Duration::from_secs(10)).await;
        let (last, again) = join!(refuse(of, last), add(one + other)).await?;
        Ok(last + again)
    })
    .await?;
    Ok(all.len() as u64)
}

/// Items that wait for an answer each.
#[workflow]
async fn asking(of: Vec<u64>) -> Result<u64, Failure> {
    let all = map(of, async |of| {
        let answer = ask(of).await?;
        Ok(answer)
    })
    .await?;
    Ok(all.len() as u64)
}

/// Items that wait for a time.
#[workflow]
async fn waiting(of: Vec<u64>) -> Result<u64, Failure> {
    let all = map(of, async |of| {
        sleep(Duration::from_secs(of)).await;
        Ok(of)
    })
    .await?;
    Ok(all.len() as u64)
}

/// The processor time of this thread, in nanoseconds.
fn spent() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// Holds the processor time of eight times as many children against that of these: linear is 8, quadratic 64. What else runs
/// on the machine takes caches away, so that it fails only where three rounds say the same.
fn is_linear(what: &str, least: u64, run: impl AsyncFn(u64)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let round = || -> Option<Vec<u64>> {
        let times = [1, 2, 4, 8].map(|more| {
            let before = spent()?;
            runtime.block_on(run(more * least));
            Some(spent()? - before)
        });
        times.into_iter().collect()
    };
    runtime.block_on(run(least));
    for last in [false, false, true] {
        let Some(times) = round() else {
            println!("skipped: there is no processor time to read");
            return;
        };
        let each = |(time, more): (&u64, u64)| time / 1_000 / (more * least);
        let each: Vec<_> = times.iter().zip([1, 2, 4, 8]).map(each).collect();
        println!("{what}: {each:?} µs a child at {least}, and at 2, 4 and 8 times as many");
        if times[3] < 16 * times[0] {
            return;
        }
        assert!(!last, "{what}: {each:?} µs a child");
    }
}

fn all(count: u64) -> Vec<u64> {
    (0..count).collect()
}

fn builder() -> workflow_runtime::engine::EngineBuilder {
    Engine::builder().limits(Limits::Off).history(History::Full).store(MemoryStore::default())
}

#[test]
fn branches_within_items() {
    is_linear("branches", 500, async |count| {
        assert_eq!(builder().build().run::<nested>(all(count)).await.unwrap(), count);
    });
}

#[test]
fn branches_without_tasks() {
    is_linear("pure", 500, async |count| {
        let engine = builder().virtual_time().build();
        assert_eq!(engine.run::<pure>(all(count)).await.unwrap(), count);
    });
}

#[test]
fn items_that_are_cancelled() {
    is_linear("cancelled", 500, async |count| {
        let engine = builder().virtual_time().build();
        assert_eq!(engine.run::<failing>(all(count)).await.unwrap_err().error(), "Last");
    });
}

#[test]
fn items_that_wait_for_a_time() {
    is_linear("times", 500, async |count| {
        let engine = builder().virtual_time().build();
        assert_eq!(engine.run::<waiting>(all(count)).await.unwrap(), count);
    });
}

/// Answered one after the other, while nobody waits for the execution.
#[test]
fn items_that_are_answered() {
    is_linear("answers", 250, async |count| {
        let (desk, store) = (Desk::default(), MemoryStore::default());
        let engine = Engine::builder().limits(Limits::Off).store(store.clone());
        let engine = engine.resource(desk.clone()).workflow::<asking>().build();
        let _ = engine.recover().await.unwrap();
        let input = serde_json::to_string(&all(count)).unwrap();
        drop(engine.start_json_as::<asking>(&input, Some("one")));
        until("asked", async || desk.0.lock().unwrap().len() as u64 == count).await;
        let tokens = desk.0.lock().unwrap().clone();
        for token in tokens {
            engine.complete(&token, 1_u64).await.unwrap();
            tokio::task::yield_now().await;
        }
        until("ended", async || {
            let ended = Query { status: Some(Status::Succeeded), ..Query::default() };
            !store.list(ended).await.unwrap().executions.is_empty()
        })
        .await;
    });
}
