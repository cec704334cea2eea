//! Clients that nobody here wrote call `workflow serve`: the AWS CLI, boto3, and the AWS SDKs for JavaScript and Rust,
//! where those are installed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", unix))]

mod common;

use common::file;
use common::server::{Server, folder};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The first of these programs that answers to some words: the one that a variable names, one on the path, or that of the
/// tools of `tests/aws`.
fn installed(variable: &str, name: &str, words: &[&str]) -> Option<String> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/aws/tools/.venv/bin");
    let own = tools.join(if name == "python3" { "python" } else { name });
    let all = match std::env::var(variable) {
        Ok(named) => vec![named],
        Err(_) => vec![name.to_owned(), own.to_str()?.to_owned()],
    };
    all.into_iter().find(|program| {
        let asked = Command::new(program).args(words).output();
        asked.is_ok_and(|asked| asked.status.success())
    })
}

/// A python that has boto3.
fn python() -> Option<String> {
    installed("WORKFLOW_PYTHON", "python3", &["-c", "import boto3"])
}

/// A client of a server, which has its keys and its address from the environment. The server is its proxy, too: so it need
/// not know the host `sync-localhost`.
fn environment(client: &mut Command, server: &Server) {
    for name in ["NO_PROXY", "no_proxy", "http_proxy", "AWS_PROFILE"] {
        client.env_remove(name);
    }
    for (name, value) in [
        ("AWS_ENDPOINT_URL", &*server.url()),
        ("HTTP_PROXY", &*server.url()),
        ("AWS_ACCESS_KEY_ID", "x"),
        ("AWS_SECRET_ACCESS_KEY", "y"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_MAX_ATTEMPTS", "1"),
        ("AWS_CONFIG_FILE", "/nowhere"),
        ("AWS_SHARED_CREDENTIALS_FILE", "/nowhere"),
    ] {
        client.env(name, value);
    }
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
    assert_eq!(count("exceptions"), 23, "{told}");
    let (code, said) = server.stop("-INT");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1 execution continues at the next start"), "{said}");
    let server = Server::start(&["--store", store]);
    run(&server, "after");
    let line =
        format!("boto3: {} operations, {} exceptions", count("operations"), count("exceptions"));
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// The option with which Node finds the host `sync-localhost`, as the documentation has it.
fn node_options() -> &'static str {
    let text = include_str!("../../docs/server.md");
    let option = text.split_once("NODE_OPTIONS='").and_then(|(_, rest)| rest.split_once('\''));
    option.expect("docs/server.md has NODE_OPTIONS").0
}

/// The AWS SDK for JavaScript calls every operation that it has a command for, as programs make it.
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
    let mut client = Command::new("node");
    client.current_dir(&folder).env("NODE_OPTIONS", node_options());
    let ran = client.args(["sdk_client.mjs", &server.url()]).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    let told: Value = serde_json::from_str(out.lines().last().unwrap()).unwrap();
    let count = |member: &str| told[member].as_array().map_or(0, Vec::len);
    assert_eq!((count("operations"), count("missing")), (37, 0), "{told}");
    assert_eq!(count("exceptions"), 12, "{told}");
}

/// The program of `tests/sdk`, where it was built: beside what is built here, as `.ci/run` does it.
fn sdk_client() -> Option<PathBuf> {
    let built = Path::new(env!("CARGO_BIN_EXE_workflow")).parent()?.parent()?;
    let client = built.join("sdk/debug/workflow-sdk-client");
    let client = std::env::var_os("WORKFLOW_SDK_CLIENT").map_or(client, PathBuf::from);
    client.exists().then_some(client)
}

/// The AWS SDK for Rust. For synchronous executions it asks the host `sync-localhost`, which no machine knows: the server
/// is its proxy, too.
#[test]
fn the_sdk_for_rust_calls_as_programs_do() {
    let Some(client) = sdk_client() else {
        let line = "SKIPPED: `cargo build --manifest-path tests/sdk/Cargo.toml --target-dir target/sdk` was not run";
        return drop(writeln!(std::io::stdout(), "{line}"));
    };
    let server = Server::start(&[]);
    let mut client = Command::new(client);
    environment(&mut client, &server);
    let ran = client.arg(server.url()).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    let told: Value = serde_json::from_str(out.lines().last().unwrap()).unwrap();
    let count = |member: &str| told[member].as_array().map_or(0, Vec::len);
    assert_eq!((count("operations"), count("exceptions")), (9, 11), "{told}");
}

