use super::client::{Client, ROLE, activity, one, pass, text};
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
    let (code, message) = client.refused("RedriveExecution", by).await;
    assert_eq!(code, "ExecutionNotRedrivable");
    // As `redriveStatusReason` has it.
    assert_eq!(message, format!("State machine is in DELETING status: '{execution}'"));
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

/// Whatever it failed by, and however early: what it says of itself is what a redrive does.
#[tokio::test]
async fn what_failed_before_any_effect_is_redriven() {
    let client = Client::new().await;
    let fail = json!({ "Type": "Fail", "Error": "E" });
    let broken = json!({ "Type": "Pass", "InputPath": "$.none", "End": true });
    for (name, states) in [
        ("fail", json!({ "S": fail })),
        ("later", json!({ "S": { "Type": "Pass", "Next": "F" }, "F": fail })),
        ("broken", json!({ "S": broken })),
    ] {
        let machine = client.machine(name, &json!({ "StartAt": "S", "States": states })).await;
        let execution = client.start(&machine, json!({})).await;
        let by = json!({ "executionArn": execution });
        let before = client.ended(&execution).await;
        assert_eq!(before["redriveStatus"], "REDRIVABLE");
        for count in 1..=2 {
            client.ok("RedriveExecution", by.clone()).await;
            let after = client.ended(&execution).await;
            assert_eq!(
                (&after["redriveCount"], &after["error"]),
                (&json!(count), &before["error"])
            );
        }
        let told = client.ok("GetExecutionHistory", by).await;
        let events = told["events"].as_array().unwrap();
        let count = |kind: &str| events.iter().filter(|it| it["type"] == kind).count();
        assert_eq!((count("ExecutionStarted"), count("ExecutionRedriven")), (1, 2), "{told}");
        assert_eq!(count("ExecutionFailed"), 3, "{told}");
    }
}

/// Items that failed like that keep nothing from being redriven around them; and they have the role of the machine.
#[tokio::test]
async fn a_distributed_map_of_early_failures_is_redriven() {
    let client = Client::new().await;
    let processor = json!({ "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "F", "States": { "F": { "Type": "Fail", "ErrorPath": "$$.Execution.RoleArn" } } });
    let map = json!({ "Type": "Map", "ItemProcessor": processor, "End": true });
    let definition = json!({ "StartAt": "M", "States": { "M": map } });
    let machine = client.machine("each", &definition).await;
    let execution = client.start(&machine, json!([1, 2])).await;
    let exceeded = "States.ExceedToleratedFailureThreshold";
    assert_eq!(client.ended(&execution).await["error"], exceeded);
    client.ok("RedriveExecution", json!({ "executionArn": execution })).await;
    let told = client.ended(&execution).await;
    assert_eq!((&told["error"], &told["redriveCount"]), (&json!(exceeded), &json!(1)), "{told}");
    let runs = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
    let run = runs["mapRuns"][0]["mapRunArn"].clone();
    let items = client.ok("ListExecutions", json!({ "mapRunArn": run })).await;
    let items = items["executions"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    for item in items {
        let by = json!({ "executionArn": item["executionArn"] });
        let told = client.ok("DescribeExecution", by.clone()).await;
        assert_eq!((&told["error"], &told["redriveCount"]), (&json!(ROLE), &json!(1)));
        let events = client.ok("GetExecutionHistory", by).await;
        assert_eq!(events["events"][0]["executionStartedEventDetails"]["roleArn"], ROLE);
    }
}
