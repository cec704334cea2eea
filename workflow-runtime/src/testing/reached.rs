//! The tasks that a workflow calls, with those of the workflows that it calls.

use crate::task::TaskDefinition;
use crate::way::{Nested, Parts, Way};
use std::collections::VecDeque;

/// The workflow that a call of a task starts.
pub(super) fn nested(task: &TaskDefinition) -> Option<Nested> {
    match task.way {
        Way::Workflow(nested) | Way::Continue(nested) => Some(nested),
        _ => None,
    }
}

/// True if there is code here that can run in answer to a call.
pub(super) fn has_body(task: &TaskDefinition) -> bool {
    !matches!(task.way, Way::Resource(_))
}

/// These tasks, and those of the workflows among them that run; each once.
pub(super) fn reached(
    tasks: Vec<TaskDefinition>,
    runs: impl Fn(&TaskDefinition) -> bool,
) -> Vec<TaskDefinition> {
    let mut all: Vec<TaskDefinition> = vec![];
    let mut queue = VecDeque::from(tasks);
    while let Some(task) = queue.pop_front() {
        let same = |known: &TaskDefinition| {
            known.name == task.name && nested(known).is_some() == nested(&task).is_some()
        };
        if all.iter().any(same) {
            continue;
        }
        if let Some(nested) = nested(&task).filter(|_| runs(&task)) {
            queue.extend((Parts::of(nested).states)().iter().filter_map(|state| state.task));
        }
        all.push(task);
    }
    all
}
