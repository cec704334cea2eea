use super::client::{Client, OPERATIONS};
use serde_json::{Value, json};
use workflow_server::Call;

#[tokio::test]
async fn calls_that_are_none_are_refused_in_the_form_of_the_protocol() {
    let client = Client::new().await;
    let big = vec![b' '; 2 << 20];
    let deep = "[".repeat(100_000);
    for (target, body, status, code) in [
        (None, &b"{}"[..], 400, "UnknownOperationException"),
        (Some("ListActivities"), b"{}", 400, "UnknownOperationException"),
        (Some("AWSStepFunctions.Dance"), b"{}", 400, "UnknownOperationException"),
        (Some("AWSStepFunctions.ListActivities"), b"{", 400, "SerializationException"),
        (Some("AWSStepFunctions.ListActivities"), b"\xff\xfe", 400, "SerializationException"),
        (Some("AWSStepFunctions.ListActivities"), b"[]", 400, "SerializationException"),
        (Some("AWSStepFunctions.ListActivities"), deep.as_bytes(), 400, "SerializationException"),
        (Some("AWSStepFunctions.ListActivities"), &big, 413, "RequestEntityTooLargeException"),
        (Some("AWSStepFunctions.DescribeExecution"), b"{}", 400, "ValidationException"),
    ] {
        let reply = client.0.answer(Call { target, body }).await;
        assert_eq!((reply.status, reply.error), (status, Some(code)), "{target:?}");
        let body: Value = serde_json::from_str(&reply.body).unwrap();
        assert_eq!(body["__type"], code);
        assert!(body["message"].is_string());
    }
    let empty = Call { target: Some("AWSStepFunctions.ListActivities"), body: b"" };
    assert_eq!(client.0.answer(empty).await.body, r#"{"activities":[]}"#);
}

#[tokio::test]
async fn every_operation_is_answered() {
    let client = Client::new().await;
    // With nothing at all: an answer, or the refusal of a member that is missing.
    let open = [("ListActivities", "activities"), ("ListStateMachines", "stateMachines")];
    let all = OPERATIONS.into_iter();
    for operation in all.filter(|name| open.iter().all(|(open, _)| open != name)) {
        assert_eq!(client.code(operation, json!({})).await, "ValidationException", "{operation}");
    }
    for (operation, member) in open {
        assert_eq!(client.ok(operation, json!({})).await, json!({ member: [] }));
    }
}

#[tokio::test]
async fn arns_of_other_kinds_are_refused_everywhere() {
    let client = Client::new().await;
    for (operation, member) in [
        ("DeleteActivity", "activityArn"),
        ("DeleteStateMachine", "stateMachineArn"),
        ("DeleteStateMachineAlias", "stateMachineAliasArn"),
        ("DeleteStateMachineVersion", "stateMachineVersionArn"),
        ("DescribeActivity", "activityArn"),
        ("DescribeExecution", "executionArn"),
        ("DescribeMapRun", "mapRunArn"),
        ("DescribeStateMachine", "stateMachineArn"),
        ("DescribeStateMachineAlias", "stateMachineAliasArn"),
        ("DescribeStateMachineForExecution", "executionArn"),
        ("GetActivityTask", "activityArn"),
        ("GetExecutionHistory", "executionArn"),
        ("ListExecutions", "stateMachineArn"),
        ("ListExecutions", "mapRunArn"),
        ("ListMapRuns", "executionArn"),
        ("ListStateMachineAliases", "stateMachineArn"),
        ("ListStateMachineVersions", "stateMachineArn"),
        ("ListTagsForResource", "resourceArn"),
        ("PublishStateMachineVersion", "stateMachineArn"),
        ("RedriveExecution", "executionArn"),
        ("StartExecution", "stateMachineArn"),
        ("StartSyncExecution", "stateMachineArn"),
        ("StopExecution", "executionArn"),
        ("UpdateStateMachine", "stateMachineArn"),
    ] {
        let (code, text) = client.refused(operation, json!({ member: "x" })).await;
        assert_eq!(code, "InvalidArn", "{operation}");
        assert_eq!(text, "Invalid Arn: 'Invalid ARN prefix: x'", "{operation}");
        let (code, _) = client.refused(operation, json!({ member: "arn:aws:s3:::b" })).await;
        assert_eq!(code, "InvalidArn", "{operation}");
    }
}
