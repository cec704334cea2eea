//! Lambda functions behind commands and endpoints.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "http", unix))]

use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use workflow_server::{Call, Functions, Service};

async fn call(service: &Service, operation: &str, params: Value) -> Value {
    let (target, body) = (format!("AWSStepFunctions.{operation}"), params.to_string());
    let reply = service.answer(Call { target: Some(&target), body: body.as_bytes() }).await;
    serde_json::from_str(&reply.body).unwrap()
}

/// Runs a machine of one task, as an EXPRESS execution.
async fn run(functions: &Value, state: Value, input: Value) -> Value {
    let functions = Functions::read(&functions.to_string()).unwrap();
    let service = Service::builder().connector(functions).open().await.unwrap();
    let definition = json!({ "StartAt": "S", "States": { "S": state } }).to_string();
    let params = json!({ "name": "m", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r", "type": "EXPRESS" });
    let machine = call(&service, "CreateStateMachine", params).await["stateMachineArn"].clone();
    let params = json!({ "stateMachineArn": machine, "input": input.to_string() });
    call(&service, "StartSyncExecution", params).await
}

fn invoke(name: &str) -> Value {
    json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": name, "Payload.$": "$" },
        "OutputPath": "$.Payload",
        "End": true,
    })
}

fn shell(script: &str) -> Value {
    json!({ "f": { "command": ["/bin/sh", "-c", script], "seconds": if script.starts_with("sleep") { 2 } else { 60 } } })
}

#[tokio::test]
async fn a_command_gets_the_payload_and_gives_the_result() {
    let told = run(&shell("cat"), invoke("f"), json!({ "a": [1, "é"] })).await;
    assert_eq!(told["output"], "{\"a\":[1,\"é\"]}");
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
    let bare = json!({ "Type": "Task", "Resource": arn, "End": true });
    let told = run(&shell("cat"), bare, json!(5)).await;
    assert_eq!(told["output"], "5");
    let told = run(&shell("echo \\\"$AWS_LAMBDA_FUNCTION_NAME\\\""), invoke("f"), json!(1)).await;
    assert_eq!(told["output"], "\"f\"");
    let told = run(&shell("true"), invoke("f"), json!(1)).await;
    assert_eq!(told["output"], "null");
}

#[tokio::test]
async fn a_command_that_fails_says_why() {
    let script = r#"echo '{"errorType":"Declined","errorMessage":"no money"}'; exit 1"#;
    let told = run(&shell(script), invoke("f"), json!(1)).await;
    assert_eq!(told["error"], "Declined");
    assert_eq!(told["cause"], r#"{"errorType":"Declined","errorMessage":"no money"}"#);
    for (script, error, part) in [
        ("echo oh >&2; exit 3", "Runtime.ExitError", "exit status: 3: oh"),
        ("echo no json", "Runtime.MarshalError", "no JSON"),
        ("sleep 60", "Sandbox.Timedout", "Task timed out after 2.00 seconds"),
        ("head -c 7000000 /dev/zero", "Function.ResponseSizeTooLarge", "longer than 6291456"),
    ] {
        let begun = Instant::now();
        let told = run(&shell(script), invoke("f"), json!(1)).await;
        assert_eq!(told["error"], error, "{script}");
        assert!(told["cause"].as_str().unwrap().contains(part), "{told}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{script}");
    }
    let none = json!({ "f": { "command": ["/no/such/program"] } });
    assert_eq!(run(&none, invoke("f"), json!(1)).await["error"], "Runtime.InvalidEntrypoint");
    let told = run(&shell("cat"), invoke("g"), json!(1)).await;
    assert!(told["cause"].as_str().unwrap().contains("Function not found"), "{told}");
}

/// An endpoint that gives this response once, and the request that it got.
async fn endpoint(response: &'static str) -> (Value, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!(
        "http://{}/2015-03-31/functions/function/invocations",
        listener.local_addr().unwrap()
    );
    let got = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut bytes = vec![0; 4096];
        let mut length = 0;
        while !String::from_utf8_lossy(&bytes[..length]).ends_with("[1]") {
            length += stream.read(&mut bytes[length..]).await.unwrap();
        }
        stream.write_all(response.as_bytes()).await.unwrap();
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    });
    (json!({ "f": { "url": url } }), got)
}

