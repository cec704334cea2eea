//! Machines that are deleted.

use super::client::{Client, pass, wait};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use workflow_runtime::store::{
    Around, Commit, Delivered, MemoryStore, Message, Put, Store, StoreError, StoreResult,
};
use workflow_runtime::task::BoxFuture;
use workflow_server::{Retention, Service};

/// A store that cannot write executions for a while.
#[derive(Clone, Default)]
struct Failing {
    store: MemoryStore,
    fails: Arc<AtomicBool>,
}

impl Failing {
    fn fail(&self, fails: bool) {
        self.fails.store(fails, Ordering::SeqCst);
    }

    fn failing<T: Send + 'static>(&self) -> Option<BoxFuture<StoreResult<T>>> {
        let error = || StoreError::Stalled("the disk is full".to_owned());
        let fails = self.fails.load(Ordering::SeqCst);
        fails.then(|| Box::pin(std::future::ready(Err(error()))) as BoxFuture<StoreResult<T>>)
    }
}

impl Around for Failing {
    fn inner(&self) -> &dyn Store {
        &self.store
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        self.failing().unwrap_or_else(|| self.store.commit(commit))
    }
    fn tell(&self, execution: &str, message: Message) -> BoxFuture<StoreResult<Option<Delivered>>> {
        self.failing().unwrap_or_else(|| self.store.tell(execution, message))
    }
}

async fn delete(client: &Client, machine: &str) {
    client.ok("DeleteStateMachine", json!({ "stateMachineArn": machine })).await;
}

/// The names of the server's values in a store that begin so.
async fn values(store: &MemoryStore, prefix: &str) -> Vec<String> {
    let values = store.values(prefix, None, 1_000).await.unwrap();
    values.iter().map(|it| it.name.to_string()).collect()
}

#[tokio::test]
async fn a_crash_after_a_deletion_loses_no_stop() {
    let store = Failing::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    let machine = client.machine("m", &wait(60)).await;
    let old = client.start(&machine, json!({})).await;
    store.fail(true);
    delete(&client, &machine).await;
    assert_eq!(client.describe(&old).await["status"], "RUNNING");
    // The process ends before it can write a stop.
    let client = Client::of(Service::builder().store(store.store.clone())).await;
    assert_eq!(client.ended(&old).await["status"], "ABORTED");
}

/// As long as something of it runs, a machine is in deletion: it is described and listed, its name is taken, and nothing can
/// be done with it.
#[tokio::test]
async fn a_machine_with_executions_is_in_deletion_until_these_are_stopped() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let by = json!({ "stateMachineArn": machine });
    let version = client.ok("PublishStateMachineVersion", by.clone()).await;
    let execution = client.start(&machine, json!({})).await;
    delete(&client, &machine).await;
    let told = client.ok("DescribeStateMachine", by.clone()).await;
    assert_eq!((&told["status"], &told["name"]), (&json!("DELETING"), &json!("m")));
    assert_eq!(client.describe(&execution).await["status"], "RUNNING");
    let listed = client.ok("ListStateMachines", json!({})).await;
    assert_eq!(listed["stateMachines"][0]["name"], "m");
    let listed = client.ok("ListExecutions", by.clone()).await;
    assert_eq!(listed["executions"][0]["executionArn"], execution);
    let route =
        json!({ "stateMachineVersionArn": version["stateMachineVersionArn"], "weight": 100 });
    let made =
        json!({ "name": "m", "definition": wait(60).to_string(), "roleArn": super::client::ROLE });
    for (operation, params) in [
        ("StartExecution", by.clone()),
        (
            "UpdateStateMachine",
            json!({ "stateMachineArn": machine, "roleArn": super::client::ROLE }),
        ),
        ("PublishStateMachineVersion", by.clone()),
        ("ListStateMachineAliases", by.clone()),
        ("CreateStateMachineAlias", json!({ "name": "a", "routingConfiguration": [route] })),
        ("CreateStateMachine", made),
    ] {
        assert_eq!(client.code(operation, params).await, "StateMachineDeleting", "{operation}");
    }
    // Once more is nothing new.
    delete(&client, &machine).await;
    assert_eq!(client.ended(&execution).await["status"], "ABORTED");
    for _ in 0..200 {
        if client.call("DescribeStateMachine", by.clone()).await.is_err() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let gone = "StateMachineDoesNotExist";
    assert_eq!(client.code("DescribeStateMachine", by.clone()).await, gone);
    assert_eq!(client.code("StartExecution", by).await, gone);
    client.machine("m", &wait(60)).await;
    // One of which nothing runs is gone at once.
    let idle = client.machine("idle", &pass(json!(1))).await;
    client.ended(&client.start(&idle, json!({})).await).await;
    delete(&client, &idle).await;
    assert_eq!(client.code("DescribeStateMachine", json!({ "stateMachineArn": idle })).await, gone);
}

