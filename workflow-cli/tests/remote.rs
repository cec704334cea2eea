//! Commands about executions of a server, from end to end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", feature = "aws", unix))]

mod common;

use common::server::Server;
use common::{Ran, workflow};
use serde_json::{Value, json};

/// Calls the command with the address of the server behind its words.
fn at(server: &Server, words: &[&str]) -> Ran {
    workflow(&[words, &["--endpoint", &server.url()]].concat())
}

fn machine(server: &Server, name: &str, states: &Value) {
    let first = states.as_object().unwrap().keys().next().unwrap();
    let definition = json!({ "StartAt": first, "States": states }).to_string();
    let made = json!({ "name": name, "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r" });
    let (status, told) = server.call("CreateStateMachine", &made);
    assert_eq!(status, 200, "{told}");
}

/// A server with orders: of two the card is declined, one waits.
fn shop() -> Server {
    let server = Server::start(&[]);
    let rule = json!({ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Decline" });
    let order = json!({
        "Check": { "Type": "Choice", "Choices": [rule], "Default": "Pack" },
        "Decline": { "Type": "Fail", "Error": "Declined", "Cause": "too much" },
        "Pack": { "Type": "Pass", "Result": "parcel", "End": true },
    });
    machine(&server, "order", &order);
    machine(&server, "wait", &json!({ "Rest": { "Type": "Wait", "Seconds": 600, "End": true } }));
    server
}

#[test]
fn executions_are_started_listed_and_shown() {
    let server = shop();
    let start = |words: &[&str]| at(&server, &[&["start", "order"], words].concat());
    let started = start(&["--input", "{\"total\": 7}", "--name", "small"]);
    started.said(0, &["arn:aws:states:us-east-1:123456789012:execution:order:small"]);
    let waited = start(&["--input", "{\"total\": 8}", "--wait"]);
    assert_eq!((waited.code, &*waited.out), (0, "\"parcel\"\n"));
    let declined = start(&["--input", "{\"total\": 900}", "--name", "large", "--wait"]);
    declined.said(1, &["large: FAILED: Declined: too much"]);
    at(&server, &["executions", "order"]).said(0, &["small  ", "  order  ", "SUCCEEDED", "FAILED"]);
    let failed = at(&server, &["executions", "--failed", "--json"]).json();
    assert_eq!(failed["executions"].as_array().map(Vec::len), Some(1), "{failed}");
    assert_eq!(failed["executions"][0]["name"], "large");
    let limited = at(&server, &["executions", "--limit", "2", "--json"]).json();
    assert_eq!(limited["executions"].as_array().map(Vec::len), Some(2), "{limited}");
    at(&server, &["executions", "--status", "running"]).said(0, &["no executions"]);
    let count = |times: &[&str]| {
        let listed = at(&server, &[&["executions", "--json"], times].concat()).json();
        listed["executions"].as_array().map(Vec::len)
    };
    assert_eq!(count(&["--since", "1h", "--until", "0s"]), Some(3));
    assert_eq!(count(&["--until", "1h"]), Some(0));
    assert_eq!(count(&["--since", "2100-01-01"]), Some(0));
    assert_eq!(count(&["--since", "1h", "--failed"]), Some(1));
    at(&server, &["executions", "--since", "soon"]).said(2, &["`90m`, `2h`, `7d`"]);
    let counted = ["executions", "--failed", "--by", "error", "--until", "1h", "--json"];
    assert_eq!(at(&server, &counted).json()["groups"], json!([]));
    let shown = at(&server, &["history", "lar"]);
    shown.said(0, &["order, large", "FailStateEntered  Decline", "FAILED  Declined"]);
    assert!(shown.out.lines().all(|line| line.chars().count() <= 80), "{}", shown.out);
    let events = at(&server, &["history", "large", "--json"]).json();
    assert_eq!(events["events"][0]["executionStartedEventDetails"]["input"], "{\"total\": 900}");
}

#[test]
fn a_server_that_does_not_run_is_told_of_with_what_starts_it() {
    let address = ["--endpoint", "http://127.0.0.1:1"];
    for words in [vec!["executions"], vec!["start", "order"], vec!["history", "one"]] {
        workflow(&[&words[..], &address].concat())
            .said(1, &["http://127.0.0.1:1: Connection refused", "Start `workflow serve`"]);
    }
}

/// Names that are made up leave room for the status, which is what the list is read for.
#[test]
fn a_list_of_80_columns_has_whole_statuses() {
    let server = Server::start(&[]);
    let name = "a-machine-with-a-long-name";
    machine(&server, name, &json!({ "S": { "Type": "Succeed" } }));
    at(&server, &["start", name, "--wait"]).said(0, &["{}"]);
    let listed = at(&server, &["executions"]);
    listed.said(0, &["a-machine-with…  ", "  SUCCEEDED\n"]);
    assert!(listed.out.lines().all(|line| line.chars().count() <= 80), "{}", listed.out);
}

/// Nobody can ask for the end of one later.
#[test]
fn express_executions_are_waited_for_as_they_run() {
    let server = Server::start(&[]);
    let express = |name: &str, state: Value| {
        let definition = json!({ "StartAt": "S", "States": { "S": state } }).to_string();
        let made = json!({ "name": name, "type": "EXPRESS", "definition": definition, "publish": true, "roleArn": "arn:aws:iam::123456789012:role/r" });
        let (status, told) = server.call("CreateStateMachine", &made);
        assert_eq!(status, 200, "{told}");
        told["stateMachineVersionArn"].as_str().unwrap().to_owned()
    };
    let version = express("quick", json!({ "Type": "Pass", "End": true }));
    express("bad", json!({ "Type": "Fail", "Error": "Bad", "Cause": "so bad" }));
    let start = |words: &[&str]| at(&server, &[&["start"], words].concat());
    for machine in ["quick", &version] {
        let ran = start(&[machine, "--input", "[7]", "--wait"]);
        assert_eq!((ran.code, &*ran.out), (0, "[7]\n"), "{}", ran.err);
    }
    let told = start(&["quick", "--name", "one", "--wait", "--json"]).json();
    assert_eq!((&told["name"], &told["status"]), (&json!("one"), &json!("SUCCEEDED")));
    start(&["bad", "--name", "two", "--wait"]).said(1, &["two: FAILED: Bad: so bad"]);
    start(&["quick"]).said(0, &[":express:quick:"]);
    at(&server, &["executions", "quick"])
        .said(2, &["`quick` is an EXPRESS state machine", "start quick --wait"]);
    at(&server, &["executions"]).said(0, &["no executions"]);
}

#[test]
fn executions_are_stopped_and_redriven() {
    let server = shop();
    at(&server, &["start", "wait", "--name", "one"]).said(0, &["execution:wait:one"]);
    let redriven = at(&server, &["redrive", "one"]);
    redriven.said(1, &["ExecutionNotRedrivable", "RUNNING"]);
    let stop = ["stop", "one", "--error", "Enough", "--cause", "seen enough"];
    at(&server, &stop).said(0, &["execution:wait:one has ended"]);
    at(&server, &["history", "one"]).said(0, &["ExecutionAborted  Enough", "ABORTED  Enough"]);
    let redriven = at(&server, &["redrive", "one", "--json"]).json();
    assert!(redriven["redriveDate"].as_f64() > Some(1.7e9), "{redriven}");
    at(&server, &["executions", "wait"]).said(0, &["RUNNING"]);
}

#[test]
fn failures_are_counted_by_what_they_have_in_common() {
    let server = shop();
    for name in ["a", "b"] {
        let start = ["start", "order", "--input", "{\"total\": 900}", "--name", name, "--wait"];
        at(&server, &start).said(1, &["Declined"]);
    }
    at(&server, &["start", "wait", "--name", "c"]).said(0, &[]);
    at(&server, &["stop", "c", "--error", "Enough"]).said(0, &[]);
    let counted = at(&server, &["executions", "--failed", "--by", "state"]);
    counted.said(0, &["     2  Decline  Declined  ", "     1  Rest     Enough    "]);
    let json = at(&server, &["executions", "--failed", "--by", "workflow", "--json"]).json();
    let groups = json["groups"].as_array().unwrap();
    let told: Vec<_> = groups.iter().map(|it| (&it["place"], &it["count"])).collect();
    assert_eq!(told, [(&json!("order"), &json!(2)), (&json!("wait"), &json!(1))]);
    assert_eq!(json["whole"], true);
    let one = at(&server, &["executions", "--failed", "--by", "error", "--limit", "1"]);
    one.said(0, &["the latest 1 failures were looked at"]);
    at(&server, &["executions", "--by", "state"]).said(2, &["--failed"]);
}

/// The state of another branch was entered after the one that failed.
#[test]
fn a_failure_is_counted_for_its_own_branch() {
    let server = shop();
    let arguments = json!({ "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/q", "MessageBody": "m" });
    let send = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": arguments, "End": true });
    let branches = json!([
        { "StartAt": "Send", "States": { "Send": send } },
        { "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": 600, "End": true } } },
    ]);
    machine(
        &server,
        "both",
        &json!({ "Both": { "Type": "Parallel", "Branches": branches, "End": true } }),
    );
    at(&server, &["start", "both", "--wait"]).said(1, &["States.Runtime"]);
    let counted = at(&server, &["executions", "--failed", "--by", "state"]);
    counted.said(0, &["     1  Send  States.Runtime  "]);
}

#[test]
fn mistakes_are_told_in_one_line() {
    let server = shop();
    for (words, code, text) in [
        (&["start", "ordr"][..], 2, "has no state machine `ordr`; did you mean `order`?"),
        (&["start", "order", "--input", "{"], 2, "is not JSON"),
        (&["history", "none"], 2, "has no execution `none`"),
        (&["executions", "--status", "lost"], 2, "possible values: RUNNING, SUCCEEDED"),
        (&["executions", "--limit", "0"], 2, "a whole number from 1 on is needed"),
        (
            &["stop", "arn:aws:states:us-east-1:123456789012:execution:order:none"],
            1,
            "ExecutionDoesNotExist: Execution Does Not Exist",
        ),
    ] {
        at(&server, words).said(code, &[text]);
    }
    let nobody = workflow(&["executions", "--endpoint", "http://127.0.0.1:1"]);
    nobody.said(1, &["http://127.0.0.1:1: "]);
    workflow(&["executions", "--endpoint", "localhost"])
        .said(2, &["--endpoint: `localhost` is no"]);
}