#[tokio::test]
async fn an_endpoint_gets_the_payload_and_gives_the_result() {
    let (functions, got) = endpoint("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[2]").await;
    assert_eq!(run(&functions, invoke("f"), json!([1])).await["output"], "[2]");
    let got = got.await.unwrap();
    assert!(got.starts_with("POST /2015-03-31/functions/function/invocations HTTP/1.1"), "{got}");
    for (response, error) in [
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 38\r\n\r\n{\"errorType\":\"E\",\"errorMessage\":\"why\"}",
            "E",
        ),
        (
            "HTTP/1.1 200 OK\r\nX-Amz-Function-Error: Unhandled\r\nContent-Length: 2\r\n\r\n{}",
            "Unhandled",
        ),
        ("HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\n{}", "Lambda.ServiceException"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "Lambda.ServiceException"),
        ("garbage\r\n\r\n", "Lambda.ServiceException"),
    ] {
        let (functions, _got) = endpoint(response).await;
        let told = run(&functions, invoke("f"), json!([1])).await;
        assert_eq!(told["error"], error, "{response}: {told}");
    }
    let none = json!({ "f": { "url": "http://127.0.0.1:1/" } });
    assert_eq!(run(&none, invoke("f"), json!([1])).await["error"], "Lambda.ServiceException");
}

/// Waits until a file has so many lines.
async fn lines(path: &std::path::Path, count: usize) -> bool {
    for _ in 0..200 {
        if std::fs::read_to_string(path).is_ok_and(|it| it.lines().count() >= count) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

#[tokio::test]
async fn nobody_waits_for_an_event() {
    let file = std::env::temp_dir().join(format!("workflow-server-event-{}", std::process::id()));
    let script = format!("sleep 1; cat >> {0}; echo >> {0}", file.display());
    let functions = json!({ "f": { "command": ["/bin/sh", "-c", script], "seconds": 30 } });
    let mut state = invoke("f");
    state.as_object_mut().unwrap().remove("OutputPath");
    for (invocation, status) in [("Event", 202), ("DryRun", 204)] {
        state["Parameters"]["InvocationType"] = json!(invocation);
        let begun = Instant::now();
        let told = run(&functions, state.clone(), json!({ "a": 1 })).await;
        let output: Value = serde_json::from_str(told["output"].as_str().unwrap()).unwrap();
        assert_eq!(output["StatusCode"], status, "{told}");
        assert!(begun.elapsed() < Duration::from_millis(900), "{invocation}");
    }
    assert!(lines(&file, 1).await);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{\"a\":1}\n");
    std::fs::remove_file(file).unwrap();
    state["Parameters"]["InvocationType"] = json!("Later");
    let told = run(&functions, state, json!({})).await;
    assert!(told["cause"].as_str().unwrap().contains("'InvocationType'"), "{told}");
}

#[tokio::test]
async fn so_many_commands_run_at_once() {
    let folder = std::env::temp_dir().join(format!("workflow-server-many-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // Each is there while it runs, and tells how many are.
    let script = format!("cd {}; touch $$; ls | wc -l; sleep 0.3; rm $$", folder.display());
    let functions = json!({ "f": { "command": ["/bin/sh", "-c", script], "seconds": 60 } });
    let branch = json!({ "StartAt": "B", "States": { "B": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "f" }, "OutputPath": "$.Payload", "End": true } } });
    let map = json!({ "Type": "Map", "ItemProcessor": branch, "End": true });
    let two = json!({ "Type": "Parallel", "End": true,
        "Branches": [{ "StartAt": "M", "States": { "M": map } }] });
    let items: Vec<u32> = (0..100).collect();
    let told = run(&functions, two, json!(items)).await;
    let counts: Vec<Vec<usize>> =
        serde_json::from_str(told["output"].as_str().unwrap_or_else(|| panic!("{told}"))).unwrap();
    let most = counts.iter().flatten().max().copied();
    assert_eq!(counts[0].len(), 100);
    assert!(most <= Some(64), "{most:?}");
    std::fs::remove_dir_all(folder).unwrap();
}
