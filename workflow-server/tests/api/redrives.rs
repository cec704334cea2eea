use super::client::{Client, activity, pass, text};
use serde_json::json;

#[tokio::test]
async fn a_failed_execution_runs_again_from_where_it_failed() {
    let client = Client::new().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let machine = client.machine("m", &activity(&arn, json!({}))).await;
    let execution = client.start(&machine, json!({})).await;
    let by = json!({ "executionArn": execution });
    let (code, message) = client.refused("RedriveExecution", by.clone()).await;
    assert_eq!(code, "ExecutionNotRedrivable");
    assert!(message.contains("Execution is RUNNING and cannot be redriven"), "{message}");
    let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    client.ok("SendTaskFailure", json!({ "taskToken": task["taskToken"] })).await;
    assert_eq!(client.ended(&execution).await["redriveStatus"], "REDRIVABLE");

    let params = json!({ "executionArn": execution, "clientToken": "t" });
    let redriven = client.ok("RedriveExecution", params.clone()).await;
    // The same token is the same redrive.
    assert_eq!(client.ok("RedriveExecution", params).await, redriven);
    let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    client.ok("SendTaskSuccess", json!({ "taskToken": task["taskToken"], "output": "5" })).await;
    let told = client.ended(&execution).await;
    assert_eq!((&told["output"], &told["redriveCount"]), (&json!("5"), &json!(1)));
    assert_eq!(told["redriveDate"], redriven["redriveDate"]);
    assert!(client.events(&execution).await.contains(&"ExecutionRedriven".to_owned()));
    assert_eq!(client.code("RedriveExecution", by).await, "ExecutionNotRedrivable");
}

#[tokio::test]
async fn an_execution_of_a_deleted_machine_is_not_redriven() {
    let client = Client::new().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let machine = client.machine("m", &activity(&arn, json!({}))).await;
    let execution = client.start(&machine, json!({})).await;
    client.ok("StopExecution", json!({ "executionArn": execution })).await;
    client.ok("DeleteStateMachine", json!({ "stateMachineArn": machine })).await;
    let by = json!({ "executionArn": execution });
    assert_eq!(client.code("RedriveExecution", by).await, "ExecutionNotRedrivable");
    client.machine("m", &pass(json!(1))).await;
}
