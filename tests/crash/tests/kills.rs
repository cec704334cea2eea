//! A few kills, and the faults made on purpose, which must be seen: `cargo run --release --bin crash` has more.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::Value;
use std::process::Command;

/// Runs the program, and returns its report and its exit code.
fn crash(arguments: &[&str]) -> (Value, Option<i32>) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_crash"));
    let output = program.args(arguments).arg("--json").output().unwrap();
    let report = serde_json::from_slice(&output.stdout);
    let report = report.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    (report, output.status.code())
}

#[test]
fn the_laws_hold_over_a_few_kills() {
    let (report, code) = crash(&["--kills", "6", "--open", "60", "--seed", "2"]);
    assert_eq!((&report["faults"], code), (&Value::Array(vec![]), Some(0)));
    assert_eq!(report["kills"], 6);
    let hits = &report["hits"];
    assert!(hits["task"].as_u64() > Some(0) && hits["commit"].as_u64() > Some(0), "{hits}");
}

#[test]
fn faults_made_on_purpose_are_seen() {
    for (fault, kills, says) in [
        ("early", "12", "acknowledged"),
        ("group", "12", "acknowledged"),
        ("keys", "6", " has the keys "),
    ] {
        let mut told = vec![];
        // A real process is killed at other instants each time: the store may even be too broken to be opened again.
        let seen = ["1", "2", "3", "4"].into_iter().any(|seed| {
            let words = ["--kills", kills, "--open", "60", "--blind", fault, "--seed", seed];
            let (report, code) = crash(&words);
            let faults = report["faults"].as_array().unwrap();
            let seen = faults.iter().any(|it| it.as_str().unwrap().contains(says));
            told.push(report["faults"].clone());
            seen && code == Some(1)
        });
        assert!(seen, "{fault}: {told:?}");
    }
}

/// The page has what the report has: `docs/crash.md` is made so.
#[test]
fn the_report_is_a_page() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_crash"));
    let output = program.args(["--kills", "2", "--open", "30", "--markdown"]).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{page}");
    for part in
        ["# A process that is killed\n", "2 kills, each with up to 30", "**All laws hold.**"]
    {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert_eq!(page.lines().filter(|line| line.starts_with("| ")).count(), 1 + 11, "{page}");
}

#[test]
fn words_that_it_does_not_know_are_refused() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_crash"));
    let output = program.arg("--kill").output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.starts_with("error: there is no option `--kill`"), "{error}");
    assert_eq!(output.status.code(), Some(2));
}
