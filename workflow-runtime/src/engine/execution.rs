//! The handle of an execution that runs by itself.

use crate::engine::control::{Control, Progress};
use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::machine::Identity;
use crate::payload::Payload;
use crate::store::Status;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::task::JoinHandle;

/// An execution that was started: await it for its result. It goes on if the handle is dropped.
#[must_use = "the result of an execution is known by awaiting it"]
pub struct Execution<O = Payload> {
    identity: Arc<Identity>,
    control: Arc<Control>,
    ends: Ends,
    decode: fn(Payload) -> Result<O, Failure>,
}

pub(crate) enum Ends {
    Task(JoinHandle<Result<Payload, Failure>>),
    /// It did not even begin.
    Refused(Option<Failure>),
    /// It has ended before.
    Known(Option<Result<Payload, Failure>>),
}

impl<O> Execution<O> {
    pub(crate) fn new(
        identity: Arc<Identity>,
        control: Arc<Control>,
        ends: Ends,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Self {
        Execution { identity, control, ends, decode }
    }

    /// Its ARN.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.identity.id
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.identity.name
    }

    /// How it stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.control.status()
    }

    /// Ends it: what runs is dropped, the result is a failure of this name and cause.
    pub fn stop(&self, error: impl Into<String>, cause: impl Into<String>) {
        self.control.stop(Failure::new(error.into(), cause));
    }

    /// Its events, from the first one on, as they happen; none with [`crate::machine::History::Off`].
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.control.watch()
    }

    /// The state that it entered last, where nobody can ask for its history.
    pub(crate) fn last_state(&self) -> Option<Arc<str>> {
        self.control.last()
    }

    /// Its history so far, not copied; empty with [`crate::machine::History::Off`].
    #[must_use]
    pub fn history(&self) -> Arc<Vec<HistoryEvent>> {
        self.control.history()
    }
}

impl<O> Future for Execution<O> {
    type Output = Result<O, Failure>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let decode = self.decode;
        let ended = match &mut self.ends {
            Ends::Refused(failure) => Err(failure.take().unwrap_or_else(lost)),
            Ends::Known(end) => end.take().unwrap_or_else(|| Err(lost())),
            Ends::Task(task) => match Pin::new(task).poll(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(joined) => joined.unwrap_or_else(|_| Err(lost())),
            },
        };
        self.ends = Ends::Known(None);
        Poll::Ready(ended.and_then(decode))
    }
}

fn lost() -> Failure {
    Failure::runtime(
        "the execution is gone: its runtime has shut down, or its result was taken before",
    )
}
