//! Documents that AWS refuses, in its words, and warnings about those that it takes.

use super::machine;
use crate::document::{
    Code, Definition, Diagnostic, MachineType, Options, Severity, validate_value,
};
use serde_json::{Value, json};

/// A Map whose batches may hold nothing, of a file with a header that it has not.
fn batches_of_nothing() -> Value {
    json!({ "Type": "Map", "End": true,
        "ItemBatcher": { "MaxItemsPerBatch": 0 },
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" },
            "ReaderConfig": { "InputType": "JSON", "CSVHeaderLocation": "FIRST_ROW" } },
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } })
}

/// A document that AWS refuses and others can run: it is said, and read nevertheless.
#[test]
fn what_only_aws_refuses() {
    let task = |resource: &str| json!({ "Type": "Task", "Resource": resource, "End": true });
    let given = json!({ "QueueUrl": "q", "MessageBody": "m", "StateMachineArn": "s" });
    let arn = |action: &str| {
        let mut task = task(&format!("arn:aws:states:::{action}"));
        task["Parameters"] = given.clone();
        task
    };
    let no_batch = "Minimum value is 1 at /States/A/ItemBatcher/MaxItemsPerBatch";
    let map = json!({ "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "B", "States": { "B": arn("sqs:sendMessage.waitForTaskToken") } } });
    let unknown = "is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.";
    for (state, standard, express) in [
        (
            json!({ "Type": "Pass", "Colour": "red", "End": true }),
            "Field 'Colour' is not supported",
            "Field 'Colour' is not supported",
        ),
        (task("charge"), "Value is not a valid resource ARN", "Value is not a valid resource ARN"),
        (task("${Charge}"), "", ""),
        (arn("dynamodb:query"), unknown, unknown),
        (arn("codebuild:startBuild.waitForTaskToken"), unknown, "'.waitForTaskToken'"),
        (arn("batch:submitJob.sync:2"), unknown, "'.sync'"),
        (
            batches_of_nothing(),
            no_batch,
            "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
        ),
        (arn("lambda:invoke.sync"), unknown, "'.sync' service integration"),
        (arn("aws-sdk:s3:getObject"), "", ""),
        (arn("batch:submitJob.sync"), "", "does not support '.sync' service integration"),
        (arn("states:startExecution.sync:2"), "", "does not support '.sync' service integration"),
        (arn("sqs:sendMessage.waitForTaskToken"), "", "'.waitForTaskToken' service integration "),
        (
            task("arn:aws:states:us-east-1:111111111111:activity:x"),
            "",
            "does not support Activity ARN",
        ),
        (
            map,
            "'.waitForTaskToken' service integration ",
            "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
        ),
    ] {
        let value = json!({ "StartAt": "A", "States": { "A": state } });
        assert!(Definition::from_value(value.clone()).is_ok(), "{value}");
        for (machine_type, expected) in
            [(MachineType::Standard, standard), (MachineType::Express, express)]
        {
            let report = validate_value(&value, &Options { machine_type, ..Options::default() });
            let found = report.refusal().unwrap_or_default();
            assert_eq!(report.is_ok(), expected.is_empty(), "{value} {found}");
            assert!(found.contains(expected), "{value}\n{expected}\n{found}");
        }
    }
}

#[test]
fn warnings_are_given_where_they_are_asked_for() {
    let invoke = "arn:aws:lambda:us-east-1:111122223333:function:f";
    let catch = |name: &str| json!({ "Type": "Task", "Resource": invoke, "TimeoutSeconds": 5, "Catch": [{ "ErrorEquals": [name], "Next": "Z" }], "Next": "Z" });
    let item = json!({ "StartAt": "B", "States": { "B": { "Type": "Task", "Resource": invoke, "End": true } } });
    for (state, expected) in [
        (
            json!({ "Type": "Pass", "Parameters": { "a": "$.b" }, "Next": "Z" }),
            "NO_DOLLAR /States/A/Parameters/a",
        ),
        (
            json!({ "Type": "Pass", "Parameters": { "a": [{ "b": "States.UUID()" }] }, "Next": "Z" }),
            "NO_DOLLAR /States/A/Parameters/a[0]/b",
        ),
        (
            json!({ "Type": "Pass", "Result": { "a": "$.b" }, "Next": "Z" }),
            "PASS_RESULT_IS_STATIC /States/A/Result",
        ),
        (json!({ "Type": "Pass", "Result": { "a": "b" }, "Next": "Z" }), ""),
        (
            json!({ "Type": "Pass", "Parameters": { "a.$": "$gone" }, "Next": "Z" }),
            "WORKFLOW_VARIABLE_NOT_ASSIGNED /States/A/Parameters",
        ),
        (
            json!({ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $map($gone, function($v) { $sum($v) }) %}", "Next": "Z" }),
            "WORKFLOW_VARIABLE_NOT_ASSIGNED /States/A/Output",
        ),
        (
            json!({ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($x := 1; $map([1], $string)) %}", "Next": "Z" }),
            "",
        ),
        (catch("States.Runtime"), "WORKFLOW_ERROR_NOT_CAUGHT /States/A/Catch[0]/ErrorEquals[0]"),
        // A result of a Lambda function that is too large is taken, too.
        (catch("States.ALL"), ""),
        (catch("States.TaskFailed"), "WORKFLOW_ERROR_NOT_CAUGHT /States/A/Catch[0]/ErrorEquals"),
        (
            catch("States.HeartbeatTimeout"),
            "WORKFLOW_ERROR_NEVER_RAISED /States/A/Catch[0]/ErrorEquals[0]",
        ),
        (catch("States.Timeuot"), "WORKFLOW_ERROR_NEVER_RAISED /States/A/Catch[0]/ErrorEquals[0]"),
        (catch("Lambda.Unknown"), ""),
        (
            json!({ "Type": "Map", "ItemProcessor": item, "Next": "Z" }),
            "WORKFLOW_MAY_OUTGROW_LIMIT /States/A",
        ),
        (
            json!({ "Type": "Task", "Resource": invoke, "Next": "C" }),
            "WORKFLOW_MAY_OUTGROW_LIMIT /States/A",
        ),
    ] {
        let again = json!({ "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "A" }], "Default": "Z" });
        let mut states = json!({ "A": state, "Z": { "Type": "Succeed" } });
        if states["A"]["Next"] == "C" {
            states["C"] = again;
        }
        let value = json!({ "StartAt": "A", "States": states });
        let report =
            validate_value(&value, &Options { severity: Severity::Warning, ..Options::default() });
        let found: Vec<_> = report
            .diagnostics
            .iter()
            .map(|it| format!("{} {}", it.code, it.location.as_ref().unwrap()))
            .collect();
        let expected: Vec<_> = Some(expected).filter(|it| !it.is_empty()).into_iter().collect();
        assert_eq!(found, expected, "{value} {report:?}");
        assert!(
            report.is_ok() && validate_value(&value, &Options::default()).diagnostics.is_empty()
        );
    }
}

/// The codes and places of what AWS refuses, a line each.
pub(super) fn refused(document: &Value) -> Vec<String> {
    let report = validate_value(document, &Options::default());
    let one = |it: &Diagnostic| format!("{} {}", it.code, it.place());
    report.diagnostics.iter().map(one).collect()
}

#[test]
fn what_is_refused_has_the_place_that_aws_names() {
    let pass = json!({ "Type": "Pass", "End": true });
    let retry = json!([{ "MaxAttempts": -1 }]);
    let lambda = "arn:aws:lambda:us-east-1:111122223333:function:f";
    let cases = [
        (json!({ "A": pass, "x/y~z": pass }), vec!["MISSING_TRANSITION_TARGET /States/x/y~z"]),
        (
            json!({ "A": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": "No" }] }, "Z": pass }),
            vec![
                "MISSING_TRANSITION_TARGET /States/A/Choices[0]/Next",
                "MISSING_TRANSITION_TARGET /States/Z",
            ],
        ),
        // States that lead to each other count as reachable.
        (
            json!({ "A": pass, "B": { "Type": "Pass", "Next": "C" }, "C": { "Type": "Pass", "Next": "B" } }),
            vec![],
        ),
        (
            json!({ "A": { "Type": "Task", "Resource": lambda, "Retry": retry, "End": true } }),
            vec![
                "SCHEMA_VALIDATION_FAILED /States/A/Retry[0]",
                "SCHEMA_VALIDATION_FAILED /States/A/Retry[0]/MaxAttempts",
            ],
        ),
        (
            json!({ "A": { "Type": "Task", "QueryLanguage": "JSONPath", "Resource": lambda, "TimeoutSeconds": 0, "End": true } }),
            vec![
                "SCHEMA_VALIDATION_FAILED /States/A",
                "SCHEMA_VALIDATION_FAILED /States/A/TimeoutSeconds",
            ],
        ),
    ];
    for (states, expected) in cases {
        assert_eq!(refused(&machine(states.clone())), expected, "{states}");
    }
    let lost = json!({ "StartAt": "X", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } });
    assert_eq!(
        refused(&lost),
        ["MISSING_TRANSITION_TARGET /StartAt", "MISSING_TRANSITION_TARGET /States/A"]
    );
}

#[test]
fn resources_that_cannot_be_are_refused() {
    for (resource, right) in [
        ("arn:aws:states:::sqs:sendMessage", true),
        ("arn:aws:states:::eks:call", true),
        ("arn:aws:states:::aws-sdk:s3:getObject", true),
        ("arn:aws:lambda:us-east-1:111122223333:function:f", true),
        ("arn:aws:states:::zoo:feed", false),
        ("arn:aws:states:::sqs:eat", false),
        ("arn:aws:states:::", false),
        ("arn:aws:lambda", false),
        ("arn:", false),
        ("work", false),
    ] {
        let given = json!({ "QueueUrl": "q", "MessageBody": "m" });
        let mut task = json!({ "Type": "Task", "Resource": resource, "End": true });
        if resource.contains(":::") {
            task["Arguments"] = given;
        }
        let found = refused(&machine(json!({ "A": task })));
        assert_eq!(found.is_empty(), right, "{resource} {found:?}");
    }
}

#[test]
fn all_takes_results_of_functions_that_are_too_large() {
    let options = Options { severity: Severity::Warning, ..Options::default() };
    for (resource, warned) in [
        ("arn:aws:states:::lambda:invoke", false),
        ("arn:aws:lambda:us-east-1:111122223333:function:f", false),
        ("arn:aws:states:::dynamodb:getItem", true),
    ] {
        let catch = json!([{ "ErrorEquals": ["States.ALL"], "Next": "B" }]);
        let task = json!({ "Type": "Task", "Resource": resource, "Catch": catch, "Next": "B" });
        let document = machine(json!({ "A": task, "B": { "Type": "Succeed" } }));
        let report = validate_value(&document, &options);
        let found = report.diagnostics.iter().any(|it| it.code == Code::NotCaught);
        assert_eq!(found, warned, "{resource}");
    }
}
