//! Questions about executions.

use super::commit::{Begun, Status};
use crate::failure::Failure;
use jiff::Timestamp;
use std::sync::Arc;

/// A filter of executions. A field that is `None` accepts all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Executions of this state machine.
    pub machine: Option<Arc<str>>,
    /// Executions with this status.
    pub status: Option<Status>,
    /// Executions whose name begins with this text.
    pub prefix: Option<Arc<str>>,
    /// Executions that began at this time or later.
    pub since: Option<Timestamp>,
    /// Executions that began before this time.
    pub until: Option<Timestamp>,
    /// Executions that are in this state, or ended in it.
    pub state: Option<Arc<str>>,
    /// Executions that ended with this error name.
    pub error: Option<Arc<str>>,
    /// True to list only executions that were busy at their last commit: they are running, or their process has
    /// crashed.
    pub busy: bool,
    /// True to list executions of distributed Maps' items as well.
    pub items: bool,
    /// True to list the latest first.
    pub latest: bool,
    /// The most executions on a page; 0 means 100.
    pub limit: usize,
    /// The place to continue at: [`Page::next`] of the page before.
    pub after: Option<u64>,
}

/// A page of executions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The executions.
    pub executions: Vec<Described>,
    /// [`Query::after`] of the next page, if there is one.
    pub next: Option<u64>,
}

/// A summary of an execution, without its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// Its start.
    pub begun: Begun,
    /// Its status.
    pub status: Status,
    /// The number of commits.
    pub number: u64,
    /// The number of events so far, whether they are kept or not.
    pub events: u32,
    /// The state that the workflow is in, or ended in.
    pub state: Option<Arc<str>>,
    /// The time of the last commit; of an ended execution the time of its end.
    pub time: Timestamp,
    /// The time when it is next due by itself; `None` if it was busy at its last commit.
    pub wake: Option<Timestamp>,
    /// Its result, if it has ended.
    pub end: Option<Result<Arc<str>, Failure>>,
    /// The ARN of the execution that continues in its place.
    pub continued: Option<Arc<str>>,
    /// The number of its redrives.
    pub redrives: u32,
    /// The time of the last redrive.
    pub redriven: Option<Timestamp>,
    /// [`Commit::round`](super::Commit::round) of the commit that began it, or redrove it last.
    pub round: u32,
}

/// Executions that are due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Their ARNs.
    pub executions: Vec<Arc<str>>,
    /// The time when the next one is due; in the past if more are due now.
    pub next: Option<Timestamp>,
}
