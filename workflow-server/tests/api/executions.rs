use super::client::{Client, OWN, fail, one, pass, text, wait};
use serde_json::json;

#[tokio::test]
async fn an_execution_is_started_described_and_listed() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!({ "a": 1 }))).await;
    let params = json!({ "stateMachineArn": machine, "name": "e", "input": "{\"x\": 1}", "traceHeader": "t" });
    let started = client.ok("StartExecution", params).await;
    let execution = text(&started["executionArn"]);
    assert_eq!(execution, format!("{OWN}:execution:m:e"));
    let told = client.ended(&execution).await;
    assert_eq!(told["status"], "SUCCEEDED");
    assert_eq!((&told["input"], &told["output"]), (&json!("{\"x\": 1}"), &json!("{\"a\":1}")));
    assert_eq!(told["startDate"], started["startDate"]);
    assert!(told["stopDate"].as_f64() >= told["startDate"].as_f64());
    assert_eq!((&told["stateMachineArn"], &told["name"]), (&json!(machine), &json!("e")));
    assert_eq!((&told["traceHeader"], &told["redriveCount"]), (&json!("t"), &json!(0)));
    assert_eq!(told["redriveStatus"], "NOT_REDRIVABLE");
    assert_eq!(told["redriveStatusReason"], "Execution is SUCCEEDED and cannot be redriven");
    assert_eq!(told["inputDetails"], json!({ "included": true }));
    let params = json!({ "executionArn": execution, "includedData": "METADATA_ONLY" });
    let told = client.ok("DescribeExecution", params).await;
    assert_eq!((told.get("input"), told.get("output")), (None, None));
    assert_eq!(told["outputDetails"], json!({ "included": false }));

    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
    assert_eq!(listed["executions"][0]["executionArn"], execution.as_str());
    assert_eq!(listed["executions"][0].get("input"), None);
}

#[tokio::test]
async fn a_failure_has_its_error_and_cause() {
    let client = Client::new().await;
    let told = client.run("m", &fail("Bad", "so bad"), json!(1)).await;
    assert_eq!((&told["status"], &told["error"]), (&json!("FAILED"), &json!("Bad")));
    assert_eq!((&told["cause"], told.get("output")), (&json!("so bad"), None));
    assert_eq!(told["redriveStatus"], "REDRIVABLE");
}

#[tokio::test]
async fn a_name_is_of_one_execution() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let params = |input: &str| json!({ "stateMachineArn": machine, "name": "e", "input": input });
    let first = client.ok("StartExecution", params("{\"a\": 1}")).await;
    // The same JSON, in other words.
    assert_eq!(client.ok("StartExecution", params("{\"a\":1}")).await, first);
    let exists = format!("Execution Already Exists: '{OWN}:execution:m:e'");
    let refused = ("ExecutionAlreadyExists".to_owned(), exists);
    assert_eq!(client.refused("StartExecution", params("2")).await, refused);
    let by = json!({ "executionArn": first["executionArn"] });
    client.ok("StopExecution", by).await;
    // It is closed: the same input is refused, too.
    assert_eq!(client.refused("StartExecution", params("{\"a\":1}")).await, refused);
}

