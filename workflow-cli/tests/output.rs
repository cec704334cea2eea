//! Results that cannot be written, signals, words of the command line, and what a terminal is told.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{Ran, file, program, workflow};
use serde_json::{Value, json};
use std::fs;

const PASS: &str = r#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }"#;

#[cfg(unix)]
#[test]
fn output_that_cannot_be_written_ends_with_1() {
    use std::fs::OpenOptions;
    use std::process::Stdio;
    let document = file("pass.asl.json", PASS);
    let full = || OpenOptions::new().write(true).open("/dev/full").ok();
    // A file that is open for reading only, and a pipe that nobody reads.
    let read_only = || fs::File::open("/dev/null").unwrap();
    for words in [
        &["run", &document][..],
        &["run", &document, "--quiet"],
        &["run", &document, "--mocks-template"],
        &["validate", &document],
        &["graph", &document],
        &["test-state", &document, "A"],
        &["--help"],
        &["--version"],
    ] {
        let outputs = [full().map(Stdio::from), Some(read_only().into())];
        for stdout in outputs.into_iter().flatten() {
            let mut child = program();
            child.args(words).stdout(stdout).stderr(Stdio::piped());
            let ended = child.spawn().unwrap().wait_with_output().unwrap();
            let err = String::from_utf8(ended.stderr).unwrap();
            assert_eq!(ended.status.code(), Some(1), "{words:?}: {err}");
            assert!(err.contains("error: cannot write to standard output: "), "{err}");
        }
    }
    if full().is_some() {
        let ran =
            workflow(&["run", &document, "--history", "/dev/full", "--input", "[7]", "--quiet"]);
        assert_eq!(ran.json(), json!([7]));
        ran.said(1, &["error: cannot write /dev/full"]);
    }
}

#[test]
fn a_history_overwrites_nothing_that_is_read() {
    let document = file("kept.asl.json", PASS);
    let input = file("kept.json", "{}");
    let mocks = file("kept.mocks.json", r#"{ "*": [{ "returns": 1 }] }"#);
    let all = ["run", &document, "--input", &input, "--mocks", &mocks, "--history"];
    for (history, what) in [(&document, "definition"), (&input, "input"), (&mocks, "mocks")] {
        let text = format!("--history would overwrite the {what}");
        workflow(&[&all[..], &[history]].concat()).said(2, &[&text]);
    }
    workflow(&[&all[..], &["gone/history.json"]].concat())
        .said(2, &["--history: there is no folder gone"]);
    assert_eq!(fs::read_to_string(document).unwrap(), PASS);
}

#[cfg(unix)]
#[test]
fn a_history_is_written_when_a_signal_ends_it() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};
    let wait =
        r#"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 600, "End": true } } }"#;
    let document = file("long.asl.json", wait);
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let history = file(&format!("long.{signal}.json"), "");
        let mut child = program()
            .args(["run", &document, "--real-time", "--history", &history])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("waits")));
        let id = child.id().to_string();
        assert!(
            Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap().success()
        );
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(code));
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(err, format!("error: stopped by SIG{signal}\n"));
        let events: Value = serde_json::from_str(&fs::read_to_string(&history).unwrap()).unwrap();
        assert_eq!(events["events"][1]["type"], "WaitStateEntered");
    }
}

#[cfg(unix)]
#[test]
fn a_signal_that_comes_late_does_not_deny_the_history() {
    use std::process::{Command, Stdio};
    use std::thread::sleep;
    use std::time::Duration;
    // More than a pipe takes: the program waits for somebody to read its result.
    let long = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Output": "{% $pad('', 200000, '-') %}", "End": true } } });
    let document = file("late.asl.json", &long.to_string());
    let history = file("late.history.json", "");
    let mut child = program()
        .args(["run", &document, "--quiet", "--history", &history])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while serde_json::from_str::<Value>(&fs::read_to_string(&history).unwrap()).is_err() {
        sleep(Duration::from_millis(5));
    }
    sleep(Duration::from_millis(100));
    let id = child.id().to_string();
    while child.try_wait().unwrap().is_none() {
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        sleep(Duration::from_millis(200));
    }
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(130));
    let err = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(err, "error: stopped by SIGINT after the history was written\n");
}

#[test]
fn results_of_any_depth_are_printed() {
    // Deeper than what the readers of JSON take.
    let deep = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Output": "{% $reduce([1..60], function($a, $b) { [[$a]] }, 1) %}", "End": true } } });
    let document = file("deep.asl.json", &deep.to_string());
    let quiet = workflow(&["run", &document, "--quiet"]);
    let shown = workflow(&["run", &document]);
    if quiet.code == 0 {
        let (_, result) = shown.out.split_once("Result\n").unwrap();
        let (result, _) = result.split_once("\nPath\n").unwrap();
        let plain = result.split_whitespace().collect::<String>();
        assert_eq!(plain, quiet.out.trim());
    }
    // A limit of data may end it sooner: it says so, then.
    assert!(!shown.out.contains("null"), "{}", shown.out);
}

#[test]
fn what_acts_on_a_terminal_is_shown() {
    let fail = json!({ "StartAt": "\u{1b}[31mA", "States": { "\u{1b}[31mA": {
        "Type": "Fail", "Error": "E\u{1b}[2J", "Cause": "first\u{9b}1m\r\nsecond\u{202e}" } } });
    let document = file("acts.asl.json", &fail.to_string());
    let told = |ran: &Ran| {
        let all = format!("{}{}", ran.out, ran.err);
        assert!(!all.contains(|c: char| c.is_control() && c != '\n'), "{all:?}");
        assert!(!all.contains('\u{202e}'));
    };
    let ran = workflow(&["run", &document]);
    ran.said(
        1,
        &["Failed: E\\u001b[2J\n  first\\u009b1m\\u000d\n  second\\u202e\n", "\\u001b[31mA"],
    );
    told(&ran);
    let ran = workflow(&["run", &document, "--quiet"]);
    ran.said(1, &["error: E\\u001b[2J: first"]);
    told(&ran);
    told(&workflow(&["graph", &document]));
    told(&workflow(&["run", "\u{1b}[2J.json"]));
    told(&workflow(&["\u{1b}[2J"]));
}

