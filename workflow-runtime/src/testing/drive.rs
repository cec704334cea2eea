//! Runs a machine to its end, or until it is clear that it never ends.

use crate::engine::{Engine, Identity};
use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::machine::Machine;
use serde_json::Value;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

/// The turns without a call, in virtual time, after which nothing is going to happen.
const TURNS: u32 = 100_000;

/// The end of a machine's run.
#[derive(Clone, Debug)]
pub struct Ran {
    /// The output, or the failure.
    pub result: Result<Value, Failure>,
    /// All events.
    pub history: Vec<HistoryEvent>,
}

/// The bounds after which a run is given up.
pub struct Patience<L> {
    /// Grows with each sign of life.
    pub life: L,
    /// The longest wait for one where something outside of virtual time may happen.
    pub real: Option<Duration>,
}

/// Runs a machine. The history is there in any case, the result unless it waits for something that never comes.
pub fn drive(
    engine: &Engine,
    open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
    name: &str,
    input: &str,
    patience: Patience<impl Fn() -> u64>,
) -> Result<Ran, Vec<HistoryEvent>> {
    block(async {
        let mut execution = engine.start(open, name, None, Some(input.into()));
        let result = patiently(&mut execution, patience).await;
        let history = Arc::unwrap_or_clone(execution.history());
        match result {
            Some(result) => Ok(Ran { result: json(result), history }),
            None => Err(history),
        }
    })
}

pub(super) fn json(result: Result<crate::Payload, Failure>) -> Result<Value, Failure> {
    result.and_then(|output| output.json()).map(Arc::unwrap_or_clone)
}

/// A runtime of its own, on this thread.
pub(super) fn block<T>(run: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(run),
        Err(error) => panic!("a test needs a tokio runtime: {error}"),
    }
}

/// Returns what a future comes to; `None` if there is no sign of life for too long.
pub(super) async fn patiently<T>(
    future: impl Future<Output = T>,
    patience: Patience<impl Fn() -> u64>,
) -> Option<T> {
    let (mut future, mut patience) = (pin!(future), pin!(wait(patience)));
    std::future::poll_fn(|cx| {
        if let Poll::Ready(value) = future.as_mut().poll(cx) {
            return Poll::Ready(Some(value));
        }
        patience.as_mut().poll(cx).map(|()| None)
    })
    .await
}

async fn wait(patience: Patience<impl Fn() -> u64>) {
    let (mut life, mut turns, mut since) = ((patience.life)(), 0, Instant::now());
    loop {
        match patience.real {
            None => tokio::task::yield_now().await,
            Some(_) => tokio::time::sleep(Duration::from_millis(1)).await,
        }
        turns += 1;
        let seen = (patience.life)();
        if seen != life {
            (life, turns, since) = (seen, 0, Instant::now());
        }
        let over = match patience.real {
            None => turns > TURNS,
            Some(most) => since.elapsed() > most,
        };
        if over {
            return;
        }
    }
}
