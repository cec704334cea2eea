use super::client::{Client, OWN, text, wait};
use super::restarts::{File, close};
use serde_json::{Value, json};

fn distributed(each: Value, more: Value) -> Value {
    let mut processor = each;
    processor["ProcessorConfig"] = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    let mut state = json!({ "Type": "Map", "Label": "each", "ItemProcessor": processor, "MaxConcurrency": 2, "End": true });
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "StartAt": "M", "States": { "M": state } })
}

fn odd() -> Value {
    let rule = json!({ "Variable": "$", "NumericEquals": 2, "Next": "No" });
    json!({ "StartAt": "C", "States": {
        "C": { "Type": "Choice", "Choices": [rule], "Default": "Yes" },
        "No": { "Type": "Fail", "Error": "Two" },
        "Yes": { "Type": "Succeed" },
    } })
}

#[tokio::test]
async fn a_map_run_and_its_executions_are_described_and_listed() {
    let client = Client::new().await;
    let definition = distributed(odd(), json!({ "ToleratedFailurePercentage": 50 }));
    let machine = client.machine("m", &definition).await;
    let execution = client.start(&machine, json!([1, 2, 3])).await;
    assert_eq!(client.ended(&execution).await["status"], "SUCCEEDED");
    let listed = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
    let run = text(&listed["mapRuns"][0]["mapRunArn"]);
    assert_eq!(listed["mapRuns"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["mapRuns"][0]["stateMachineArn"], format!("{OWN}:stateMachine:m/each"));

    let told = client.ok("DescribeMapRun", json!({ "mapRunArn": run })).await;
    assert_eq!((&told["status"], &told["executionArn"]), (&json!("SUCCEEDED"), &json!(execution)));
    assert_eq!(
        (&told["maxConcurrency"], &told["toleratedFailurePercentage"]),
        (&json!(2), &json!(50.0))
    );
    let counts = &told["itemCounts"];
    assert_eq!(
        (&counts["total"], &counts["succeeded"], &counts["failed"]),
        (&json!(3), &json!(2), &json!(1))
    );

    assert_eq!(&told["executionCounts"], counts);
    let listed = client.ok("ListExecutions", json!({ "mapRunArn": run })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(3));
    assert_eq!(listed["executions"][0]["itemCount"], 1);
    let child = json!({ "executionArn": listed["executions"][0]["executionArn"] });
    for operation in ["DescribeExecution", "DescribeStateMachineForExecution"] {
        assert_eq!(client.ok(operation, child.clone()).await["mapRunArn"], run.as_str());
    }
    assert_eq!(client.describe(&execution).await.get("mapRunArn"), None);
    let params = json!({ "mapRunArn": run, "statusFilter": "FAILED" });
    let listed = client.ok("ListExecutions", params).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(1));
    let failed = text(&listed["executions"][0]["executionArn"]);
    let told = client.describe(&failed).await;
    assert_eq!((&told["error"], &told["input"]), (&json!("Two"), &json!("2")));
    assert_eq!(told["redriveStatus"], "REDRIVABLE_BY_MAP_RUN");
    // They are not among those of the machine.
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(1));
    let params = json!({ "mapRunArn": run, "maxConcurrency": 5 });
    let refused = client.code("UpdateMapRun", params).await;
    assert_eq!(refused, "ValidationException");
    let none = json!({ "mapRunArn": format!("{OWN}:mapRun:m/each:none") });
    for operation in ["DescribeMapRun", "UpdateMapRun", "ListExecutions"] {
        assert_eq!(client.code(operation, none.clone()).await, "ResourceNotFound", "{operation}");
    }
}

/// Items that failed are redriven by their run, unless their machine is deleted.
#[tokio::test]
async fn items_that_cannot_be_redriven_are_counted() {
    let client = Client::new().await;
    let machine = client.machine("m", &distributed(odd(), json!({}))).await;
    let execution = client.start(&machine, json!([2, 1])).await;
    assert_eq!(client.ended(&execution).await["status"], "FAILED");
    let listed = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
    let by = json!({ "mapRunArn": listed["mapRuns"][0]["mapRunArn"] });
    let failed = |told: &Value| (told["failed"].clone(), told["failuresNotRedrivable"].clone());
    let told = client.ok("DescribeMapRun", by.clone()).await;
    assert_eq!(failed(&told["itemCounts"]), (json!(1), json!(0)), "{told}");
    client.ok("DeleteStateMachine", json!({ "stateMachineArn": machine })).await;
    let told = client.ok("DescribeMapRun", by).await;
    // What was aborted with the run is lost, too.
    let aborted = told["itemCounts"]["aborted"].as_u64().unwrap();
    let begun = told["executionCounts"]["failuresNotRedrivable"].as_u64().unwrap();
    assert!((1..=1 + aborted).contains(&begun), "{told}");
    assert_eq!(told["itemCounts"]["failuresNotRedrivable"], begun);
}

