//! Errors of schedules as they are written.

use crate::failure::Failure;
use std::fmt;
use workflow_triggers::shown;

/// A schedule that cannot be read, or that never comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleError {
    text: String,
    why: String,
}

impl ScheduleError {
    pub(super) fn new(text: &str, why: impl Into<String>) -> Self {
        ScheduleError { text: shown(text), why: why.into() }
    }
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the schedule `{}`: {}", self.text, self.why)
    }
}

impl std::error::Error for ScheduleError {}

impl From<ScheduleError> for Failure {
    fn from(error: ScheduleError) -> Self {
        Failure::runtime(error.to_string())
    }
}
