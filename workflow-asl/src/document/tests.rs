#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::jsonpath::{Path, ReferencePath};
use serde_json::json;

/// A machine of these states that begins with `A`.
fn machine(states: Value) -> Value {
    json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": states })
}

/// Returns what is wrong with a machine, one line a problem.
fn problems(states: Value) -> Vec<String> {
    let problems = Definition::from_value(machine(states)).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

const EVERYTHING: &str = r#"{
  "Comment": "All states",
  "QueryLanguage": "JSONata",
  "TimeoutSeconds": 60,
  "StartAt": "Call",
  "Unknown": [1.50, {"z": 1, "a": 2}],
  "States": {
    "Call": {
      "Type": "Task",
      "Comment": "Calls",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {"FunctionName": "charge", "Payload": {"amount": "{% $states.input.total %}"}},
      "TimeoutSeconds": 30,
      "HeartbeatSeconds": "{% 5 %}",
      "Retry": [{"ErrorEquals": ["Throttled"], "IntervalSeconds": 2, "MaxAttempts": 5, "BackoffRate": 1.5, "MaxDelaySeconds": 60, "JitterStrategy": "FULL"}],
      "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"why": "{% $states.errorOutput.Cause %}"}, "Output": {}, "Next": "Lost"}],
      "Assign": {"paid": "{% $states.result.Payload %}"},
      "Output": "{% $states %}",
      "Next": "Choose"
    },
    "Choose": {
      "Type": "Choice",
      "Choices": [{"Condition": "{% $paid > 1 %}", "Assign": {"x": 1}, "Next": "Each"}, {"Condition": true, "Next": "Both"}],
      "Default": "Idle",
      "Output": 5
    },
    "Each": {
      "Type": "Map",
      "Items": "{% $states.input.list %}",
      "ItemSelector": {"item": "{% $states.context.Map.Item.Value %}"},
      "MaxConcurrency": 4,
      "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}},
      "Next": "Idle"
    },
    "Both": {
      "Type": "Parallel",
      "Branches": [{"StartAt": "Left", "States": {"Left": {"Type": "Succeed", "Output": 1}}}],
      "Next": "Idle"
    },
    "Idle": {"Type": "Wait", "Seconds": 3, "Next": "Then"},
    "Then": {"Type": "Wait", "Timestamp": "{% $now() %}", "End": true},
    "Lost": {"Type": "Fail", "Error": "Lost", "Cause": "{% $why %}"}
  }
}"#;

#[test]
fn a_document_prints_as_it_came() {
    let definition = Definition::from_json(EVERYTHING).unwrap();
    let again: Value = serde_json::from_str(EVERYTHING).unwrap();
    assert_eq!(definition.to_value().to_string(), again.to_string());
    let keys: Vec<_> = definition.as_value().as_object().unwrap().keys().collect();
    assert_eq!(keys[4], "Unknown");
    assert_eq!(Definition::from_json(&definition.to_json_pretty()), Ok(definition));
}

#[test]
fn the_model_holds_every_field() {
    let definition = Definition::from_json(EVERYTHING).unwrap();
    assert_eq!((definition.comment(), definition.timeout()), (Some("All states"), Some(60)));
    let StateKind::Task(task) = &definition.scope().states[0].kind else { panic!("a task") };
    let retrier = &task.errors.retry[0];
    assert_eq!((retrier.interval, retrier.max_attempts, retrier.max_delay), (2, 5, Some(60)));
    assert_eq!((retrier.backoff_rate, retrier.jitter), (1.5, true));
    assert_eq!(task.errors.catch[0].handover.jsonata().unwrap().assign[0].0, "why");
    let outcome = &definition.scope().states[0].data.jsonata().unwrap().outcome;
    assert_eq!(&**outcome.assign[0].1.location(), "Assign/paid");
    assert_eq!(task.then, Transition::Next("Choose".into()));
    let StateKind::Choice(choice) = &definition.scope().states[1].kind else { panic!("a choice") };
    let Condition::Jsonata(condition) = &choice.rules[1].condition else { panic!("JSONata") };
    assert_eq!(&**condition.location(), "Choices[1]/Condition");
}

