//! Exceptions of the API's model: each comes as the SDK's own type.

use crate::client::{OWN, Outcome, ROLE, Told, expect, one};
use aws_sdk_sfn::Client;
use aws_sdk_sfn::error::{ProvideErrorMetadata, SdkError};
use serde_json::json;

/// The exception that a call was refused with. It has a text, and the code that the SDK read.
fn refused<T, E: ProvideErrorMetadata>(
    sent: Result<T, SdkError<E>>,
    code: &'static str,
    is: fn(&E) -> bool,
    told: &mut Told,
) -> Outcome {
    let Err(error) = sent else { return Err(format!("{code} was expected").into()) };
    let Some(error) = error.as_service_error() else {
        return Err(format!("{code} was expected, and the call was not answered").into());
    };
    let found = (error.code(), error.message().is_some_and(|it| !it.is_empty()));
    expect(found == (Some(code), true) && is(error), (code, found))?;
    told.exceptions.insert(code);
    Ok(())
}

pub async fn provoke(sfn: &Client, told: &mut Told) -> Outcome {
    machines(sfn, told).await?;
    executions(sfn, told).await?;
    tasks(sfn, told).await
}

async fn machines(sfn: &Client, told: &mut Told) -> Outcome {
    let pass = one(json!({ "Type": "Pass", "End": true }));
    let make = |name: &str, definition: &str| {
        sfn.create_state_machine().name(name).definition(definition).role_arn(ROLE).send()
    };
    let sent = make("m", &pass).await;
    refused(sent, "StateMachineAlreadyExists", |it| it.is_state_machine_already_exists(), told)?;
    let sent = make("a b", &pass).await;
    refused(sent, "InvalidName", |it| it.is_invalid_name(), told)?;
    let sent = make("x", "{}").await;
    refused(sent, "InvalidDefinition", |it| it.is_invalid_definition(), told)?;
    let none = format!("{OWN}:stateMachine:none");
    let sent = sfn.describe_state_machine().state_machine_arn(none).send().await;
    refused(sent, "StateMachineDoesNotExist", |it| it.is_state_machine_does_not_exist(), told)?;
    let sent = sfn.list_state_machines().next_token("x").send().await;
    refused(sent, "InvalidToken", |it| it.is_invalid_token(), told)
}

async fn executions(sfn: &Client, told: &mut Told) -> Outcome {
    let machine = format!("{OWN}:stateMachine:m");
    let start = |name: &str, input: &str| {
        sfn.start_execution().state_machine_arn(&machine).name(name).input(input).send()
    };
    let sent = start("e0", "[]").await;
    refused(sent, "ExecutionAlreadyExists", |it| it.is_execution_already_exists(), told)?;
    let sent = start("other", "{").await;
    refused(sent, "InvalidExecutionInput", |it| it.is_invalid_execution_input(), told)?;
    let none = format!("{OWN}:execution:m:none");
    let sent = sfn.describe_execution().execution_arn(none).send().await;
    refused(sent, "ExecutionDoesNotExist", |it| it.is_execution_does_not_exist(), told)?;
    let sent = sfn.redrive_execution().execution_arn(format!("{OWN}:execution:m:e0")).send().await;
    refused(sent, "ExecutionNotRedrivable", |it| it.is_execution_not_redrivable(), told)
}

async fn tasks(sfn: &Client, told: &mut Told) -> Outcome {
    let activity = format!("{OWN}:activity:none");
    let sent = sfn.describe_activity().activity_arn(activity).send().await;
    refused(sent, "ActivityDoesNotExist", |it| it.is_activity_does_not_exist(), told)?;
    let sent = sfn.describe_activity().activity_arn("none").send().await;
    refused(sent, "InvalidArn", |it| it.is_invalid_arn(), told)
}
