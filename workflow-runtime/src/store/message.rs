//! Messages to executions, written before they are acknowledged.

use crate::failure::Failure;
use std::sync::Arc;

/// The answer to a task that waits on a token.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The task succeeded, with this result as JSON text.
    Done(Arc<str>),
    /// The task failed.
    Failed(Failure),
}

/// A message to an execution.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The answer to the task that waits on this token.
    Answer(Arc<str>, Answer),
    /// A request to stop the execution with this failure.
    Stop(Failure),
}

/// A message that was written to the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The ARN of the execution.
    pub execution: Arc<str>,
    /// The number of the message, for [`Commit::taken`](super::Commit::taken).
    pub number: u64,
}