/// Mistakes of states in JSONata that begin with `A`, and what is said of them.
#[test]
fn each_mistake_is_found_with_its_place() {
    let pass = json!({ "Type": "Pass", "End": true });
    let task = |more: Value| {
        let mut task =
            json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true });
        task.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "A": task })
    };
    let all = json!({ "ErrorEquals": ["States.ALL"], "Next": "A" });
    for (states, expected) in [
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
            json!({ "A": { "Type": "Hop" } }),
            "Value should be one of the following: [Task, Pass, Choice, Wait, Succeed, Fail, Parallel, Map] at /States/A/Type",
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
        (
            json!({ "A": { "Type": "Fail", "Retry": [] } }),
            "Field 'Retry' is not supported at /States/A",
        ),
        (
            json!({ "A": { "Type": "Parallel", "TimeoutSeconds": 1, "Branches": [{ "StartAt": "B", "States": { "B": pass } }], "End": true } }),
            "Field 'TimeoutSeconds' is not supported at /States/A",
        ),
        (
            json!({ "A": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": pass } }], "End": true } }),
            "DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/Branches[0]/States/A",
        ),
        (
            json!({ "A": { "Type": "Parallel", "Assign": { "x": 1 }, "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } }], "End": true } }),
            "DUPLICATE_VARIABLE_NAME: The variable name 'x' was already defined in a parent scope. at /States/A/Branches[0]/States/B/Assign/x",
        ),
        (
            json!({ "A": { "Type": "Map", "ItemProcessor": { "StartAt": "Q", "States": { "B": pass } }, "End": true } }),
            "Missing 'Next' target: Q at /States/A/ItemProcessor/StartAt",
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
        (
            json!({ "A": { "Type": "Pass", "QueryLanguage": "JSONPath", "End": true } }),
            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A",
        ),
        (
            json!({ "A": { "Type": "Pass", "QueryLanguage": "SQL", "End": true } }),
            "Value should be one of the following: [JSONPath, JSONata] at /States/A/QueryLanguage",
        ),
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
    ] {
        let found = problems(states.clone());
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{states}\n{expected}\n{found:#?}"
        );
    }
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

/// A document that AWS refuses and others can run: it is said, and read nevertheless.
#[test]
fn what_only_aws_refuses() {
    let task = |resource: &str| json!({ "Type": "Task", "Resource": resource, "End": true });
    let arn = |action: &str| task(&format!("arn:aws:states:::{action}"));
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
    let invoke = "arn:aws:states:::lambda:invoke";
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

#[test]
fn retriers_keep_their_ranges() {
    for (retrier, fits) in [
        (json!({ "ErrorEquals": ["X"] }), true),
        (json!({ "ErrorEquals": ["X"], "MaxAttempts": 0, "BackoffRate": 1 }), true),
        (json!({ "ErrorEquals": [] }), false),
        (json!({}), false),
        (json!({ "ErrorEquals": ["X"], "IntervalSeconds": 0 }), true),
        (json!({ "ErrorEquals": ["X"], "IntervalSeconds": -1 }), false),
        (json!({ "ErrorEquals": ["X"], "IntervalSeconds": 1.5 }), false),
        (json!({ "ErrorEquals": ["X"], "MaxAttempts": 100_000_000 }), false),
        (json!({ "ErrorEquals": ["X"], "BackoffRate": 0.5 }), false),
        (json!({ "ErrorEquals": ["X"], "MaxDelaySeconds": 31_622_401 }), false),
        (json!({ "ErrorEquals": ["X"], "JitterStrategy": "SOME" }), false),
        (json!({ "ErrorEquals": ["States.ALL", "X"] }), false),
    ] {
        let states =
            json!({ "A": { "Type": "Task", "Resource": "r", "Retry": [retrier], "End": true } });
        assert_eq!(problems(states.clone()).is_empty(), fits, "{states}");
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
fn a_text_that_is_not_json() {
    assert_eq!(Definition::from_json("{").unwrap_err()[0].code, Code::Json);
}

/// Every field of both languages that is not in `EVERYTHING`.
const PATHS: &str = r#"{
  "StartAt": "Call",
  "States": {
    "Call": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "InputPath": "$.order", "Parameters": {"Payload.$": "$"}, "ResultSelector": {"id.$": "$.Payload.id"},
      "ResultPath": null, "OutputPath": null,
      "Credentials": {"RoleArn.$": "$.role"},
      "TimeoutSecondsPath": "$.timeout", "HeartbeatSecondsPath": "$beat",
      "Assign": {"id.$": "$.id", "one": 1},
      "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Choose"}],
      "Next": "Choose"
    },
    "Choose": {
      "Type": "Choice",
      "Choices": [{"Variable": "$.n", "NumericEquals": 1, "Assign": {"n.$": "$.n"}, "Next": "Each"}],
      "Default": "Wait"
    },
    "Wait": {"Type": "Wait", "TimestampPath": "$.at", "Next": "Old"},
    "Old": {
      "Type": "Map", "ItemsPath": "$.list", "Parameters": {"it.$": "$$.Map.Item.Value"}, "MaxConcurrencyPath": "$.width",
      "Iterator": {"StartAt": "Item", "States": {"Item": {"Type": "Pass", "Result": {"a": 1}, "End": true}}},
      "Next": "Each"
    },
    "Each": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "Parameters": {"Bucket.$": "$.bucket", "Key": "k"},
        "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b"], "CSVDelimiter": "PIPE", "MaxItemsPath": "$.most"}
      },
      "ItemBatcher": {"MaxItemsPerBatch": 5, "BatchInput": {"x.$": "$.x"}},
      "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}, "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"}},
      "ToleratedFailurePercentage": 12.5, "ToleratedFailureCountPath": "$.count", "Label": "each",
      "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
        "StartAt": "One", "States": {"One": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true}}
      },
      "Next": "Lost"
    },
    "Lost": {"Type": "Fail", "ErrorPath": "$.error", "CausePath": "States.Format('{}', $.cause)"}
  }
}"#;

