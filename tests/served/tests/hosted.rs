//! Stores that one program has served and another one serves: what becomes of the machines of workflows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use workflow::store::MemoryStore;
use workflow_server::{Builder, Call, OpenError, Service};

const PAY: &str = "arn:aws:states:us-east-1:123456789012:stateMachine:pay";

/// The program of yesterday.
mod before {
    use workflow::prelude::*;

    #[workflow]
    pub async fn pay(amount: u32) -> Result<u32, Failure> {
        sleep(Duration::from_secs(3600)).await;
        Ok(amount)
    }
}

/// The program of today.
mod now {
    use workflow::prelude::*;

    pub struct Bank;

    #[task]
    async fn charge(bank: Res<Bank>, amount: u32) -> Result<u32, Failure> {
        drop(bank);
        Ok(amount + 1)
    }

    #[workflow]
    pub async fn pay(amount: u32) -> Result<u32, Failure> {
        charge(amount).await
    }

    #[workflow]
    pub async fn shop(amount: u32) -> Result<u32, Failure> {
        pay(amount).await
    }
}

/// Executions that begin others.
mod chains {
    use workflow::prelude::*;

    #[task]
    async fn square(n: u32) -> Result<u32, Failure> {
        Ok(n * n)
    }

    /// Goes on as another execution, until nothing is left.
    #[workflow]
    pub async fn countdown(left: u32) -> Result<u32, Failure> {
        let squared = square(left).await?;
        if squared > 0 {
            let next = left - 1;
            return continue_as(countdown(next)).await;
        }
        Ok(left)
    }

    /// Each item is an execution of its own.
    #[workflow]
    pub async fn squares(numbers: Vec<u32>) -> Result<Vec<u32>, Failure> {
        map(numbers, async |n| square(n).await).distributed().await
    }
}

