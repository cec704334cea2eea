//! Requests: what is refused of their context and their machine, and that none panics.
#![allow(clippy::unwrap_used, reason = "tests")]

mod maps;
mod mocks;

use super::*;
use crate::clock::VirtualClock;
use crate::engine::Engine;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

async fn refusal(request: TestState) -> Option<String> {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    test_state(&engine, request).await.err().map(|it| it.message)
}

/// A request that is refused.
async fn rejected(request: TestState) -> Rejected {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    test_state(&engine, request).await.unwrap_err()
}

fn task(resource: &str) -> Value {
    // What some of them require; others are not known by these.
    let given =
        json!({ "FunctionName": "f", "QueueUrl": "q", "MessageBody": "m", "StateMachineArn": "s" });
    json!({ "Type": "Task", "Resource": format!("arn:aws:states:::{resource}"), "Parameters": given, "End": true })
}

fn scope(name: &str) -> Value {
    json!({ "StartAt": name, "States": { name: { "Type": "Pass", "End": true } } })
}

fn map(more: &[(&str, Value)]) -> Value {
    let mut state = json!({ "Type": "Map", "ItemProcessor": scope("Item"), "End": true });
    state
        .as_object_mut()
        .unwrap()
        .extend(more.iter().map(|(key, it)| ((*key).to_owned(), it.clone())));
    state
}

fn mocked(definition: Value, result: Value) -> TestState {
    TestState { mock: Some(Mock::result(result)), ..TestState::new(definition) }
}

#[tokio::test]
async fn a_context_object_has_the_fields_of_one() {
    let invoked = || json!({ "StatusCode": 200 });
    for (context, why) in [
        (json!({}), None),
        (
            json!({ "Execution": { "Id": "i", "Input": [1], "Name": "n", "RoleArn": "r", "StartTime": "2025-01-15T10:30:00Z", "RedriveCount": 1 } }),
            None,
        ),
        (json!({ "Execution": { "RoleArn": null }, "State": null }), None),
        (json!([]), Some("Context must be an object")),
        (json!({ "Pokedex": {} }), Some("Field 'Pokedex' is not allowed")),
        (json!({ "Execution": { "ID": "i" } }), Some("Field 'ID' is not allowed")),
        (json!({ "Execution": "e" }), Some("Execution must be an object")),
        (json!({ "Execution": { "Name": 1 } }), Some("Execution.Name must be a string")),
        (json!({ "Execution": { "StartTime": 1 } }), Some("Execution.StartTime must be a string")),
        (json!({ "State": { "RetryCount": "1" } }), Some("State.RetryCount must be an integer")),
        (json!({ "State": { "RetryCount": 1.5 } }), Some("State.RetryCount must be an integer")),
        (json!({ "State": { "Kind": "Task" } }), Some("Field 'Kind' is not allowed")),
        (json!({ "StateMachine": [] }), Some("StateMachine must be an object")),
        (json!({ "Task": { "Token": {} } }), Some("Task.Token must be a string")),
        (
            json!({ "Map": { "Item": { "Index": 0 } } }),
            Some("'Map' field is not supported when mocking a Context object"),
        ),
    ] {
        let request = TestState {
            context: Some(context.clone()),
            ..mocked(task("lambda:invoke"), invoked())
        };
        let expected = why.map(|why| format!("Invalid Context object provided: {why}"));
        assert_eq!(refusal(request).await, expected, "{context}");
    }
    let with_token = |request: TestState| TestState {
        context: Some(json!({ "Task": { "Token": "t" } })),
        ..request
    };
    let not_waiting = Some(
        "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
    );
    for (definition, result, why) in [
        (map(&[]), json!([]), not_waiting),
        (task("lambda:invoke"), invoked(), not_waiting),
        (task("lambda:invoke.waitForTaskToken"), json!({}), None),
        (task("batch:submitJob.sync"), json!({}), None),
    ] {
        let request = with_token(mocked(definition, result));
        assert_eq!(refusal(request).await.as_deref(), why);
    }
}

#[tokio::test]
async fn variables_are_those_after_the_state() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut request = TestState::new(json!({ "Type": "Pass", "QueryLanguage": "JSONata",
        "Assign": { "b": "{% $a + 1 %}" }, "End": true }));
    request.variables.insert("a".into(), json!(1));
    request.inspection = Inspection::Debug;
    let tested = test_state(&engine, request).await.unwrap();
    assert_eq!(tested.inspection["variables"], json!({ "a": 1, "b": 2 }));
}

