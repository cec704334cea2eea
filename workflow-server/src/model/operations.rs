//! The operations: all 37 of the API.

use super::shapes::*;
use super::{Member, Operation, Shape, may, must, text, word};

/// Finds an operation by its name.
pub(crate) fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|it| it.name == name)
}

/// The names of all operations.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    OPERATIONS.iter().map(|it| it.name)
}

const fn op(name: &'static str, members: &'static [Member]) -> Operation {
    Operation { name, members }
}

const EXECUTION: &[Member] = &[must("executionArn", ARN), may("includedData", INCLUDED)];
const MACHINE: &[Member] = &[must("stateMachineArn", ARN), may("includedData", INCLUDED)];
const PAGE: &[Member] = &[may("maxResults", PAGE_SIZE), may("nextToken", PAGE_TOKEN)];

const PAGE_OF_MACHINE: &[Member] =
    &[must("stateMachineArn", ARN), may("nextToken", PAGE_TOKEN), may("maxResults", PAGE_SIZE)];

pub(crate) const OPERATIONS: &[Operation] = &[
    op(
        "CreateActivity",
        &[must("name", NAME), may("tags", TAGS), may("encryptionConfiguration", ENCRYPTION)],
    ),
    op(
        "CreateStateMachine",
        &[
            must("name", NAME),
            must("definition", DEFINITION),
            must("roleArn", ARN),
            may("type", TYPE),
            may("loggingConfiguration", LOGGING),
            may("tags", TAGS),
            may("tracingConfiguration", TRACING),
            may("publish", Shape::Flag),
            may("versionDescription", DESCRIPTION),
            may("encryptionConfiguration", ENCRYPTION),
        ],
    ),
    op(
        "CreateStateMachineAlias",
        &[
            may("description", DESCRIPTION),
            must("name", ALIAS_NAME),
            must("routingConfiguration", ROUTING),
        ],
    ),
    op("DeleteActivity", &[must("activityArn", ARN)]),
    op("DeleteStateMachine", &[must("stateMachineArn", ARN)]),
    op("DeleteStateMachineAlias", &[must("stateMachineAliasArn", ARN)]),
    op("DeleteStateMachineVersion", &[must("stateMachineVersionArn", LONG_ARN)]),
    op("DescribeActivity", &[must("activityArn", ARN)]),
    op("DescribeExecution", EXECUTION),
    op("DescribeMapRun", &[must("mapRunArn", LONG_ARN)]),
    op("DescribeStateMachine", MACHINE),
    op("DescribeStateMachineAlias", &[must("stateMachineAliasArn", ARN)]),
    op("DescribeStateMachineForExecution", EXECUTION),
    op("GetActivityTask", &[must("activityArn", ARN), may("workerName", text(1, 80))]),
    op(
        "GetExecutionHistory",
        &[
            must("executionArn", ARN),
            may("maxResults", PAGE_SIZE),
            may("reverseOrder", Shape::Flag),
            may("nextToken", PAGE_TOKEN),
            may("includeExecutionData", Shape::Flag),
        ],
    ),
    op("ListActivities", PAGE),
    op(
        "ListExecutions",
        &[
            may("stateMachineArn", ARN),
            may("statusFilter", STATUS),
            may("maxResults", PAGE_SIZE),
            may("nextToken", text(1, 3_096)),
            may("mapRunArn", LONG_ARN),
            may("redriveFilter", word(&["REDRIVEN", "NOT_REDRIVEN"])),
        ],
    ),
    op(
        "ListMapRuns",
        &[must("executionArn", ARN), may("maxResults", PAGE_SIZE), may("nextToken", PAGE_TOKEN)],
    ),
    op("ListStateMachineAliases", PAGE_OF_MACHINE),
    op("ListStateMachineVersions", PAGE_OF_MACHINE),
    op("ListStateMachines", PAGE),
    op("ListTagsForResource", &[must("resourceArn", ARN)]),
    op(
        "PublishStateMachineVersion",
        &[
            must("stateMachineArn", ARN),
            may("revisionId", text(0, usize::MAX)),
            may("description", DESCRIPTION),
        ],
    ),
    op("RedriveExecution", &[must("executionArn", ARN), may("clientToken", CLIENT_TOKEN)]),
    op(
        "SendTaskFailure",
        &[must("taskToken", TASK_TOKEN), may("error", ERROR), may("cause", CAUSE)],
    ),
    op("SendTaskHeartbeat", &[must("taskToken", TASK_TOKEN)]),
    op("SendTaskSuccess", &[must("taskToken", TASK_TOKEN), must("output", DATA)]),
    op(
        "StartExecution",
        &[
            must("stateMachineArn", ARN),
            may("name", NAME),
            may("input", DATA),
            may("traceHeader", TRACE),
        ],
    ),
    op(
        "StartSyncExecution",
        &[
            must("stateMachineArn", ARN),
            may("name", NAME),
            may("input", DATA),
            may("traceHeader", TRACE),
            may("includedData", INCLUDED),
        ],
    ),
    op("StopExecution", &[must("executionArn", ARN), may("error", ERROR), may("cause", CAUSE)]),
    op("TagResource", &[must("resourceArn", ARN), must("tags", TAGS)]),
    op(
        "TestState",
        &[
            must("definition", DEFINITION),
            may("roleArn", ARN),
            may("input", DATA),
            may("inspectionLevel", word(&["INFO", "DEBUG", "TRACE"])),
            may("revealSecrets", Shape::Flag),
            may("variables", DATA),
            may("stateName", TESTED_STATE),
            may("mock", MOCK),
            may("context", DATA),
            may("stateConfiguration", CONFIGURATION),
        ],
    ),
    op("UntagResource", &[must("resourceArn", ARN), must("tagKeys", TAG_KEYS)]),
    op(
        "UpdateMapRun",
        &[
            must("mapRunArn", LONG_ARN),
            may("maxConcurrency", COUNT),
            may("toleratedFailurePercentage", Shape::Float(100.0)),
            may("toleratedFailureCount", LONG_COUNT),
        ],
    ),
    op(
        "UpdateStateMachine",
        &[
            must("stateMachineArn", ARN),
            may("definition", DEFINITION),
            may("roleArn", ARN),
            may("loggingConfiguration", LOGGING),
            may("tracingConfiguration", TRACING),
            may("publish", Shape::Flag),
            may("versionDescription", DESCRIPTION),
            may("encryptionConfiguration", ENCRYPTION),
        ],
    ),
    op(
        "UpdateStateMachineAlias",
        &[
            must("stateMachineAliasArn", ARN),
            may("description", DESCRIPTION),
            may("routingConfiguration", ROUTING),
        ],
    ),
    op(
        "ValidateStateMachineDefinition",
        &[
            must("definition", DEFINITION),
            may("type", TYPE),
            may("severity", word(&["ERROR", "WARNING"])),
            may("maxResults", Shape::Integer(0, 100)),
        ],
    ),
];