#[tokio::test]
async fn executions_that_begin_others_are_told_of() {
    let service = Service::builder().workflow::<chains::countdown>();
    let service = service.workflow::<chains::squares>().open().await.unwrap();
    let machine = |name: &str| PAY.replace("pay", name);
    let begin = async |name: &str, input: &str| {
        let start = json!({ "stateMachineArn": machine(name), "input": input });
        call(&service, "StartExecution", start).await
    };
    let first = begin("countdown", "3").await;
    assert!(first["executionArn"].is_string(), "{first}");
    let ended = loop {
        let listed = json!({ "stateMachineArn": machine("countdown") });
        let all = call(&service, "ListExecutions", listed).await["executions"].clone();
        let all = all.as_array().unwrap().clone();
        if all.len() == 4 && all.iter().all(|it| it["status"] != "RUNNING") {
            break all;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    assert!(ended.iter().all(|it| it["status"] == "SUCCEEDED"), "{ended:?}");

    let run = begin("squares", "[1,2,3]").await;
    assert_eq!(output(&service, &run).await, "[1,4,9]");
    let by = json!({ "executionArn": run["executionArn"] });
    let runs = call(&service, "ListMapRuns", by).await;
    let by = json!({ "mapRunArn": runs["mapRuns"][0]["mapRunArn"] });
    let told = call(&service, "DescribeMapRun", by.clone()).await;
    assert_eq!(
        (&told["status"], &told["itemCounts"]["succeeded"]),
        (&json!("SUCCEEDED"), &json!(3))
    );
    let items = call(&service, "ListExecutions", by).await;
    assert_eq!(items["executions"].as_array().unwrap().len(), 3, "{items}");
}

/// Values that lie outside of the data.
mod values {
    use workflow::prelude::*;

    #[task]
    async fn write(text: String, large: Res<LargeStore>) -> Result<Large<String>, Failure> {
        large.put(&text).await
    }

    #[task]
    async fn read(text: Large<String>, large: Res<LargeStore>) -> Result<String, Failure> {
        large.get(&text).await
    }

    #[workflow]
    pub async fn put(text: String) -> Result<Large<String>, Failure> {
        write(text).await
    }

    #[workflow]
    pub async fn get(text: Large<String>) -> Result<String, Failure> {
        read(text).await
    }
}

#[tokio::test]
async fn executions_that_are_kept_and_those_that_are_not_share_large_values() {
    for kept in [true, false] {
        let builder = Service::builder();
        let builder = match kept {
            true => builder.workflow::<values::put>().express_workflow::<values::get>(),
            false => builder.express_workflow::<values::put>().workflow::<values::get>(),
        };
        let service = builder.open().await.unwrap();
        let run = async |name: &str, kept: bool, input: &str| {
            let start = json!({ "stateMachineArn": PAY.replace("pay", name), "input": input });
            let output = match kept {
                true => output(&service, &call(&service, "StartExecution", start).await).await,
                false => call(&service, "StartSyncExecution", start).await["output"].clone(),
            };
            output.as_str().unwrap_or_else(|| panic!("{name} has failed, kept: {kept}")).to_owned()
        };
        let reference = run("put", kept, r#""told""#).await;
        assert_eq!(run("get", !kept, &reference).await, r#""told""#);
    }
}

fn today(store: MemoryStore) -> Builder {
    let engine = workflow::Engine::builder().store(store).resource(now::Bank);
    Service::builder().engine(engine).workflow::<now::pay>()
}

async fn call(service: &Service, operation: &str, params: Value) -> Value {
    let (target, body) = (format!("AWSStepFunctions.{operation}"), params.to_string());
    let reply = service.answer(Call { target: Some(&target), body: body.as_bytes() }).await;
    serde_json::from_str(&reply.body).unwrap()
}

async fn start(service: &Service, machine: &str) -> Value {
    call(service, "StartExecution", json!({ "stateMachineArn": machine, "input": "1" })).await
}

async fn output(service: &Service, started: &Value) -> Value {
    loop {
        let by = json!({ "executionArn": started["executionArn"] });
        let told = call(service, "DescribeExecution", by).await;
        if told["status"] != "RUNNING" {
            return told["output"].clone();
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

async fn refusal(builder: Builder) -> String {
    match builder.open().await {
        Err(error @ OpenError::Workflow { .. }) => error.to_string(),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it is opened"),
    }
}

#[tokio::test]
async fn a_changed_workflow_is_a_new_revision() {
    let store = MemoryStore::default();
    let first = Service::builder().store(store.clone()).workflow::<before::pay>();
    let first = first.open().await.unwrap();
    let version =
        call(&first, "PublishStateMachineVersion", json!({ "stateMachineArn": PAY })).await;
    let version = version["stateMachineVersionArn"].as_str().unwrap().to_owned();
    let old = start(&first, PAY).await;
    first.shutdown(std::time::Duration::ZERO).await;
    drop(first);

    let second = today(store).open().await.unwrap();
    let described = call(&second, "DescribeStateMachine", json!({ "stateMachineArn": PAY })).await;
    assert!(described["definition"].as_str().unwrap().contains("charge"), "{described}");
    assert!(described["revisionId"].is_string(), "{described}");
    assert_eq!(output(&second, &start(&second, PAY).await).await, "2");
    // The code of the version is gone; its definition and its executions are still told.
    let told = start(&second, &version).await;
    assert!(told["message"].as_str().unwrap().contains("is of another build"), "{told}");
    let by = json!({ "executionArn": old["executionArn"] });
    let told = call(&second, "DescribeStateMachineForExecution", by.clone()).await;
    assert!(told["definition"].as_str().unwrap().contains("Wait"), "{told}");
    // It does not fit the code any more: it waits for one that it fits, or is stopped.
    assert_eq!(call(&second, "DescribeExecution", by.clone()).await["status"], "RUNNING");
    call(&second, "StopExecution", by.clone()).await;
    assert_eq!(call(&second, "DescribeExecution", by).await["status"], "ABORTED");
}

#[tokio::test]
async fn without_the_program_a_machine_can_be_deleted_alone() {
    let store = MemoryStore::default();
    drop(today(store.clone()).open().await.unwrap());
    let service = Service::builder().store(store.clone()).open().await.unwrap();
    let told = start(&service, PAY).await;
    assert!(told["message"].as_str().unwrap().contains("has no such workflow"), "{told}");
    call(&service, "DeleteStateMachine", json!({ "stateMachineArn": PAY })).await;
    let definition =
        json!({ "StartAt": "S", "States": { "S": { "Type": "Succeed" } } }).to_string();
    let made = json!({ "name": "pay", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r" });
    assert_eq!(call(&service, "CreateStateMachine", made).await["stateMachineArn"], PAY);
    assert_eq!(output(&service, &start(&service, PAY).await).await, "1");
    drop(service);
    // Now the name is another machine's, until that is deleted.
    let why = refusal(today(store.clone())).await;
    assert!(why.starts_with("the workflow `pay` is a state machine of the store already"), "{why}");
    let service = Service::builder().store(store.clone()).open().await.unwrap();
    call(&service, "DeleteStateMachine", json!({ "stateMachineArn": PAY })).await;
    drop(service);
    let service = today(store).open().await.unwrap();
    assert_eq!(output(&service, &start(&service, PAY).await).await, "2");
}

#[tokio::test]
async fn what_a_workflow_lacks_is_told_at_once() {
    let bare = Service::builder().workflow::<now::pay>();
    let why = refusal(bare).await;
    assert!(
        why.contains("a task that needs the resource `hosted::now::Bank`: register it"),
        "{why}"
    );
    let engine = workflow::Engine::builder().resource(now::Bank);
    let why = refusal(Service::builder().engine(engine).workflow::<now::shop>()).await;
    assert_eq!(
        why,
        "the workflow `shop` starts `pay`, which the program does not list: list it, too"
    );
    let store = MemoryStore::default();
    drop(today(store.clone()).open().await.unwrap());
    let express = today(store).express_workflow::<now::pay>();
    let why = refusal(express).await;
    assert!(why.contains("is a machine of the type STANDARD in this store"), "{why}");
}
