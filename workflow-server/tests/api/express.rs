use super::client::{Client, OWN, fail, pass, text, wait};
use serde_json::json;

#[tokio::test]
async fn a_synchronous_execution_tells_its_end() {
    let client = Client::new().await;
    let machine = client.express("m", &pass(json!({ "a": 1 }))).await;
    let params = json!({ "stateMachineArn": machine, "name": "e", "input": "1" });
    let told = client.ok("StartSyncExecution", params.clone()).await;
    assert_eq!((&told["status"], &told["output"]), (&json!("SUCCEEDED"), &json!("{\"a\":1}")));
    assert_eq!((&told["input"], &told["stateMachineArn"]), (&json!("1"), &json!(machine)));
    let arn = text(&told["executionArn"]);
    assert!(arn.starts_with(&format!("{OWN}:express:m:e:")), "{arn}");
    assert!(told["billingDetails"]["billedDurationInMilliseconds"].as_u64() >= Some(100));
    // Names are not kept.
    assert_ne!(client.ok("StartSyncExecution", params).await["executionArn"], arn.as_str());

    let machine = client.express("f", &fail("Bad", "so bad")).await;
    let told = client.ok("StartSyncExecution", json!({ "stateMachineArn": machine })).await;
    assert_eq!(
        (&told["status"], &told["error"], &told["cause"]),
        (&json!("FAILED"), &json!("Bad"), &json!("so bad"))
    );
    let mut definition = wait(60);
    definition["TimeoutSeconds"] = json!(1);
    let machine = client.express("t", &definition).await;
    let told = client.ok("StartSyncExecution", json!({ "stateMachineArn": machine })).await;
    assert_eq!((&told["status"], told.get("output")), (&json!("TIMED_OUT"), None));
}

#[tokio::test]
async fn each_type_has_its_operations() {
    let client = Client::new().await;
    let standard = client.machine("s", &pass(json!(1))).await;
    let refused =
        client.refused("StartSyncExecution", json!({ "stateMachineArn": standard })).await;
    let text_of = "This operation is not supported by this type of state machine".to_owned();
    assert_eq!(refused, ("StateMachineTypeNotSupported".to_owned(), text_of));
    let machine = client.express("m", &pass(json!(1))).await;
    let refused = client.code("ListExecutions", json!({ "stateMachineArn": machine })).await;
    assert_eq!(refused, "StateMachineTypeNotSupported");
    let started = client.ok("StartExecution", json!({ "stateMachineArn": machine })).await;
    for operation in ["DescribeExecution", "StopExecution", "GetExecutionHistory"] {
        let by = json!({ "executionArn": started["executionArn"] });
        let refused = client.refused(operation, by).await;
        let why = "Invalid Arn: 'Resource type not valid in this context: express'".to_owned();
        assert_eq!(refused, ("InvalidArn".to_owned(), why), "{operation}");
    }
}

#[tokio::test]
async fn express_executions_have_more_events() {
    let client = Client::new().await;
    let definition = json!({ "StartAt": "Each", "States": { "Each": {
        "Type": "Map",
        "ItemsPath": "$.items",
        "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } },
        "End": true
    } } });
    let machine = client.express("many", &definition).await;
    let input = json!({ "items": (0..8_000).collect::<Vec<_>>() }).to_string();
    let params = json!({ "stateMachineArn": machine, "input": input });
    let told = client.ok("StartSyncExecution", params).await;
    assert_eq!(told["status"], "SUCCEEDED", "{}: {}", told["error"], told["cause"]);
}
