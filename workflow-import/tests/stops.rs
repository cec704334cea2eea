//! Definitions that cannot be written with the same meaning, and some that nearly could not.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use workflow_import::import;

/// The construct that stops a definition; empty if none does.
fn stopped(definition: &Value) -> String {
    match import(definition, "flow", &[]) {
        Ok(_) => String::new(),
        Err(stops) => stops.iter().map(|stop| stop.construct).collect::<Vec<_>>().join("; "),
    }
}

fn text(definition: &Value) -> String {
    import(definition, "flow", &[]).unwrap().text
}

/// A machine of one Choice with this rule.
fn choice(rule: Value, language: &str) -> Value {
    let mut rule = rule;
    rule["Next"] = json!("Yes");
    json!({ "StartAt": "Is it?", "QueryLanguage": language, "States": {
        "Is it?": { "Type": "Choice", "Choices": [rule], "Default": "No" },
        "Yes": { "Type": "Succeed" },
        "No": { "Type": "Fail", "Error": "No", "Cause": "no" },
    } })
}

/// A machine of one state.
fn one(mut state: Value, language: &str) -> Value {
    state["End"] = json!(true);
    json!({ "StartAt": "Work", "QueryLanguage": language, "States": { "Work": state } })
}

fn task(more: Value) -> Value {
    let mut task = json!({ "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:work" });
    let fields = more.as_object().unwrap().clone();
    task.as_object_mut().unwrap().extend(fields);
    task
}

#[test]
fn a_negation_is_one_of_the_whole() {
    let is = |name: &str| json!({ "Variable": format!("$.{name}"), "BooleanEquals": true });
    let rule = json!({ "Not": { "And": [{ "Or": [is("a"), is("b")] }, is("c")] } });
    let module = text(&choice(rule, "JSONPath"));
    assert!(module.contains("!((input.a || input.b) && input.c)"), "{module}");
    let rule = json!({ "Condition": "{% $not(($states.input.a = 1 or $states.input.b = 2) and $states.input.c = 3) %}" });
    let module = text(&choice(rule, "JSONata"));
    assert!(module.contains("!((input.a == "), "{module}");
}

#[test]
fn labels_are_words_of_their_own() {
    let wait = |next: &str| json!({ "Type": "Wait", "Seconds": 1, "Next": next });
    let turn = |back: &str, on: &str| {
        json!({ "Type": "Choice", "Default": on, "Choices": [
            { "Variable": format!("$.{on}"), "BooleanEquals": true, "Next": back } ] })
    };
    let module = text(&json!({ "StartAt": "Loop", "States": {
        "Loop": wait("確認"), "確認": wait("待機"), "待機": turn("確認", "Inner"),
        "Inner": wait("Outer"), "Outer": turn("Loop", "Done"), "Done": { "Type": "Succeed" },
    } }));
    assert!(!module.contains("'loop:"), "{module}");
    let heads: Vec<&str> =
        module.lines().filter(|line| line.trim_end().ends_with(": loop {")).collect();
    let labels: std::collections::BTreeSet<&str> = heads.iter().map(|line| line.trim()).collect();
    assert_eq!(labels.len(), heads.len(), "{module}");
}

#[test]
fn whole_numbers_may_have_a_fraction_of_zero() {
    let module =
        text(&one(task(json!({ "TimeoutSeconds": 30.0, "HeartbeatSeconds": 5.0 })), "JSONPath"));
    assert!(module.contains("timeout = 30") && module.contains("heartbeat = 5"), "{module}");
}

