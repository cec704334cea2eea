//! `workflow verify`: on `workflow serve`, and on one behind a door that refuses and changes what goes through.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", feature = "aws", unix))]

mod common;

use common::{Ran, file, program, workflow};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const ROLE: &str = "arn:aws:iam::123456789012:role/verify";

/// A server in a process of its own.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start() -> Self {
        let sh = |text: &str| json!({ "command": ["sh", "-c", text] });
        let declined = r#"{ "errorType": "Declined", "errorMessage": "no money" }"#;
        let charge =
            format!("grep -q 4242 && echo '\"receipt\"' || {{ echo '{declined}'; exit 1; }}");
        let functions = json!({ "charge": sh(&charge), "pack": sh("echo '\"parcel\"'") });
        let functions = file("verify.functions.json", &functions.to_string());
        let mut process = program();
        process.args(["serve", "--port", "0", "--functions", &functions]);
        let mut process = process.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().rsplit(':').next().unwrap().parse().unwrap();
        Server { process, port }
    }

    fn call(&self, operation: &str, parameters: &Value) -> Value {
        let body = parameters.to_string();
        let text = exchanged(self.port, &request(operation, &body));
        serde_json::from_str(text.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    fn machines(&self) -> Vec<Value> {
        self.call("ListStateMachines", &json!({}))["stateMachines"].as_array().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn request(operation: &str, body: &str) -> String {
    format!(
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSStepFunctions.{operation}\r\n\
        Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn exchanged(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

/// A door to a server: an operation may be refused there, and answers be changed.
fn door(port: u16, answer: impl Fn(&str, String) -> String + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let own = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut operation, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                let line = line.trim().to_ascii_lowercase();
                if line.is_empty() {
                    break;
                }
                if let Some(target) = line.strip_prefix("x-amz-target: awsstepfunctions.") {
                    operation = target.to_owned();
                }
                if let Some(number) = line.strip_prefix("content-length: ") {
                    length = number.parse().unwrap();
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let body = String::from_utf8(body).unwrap();
            let known = [
                "CreateStateMachine",
                "DeleteStateMachine",
                "StartExecution",
                "StopExecution",
                "DescribeExecution",
                "DescribeStateMachine",
                "GetExecutionHistory",
            ];
            let named = known.iter().find(|it| it.eq_ignore_ascii_case(&operation)).unwrap();
            let whole = exchanged(port, &request(named, &body));
            let whole = answer(named, whole);
            stream.write_all(whole.as_bytes()).unwrap();
        }
    });
    own
}

/// A response that refuses a call.
fn refusal() -> String {
    let body = r#"{"__type":"AccessDeniedException","message":"not allowed"}"#;
    let length = body.len();
    format!(
        "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

/// A response with another body.
fn changed(whole: &str, change: impl Fn(&str) -> String) -> String {
    let body = change(whole.split_once("\r\n\r\n").unwrap().1);
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

fn order(seconds: u32) -> String {
    let text = include_str!("documents/order.asl.json").replace("86400", &seconds.to_string());
    file(&format!("verify.{seconds}.asl.json"), &text)
}

fn cases() -> String {
    let cases = json!([
        { "name": "paid", "input": { "card": "4242", "lines": ["tea", "pot"] },
          "result": { "receipt": "receipt", "parcels": ["parcel", "parcel"] } },
        { "name": "declined", "input": { "card": "0000", "lines": [] },
          "result": { "refused": "{\"errorType\":\"Declined\",\"errorMessage\":\"no money\"}" },
          "path": ["Charge", "Refused"] },
    ]);
    file("verify.cases.json", &cases.to_string())
}

fn verify(port: u16, words: &[&str]) -> Ran {
    let url = format!("http://127.0.0.1:{port}");
    workflow(&[&["verify", "--endpoint", &url], words].concat())
}

#[test]
fn cases_run_there_and_are_the_same_here() {
    let server = Server::start();
    let report = file("verify.report.md", "");
    let (cases, order) = (cases(), order(1));
    let ran = verify(server.port, &[&cases, &order, "--role", ROLE, "--report", &report]);
    ran.said(
        0,
        &["case paid ... ok", "case declined ... ok", "verify result: ok", "deleted: arn:"],
    );
    assert_eq!(server.machines(), [] as [Value; 0]);
    let report = std::fs::read_to_string(report).unwrap();
    let lines = ["- result: **ok**, 2 the same here as there; 0 not", "| paid | SUCCEEDED | "];
    lines.iter().for_each(|line| assert!(report.contains(line), "{report}"));
}

#[test]
fn a_machine_that_is_deployed_stays() {
    let server = Server::start();
    let definition = std::fs::read_to_string(order(1)).unwrap();
    let made = json!({ "name": "order", "definition": definition, "roleArn": ROLE });
    let made = server.call("CreateStateMachine", &made);
    let arn = made["stateMachineArn"].as_str().unwrap();
    let (cases, order) = (cases(), order(2));
    let ran = verify(server.port, &[&cases, &order, "--machine", arn, "--filter", "paid"]);
    ran.said(0, &["case paid ... ok", "1 the same here", "nothing was made; ran: arn:"]);
    assert_eq!(server.machines().len(), 1);
}

#[test]
fn an_unexpected_end_is_told() {
    let server = Server::start();
    let cases = json!([{ "name": "free", "input": { "card": "0000", "lines": [] }, "result": 1 }]);
    let cases = file("verify.free.json", &cases.to_string());
    let ran = verify(server.port, &[&cases, &order(1), "--role", ROLE]);
    ran.said(1, &["case free ... FAILED", "result differs", "0 the same here as there; 1 not"]);
    assert_eq!(server.machines(), [] as [Value; 0]);
}

#[test]
fn a_history_that_is_another_one_is_told() {
    let server = Server::start();
    let port = door(server.port, |operation, whole| match operation {
        // The answer of a task, and not what becomes of it.
        "GetExecutionHistory" => changed(&whole, |body| body.replacen("parcel", "barrel", 1)),
        _ => whole,
    });
    let ran = verify(port, &[&cases(), &order(1), "--role", ROLE, "--filter", "paid"]);
    ran.said(
        1,
        &[
            "case paid ... FAILED",
            "recorded {\"stateExitedEventDetails\"",
            "barrel",
            "deleted: arn:",
        ],
    );
}

#[test]
fn what_cannot_be_deleted_is_named() {
    let server = Server::start();
    let port = door(server.port, |operation, whole| match operation {
        "StartExecution" | "DeleteStateMachine" => refusal(),
        _ => whole,
    });
    let ran = verify(port, &[&cases(), &order(60), "--role", ROLE]);
    ran.said(
        1,
        &[
            "not all cases ran: the case `paid`: startExecution: AccessDeniedException: not allowed",
            "NOT DELETED: arn:aws:states:us-east-1:123456789012:stateMachine:verify-",
        ],
    );
}

#[test]
fn a_signal_deletes_first() {
    let server = Server::start();
    let url = format!("http://127.0.0.1:{}", server.port);
    let (cases, order) = (cases(), order(600));
    let mut process = program();
    process.args(["verify", &cases, &order, "--role", ROLE, "--endpoint", &url]);
    let process = process.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let arn = loop {
        if let Some(machine) = server.machines().first() {
            break machine["stateMachineArn"].clone();
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let running = || {
        let all = server.call("ListExecutions", &json!({ "stateMachineArn": arn }));
        all["executions"].as_array().map_or(0, Vec::len)
    };
    while running() == 0 {
        std::thread::sleep(Duration::from_millis(20));
    }
    Command::new("kill").args(["-INT", &process.id().to_string()]).status().unwrap();
    let output = process.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(130), "{text}");
    assert!(text.contains("SIGINT came") && text.contains("deleted: arn:"), "{text}");
    assert_eq!(server.machines(), [] as [Value; 0]);
}

#[test]
fn wrong_words_are_told_before_anything_runs() {
    let (cases, order) = (cases(), order(1));
    let verify = |words: &[&str]| workflow(&[&["verify", &cases, &order], words].concat());
    verify(&["--role", ROLE]).said(2, &["--aws"]);
    verify(&["--aws"]).said(2, &["--role <ARN>"]);
    let strange = ["--endpoint", "http://localhost:1", "--role", ROLE, "--function", "chrage=arn"];
    verify(&strange).said(2, &["nothing calls `chrage` (functions by name: charge, pack)"]);
}
