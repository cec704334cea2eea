use super::client::{Client, pass, text, wait};
use serde_json::{Value, json};

async fn ids(client: &Client, execution: &str, backwards: bool, most: usize) -> Vec<u64> {
    let (mut found, mut token) = (vec![], None);
    loop {
        let params = json!({ "executionArn": execution, "maxResults": most, "reverseOrder": backwards, "nextToken": token });
        let page = client.ok("GetExecutionHistory", params).await;
        let events = page["events"].as_array().unwrap();
        assert!(events.len() <= most && !events.is_empty());
        found.extend(events.iter().map(|it| it["id"].as_u64().unwrap()));
        token = page.get("nextToken").cloned();
        if token.is_none() {
            return found;
        }
    }
}

#[tokio::test]
async fn events_come_in_pages_in_both_orders() {
    let client = Client::new().await;
    let state = |next: &str| json!({ "Type": "Pass", "Next": next });
    let last = json!({ "Type": "Pass", "End": true });
    let states = json!({ "A": state("B"), "B": state("C"), "C": state("D"), "D": last });
    let machine = client.machine("m", &json!({ "StartAt": "A", "States": states })).await;
    let execution = client.start(&machine, json!({})).await;
    client.ended(&execution).await;
    let all: Vec<u64> = (1..=10).collect();
    let reversed: Vec<u64> = all.iter().rev().copied().collect();
    for most in [1, 3, 5, 10, 11] {
        assert_eq!(ids(&client, &execution, false, most).await, all, "{most}");
        assert_eq!(ids(&client, &execution, true, most).await, reversed, "{most}");
    }
}

#[tokio::test]
async fn pages_of_large_events_are_short() {
    let client = Client::new().await;
    let state = json!({ "Type": "Pass", "Next": "A" });
    let mut states = json!({});
    for number in 0..25 {
        let mut state = state.clone();
        state["Next"] = json!(format!("S{}", number + 1));
        states[format!("S{number}")] = state;
    }
    states["S25"] = json!({ "Type": "Pass", "End": true });
    let machine = client.machine("m", &json!({ "StartAt": "S0", "States": states })).await;
    let execution = client.start(&machine, json!("x".repeat(200_000))).await;
    client.ended(&execution).await;
    let page = client
        .ok("GetExecutionHistory", json!({ "executionArn": execution, "maxResults": 1000 }))
        .await;
    let count = page["events"].as_array().map_or(0, Vec::len);
    assert!((10..40).contains(&count), "{count}");
    let all: Vec<u64> = (1..=54).collect();
    assert_eq!(ids(&client, &execution, false, 1_000).await, all);
    let reversed: Vec<u64> = all.iter().rev().copied().collect();
    assert_eq!(ids(&client, &execution, true, 1_000).await, reversed);
}

#[tokio::test]
async fn events_have_the_form_of_the_api() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!({ "a": 1 }))).await;
    let execution = client.start(&machine, json!(7)).await;
    client.ended(&execution).await;
    let told = client.ok("GetExecutionHistory", json!({ "executionArn": execution })).await;
    let events = told["events"].as_array().unwrap();
    let kinds: Vec<_> = events.iter().map(|it| text(&it["type"])).collect();
    assert_eq!(
        kinds,
        ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]
    );
    let started = &events[0]["executionStartedEventDetails"];
    assert_eq!(
        (&started["input"], &started["inputDetails"]),
        (&json!("7"), &json!({ "truncated": false }))
    );
    assert!(events[0]["timestamp"].is_f64());
    let exited = &events[2]["stateExitedEventDetails"];
    assert_eq!(
        (&exited["output"], &exited["outputDetails"]),
        (&json!("{\"a\":1}"), &json!({ "truncated": false }))
    );

    let params = json!({ "executionArn": execution, "includeExecutionData": false });
    let told = client.ok("GetExecutionHistory", params).await;
    let has = |name: &str| told.to_string().contains(name);
    assert!(!has("input") && !has("output") && has("\"name\":\"S\""), "{told}");
}

#[tokio::test]
async fn a_running_execution_has_a_history() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let execution = client.start(&machine, json!({})).await;
    let mut events = vec![];
    for _ in 0..200 {
        events = client.events(&execution).await;
        if events.len() == 2 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(events, ["ExecutionStarted", "WaitStateEntered"]);
    let page = client
        .ok("GetExecutionHistory", json!({ "executionArn": execution, "maxResults": 1 }))
        .await;
    assert_eq!(page["events"].as_array().map(Vec::len), Some(1));
    let none: Option<&Value> = page.get("nextToken");
    assert!(none.is_some());
}
