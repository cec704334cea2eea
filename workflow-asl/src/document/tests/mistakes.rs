//! Mistakes of states, each with its place and the words that AWS has for it.

use super::refusals::refused;
use super::{machine, problems};
use crate::document::{Definition, Options, validate_value};
use serde_json::{Value, json};

/// Compares the mistakes of states in JSONata that begin with `A` with what is said of them.
fn each<const N: usize>(cases: [(Value, &str); N]) {
    for (states, expected) in cases {
        let found = problems(states.clone());
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{states}\n{expected}\n{found:#?}"
        );
    }
}

/// A state that ends.
fn pass() -> Value {
    json!({ "Type": "Pass", "End": true })
}

#[test]
fn mistakes_of_transitions() {
    let pass = pass();
    each([
        (
            json!({ "A": { "Type": "Pass", "Next": "B" } }),
            "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next",
        ),
        (
            json!({ "A": pass, "B": pass }),
            "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B",
        ),
        (
            json!({ "A": { "Type": "Pass", "Next": "A" } }),
            "MISSING_END_STATE: Workflow has no terminal state at null",
        ),
        (
            json!({ "A": { "Type": "Pass" } }),
            "This object should have only one of the following fields: [Next, End] at /States/A",
        ),
        (
            json!({ "A": { "Type": "Pass", "Next": "A", "End": true } }),
            "There should only be one of the following fields: [Next, End] at /States/A",
        ),
        (
            json!({ "A": { "Type": "Map", "ItemProcessor": { "StartAt": "Q", "States": { "B": pass } }, "End": true } }),
            "Missing 'Next' target: Q at /States/A/ItemProcessor/StartAt",
        ),
    ]);
}

#[test]
fn mistakes_of_fields() {
    let pass = pass();
    each([
        (
            json!({ "A": { "Type": "Hop" } }),
            "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type",
        ),
        (
            json!({ "A": { "Type": "Task", "End": true } }),
            "These fields are required: [Resource] at /States/A",
        ),
        (
            json!({ "A": { "Type": "Pass", "InputPath": "$", "End": true } }),
            "The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/A",
        ),
        (
            json!({ "A": { "Type": "Fail", "Retry": [] } }),
            "Field 'Retry' is not supported at /States/A",
        ),
        (
            json!({ "A": { "Type": "Parallel", "TimeoutSeconds": 1, "Branches": [{ "StartAt": "B", "States": { "B": pass } }], "End": true } }),
            "Field 'TimeoutSeconds' is not supported at /States/A",
        ),
        (
            json!({ "A": { "Type": "Pass", "QueryLanguage": "JSONPath", "End": true } }),
            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A",
        ),
        (
            json!({ "A": { "Type": "Pass", "QueryLanguage": "SQL", "End": true } }),
            "Value should be one of the following: [JSONPath, JSONata] at /States/A/QueryLanguage",
        ),
    ]);
}

#[test]
fn mistakes_of_expressions() {
    each([
        (
            json!({ "A": { "Type": "Pass", "Output": ["{% 1 + %}"], "End": true } }),
            "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output[0]",
        ),
        (
            json!({ "A": { "Type": "Pass", "Output": "{% phone %}", "End": true } }),
            "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported.",
        ),
        (
            json!({ "A": { "Type": "Pass", "Output": "{% 1", "End": true } }),
            "JSONata string must start with {% and end with %} at /States/A/Output",
        ),
        (
            json!({ "A": { "Type": "Pass", "Output": "{% $states.result %}", "End": true } }),
            "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist. at /States/A/Output",
        ),
        (
            json!({ "A": { "Type": "Pass", "Output": "{% $states.errorOutput %}", "End": true } }),
            "Field '$states.errorOutput' does not exist. at /States/A/Output",
        ),
        (
            json!({ "A": { "Type": "Pass", "Assign": { "a/b": 1 }, "End": true } }),
            "INVALID_VARIABLE_NAME: Invalid variable name 'a/b': the variable name contains invalid characters. at /States/A/Assign/a/b",
        ),
        (
            json!({ "A": { "Type": "Pass", "Assign": { "states": 1 }, "End": true } }),
            "RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'.",
        ),
    ]);
}

