//! AWS's answers against those given here: validations, refused definitions, variable references.
//!
//! The recorded cases stand beside the project: in `../shared/conformance/cases`, or where
//! `WORKFLOW_CONFORMANCE` says.

#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use serde_json::json;
use std::path::PathBuf;

fn cases() -> Option<Vec<Value>> {
    let folder = std::env::var_os("WORKFLOW_CONFORMANCE").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/cases"),
        PathBuf::from,
    );
    let Ok(files) = std::fs::read_dir(folder) else {
        println!(
            "SKIPPED: the recorded cases are not there (../shared/conformance/cases, or WORKFLOW_CONFORMANCE)"
        );
        return None;
    };
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    Some(lines.map(|line| serde_json::from_str(&line).unwrap()).collect())
}

fn options(case: &Value) -> Options {
    let express = case["type"] == "EXPRESS";
    Options {
        machine_type: if express { MachineType::Express } else { MachineType::Standard },
        severity: match case["params"]["severity"].as_str() {
            Some("WARNING") => Severity::Warning,
            _ => Severity::Error,
        },
        max_results: case["params"]["maxResults"].as_u64().unwrap_or_default() as usize,
    }
}

fn validated(definition: &Value, options: &Options) -> Report {
    match definition {
        Value::String(text) => validate(text, options),
        value => validate_value(value, options),
    }
}

/// A diagnostic as recorded; without one of ours.
fn shape(report: &Report) -> Vec<Value> {
    let theirs = report.diagnostics.iter().filter(|found| !found.code.is_ours());
    theirs
        .map(|found| {
            let mut shape = json!({
                "code": found.code.name(), "severity": found.severity.to_string(), "message": found.message,
            });
            if let Some(location) = &found.location {
                shape["location"] = json!(location);
            }
            shape
        })
        .collect()
}

/// Returns what differs from the recorded answer, but in the words.
fn difference(case: &Value) -> Option<String> {
    let definition = case.get("definition").unwrap_or(&case["definition_text"]);
    let report = validated(definition, &options(case));
    let expected = &case["expected"];
    let result = if report.is_ok() { "OK" } else { "FAIL" };
    let wordless = |found: &[Value]| {
        let mut found = found.to_vec();
        found.iter_mut().for_each(|it| it["message"] = json!(""));
        found
    };
    let same = match expected.get("exception") {
        // The message has code, text and location of each.
        Some(exception) => {
            let known = exception["message"].as_str().unwrap();
            let ours = report.refusal().unwrap_or_default();
            places(known) == places(&ours)
        }
        None => {
            let known = expected["diagnostics"].as_array().unwrap();
            wordless(known) == wordless(&shape(&report))
        }
    };
    let fits = same && expected["result"] == result;
    (!fits).then(|| format!("{}\nexpected {expected}\n     got {:?}", case["id"], shape(&report)))
}

/// The codes and locations of a message of `CreateStateMachine`.
fn places(message: &str) -> (String, String) {
    let inner =
        message.trim_start_matches("Invalid State Machine Definition: '").trim_end_matches('\'');
    let code = inner.split(':').next().unwrap_or_default();
    let location = inner.rsplit(" at ").next().unwrap_or_default();
    (code.to_owned(), location.to_owned())
}

fn same_words(case: &Value) -> bool {
    let definition = case.get("definition").unwrap_or(&case["definition_text"]);
    let report = validated(definition, &options(case));
    match case["expected"].get("exception") {
        Some(exception) => {
            let words = |text: &str| text.trim_end_matches('\'').to_owned();
            words(exception["message"].as_str().unwrap())
                == words(&report.refusal().unwrap_or_default())
        }
        None => case["expected"]["diagnostics"].as_array().unwrap() == &shape(&report),
    }
}

#[test]
fn validations_are_as_recorded() {
    let Some(cases) = cases() else { return };
    let cases: Vec<_> = cases.iter().filter(|case| case["kind"] == "validation").collect();
    let different: Vec<_> = cases.iter().filter_map(|case| difference(case)).collect();
    let words = cases.iter().filter(|case| same_words(case)).count();
    println!(
        "{} validations: {} differ; of {words} the words are equal, too",
        cases.len(),
        different.len()
    );
    for case in cases.iter().filter(|case| !same_words(case)) {
        let definition = case.get("definition").unwrap_or(&case["definition_text"]);
        println!(
            "other words: {}\n  {:?}",
            case["expected"],
            validated(definition, &options(case)).refusal()
        );
    }
    assert!(!cases.is_empty() && different.is_empty(), "{different:#?}");
}

#[test]
fn what_aws_accepted_is_accepted() {
    let Some(cases) = cases() else { return };
    let mut wrong = vec![];
    let mut count = 0;
    for case in cases.iter().filter(|case| case["kind"] == "execution") {
        count += 1;
        let report = validated(&case["definition"], &options(case));
        if !report.is_ok() {
            wrong.push(format!("{}: {:?}", case["id"], report.refusal()));
        }
        if let Err(problems) = Definition::from_value(case["definition"].clone()) {
            wrong.push(format!("{}: {problems:?}", case["id"]));
        }
    }
    println!("{count} definitions that AWS accepted");
    assert!(count > 100 && wrong.is_empty(), "{wrong:#?}");
}

/// In the order of the steps: what was created, and what was said of it.
#[test]
fn api_answers_are_as_recorded() {
    let Some(cases) = cases() else { return };
    let (mut refused, mut references, mut wrong) = (0, 0, vec![]);
    for case in cases.iter().filter(|case| case["kind"] == "api") {
        let mut created = None;
        for step in case["steps"].as_array().unwrap() {
            let text = step["params"]["definition"].as_str();
            if let Some(text) = text {
                created = Definition::from_json(text).ok();
            }
            let exception = &step["expect"]["exception"];
            if let (Some(text), "InvalidDefinition") =
                (text, exception["code"].as_str().unwrap_or_default())
            {
                refused += 1;
                let ours =
                    validate(text, &options(&json!({ "type": step["params"]["type"] }))).refusal();
                if places(exception["message"].as_str().unwrap())
                    != places(&ours.clone().unwrap_or_default())
                {
                    wrong.push(format!("{}: {exception} {ours:?}", case["id"]));
                }
            }
            let answer = &step["expect"]["response"];
            if let (Some(definition), true) = (&created, answer["definition"].is_object()) {
                let known = answer.get("variableReferences").cloned().unwrap_or(json!({}));
                references += 1;
                let ours = json!(definition.variable_references());
                // A mask of the recording may have changed what was created.
                if known != ours && definition.as_value() == &answer["definition"] {
                    wrong.push(format!("{}: {known} {ours}", case["id"]));
                }
            }
        }
    }
    println!("{refused} definitions refused, {references} answers with their variable references");
    assert!(references > 0 && wrong.is_empty(), "{wrong:#?}");
}
