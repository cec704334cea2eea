#![allow(clippy::unwrap_used, reason = "tests")]

use super::import;
use serde_json::{Value as Json, json};

/// A definition of one state, and one that ends it.
fn one(state: &Json) -> Json {
    let mut states = json!({ "One": state, "Last": { "Type": "Succeed" } });
    states["One"]["Next"] = "Last".into();
    json!({ "StartAt": "One", "States": states })
}

fn task(fields: Json) -> Json {
    let mut state = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage" });
    state.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    one(&state)
}

fn map(fields: Json) -> Json {
    let mut state = json!({ "Type": "Map", "ItemProcessor": {
        "StartAt": "In", "States": { "In": { "Type": "Pass", "End": true } } } });
    state.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    one(&state)
}

#[test]
fn what_would_change_its_meaning_is_refused_by_name() {
    let wait = "arn:aws:states:::events:putEvents.waitForTaskToken";
    let cases = [
        (task(json!({ "Parameters": { "a.$": "$.b[?(@.c > 1)]" } })), "more than names"),
        (task(json!({ "Parameters": { "a.$": "$$.Task.Token" } })), "a task token"),
        (
            task(json!({ "Resource": wait, "Parameters": { "a": [{ "b.$": "$$.Task.Token" }] } })),
            "token",
        ),
        (
            task(json!({ "Parameters": { "a.$": "States.Hash($.b, 'MD5')" } })),
            "without a counterpart",
        ),
        (task(json!({ "Parameters": { "a.$": "$$.StateMachine.Name" } })), "context object"),
        (
            task(json!({ "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/r" } })),
            "credentials",
        ),
        (task(json!({ "TimeoutSecondsPath": "$.t" })), "a deadline that is data"),
        (map(json!({ "MaxConcurrencyPath": "$.n" })), "a number of items"),
        (map(json!({ "ItemSelector": { "id.$": "States.UUID()" } })), "drawn or parsed"),
    ];
    for (definition, construct) in cases {
        let stops = import(&definition, "one", &[]).unwrap_err();
        assert!(stops.iter().any(|it| it.construct.contains(construct)), "{construct}: {stops:?}");
        assert!(stops.iter().all(|it| it.state == "One"), "{stops:?}");
    }
}

#[test]
fn a_jump_into_a_loop_is_refused() {
    let choice = |to: &str, other: &str| {
        let rule = json!({ "Variable": "$.n", "NumericEquals": 1, "Next": to });
        json!({ "Type": "Choice", "Choices": [rule], "Default": other })
    };
    let wait = |next: &str| json!({ "Type": "Wait", "Seconds": 1, "Next": next });
    let definition = json!({ "StartAt": "A", "States": {
        "A": choice("B", "C"), "B": wait("C"), "C": choice("B", "D"), "D": { "Type": "Succeed" } } });
    // A loop that is entered at both of its states.
    let stops = import(&definition, "jump", &[]).unwrap_err();
    assert_eq!(stops[0].construct, "a jump into the middle of a loop");
}

#[test]
fn recorded_inputs_give_types() {
    let definition = task(json!({ "Parameters": { "a.$": "$.a" } }));
    let text = |samples: &[Json]| import(&definition, "typed", samples).unwrap().text;
    assert!(text(&[]).contains("pub a: Json"));
    assert!(text(&[json!({ "a": "x", "b": [1] })]).contains("pub a: String,\n    pub b: Vec<i64>"));
    let text = text(&[json!({ "a": 1, "b": true }), json!({ "a": 1.5 })]);
    assert!(text.contains("pub a: f64"), "{text}");
    assert!(text.contains("pub b: Option<bool>"), "{text}");
}
