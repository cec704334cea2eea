//! Mistakes of those who call the program, and what it says of them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{fed, file, program, workflow};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;

fn definition(name: &str, states: &Value) -> String {
    let start = states.as_object().unwrap().keys().next().unwrap().clone();
    file(
        name,
        &json!({ "QueryLanguage": "JSONata", "StartAt": start, "States": states }).to_string(),
    )
}

fn task(next: Option<&str>) -> Value {
    let mut state = json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": { "FunctionName": "f" }
    });
    match next {
        Some(next) => state["Next"] = json!(next),
        None => state["End"] = json!(true),
    }
    state
}

#[test]
fn the_state_that_failed_is_named() {
    let states = json!({
        "Before": { "Type": "Pass", "Next": "Which" },
        "Which": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.a > 'x' %}", "Next": "End" }], "Default": "End" },
        "End": { "Type": "Succeed" }
    });
    let choice = definition("choice.asl.json", &states);
    workflow(&["run", &choice, "--input", r#"{"a":1}"#]).said(1, &["ended in  Which"]);
    let item = json!({ "StartAt": "Item", "States": { "Item": { "Type": "Pass", "Output": "{% 1 + 'x' %}", "End": true } } });
    let states =
        json!({ "All": { "Type": "Map", "Items": [1, 2], "ItemProcessor": item, "End": true } });
    let map = definition("item.asl.json", &states);
    workflow(&["run", &map]).said(1, &["in state  Item[", "ended in  All"]);
}

#[test]
fn a_failure_without_words_is_told() {
    let fail = json!({ "F": { "Type": "Fail" } });
    let alone = definition("wordless.asl.json", &fail);
    workflow(&["run", &alone]).said(1, &["Failed, without an error and a cause"]);
    let said = workflow(&["run", &alone, "--quiet"]);
    said.said(1, &["error: failed without an error and a cause"]);
    let map = json!({ "M": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "F", "States": fail } } });
    let map = definition("wordless-items.asl.json", &map);
    let input = file("wordless-items.json", "[5]");
    workflow(&["run", &map, "--input", &input])
        .said(1, &["failed in state F:\n    without an error and a cause"]);
}