#[test]
fn mistakes_of_waits_and_choices() {
    each([
        (
            json!({ "A": { "Type": "Wait", "End": true } }),
            "This object should have only one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp] at /States/A",
        ),
        (
            json!({ "A": { "Type": "Wait", "Seconds": -1, "End": true } }),
            "Minimum value is 0 at /States/A/Seconds",
        ),
        (
            json!({ "A": { "Type": "Wait", "Seconds": 100_000_000, "End": true } }),
            "Maximum value is 99999999 at /States/A/Seconds",
        ),
        (
            json!({ "A": { "Type": "Wait", "Timestamp": "2026-01-01", "End": true } }),
            "String does not match RFC3339 timestamp at /States/A/Timestamp",
        ),
        (
            json!({ "A": { "Type": "Choice", "Choices": [] } }),
            "Value cannot be empty at /States/A/Choices",
        ),
        (
            json!({ "A": { "Type": "Choice", "Choices": [{ "Next": "A" }] } }),
            "These fields are required: [Condition] at /States/A/Choices[0]",
        ),
    ]);
}

#[test]
fn mistakes_of_scopes() {
    let pass = pass();
    each([
        (
            json!({ "A": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": pass } }], "End": true } }),
            "DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/Branches[0]/States/A",
        ),
        (
            json!({ "A": { "Type": "Parallel", "Assign": { "x": 1 }, "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } }], "End": true } }),
            "DUPLICATE_VARIABLE_NAME: The variable name 'x' was already defined in a parent scope. at /States/A/Branches[0]/States/B/Assign/x",
        ),
        (
            json!({ "A": { "Type": "Map", "End": true } }),
            "This object should have only one of the following fields: [ItemProcessor, Iterator] at /States/A",
        ),
        (
            json!({ "A": { "Type": "Map", "ItemProcessor": { "QueryLanguage": "JSONata", "StartAt": "B", "States": { "B": pass } }, "End": true } }),
            "Field 'QueryLanguage' is not supported at /States/A/ItemProcessor",
        ),
        (
            json!({ "A": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "B", "States": { "B": pass } }, "End": true } }),
            "These fields are required: [ExecutionType] at /States/A/ItemProcessor/ProcessorConfig",
        ),
        (
            json!({ "A": { "Type": "Map", "Label": "a b", "ItemProcessor": { "StartAt": "B", "States": { "B": pass } }, "End": true } }),
            "INVALID_LABEL_NAME: Invalid label name: a b at /States/A/Label",
        ),
    ]);
}

#[test]
fn mistakes_of_tasks() {
    let task = |more: Value| {
        let mut task =
            json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true });
        task.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "A": task })
    };
    let all = json!({ "ErrorEquals": ["States.ALL"], "Next": "A" });
    each([
        (
            task(json!({ "TimeoutSeconds": "5" })),
            "Expected value of type Integer at /States/A/TimeoutSeconds",
        ),
        (
            task(json!({ "TimeoutSeconds": 5, "HeartbeatSeconds": 5 })),
            "HeartbeatSeconds must be smaller than TimeoutSeconds at /States/A/HeartbeatSeconds",
        ),
        (
            task(json!({ "Catch": [all, all] })),
            "States.ALL must appear alone and at end of list at /States/A/Catch[0]/ErrorEquals",
        ),
        (
            task(json!({ "Catch": [{ "ErrorEquals": [], "Next": "A" }] })),
            "Value cannot be empty at /States/A/Catch[0]/ErrorEquals",
        ),
        (
            task(json!({ "Catch": [{ "Next": "A" }] })),
            "These fields are required: [ErrorEquals] at /States/A/Catch[0]",
        ),
        (
            task(json!({ "Catch": [{ "ErrorEquals": ["X"], "Next": "B" }] })),
            "Missing 'Next' target: B at /States/A/Catch[0]/Next",
        ),
        (
            task(json!({ "Credentials": {} })),
            "The field 'RoleArn' is required but was missing at /States/A/Credentials",
        ),
    ]);
}

/// The same for a Pass, Choice or Fail in JSONPath.
#[test]
fn each_mistake_in_json_path_is_found_with_its_place() {
    let choice = |rule: Value| json!({ "Type": "Choice", "Choices": [rule] });
    for (state, expected) in [
        (
            json!({ "Type": "Pass", "InputPath": "a", "End": true }),
            "Value must be a valid JSONPath.",
        ),
        (
            json!({ "Type": "Pass", "ResultPath": "$.a[*]", "End": true }),
            "Value is not a Reference Path",
        ),
        (
            json!({ "Type": "Pass", "ResultPath": "$$.a", "End": true }),
            "Value is not a Reference Path",
        ),
        (
            json!({ "Type": "Pass", "Output": 1, "End": true }),
            "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A",
        ),
        (
            json!({ "Type": "Pass", "Parameters": { "a.$": "b" }, "End": true }),
            "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters",
        ),
        (
            json!({ "Type": "Fail", "Error": "E", "ErrorPath": "$.e" }),
            "There should only be one of the following fields: [Error, ErrorPath] at /States/A",
        ),
        (
            choice(json!({ "Variable": "a", "IsNull": true, "Next": "A" })),
            "at /States/A/Choices[0]/Variable",
        ),
        (choice(json!({ "Variable": "$.a", "Next": "A" })), "at /States/A/Choices[0]"),
        (
            choice(json!({ "Condition": true, "Next": "A" })),
            "field 'Condition' is only supported for the 'JSONata' QueryLanguage at /States/A/Choices[0]",
        ),
    ] {
        let value = json!({ "StartAt": "A", "States": { "A": state } });
        let found = Definition::from_value(value).err().unwrap_or_default();
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{state}\n{expected}\n{found:#?}"
        );
    }
}

