//! Documents that AWS accepted, and documents that people published: what is not supported yet may be refused,
//! but nothing may be called wrong.
//!
//! They stand beside the project: below `../shared`, or below `WORKFLOW_SHARED`.

#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use std::path::{Path, PathBuf};

fn shared() -> PathBuf {
    std::env::var_os("WORKFLOW_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    )
}

/// The lines of a file, or of all files of a folder.
fn lines(path: &Path) -> Option<Vec<Value>> {
    let files = match std::fs::read_dir(path) {
        Ok(folder) => folder.map(|file| file.unwrap().path()).collect(),
        Err(_) => vec![path.to_owned()],
    };
    let texts = files.iter().map(std::fs::read_to_string).collect::<Result<Vec<_>, _>>().ok()?;
    Some(
        texts
            .iter()
            .flat_map(|text| text.lines())
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

/// Reads each definition; returns how many there are, and how many are supported.
fn check(cases: impl Iterator<Item = (String, Value)>) -> (usize, usize) {
    let (mut all, mut supported, mut wrong) = (0, 0, vec![]);
    for (name, definition) in cases {
        all += 1;
        match Definition::from_value(definition) {
            Ok(_) => supported += 1,
            Err(problems) => wrong.extend(
                problems
                    .iter()
                    .filter(|problem| problem.code != Code::Unsupported)
                    .map(|problem| format!("{name}: {problem}")),
            ),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    (all, supported)
}

#[test]
fn what_aws_accepted_is_not_called_wrong() {
    let Some(cases) = lines(&shared().join("conformance/cases")) else {
        println!(
            "SKIPPED: the recorded cases are not at ../shared/conformance (or below WORKFLOW_SHARED)"
        );
        return;
    };
    let executed = cases.into_iter().filter(|case| case["kind"] == "execution");
    let (all, supported) =
        check(executed.map(|case| (case["id"].to_string(), case["definition"].clone())));
    println!("{supported} of {all} recorded definitions are supported");
    assert!(all > 500 && supported > 80);
}

#[test]
fn what_people_published_is_not_called_wrong() {
    let Some(cases) = lines(&shared().join("definitions/aws-samples.jsonl")) else {
        println!(
            "SKIPPED: the published definitions are not at ../shared/definitions (or below WORKFLOW_SHARED)"
        );
        return;
    };
    // This one has `QueryLanguage` among its states.
    let mistaken = "shared-fallback-state-jsonata/";
    let right = |case: &Value| !case["source"].to_string().contains(mistaken);
    let (all, supported) = check(
        cases
            .into_iter()
            .filter(right)
            .map(|case| (case["source"].to_string(), case["definition"].clone())),
    );
    println!("{supported} of {all} published definitions are supported");
    assert!(all > 50);
}
