use super::client::{Client, OWN, activity, text};
use serde_json::{Value, json};
use std::time::Duration;

async fn made(client: &Client, name: &str) -> String {
    text(&client.ok("CreateActivity", json!({ "name": name })).await["activityArn"])
}

async fn task(client: &Client, arn: &str) -> Value {
    client.ok("GetActivityTask", json!({ "activityArn": arn, "workerName": "w" })).await
}

#[tokio::test]
async fn an_activity_is_made_described_listed_and_deleted() {
    let client = Client::new().await;
    let created = client.ok("CreateActivity", json!({ "name": "a" })).await;
    assert_eq!(client.ok("CreateActivity", json!({ "name": "a" })).await, created);
    let arn = text(&created["activityArn"]);
    assert_eq!(arn, format!("{OWN}:activity:a"));
    let by = json!({ "activityArn": arn });
    let told = client.ok("DescribeActivity", by.clone()).await;
    assert_eq!((&told["name"], &told["creationDate"]), (&json!("a"), &created["creationDate"]));
    let listed = client.ok("ListActivities", json!({})).await;
    assert_eq!(listed["activities"].as_array().map(Vec::len), Some(1));
    client.ok("DeleteActivity", by.clone()).await;
    client.ok("DeleteActivity", by.clone()).await;
    let message = format!("Activity Does Not Exist: '{arn}'");
    for operation in ["DescribeActivity", "GetActivityTask"] {
        let refused = client.refused(operation, by.clone()).await;
        assert_eq!(refused, ("ActivityDoesNotExist".to_owned(), message.clone()));
    }
    let refused = client.refused("CreateActivity", json!({ "name": "a$b" })).await;
    assert_eq!(refused, ("InvalidName".to_owned(), "Invalid Name: 'a$b'".to_owned()));
}

#[tokio::test]
async fn a_worker_takes_a_task_and_answers_it() {
    let client = Client::new().await;
    let arn = made(&client, "a").await;
    let machine = client.machine("m", &activity(&arn, json!({}))).await;
    let execution = client.start(&machine, json!({ "x": 1 })).await;
    let given = task(&client, &arn).await;
    assert_eq!(given["input"], "{\"x\":1}");
    let token = &given["taskToken"];
    client.ok("SendTaskHeartbeat", json!({ "taskToken": token })).await;
    client.ok("SendTaskSuccess", json!({ "taskToken": token, "output": "[2]" })).await;
    assert_eq!(client.ended(&execution).await["output"], "[2]");
    let events = client.events(&execution).await;
    let expected = [
        "ExecutionStarted",
        "TaskStateEntered",
        "ActivityScheduled",
        "ActivityStarted",
        "ActivitySucceeded",
        "TaskStateExited",
        "ExecutionSucceeded",
    ];
    assert_eq!(events, expected);
    for (operation, more) in [
        ("SendTaskHeartbeat", json!({})),
        ("SendTaskSuccess", json!({ "output": "1" })),
        ("SendTaskFailure", json!({})),
    ] {
        let mut params = json!({ "taskToken": token });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(client.code(operation, params.clone()).await, "TaskTimedOut", "{operation}");
        params["taskToken"] = json!("none");
        let refused = client.refused(operation, params).await;
        assert_eq!(
            refused,
            ("InvalidToken".to_owned(), "Invalid Token: 'Invalid token'".to_owned())
        );
    }
}

#[tokio::test]
async fn a_worker_fails_a_task() {
    let client = Client::new().await;
    let arn = made(&client, "a").await;
    let machine = client.machine("m", &activity(&arn, json!({}))).await;
    let execution = client.start(&machine, json!({})).await;
    let token = task(&client, &arn).await["taskToken"].clone();
    let wrong = json!({ "taskToken": token, "output": "{" });
    assert_eq!(client.code("SendTaskSuccess", wrong).await, "InvalidOutput");
    client.ok("SendTaskFailure", json!({ "taskToken": token, "error": "E", "cause": "c" })).await;
    let told = client.ended(&execution).await;
    assert_eq!((&told["error"], &told["cause"]), (&json!("E"), &json!("c")));
}

#[tokio::test]
async fn a_worker_waits_for_a_while() {
    let client = Client::new().await;
    let arn = made(&client, "a").await;
    assert_eq!(task(&client, &arn).await, json!({ "taskToken": null }));
    let machine = client.machine("m", &activity(&arn, json!({}))).await;
    let waiting = task(&client, &arn);
    let started = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        client.start(&machine, json!(3)).await
    };
    let (given, _) = tokio::join!(waiting, started);
    assert_eq!(given["input"], "3");
}

#[tokio::test]
async fn heartbeats_keep_a_task_alive() {
    let client = Client::new().await;
    let arn = made(&client, "a").await;
    let machine = client.machine("m", &activity(&arn, json!({ "HeartbeatSeconds": 3 }))).await;
    let (one, other) =
        (client.start(&machine, json!(1)).await, client.start(&machine, json!(2)).await);
    let tokens = [task(&client, &arn).await, task(&client, &arn).await];
    for _ in 0..8 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        client.ok("SendTaskHeartbeat", json!({ "taskToken": tokens[0]["taskToken"] })).await;
    }
    assert_eq!(client.describe(&one).await["status"], "RUNNING");
    let told = client.ended(&other).await;
    assert_eq!(
        (&told["status"], told.get("error")),
        (&json!("FAILED"), Some(&json!("States.Timeout")))
    );
    let late = json!({ "taskToken": tokens[1]["taskToken"] });
    assert_eq!(client.code("SendTaskHeartbeat", late).await, "TaskTimedOut");
}

#[tokio::test]
async fn a_task_of_an_activity_that_is_not_there_fails() {
    let client = Client::new().await;
    let arn = format!("{OWN}:activity:none");
    let told = client.run("m", &activity(&arn, json!({})), json!({})).await;
    assert_eq!(told["status"], "FAILED");
    // It is not even scheduled (recorded).
    let events = client.events(&text(&told["executionArn"])).await;
    assert_eq!(events, ["ExecutionStarted", "TaskStateEntered", "ExecutionFailed"]);
    assert!(
        text(&told["cause"]).ends_with(&format!("The activity {arn} does not exist.")),
        "{told}"
    );
}

#[tokio::test]
async fn too_many_workers_are_refused() {
    let client = Client::new().await;
    let arn = made(&client, "a").await;
    let calls = (0..1_001).map(|_| client.call("GetActivityTask", json!({ "activityArn": arn })));
    let mut refused = 0;
    let mut all = tokio::task::JoinSet::new();
    for _ in calls {
        let (service, arn) = (client.0.clone(), arn.clone());
        all.spawn(async move {
            Client(service).call("GetActivityTask", json!({ "activityArn": arn })).await
        });
    }
    while let Some(result) = all.join_next().await {
        if let Err((code, _)) = result.unwrap() {
            assert_eq!(code, "ActivityWorkerLimitExceeded");
            refused += 1;
        }
    }
    assert_eq!(refused, 1);
    assert_eq!(task(&client, &arn).await, json!({ "taskToken": null }));
}