#[test]
fn a_failure_without_a_cause_has_no_empty_line() {
    let fail = r#"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "Lost" } } }"#;
    let document = file("lost.asl.json", fail);
    workflow(&["run", &document]).said(1, &["\nFailed: Lost\n  ended in  A\n"]);
    workflow(&["run", &document, "--quiet"]).said(1, &["error: Lost\n"]);
}

#[test]
fn a_failed_item_is_named() {
    let map = json!({ "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Look", "States": {
            "Look": { "Type": "Pass", "Next": "Work" },
            "Work": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "work" }, "End": true } } } } } });
    let document = file("each.asl.json", &map.to_string());
    let mocks = r#"{ "work": [{ "returns": 1 }, { "fails": { "error": "BadRow", "cause": "no name" } }, { "returns": 1 }] }"#;
    let mocks = file("each.json", mocks);
    let ran = workflow(&["run", &document, "--input", r#"["a", "b", "c"]"#, "--mocks", &mocks]);
    let expected = [
        "Failed: States.ExceedToleratedFailureThreshold",
        "item 1 (\"b\") failed in state Work:\n    BadRow: no name\n",
    ];
    ran.said(1, &expected);
    let words = ["run", &document, "--input", r#"["a", "b", "c"]"#, "--mocks", &mocks, "--json"];
    let told = workflow(&words).json();
    let item =
        json!({ "index": 1, "input": "b", "state": "Work", "error": "BadRow", "cause": "no name" });
    assert_eq!(told["failedItems"], json!([item]), "{told}");
}

#[test]
fn failures_come_with_help() {
    let machine = |state: Value| json!({ "QueryLanguage": "JSONata", "StartAt": "S", "States": { "S": state, "E": { "Type": "Succeed" } } });
    let pass = json!({ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } });
    for (name, state, help) in [
        (
            "no-list",
            json!({ "Type": "Map", "Items": "{% $states.input.n %}", "ItemProcessor": pass, "Next": "E" }),
            "help: an expression with `[]` at its end is an array",
        ),
        (
            "no-default",
            json!({ "Type": "Choice", "Choices": [{ "Condition": "{% false %}", "Next": "E" }] }),
            "warning: line 1: This Choice has no `Default`",
        ),
    ] {
        let document = file(&format!("{name}.asl.json"), &machine(state).to_string());
        workflow(&["run", &document, "--input", r#"{ "n": 1 }"#]).said(1, &[help]);
    }
}

#[test]
fn words_are_read_as_everywhere() {
    let document = file("words.asl.json", PASS);
    let version = concat!("workflow ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(workflow(&["--version"]).out, version);
    assert_eq!(workflow(&["run", "-V"]).out, version);
    assert_eq!(workflow(&["run", "--quiet", "--", &document]).json(), json!({}));
    workflow(&["run", "--", &document, "--quiet"])
        .said(2, &["unexpected argument '--quiet' found"]);
    workflow(&["run", "--", "--help"]).said(2, &["cannot read --help"]);
    workflow(&["run", &document, "-q"])
        .said(2, &["unexpected argument '-q' found", "Usage: workflow run"]);
    let usage = workflow(&["run", &document, "-q"]).err;
    assert!(usage.lines().all(|line| line.chars().count() <= 80), "{usage}");
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    for words in
        [&[&b"run"[..], b"caf\xe9.json"][..], &[b"\xff"], &[b"run", b"a", b"--input", b"\xff"]]
    {
        let ended = program().args(words.iter().map(|it| OsStr::from_bytes(it))).output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{err}");
        assert!(err.starts_with(&format!("error: argument {} is not UTF-8", words.len())), "{err}");
    }
}

/// Letters that take two columns are counted as two.
#[test]
fn wide_letters_keep_to_the_width_of_a_terminal() {
    use unicode_width::UnicodeWidthStr;
    let name = "注文を確認してから支払いを処理する".to_owned();
    let wait =
        json!({ "Type": "Wait", "Seconds": 5, "Next": "返金 👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍" });
    let cause = "カードの残高が不足しています。別の支払い方法をお試しください。".repeat(3);
    let end = json!({ "Type": "Fail", "Error": "残高不足", "Cause": cause });
    let processor = json!({ "StartAt": name, "States": { &name: wait, "返金 👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍": end } });
    let each = json!({ "Type": "Map", "ItemProcessor": processor, "End": true });
    let document = json!({ "StartAt": "全部", "States": { "全部": each } });
    let document = file("wide.asl.json", &document.to_string());
    let ran = workflow(&["run", &document, "--input", "[1]"]);
    ran.said(1, &["残高不足", "注文を"]);
    let wide: Vec<_> = ran.out.lines().filter(|line| line.width() > 80).collect();
    assert_eq!(wide, Vec::<&str>::new());
    let column = |line: &&str| line.find("5.00 s").map(|at| line[..at].width());
    let columns: Vec<_> = ran.out.lines().filter_map(|line| column(&line)).collect();
    assert!(columns.contains(&38), "{columns:?} {}", ran.out);
}
