//! The tasks that a workflow calls, with those of the workflows that it calls.

use crate::task::TaskDefinition;
use crate::way::Way;
pub(super) use crate::way::{nested, reached};

/// True if there is code here that can run in answer to a call.
pub(super) fn has_body(task: &TaskDefinition) -> bool {
    !matches!(task.way, Way::Resource(_))
}
