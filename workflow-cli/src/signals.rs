//! Signals that end a run before its time: who writes a history wants it for what has happened.

use crate::stop::{Stop, tell};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
pub(crate) struct Signals {
    receive: UnboundedReceiver<Signal>,
    written: Arc<AtomicBool>,
}

impl Signals {
    /// Takes SIGINT and SIGTERM from now on.
    pub(crate) fn listen() -> Result<Self, Stop> {
        let wrong = |error| Stop::Failed(format!("cannot wait for signals: {error}"));
        let (send, receive) = unbounded_channel();
        let runtime = Builder::new_current_thread().enable_all().build().map_err(wrong)?;
        // Before the thread begins: a signal that comes at once is taken, too.
        let streams = {
            let _within = runtime.enter();
            Streams::new().map_err(wrong)?
        };
        let written = Arc::<AtomicBool>::default();
        let known = written.clone();
        std::thread::spawn(move || runtime.block_on(listen(streams, send, &known)));
        Ok(Signals { receive, written })
    }

    /// Notes that the history is written: a signal that comes later does not keep it from that.
    pub(crate) fn written(&self) {
        self.written.store(true, Ordering::SeqCst);
    }

    /// The next one.
    pub(crate) async fn next(&mut self) -> Signal {
        match self.receive.recv().await {
            Some(signal) => signal,
            None => std::future::pending().await,
        }
    }
}

async fn listen(mut streams: Streams, send: UnboundedSender<Signal>, written: &AtomicBool) {
    let first = streams.next().await;
    // Who runs the workflow has gone: nothing is left to be told.
    if send.send(first).is_err() {
        return;
    }
    let _ = tokio::time::timeout(PATIENCE, streams.next()).await;
    let when = if written.load(Ordering::SeqCst) { "after" } else { "before" };
    tell(&format!("error: stopped by {} {when} the history was written", first.name));
    std::process::exit(i32::from(first.code()));
}

/// The signals that ask a program to end.
#[cfg(unix)]
pub(crate) struct Streams {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Streams {
    pub(crate) fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Streams {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    /// Waits for the next one.
    pub(crate) async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.interrupt.recv() => INTERRUPT,
            _ = self.terminate.recv() => TERMINATE,
        }
    }
}

/// The signals that ask a program to end.
#[cfg(not(unix))]
pub(crate) struct Streams;

#[cfg(not(unix))]
impl Streams {
    pub(crate) fn new() -> std::io::Result<Self> {
        Ok(Streams)
    }

    /// Waits for the next one.
    pub(crate) async fn next(&mut self) -> Signal {
        match tokio::signal::ctrl_c().await {
            Ok(()) => INTERRUPT,
            Err(_) => std::future::pending().await,
        }
    }
}
