//! Typed workflows as state machines of a server: what clients see of them, and what their code does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(unix)]

mod common;

use common::{OWN, ROLE, Server, folder, shop, skipped};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

fn order(id: &str, total: f64) -> Value {
    json!({ "id": id, "total": total, "lines": [] })
}

fn types(events: &[Value]) -> Vec<&str> {
    events.iter().map(|it| it["type"].as_str().unwrap()).collect()
}

#[test]
fn a_workflow_is_a_machine_that_runs_its_own_code() {
    let folder = folder("runs");
    std::fs::write(folder.join("open"), "").unwrap();
    let server = Server::start(&folder, &[]);
    let listed = server.ok("ListStateMachines", &json!({}));
    let names: Vec<_> =
        listed["stateMachines"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert_eq!(names, ["fulfil", "deliver", "doubled", "weighed"]);
    let machine = json!({ "stateMachineArn": format!("{OWN}:stateMachine:fulfil") });
    let told = server.ok("DescribeStateMachine", &machine);
    assert_eq!((&told["status"], &told["type"]), (&json!("ACTIVE"), &json!("STANDARD")));
    let exported = shop(&folder).args(["export", "fulfil"]).output().unwrap();
    let exported: Value = serde_json::from_slice(&exported.stdout).unwrap();
    let definition: Value = serde_json::from_str(told["definition"].as_str().unwrap()).unwrap();
    assert_eq!(definition, exported);

    let execution = server.begin("fulfil", &order("7", 20.0));
    let told = server.ended(&execution);
    assert_eq!(told["output"], r#"["receipt of 7","parcel of 7"]"#, "{told}");
    let events = server.events(&execution);
    let scheduled: Vec<_> = events
        .iter()
        .filter_map(|it| it["taskScheduledEventDetails"]["resource"].as_str())
        .collect();
    assert_eq!(scheduled, ["invoke", "startExecution.sync:2"]);
    assert_eq!(types(&events).last(), Some(&"ExecutionSucceeded"));
    // The workflow that it starts is a machine with executions, too.
    let deliver = json!({ "stateMachineArn": format!("{OWN}:stateMachine:deliver") });
    let executions = server.ok("ListExecutions", &deliver)["executions"].clone();
    assert_eq!(executions.as_array().unwrap().len(), 1, "{executions}");
}

#[test]
fn inputs_are_held_against_the_types() {
    let server = Server::start(&folder("inputs"), &[]);
    let machine = format!("{OWN}:stateMachine:fulfil");
    for (input, part) in [
        (r#"{"id":"7","total":"much","lines":[]}"#, "total"),
        (r#"{"id":"7"}"#, "total"),
        ("{", "Invalid State Machine Execution Input"),
    ] {
        let start = json!({ "stateMachineArn": machine, "input": input });
        let (status, told) = server.call("StartExecution", &start);
        assert_eq!((status, &told["__type"]), (400, &json!("InvalidExecutionInput")), "{told}");
        assert!(told["message"].as_str().unwrap().contains(part), "{told}");
    }
    let executions = server.ok("ListExecutions", &json!({ "stateMachineArn": machine }));
    assert_eq!(executions["executions"], json!([]));
}

#[test]
fn calls_cannot_change_what_the_program_is() {
    let server = Server::start(&folder("changes"), &[]);
    let machine = format!("{OWN}:stateMachine:fulfil");
    let definition =
        json!({ "StartAt": "S", "States": { "S": { "Type": "Succeed" } } }).to_string();
    let update = json!({ "stateMachineArn": machine, "definition": definition });
    for (operation, params, word) in [
        ("UpdateStateMachine", &update, "updated"),
        ("DeleteStateMachine", &json!({ "stateMachineArn": machine }), "deleted"),
    ] {
        let (status, told) = server.call(operation, params);
        assert_eq!((status, &told["__type"]), (400, &json!("ValidationException")), "{told}");
        let text = format!("cannot be {word} by a call: change the program, and start it again");
        assert!(told["message"].as_str().unwrap().contains(&text), "{told}");
    }
    let create = json!({ "name": "fulfil", "definition": definition, "roleArn": ROLE });
    let (_, told) = server.call("CreateStateMachine", &create);
    assert_eq!(told["__type"], "StateMachineAlreadyExists");
    let case = json!({ "stateMachineArn": format!("{machine}#Case"), "input": order("7", 1.0).to_string() });
    let (_, told) = server.call("StartExecution", &case);
    assert!(told["message"].as_str().unwrap().contains("Test cases are for definitions"), "{told}");
}

#[test]
fn schedules_at_workflows_run_while_they_are_served() {
    let all = json!({ "stateMachineArn": format!("{OWN}:stateMachine:doubled") });
    let runs = |server: &Server| server.ok("ListExecutions", &all)["executions"].clone();
    let folder = folder("schedules");
    let server = Server::start(&folder, &["--store", "shop.db"]);
    // The first run of a rate comes at once.
    let begun = std::time::Instant::now();
    while runs(&server).as_array().unwrap().is_empty() {
        assert!(begun.elapsed().as_secs() < 30, "no run has begun");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let arn = runs(&server)[0]["executionArn"].as_str().unwrap().to_owned();
    assert!(arn.contains(":doubled:doubled-often-"), "{arn}");
    assert_eq!(server.ended(&arn)["output"], "[40,42]");
    drop(server);
    // It is the same schedule after a restart: the next run is tomorrow's.
    let server = Server::start(&folder, &["--store", "shop.db"]);
    assert_eq!(runs(&server).as_array().unwrap().len(), 1);
    drop(server);
    std::fs::create_dir(folder.join("alone")).unwrap();
    let server = Server::start(&folder.join("alone"), &["--store", "shop.db", "--no-schedules"]);
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_eq!(runs(&server), json!([]));
}

#[test]
fn definitions_call_the_tasks_as_functions() {
    let server = Server::start(&folder("tasks"), &[]);
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:charge";
    let payload = json!({ "id": "8", "amount": "{% $states.input %}" });
    let invoke = json!({
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Arguments": { "FunctionName": arn, "Payload": payload },
        "Output": "{% $states.result.Payload %}",
    });
    assert_eq!(server.run("invoke", &invoke, &json!(2))["output"], "\"receipt of 8\"");
    let failed = server.ended(&server.begin("invoke", &json!(2_000)));
    assert_eq!((&failed["status"], &failed["error"]), (&json!("FAILED"), &json!("Declined")));
    let bare = json!({ "Type": "Task", "Resource": arn, "Arguments": payload, "End": true });
    assert_eq!(server.run("bare", &bare, &json!(3))["output"], "\"receipt of 8\"");
    // A definition starts the workflow as well.
    let nested = json!({
        "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true,
        "Arguments": { "StateMachineArn": format!("{OWN}:stateMachine:doubled"), "Input": [1, 2] },
        "Output": "{% $states.result.Output %}",
    });
    assert_eq!(server.run("nested", &nested, &json!({}))["output"], "[2,4]");
}

#[test]
fn failures_are_redriven_and_runs_stopped() {
    let folder = folder("redrive");
    let server = Server::start(&folder, &[]);
    let execution = server.begin("fulfil", &order("9", 20.0));
    let told = server.ended(&execution);
    assert_eq!(told["status"], "FAILED", "{told}");
    std::fs::write(folder.join("open"), "").unwrap();
    server.ok("RedriveExecution", &json!({ "executionArn": execution }));
    let told = server.ended(&execution);
    assert_eq!(told["output"], r#"["receipt of 9","parcel of 9"]"#, "{told}");
    let events = server.events(&execution);
    let charged =
        events.iter().filter(|it| it["taskScheduledEventDetails"]["resource"] == "invoke");
    assert_eq!(charged.count(), 1, "it is charged once");

    let waiting = server.begin("fulfil", &order("10", 900.0));
    server.ok("StopExecution", &json!({ "executionArn": waiting, "error": "Over" }));
    assert_eq!(server.ended(&waiting)["status"], "ABORTED");
}

#[test]
fn a_restart_goes_on_with_typed_executions() {
    let folder = folder("restart");
    std::fs::write(folder.join("open"), "").unwrap();
    let server = Server::start(&folder, &["--store", "shop.db"]);
    // One is in the wait of the workflow that it has started, the other waits for a person.
    let [plain, large] = [20.0, 900.0].map(|total| server.begin("fulfil", &order("11", total)));
    let token = loop {
        let events = server.events(&large);
        let sent =
            events.iter().find_map(|it| it["taskScheduledEventDetails"]["parameters"].as_str());
        if let Some(sent) = sent.filter(|_| types(&events).contains(&"TaskSubmitted")) {
            let sent: Value = serde_json::from_str(sent).unwrap();
            break sent["Payload"]["taskToken"].as_str().unwrap().to_owned();
        }
    };
    let (code, _) = server.stop("-KILL");
    assert_eq!(code, None);
    let server = Server::start(&folder, &["--store", "shop.db"]);
    assert_eq!(server.ended(&plain)["output"], r#"["receipt of 11","parcel of 11"]"#);
    server.ok("SendTaskSuccess", &json!({ "taskToken": token, "output": "true" }));
    assert_eq!(server.ended(&large)["output"], r#"["receipt of 11","parcel of 11"]"#);
    let machine = json!({ "stateMachineArn": format!("{OWN}:stateMachine:fulfil") });
    assert_eq!(server.ok("ListExecutions", &machine)["executions"].as_array().unwrap().len(), 2);
    let told = server.ok("DescribeStateMachine", &machine);
    assert_eq!(told["revisionId"], Value::Null, "the same program makes no new revision: {told}");
}

#[test]
fn an_express_workflow_is_waited_for() {
    let server = Server::start(&folder("express"), &["--express", "doubled"]);
    let start =
        json!({ "stateMachineArn": format!("{OWN}:stateMachine:doubled"), "input": "[3,4]" });
    let told = server.ok("StartSyncExecution", &start);
    assert_eq!(
        (&told["status"], &told["output"]),
        (&json!("SUCCEEDED"), &json!("[6,8]")),
        "{told}"
    );
    let start = json!({ "stateMachineArn": format!("{OWN}:stateMachine:fulfil"), "input": "{}" });
    let (_, told) = server.call("StartSyncExecution", &start);
    assert_eq!(told["__type"], "StateMachineTypeNotSupported");
}

#[test]
fn the_console_knows_the_types_and_the_lines() {
    let server = Server::start(&folder("console"), &[]);
    let told = server.console("program?machine=fulfil");
    assert_eq!(told["input"]["properties"]["total"], json!({ "type": "number" }), "{told}");
    assert_eq!(told["input"]["required"], json!(["id", "total", "lines"]));
    let lines: Vec<_> = told["sources"].as_object().unwrap().values().collect();
    assert!(lines.iter().all(|it| it.as_str().unwrap().contains("main.rs:")), "{told}");
}

#[test]
fn mistakes_are_one_line_before_it_listens() {
    let folder = folder("mistakes");
    std::fs::write(folder.join("f.json"), r#"{ "charge": { "command": ["true"] } }"#).unwrap();
    for (words, code, text) in [
        (&["--express", "doubl"][..], 2, "there is no workflow `doubl`; did you mean `doubled`?"),
        (&["--express", "fulfil"], 1, "the workflow `fulfil` cannot be an EXPRESS machine: "),
        (&["--functions", "f.json"], 2, "`charge` is a task of this program: leave it out"),
    ] {
        let ended = shop(&folder).args(["serve", "--port", "0"]).args(words).output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).replace('\n', " ");
        assert_eq!(ended.status.code(), Some(code), "{said}");
        assert!(said.contains(text), "{words:?}: {said}");
    }
}

/// A python that has boto3: that of `WORKFLOW_PYTHON`, or the one on the path.
fn python() -> Option<String> {
    let python = std::env::var("WORKFLOW_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let asked = Command::new(&python).args(["-c", "import boto3"]).output();
    asked.is_ok_and(|asked| asked.status.success()).then_some(python)
}

#[test]
fn boto3_runs_a_workflow() {
    let Some(python) = python() else {
        return skipped("there is no python3 with boto3 (or WORKFLOW_PYTHON): `pip install boto3`");
    };
    let folder = folder("boto3");
    std::fs::write(folder.join("open"), "").unwrap();
    let server = Server::start(&folder, &["--store", "shop.db", "--express", "doubled"]);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/boto3_client.py");
    let ran = Command::new(&python).arg(&script).arg(server.url()).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    assert_eq!(out.lines().last(), Some("fine"), "{out}{err}");
}
