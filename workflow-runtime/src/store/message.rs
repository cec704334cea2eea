//! Messages to executions, written before they are acknowledged.

use crate::failure::Failure;
use std::sync::Arc;

/// An answer to a task that waits with a token.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// It is done, with a result: JSON.
    Done(Arc<str>),
    /// It failed.
    Failed(Failure),
}

/// A message to an execution.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The answer to the task that waits with this token.
    Answer(Arc<str>, Answer),
    /// The execution is to end with this failure.
    Stop(Failure),
}

/// A message that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The ARN of the execution.
    pub execution: Arc<str>,
    /// The number of the message, for [`Commit::taken`](super::Commit::taken).
    pub number: u64,
}
