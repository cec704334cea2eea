//! The conclusion of an execution: its status, its result, and the execution that goes on in its place.

use crate::engine::continued::Next;
use crate::engine::pool::Outcome;
use crate::engine::resend::Flight;
use crate::store::Status;
use crate::way::Nested;
use std::sync::Arc;

/// An execution that runs has none yet, but may know who follows.
pub(crate) struct Conclusion {
    pub(crate) status: Status,
    pub(crate) result: Option<Outcome>,
    /// The successor of this execution.
    pub(crate) next: Option<Next>,
    /// The workflow that continues in its place, and the ARN of that execution.
    pub(crate) successor: Option<(Arc<str>, Nested)>,
    /// The commit that a store had not written when it interrupted the execution.
    pub(crate) unwritten: Option<Flight>,
}

impl Default for Conclusion {
    fn default() -> Self {
        let status = Status::Running;
        Conclusion { status, result: None, next: None, successor: None, unwritten: None }
    }
}

impl Conclusion {
    /// Returns what a mock says that the chain comes to. Where the execution stands alone its result is its own.
    pub(crate) fn answer(&mut self, alone: bool) -> Option<Outcome> {
        match self.next.take()? {
            Next::Answer(outcome) => (!alone).then_some(outcome),
            next @ Next::Run(_) => {
                self.next = Some(next);
                None
            }
        }
    }

    /// The ARN of the execution that goes on in place of this one.
    pub(crate) fn successor(&self) -> Option<Arc<str>> {
        self.successor.as_ref().map(|(id, _)| id.clone())
    }
}
