use super::client::{Client, activity, pass, text, wait};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use workflow_runtime::Engine;
use workflow_runtime::store::{MemoryStore, Store};
use workflow_server::{Retention, Service};
use workflow_sqlite::Sqlite;

pub struct File(PathBuf);

impl File {
    pub fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("workflow-server-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        File(folder)
    }

    pub async fn open(&self) -> Client {
        let store = Sqlite::open(self.0.join("server.db")).unwrap();
        Client::of(Service::builder().store(store)).await
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub async fn close(client: Client) {
    client.0.shutdown(Duration::from_millis(200)).await;
    drop(client);
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let file = File::new("all");
    let client = file.open().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    // A definition that is larger than one value of the store.
    let large = pass(json!("x".repeat(200_000)));
    let comment = "y".repeat(600_000);
    let mut large = large;
    large["Comment"] = json!(comment);
    let params =
        json!({ "stateMachineArn": machine, "definition": large.to_string(), "publish": true });
    client.ok("UpdateStateMachine", params).await;
    let route = json!([{ "stateMachineVersionArn": format!("{machine}:1"), "weight": 100 }]);
    client
        .ok("CreateStateMachineAlias", json!({ "name": "live", "routingConfiguration": route }))
        .await;
    client
        .ok(
            "TagResource",
            json!({ "resourceArn": machine, "tags": [{ "key": "k", "value": "v" }] }),
        )
        .await;
    client.ok("CreateActivity", json!({ "name": "a" })).await;
    client.ok("CreateActivity", json!({ "name": "gone" })).await;
    let gone = format!("{}:gone", "arn:aws:states:us-east-1:123456789012:activity");
    client.ok("DeleteActivity", json!({ "activityArn": gone })).await;
    let execution = client.start(&format!("{machine}:live"), json!({})).await;
    client.ended(&execution).await;
    let calls = [
        ("DescribeStateMachine", json!({ "stateMachineArn": machine })),
        ("DescribeStateMachineAlias", json!({ "stateMachineAliasArn": format!("{machine}:live") })),
        ("ListStateMachineVersions", json!({ "stateMachineArn": machine })),
        ("ListTagsForResource", json!({ "resourceArn": machine })),
        ("ListActivities", json!({})),
        ("DescribeExecution", json!({ "executionArn": execution })),
        ("DescribeStateMachineForExecution", json!({ "executionArn": execution })),
        ("GetExecutionHistory", json!({ "executionArn": execution })),
        ("ListExecutions", json!({ "stateMachineArn": format!("{machine}:live") })),
    ];
    let mut before: Vec<Value> = vec![];
    for (operation, params) in &calls {
        before.push(client.ok(operation, params.clone()).await);
    }
    close(client).await;
    let client = file.open().await;
    for ((operation, params), before) in calls.iter().zip(before) {
        assert_eq!(client.ok(operation, params.clone()).await, before, "{operation}");
    }
    let execution = client.start(&machine, json!({})).await;
    assert_eq!(text(&client.ended(&execution).await["output"]).len(), 200_002);
    close(client).await;
}

#[tokio::test]
async fn executions_go_on_after_a_restart_with_what_they_began_with() {
    let file = File::new("running");
    let client = file.open().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let mut definition = activity(&arn, json!({ "Next": "After" }));
    definition["States"]["S"].as_object_mut().unwrap().remove("End");
    definition["States"]["After"] = json!({ "Type": "Pass", "Parameters": { "role.$": "$$.Execution.RoleArn", "old": true }, "End": true });
    let machine = client.machine("m", &definition).await;
    let waits = client.start(&machine, json!({})).await;
    let asked = client.start(&machine, json!({})).await;
    let taken = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    let short = client.machine("w", &wait(1)).await;
    let short = client.start(&short, json!({})).await;
    let new = json!({ "stateMachineArn": machine, "definition": pass(json!("new")).to_string(), "roleArn": "arn:aws:iam::123456789012:role/new" });
    client.ok("UpdateStateMachine", new).await;
    close(client).await;

    let client = file.open().await;
    assert_eq!(client.describe(&waits).await["status"], "RUNNING");
    // The token that was given out before counts.
    client.ok("SendTaskSuccess", json!({ "taskToken": taken["taskToken"], "output": "1" })).await;
    let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    client.ok("SendTaskSuccess", json!({ "taskToken": task["taskToken"], "output": "2" })).await;
    for execution in [waits, asked] {
        let told = client.ended(&execution).await;
        let role = super::client::ROLE;
        assert_eq!(told["output"], format!("{{\"role\":\"{role}\",\"old\":true}}"), "{told}");
    }
    assert_eq!(client.ended(&short).await["status"], "SUCCEEDED");
    let execution = client.start(&machine, json!({})).await;
    assert_eq!(client.ended(&execution).await["output"], "\"new\"");
    close(client).await;
}

#[tokio::test]
async fn a_task_that_no_worker_has_taken_outlives_any_number_of_restarts() {
    let store = MemoryStore::default();
    let arn = "arn:aws:states:us-east-1:123456789012:activity:a";
    let mut execution = String::new();
    for round in 0..14 {
        let client = Client::of(Service::builder().store(store.clone())).await;
        if round == 0 {
            client.ok("CreateActivity", json!({ "name": "a" })).await;
            let machine = client.machine("m", &activity(arn, json!({}))).await;
            execution = client.start(&machine, json!({ "n": 1 })).await;
        }
        let begun = Instant::now();
        client.0.shutdown(Duration::from_secs(5)).await;
        assert!(begun.elapsed() < Duration::from_secs(3), "nothing runs that could end");
    }
    let client = Client::of(Service::builder().store(store)).await;
    let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    assert_eq!(task["input"], "{\"n\":1}");
    client.ok("SendTaskSuccess", json!({ "taskToken": task["taskToken"], "output": "2" })).await;
    assert_eq!(client.ended(&execution).await["output"], "2");
}

#[tokio::test]
async fn the_latest_executions_are_kept() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let slow = client.machine("w", &wait(60)).await;
    let running = client.start(&slow, json!({})).await;
    for _ in 0..10 {
        let execution = client.start(&machine, json!({})).await;
        client.ended(&execution).await;
    }
    let mut retention = Retention::default();
    assert_eq!(client.0.retain_once(retention).await, Ok(0));
    retention.most = Some(4);
    assert_eq!(client.0.retain_once(retention).await, Ok(6));
    assert_eq!(client.0.retain_once(retention).await, Ok(0));
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(4));
    assert_eq!(client.describe(&running).await["status"], "RUNNING");
}

