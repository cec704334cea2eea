//! `workflow verify --stack`: at a server that plays CloudFormation before `workflow serve`, and at moto's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", feature = "aws", unix))]

mod common;

use common::server::Server;
use common::{Ran, file, program};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

/// The thing that goes wrong.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    Create,
    Delete,
}

/// CloudFormation and S3, as far as they are called: a stack is its machine, on a server of ours.
struct Formation {
    server: Server,
    fault: Fault,
    /// The objects of buckets, and all that were put there.
    objects: BTreeMap<String, usize>,
    put: Vec<String>,
    /// The machines of stacks, by the names of these.
    stacks: BTreeMap<String, String>,
}

impl Formation {
    fn start(fault: Fault) -> (Arc<Mutex<Self>>, u16) {
        let sh = |text: &str| json!({ "command": ["sh", "-c", text] });
        let functions =
            json!({ "charge": sh("echo '\"receipt\"'"), "pack": sh("echo '\"parcel\"'") });
        let functions = file("stacks.functions.json", &functions.to_string());
        let server = Server::start(&["--functions", &functions]);
        let (objects, stacks) = (BTreeMap::new(), BTreeMap::new());
        let all = Arc::new(Mutex::new(Formation { server, fault, objects, put: vec![], stacks }));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let own = all.clone();
        std::thread::spawn(move || {
            listener.incoming().for_each(|stream| answer(&own, stream.unwrap()));
        });
        (all, port)
    }

    /// Answers a form: the status, and the XML of its result.
    fn form(&mut self, form: &BTreeMap<String, String>) -> (u16, String) {
        let name = form["StackName"].clone();
        let status = |status: &str, more: &str| {
            (
                200,
                format!(
                    "<Stacks><member><StackName>{name}</StackName><StackStatus>{status}</StackStatus>{more}</member></Stacks>"
                ),
            )
        };
        match &*form["Action"] {
            "CreateStack" => {
                let template: Value = serde_json::from_str(&form["TemplateBody"]).unwrap();
                let machine =
                    if self.fault == Fault::Create { String::new() } else { self.make(&template) };
                self.stacks.insert(name, machine);
                (200, String::new())
            }
            "DescribeStacks" => match self.stacks.get(&name) {
                None => (400, format!("Stack with id {name} does not exist")),
                Some(machine) if machine.is_empty() => status("CREATE_FAILED", ""),
                Some(machine) if machine == "left" => status("DELETE_FAILED", ""),
                Some(machine) => status(
                    "CREATE_COMPLETE",
                    &format!(
                        "<Outputs><member><OutputKey>StateMachineArn</OutputKey><OutputValue>{machine}</OutputValue></member></Outputs>"
                    ),
                ),
            },
            "DescribeStackResources" => {
                let (status, id) = match self.fault {
                    Fault::Create => (
                        "CREATE_FAILED",
                        "<LogicalResourceId>OrderRole</LogicalResourceId>".to_owned(),
                    ),
                    _ => (
                        "DELETE_FAILED",
                        "<PhysicalResourceId>order-logs</PhysicalResourceId>".to_owned(),
                    ),
                };
                let one = format!(
                    "<member>{id}<ResourceStatus>{status}</ResourceStatus><ResourceStatusReason>not allowed</ResourceStatusReason></member>"
                );
                (200, format!("<StackResources>{one}</StackResources>"))
            }
            "DeleteStack" => {
                let machine = self.stacks.remove(&name).unwrap_or_default();
                if self.fault == Fault::Delete {
                    self.stacks.insert(name, "left".to_owned());
                } else if !machine.is_empty() {
                    self.server.call("DeleteStateMachine", &json!({ "stateMachineArn": machine }));
                }
                (200, String::new())
            }
            other => panic!("{other}"),
        }
    }

    /// Makes the machine of a template: its ARN. The code of all functions is there.
    fn make(&self, template: &Value) -> String {
        let resources = template["Resources"].as_object().unwrap();
        for it in resources.values().filter(|it| it["Type"] == "AWS::Lambda::Function") {
            let code = &it["Properties"]["Code"];
            let key = format!(
                "/{}/{}",
                code["S3Bucket"].as_str().unwrap(),
                code["S3Key"].as_str().unwrap()
            );
            assert!(self.objects.contains_key(&key), "{key}: {:?}", self.objects);
        }
        assert!(!template.to_string().contains("\"Retain"), "{template}");
        let machine =
            resources.values().find(|it| it["Type"] == "AWS::StepFunctions::StateMachine");
        let machine = &machine.unwrap()["Properties"];
        let mut definition = machine["DefinitionString"].as_str().unwrap().to_owned();
        for (name, value) in machine["DefinitionSubstitutions"].as_object().unwrap() {
            let version = &resources[value["Ref"].as_str().unwrap()];
            let function = version["Properties"]["FunctionName"]["Ref"].as_str().unwrap();
            let function = function.trim_end_matches("Function").to_lowercase();
            let arn = format!("arn:aws:lambda:us-east-1:123456789012:function:{function}:1");
            definition = definition.replace(&format!("${{{name}}}"), &arn);
        }
        let made = json!({ "name": machine["StateMachineName"], "definition": definition,
            "roleArn": "arn:aws:iam::123456789012:role/order" });
        let (code, made) = self.server.call("CreateStateMachine", &made);
        assert_eq!(code, 200, "{made}");
        made["stateMachineArn"].as_str().unwrap().to_owned()
    }
}

