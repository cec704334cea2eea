//! A function that has begun: its task, and what that needs.

use crate::attempt;
use crate::event::Event;
use serde_json::value::RawValue;
use std::fmt;
use std::io::Write;
use std::time::SystemTime;
use workflow_task::{Failure, Resources, TaskDefinition};

/// A task, with its resources.
pub(crate) struct Function {
    pub(crate) task: TaskDefinition,
    pub(crate) resources: Resources,
}

impl Function {
    /// Calls the task with a payload as its exported state sends it.
    pub(crate) async fn call(
        &self,
        payload: &RawValue,
        deadline: SystemTime,
    ) -> Result<Box<RawValue>, Failure> {
        let event = Event::read(&self.task, payload, self.resources.clone())?;
        attempt::run(&self.task, event, deadline).await
    }
}

/// Writes a line to standard error, which Lambda keeps as the log of the function. Nobody may read it.
pub(crate) fn log(line: fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
