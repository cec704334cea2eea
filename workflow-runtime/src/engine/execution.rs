//! The handle of an execution that runs by itself.

use crate::engine::control::{Control, Progress};
use crate::engine::directory::Live;
use crate::engine::ending::{Ticket, lost};
use crate::failure::Failure;
use crate::history::HistoryEvent;
use crate::machine::Identity;
use crate::payload::Payload;
use crate::store::Status;
use jiff::Timestamp;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// A handle of an execution that was started. Await it to get the result. Dropping the handle does not stop the
/// execution.
///
/// ```
/// # use workflow_runtime::{Engine, Failure, Workflow};
/// # async fn example<pay: Workflow<Input = u32, Output = String>>(engine: Engine) -> Result<(), Failure> {
/// let execution = engine.start_workflow_as::<pay>(7, "order-7");
/// execution.started().await?; // with a store: from now on no crash loses it
/// println!("{} is {:?}", execution.name(), execution.status());
/// let receipt: String = execution.await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "the result of an execution is known by awaiting it"]
pub struct Execution<O = Payload> {
    identity: Arc<Identity>,
    control: Arc<Control>,
    ends: Ends,
    decode: fn(Payload) -> Result<O, Failure>,
}

pub(crate) enum Ends {
    Running(Ticket),
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

    /// Another handle of an execution that runs.
    pub(crate) fn joined(
        live: &Live,
        ticket: Ticket,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Self {
        let ends = Ends::Running(ticket);
        Execution::new(live.identity.clone(), live.control.clone(), ends, decode)
    }

    /// Returns its ARN.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.identity.id
    }

    /// Returns its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.identity.name
    }

    /// Returns when it began, by the engine's clock.
    #[must_use]
    pub fn began(&self) -> Timestamp {
        self.identity.started
    }

    /// Returns the current status.
    #[must_use]
    pub fn status(&self) -> Status {
        self.control.status()
    }

    /// Stops the execution: running tasks are dropped, and the result is a failure with this error name and cause. The
    /// request is made at once. Await the returned value to wait until the execution has ended and, with a store, until
    /// its end is written. If the store cannot write that in time, it is [`Status::Running`] then, and ends as soon as the
    /// store can be used; [`Engine::stop`](crate::Engine::stop) says when even a crash cannot undo the request.
    pub fn stop(&self, error: impl Into<String>, cause: impl Into<String>) -> Stopping {
        self.control.stop(Failure::new(error.into(), cause));
        self.stopping()
    }

    /// Has the execution leave memory as the store has it, where another engine has ended it. Await the returned value to wait
    /// for that.
    pub(crate) fn lose(&self) -> Stopping {
        self.control.lose();
        self.stopping()
    }

    fn stopping(&self) -> Stopping {
        match &self.ends {
            Ends::Running(ticket) => Stopping(Some(ticket.observer())),
            Ends::Refused(_) | Ends::Known(_) => Stopping(None),
        }
    }

    /// Waits until the start is written to the store: from then on a crash or a loss of power does not lose the
    /// execution. Without a store this returns at once.
    ///
    /// # Errors
    /// The reason why the execution did not begin: `ExecutionAlreadyExists`, a missing resource, or a store that cannot
    /// write.
    pub async fn started(&self) -> Result<(), Failure> {
        match &self.ends {
            Ends::Refused(failure) => Err(failure.clone().unwrap_or_else(lost)),
            Ends::Known(_) => Ok(()),
            Ends::Running(ticket) => {
                let watch = ticket.observer();
                std::future::poll_fn(|cx| watch.poll_begun(cx)).await
            }
        }
    }

    /// Returns its events as they happen, beginning with the first. There are none with
    /// [`crate::machine::History::Off`].
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.control.watch()
    }

    /// The state that it entered last, where nobody can ask for its history.
    pub(crate) fn last_state(&self) -> Option<Arc<str>> {
        self.control.last()
    }

    /// Returns the history so far, without copying it. It is empty with [`crate::machine::History::Off`]. Of an execution
    /// that [`Engine::recover`](crate::Engine::recover) continues, the events before are read once this is called; until
    /// they are there it has those since then. [`Execution::progress`] waits for them.
    #[must_use]
    pub fn history(&self) -> Arc<Vec<HistoryEvent>> {
        self.control.history()
    }
}

impl<O> Execution<O> {
    /// Returns a view of the execution, for those who do not wait for its result.
    #[must_use]
    pub fn observer(&self) -> Observer {
        Observer { identity: self.identity.clone(), control: self.control.clone() }
    }
}

/// A view of an execution, running or ended. It neither holds nor changes the execution. Cheap to clone.
#[derive(Clone)]
pub struct Observer {
    identity: Arc<Identity>,
    control: Arc<Control>,
}

impl Observer {
    /// Returns its ARN.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.identity.id
    }

    /// Returns when it began, by the engine's clock.
    #[must_use]
    pub fn began(&self) -> Timestamp {
        self.identity.started
    }

    /// Returns the current status.
    #[must_use]
    pub fn status(&self) -> Status {
        self.control.status()
    }

    /// Returns the history so far, without copying it. It is empty with [`crate::machine::History::Off`].
    #[must_use]
    pub fn history(&self) -> Arc<Vec<HistoryEvent>> {
        self.control.history()
    }

    /// Returns its events as they happen, beginning with the first.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.control.watch()
    }
}

impl<O> Drop for Execution<O> {
    fn drop(&mut self) {
        if let Ends::Running(ticket) = &mut self.ends {
            ticket.give_up();
            // It may leave memory now.
            self.control.wakes.wake();
        }
    }
}

impl<O> Future for Execution<O> {
    type Output = Result<O, Failure>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let decode = self.decode;
        let ended = match &mut self.ends {
            Ends::Refused(failure) => Err(failure.take().unwrap_or_else(lost)),
            Ends::Known(end) => end.take().unwrap_or_else(|| Err(lost())),
            Ends::Running(ticket) => match ticket.poll(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(result) => result,
            },
        };
        self.ends = Ends::Known(None);
        Poll::Ready(ended.and_then(decode))
    }
}

/// A future that is ready when a stopped execution has ended, from [`Execution::stop`].
pub struct Stopping(Option<Ticket>);

impl Future for Stopping {
    type Output = ();
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.0.as_ref().map_or(Poll::Ready(()), |ticket| ticket.poll_ended(cx))
    }
}

/// An execution that ends when nobody waits for it any more: that of [`Engine::run`](crate::Engine::run) with a store.
pub(crate) struct Attached(pub(crate) Execution);

impl Drop for Attached {
    fn drop(&mut self) {
        if matches!(self.0.ends, Ends::Running(_)) {
            self.0.stop("Execution.Dropped", "the future that waited for its result was dropped");
        }
    }
}