fn answer(all: &Mutex<Formation>, mut stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(number) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = number.trim().parse().unwrap();
        }
        if head.is_empty() {
            head = line;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let words: Vec<&str> = head.split(' ').collect();
    let (method, path) = (words[0], words[1].split('?').next().unwrap());
    let mut all = all.lock().unwrap();
    let (status, text) = match method {
        "PUT" => {
            all.objects.insert(path.to_owned(), body.len());
            all.put.push(path.to_owned());
            (200, String::new())
        }
        "DELETE" => {
            all.objects.remove(path);
            (204, String::new())
        }
        _ => {
            let form: BTreeMap<String, String> =
                form_urlencoded::parse(&body).into_owned().collect();
            let action = form["Action"].clone();
            match all.form(&form) {
                (200, result) => (200, format!("<R><{action}Result>{result}</{action}Result></R>")),
                (status, why) => (
                    status,
                    format!(
                        "<R><Error><Code>ValidationError</Code><Message>{why}</Message></Error></R>"
                    ),
                ),
            }
        }
    };
    let length = text.len();
    let whole = format!(
        "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{text}"
    );
    stream.write_all(whole.as_bytes()).unwrap();
}

fn cases() -> String {
    let cases = json!([{ "name": "paid", "input": { "card": "4242", "lines": ["tea", "pot"] },
        "result": { "receipt": "receipt", "parcels": ["parcel", "parcel"] } }]);
    file("stacks.cases.json", &cases.to_string())
}

fn order() -> String {
    let text = include_str!("documents/order.asl.json").replace("86400", "1");
    file("stacks.order.asl.json", &text)
}

fn settings() -> String {
    let code = file("stacks.bootstrap.zip", "PK");
    let settings = json!({ "all_functions": { "code": code }, "logs": {},
        "schedules": [{ "name": "daily", "expression": "rate(1 day)" }], "alarms": {} });
    file("stacks.settings.json", &settings.to_string())
}

fn verify(all: &Mutex<Formation>, port: u16, words: &[&str]) -> Ran {
    let url = all.lock().unwrap().server.url();
    let mut program = program();
    program.args(["verify", "--endpoint", &url, "--stack"]).args(words);
    for service in ["CLOUDFORMATION", "S3"] {
        program.env(format!("AWS_ENDPOINT_URL_{service}"), format!("http://127.0.0.1:{port}"));
    }
    let output = program.stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn whole(fault: Fault) -> (Ran, Arc<Mutex<Formation>>) {
    let (all, port) = Formation::start(fault);
    let words = [&cases(), &order(), "--settings", &settings(), "--bucket", "code"];
    (verify(&all, port, &words), all)
}

#[test]
fn a_stack_is_deployed_run_and_deleted() {
    let (ran, all) = whole(Fault::None);
    ran.said(0, &["case paid ... ok", "verify result: ok", "deleted: the stack verify-"]);
    let all = all.lock().unwrap();
    assert_eq!(all.put.len(), 1, "{:?}", all.put);
    assert!(all.objects.is_empty() && all.stacks.is_empty(), "{:?} {:?}", all.objects, all.stacks);
    let (_, machines) = all.server.call("ListStateMachines", &json!({}));
    assert_eq!(machines["stateMachines"], json!([]));
}

#[test]
fn a_stack_that_is_not_made_is_deleted() {
    let (ran, all) = whole(Fault::Create);
    ran.said(
        1,
        &["is not made (CREATE_FAILED): OrderRole (not allowed)", "deleted: the stack verify-"],
    );
    let all = all.lock().unwrap();
    assert!(all.objects.is_empty() && all.stacks.is_empty(), "{:?} {:?}", all.objects, all.stacks);
}

#[test]
fn what_is_left_of_a_stack_is_named() {
    let (ran, _) = whole(Fault::Delete);
    ran.said(
        1,
        &[
            "case paid ... ok",
            "NOT DELETED: order-logs (not allowed)",
            "NOT DELETED: the stack verify-",
            "(DELETE_FAILED)",
        ],
    );
}

#[test]
fn what_a_stack_lacks_is_told_before_anything_is_made() {
    let (all, port) = Formation::start(Fault::None);
    let (cases, order) = (cases(), order());
    let refused = |words: &[&str], text: &str| verify(&all, port, words).said(2, &[text]);
    let of = |settings: Value| file("stacks.lack.json", &settings.to_string());
    let given = settings();
    refused(&[&cases, &order, "--settings", &given], "by --bucket NAME");
    let none = of(json!({ "all_functions": { "code": "nothing.zip" } }));
    let words = [&cases, &order, "--settings", &none, "--bucket", "code"];
    refused(&words, "nothing.zip, is no zip file: build it first");
    let express = of(json!({ "type": "EXPRESS" }));
    refused(&[&cases, &order, "--settings", &express], "AWS has no histories of those");
    refused(&[&cases, &order, "--role", "arn:aws:iam::123456789012:role/r"], "cannot be used with");
    assert!(all.lock().unwrap().put.is_empty());
}

/// CloudFormation, IAM, Lambda, S3 and Step Functions of a server that nobody here wrote.
#[test]
fn moto_deploys_the_stack_and_has_nothing_left() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = own.join("../tests/aws/tools/.venv/bin/python");
    let has = Command::new(&python).args(["-c", "import moto.server, cfnlint"]).output();
    if !has.is_ok_and(|it| it.status.success()) {
        println!("SKIPPED: moto is not installed (.ci/run does)");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stacks");
    std::fs::create_dir_all(&folder).unwrap();
    let ran = Command::new(python)
        .arg(own.join("tests/clients/stacks.py"))
        .arg(env!("CARGO_BIN_EXE_workflow"))
        .arg(folder)
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    println!("{out}");
}
