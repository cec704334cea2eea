//! The tasks that a workflow calls, with those of the workflows that it calls.

use crate::task::TaskDefinition;
pub(super) use crate::way::{nested, reached};

/// True if there is code here that can run in answer to a call.
pub(super) fn has_body(task: &TaskDefinition) -> bool {
    task.way.named().is_none()
}
