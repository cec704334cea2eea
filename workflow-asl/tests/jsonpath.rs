//! Paths against Jayway's JsonPath: what it answered to 391 paths.
//!
//! The answers stand beside the project: `../shared/reference/jsonpath`, or where `WORKFLOW_JSONPATH` says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;
use workflow_asl::jsonpath::{Path, Reason, Scope};

/// Where we differ from Jayway, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    ("store.book", "the States Language has no path that does not begin with $"),
    ("@.store", "the States Language has no path that does not begin with $"),
    ("$store", "a variable of the States Language"),
    ("$['Test\\\"\"Name\"']", "AWS keeps a backslash before a double quote (reported in public)"),
    ("$.store.book[", "Jayway overlooks a bracket at the end; it is refused"),
];

fn file(name: &str) -> Option<String> {
    let folder = std::env::var_os("WORKFLOW_JSONPATH").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference/jsonpath"),
        PathBuf::from,
    );
    std::fs::read_to_string(folder.join(name)).ok()
}

/// What we answer, in the words of the file: kind, whether definite, value.
fn answer(path: &str, document: &Value) -> (&'static str, Option<bool>, Value) {
    let Ok(path) = Path::parse(path) else { return ("invalid", None, Value::Null) };
    let definite = Some(path.is_definite());
    match path.eval(&Scope::new(document)) {
        Ok(value) => ("val", definite, value.into_owned()),
        Err(failure) if failure.is_missing() => ("notfound", definite, Value::Null),
        Err(failure) => {
            assert!(matches!(failure.reason, Reason::Evaluation(_)), "{failure}");
            ("error", definite, Value::Null)
        }
    }
}

#[test]
fn paths_are_those_of_jayway() {
    let (Some(documents), Some(cases)) = (file("documents.json"), file("jayway.jsonl")) else {
        println!("skipped: no answers of Jayway beside the project");
        return;
    };
    let mut documents: Vec<Value> = serde_json::from_str(&documents).unwrap();
    let cases: Vec<Value> = cases.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let place = |case: &Value| usize::try_from(case["document"].as_u64().unwrap()).unwrap();
    // The documents are written with sorted keys; what Jayway read had those of its answer to `$`.
    for case in cases.iter().filter(|case| case["path"] == "$") {
        documents[place(case)] = case["v"].clone();
    }
    let mut known = BTreeSet::new();
    let (mut right, mut wrong) = (0, vec![]);
    for case in &cases {
        let path = case["path"].as_str().unwrap();
        let document = &documents[place(case)];
        let expected = (case["k"].as_str().unwrap(), case["definite"].as_bool(), &case["v"]);
        let (kind, definite, value) = answer(path, document);
        if (kind, definite, &value) == expected {
            right += 1;
        } else if let Some((path, reason)) = DIFFERENCES.iter().find(|(known, _)| *known == path) {
            println!("{path}: {reason}");
            known.insert(*path);
        } else {
            wrong.push(format!("{path}: {kind} {definite:?} {value}, expected {expected:?}"));
        }
    }
    println!("{right} as Jayway, {} different on purpose, {} wrong", known.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(known.len(), DIFFERENCES.len(), "differences that are none: remove them");
}
