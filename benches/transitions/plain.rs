//! The same without an engine: the bodies of the tasks, awaited by ordinary code.

use super::flows::{Order, bump, count};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use workflow::Failure;

pub async fn sequence() -> Result<u32, Failure> {
    let mut n = 0;
    for _ in 0..10 {
        n = bump::run(n).await?;
    }
    Ok(n)
}

pub async fn sequence_300() -> Result<Order, Failure> {
    let mut order = Order::new();
    for _ in 0..10 {
        order = count::run(order.clone()).await?;
    }
    Ok(order)
}

pub async fn turns() -> Result<u32, Failure> {
    let mut n = 0;
    while n < 1000 {
        n = bump::run(n).await?;
    }
    Ok(n)
}

pub async fn turns_300() -> Result<Order, Failure> {
    let mut order = Order::new();
    while order.count < 1000 {
        order = count::run(order.clone()).await?;
    }
    Ok(order)
}

/// Futures in boxes, polled in turn until all are ready.
pub async fn joined(items: u32) -> Result<Vec<u32>, Failure> {
    let mut waiting: Vec<Pin<Box<dyn Future<Output = _>>>> = Vec::with_capacity(items as usize);
    for n in 0..items {
        waiting.push(Box::pin(bump::run(n)));
    }
    let mut done: Vec<Option<Result<u32, Failure>>> = waiting.iter().map(|_| None).collect();
    poll_fn(|cx| {
        for (future, done) in waiting.iter_mut().zip(&mut done) {
            if done.is_none()
                && let Poll::Ready(output) = future.as_mut().poll(cx)
            {
                *done = Some(output);
            }
        }
        if done.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

/// A task of the runtime for each item.
pub async fn spawned(items: u32) -> Result<Vec<u32>, Failure> {
    let tasks: Vec<_> = (0..items).map(|n| tokio::spawn(bump::run(n))).collect();
    let mut done = Vec::with_capacity(tasks.len());
    for task in tasks {
        done.push(task.await.unwrap()?);
    }
    Ok(done)
}
