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
    /// Makes a call with these arguments.
    pub fn new(input: T::Input) -> Self {
        Call { input }
    }
    /// Sets the retry policy of this call, instead of the task's own.
    pub fn retry(self, retry: Retry) -> Self {
        let _ = retry;
        self
    }
    /// Registers an undo of this call, which runs if something fails after the call in the workflow's body, or in the block
    /// around it: `let flight = book(trip).undo(|flight| cancel(flight)).await?;`. Undos run one after the other, the last
    /// one first; then the failure continues on its way.
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
    /// Sets the name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}
