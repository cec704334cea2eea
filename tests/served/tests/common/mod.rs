//! A program that serves, in a process of its own, and calls of it.
#![allow(dead_code, reason = "each test uses some")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub const OWN: &str = "arn:aws:states:us-east-1:123456789012";
pub const ROLE: &str = "arn:aws:iam::123456789012:role/r";

/// An empty folder.
pub fn folder(name: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("workflow-served-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Says so of a test that succeeds, too.
pub fn skipped(why: &str) {
    drop(writeln!(std::io::stdout(), "SKIPPED: {why}"));
}

/// The program, whose files are in a folder.
pub fn shop(folder: &std::path::Path) -> Command {
    let mut shop = Command::new(env!("CARGO_BIN_EXE_shop"));
    shop.env("SHOP_FOLDER", folder).current_dir(folder).stdin(Stdio::null());
    shop
}

/// A server.
pub struct Server {
    pub process: Child,
    pub port: u16,
}

impl Server {
    pub fn start(folder: &std::path::Path, words: &[&str]) -> Self {
        let mut process = shop(folder);
        process.args(["serve", "--port", "0"]).args(words);
        let mut process = process.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let Some(port) = line.trim().rsplit(':').next().and_then(|port| port.parse().ok()) else {
            let mut said = String::new();
            process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            panic!("{line}{said}")
        };
        Server { process, port }
    }

    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    fn exchange(&self, head: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        let head = format!(
            "{head}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
        );
        stream.write_all((head + body).as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    /// Calls an operation: the status, and the body.
    pub fn call(&self, operation: &str, params: &Value) -> (u16, Value) {
        let head = format!("POST / HTTP/1.1\r\nX-Amz-Target: AWSStepFunctions.{operation}");
        let (status, body) = self.exchange(&head, &params.to_string());
        (status, serde_json::from_str(&body).unwrap())
    }

    /// The same of one that succeeds.
    pub fn ok(&self, operation: &str, params: &Value) -> Value {
        let (status, told) = self.call(operation, params);
        assert_eq!(status, 200, "{operation} {params}: {told}");
        told
    }

    /// An answer of the API of the console.
    pub fn console(&self, path: &str) -> Value {
        let (status, body) = self.exchange(&format!("GET /console/{path} HTTP/1.1"), "");
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Starts an execution: its ARN.
    pub fn begin(&self, machine: &str, input: &Value) -> String {
        let machine = format!("{OWN}:stateMachine:{machine}");
        let start = json!({ "stateMachineArn": machine, "input": input.to_string() });
        self.ok("StartExecution", &start)["executionArn"].as_str().unwrap().to_owned()
    }

    /// Waits for the end of an execution: its description.
    pub fn ended(&self, execution: &str) -> Value {
        let begun = Instant::now();
        loop {
            let told = self.ok("DescribeExecution", &json!({ "executionArn": execution }));
            if told["status"] != "RUNNING" {
                return told;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "it does not end: {told}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The types of the events of an execution.
    pub fn events(&self, execution: &str) -> Vec<Value> {
        let by = json!({ "executionArn": execution, "maxResults": 1000 });
        self.ok("GetExecutionHistory", &by)["events"].as_array().unwrap().clone()
    }

    /// Makes a machine of one state, and runs it.
    pub fn run(&self, name: &str, state: &Value, input: &Value) -> Value {
        let definition =
            json!({ "QueryLanguage": "JSONata", "StartAt": "S", "States": { "S": state } });
        let made = json!({ "name": name, "definition": definition.to_string(), "roleArn": ROLE });
        self.ok("CreateStateMachine", &made);
        self.ended(&self.begin(name, input))
    }

    pub fn signal(&self, signal: &str) {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Asks it to end: the exit code, and what it has said.
    pub fn stop(mut self, signal: &str) -> (Option<i32>, String) {
        self.signal(signal);
        let status = self.process.wait().unwrap();
        let mut said = String::new();
        self.process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (status.code(), said)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
