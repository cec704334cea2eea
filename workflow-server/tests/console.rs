//! The console on a socket, with requests written by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(feature = "console")]

use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use workflow_server::http::{Options, Server};
use workflow_server::{Call, Service};

struct Running {
    address: SocketAddr,
    service: Service,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

async fn server() -> Running {
    let service = Service::builder().open().await.unwrap();
    let mut options = Options::default();
    options.address.set_port(0);
    let server = Server::bind(service.clone(), options).await.unwrap();
    let address = server.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(server.run(async { drop(stopped.await) }));
    Running { address, service, stop, ended }
}

impl Running {
    async fn call(&self, operation: &str, params: Value) -> Value {
        let (target, body) = (format!("AWSStepFunctions.{operation}"), params.to_string());
        let call = Call { target: Some(&target), body: body.as_bytes() };
        let reply = self.service.answer(call).await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        serde_json::from_str(&reply.body).unwrap()
    }

    async fn machine(&self, name: &str, states: Value) -> String {
        let first = states.as_object().unwrap().keys().next().unwrap().clone();
        let definition = json!({ "StartAt": first, "States": states }).to_string();
        let made = json!({ "name": name, "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r" });
        let made = self.call("CreateStateMachine", made).await;
        made["stateMachineArn"].as_str().unwrap().to_owned()
    }