#[tokio::test]
async fn a_name_goes_with_a_whole_machine() {
    let named = |definition: Value, name: &str| TestState {
        state: Some(name.to_owned()),
        ..TestState::new(definition)
    };
    let missing = Some("State not found in definition".to_owned());
    assert_eq!(refusal(named(scope("A"), "A")).await, None);
    assert_eq!(refusal(named(scope("A"), "B")).await, missing);
    let state = json!({ "Type": "Pass", "End": true });
    assert_eq!(refusal(named(state.clone(), "A")).await, missing);
    assert_eq!(refusal(TestState::new(state)).await, None);
    // Without a name it is a state, and a state has no `States`.
    let refused = rejected(TestState::new(scope("A"))).await;
    assert_eq!(refused.code, "InvalidDefinition", "{refused}");
}

#[tokio::test]
async fn what_aws_does_not_take_is_refused_in_its_words() {
    let more = |state: Value, field: &str| {
        let mut state = state;
        state[field] = json!("x");
        state
    };
    let pass = || json!({ "Type": "Pass", "End": true });
    for (definition, field) in [
        (more(pass(), "Resource"), "Resource"),
        (more(pass(), "Colour"), "Colour"),
        (more(task("sqs:sendMessage"), "ItemsPath"), "ItemsPath"),
        (map(&[("Branches", json!([]))]), "Branches"),
    ] {
        let request = TestState {
            mock: (definition["Type"] != "Pass").then(|| Mock::result(json!([]))),
            ..TestState::new(definition)
        };
        let Rejected { code, message } = rejected(request).await;
        let begins = "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ";
        let rest = message.strip_prefix(begins).unwrap_or_default();
        assert!(code == "InvalidDefinition" && rest.contains(field), "{message}");
        // No help of ours.
        assert!(rest.ends_with(" at /States/StateName'"), "{message}");
    }
}

/// A Map around a Parallel around a task, each with these handlers.
fn nested(map_has: &[(&str, Value)], parallel_has: &[(&str, Value)], task_has: Value) -> Value {
    let mut inner = task("lambda:invoke");
    inner.as_object_mut().unwrap().extend(task_has.as_object().unwrap().clone());
    let branch = json!({ "StartAt": "T", "States": { "T": inner } });
    let mut parallel = json!({ "Type": "Parallel", "Branches": [branch], "End": true });
    let fields = parallel_has.iter().map(|(key, it)| ((*key).to_owned(), it.clone()));
    parallel.as_object_mut().unwrap().extend(fields);
    let each = json!({ "StartAt": "P", "States": { "P": parallel } });
    let more = [map_has, &[("ItemProcessor", each)]].concat();
    let mut outer = map(&more);
    outer.as_object_mut().unwrap().remove("End");
    outer["Next"] = json!("Sorry");
    json!({ "StartAt": "M", "States": { "M": outer, "Sorry": { "Type": "Succeed" } } })
}

#[tokio::test]
async fn a_failure_reaches_the_states_around() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let retry = |error: &str, most: u32| json!([{ "ErrorEquals": [error], "MaxAttempts": most }]);
    let catch = |error: &str| json!([{ "ErrorEquals": [error], "Next": "Sorry" }]);
    let tested = async |definition: Value, retries: u32| {
        let request = TestState {
            state: Some("T".to_owned()),
            mock: Some(Mock::error("Bad", "so bad")),
            inspection: Inspection::Debug,
            configuration: Configuration { retries, ..Configuration::default() },
            ..TestState::new(definition)
        };
        let tested = test_state(&engine, request).await.unwrap();
        let details = tested.inspection.get("errorDetails").cloned().unwrap_or_default();
        (tested.status, tested.next, tested.error.unwrap(), details)
    };
    let bad = || "Bad".to_owned();
    let sorry = || Some("Sorry".to_owned());
    let none = json!({});
    let definition = nested(&[("Catch", catch("Bad"))], &[], none.clone());
    let caught = (Status::CaughtError, sorry(), bad(), json!({ "catchIndex": 0 }));
    assert_eq!(tested(definition, 0).await, caught);
    // The innermost that takes it.
    let definition =
        nested(&[("Catch", catch("Bad"))], &[("Retry", retry("Bad", 2))], none.clone());
    let retried = json!({ "retryIndex": 0, "retryBackoffIntervalSeconds": 2 });
    assert_eq!(tested(definition.clone(), 1).await, (Status::Retriable, None, bad(), retried));
    assert_eq!(tested(definition, 2).await, caught);
    // The retries are those of its own retrier: that around has all of its own.
    let own = json!({ "Retry": retry("Bad", 2) });
    let definition = nested(&[("Retry", retry("States.ALL", 2))], &[], own.clone());
    let retried = json!({ "retryIndex": 0, "retryBackoffIntervalSeconds": 1 });
    assert_eq!(tested(definition, 2).await, (Status::Retriable, None, bad(), retried));
    let definition = nested(&[("Catch", catch("Other"))], &[], own);
    let failed = (Status::Failed, None, bad(), json!({ "retryIndex": 0 }));
    assert_eq!(tested(definition, 2).await, failed);
}

