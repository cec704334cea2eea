//! Checks of calls, made where a workflow is compiled.

use crate::constant::{colons, ends_with, find};
use crate::task::TaskDefinition;
use crate::way::{Nested, Way};

/// The workflow that continues in place of the one that names it.
#[must_use]
pub const fn continued(definition: TaskDefinition) -> TaskDefinition {
    match definition.way {
        Way::Workflow(nested) => TaskDefinition { way: Way::Continue(nested), ..definition },
        // `continue_as` takes calls of workflows alone: rustc says so.
        _ => definition,
    }
}

/// A task whose result is waited for.
///
/// # Panics
/// At compile time, where that is a workflow whose executions go on as others.
#[must_use]
pub const fn awaited(definition: TaskDefinition) -> TaskDefinition {
    if let Way::Workflow(Nested { continues: true, .. }) = definition.way {
        panic!(
            "this workflow goes on as another execution: on AWS nobody can wait for its result; let it report with a \
             task, and wait for that with `#[task(callback)]`"
        );
    }
    definition
}

/// A task that an item of `.express()` calls.
///
/// # Panics
/// At compile time, where EXPRESS executions cannot make the call (Developer Guide).
#[must_use]
pub const fn express(definition: TaskDefinition) -> TaskDefinition {
    match definition.way {
        Way::Callback | Way::Token { .. } => panic!(
            "this call waits for a token, and the EXPRESS executions of `.express()` cannot: leave `.express()` out, or \
             call a task that answers itself"
        ),
        Way::Workflow(_) => panic!(
            "this call waits for an execution of another workflow, and the EXPRESS executions of `.express()` cannot: \
             leave `.express()` out, or write its steps here, with `#[steps]`"
        ),
        Way::Resource(arn)
            if ends_with(arn.as_bytes(), b".sync") || ends_with(arn.as_bytes(), b".sync:2") =>
        {
            panic!(
                "this call waits for a job (`.sync`), and the EXPRESS executions of `.express()` cannot: leave `.express()` \
             out, or call the action that only begins the job"
            )
        }
        Way::Resource(arn) if ends_with(arn.as_bytes(), b".waitForTaskToken") => panic!(
            "this call waits for a token, and the EXPRESS executions of `.express()` cannot: leave `.express()` out, or \
             call a task that answers itself"
        ),
        Way::Resource(arn) if is_activity(arn) => panic!(
            "this task is an activity, and the EXPRESS executions of `.express()` cannot call one: leave `.express()` \
             out, or make it a function"
        ),
        Way::Function | Way::Resource(_) | Way::Continue(_) => definition,
    }
}

/// True if an ARN is that of an activity: `arn:aws:states:REGION:ACCOUNT:activity:NAME`.
const fn is_activity(arn: &str) -> bool {
    match find(arn.as_bytes(), b":activity:") {
        Some(at) => colons(arn.as_bytes(), at) == 4,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_are_told_from_functions() {
        assert!(is_activity("arn:aws:states:us-east-1:123456789012:activity:pack"));
        assert!(!is_activity("arn:aws:lambda:us-east-1:123456789012:function:activity"));
        assert!(!is_activity("arn:aws:sns:us-east-1:123456789012:a:activity:b"));
    }
}
