//! The binary `replay`: whatever the lines are, each is answered by one line, and the next one is read.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

fn answers(lines: &[&str]) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_replay"));
    let mut replay = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    replay.stdin.take().unwrap().write_all(lines.join("\n").as_bytes()).unwrap();
    let output = replay.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_that_cannot_be_replayed_is_answered_and_the_next_one_is_read() {
    let deep = format!("{{\"id\":{}1{}}}", "[".repeat(500), "]".repeat(500));
    let good = json!({
        "id": "good",
        "kind": "execution",
        "definition": { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } },
        "input": { "a": 1 },
    });
    let (good, good_text) = (&good, good.to_string());
    let with = |key: &str, value: Value| {
        let mut case = good.clone();
        (case["id"], case[key]) = (json!(key), value);
        case.to_string()
    };
    let (kind, clock) = (with("kind", json!("zoo")), with("clock", json!("noon")));
    let (masks, script) = (with("masks", json!(7)), with("task_script", json!([7])));
    let definition = with("definition", json!("{"));
    let lines = ["nonsense", "[1]", "{\"id\":\"x\"", &deep, "", &kind, &clock, &masks, &script];
    let lines = [&lines[..], &[&definition, "\u{FEFF}", &good_text]].concat();
    let answers = answers(&lines);
    // An empty line is none.
    assert_eq!(answers.len(), lines.len() - 1);
    let (last, wrong) = answers.split_last().unwrap();
    for answer in wrong {
        let failed = [&answer["error"], &answer["exception"]["code"]];
        assert!(failed.contains(&&json!("Replay.Failed")), "{answer}");
    }
    let ids: Vec<_> = wrong.iter().filter_map(|answer| answer["id"].as_str()).collect();
    assert_eq!(ids, ["kind", "clock", "masks", "task_script", "definition"]);
    assert_eq!((&last["status"], &last["output"]), (&json!("SUCCEEDED"), &json!({ "a": 1 })));
    assert_eq!(last["events"].as_array().unwrap().len(), 4);
}
