//! The workflows that are measured, besides those of the benchmark without a store.

#[allow(dead_code, reason = "other benches use the rest")]
#[path = "../transitions/flows.rs"]
mod shared;

pub use shared::{Order, items, sequence, sequence_300};

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use workflow::prelude::*;

/// No task, but each other kind of state.
#[workflow]
pub async fn quiet(list: Vec<u32>) -> Result<u32, Failure> {
    sleep_until("2020-01-01T00:00:00Z").await;
    let doubled = map(list, async |n| {
        sleep_until("2020-01-01T00:00:00Z").await;
        Ok(n * 2)
    })
    .await?;
    let (low, high) = join!(
        async {
            sleep_until("2020-01-01T00:00:00Z").await;
            Ok(1)
        },
        async {
            sleep_until("2020-01-01T00:00:00Z").await;
            Ok(2)
        },
    )
    .await?;
    if doubled.len() > 3 {
        sleep_until("2020-01-01T00:00:00Z").await;
    }
    Ok(low + high)
}

#[task]
pub async fn again(of: u32) -> Result<u32, Failure> {
    Ok(of % 10)
}

/// A loop with a task in each turn.
#[workflow]
pub async fn repeated(list: Vec<u32>) -> Result<u32, Failure> {
    let mut sum = 0;
    for of in list {
        let one = again(of).await?;
        sum += one;
    }
    Ok(sum)
}

/// A loop that counts, with a task in each turn.
#[workflow]
pub async fn counted(turns: u32) -> Result<u32, Failure> {
    let mut sum = 0;
    for turn in 0..turns {
        let one = again(turn).await?;
        sum += one;
    }
    Ok(sum)
}

/// The number of executions that have waited and are awake.
pub static AWAKE: AtomicUsize = AtomicUsize::new(0);

#[task]
pub async fn ring() -> Result<(), Failure> {
    AWAKE.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

/// Waits, and rings.
#[workflow]
pub async fn patient(until: String) -> Result<(), Failure> {
    sleep_until(until).await;
    ring().await?;
    Ok(())
}

/// The times at which the tasks of new executions began.
pub static BEGUN: Mutex<Vec<(usize, Instant)>> = Mutex::new(vec![]);

#[task]
pub async fn begin(number: usize) -> Result<(), Failure> {
    BEGUN.lock().unwrap().push((number, Instant::now()));
    Ok(())
}

/// A task, which says when it begins: the start is on the disk then.
#[workflow]
pub async fn fresh(number: usize) -> Result<(), Failure> {
    begin(number).await?;
    Ok(())
}