/// An execution has the items of its batch.
#[tokio::test]
async fn items_and_their_batches_are_counted() {
    let client = Client::new().await;
    let batches = json!({ "ItemBatcher": { "MaxItemsPerBatch": 4 } });
    let definition = distributed(super::client::pass(json!(1)), batches);
    let machine = client.machine("m", &definition).await;
    let execution = client.start(&machine, json!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).await;
    assert_eq!(client.ended(&execution).await["status"], "SUCCEEDED");
    let by = json!({ "mapRunArn": run_of(&client, &execution).await });
    let told = client.ok("DescribeMapRun", by.clone()).await;
    let numbers = |counts: &Value| {
        ["total", "succeeded", "aborted", "pending"].map(|name| counts[name].as_u64().unwrap())
    };
    assert_eq!(numbers(&told["itemCounts"]), [10, 10, 0, 0], "{told}");
    assert_eq!(numbers(&told["executionCounts"]), [3, 3, 0, 0], "{told}");
    let listed = client.ok("ListExecutions", by).await;
    let items = listed["executions"].as_array().unwrap().iter().map(|it| &it["itemCount"]);
    assert_eq!(items.cloned().collect::<Value>(), json!([4, 4, 2]));
}

/// Each attempt of a Map around is a run of its own.
#[tokio::test]
async fn an_item_knows_its_run_among_several() {
    let client = Client::new().await;
    let inner = distributed(odd(), json!({ "ItemsPath": "$.items" }));
    let each = json!({ "StartAt": "M", "States": inner["States"] });
    let outer = json!({ "Type": "Map", "ItemProcessor": each, "End": true });
    let machine = client.machine("m", &super::client::one(outer)).await;
    let execution = client.start(&machine, json!([{ "items": [1] }, { "items": [3] }])).await;
    assert_eq!(client.ended(&execution).await["status"], "SUCCEEDED");
    let runs = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
    let runs: Vec<_> =
        runs["mapRuns"].as_array().unwrap().iter().map(|it| text(&it["mapRunArn"])).collect();
    assert_eq!(runs.len(), 2);
    for run in runs {
        let items = client.ok("ListExecutions", json!({ "mapRunArn": run })).await;
        let item = client.describe(&text(&items["executions"][0]["executionArn"])).await;
        assert_eq!(item["mapRunArn"], run.as_str());
    }
}

