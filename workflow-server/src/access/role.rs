//! Roles.

use serde::{Deserialize, Serialize};

/// The rights of a caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Read everything, change nothing.
    Reader,
    /// Call every operation.
    Operator,
}

/// The beginnings of the names of operations that change nothing.
const READS: [&str; 4] = ["Describe", "Get", "List", "Validate"];

impl Role {
    /// True if an operation of the API changes something, or has something done: a worker's `GetActivityTask` takes a task.
    pub(crate) fn is_change(operation: &str) -> bool {
        operation == "GetActivityTask" || !READS.iter().any(|read| operation.starts_with(read))
    }

    /// True if a caller of this role may call an operation of the API.
    #[must_use]
    pub fn may_call(self, operation: &str) -> bool {
        self == Role::Operator || !Role::is_change(operation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    #[test]
    fn readers_change_nothing() {
        let changes = |name: &&str| !Role::Reader.may_call(name);
        let names: Vec<_> = model::names().collect();
        let changing: Vec<_> = names.iter().copied().filter(changes).collect();
        assert_eq!(names.len(), 37);
        assert_eq!(
            changing,
            [
                "CreateActivity",
                "CreateStateMachine",
                "CreateStateMachineAlias",
                "DeleteActivity",
                "DeleteStateMachine",
                "DeleteStateMachineAlias",
                "DeleteStateMachineVersion",
                "GetActivityTask",
                "PublishStateMachineVersion",
                "RedriveExecution",
                "SendTaskFailure",
                "SendTaskHeartbeat",
                "SendTaskSuccess",
                "StartExecution",
                "StartSyncExecution",
                "StopExecution",
                "TagResource",
                "TestState",
                "UntagResource",
                "UpdateMapRun",
                "UpdateStateMachine",
                "UpdateStateMachineAlias",
            ]
        );
        assert!(names.iter().all(|name| Role::Operator.may_call(name)));
    }
}