    async fn run(&self, machine: &str, name: &str) -> String {
        let start = json!({ "stateMachineArn": machine, "name": name });
        let started = self.call("StartExecution", start).await;
        let arn = started["executionArn"].as_str().unwrap().to_owned();
        for _ in 0..500 {
            let told = self.call("DescribeExecution", json!({ "executionArn": arn })).await;
            if told["status"] != "RUNNING" {
                return arn;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("it does not end")
    }

    async fn open(&self, head: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        stream
    }

    /// Gets a path: the status, the head in small letters, the body.
    async fn get(&self, path: &str, more: &str) -> (u16, String, String) {
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n");
        let mut stream = self.open(&head).await;
        let mut text = String::new();
        timeout(Duration::from_secs(10), stream.read_to_string(&mut text)).await.unwrap().unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_lowercase(), body.to_owned())
    }

    async fn json(&self, path: &str) -> Value {
        let (status, head, body) = self.get(path, "").await;
        assert_eq!(status, 200, "{path}: {body}");
        assert!(head.contains("content-type: application/json"), "{head}");
        assert!(head.contains("cache-control: no-store"), "{head}");
        serde_json::from_str(&body).unwrap()
    }
}

#[tokio::test]
async fn pages_come_with_their_policy_and_are_asked_for_again_by_their_tag() {
    let running = server().await;
    for (path, media) in [
        ("/", "text/html"),
        ("/console/js/main.js", "text/javascript"),
        ("/console/css/theme.css", "text/css"),
        ("/console/css/drawing.css", "text/css"),
        ("/console/icon.svg", "image/svg+xml"),
    ] {
        let (status, head, body) = running.get(path, "").await;
        assert_eq!(status, 200, "{path}");
        assert!(!body.is_empty());
        assert!(head.contains(&format!("content-type: {media}")), "{head}");
        assert!(head.contains("content-security-policy: default-src 'self';"), "{head}");
        assert!(head.contains("x-content-type-options: nosniff"), "{head}");
    }
    let (_, head, _) = running.get("/", "").await;
    let tag = head.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap().to_owned();
    let (status, _, body) = running.get("/", &format!("If-None-Match: {tag}\r\n")).await;
    assert_eq!((status, &*body), (304, ""));
}

#[tokio::test]
async fn other_hosts_origins_paths_and_methods_are_refused() {
    let running = server().await;
    for head in [
        "GET / HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n",
        "GET /console/overview HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n",
        "GET /console/overview HTTP/1.1\r\nHost: localhost\r\nOrigin: http://example.com\r\nConnection: close\r\n\r\n",
    ] {
        let mut text = String::new();
        running.open(head).await.read_to_string(&mut text).await.unwrap();
        assert!(text.starts_with("HTTP/1.1 403"), "{text}");
    }
    let others = "Sec-Fetch-Site: cross-site\r\n";
    assert_eq!(running.get("/console/changes", others).await.0, 404);
    assert_eq!(running.get("/", others).await.0, 200);
    for path in [
        "/nothing",
        "/console/",
        "/console/nothing",
        "/console/../Cargo.toml",
        "/console/tests/seed.js",
    ] {
        assert_eq!(running.get(path, "").await.0, 404, "{path}");
    }
    let mut text = String::new();
    let head = "PUT /console/overview HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    running.open(head).await.read_to_string(&mut text).await.unwrap();
    assert!(text.starts_with("HTTP/1.1 404"), "{text}");
}

#[tokio::test]
async fn executions_and_failures_are_told_over_all_machines() {
    let running = server().await;
    let good = running.machine("good", json!({ "A": { "Type": "Pass", "End": true } })).await;
    let bad = json!({ "A": { "Type": "Wait", "Seconds": 0, "Next": "B" }, "B": { "Type": "Fail", "Error": "E <b>", "Cause": "why" } });
    let bad = running.machine("bad", bad).await;
    running.run(&good, "one").await;
    running.run(&bad, "two").await;
    let last = running.run(&bad, "three").await;
    let all = running.json("/console/executions").await;
    let names = |told: &Value| -> Vec<String> {
        let all = told["executions"].as_array().unwrap();
        all.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&all), ["three", "two", "one"]);
    assert_eq!(all["executions"][0]["error"], "E <b>");
    let page = running.json("/console/executions?most=2").await;
    assert_eq!(names(&page), ["three", "two"]);
    let next = running.json(&format!("/console/executions?most=2&after={}", page["next"])).await;
    assert_eq!((names(&next), &next["next"]), (vec!["one".to_owned()], &Value::Null));
    for (query, expected) in [
        ("status=FAILED&prefix=t", vec!["three", "two"]),
        ("machine=good", vec!["one"]),
        ("error=E+%3Cb%3E", vec!["three", "two"]),
        ("until=1", vec![]),
    ] {
        assert_eq!(
            names(&running.json(&format!("/console/executions?{query}")).await),
            expected,
            "{query}"
        );
    }
    let failures = running.json("/console/failures?hours=1").await;
    let group = &failures["groups"][0];
    assert_eq!((&group["error"], &group["count"]), (&json!("E <b>"), &json!(2)));
    assert_eq!(group["counts"].as_array().unwrap().len(), 24);
    assert_eq!(
        (&group["example"]["executionArn"], &group["example"]["cause"]),
        (&json!(last), &json!("why"))
    );
    let overview = running.json("/console/overview").await;
    assert_eq!(overview["machines"][1]["counts"], json!({ "FAILED": 2 }));
}

#[tokio::test]
async fn failures_that_never_waited_are_grouped_by_their_last_state() {
    let running = server().await;
    let fails =
        json!({ "A": { "Type": "Pass", "Next": "F" }, "F": { "Type": "Fail", "Error": "E" } });
    let machine = running.machine("fails", fails).await;
    let execution = running.run(&machine, "one").await;
    let told = running.json("/console/failures?hours=1").await;
    let group = &told["groups"][0];
    assert_eq!((&group["state"], &group["count"]), (&json!("F"), &json!(1)), "{group}");
    assert_eq!(group["example"]["executionArn"], execution);
}

/// The items of a Map Run, and the errors of those that failed, the most frequent first.
#[tokio::test]
async fn items_of_a_map_run_tell_why_they_failed() {
    let running = server().await;
    let fails = |name: &str| json!({ "Type": "Fail", "Error": name, "Cause": "c" });
    let over = |limit: u64, next: &str| json!({ "Variable": "$", "NumericGreaterThan": limit, "Next": next });
    let each = json!({
        "Type": "Map", "End": true, "ToleratedFailurePercentage": 100,
        "ItemsPath": "$.items",
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "C",
            "States": {
                "C": { "Type": "Choice", "Choices": [over(9, "B"), over(4, "A")], "Default": "S" },
                "A": fails("Five"), "B": fails("Ten"), "S": { "Type": "Succeed" },
            },
        },
    });
    let first = json!({ "Type": "Pass", "Result": { "items": [1, 12, 5, 6, 2] }, "Next": "M" });
    let machine = running.machine("m", json!({ "I": first, "M": each })).await;
    let execution = running.run(&machine, "e").await;
    let runs = running.call("ListMapRuns", json!({ "executionArn": execution })).await;
    let run = runs["mapRuns"][0]["mapRunArn"].as_str().unwrap();
    let told = running.json(&format!("/console/items?run={run}")).await;
    let errors: Vec<_> =
        told["executions"].as_array().unwrap().iter().map(|it| it["error"].as_str()).collect();
    assert_eq!(errors, [None, Some("Ten"), Some("Five"), Some("Five"), None], "{told}");
    let kinds = told["failures"].as_array().unwrap().iter();
    let kinds: Vec<_> = kinds.map(|it| json!([it["error"], it["state"], it["count"]])).collect();
    assert_eq!(kinds, [json!(["Five", "A", 2]), json!(["Ten", "B", 1])]);
    assert_eq!(
        told["failures"][0]["example"]["executionArn"],
        told["executions"][2]["executionArn"]
    );
    let told = running.json(&format!("/console/items?run={run}&status=SUCCEEDED")).await;
    assert_eq!(told["executions"].as_array().unwrap().len(), 2);
    assert_eq!(told["failures"].as_array().unwrap().len(), 2, "of all items");
}