#[tokio::test]
async fn executions_of_a_new_machine_of_the_name_are_not_stopped() {
    let store = Failing::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    let machine = client.machine("m", &wait(60)).await;
    let old = client.start(&machine, json!({})).await;
    store.fail(true);
    delete(&client, &machine).await;
    // The process ends meanwhile, and the next one stops it.
    let client = Client::of(Service::builder().store(store.store.clone())).await;
    client.ended(&old).await;
    client.machine("m", &wait(61)).await;
    let new = client.start(&machine, json!({})).await;
    let told = client.ended(&old).await;
    assert_eq!(
        (&told["status"], &told["redriveStatus"]),
        (&json!("ABORTED"), &json!("NOT_REDRIVABLE"))
    );
    let by = json!({ "executionArn": old });
    assert_eq!(client.code("RedriveExecution", by).await, "ExecutionNotRedrivable");
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(client.describe(&new).await["status"], "RUNNING");
    client.0.shutdown(Duration::from_millis(100)).await;
    let client = Client::of(Service::builder().store(store.store.clone())).await;
    assert_eq!(client.describe(&new).await["status"], "RUNNING");
    let by = json!({ "executionArn": new });
    let told = client.ok("DescribeStateMachineForExecution", by).await;
    assert_eq!(told["definition"], wait(61).to_string());
}

/// Starts that come while a machine is deleted are refused, or stopped.
#[tokio::test]
async fn no_start_slips_past_a_deletion() {
    let client = Client::new().await;
    for round in 0..4 {
        let machine = client.machine(&format!("m{round}"), &wait(60)).await;
        let start =
            || client.call("StartExecution", json!({ "stateMachineArn": machine, "input": "1" }));
        let (a, b, (), c) = tokio::join!(start(), start(), delete(&client, &machine), start());
        for started in [a, b, c].into_iter().flatten() {
            let execution = super::client::text(&started["executionArn"]);
            assert_eq!(client.ended(&execution).await["status"], "ABORTED");
        }
    }
}

#[tokio::test]
async fn a_machine_is_freed_with_its_last_execution() {
    let store = MemoryStore::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    let unused = client.machine("unused", &pass(json!(1))).await;
    delete(&client, &unused).await;
    for _ in 0..200 {
        if values(&store, "server/").await.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(values(&store, "server/").await, Vec::<String>::new());

    let machine = client.machine("m", &pass(json!(1))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": machine })).await;
    let execution = client.start(&format!("{machine}:1"), json!({})).await;
    client.ended(&execution).await;
    delete(&client, &machine).await;
    let by = json!({ "executionArn": execution });
    let told = client.ok("DescribeStateMachineForExecution", by).await;
    assert_eq!(told["definition"], pass(json!(1)).to_string());
    let retention = Retention { age: Duration::ZERO, ..Retention::default() };
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert_eq!(client.0.retain_once(retention).await, Ok(1));
    assert_eq!(values(&store, "server/").await, Vec::<String>::new());
    // The name is that of a machine without a past.
    let machine = client.machine("m", &pass(json!(2))).await;
    let execution = client.start(&machine, json!({})).await;
    assert_eq!(client.ended(&execution).await["output"], "2");
}

#[tokio::test]
async fn machines_that_are_made_and_deleted_again_and_again_take_little_room() {
    let store = MemoryStore::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    let machine = client.machine("m", &pass(json!(0))).await;
    client.ended(&client.start(&machine, json!({})).await).await;
    for number in 0..120 {
        delete(&client, &machine).await;
        client.machine("m", &pass(json!(number))).await;
    }
    let kept = values(&store, "server/document/m/").await.len();
    assert!(kept < 60, "{kept}");
}

/// An execution whose definition is lost cannot go on; it can be stopped.
#[tokio::test]
async fn an_execution_that_is_blocked_is_stopped() {
    let store = MemoryStore::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    let machine = client.machine("m", &wait(60)).await;
    let execution = client.start(&machine, json!({})).await;
    client.0.shutdown(Duration::from_millis(100)).await;
    let [document] = &values(&store, "server/document/").await[..] else { panic!("one") };
    store.put(Put::new(document.as_str(), None)).await.unwrap();
    let client = Client::of(Service::builder().store(store)).await;
    assert_eq!(client.describe(&execution).await["status"], "RUNNING");
    let params = json!({ "executionArn": execution, "error": "E", "cause": "C" });
    let stopped = client.ok("StopExecution", params).await;
    let told = client.describe(&execution).await;
    assert_eq!((&told["status"], &told["stopDate"]), (&json!("ABORTED"), &stopped["stopDate"]));
    assert_eq!((&told["error"], &told["cause"]), (&json!("E"), &json!("C")));
    let last = client.events(&execution).await.pop();
    assert_eq!(last.as_deref(), Some("ExecutionAborted"));
    assert_eq!(told.get("output"), None::<&Value>);
}
