//! Clocks that are set while an execution waits: it goes on when the clock shows the time.

use crate::clock::HandClock;
use std::time::Duration;
use workflow::prelude::*;
use workflow::store::{MemoryStore, Status, Store};
use workflow_runtime::{Engine, Workflow};

const HOUR: i64 = 3_600;
/// Seconds until each of these workflows ends.
const DUE: i64 = 600;

#[task]
async fn fail_first(context: TaskContext, by: u32) -> Result<u32, Failure> {
    match context.attempt {
        1 => Err(Failure::new("Busy", "")),
        _ => Ok(by),
    }
}

#[task(timeout = "10m")]
async fn hang(by: u32) -> Result<u32, Failure> {
    std::future::pending::<()>().await;
    Ok(by)
}

#[task(callback)]
async fn ask() -> Result<Pending<u32>, Failure> {
    Ok(Pending::new())
}

#[workflow]
async fn waits(by: u32) -> Result<u32, Failure> {
    sleep(Duration::from_secs(600)).await;
    Ok(by)
}

#[workflow]
async fn retries(by: u32) -> Result<u32, Failure> {
    let by = fail_first(by).retry(Retry::on(&["Busy"]).interval(600).max_attempts(1)).await?;
    Ok(by)
}

#[workflow]
async fn is_limited(by: u32) -> Result<u32, Failure> {
    let by = hang(by).await?;
    Ok(by)
}

#[workflow(timeout = "10m")]
async fn has_a_deadline(by: u32) -> Result<u32, Failure> {
    let more = ask().await?;
    Ok(by + more)
}

/// Lets everybody do what they can: time of tokio passes when nobody has anything to do.
async fn rest() {
    tokio::time::sleep(Duration::from_millis(1)).await;
}

/// Starts a workflow, sets the clock while it waits, and returns how it ends: when the clock shows its time, and not before.
async fn ends<W: Workflow<Input = u32, Output = u32>>(set: i64) -> Result<u32, String> {
    let clock = HandClock::default();
    let engine = Engine::builder().store(MemoryStore::default()).clock(clock.clone()).build();
    let execution = engine.start_workflow::<W>(7);
    rest().await;
    clock.forward(set);
    rest().await;
    if set < DUE {
        assert_eq!(execution.status(), Status::Running, "{}", W::NAME);
        clock.forward(DUE - set - 1);
        rest().await;
        assert_eq!(execution.status(), Status::Running, "{} before its time", W::NAME);
        clock.forward(1);
        rest().await;
    }
    assert_ne!(execution.status(), Status::Running, "{} set by {set}", W::NAME);
    execution.await.map_err(|failure| failure.error().to_owned())
}

#[tokio::test(start_paused = true)]
async fn whatever_waits_ends_when_the_clock_shows_its_time() {
    let late = Err("States.Timeout".to_owned());
    for set in [-24 * HOUR, -HOUR, -1, 0, 1, DUE - 1, DUE, HOUR, 365 * 24 * HOUR] {
        assert_eq!(ends::<waits>(set).await, Ok(7));
        assert_eq!(ends::<retries>(set).await, Ok(7));
        assert_eq!(ends::<is_limited>(set).await, late);
        assert_eq!(ends::<has_a_deadline>(set).await, late);
    }
}

#[tokio::test(start_paused = true)]
async fn so_does_what_left_memory() {
    for set in [-HOUR, HOUR] {
        let (store, clock) = (MemoryStore::default(), HandClock::default());
        let engine = Engine::builder().workflow::<waits>().store(store.clone());
        let engine = engine.clock(clock.clone()).build();
        let _ = engine.recover().await.unwrap();
        let id = engine.start_workflow_as::<waits>(7, "w").id().to_owned();
        rest().await;
        let wake = store.describe(&id).await.unwrap().unwrap().wake;
        assert_eq!(wake.map(|it| it.as_second()), Some(1_800_000_000 + DUE), "it left");
        clock.forward(set);
        rest().await;
        if set < DUE {
            clock.forward(DUE - set - 1);
            // The store is looked at again and again.
            tokio::time::sleep(Duration::from_secs(120)).await;
            assert_eq!(store.get(&id).unwrap().status, Status::Running);
            clock.forward(1);
            rest().await;
        }
        assert_eq!(store.get(&id).unwrap().status, Status::Succeeded, "set by {set}");
    }
}
