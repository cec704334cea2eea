use super::client::{Client, pass, text};
use serde_json::json;

#[tokio::test]
async fn definitions_are_validated() {
    let client = Client::new().await;
    let params = json!({ "definition": pass(json!(1)).to_string() });
    let told = client.ok("ValidateStateMachineDefinition", params).await;
    assert_eq!(told, json!({ "result": "OK", "diagnostics": [], "truncated": false }));
    let state = |name: &str| json!({ "Type": "Pass", "Next": name });
    let wrong = json!({ "StartAt": "A", "States": { "A": state("X"), "B": state("Y") } });
    let params = json!({ "definition": wrong.to_string(), "maxResults": 1 });
    let told = client.ok("ValidateStateMachineDefinition", params).await;
    assert_eq!((&told["result"], &told["truncated"]), (&json!("FAIL"), &json!(true)));
    assert_eq!(told["diagnostics"].as_array().map(Vec::len), Some(1));
    assert_eq!(told["diagnostics"][0]["severity"], "ERROR");
    let params = json!({ "definition": "{}", "severity": "LOUD" });
    assert_eq!(client.code("ValidateStateMachineDefinition", params).await, "ValidationException");
}

#[tokio::test]
async fn states_are_tested() {
    let client = Client::new().await;
    let state = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" }, "ResultPath": null, "Next": "Sent" });
    let params = json!({
        "definition": state.to_string(),
        "input": "{\"text\":\"hello\"}",
        "inspectionLevel": "DEBUG",
        "mock": { "result": "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"x\"}" },
    });
    let told = client.ok("TestState", params).await;
    assert_eq!((&told["status"], &told["nextState"]), (&json!("SUCCEEDED"), &json!("Sent")));
    assert_eq!(told["output"], "{\"text\":\"hello\"}");
    let sent = text(&told["inspectionData"]["afterParameters"]);
    assert_eq!(sent, "{\"QueueUrl\":\"q\",\"MessageBody\":\"hello\"}");

    // What is no JSON is told as where a machine is made.
    let refused = client.refused("TestState", json!({ "definition": "{\"Type\"" })).await;
    let made = json!({ "name": "m", "definition": "{\"Type\"", "roleArn": super::client::ROLE });
    assert_eq!(refused, client.refused("CreateStateMachine", made).await);
    assert!(refused.1.contains("'INVALID_JSON_DESCRIPTION: "), "{refused:?}");

    let both = json!({ "result": "1", "errorOutput": { "error": "E" } });
    for (more, code) in [
        (json!({ "definition": "{" }), "InvalidDefinition"),
        (json!({ "definition": state.to_string() }), "ValidationException"),
        (json!({ "definition": state.to_string(), "input": "{" }), "InvalidExecutionInput"),
        (json!({ "definition": state.to_string(), "mock": both }), "ValidationException"),
        (
            json!({ "definition": state.to_string(), "mock": { "result": "no json" } }),
            "ValidationException",
        ),
        (json!({ "definition": state.to_string(), "variables": "[]" }), "ValidationException"),
        (json!({ "definition": state.to_string(), "roleArn": "r" }), "InvalidArn"),
        (
            json!({ "definition": "{\"Type\":\"Pass\",\"Resource\":\"r\",\"End\":true}" }),
            "InvalidDefinition",
        ),
        (
            json!({ "definition": state.to_string(), "mock": { "errorOutput": { "cause": "c" } } }),
            "ValidationException",
        ),
    ] {
        assert_eq!(client.code("TestState", more.clone()).await, code, "{more}");
    }
}
