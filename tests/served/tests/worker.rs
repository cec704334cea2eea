//! Workers in processes of their own, which answer the tasks of a server.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(unix)]

mod common;

use common::{OWN, Server, folder, shop};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A worker.
struct Worker(Child);

impl Worker {
    fn start(folder: &Path, server: &Server, words: &[&str]) -> Self {
        let mut process = shop(folder);
        process.args(["worker", "--endpoint", &server.url(), "--activity", "weigh"]).args(words);
        let mut process = process.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line.trim(), "working");
        Worker(process)
    }

    fn id(&self) -> u32 {
        self.0.id()
    }

    fn signal(&self, signal: &str) {
        let id = self.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Waits for its end: the exit code, and what it has said.
    fn ended(mut self) -> (Option<i32>, String) {
        let status = self.0.wait().unwrap();
        let mut said = String::new();
        self.0.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (status.code(), said)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn wait(what: &str, mut there: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !there() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A server with the activity.
fn server(folder: &Path) -> Server {
    let server = Server::start(folder, &[]);
    server.ok("CreateActivity", &json!({ "name": "weigh" }));
    server
}

fn there(id: &str) -> Value {
    json!({ "id": id, "here": false })
}

fn of<'a>(events: &'a [Value], kind: &str) -> Vec<&'a Value> {
    events.iter().filter(|it| it["type"] == kind).collect()
}

#[test]
fn the_task_of_a_killed_worker_goes_to_another_one() {
    let folder = folder("killed");
    let server = server(&folder);
    let words = |name| ["--heartbeat", "2", "--name", name];
    let workers = [("left", words("left")), ("right", words("right"))]
        .map(|(name, words)| (name, Worker::start(&folder, &server, &words)));
    let execution = server.begin("weighed", &there("p-1"));
    let taken = |worker: &Worker| folder.join(format!("weighs-{}", worker.id())).exists();
    wait("a worker takes the task", || workers.iter().any(|(_, it)| taken(it)));
    let [first, second] = workers;
    let (killed, other) = if taken(&first.1) { (first, second) } else { (second, first) };
    // Heartbeats keep it for longer than the states' two seconds.
    std::thread::sleep(Duration::from_secs(3));
    assert!(of(&server.events(&execution), "ActivityTimedOut").is_empty());
    assert!(!taken(&other.1));
    killed.1.signal("-KILL");
    wait("the other one takes it", || taken(&other.1));
    std::fs::write(folder.join("free"), "").unwrap();
    let told = server.ended(&execution);
    assert_eq!(told["output"], other.1.id().to_string(), "{told}");
    let events = server.events(&execution);
    let names: Vec<_> = of(&events, "ActivityStarted")
        .iter()
        .map(|it| it["activityStartedEventDetails"]["workerName"].clone())
        .collect();
    assert_eq!(names, [killed.0, other.0], "{events:?}");
    assert_eq!(of(&events, "ActivityTimedOut").len(), 1, "{events:?}");
    other.1.signal("-TERM");
    let (code, said) = other.1.ended();
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn the_task_in_hand_is_finished_before_the_end() {
    let folder = folder("in-hand");
    let server = server(&folder);
    let worker = Worker::start(&folder, &server, &["--heartbeat", "2", "--concurrency", "2"]);
    let executions = [1, 2].map(|n| server.begin("weighed", &there(&format!("p-{n}"))));
    let started = |it: &String| !of(&server.events(it), "ActivityStarted").is_empty();
    wait("it takes two at once", || executions.iter().all(started));
    worker.signal("-TERM");
    std::thread::sleep(Duration::from_millis(300));
    // It takes no more.
    let late = server.begin("weighed", &there("late"));
    std::fs::write(folder.join("free"), "").unwrap();
    let id = worker.id().to_string();
    for execution in &executions {
        assert_eq!(server.ended(execution)["output"], *id);
    }
    let (code, said) = worker.ended();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("the tasks in hand are finished"), "{said}");
    let by = json!({ "executionArn": late });
    assert_eq!(server.ok("DescribeExecution", &by)["status"], "RUNNING");
}

#[test]
fn a_task_that_does_not_end_is_left_to_its_timeout() {
    let folder = folder("left");
    let server = server(&folder);
    let worker = Worker::start(&folder, &server, &["--heartbeat", "2", "--patience", "1"]);
    let execution = server.begin("weighed", &there("p-1"));
    let started = || !of(&server.events(&execution), "ActivityStarted").is_empty();
    wait("it takes the task", started);
    worker.signal("-TERM");
    let (code, said) = worker.ended();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("not finished within 1 s: tasks in hand are left"), "{said}");
    let timed_out = || !of(&server.events(&execution), "ActivityTimedOut").is_empty();
    wait("its heartbeat is missed", timed_out);
}