#[tokio::test]
async fn many_who_start_the_same_at_once_start_one() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let one = || {
        client.call(
            "StartExecution",
            json!({ "stateMachineArn": machine, "name": "e", "input": "1" }),
        )
    };
    let other = || {
        client.call(
            "StartExecution",
            json!({ "stateMachineArn": machine, "name": "e", "input": "2" }),
        )
    };
    let (a, b, c, d) = tokio::join!(one(), other(), one(), other());
    let started: Vec<_> = [a, b, c, d].into_iter().collect();
    let ok: Vec<_> = started.iter().filter_map(|it| it.as_ref().ok()).collect();
    assert_eq!(ok.len(), 2, "{started:?}");
    assert_eq!(ok[0], ok[1]);
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
    assert_eq!(listed["executions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn wrong_starts_are_refused() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    for (input, why) in [
        (
            "not some json",
            "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
        ),
        ("", "Invalid execution input."),
        (
            "{'not': 'json'",
            "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
        ),
    ] {
        let params = json!({ "stateMachineArn": machine, "input": input });
        let message = format!("Invalid State Machine Execution Input: '{why}'");
        let refused = client.refused("StartExecution", params).await;
        assert_eq!(refused, ("InvalidExecutionInput".to_owned(), message));
    }
    for (params, code) in [
        (json!({ "stateMachineArn": machine, "name": "a b" }), "InvalidName"),
        (json!({ "stateMachineArn": machine, "name": "x".repeat(81) }), "ValidationException"),
        (json!({ "stateMachineArn": machine, "traceHeader": "é" }), "ValidationException"),
        (json!({ "stateMachineArn": format!("{machine}:7") }), "StateMachineDoesNotExist"),
        (json!({ "stateMachineArn": format!("{machine}:x") }), "StateMachineDoesNotExist"),
        (
            json!({ "stateMachineArn": format!("{OWN}:stateMachine:m/label") }),
            "ValidationException",
        ),
        (
            json!({ "stateMachineArn": machine, "input": "é".repeat(140_000) }),
            "InvalidExecutionInput",
        ),
    ] {
        assert_eq!(client.code("StartExecution", params.clone()).await, code, "{params}");
    }
    let missing = format!("{OWN}:execution:m:none");
    for operation in [
        "DescribeExecution",
        "GetExecutionHistory",
        "StopExecution",
        "RedriveExecution",
        "ListMapRuns",
        "DescribeStateMachineForExecution",
    ] {
        let refused = client.refused(operation, json!({ "executionArn": missing })).await;
        let message = format!("Execution Does Not Exist: '{missing}'");
        assert_eq!(refused, ("ExecutionDoesNotExist".to_owned(), message), "{operation}");
    }
}

#[tokio::test]
async fn an_execution_is_stopped() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let execution = client.start(&machine, json!({})).await;
    assert_eq!(client.describe(&execution).await["status"], "RUNNING");
    let params = json!({ "executionArn": execution, "error": "Enough", "cause": "no more" });
    let stopped = client.ok("StopExecution", params.clone()).await;
    let told = client.describe(&execution).await;
    assert_eq!((&told["status"], &told["error"]), (&json!("ABORTED"), &json!("Enough")));
    assert_eq!((&told["cause"], &told["stopDate"]), (&json!("no more"), &stopped["stopDate"]));
    // Once more changes nothing.
    assert_eq!(client.ok("StopExecution", params).await, stopped);
    assert_eq!(client.events(&execution).await.last().unwrap(), "ExecutionAborted");
}

#[tokio::test]
async fn executions_come_in_pages_the_latest_first() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let mut started = vec![];
    for _ in 0..7 {
        let execution = client.start(&machine, json!({})).await;
        client.ended(&execution).await;
        started.push(execution);
    }
    started.reverse();
    let (mut found, mut token) = (vec![], None);
    loop {
        let params = json!({ "stateMachineArn": machine, "maxResults": 3, "nextToken": token, "statusFilter": "SUCCEEDED" });
        let page = client.ok("ListExecutions", params).await;
        let all = page["executions"].as_array().unwrap();
        found.extend(all.iter().map(|it| text(&it["executionArn"])));
        token = page.get("nextToken").cloned();
        if token.is_none() {
            break;
        }
    }
    assert_eq!(found, started);
    let page =
        client.ok("ListExecutions", json!({ "stateMachineArn": machine, "maxResults": 2 })).await;
    // A token is of the list that it was given out for.
    let other = json!({ "stateMachineArn": machine, "statusFilter": "FAILED", "nextToken": page["nextToken"] });
    assert_eq!(client.code("ListExecutions", other).await, "InvalidToken");
    let none = json!({ "stateMachineArn": machine, "statusFilter": "PENDING_REDRIVE" });
    assert_eq!(client.code("ListExecutions", none).await, "ValidationException");
    let (code, text) = client
        .refused(
            "ListExecutions",
            json!({ "stateMachineArn": machine, "statusFilter": "succeeded" }),
        )
        .await;
    assert_eq!(code, "ValidationException");
    assert!(
        text.ends_with("[SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]"),
        "{text}"
    );
    assert_eq!(client.code("ListExecutions", json!({})).await, "ValidationException");
}

#[tokio::test]
async fn a_function_that_nobody_answers_is_named() {
    let client = Client::new().await;
    let task = json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "charge", "Payload": 1 },
        "End": true,
    });
    let told = client.run("m", &one(task), json!({})).await;
    assert_eq!(told["error"], "Lambda.ResourceNotFoundException");
    assert!(text(&told["cause"]).contains("charge"), "{told}");
}