#[test]
fn json_path_and_distributed_maps_are_in_the_model() {
    let definition = Definition::from_json(PATHS).unwrap_or_else(|found| panic!("{found:#?}"));
    let state = |index: usize| &definition.scope().states[index];
    let path = |text: &str| Path::parse(text).unwrap();
    let reference = |text: &str| ReferencePath::parse(text).unwrap();
    let data = state(0).data.json_path().unwrap();
    assert_eq!((&data.input, &data.result, &data.output), (&Some(path("$.order")), &None, &None));
    let StateKind::Task(task) = &state(0).kind else { panic!("a task") };
    assert_eq!(task.timeout, Some(Setting::Path(reference("$.timeout"))));
    let Handover::JsonPath { result, .. } = &task.errors.catch[0].handover else { panic!("paths") };
    assert_eq!(*result, Some(reference("$.error")));
    let StateKind::Map(old) = &state(3).kind else { panic!("a map") };
    assert_eq!((old.mode, &old.items), (Mode::Inline, &Some(Items::Path(reference("$.list")))));
    assert!(matches!(&old.selector, Some(Payload::JsonPath(it)) if it.literal().is_none()));
    let StateKind::Map(map) = &state(4).kind else { panic!("a map") };
    assert_eq!(map.mode, Mode::Distributed(MachineType::Express));
    assert_eq!(map.processor.states[0].data.language(), QueryLanguage::Jsonata);
    let config = &map.reader.as_ref().unwrap().config;
    assert_eq!(config.headers, Some(CsvHeaders::Given(vec!["a".into(), "b".into()])));
    assert_eq!((config.input, config.delimiter), (Some(InputType::Csv), Delimiter::Pipe));
    assert_eq!(config.max_items, Some(Setting::Path(reference("$.most"))));
    assert_eq!(map.batcher.as_ref().unwrap().max_items, Some(Setting::Literal(5)));
    let written = WriterConfig { transformation: ResultForm::Compact, lines: true };
    assert_eq!(map.writer.as_ref().unwrap().config, Some(written));
    assert_eq!(map.tolerated_percentage, Some(Setting::Literal(12.5)));
    assert_eq!(map.tolerated_count, Some(Setting::Path(reference("$.count"))));
}

#[test]
fn what_is_within_a_state_has_the_language_of_the_machine() {
    let inner = json!({ "Type": "Pass", "QueryLanguage": "JSONPath", "End": true });
    let value = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Map", "QueryLanguage": "JSONata", "End": true,
        "ItemProcessor": { "StartAt": "B", "States": { "B": inner } },
    } } });
    let definition = Definition::from_value(value).unwrap();
    assert_eq!(definition.language(), QueryLanguage::JsonPath);
    let outer = &definition.scope().states[0];
    assert_eq!(outer.data.language(), QueryLanguage::Jsonata);
    assert_eq!(outer.kind.scopes()[0].states[0].data.language(), QueryLanguage::JsonPath);
}

/// The codes and places of what AWS refuses, a line each.
fn refused(document: &Value) -> Vec<String> {
    let report = validate_value(document, &Options::default());
    let one = |it: &Diagnostic| format!("{} {}", it.code, it.place());
    report.diagnostics.iter().map(one).collect()
}

#[test]
fn what_is_refused_has_the_place_that_aws_names() {
    let pass = json!({ "Type": "Pass", "End": true });
    let retry = json!([{ "MaxAttempts": -1 }]);
    let lambda = "arn:aws:states:::lambda:invoke";
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
        let task = json!({ "Type": "Task", "Resource": resource, "End": true });
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

#[test]
fn a_byte_order_mark_is_no_part_of_a_document() {
    let text = "\u{FEFF}{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }";
    assert!(Definition::from_json(text).is_ok());
    assert!(validate(text, &Options::default()).is_ok());
}

#[test]
fn a_mistake_in_an_expression_is_placed_within_it() {
    for (expression, from) in [
        ("{% $count($states.input.list, /ab) %}", "/ab"),
        ("{%  $x := 'ab %}", "'ab"),
        ("{%$sum([1, , 2])%}", ", 2"),
        ("{% $states.inptu.a + $states.input.a %}", "$states.inptu"),
        ("{% 'é' & total & 'total' %}", "total &"),
        ("{% $eval('1') & '$eval' %}", "$eval('1')"),
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