#[test]
fn failures_and_other_names_are_told_to_definitions() {
    let folder = folder("failures");
    let server = server(&folder);
    server.ok("CreateActivity", &json!({ "name": "pay" }));
    let _worker = Worker::start(&folder, &server, &["--activity", "pay=charge"]);
    let pay = json!({
        "Type": "Task", "Resource": format!("{OWN}:activity:pay"), "End": true,
        "Arguments": { "id": "7", "amount": "{% $states.input %}" },
    });
    assert_eq!(server.run("pay", &pay, &json!(5))["output"], "\"receipt of 7\"");
    let told = server.ended(&server.begin("pay", &json!(5_000)));
    assert_eq!(
        (&told["error"], &told["cause"]),
        (&json!("Declined"), &json!("5000 is over the limit"))
    );
    let told = server.ended(&server.begin("pay", &json!("much")));
    assert_eq!(told["error"], "States.Runtime", "{told}");
    assert!(told["cause"].as_str().unwrap().contains("argument `amount`"), "{told}");
}

#[test]
fn a_server_that_comes_back_is_asked_again() {
    let folder = folder("back");
    std::fs::write(folder.join("free"), "").unwrap();
    let server = Server::start(&folder, &["--store", "shop.db"]);
    server.ok("CreateActivity", &json!({ "name": "weigh" }));
    let port = server.port.to_string();
    let worker = Worker::start(&folder, &server, &[]);
    let told = server.ended(&server.begin("weighed", &there("p-0")));
    assert_eq!(told["output"], worker.id().to_string(), "{told}");
    server.stop("-TERM");
    std::thread::sleep(Duration::from_millis(500));
    let server = Server::start(&folder, &["--store", "shop.db", "--port", &port]);
    let told = server.ended(&server.begin("weighed", &there("p-1")));
    assert_eq!(told["output"], worker.id().to_string(), "{told}");
    worker.signal("-INT");
    let (code, said) = worker.ended();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("warning: cannot ask for a task"), "{said}");
}

const CREDENTIALS: &str =
    r#"{ "AKIDWORKER": { "secret": "the secret of a worker/+=", "role": "operator" } }"#;

#[test]
fn calls_are_signed() {
    let folder = folder("signed");
    std::fs::write(folder.join("keys.json"), CREDENTIALS).unwrap();
    let server = Server::start(&folder, &["--credentials", "keys.json"]);
    let asked = |id: &str, secret: &str| {
        let mut worker = shop(&folder);
        worker.args(["worker", "--endpoint", &server.url(), "--activity", "weigh"]);
        worker.env("AWS_ACCESS_KEY_ID", id).env("AWS_SECRET_ACCESS_KEY", secret);
        let ended = worker.output().unwrap();
        (ended.status.code(), String::from_utf8_lossy(&ended.stderr).into_owned())
    };
    // The activity is not there, which nobody else is told.
    for (id, secret, code) in [
        ("AKIDWORKER", "the secret of a worker/+=", "ActivityDoesNotExist"),
        ("AKIDWORKER", "another secret", "InvalidSignatureException"),
        ("AKIDNOBODY", "the secret of a worker/+=", "UnrecognizedClientException"),
        ("", "", "MissingAuthenticationTokenException"),
    ] {
        let (status, said) = asked(id, secret);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains(code), "{code}: {said}");
    }
}

#[test]
fn mistakes_are_one_line_before_it_works() {
    let folder = folder("worker-mistakes");
    for (words, text) in [
        (&["--activity", "weig"][..], "no task `weig`; did you mean `weigh`?"),
        (&["--activity", "arn:aws:states:x=weigh"], "is no ARN of an activity"),
        (&["--activity", "weigh", "--endpoint", "localhost"], "of the form http://host:port"),
        (&["--activity", "weigh", "--concurrency", "x"], "a whole number from 0 on is needed"),
        (&[], "--activity <ACTIVITY>"),
    ] {
        let mut worker = shop(&folder);
        let ended =
            worker.arg("worker").args(words).env_remove("AWS_ENDPOINT_URL").output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).replace('\n', " ");
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains(text), "{words:?}: {said}");
    }
}

#[test]
fn an_activity_that_is_not_there_is_told_at_the_start() {
    let folder = folder("missing");
    let server = Server::start(&folder, &[]);
    let machine = format!("{OWN}:stateMachine:weighed");
    let start = json!({ "stateMachineArn": machine, "input": there("p-1").to_string() });
    let (status, told) = server.call("StartExecution", &start);
    assert_eq!(status, 400, "{told}");
    assert!(told["message"].as_str().unwrap().contains("activity:weigh"), "{told}");
    server.ok("CreateActivity", &json!({ "name": "weigh" }));
    server.ok("StartExecution", &start);
}
