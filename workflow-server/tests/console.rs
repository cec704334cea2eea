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
