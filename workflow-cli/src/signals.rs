//! Signals that end a run before its time: who writes a history wants it for what has happened.

use crate::stop::{Stop, tell};
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// After the first signal the history is written within this time; the second ends the program at once.
const PATIENCE: Duration = Duration::from_secs(3);

/// A signal that asks the program to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signal {
    pub(crate) name: &'static str,
    number: u8,
}

const INTERRUPT: Signal = Signal { name: "SIGINT", number: 2 };
#[cfg(unix)]
const TERMINATE: Signal = Signal { name: "SIGTERM", number: 15 };

impl Signal {
    /// The exit code of a program that it ends: as shells have it.
    pub(crate) fn code(self) -> u8 {
        128 + self.number
    }
}

/// The signals that come. A thread of its own takes them: the run may keep its own one busy.
pub(crate) struct Signals(UnboundedReceiver<Signal>);

impl Signals {
    /// Takes SIGINT and SIGTERM from now on.
    pub(crate) fn listen() -> Result<Self, Stop> {
        let (send, receive) = unbounded_channel();
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime =
            runtime.map_err(|error| Stop::Failed(format!("cannot wait for signals: {error}")))?;
        std::thread::spawn(move || runtime.block_on(listen(send)));
        Ok(Signals(receive))
    }

    /// The next one.
    pub(crate) async fn next(&mut self) -> Signal {
        match self.0.recv().await {
            Some(signal) => signal,
            None => std::future::pending().await,
        }
    }
}

async fn listen(send: UnboundedSender<Signal>) {
    let Ok(first) = signal().await else { return };
    // Who runs the workflow has gone: nothing is left to be told.
    if send.send(first).is_err() {
        return;
    }
    let _ = tokio::time::timeout(PATIENCE, signal()).await;
    tell(&format!("error: stopped by {} before the history was written", first.name));
    std::process::exit(i32::from(first.code()));
}

#[cfg(unix)]
async fn signal() -> std::io::Result<Signal> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        _ = interrupt.recv() => Ok(INTERRUPT),
        _ = terminate.recv() => Ok(TERMINATE),
    }
}

#[cfg(not(unix))]
async fn signal() -> std::io::Result<Signal> {
    tokio::signal::ctrl_c().await.map(|()| INTERRUPT)
}
