//! Questions about executions.

use super::commit::{Begun, Status};
use crate::failure::Failure;
use jiff::Timestamp;
use std::sync::Arc;

/// The executions that are asked for. `None` in a field asks for any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Those of this state machine.
    pub machine: Option<Arc<str>>,
    /// Those with this status.
    pub status: Option<Status>,
    /// Those whose name begins so.
    pub prefix: Option<Arc<str>>,
    /// Those that began at this time or later.
    pub since: Option<Timestamp>,
    /// Those that began before this time.
    pub until: Option<Timestamp>,
    /// Those that are in this state, or ended there.
    pub state: Option<Arc<str>>,
    /// Those that ended with this error.
    pub error: Option<Arc<str>>,
    /// True for those that were doing something at their last commit: they run, or their engine is gone.
    pub busy: bool,
    /// True to have items of distributed Maps, too.
    pub items: bool,
    /// True for the latest first.
    pub latest: bool,
    /// The most that one page holds; 0 for 100.
    pub limit: usize,
    /// [`Page::next`] of the page before.
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

/// An execution without its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// Its start.
    pub begun: Begun,
    /// Its status.
    pub status: Status,
    /// The number of commits.
    pub number: u64,
    /// The number of events so far, kept or not.
    pub events: u32,
    /// The state that the workflow has come to.
    pub state: Option<Arc<str>>,
    /// The time of the last commit: when it ended, if it has.
    pub time: Timestamp,
    /// The time when it has something to do without being told; `None` if it was doing something at the last commit.
    pub wake: Option<Timestamp>,
    /// Its end, if it has ended.
    pub end: Option<Result<Arc<str>, Failure>>,
    /// The ARN of the execution that continues in its place.
    pub continued: Option<Arc<str>>,
    /// The number of its redrives.
    pub redrives: u32,
    /// The time of the last one.
    pub redriven: Option<Timestamp>,
}

/// Executions that are due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Their ARNs.
    pub executions: Vec<Arc<str>>,
    /// The time when the next one is due; a time in the past if there are more.
    pub next: Option<Timestamp>,
}