#[tokio::test]
async fn many_starts_wait_for_no_pause_of_the_retention() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let retention = Retention { most: Some(8), ..Retention::default() };
    let service = client.0.clone();
    let retaining = tokio::spawn(async move { service.retain(retention).await });
    tokio::task::yield_now().await;
    for _ in 0..40 {
        let execution = client.start(&machine, json!({})).await;
        client.ended(&execution).await;
    }
    // All of it takes less than the pause. A quarter more than are kept, and those that began while others were removed.
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
    let kept = listed["executions"].as_array().map_or(0, Vec::len);
    assert!((8..=12).contains(&kept), "{kept} are kept");
    retaining.abort();
}

#[tokio::test]
async fn a_service_keeps_the_rule_of_its_engine() {
    let store = MemoryStore::default();
    let most = Retention { most: Some(4), ..Retention::default() };
    let engine = Engine::builder().store(store.clone()).retention(most);
    let client = Client::of(Service::builder().engine(engine)).await;
    let machine = client.machine("m", &pass(json!(1))).await;
    for _ in 0..20 {
        let start = json!({ "stateMachineArn": machine, "traceHeader": "t" });
        let execution = text(&client.ok("StartExecution", start).await["executionArn"]);
        client.ended(&execution).await;
    }
    // What is known of them goes with them.
    for _ in 0..5_000 {
        let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
        let kept = listed["executions"].as_array().map_or(0, Vec::len);
        let runs = store.values("server/run", None, 100).await.unwrap().len();
        if kept <= 5 && runs <= 5 {
            assert!(runs > 0, "there is something to forget");
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("they are kept");
}

#[tokio::test]
async fn what_is_pruned_is_gone() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let execution = text(
        &client
            .ok("StartExecution", json!({ "stateMachineArn": machine, "traceHeader": "t" }))
            .await["executionArn"],
    );
    client.ended(&execution).await;
    let later = client.0.engine().now() + Duration::from_secs(1);
    assert_eq!(client.0.prune(later).await, Ok(1));
    let by = json!({ "executionArn": execution });
    assert_eq!(client.code("DescribeExecution", by).await, "ExecutionDoesNotExist");
}
