use super::client::{Client, OWN, one, pass, text};
use serde_json::{Value, json};

fn calls(machine: &str) -> Value {
    one(json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::states:startExecution.sync:2",
        "Parameters": { "StateMachineArn": machine, "Input": { "a": 1 } },
        "OutputPath": "$.Output",
        "End": true,
    }))
}

#[tokio::test]
async fn a_service_that_nothing_answers_says_so() {
    let client = Client::new().await;
    let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    let task = json!({ "Type": "Task", "Resource": resource, "Parameters": {}, "End": true });
    let told = client.run("m", &one(task), json!({})).await;
    assert_eq!(told["error"], "States.Runtime");
    let cause = format!("this server does not call `{resource}`: its answers can be mocked");
    assert!(text(&told["cause"]).ends_with(&cause), "{told}");
}

#[tokio::test]
async fn an_execution_starts_another_of_this_server() {
    let client = Client::new().await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": inner })).await;
    let definition = pass(json!(8)).to_string();
    client
        .ok("UpdateStateMachine", json!({ "stateMachineArn": inner, "definition": definition }))
        .await;
    assert_eq!(client.run("outer", &calls(&inner), json!({})).await["output"], "8");
    let version = format!("{inner}:1");
    assert_eq!(client.run("versioned", &calls(&version), json!({})).await["output"], "7");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": inner })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(2));
    let told = client.run("wrong", &calls(&format!("{OWN}:stateMachine:none")), json!({})).await;
    assert!(text(&told["cause"]).starts_with("State Machine Does Not Exist"), "{told}");
}
