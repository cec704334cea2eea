//! AWS Step Functions: executions of state machines that are no workflows of this program. (A workflow calls another one by
//! its name.)

use crate::Failure;
use serde_json::Value;

request! {
    /// The arguments of [`start_execution()`] and [`start_execution_sync()`].
    StartExecution;
    /// An execution of a state machine, whose input is `{}`.
    start {
        /// The ARN of the state machine.
        state_machine_arn: String,
    }
    optional {
        /// The input.
        input: Value,
        /// The name of the execution.
        name: String,
        /// The header of a trace.
        trace_header: String,
    }
}

response! {
    /// An execution that was started.
    Started {
        /// The ARN of the execution.
        execution_arn: String,
    }
}

/// An execution that has succeeded. With `startExecution.sync:2` the output is its value, with
/// `startExecution.sync` its text.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::Data)]
#[serde(rename_all = "PascalCase")]
pub struct EndedExecution<O> {
    /// The ARN of the execution.
    pub execution_arn: String,
    /// Its name.
    pub name: String,
    /// Its output.
    pub output: O,
    /// `SUCCEEDED`.
    pub status: String,
}

failures! {
    /// There is no such state machine.
    StateMachineDoesNotExist "StepFunctions.StateMachineDoesNotExistException",
    /// There is an execution of that name.
    ExecutionAlreadyExists "StepFunctions.ExecutionAlreadyExistsException",
    /// More than the account may start.
    ExecutionLimitExceeded "StepFunctions.ExecutionLimitExceededException",
    /// The service refuses it otherwise.
    Refused "StepFunctions.AWSStepFunctionsException",
    /// The service is not reached.
    Unreached "StepFunctions.SdkClientException",
}

/// Starts an execution.
#[workflow_macros::task(
    resource = "arn:aws:states:::states:startExecution",
    name = "states:startExecution"
)]
pub async fn start_execution(of: StartExecution) -> Result<Started, Error>;

/// Runs an execution, and waits until it has ended. One that fails is `States.TaskFailed`, with its description as the cause.
#[workflow_macros::task(
    resource = "arn:aws:states:::states:startExecution.sync:2",
    name = "states:startExecution.sync:2"
)]
pub async fn start_execution_sync(of: StartExecution) -> Result<EndedExecution<Value>, Error>;