/// Any JSON, with the names that mean something more often than others.
fn anything() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        4 => proptest::sample::select(vec![
            "Execution", "State", "Map", "Item", "Task", "Type", "States", "StartAt", "Name", "Resource", "Branches",
            "ItemProcessor", "ResultWriter", "Retry", "Catch", "Next", "Input", "RetryCount", "Index", "QueryLanguage",
        ]).prop_map(str::to_owned),
        1 => "[a-zA-Z$.]{0,6}",
    ];
    let text = prop_oneof![
        proptest::sample::select(vec![
            "Task",
            "Map",
            "Parallel",
            "Pass",
            "Choice",
            "JSONata",
            "A",
            "arn:aws:states:::lambda:invoke",
            "$",
            "$$",
            "{% 1 %}",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is sent is tested or refused.
    #[test]
    fn no_request_panics(definition in anything(), input in anything(), result in anything(), given in anything(), data in anything(), kind in 0..5_usize, retries: u32, failed: u64, with: u8) {
        let whole = json!({ "StartAt": "A", "States": { "A": map(&[("Retry", json!([{ "ErrorEquals": ["E"], "BackoffRate": 9.0 }]))]) } });
        let definition = vec![definition, task("lambda:invoke"), map(&[("ItemSelector", given.clone())]), whole, task("sqs:sendMessage.waitForTaskToken")].swap_remove(kind);
        let flag = |bit: u8| with & (1 << bit) != 0;
        let mock = Mock { outcome: if flag(0) { Ok(result) } else { Err(("E".into(), "c".into())) }, validation: FieldValidation::Strict };
        let request = TestState {
            state: flag(1).then(|| "A".to_owned()),
            input,
            role: Some("r".into()),
            inspection: Inspection::Trace,
            mock: flag(2).then_some(mock),
            context: flag(3).then_some(given),
            configuration: Configuration {
                retries,
                caused_by: flag(4).then(|| "Item".to_owned()),
                failed_iterations: flag(5).then_some(failed),
                reader_data: flag(6).then_some(data),
            },
            ..TestState::new(definition)
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let _ = runtime.block_on(refusal(request));
    }
}

#[tokio::test]
async fn what_a_state_reads_is_evaluated() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let wait = |field: &str, value: Value| json!({ "Type": "Wait", field: value, "End": true });
    let parallel = |field: &str, value: Value| json!({ "Type": "Parallel", "Branches": [scope("B")], field: value, "End": true });
    let long = "x".repeat(200_000);
    let twice =
        json!({ "Type": "Pass", "Parameters": { "a.$": "$.t", "b.$": "$.t" }, "End": true });
    for (state, mock, error) in [
        (wait("SecondsPath", json!("$.t")), None, "States.Runtime"),
        (wait("SecondsPath", json!("$.nope")), None, "States.Runtime"),
        (wait("TimestampPath", json!("$.t")), None, "States.Runtime"),
        (parallel("InputPath", json!("$.nope")), Some(json!([1])), "States.Runtime"),
        (parallel("Parameters", json!({ "q.$": "$.nope" })), Some(json!([1])), "States.Runtime"),
        (twice, None, "States.DataLimitExceeded"),
    ] {
        let input = json!({ "t": long });
        let mock = mock.map(Mock::result);
        let request = TestState { input, mock, ..TestState::new(state.clone()) };
        let tested = test_state(&engine, request).await.unwrap();
        let failed = (tested.status, tested.error.as_deref());
        assert_eq!(failed, (Status::Failed, Some(error)), "{state}");
    }
    let waited = TestState::new(wait("Seconds", json!(5)));
    assert_eq!(test_state(&engine, waited).await.unwrap().status, Status::Succeeded);
}