#[tokio::test]
async fn a_map_run_that_runs_says_so() {
    let client = Client::new().await;
    let machine = client.machine("m", &distributed(wait(60), json!({}))).await;
    let execution = client.start(&machine, json!([1, 2, 3])).await;
    let mut run = None;
    for _ in 0..200 {
        let listed = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
        run = listed["mapRuns"][0]["mapRunArn"].as_str().map(str::to_owned);
        if run.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let by = json!({ "mapRunArn": run.unwrap() });
    let told = client.ok("DescribeMapRun", by.clone()).await;
    assert_eq!((&told["status"], &told["itemCounts"]["total"]), (&json!("RUNNING"), &json!(3)));
    assert_eq!(told["itemCounts"]["running"], 2);
    let mut update = by.clone();
    (update["maxConcurrency"], update["toleratedFailureCount"]) = (json!(3), json!(1));
    client.ok("UpdateMapRun", update).await;
    let mut told = Value::Null;
    for _ in 0..200 {
        told = client.ok("DescribeMapRun", by.clone()).await;
        if told["itemCounts"]["running"] == 3 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!((&told["itemCounts"]["running"], &told["maxConcurrency"]), (&json!(3), &json!(3)));
    assert_eq!(told["toleratedFailureCount"], 1);
    client.ok("StopExecution", json!({ "executionArn": execution })).await;
    let told = client.ok("DescribeMapRun", by).await;
    assert_eq!((&told["status"], &told["itemCounts"]["running"]), (&json!("ABORTED"), &json!(0)));
}

/// The Map Run of an execution, as soon as it is there.
async fn run_of(client: &Client, execution: &str) -> String {
    for _ in 0..400 {
        let listed = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
        if let Some(run) = listed["mapRuns"][0]["mapRunArn"].as_str() {
            return run.to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("{execution} has no Map Run")
}

/// Takes a task of an activity, and fails it.
async fn fail_one(client: &Client, activity: &str) {
    for _ in 0..20 {
        let task = client.ok("GetActivityTask", json!({ "activityArn": activity })).await;
        if task["taskToken"].is_string() {
            let params = json!({ "taskToken": task["taskToken"], "error": "Odd" });
            client.ok("SendTaskFailure", params).await;
            return;
        }
    }
    panic!("no task is there");
}

#[tokio::test]
async fn changes_of_a_map_run_count_after_a_restart_and_its_end() {
    let file = File::new("map-run-changes");
    let client = file.open().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let each = super::client::activity(&arn, json!({}));
    let definition = distributed(each, json!({ "MaxConcurrency": 1, "ToleratedFailureCount": 1 }));
    let machine = client.machine("m", &definition).await;
    let execution = client.start(&machine, json!([0, 1, 2])).await;
    let by = json!({ "mapRunArn": run_of(&client, &execution).await });
    for change in [json!({ "toleratedFailureCount": 3 }), json!({ "maxConcurrency": 3 })] {
        let mut update = by.clone();
        update.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        client.ok("UpdateMapRun", update).await;
    }
    close(client).await;

    let client = file.open().await;
    let settings =
        |told: &Value| (told["maxConcurrency"].as_u64(), told["toleratedFailureCount"].as_u64());
    let changed = (Some(3), Some(3));
    assert_eq!(settings(&client.ok("DescribeMapRun", by.clone()).await), changed);
    for _ in 0..400 {
        let told = client.ok("DescribeMapRun", by.clone()).await;
        if told["itemCounts"]["running"] == 3 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    // More than the definition tolerates.
    for _ in 0..3 {
        fail_one(&client, &arn).await;
    }
    assert_eq!(client.ended(&execution).await["status"], "SUCCEEDED");
    let told = client.ok("DescribeMapRun", by.clone()).await;
    assert_eq!(told["itemCounts"]["failed"], 3, "{told}");
    assert_eq!(settings(&told), changed);
    close(client).await;

    let client = file.open().await;
    assert_eq!(settings(&client.ok("DescribeMapRun", by).await), changed);
    close(client).await;
}

/// Of the items that a run redrives one by one, those that it has not come to wait for it.
#[tokio::test]
async fn items_that_wait_for_a_redrive_are_counted_and_listed() {
    let client = Client::new().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let each = super::client::activity(&arn, json!({}));
    let definition = distributed(each, json!({ "MaxConcurrency": 1, "ToleratedFailureCount": 1 }));
    let machine = client.machine("m", &definition).await;
    let execution = client.start(&machine, json!([0, 1, 2])).await;
    fail_one(&client, &arn).await;
    fail_one(&client, &arn).await;
    assert_eq!(client.ended(&execution).await["status"], "FAILED");
    let by = json!({ "mapRunArn": run_of(&client, &execution).await });
    let numbers = |told: &Value| {
        let counts = &told["itemCounts"];
        ["running", "failed", "pending", "pendingRedrive", "total"]
            .map(|name| counts[name].as_u64().unwrap())
    };
    assert_eq!(numbers(&client.ok("DescribeMapRun", by.clone()).await), [0, 2, 0, 0, 3]);

    client.ok("RedriveExecution", json!({ "executionArn": execution })).await;
    let mut told = Value::Null;
    for _ in 0..400 {
        told = client.ok("DescribeMapRun", by.clone()).await;
        if told["redriveCount"] == 1 && told["itemCounts"]["running"] == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(numbers(&told), [1, 0, 1, 1, 3], "{told}");
    for (status, found) in [("PENDING_REDRIVE", 1), ("FAILED", 0), ("RUNNING", 1)] {
        let mut params = by.clone();
        params["statusFilter"] = json!(status);
        let listed = client.ok("ListExecutions", params).await;
        let listed = listed["executions"].as_array().unwrap();
        assert_eq!(listed.len(), found, "{status}");
        assert!(listed.iter().all(|it| it["status"] == status), "{listed:?}");
    }
}

/// Items that end between two pages are neither left out nor told twice.
#[tokio::test]
async fn the_executions_of_a_map_run_come_in_pages() {
    let client = Client::new().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let each = super::client::activity(&arn, json!({}));
    let machine = client.machine("m", &distributed(each, json!({ "MaxConcurrency": 9 }))).await;
    let execution = client.start(&machine, json!([0, 1, 2, 3, 4, 5, 6])).await;
    let mut tokens = vec![];
    for _ in 0..7 {
        let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
        tokens.push((text(&task["input"]), task["taskToken"].clone()));
    }
    tokens.sort_by(|(one, _), (other, _)| one.cmp(other));
    let listed = client.ok("ListMapRuns", json!({ "executionArn": execution })).await;
    let run = &listed["mapRuns"][0]["mapRunArn"];
    let mut params = json!({ "mapRunArn": run, "statusFilter": "RUNNING", "maxResults": 3 });
    let mut inputs = vec![];
    loop {
        let page = client.ok("ListExecutions", params.clone()).await;
        for item in page["executions"].as_array().unwrap() {
            inputs.push(text(&client.describe(&text(&item["executionArn"])).await["input"]));
        }
        let Some(token) = page.get("nextToken") else { break };
        params["nextToken"] = token.clone();
        let (_, token) = &tokens[inputs.len() - 2];
        client.ok("SendTaskSuccess", json!({ "taskToken": token, "output": "1" })).await;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(inputs.concat(), "0123456");
}
