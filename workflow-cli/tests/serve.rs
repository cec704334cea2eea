//! `workflow serve`, from end to end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", unix))]

mod common;

use common::server::{Server, folder};
use common::{file, workflow};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

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
        let made = json!({ "name": "w", "definition": wait.to_string(), "roleArn": "arn:aws:iam::123456789012:role/r" });
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
        (vec!["--store", ":memory:"], 2, "leave it out to keep everything in memory"),
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

/// Other machines call with credentials, or not at all.
#[test]
fn other_addresses_need_credentials() {
    workflow(&["serve", "--port", "0", "--listen", "0.0.0.0"])
        .said(2, &["`--credentials FILE` says which of them may"]);
    let wrong = file("wrong.json", "{ \"AKID\": { \"secret\": \"short\", \"role\": \"reader\" } }");
    workflow(&["serve", "--credentials", &wrong])
        .said(2, &["the secret of `AKID` has less than 20 characters"]);
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
    let made = json!({ "name": "twice", "definition": twice.to_string(), "roleArn": "arn:aws:iam::123456789012:role/r" });
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