#[tokio::test]
async fn events_are_read_from_a_number_on_and_alone_with_their_data() {
    let running = server().await;
    let machine =
        running.machine("m", json!({ "A": { "Type": "Pass", "Result": 7, "End": true } })).await;
    let arn = running.run(&machine, "e").await;
    let told = running.json(&format!("/console/events?execution={arn}&from=2")).await;
    let ids: Vec<_> =
        told["events"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    assert_eq!((ids, &told["last"]), (vec![json!(2), json!(3), json!(4)], &json!(4)));
    assert!(!told.to_string().contains("output"), "{told}");
    let told = running.json(&format!("/console/events?execution={arn}&ids=3")).await;
    assert_eq!(told["events"][0]["stateExitedEventDetails"]["output"], "7");
    let (_, _, drawing) = running.get(&format!("/console/graph?execution={arn}"), "").await;
    assert!(drawing.starts_with("<svg") && drawing.contains(r#"data-state="A""#), "{drawing}");
    assert!(!drawing.contains("<style"), "the policy of pages refuses it");
}

#[tokio::test]
async fn mistakes_are_told_as_those_of_the_api() {
    let running = server().await;
    for (path, error) in [
        ("/console/executions?status=DONE", "`status` is a status of an execution"),
        ("/console/executions?after=x", "`after` is a number"),
        ("/console/executions?since=1e99", "`since` is a time in seconds since 1970"),
        ("/console/failures?hours=day", "`hours` is a number"),
        ("/console/items", "`run` is missing"),
        ("/console/items?run=x", "Invalid ARN prefix"),
        ("/console/events", "`execution` is missing"),
        ("/console/events?execution=x", "Invalid ARN prefix"),
        ("/console/graph", "`machine` is missing"),
        ("/console/graph?machine=%00%ff", "State Machine Does Not Exist"),
    ] {
        let (status, _, body) = running.get(path, "").await;
        assert_eq!(status, 400, "{path}");
        assert!(body.contains(error), "{path}: {body}");
    }
}

#[tokio::test]
async fn changes_come_as_they_happen_to_so_many_pages_and_end_with_the_server() {
    let running = server().await;
    let machine = running.machine("m", json!({ "A": { "Type": "Pass", "End": true } })).await;
    let head = "GET /console/changes HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let mut pages = vec![];
    for _ in 0..64 {
        pages.push(running.open(head).await);
    }
    let mut first = pages.remove(0);
    assert!(read_until(&mut first, "event: ready").await.contains("text/event-stream"));
    for page in &mut pages {
        read_until(page, "event: ready").await;
    }
    let (status, _, body) = running.get("/console/changes", "").await;
    assert_eq!(status, 503, "{body}");
    let arn = running.run(&machine, "e").await;
    let told = read_until(&mut first, &arn).await;
    assert!(told.contains("event: change"), "{told}");
    drop(pages);
    for tries in 0.. {
        let mut again = running.open(head).await;
        if read_until(&mut again, "\r\n\r\n").await.starts_with("HTTP/1.1 200") {
            break;
        }
        assert!(tries < 200, "pages that are gone keep their places");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    running.stop.send(()).unwrap();
    timeout(Duration::from_secs(4), running.ended).await.unwrap().unwrap();
}

async fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut text = String::new();
    let mut part = [0; 4096];
    while !text.contains(end) {
        let count =
            timeout(Duration::from_secs(10), stream.read(&mut part)).await.unwrap().unwrap();
        assert_ne!(count, 0, "cut off: {text}");
        text.push_str(&String::from_utf8_lossy(&part[..count]));
    }
    text
}

/// EXPRESS executions are described by no operation: the console has the latest of them.
#[tokio::test]
async fn express_executions_are_told_of_from_memory() {
    let running = server().await;
    let states = json!({
        "Ask": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericEquals": 1, "Next": "Bad" }], "Default": "Good" },
        "Bad": { "Type": "Fail", "Error": "Odd", "Cause": "so odd" },
        "Good": { "Type": "Pass", "Result": [1, 2], "End": true },
    });
    let definition = json!({ "StartAt": "Ask", "States": states }).to_string();
    let made = json!({ "name": "x", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r", "type": "EXPRESS" });
    let machine = running.call("CreateStateMachine", made).await["stateMachineArn"].clone();
    let mut arns = vec![];
    for n in 0..3 {
        let start = json!({ "stateMachineArn": machine, "name": format!("e{n}"), "input": json!({ "n": n }).to_string() });
        let told = running.call("StartSyncExecution", start).await;
        arns.push(told["executionArn"].as_str().unwrap().to_owned());
    }
    let listed = running.json("/console/executions?machine=x&most=2").await;
    let names = |listed: &Value| {
        let all = listed["executions"].as_array().unwrap().iter();
        all.map(|it| it["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&listed), ["e2", "e1"]);
    assert_eq!(listed["executions"][1]["error"], "Odd", "{listed}");
    let next =
        running.json(&format!("/console/executions?machine=x&after={}", listed["next"])).await;
    assert_eq!((names(&next), &next["next"]), (vec!["e0".to_owned()], &Value::Null));
    for (filter, found) in [
        ("status=FAILED", vec!["e1"]),
        ("error=Odd&state=Bad", vec!["e1"]),
        ("error=Odd&state=Good", vec![]),
        ("state=Good", vec!["e2", "e0"]),
        ("prefix=e0", vec!["e0"]),
        ("until=1", vec![]),
    ] {
        let listed = running.json(&format!("/console/executions?machine=x&{filter}")).await;
        assert_eq!(names(&listed), found, "{filter}");
    }
    let told = running.json(&format!("/console/execution?execution={}", arns[0])).await;
    assert_eq!((&told["status"], &told["output"]), (&json!("SUCCEEDED"), &json!("[1,2]")));
    assert_eq!(told["input"], "{\"n\":0}");
    let told = running.json(&format!("/console/execution?execution={}", arns[1])).await;
    assert_eq!((&told["error"], &told["cause"]), (&json!("Odd"), &json!("so odd")));
    let events = running.json(&format!("/console/events?execution={}&from=2", arns[1])).await;
    let types: Vec<_> = events["events"].as_array().unwrap().iter().map(|it| &it["type"]).collect();
    assert_eq!(
        types,
        ["ChoiceStateEntered", "ChoiceStateExited", "FailStateEntered", "ExecutionFailed"]
    );
    assert_eq!((&events["last"], &events["status"]), (&json!(5), &json!("FAILED")));
    let event = running.json(&format!("/console/events?execution={}&ids=1", arns[1])).await;
    assert_eq!(event["events"][0]["executionStartedEventDetails"]["input"], "{\"n\":1}");
    let told = running.json(&format!("/console/definition?execution={}", arns[1])).await;
    assert_eq!(told["definition"], definition);
    let (status, _, body) = running.get(&format!("/console/graph?execution={}", arns[1]), "").await;
    assert!(status == 200 && body.contains("<svg"), "{body}");
    let machines = running.json("/console/overview").await;
    assert_eq!(machines["machines"][0]["counts"], json!({ "SUCCEEDED": 2, "FAILED": 1 }));
    let none = "arn:aws:states:us-east-1:123456789012:express:x:none:0";
    for path in ["execution", "definition", "events", "graph"] {
        let (status, _, body) = running.get(&format!("/console/{path}?execution={none}"), "").await;
        assert!(status == 400 && body.contains("ExecutionDoesNotExist"), "{path}: {body}");
    }
}

/// However many there were, the latest are in memory, and large ones not for long.
#[tokio::test]
async fn express_executions_in_memory_are_bounded() {
    let running = server().await;
    let pass = json!({ "Type": "Pass", "End": true });
    let definition = json!({ "StartAt": "S", "States": { "S": pass } }).to_string();
    let made = json!({ "name": "x", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r", "type": "EXPRESS" });
    let machine = running.call("CreateStateMachine", made).await["stateMachineArn"].clone();
    let count = async |running: &Running| {
        let machines = running.json("/console/overview").await;
        machines["machines"][0]["counts"]["SUCCEEDED"].as_u64().unwrap()
    };
    for _ in 0..1_010 {
        running.call("StartSyncExecution", json!({ "stateMachineArn": machine })).await;
    }
    assert_eq!(count(&running).await, 1_000);
    // Each has its input, and three or four copies of it in its history.
    let input = json!("x".repeat(250_000)).to_string();
    for _ in 0..60 {
        running
            .call("StartSyncExecution", json!({ "stateMachineArn": machine, "input": input }))
            .await;
    }
    tokio::time::sleep(Duration::from_millis(150)).await;
    let left = count(&running).await;
    assert!((10..25).contains(&left), "{left}");
}

/// Ended executions are weighed, also where nothing else is started.
#[tokio::test]
async fn express_executions_that_end_late_are_bounded() {
    let running = server().await;
    let wait = json!({ "Type": "Wait", "Seconds": 1, "End": true });
    let definition = json!({ "StartAt": "S", "States": { "S": wait } }).to_string();
    let made = json!({ "name": "x", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r", "type": "EXPRESS" });
    let machine = running.call("CreateStateMachine", made).await["stateMachineArn"].clone();
    let input = json!("x".repeat(250_000)).to_string();
    for _ in 0..60 {
        let start = json!({ "stateMachineArn": machine, "input": input });
        running.call("StartExecution", start).await;
    }
    let mut left = 60;
    for _ in 0..100 {
        let machines = running.json("/console/overview").await;
        let counts = &machines["machines"][0]["counts"];
        left = counts.as_object().unwrap().values().map(|it| it.as_u64().unwrap()).sum();
        if left < 25 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!((10..25).contains(&left), "{left}");
}