#[test]
fn what_is_no_definition_is_not_drawn() {
    let other = file("other.json", r#"{ "hello": 1 }"#);
    workflow(&["graph", &other]).said(2, &["is no definition: it has no `States`"]);
    let states = json!({ "A": { "Type": "Pass", "Next": "Gone" } });
    let lost = definition("lost.asl.json", &states);
    let drawn = workflow(&["graph", &lost]);
    drawn.said(
        0,
        &["warning: the definition has mistakes", "Missing 'Next' target", "lost.asl.json:1:"],
    );
    assert!(drawn.out.starts_with("flowchart TD"), "{}", drawn.out);
}

#[test]
fn a_drawing_has_the_format_of_its_file_or_there_is_none() {
    let states = json!({ "A": { "Type": "Pass", "End": true } });
    let document = definition("one.asl.json", &states);
    let out = |ending: &str| file(&format!("one.{ending}"), "");
    for ending in ["png", "pdf", "svgz"] {
        let file = out(ending);
        workflow(&["graph", &document, "-o", &file]).said(2, &["`.svg`, `.mmd`", "--format"]);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "");
    }
    for (ending, begin) in
        [("svg", "<svg"), ("SVG", "<svg"), ("mmd", "flowchart"), ("gv", "digraph")]
    {
        let file = out(ending);
        workflow(&["graph", &document, "-o", &file]).said(0, &[]);
        assert!(std::fs::read_to_string(&file).unwrap().starts_with(begin), "{ending}");
    }
    workflow(&["graph", &document, "-o", &out("png"), "--format", "svg"]).said(0, &[]);
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_enough_is_no_error() {
    let states = json!({ "A": { "Type": "Pass", "End": true } });
    let document = definition("piped.asl.json", &states);
    for words in [&["graph", &document][..], &["run", &document], &["man"]] {
        let mut child = program();
        let mut child =
            child.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(ended.status.success() && !said.contains("error"), "{words:?}: {said}");
    }
}

#[test]
fn names_that_nobody_has_are_told() {
    let text = r#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "${Table}", "End": true } } }"#;
    let template = file("named.asl.json", text);
    workflow(&["validate", &template, "--substitute", "Tabel=x"])
        .said(0, &["nothing asks for `Tabel`", "did you mean `Table`?"]);
    let asked = workflow(&["validate", &template, "--substitute", "Table=x"]);
    asked.said(0, &[]);
    assert!(!asked.err.contains("nothing asks"), "{}", asked.err);
    workflow(&["replay", &template, "--recorded", "x", "--expect", "1"])
        .said(2, &["--to-test <FILE>"]);
    for url in ["not a url", "x", "http://", "://x", "https://a b"] {
        workflow(&["new", "never", "--git", url]).said(2, &["a URL is needed", "https://"]);
    }
    assert!(!Path::new("never").exists());
    workflow(&["--help"]).said(0, &["\n  man "]);
}

#[test]
fn mistakes_in_files_are_told_at_their_place() {
    let yaml = file(
        "twice.yaml",
        "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Type: Task\n    End: true\n",
    );
    let twice = workflow(&["validate", &yaml]);
    twice.said(1, &["the key `Type` is there twice in one object", "line 5"]);
    assert!(!twice.out.contains("DuplicateKeyPolicy"), "{}", twice.out);

    let cases = |name: &str, text: &str| file(name, text);
    let lost = cases(
        "lost.cases.yaml",
        "definition: none.asl.json\ncases:\n  - { name: x, succeeds: true }\n",
    );
    workflow(&["test", &lost])
        .said(2, &["line 1: `definition` names", "none.asl.json", "cannot be read"]);
    let document = definition("mocked.asl.json", &json!({ "A": task(None) }));
    let mocks = cases(
        "nomocks.cases.yaml",
        "cases:\n  - name: x\n    succeeds: true\n    mocks: none.json\n",
    );
    workflow(&["test", &mocks, &document]).said(2, &["line 4: `mocks` names", "none.json"]);
    let misspelt = cases(
        "misspelt.cases.yaml",
        "cases:\n  - name: x\n    succeeds: true\n    mocks: { A: [{ retruns: 1 }] }\n",
    );
    let said = workflow(&["test", &misspelt, &document]);
    said.said(2, &["there is no field `retruns`; did you mean `returns`?"]);
    assert_eq!(said.err.matches("line 4").count(), 1, "{}", said.err);
}

#[test]
fn a_case_may_expect_any_result() {
    let document = definition("any.asl.json", &json!({ "A": task(None) }));
    let run = |name: &str, text: &str| workflow(&["test", &file(name, text), &document]);
    let good = r#"[{ "name": "x", "succeeds": true, "mocks": { "A": [{ "returns": 5 }] } }]"#;
    run("any.json", good).said(0, &["1 passed"]);
    let bad = r#"[{ "name": "x", "succeeds": true, "mocks": { "A": [{ "fails": { "error": "Lost" } }] } }]"#;
    run("bad.json", bad).said(1, &["1 failed", "- succeeds", "+ fails with Lost"]);
    for (fields, why) in [
        (r#""succeeds": false"#, "`succeeds` is true"),
        (r#""succeeds": true, "result": 1"#, "leave out `succeeds`"),
        (r#""succeeds": true, "error": "E""#, "not both"),
        (r#""suceeds": true"#, "did you mean `succeeds`?"),
    ] {
        let text = format!(r#"[{{ "name": "x", {fields} }}]"#);
        run("wrong.json", &text).said(2, &[why]);
    }
}

#[test]
fn costs_say_what_is_lacking_and_what_stands_twice() {
    let states = json!({
        "A": task(Some("Again?")),
        "Again?": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input %}", "Next": "A" }], "Default": "End" },
        "End": { "Type": "Succeed" }
    });
    let turns = definition("turns.asl.json", &states);
    let cost =
        |words: &[&str]| workflow(&[&["cost", &turns, "--iterations", "A=3"][..], words].concat());
    cost(&["--iterations", "Again?=3"]).said(2, &["are in one loop"]);
    cost(&["--iterations", "A=4"]).said(2, &["given twice for `A`"]);
    cost(&["--duration", "f=1s"]).said(0, &["lack the memory (`--memory`) of `f`"]);
    cost(&["--memory", "f=128"]).said(0, &["lack the duration (`--duration`) of `f`"]);
    cost(&[]).said(0, &["lack memory and duration"]);
    let long = cost(&["--duration", "f=2min", "--memory", "f=128"]);
    long.said(0, &["it cannot run as EXPRESS: its tasks take"]);
    let told = cost(&["--duration", "f=2min", "--memory", "f=128", "--json"]).json();
    assert_eq!(told["month"]["sum"]["express"], Value::Null);
    assert_ne!(told["month"]["sum"]["standard"], Value::Null);
}

/// EXPRESS ends executions after five minutes: one that took longer has no price there.
#[test]
fn a_long_recorded_execution_is_not_priced_as_express() {
    let states = json!({ "W": { "Type": "Wait", "Seconds": "{% 290 %}", "End": true } });
    let document = definition("long.asl.json", &states);
    let history = |seconds: &str| {
        let details = json!({ "name": "W", "input": "{}" });
        let at = |id: u32, kind: &str, time: &str, name: &str| json!({ "id": id, "previousEventId": id - 1, "type": kind, "timestamp": time, name: details });
        let (began, ended) = ("2026-01-01T00:00:00Z", format!("2026-01-01T00:{seconds}Z"));
        let events = [
            at(1, "ExecutionStarted", began, "executionStartedEventDetails"),
            at(2, "WaitStateEntered", began, "stateEnteredEventDetails"),
            at(3, "WaitStateExited", &ended, "stateExitedEventDetails"),
            at(4, "ExecutionSucceeded", &ended, "executionSucceededEventDetails"),
        ];
        file(
            &format!("long.{}.json", seconds.replace(':', "-")),
            &json!({ "events": events }).to_string(),
        )
    };
    let cost =
        |history: &str| workflow(&["cost", &document, "--recorded", history, "--json"]).json();
    let (short, long) = (cost(&history("04:59")), cost(&history("05:01")));
    assert_ne!(short["month"]["sum"]["express"], Value::Null);
    assert_eq!(long["month"]["sum"]["express"], Value::Null);
    let why = long["notExpress"][0].as_str().unwrap();
    assert!(why.starts_with("a recorded execution took 301"), "{why}");
    workflow(&["cost", &document, "--recorded", &history("05:01")])
        .said(0, &["it cannot run as EXPRESS: a recorded execution took"]);
}

#[cfg(feature = "serve")]
#[test]
fn files_of_the_server_are_told_with_their_mistakes() {
    let serve = |option: &str, text: &str| {
        workflow(&["serve", "--port", "0", option, &file("server.json", text)])
    };
    for (text, why) in [
        (
            r#"{"charge":{"comand":["x"]}}"#,
            "`charge`: there is no field `comand`; did you mean `command`?",
        ),
        (r#"{"charge":{"command":"x"}}"#, "`command` of `charge` is a list"),
        (
            r#"{"charge":{"command":["x"],"seconds":"3"}}"#,
            "`seconds` of `charge` is a whole number",
        ),
        (r#"{"charge":{"url":"ftp://x"}}"#, "`charge`: `ftp://x` is no address"),
        (r#"{"charge":{}}"#, "needs one of `command` and `url`"),
        (r#"{"charge":5}"#, "`charge` is an object"),
        ("[]", "it is an object such as"),
        ("{", "it is not JSON"),
    ] {
        serve("--functions", text).said(2, &["holds no functions", why]);
    }
    let key = r#"{"AKID":{"secret":"a secret of 20 characters","role":"admin"}}"#;
    serve("--credentials", key).said(2, &["the role of `AKID` is `reader` or `operator`"]);
}

#[test]
fn standard_input_is_read_once() {
    let states = json!({ "A": { "Type": "Pass", "End": true } });
    let document = definition("fed.asl.json", &states);
    let text = std::fs::read_to_string(&document).unwrap();
    for words in [
        &["run", "-", "--input", "-"][..],
        &["test-state", &document, "A", "--input", "-", "--variables", "-"],
    ] {
        fed(words, &text).said(2, &["standard input is read once: only one argument may be `-`"]);
    }
    workflow(&["run", &document, "--input", ""])
        .said(2, &["`--input` is empty: give JSON, a file, or `-`"]);
    workflow(&["run", ""]).said(2, &["cannot read a file without a name"]);
}

#[test]
fn a_test_of_a_state_says_all_that_may_answer() {
    let document = definition("unanswered.asl.json", &json!({ "T": task(None) }));
    workflow(&["test-state", &document, "T"])
        .said(2, &["`--result JSON`, `--error NAME`, or a file given with `--mocks`"]);
}

#[test]
fn settings_that_cannot_be_read_are_not_blamed_on_aws() {
    let document = definition("set.asl.json", &json!({ "A": { "Type": "Pass", "End": true } }));
    let settings = file("set.yaml", "tgas: { a: b }\n");
    let ran = workflow(&["export", &document, "--format", "sam", "--settings", &settings]);
    ran.said(2, &["the settings cannot be deployed as they are", "set.yaml:1: unknown field"]);
    assert!(!ran.err.contains("AWS"), "{}", ran.err);
}
