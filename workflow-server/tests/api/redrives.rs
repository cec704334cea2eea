use super::client::{Client, activity, one, pass, text};
use serde_json::json;
use workflow_runtime::store::MemoryStore;
use workflow_server::Service;

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

/// The same client token is the same redrive, after a restart, too.
#[tokio::test]
async fn client_tokens_outlive_a_restart() {
    let store = MemoryStore::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    // Nothing answers the call: it fails each time.
    let call = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": true });
    let machine = client.machine("m", &one(call)).await;
    let execution = client.start(&machine, json!({})).await;
    client.ended(&execution).await;
    let with = |token: &str| json!({ "executionArn": execution, "clientToken": token });
    let mut dates = vec![];
    for token in ["a", "b"] {
        dates.push(client.ok("RedriveExecution", with(token)).await);
        client.ended(&execution).await;
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    drop(client);
    let client = Client::of(Service::builder().store(store)).await;
    for (token, date) in ["a", "b"].into_iter().zip(&dates) {
        assert_eq!(client.ok("RedriveExecution", with(token)).await, *date, "{token}");
    }
    assert_eq!(client.describe(&execution).await["redriveCount"], 2);
    // Ten are known: an eleventh takes the place of the first.
    for number in 0..9 {
        client.ok("RedriveExecution", with(&format!("c{number}"))).await;
        client.ended(&execution).await;
    }
    assert_eq!(client.ok("RedriveExecution", with("b")).await, dates[1]);
    client.ok("RedriveExecution", with("a")).await;
    assert_eq!(client.ended(&execution).await["redriveCount"], 12);
}
