//! Choice rules, templates and intrinsic functions against executions that AWS recorded.
//!
//! They stand beside the project: `../shared/conformance/cases`, or where `WORKFLOW_CONFORMANCE` says. Only
//! single states are evaluated here; whole executions are replayed by the interpreter's tests.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::path::PathBuf;
use workflow_asl::jsonata::Entropy;
use workflow_asl::jsonpath::{ChoiceRule, PayloadTemplate, Scope};

fn cases(group: &str) -> Vec<Value> {
    let folder = std::env::var_os("WORKFLOW_CONFORMANCE").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/cases"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(folder.join(format!("{group}.jsonl"))) else {
        println!("skipped: no recorded executions of {group} beside the project");
        return vec![];
    };
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The first state, if it is of this type and speaks JSONPath.
fn first<'a>(case: &'a Value, kind: &str) -> Option<&'a Value> {
    let definition = &case["definition"];
    let state = &definition["States"][definition["StartAt"].as_str()?];
    let language = state.get("QueryLanguage").or_else(|| definition.get("QueryLanguage"));
    let is_path = language.is_none_or(|language| language == "JSONPath");
    (is_path && state["Type"] == kind && case["kind"] == "execution").then_some(state)
}

/// The details of the first event of this kind.
fn event<'a>(case: &'a Value, kind: &str) -> &'a Value {
    let events = case["expected"]["events"].as_array().map_or(&[][..], Vec::as_slice);
    events
        .iter()
        .find(|event| event["type"] == kind)
        .map_or(&Value::Null, |event| &event["stateExitedEventDetails"])
}

fn context(case: &Value) -> Value {
    let text = |key: &str| case["context"][key].as_str().unwrap_or_default();
    json!({
        "Execution": {
            "Id": text("execution_arn"),
            "Input": case["input"],
            "Name": text("execution_arn").rsplit(':').next(),
            "RedriveCount": 0,
            "RoleArn": text("role_arn"),
            "StartTime": "",
        },
        "State": { "EnteredTime": "", "Name": case["definition"]["StartAt"] },
        "StateMachine": { "Id": text("state_machine_arn"), "Name": text("state_machine_name") },
    })
}

/// What stands in a recording for a value that was erased.
const ERASED: &[&str] =
    &["RandomNumberGenerated", "generated-uuid", "start-time", "entered-time", "date"];

/// Numbers are equal by value; what the recording erased, or the service made up, is anything.
fn same(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (_, Value::String(word)) if ERASED.contains(&word.as_str()) => true,
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        (one, other) => one == other,
    }
}

#[test]
fn templates_come_to_what_aws_recorded() {
    let (mut right, mut wrong) = (0, vec![]);
    for group in ["intrinsic_functions", "base", "assign"] {
        for case in cases(group) {
            let Some(state) = first(&case, "Pass") else { continue };
            let (input, context) = (&case["input"], context(&case));
            let scope = Scope::new(input).context(&context);
            let exited = event(&case, "PassStateExited");
            for (field, expected) in
                [("Parameters", &exited["output"]), ("Assign", &exited["assignedVariables"])]
            {
                let is_whole = field == "Assign" || state.get("ResultPath").is_none();
                let Some(template) = state.get(field).filter(|_| is_whole && !expected.is_null())
                else {
                    continue;
                };
                // `$` in the Assign of a Pass state is its result.
                let scope = match (field, state.get("Result").or(state.get("Parameters"))) {
                    ("Assign", Some(_)) => scope.input(&exited["output"]),
                    _ => scope,
                };
                let found = PayloadTemplate::parse(template)
                    .map_err(|problems| format!("{problems:?}"))
                    .and_then(|template| {
                        let value = template.eval(&scope, &mut Entropy::new(0, 1));
                        value.map_err(|failure| failure.to_string())
                    });
                match found {
                    Ok(found) if same(&found, expected) => right += 1,
                    other => wrong.push(format!("{}: {other:?}, not {expected}", case["id"])),
                }
            }
        }
    }
    println!("{right} templates as recorded, {} not", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_decide_as_aws_recorded() {
    let (mut right, mut wrong) = (0, vec![]);
    for case in cases("choice_operators") {
        let Some(state) = first(&case, "Choice") else { continue };
        let scope = Scope::new(&case["input"]);
        let holds = |rule: &&Value| ChoiceRule::parse(rule).unwrap().eval(&scope).unwrap();
        let rule = state["Choices"].as_array().unwrap().iter().find(holds);
        let next = rule.map_or(&state["Default"], |rule| &rule["Next"]);
        // A Pass state says which.
        let found = &case["definition"]["States"][next.as_str().unwrap()]["Result"];
        assert!(!found.is_null());
        if *found == case["expected"]["output"] {
            right += 1
        } else {
            wrong.push(case["id"].to_string())
        }
    }
    println!("{right} rules as recorded, {} not", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
