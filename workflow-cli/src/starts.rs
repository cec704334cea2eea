//! Triggers that stand at a workflow.

use crate::entry::Entry;
use workflow_runtime::{Engine, Trigger};

/// A time that stands in an input in the place of that of a run.
const TIME: (&str, &str) = ("<aws.scheduler.scheduled-time>", "2030-01-01T00:00:00Z");

/// Returns why an input of a schedule is none of the workflow.
pub(crate) fn misfit(entry: &Entry, trigger: &Trigger) -> Option<String> {
    let (_, _, input) = trigger.schedule()?;
    let failure =
        (entry.check)(&Engine::builder().build(), &input.replace(TIME.0, TIME.1)).err()?;
    let name = trigger.name;
    let why = failure.cause();
    Some(format!("the input of the schedule `{name}` does not fit `{}`: {why}", entry.name))
}
