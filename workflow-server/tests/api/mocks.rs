use super::client::{Client, one, text};
use serde_json::{Value, json};
use workflow_server::{MockFile, Service};

fn task() -> Value {
    one(json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "charge", "Payload.$": "$" },
        "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 1, "MaxAttempts": 1, "BackoffRate": 1.0 }],
        "End": true,
    }))
}

#[tokio::test]
async fn every_execution_has_the_answers_of_the_file() {
    let file =
        r#"{ "charge": [{ "fails": { "error": "Busy", "cause": "c" } }, { "returns": 7 }] }"#;
    let mocks = MockFile::read(file).unwrap();
    let client = Client::of(Service::builder().mocks(mocks)).await;
    let machine = client.machine("m", &task()).await;
    for _ in 0..2 {
        let execution = client.start(&machine, json!({})).await;
        let output: Value =
            serde_json::from_str(&text(&client.ended(&execution).await["output"])).unwrap();
        assert_eq!(output["Payload"], 7);
    }
    assert!(MockFile::read("{ \"charge\": 1 }").is_err());
}

#[tokio::test]
async fn a_test_case_of_step_functions_local_is_named_with_the_machine() {
    let file = json!({
        "StateMachines": { "m": { "TestCases": { "Good": { "S": "Seven" }, "Bad": { "S": "Wrong" } } } },
        "MockedResponses": {
            "Seven": { "0": { "Return": { "StatusCode": 200, "Payload": 7 } } },
            "Wrong": { "0": { "Throw": { "Error": "E", "Cause": "c" } } },
        },
    });
    let mocks = MockFile::read(&file.to_string()).unwrap();
    let client = Client::of(Service::builder().mocks(mocks)).await;
    let machine = client.machine("m", &task()).await;
    let good = client.start(&format!("{machine}#Good"), json!({})).await;
    assert_eq!(client.ended(&good).await["output"], "{\"StatusCode\":200,\"Payload\":7}");
    let bad = client.start(&format!("{machine}#Bad"), json!({})).await;
    assert_eq!(client.ended(&bad).await["error"], "E");
    // Without a case nothing is mocked, and nothing here answers for a function.
    let none = client.start(&machine, json!({})).await;
    assert_eq!(client.ended(&none).await["status"], "FAILED");
    let params = json!({ "stateMachineArn": format!("{machine}#Other") });
    let (code, message) = client.refused("StartExecution", params).await;
    assert_eq!(code, "ValidationException");
    assert!(message.contains("there is no test case `m#Other`"), "{message}");
    let other = Client::new().await;
    let machine = other.machine("m", &task()).await;
    let params = json!({ "stateMachineArn": format!("{machine}#Good") });
    assert_eq!(other.code("StartExecution", params).await, "ValidationException");
}
