//! The log of executions.

use super::client::{Client, ROLE, fail, pass, text};
use serde_json::{Value, json};
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow_runtime::store::MemoryStore;
use workflow_server::Service;

/// A file in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn lines(&self) -> Vec<Value> {
        let bytes = self.0.lock().unwrap();
        let lines = std::str::from_utf8(&bytes).unwrap().lines();
        lines.map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Waits for so many lines, and returns the types of their events.
    async fn types(&self, count: usize) -> Vec<String> {
        for _ in 0..400 {
            if self.lines().len() >= count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // More would come now.
        tokio::time::sleep(Duration::from_millis(30)).await;
        self.lines().iter().map(|it| text(&it["type"])).collect()
    }
}

async fn machine(client: &Client, name: &str, definition: &Value, more: Value) -> String {
    let group =
        json!({ "cloudWatchLogsLogGroup": { "logGroupArn": "arn:aws:logs:r:a:log-group:g:*" } });
    let mut logging = json!({ "destinations": [group] });
    let mut params = json!({ "name": name, "definition": definition.to_string(), "roleArn": ROLE });
    for (name, value) in more.as_object().unwrap() {
        if name == "type" {
            params["type"] = value.clone();
        } else {
            logging[name] = value.clone();
        }
    }
    params["loggingConfiguration"] = logging;
    text(&client.ok("CreateStateMachine", params).await["stateMachineArn"])
}

#[tokio::test]
async fn events_are_logged_as_the_configuration_says() {
    let log = Log::default();
    let client = Client::of(Service::builder().log(log.clone())).await;
    let silent = client.machine("silent", &pass(json!(1))).await;
    client.start(&silent, json!({})).await;
    let all = json!({ "level": "ALL", "includeExecutionData": true });
    let all = machine(&client, "all", &pass(json!(7)), all).await;
    let execution = client.start(&all, json!({ "a": 1 })).await;
    let types = ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"];
    assert_eq!(log.types(4).await, types);
    let lines = log.lines();
    for (index, line) in lines.iter().enumerate() {
        assert_eq!(line["execution_arn"], execution.as_str());
        assert_eq!(
            (&line["id"], &line["redrive_count"]),
            (&json!((index + 1).to_string()), &json!("0"))
        );
        assert!(text(&line["event_timestamp"]).parse::<u64>().unwrap() > 1_700_000_000_000);
    }
    assert_eq!(lines[0]["details"]["input"], "{\"a\":1}");
    assert_eq!(
        (&lines[2]["previous_event_id"], &lines[3]["details"]["output"]),
        (&json!("2"), &json!("7"))
    );

    log.0.lock().unwrap().clear();
    let fatal = machine(&client, "fatal", &fail("E", "C"), json!({ "level": "FATAL" })).await;
    client.start(&fatal, json!({})).await;
    assert_eq!(log.types(1).await, ["ExecutionFailed"]);
    assert_eq!(log.lines()[0]["details"], json!({ "error": "E", "cause": "C" }));
}

#[tokio::test]
async fn express_executions_are_logged() {
    let log = Log::default();
    let client = Client::of(Service::builder().log(log.clone())).await;
    let express = json!({ "level": "ALL", "type": "EXPRESS" });
    let express = machine(&client, "m", &pass(json!(7)), express).await;
    client.ok("StartSyncExecution", json!({ "stateMachineArn": express })).await;
    let types = ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"];
    assert_eq!(log.types(4).await, types);
    // Without data.
    assert_eq!(log.lines()[2]["details"].get("output"), None);
    assert!(text(&log.lines()[0]["execution_arn"]).contains(":express:m:"));
}

/// Each event is logged once, also where a server ends in the middle.
#[tokio::test]
async fn a_restart_logs_nothing_twice() {
    let (log, store) = (Log::default(), MemoryStore::default());
    let client = Client::of(Service::builder().store(store.clone()).log(log.clone())).await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let definition = super::client::activity(&arn, json!({}));
    let machine = machine(&client, "m", &definition, json!({ "level": "ALL" })).await;
    client.start(&machine, json!({})).await;
    let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    client.0.shutdown(Duration::from_millis(200)).await;
    let before = log.lines().len();
    assert!(before >= 3, "{before}");
    let client = Client::of(Service::builder().store(store).log(log.clone())).await;
    client.ok("SendTaskSuccess", json!({ "taskToken": task["taskToken"], "output": "1" })).await;
    let types = log.types(7).await;
    assert_eq!(types.last().map(String::as_str), Some("ExecutionSucceeded"), "{types:?}");
    let ids: Vec<_> = log.lines().iter().map(|it| text(&it["id"])).collect();
    let expected: Vec<_> = (1..=types.len()).map(|it| it.to_string()).collect();
    assert_eq!(ids, expected);
}
