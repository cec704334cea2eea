//! The commands `replay` and `cost`, from end to end.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{file, workflow};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A file of a recording.
fn recorded(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../workflow-replay/tests/recordings");
    PathBuf::from(folder).join(name).to_str().unwrap().to_owned()
}

fn fits(out: &str) {
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
}

/// The definition of the declined charge, which goes on where the card is declined.
fn mended(name: &str) -> String {
    let text = fs::read_to_string(recorded("declined/definition.asl.json")).unwrap();
    let mut definition: Value = serde_json::from_str(&text).unwrap();
    definition["States"]["Charge"]["Catch"] =
        json!([{ "ErrorEquals": ["Declined"], "Output": "unpaid", "Next": "Unpaid" }]);
    definition["States"]["Unpaid"] = json!({ "Type": "Succeed" });
    file(name, &definition.to_string())
}

#[test]
fn a_recorded_failure_is_shown_with_its_data() {
    let (definition, files) =
        (recorded("declined/definition.asl.json"), recorded("declined/recorded"));
    let words = ["replay", &definition, "--recorded", &files];
    let ran = workflow(&words);
    ran.said(
        0,
        &[
            "recorded: FAILED",
            "Failed: Declined",
            "in state  Charge, attempt 1",
            "\"limit\": 5000",
            "\"cents\": 1999",
            "Check (2 attempts) → Worth it? → Charge",
            "does what was recorded",
        ],
    );
    fits(&ran.out);
    let told = workflow(&[&words[..], &["--json"]].concat()).json();
    assert_eq!(told["recorded"]["failed"]["variables"], json!({ "limit": 5000 }));
    assert_eq!(
        (&told["recorded"]["failed"]["state"], &told["replay"]["same"]),
        (&json!("Charge"), &json!(true))
    );
}

#[test]
fn the_test_that_is_written_fails_until_the_definition_is_mended() {
    let (broken, files) = (recorded("declined/definition.asl.json"), recorded("declined/recorded"));
    let test = file("declined.test.json", "");
    workflow(&["replay", &broken, "--recorded", &files, "--to-test", &test]).said(0, &["wrote "]);
    let written: Value = serde_json::from_str(&fs::read_to_string(&test).unwrap()).unwrap();
    let case = &written["cases"][0];
    let input = case["input"].to_string();
    let mocks = file("declined.mocks.json", &case["mocks"].to_string());
    let run =
        |definition: &str| workflow(&["run", definition, "--input", &input, "--mocks", &mocks]);
    run(&broken).said(1, &["Failed: Declined"]);
    run(&mended("mended.asl.json")).said(0, &["unpaid"]);
    // It fails as it is, and is green when the definition is mended.
    assert_eq!(case["succeeds"], true);
    workflow(&["test", &test, &broken]).said(1, &["1 failed"]);
    workflow(&["test", &test, &mended("mended.asl.json")]).said(0, &["1 passed"]);
}

#[test]
fn a_mended_definition_goes_on_from_the_state_that_failed() {
    let definition = mended("onward.asl.json");
    let files = recorded("declined/recorded");
    let words = ["replay", &definition, "--recorded", &files, "--from", "Charge"];
    workflow(&words).said(0, &["From Charge", "Charge → Unpaid", "\"unpaid\""]);
    // From the beginning it is another run.
    workflow(&words[..4])
        .said(1, &["differences from the recording", "(event 16, ExecutionFailed)"]);
}

/// The state within an item is named, and not the Map around it.
#[test]
fn a_run_from_a_state_names_the_state_of_the_item_that_failed() {
    let text = fs::read_to_string(recorded("fan/definition.asl.json")).unwrap();
    let mut definition: Value = serde_json::from_str(&text).unwrap();
    definition["States"]["Each"]["ItemProcessor"]["States"]["Double"]["Output"] =
        json!("{% $states.result.Payload & 1 + 'x' %}");
    let definition = file("item.onward.asl.json", &definition.to_string());
    let files = recorded("fan/recorded");
    workflow(&["replay", &definition, "--recorded", &files, "--from", "Each"])
        .said(1, &["From Each", "Failed: States.QueryEvaluationError", "in state  Double["]);
}

#[test]
fn names_that_are_not_known_are_asked_for() {
    let (definition, history) =
        (recorded("callback/definition.asl.json"), recorded("callback/recorded/history.json"));
    let words = ["replay", &definition, "--recorded", &history];
    workflow(&words)
        .said(1, &["1 difference", "help: give what `aws stepfunctions describe-execution`"]);
    let execution = recorded("callback/recorded/execution.json");
    workflow(&[&words[..], &["--recorded", &execution]].concat())
        .said(0, &["does what was recorded"]);
}

