//! `workflow serve`, from end to end; and boto3 and the AWS SDK for JavaScript as its clients, where those are installed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", unix))]

mod common;

use common::{file, program, workflow};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server in a process of its own.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(words: &[&str]) -> Self {
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

    fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Calls an operation: the status, and the body.
    fn call(&self, operation: &str, params: &Value) -> (u16, Value) {
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
    fn run(&self, state: &Value, case: &str) -> Value {
        let definition = json!({ "StartAt": "S", "States": { "S": state } }).to_string();
        let made = json!({ "name": "m", "definition": definition, "roleArn": "r" });
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
    fn stop(mut self, signal: &str) -> (i32, String) {
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

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("workflow-serve-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn invoke() -> Value {
    json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "double", "Payload": 4 },
        "OutputPath": "$.Payload",
        "End": true,
    })
}

#[test]
fn it_ends_in_good_order() {
    for signal in ["-INT", "-TERM"] {
        let server = Server::start(&[]);
        let wait = json!({ "StartAt": "S", "States": { "S": { "Type": "Wait", "Seconds": 60, "End": true } } });
        let made = json!({ "name": "w", "definition": wait.to_string(), "roleArn": "r" });
        let (_, made) = server.call("CreateStateMachine", &made);
        server.call("StartExecution", &json!({ "stateMachineArn": made["stateMachineArn"] }));
        let (code, said) = server.stop(signal);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("1 execution is gone"), "{said}");
    }
}

#[test]
fn functions_answer_tasks() {
    let functions = json!({ "double": { "command": ["sh", "-c", "read n; echo $((n * 2))"] } });
    let functions = file("serve.functions.json", &functions.to_string());
    let server = Server::start(&[
        "--functions",
        &functions,
        "--region",
        "eu-west-1",
        "--account",
        "000000000000",
    ]);
    let told = server.run(&invoke(), "");
    assert_eq!(told["output"], "8", "{told}");
    let machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:m";
    assert_eq!(told["stateMachineArn"], machine);
}

