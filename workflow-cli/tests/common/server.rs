//! `workflow serve` in a process of its own.

use super::program;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server in a process of its own.
pub struct Server {
    pub process: Child,
    pub port: u16,
}

impl Server {
    pub fn start(words: &[&str]) -> Self {
        let mut process = program();
        process.args(["serve", "--port", "0"]).args(words);
        let mut process = process.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
        let Some(port) = port else {
            let mut said = String::new();
            process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            panic!("{line}{said}")
        };
        Server { process, port }
    }

    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Calls an operation: the status, and the body.
    pub fn call(&self, operation: &str, params: &Value) -> (u16, Value) {
        let body = params.to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let head = format!(
            "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSStepFunctions.{operation}\r\n\
            Connection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all((head + &body).as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), serde_json::from_str(body).unwrap())
    }

    /// Runs a machine of one state to its end.
    pub fn run(&self, state: &Value, case: &str) -> Value {
        let definition = json!({ "StartAt": "S", "States": { "S": state } }).to_string();
        let made = json!({ "name": "m", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r" });
        let (_, made) = self.call("CreateStateMachine", &made);
        let machine = format!("{}{case}", made["stateMachineArn"].as_str().unwrap());
        let (status, started) = self.call("StartExecution", &json!({ "stateMachineArn": machine }));
        assert_eq!(status, 200, "{started}");
        for _ in 0..500 {
            let by = json!({ "executionArn": started["executionArn"] });
            let (_, told) = self.call("DescribeExecution", &by);
            if told["status"] != "RUNNING" {
                return told;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end")
    }

    /// Asks it to end: the exit code, and what it has said.
    pub fn stop(mut self, signal: &str) -> (i32, String) {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "it does not end");
            std::thread::sleep(Duration::from_millis(10));
        };
        let mut said = String::new();
        self.process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (status.code().unwrap_or(-1), said)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
    }
}

/// An empty folder of this process.
pub fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("workflow-serve-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