#[test]
fn what_would_mean_something_else_stops() {
    let map = |more: Value, config: Value| {
        let mut map = json!({ "Type": "Map", "ItemsPath": "$.items", "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Each",
            "States": { "Each": { "Type": "Wait", "Seconds": 1, "End": true } } } });
        map.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let kept = map["ItemProcessor"]["ProcessorConfig"].as_object_mut().unwrap();
        kept.extend(config.as_object().unwrap().clone());
        one(map, "JSONPath")
    };
    let condition =
        |text: &str| choice(json!({ "Condition": format!("{{% {text} %}}") }), "JSONata");
    let present = |path: &str| choice(json!({ "Variable": path, "IsPresent": true }), "JSONPath");
    let mut split = present("$.parts[1]");
    split["StartAt"] = json!("Split");
    split["States"]["Split"] = json!({ "Type": "Pass", "Next": "Is it?",
        "Parameters": { "parts.$": "States.StringSplit($.s, ',')" } });
    let caught = |names: Value| {
        let mut machine =
            one(task(json!({ "Catch": [{ "ErrorEquals": names, "Next": "Late" }] })), "JSONPath");
        machine["States"]["Late"] = json!({ "Type": "Succeed" });
        machine
    };
    let mut doubled = json!({ "StartAt": "P0", "States": { "P40": { "Type": "Succeed" } } });
    for at in 0..40 {
        doubled["States"][format!("P{at}")] = json!({ "Type": "Pass", "Next": format!("P{}", at + 1),
            "Parameters": { "a.$": "$", "b.$": "$" } });
    }
    let mut long = json!({ "StartAt": "S0", "States": { "S5000": { "Type": "Succeed" } } });
    for at in 0..5_000 {
        long["States"][format!("S{at}")] =
            json!({ "Type": "Pass", "Next": format!("S{}", at + 1) });
    }
    for (what, definition, expected) in [
        ("a Map as it is", map(json!({}), json!({})), ""),
        ("EXPRESS items", map(json!({}), json!({ "ExecutionType": "EXPRESS" })), ""),
        (
            "a text as a condition",
            condition("$states.input.a & 'x'"),
            "an expression in JSONata without a counterpart",
        ),
        (
            "a sum as a condition",
            condition("$states.input.n + 1"),
            "an expression in JSONata without a counterpart",
        ),
        ("a part of a text", split, "a test of a computed value"),
        ("a field behind an index", present("$.rows[0].name"), ""),
        ("all errors", caught(json!(["States.ALL"])), ""),
        (
            "a limit on data",
            caught(json!(["States.DataLimitExceeded"])),
            "an error that `States.ALL` does not take",
        ),
        (
            "the time of an end",
            one(task(json!({ "Arguments": {}, "Output": { "at": "{% $now() %}" } })), "JSONata"),
            "a value drawn or parsed after the work of a state",
        ),
        (
            "a result that is read",
            one(
                task(json!({ "Arguments": {}, "Output": "{% $parse($states.result.Body) %}" })),
                "JSONata",
            ),
            "",
        ),
        ("data that doubles", doubled, "data that holds the same many times"),
        ("5,000 states", long, "so many states and rules"),
    ] {
        assert_eq!(stopped(&definition), expected, "{what}");
    }
}

#[test]
fn as_many_states_as_are_taken_need_no_more_stack_than_there_is() {
    let mut long = json!({ "StartAt": "S0", "States": { "S990": { "Type": "Succeed" } } });
    for at in 0..990 {
        long["States"][format!("S{at}")] =
            json!({ "Type": "Wait", "Seconds": 1, "Next": format!("S{}", at + 1) });
    }
    assert!(text(&long).contains("S989"));
}

#[test]
fn items_that_are_express_keep_to_the_rules_of_express() {
    let items = |resource: &str| {
        one(
            json!({ "Type": "Map", "ItemsPath": "$.items", "Label": "Each", "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
                "StartAt": "Each", "States": { "Each": { "Type": "Task", "Resource": resource, "End": true } } } }),
            "JSONPath",
        )
    };
    let activity = items("arn:aws:states:us-east-1:123456789012:activity:act");
    assert_eq!(stopped(&activity), "a definition that AWS refuses");
    assert_eq!(stopped(&items("arn:aws:lambda:us-east-1:123456789012:function:f")), "");
}

#[test]
fn comments_are_no_examples() {
    let mut definition = one(
        task(json!({ "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.id" } })),
        "JSONPath",
    );
    definition["Comment"] = json!("```\nlet x = \"no rust\n```\n~~~ [link]\n    indented");
    let text = text(&definition);
    for line in ["/// '''\n", "/// let x = \"no rust\n", "/// --- `link`\n", "/// indented\n"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("```"), "{text}");
}