#[test]
fn mocks_answer_tasks() {
    let mocks = file("serve.mocks.json", r#"{ "double": [{ "returns": 7 }] }"#);
    let server = Server::start(&["--mocks", &mocks]);
    assert_eq!(server.run(&invoke(), "")["output"], "7");
    let local = json!({
        "StateMachines": { "m": { "TestCases": { "Nine": { "S": "Nine" } } } },
        "MockedResponses": { "Nine": { "0": { "Return": { "Payload": 9 } } } },
    });
    let local = file("serve.MockConfigFile.json", &local.to_string());
    let server = Server::start(&["--mocks", &local]);
    assert_eq!(server.run(&invoke(), "#Nine")["output"], "9");
}

#[test]
fn mistakes_are_one_line_before_it_listens() {
    let broken = file("serve.broken.json", "{");
    let newer = folder("mistakes").join("no.db");
    std::fs::write(&newer, "this is no database, however long it is said to be").unwrap();
    let newer = newer.to_str().unwrap().to_owned();
    for (words, code, text) in [
        (vec!["--port", "x"], 2, "'x' for '--port <N>': a number from 0 to 65535 is needed"),
        (vec!["--account", "12"], 2, "--account has 12 digits, unlike `12`"),
        (vec!["--region", "a b"], 2, "--region is a name such as eu-west-1, not `a b`"),
        (vec!["--days", "-1"], 2, "'-1' for '--days <N>': a whole number from 0 on is needed"),
        (vec!["--mocks", &broken], 2, "holds no mocks"),
        (vec!["--functions", &broken], 2, "holds no functions"),
        (vec!["--mocks", "/no/such/file"], 2, "cannot read"),
        (vec!["--store", &newer], 1, "no.db"),
        (vec!["--listen", "nowhere"], 2, "for '--listen <ADDRESS>'"),
        (vec!["file.json"], 2, "unexpected argument"),
    ] {
        let words: Vec<&str> = ["serve"].into_iter().chain(words).collect();
        workflow(&words).said(code, &[text]);
    }
    let server = Server::start(&[]);
    let port = server.port.to_string();
    workflow(&["serve", "--port", &port]).said(1, &["is taken: another program listens there"]);
}

#[test]
fn two_servers_do_not_share_a_store() {
    let store = folder("two").join("s.db");
    let store = store.to_str().unwrap();
    let _server = Server::start(&["--store", store]);
    workflow(&["serve", "--port", "0", "--store", store]).said(1, &["is in use by process"]);
}

/// A python that has boto3: that of `WORKFLOW_PYTHON`, or the one on the path.
fn python() -> Option<String> {
    let python = std::env::var("WORKFLOW_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let asked = Command::new(&python).args(["-c", "import boto3"]).output();
    asked.is_ok_and(|asked| asked.status.success()).then_some(python)
}

/// Says so of a test that succeeds, too.
fn skipped() {
    let line = "SKIPPED: there is no python3 with boto3 (or WORKFLOW_PYTHON): `pip install boto3`";
    drop(writeln!(std::io::stdout(), "{line}"));
}

#[test]
fn boto3_calls_all_operations_and_meets_everything_after_a_restart() {
    let Some(python) = python() else {
        return skipped();
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/boto3_client.py");
    let run = |server: &Server, part: &str| {
        let ran = Command::new(&python).arg(&script).args([&server.url(), part]).output().unwrap();
        let (out, err) =
            (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        assert!(ran.status.success(), "{out}{err}");
        serde_json::from_str::<Value>(out.lines().last().unwrap()).unwrap()
    };
    let store = folder("boto3").join("s.db");
    let store = store.to_str().unwrap();
    let server = Server::start(&["--store", store]);
    let told = run(&server, "first");
    let count = |member: &str| told[member].as_array().map_or(0, Vec::len);
    assert_eq!(count("operations"), 37, "{told}");
    assert_eq!(count("exceptions"), 22, "{told}");
    let (code, said) = server.stop("-INT");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1 execution goes on with the next start"), "{said}");
    let server = Server::start(&["--store", store]);
    run(&server, "after");
    let line =
        format!("boto3: {} operations, {} exceptions", count("operations"), count("exceptions"));
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// The AWS SDK for JavaScript calls every operation that it has a command for.
#[test]
fn the_sdk_for_javascript_calls_all_operations() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let node = |words: &[&str]| Command::new("node").current_dir(&folder).args(words).output();
    let is_there = folder.join("node_modules/@aws-sdk/client-sfn").exists()
        && node(&["-p", "process.versions.node.split('.')[0] >= 20"])
            .is_ok_and(|asked| asked.stdout.starts_with(b"true"));
    if !is_there {
        let line = "SKIPPED: there is no node of version 20, or `npm ci` was not run in workflow-cli/tests/clients";
        return drop(writeln!(std::io::stdout(), "{line}"));
    }
    let server = Server::start(&[]);
    let ran = node(&["sdk_client.mjs", &server.url()]).unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    let told: Value = serde_json::from_str(out.lines().last().unwrap()).unwrap();
    let count = |member: &str| told[member].as_array().map_or(0, Vec::len);
    assert_eq!((count("operations"), count("missing")), (37, 0), "{told}");
    assert_eq!(count("exceptions"), 12, "{told}");
}

const CREDENTIALS: &str = r#"{
    "AKIDOPERATOR": { "secret": "the secret of an operator/+=", "role": "operator" },
    "AKIDREADER": { "secret": "the secret of a reader/+=", "role": "reader" }
}"#;

/// Other machines call with credentials, or not at all.
#[test]
fn other_addresses_need_credentials() {
    workflow(&["serve", "--port", "0", "--listen", "0.0.0.0"])
        .said(2, &["`--credentials FILE` says which of them may"]);
    let wrong = file("wrong.json", "{ \"AKID\": { \"secret\": \"short\", \"role\": \"reader\" } }");
    workflow(&["serve", "--credentials", &wrong])
        .said(2, &["the secret of `AKID` has less than 20 characters"]);
}

/// Signed as a real client signs, a call is its caller's, who may do what their role says; and changes are told.
#[test]
fn boto3_signs_its_calls() {
    let Some(python) = python() else {
        return skipped();
    };
    let credentials = file("credentials.json", CREDENTIALS);
    let server = Server::start(&["--credentials", &credentials]);
    let script = r#"
import sys, boto3
from botocore.exceptions import ClientError
def call(key, secret, region="eu-central-1"):
    client = boto3.client("stepfunctions", endpoint_url=sys.argv[1], region_name=region,
                          aws_access_key_id=key, aws_secret_access_key=secret)
    def tried(operation, **arguments):
        try:
            getattr(client, operation)(**arguments)
            print("fine")
        except ClientError as error:
            print(error.response["Error"]["Code"])
    tried("create_activity", name="one")
    tried("list_activities")
call("AKIDREADER", "the secret of a reader/+=")
call("AKIDOPERATOR", "the secret of an operator/+=", "us-west-2")
call("AKIDOPERATOR", "another secret")
call("AKIDNOBODY", "the secret of an operator/+=")
"#;
    let output = Command::new(&python).args(["-c", script, &server.url()]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let expected = [
        "AccessDeniedException",
        "fine",
        "fine",
        "fine",
        "InvalidSignatureException",
        "InvalidSignatureException",
        "UnrecognizedClientException",
        "UnrecognizedClientException",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{output:?}");
    let (_, told) = server.stop("-TERM");
    let audit: Vec<_> = told.lines().filter(|line| line.contains("audit: ")).collect();
    // Of those that nobody knows it tells nothing.
    assert_eq!(audit.len(), 2, "{told}");
    assert!(audit[0].contains("AKIDREADER") && audit[0].contains("status: 400"), "{told}");
    assert!(audit[1].contains("AKIDOPERATOR") && audit[1].contains("CreateActivity"), "{told}");
    assert!(audit[1].contains("status: 200"), "{told}");
}

/// A document whose only state calls a resource.
fn calling(name: &str, resource: &str, arguments: &Value) -> String {
    let state = json!({
        "Type": "Task",
        "Resource": format!("arn:aws:states:::{resource}"),
        "Arguments": arguments,
        "End": true,
    });
    let document = json!({ "QueryLanguage": "JSONata", "StartAt": "S", "States": { "S": state } });
    file(name, &document.to_string())
}

/// A server is a service that another program calls.
#[cfg(feature = "aws")]
#[test]
fn documents_call_services_at_an_address() {
    let server = Server::start(&[]);
    let twice = json!({ "QueryLanguage": "JSONata", "StartAt": "S", "States": { "S": {
        "Type": "Pass", "Output": { "twice": "{% $states.input.n * 2 %}" }, "End": true } } });
    let made = json!({ "name": "twice", "definition": twice.to_string(), "roleArn": "r" });
    let (_, made) = server.call("CreateStateMachine", &made);
    let arguments = json!({ "StateMachineArn": made["stateMachineArn"], "Input": { "n": "{% $states.input.n %}" } });
    let document = calling("endpoint-sync.asl.json", "states:startExecution.sync:2", &arguments);
    let run = |document: &str| {
        workflow(&[
            "run",
            document,
            "--endpoint",
            &server.url(),
            "--input",
            "{\"n\": 4}",
            "--quiet",
        ])
    };
    let ran = run(&document);
    ran.said(0, &[]);
    assert_eq!(ran.json()["Output"], json!({ "twice": 8 }));
    let list = calling("endpoint-sdk.asl.json", "aws-sdk:sfn:listStateMachines", &json!({}));
    assert_eq!(run(&list).json()["StateMachines"][0]["Name"], "twice");
    let none =
        json!({ "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:none" });
    let none = calling("endpoint-none.asl.json", "states:startExecution", &none);
    run(&none).said(1, &["StepFunctions.StateMachineDoesNotExistException"]);
    let nobody = workflow(&["run", &list, "--endpoint", "http://127.0.0.1:1", "--input", "{}"]);
    nobody.said(1, &["Sfn.SdkClientException", "Unable to execute HTTP request"]);
    let wrong = workflow(&["run", &list, "--endpoint", "localhost", "--input", "{}"]);
    wrong.said(2, &["--endpoint: `localhost` is no address of the form http://host:port"]);
}

/// A moto server, where it is installed: the process, and what is there.
#[cfg(feature = "aws")]
fn moto() -> Option<(Child, Value)> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/aws/tools");
    let python = tools.join(".venv/bin/python");
    if !python.exists() {
        println!("skipped: moto is not installed in tests/aws/tools/.venv");
        return None;
    }
    let mut program = Command::new(python);
    program.arg(tools.join("serve.py")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = program.stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    Some((child, serde_json::from_str(&line).unwrap()))
}

#[cfg(feature = "aws")]
#[test]
fn services_answer_executions_of_a_server() {
    let Some((mut child, made)) = moto() else { return };
    let endpoint = made["endpoint"].as_str().unwrap();
    let run = |state: &Value| Server::start(&["--endpoint", endpoint]).run(state, "");
    let send = |queue: &Value| {
        json!({
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage",
            "Parameters": { "QueueUrl": queue, "MessageBody": { "id.$": "$$.State.Name" } },
            "ResultSelector": { "id.$": "$.MessageId" },
            "End": true,
        })
    };
    let sent = run(&send(&made["queue"]));
    assert_eq!(sent["status"], "SUCCEEDED", "{sent}");
    let receive = json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage",
        "Parameters": { "QueueUrl": made["queue"] },
        "OutputPath": "$.Messages[0].Body",
        "End": true,
    });
    let told = run(&receive);
    assert_eq!(told["output"], json!(json!(json!({ "id": "S" }).to_string()).to_string()));
    let failed = run(&send(&json!(format!("{endpoint}/123456789012/none"))));
    assert_eq!(failed["error"], "SQS.QueueDoesNotExistException", "{failed}");
    child.kill().unwrap();
}
