//! Executions that run, so many at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use workflow::{Engine, Workflow};

/// A runtime as programs have it.
pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_time().build().unwrap()
}

/// Runs `count` executions, `at_once` at a time, each begun when another ends: the times that they took, and the whole.
pub fn run<W: Workflow>(
    runtime: &Runtime,
    engine: &Engine,
    (count, at_once): (usize, usize),
    input: impl Fn() -> W::Input + Clone + Send + 'static,
) -> (Vec<Duration>, Duration)
where
    W::Input: Send,
    W::Output: Send,
{
    let next = Arc::new(AtomicUsize::new(0));
    let begin = Instant::now();
    let workers: Vec<_> = (0..at_once)
        .map(|_| {
            let (engine, next, input) = (engine.clone(), next.clone(), input.clone());
            runtime.spawn(async move {
                let mut times = vec![];
                while next.fetch_add(1, Ordering::Relaxed) < count {
                    let begin = Instant::now();
                    engine.start_workflow::<W>(input()).await.unwrap();
                    times.push(begin.elapsed());
                }
                times
            })
        })
        .collect();
    let times = runtime.block_on(async {
        let mut times = vec![];
        for worker in workers {
            times.extend(worker.await.unwrap());
        }
        times
    });
    (times, begin.elapsed())
}