/// boto3 as it is made without a word about hosts: with the server as its proxy, no name is looked up.
#[test]
fn boto3_starts_synchronous_executions_unmodified() {
    let Some(python) = python() else {
        return skipped();
    };
    let server = Server::start(&[]);
    let script = r#"
import boto3, json
sfn = boto3.client("stepfunctions")
definition = json.dumps({"StartAt": "S", "States": {"S": {"Type": "Pass", "Result": 7, "End": True}}})
machine = sfn.create_state_machine(name="m", definition=definition, roleArn="arn:aws:iam::123456789012:role/r", type="EXPRESS")
print(sfn.start_sync_execution(stateMachineArn=machine["stateMachineArn"])["output"])
print(sfn.test_state(definition='{"Type": "Succeed"}', input="[1]")["status"])
"#;
    let mut client = Command::new(&python);
    environment(&mut client, &server);
    let ran = client.args(["-c", script]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "7\nSUCCEEDED\n", "{ran:?}");
}

/// The AWS CLI, as people call it: definitions and inputs in files, pages, waiting, and its exit code where it is refused.
#[test]
fn the_aws_cli_works_as_people_call_it() {
    let Some(aws) = installed("WORKFLOW_AWS", "aws", &["--version"]) else {
        let line = "SKIPPED: there is no `aws` (or WORKFLOW_AWS): `pip install awscli`";
        return drop(writeln!(std::io::stdout(), "{line}"));
    };
    let server = Server::start(&[]);
    let call = |words: &[&str]| {
        let mut cli = Command::new(&aws);
        environment(&mut cli, &server);
        cli.args(["stepfunctions", "--output", "json"]).args(words).env("AWS_PAGER", "");
        let ran = cli.output().unwrap();
        let out = String::from_utf8(ran.stdout).unwrap();
        (ran.status.code(), out, String::from_utf8(ran.stderr).unwrap())
    };
    let json = |words: &[&str]| {
        let (code, out, err) = call(words);
        assert_eq!(code, Some(0), "{words:?}: {out}{err}");
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let pass =
        r#"{ "StartAt": "S", "States": { "S": { "Type": "Pass", "Result": 7, "End": true } } }"#;
    let definition = format!("file://{}", file("cli.asl.json", pass));
    let role = "arn:aws:iam::123456789012:role/r";
    let make = |name: &str, kind: &str| {
        let words = ["create-state-machine", "--name", name, "--role-arn", role, "--type", kind];
        let made = json(&[&words[..], &["--definition", &definition]].concat());
        made["stateMachineArn"].as_str().unwrap().to_owned()
    };
    let machine = make("m", "STANDARD");
    let input = format!("file://{}", file("cli.json", "{ \"a\": [1] }"));
    let started = |name: &str| {
        let words = ["start-execution", "--state-machine-arn", &machine, "--name", name];
        json(&[&words[..], &["--input", &input]].concat())["executionArn"].clone()
    };
    let last = ["a", "b", "c"].map(started)[2].as_str().unwrap().to_owned();
    let told = json(&["describe-execution", "--execution-arn", &last]);
    assert_eq!(told["input"], "{ \"a\": [1] }", "{told}");
    // Pages are put together by the client.
    let listed = json(&["list-executions", "--state-machine-arn", &machine, "--page-size", "1"]);
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(3), "{listed}");
    let listed = json(&["list-executions", "--state-machine-arn", &machine, "--max-items", "2"]);
    assert!(listed["NextToken"].is_string(), "{listed}");
    let history = json(&["get-execution-history", "--execution-arn", &last, "--page-size", "2"]);
    let types: Vec<_> =
        history["events"].as_array().unwrap().iter().map(|it| &it["type"]).collect();
    let expected =
        ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"];
    assert_eq!(types, expected, "{history}");
    let express = make("x", "EXPRESS");
    let ended = json(&["start-sync-execution", "--state-machine-arn", &express]);
    assert_eq!((&ended["status"], &ended["output"]), (&"SUCCEEDED".into(), &"7".into()));
    let mock = r#"{"result": "{\"StatusCode\": 200}"}"#;
    let state = r#"{"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "End": true}"#;
    let tested = json(&["test-state", "--definition", state, "--mock", mock]);
    assert_eq!(tested["status"], "SUCCEEDED", "{tested}");
    let (code, _, err) = call(&["describe-execution", "--execution-arn", &format!("{last}x")]);
    let refusal = "(ExecutionDoesNotExist) when calling the DescribeExecution operation";
    assert!(code != Some(0) && err.contains(refusal), "{code:?}: {err}");
}

const CREDENTIALS: &str = r#"{
    "AKIDOPERATOR": { "secret": "the secret of an operator/+=", "role": "operator" },
    "AKIDREADER": { "secret": "the secret of a reader/+=", "role": "reader" }
}"#;

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
