//! The operations whose host begins with `sync-`: the SDK adds it to that of the endpoint.

use crate::client::{Outcome, ROLE, Told, expect, one};
use aws_sdk_sfn::Client;
use aws_sdk_sfn::types::{
    InspectionLevel, MockInput, StateMachineType, SyncExecutionStatus, TestExecutionStatus,
};
use serde_json::json;

pub async fn run(sfn: &Client, told: &mut Told) -> Outcome {
    executed(sfn, told).await?;
    tested(sfn, told).await
}

async fn executed(sfn: &Client, told: &mut Told) -> Outcome {
    for (name, state, status) in [
        ("fine", json!({ "Type": "Succeed" }), SyncExecutionStatus::Succeeded),
        ("fails", json!({ "Type": "Fail", "Error": "Bad" }), SyncExecutionStatus::Failed),
    ] {
        let made = sfn.create_state_machine().name(name).role_arn(ROLE).definition(one(state));
        let made = made.r#type(StateMachineType::Express).send().await?;
        let start = sfn.start_sync_execution().state_machine_arn(made.state_machine_arn());
        let ended = start.input("[1, 2]").send().await?;
        expect(ended.status() == &status, &ended)?;
        let output = ended.output().map(|it| it.replace(' ', ""));
        let expected = (status == SyncExecutionStatus::Succeeded).then(|| "[1,2]".to_owned());
        expect(output == expected, &ended)?;
        expect(ended.error().is_some() != expected.is_some(), &ended)?;
        expect(ended.billing_details().is_some(), &ended)?;
    }
    told.operations.insert("StartSyncExecution");
    Ok(())
}

async fn tested(sfn: &Client, told: &mut Told) -> Outcome {
    let state = json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" },
        "Next": "Sent",
    });
    let mock = MockInput::builder().result("{\"MessageId\": \"1\"}").build();
    let test = sfn.test_state().definition(state.to_string()).input("{\"text\": \"hello\"}");
    let tested = test.inspection_level(InspectionLevel::Debug).mock(mock).send().await?;
    expect(tested.status() == Some(&TestExecutionStatus::Succeeded), &tested)?;
    expect(tested.next_state() == Some("Sent"), &tested)?;
    let data = tested.inspection_data().and_then(|it| it.after_parameters());
    expect(data.is_some_and(|it| it.contains("\"MessageBody\":\"hello\"")), &tested)?;
    told.operations.insert("TestState");
    Ok(())
}