#[test]
fn several_mistakes_are_found_at_once() {
    let found = problems(json!({
        "A": { "Type": "Pass", "Output": "{% ( %}", "Next": "B" },
        "B": { "Type": "Wait", "Seconds": "soon", "End": true },
        "C": { "Type": "Task", "End": true },
    }));
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn half_an_expression_is_refused() {
    for (text, right) in [
        ("{% 1 %}", true),
        ("plain", true),
        ("100 %", true),
        ("a {% 1 %} b", true),
        ("{% 1", false),
        ("1 %}", false),
        (" {% 1 %}", false),
        ("{% 1 %} ", false),
        ("\n{% 1 %}\n", true),
    ] {
        let states = json!({ "A": { "Type": "Pass", "Output": { "v": [text] }, "End": true } });
        let expected =
            if right { vec![] } else { vec!["SCHEMA_VALIDATION_FAILED /States/A/Output/v[0]"] };
        assert_eq!(refused(&machine(states)), expected, "{text}");
    }
}

#[test]
fn a_mistake_in_an_expression_is_placed_within_it() {
    for (expression, from) in [
        ("{% $count($states.input.list, /ab) %}", "/ab"),
        ("{%  $x := 'ab %}", "'ab"),
        ("{%$sum([1, , 2])%}", ", 2"),
        ("{% $states.inptu.a + $states.input.a %}", "$states.inptu"),
        ("{% 'é' & total & 'total' %}", "total &"),
        ("{%\n  $a.[1 2]\n%}", "2]"),
    ] {
        let document = serde_json::json!({ "QueryLanguage": "JSONata", "StartAt": "P", "States": {
            "P": { "Type": "Pass", "Output": { "v": [expression] }, "End": true } } });
        let found = validate_value(&document, &Options::default()).diagnostics;
        let at = found[0].at.map(|at| &expression[at..]);
        assert!(at.is_some_and(|at| at.starts_with(from)), "{expression}: {at:?} of {found:?}");
    }
}

#[test]
fn a_number_in_quotes_comes_with_help() {
    let help = |seconds: Value| {
        let document = json!({ "StartAt": "W", "States": {
            "W": { "Type": "Wait", "Seconds": seconds, "End": true } } });
        let found = validate_value(&document, &Options::default()).diagnostics;
        assert_eq!(found[0].message, "Expected value of type Integer");
        found[0].help.clone()
    };
    let told = help(json!("30")).unwrap();
    assert!(told.contains("write `30`") && told.contains("{% 30 %}"), "{told}");
    assert_eq!(help(json!("soon")), None);
    assert_eq!(help(json!([1])), None);
}

#[test]
fn a_mistake_in_a_state_hides_no_other() {
    let pass = json!({ "StartAt": "P", "States": { "P": {
        "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getAll", "TimeoutSeconds": 0, "Next": "Q" },
        "Q": { "Type": "Task", "Resource": "nothing", "End": true } } });
    let document = json!({ "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:send", "HeartbeatSeconds": -1, "Next": "M" },
        "M": { "Type": "Map", "MaxConcurrency": -1, "ItemProcessor": pass, "End": true } } });
    let found = validate_value(&document, &Options::default()).diagnostics;
    let mut told: Vec<_> = found.iter().map(|it| it.pointer.as_str()).collect();
    told.sort_unstable();
    let inner = "/States/M/ItemProcessor/States";
    let expected = [
        "/States/A/HeartbeatSeconds".to_owned(),
        "/States/A/Resource".to_owned(),
        format!("{inner}/P/Resource"),
        format!("{inner}/P/TimeoutSeconds"),
        format!("{inner}/Q/Resource"),
        "/States/M/MaxConcurrency".to_owned(),
    ];
    assert_eq!(told, expected, "{found:?}");
    assert!(Definition::from_value(document).is_err());
}
