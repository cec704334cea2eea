//! Calls of tasks, as a workflow writes them.

use crate::retry::Retry;
use crate::task::Task;
use std::time::Duration;

/// A call of a task. It is made when a workflow awaits it.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T: Task> {
    /// The arguments.
    pub input: T::Input,
}

/// The builders of a call are read by `#[workflow]`; they change nothing here.
impl<T: Task> Call<T> {
    /// A call with these arguments.
    pub fn new(input: T::Input) -> Self {
        Call { input }
    }
    /// Retriers for this call, instead of the task's own.
    pub fn retry(self, retry: Retry) -> Self {
        let _ = retry;
        self
    }
    /// Takes back what this call has done, if something fails after it in the workflow's body, or in the block that it
    /// stands in: `let flight = book(trip).undo(|flight| cancel(flight)).await?;`. Undos run one after the other, the
    /// last one first; then the failure goes on.
    pub fn undo<U>(self, undo: impl FnOnce(T::Output) -> U) -> Self {
        let _ = undo;
        self
    }
    /// Limits the duration of an attempt of this call, instead of the task's own limit.
    pub fn timeout(self, timeout: Duration) -> Self {
        let _ = timeout;
        self
    }
    /// Limits the time between two heartbeats, instead of the task's own limit.
    pub fn heartbeat(self, heartbeat: Duration) -> Self {
        let _ = heartbeat;
        self
    }
    /// The name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}
