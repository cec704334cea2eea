#![allow(clippy::unwrap_used, reason = "tests")]
mod mistakes;
mod refusals;

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
    assert!(matches!(&old.selector, Some(DataTemplate::JsonPath(it)) if it.literal().is_none()));
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

#[test]
fn a_byte_order_mark_is_no_part_of_a_document() {
    let text = "\u{FEFF}{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }";
    assert!(Definition::from_json(text).is_ok());
    assert!(validate(text, &Options::default()).is_ok());
}