#[test]
fn what_is_missing_is_told_and_nothing_runs() {
    let definition = recorded("fan/definition.asl.json");
    let (history, execution) =
        (recorded("declined/recorded/history.json"), recorded("fan/recorded/execution.json"));
    for (files, why) in [
        (vec![], "give what `aws stepfunctions get-execution-history` printed"),
        (vec!["--recorded", &execution], "no file holds a history"),
        (vec!["--recorded", &execution, "--recorded", &history], "the input is another"),
        (vec!["--recorded", "nowhere.json"], "cannot read nowhere.json"),
        (vec!["--recorded", &definition], "neither a history nor an execution"),
        (vec!["--recorded", &history, "--to-test", &history], "would overwrite the recording"),
    ] {
        workflow(&[&["replay", &definition][..], &files].concat()).said(2, &[why]);
    }
}

#[test]
fn the_costs_of_a_month_add_up() {
    // A loop of ten transitions; 101,000 executions of them are 1,010,000.
    let states: serde_json::Map<String, Value> = (1..=10)
        .map(|at| {
            let next = if at == 10 {
                json!({ "End": true })
            } else {
                json!({ "Next": format!("S{}", at + 1) })
            };
            let mut state = json!({ "Type": "Pass" });
            state.as_object_mut().unwrap().extend(next.as_object().unwrap().clone());
            (format!("S{at}"), state)
        })
        .collect();
    let chain = file("chain.asl.json", &json!({ "StartAt": "S1", "States": states }).to_string());
    let words =
        ["cost", &chain, "--executions", "101000", "--extra", "Lambda=600", "--transfer", "100"];
    let ran = workflow(&[&words[..], &["--host", "40"]].concat());
    ran.said(0, &["25.25", "600.00", "725.25", "from 160,000 executions a month"]);
    fits(&ran.out);
    let told = workflow(&[&words[..], &["--json"]].concat()).json();
    assert_eq!(told["month"]["sum"]["standard"], "725.25");
    assert_eq!(told["transitions"]["least"], 10);
}

#[test]
fn services_that_no_sum_has_are_named() {
    let call = |resource: &str, end: Value| {
        let mut state = json!({ "Type": "Task", "Resource": resource, "Parameters": {} });
        state.as_object_mut().unwrap().extend(end.as_object().unwrap().clone());
        state
    };
    let states = json!({
        "Put": call("arn:aws:states:::dynamodb:putItem", json!({ "Next": "Mail" })),
        "Mail": call("arn:aws:states:::aws-sdk:ses:sendEmail", json!({ "End": true })),
    });
    let calls = json!({ "StartAt": "Put", "States": states }).to_string();
    let calls = file("calls.asl.json", &calls);
    let ran = workflow(&["cost", &calls]);
    ran.said(0, &["no sum has what calls of dynamodb, ses cost"]);
    fits(&ran.out);
    assert_eq!(workflow(&["cost", &calls, "--json"]).json()["others"], json!(["dynamodb", "ses"]));
}

#[test]
fn what_a_definition_does_not_bound_is_named() {
    let fan = recorded("fan/definition.asl.json");
    workflow(&["cost", &fan]).said(0, &["not bounded", "--items Each=N"]);
    let told = workflow(&["cost", &fan, "--items", "Each=3", "--json"]).json();
    assert_eq!(told["transitions"]["most"], 10);
    let told = workflow(&["cost", &fan, "--recorded", &recorded("fan/recorded"), "--json"]).json();
    assert_eq!(told["transitions"]["recorded"]["transitions"], 10);
    for (words, why) in [
        (["--items", "Eech=3"], "no state `Eech`; did you mean `Each`?"),
        (["--items", "Both=3"], "nothing is counted by `Both`"),
        (["--memory", "doubel=3"], "neither a Task state nor a function"),
        (["--host", "1,5"], "`1,5` is no amount of dollars"),
        (["--duration", "5"], "`5` is no duration"),
        (["--executions", "many"], "a whole number"),
    ] {
        workflow(&[&["cost", &fan][..], &words].concat()).said(2, &[why]);
    }
}

/// A task on neither the shortest nor the longest way is a task all the same.
#[test]
fn memory_is_given_for_every_task() {
    let task = |next: &str| json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": next }, "Next": next });
    let mut first = task("B");
    first["Catch"] = json!([{ "ErrorEquals": ["States.ALL"], "Next": "Refund" }]);
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": first, "B": task("C"), "C": task("End"), "Refund": task("End"),
        "End": { "Type": "Succeed" }
    } });
    let definition = file("refund.asl.json", &definition.to_string());
    workflow(&["cost", &definition, "--memory", "Refund=128"]).said(0, &["least"]);
    workflow(&["cost", &definition, "--memory", "Refnd=128"]).said(2, &["`Refnd`"]);
}
