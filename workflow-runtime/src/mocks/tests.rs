#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use super::*;
use crate::Engine;
use crate::clock::VirtualClock;
use crate::engine::Identity;
use crate::history::HistoryEvent;
use crate::interpreted::{Compiled, Context, Interpreted};
use crate::machine::Machine;
use workflow_asl::Definition;

const LOCAL: &str = r#"{
    "StateMachines": { "LambdaSQS": { "TestCases": {
        "Happy": { "Lambda": "Ok", "SQS": "Sent" },
        "Retry": { "Lambda": "Again", "SQS": "Sent" } } },
      "Other": { "TestCases": { "Happy": { "Lambda": "Sent" } } } },
    "MockedResponses": {
        "Ok": { "0": { "Return": { "Payload": "hello" } } },
        "Sent": { "0": { "Return": { "MessageId": "1" } } },
        "Again": { "3": { "Return": { "Payload": "at last" } },
            "0": { "Throw": { "Error": "Busy", "Cause": "first" } },
            "1-2": { "Throw": { "Error": "Busy", "Cause": "again" } } } } }"#;

fn read(text: &str, case: Option<&str>) -> Result<Mocks, String> {
    let shown = |problems: Vec<MocksError>| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    Mocks::read(text, case, "LambdaSQS").map_err(shown)
}

fn asker(state: &'static str) -> Asker<'static> {
    Asker { state, resource: "arn:aws:states:::sqs:sendMessage", function: None }
}

/// Returns what a name answers, call after call.
fn told(mocks: &Mocks, state: &'static str, calls: usize) -> Vec<String> {
    let one = |_| match mocks.answer(&asker(state)) {
        Ok(Answer { outcome: Ok(value), .. }) => value.to_string(),
        Ok(Answer { outcome: Err((error, cause)), .. }) => format!("{error}: {cause}"),
        Err(failure) => failure.reported(),
    };
    (0..calls).map(one).collect()
}

#[test]
fn answers_are_given_as_often_as_they_say() {
    let text = r#"{ "A": [{ "fails": { "error": "E", "cause": { "a": 1 } }, "times": 2 }, { "returns": 1 }, { "returns": 2 }],
        "B": [{ "returns": 1, "times": 1 }], "*": [{ "returns": 1 }, { "returns": 0 }] }"#;
    let mocks = read(text, None).unwrap();
    assert_eq!(told(&mocks, "A", 5), [r#"E: {"a":1}"#, r#"E: {"a":1}"#, "1", "2", "2"]);
    let two = told(&mocks, "B", 2);
    assert_eq!(two[0], "1");
    assert!(two[1].contains("makes call 2 of what `B` mocks, but the mocks answer 1"), "{two:?}");
    // Each state is counted for itself.
    assert_eq!(
        (told(&mocks, "C", 2), told(&mocks, "D", 1)),
        (vec!["1".into(), "0".into()], vec!["1".into()])
    );
    assert_eq!(told(&mocks.again(), "C", 1), ["1"]);
    assert_eq!(told(&mocks.clone(), "C", 1), ["0"]);
}

#[test]
fn calls_of_step_functions_local_are_numbered() {
    let mocks = read(LOCAL, Some("Retry")).unwrap();
    let told = told(&mocks, "Lambda", 5);
    assert_eq!(
        told[..4],
        ["Busy: first", "Busy: again", "Busy: again", r#"{"Payload":"at last"}"#]
    );
    assert!(told[4].contains("makes call 5") && told[4].contains("the next number"), "{told:?}");
    let missing = mocks.answer(&asker("Else")).unwrap_err().reported();
    assert!(missing.contains(r#""Else": "NAME"` into the test case"#), "{missing}");
}

#[test]
fn test_cases_are_chosen() {
    let first = |case| read(LOCAL, case).map(|mocks| told(&mocks, "Lambda", 1).remove(0));
    let cases = [
        (Some("Happy"), r#"{"Payload":"hello"}"#),
        (Some("Other#Happy"), r#"{"MessageId":"1"}"#),
        (Some("Retry"), "Busy: first"),
    ];
    for (case, expected) in cases {
        assert_eq!(first(case).unwrap(), expected, "{case:?}");
    }
    for (case, expected) in [
        (
            Some("Sad"),
            "/StateMachines: there is no test case `Sad`; there are `#LambdaSQS#Happy`, `#LambdaSQS#Retry`, `#Other#Happy`",
        ),
        (None, "/StateMachines: say which test case is meant"),
    ] {
        let error = first(case).unwrap_err();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn mistakes_are_named_with_their_place() {
    let deep = "[".repeat(200);
    let cases: [(&str, &str); _] = [
        ("[", "this is not JSON: EOF"),
        (&deep, "this is nested deeper than 100 levels"),
        (
            "[]",
            "expected an object from names of states or functions to lists of answers, found a list",
        ),
        (
            r#"{"A": {"returns": 1}}"#,
            "/A: expected a list of answers, such as `[{ \"returns\": {} }]`, found an object",
        ),
        (
            r#"{"A": []}"#,
            "/A: expected a list of answers, such as `[{ \"returns\": {} }]`; it is empty",
        ),
        (
            r#"{"A/B": [1]}"#,
            "/A~1B/0: expected an answer: an object with `returns` or `fails`, found a number",
        ),
        (r#"{"A": [{}]}"#, "/A/0: expected one of `returns` and `fails`, found neither"),
        (
            r#"{"A": [{"returns": 1, "fails": 1}]}"#,
            "/A/0: expected one of `returns` and `fails`, found both",
        ),
        (
            r#"{"A": [{"return": 1, "returns": 1}]}"#,
            "/A/0/return: there is no field `return`; did you mean `returns`? (fields: `returns`, `fails`, `times`, `after`)",
        ),
        (
            r#"{"A": [{"fails": {"error": 1}}]}"#,
            "/A/0/fails/error: expected the name of an error: a string, found a number",
        ),
        (
            r#"{"A": [{"fails": {}}]}"#,
            "/A/0/fails: expected the field `error`: the name of the error",
        ),
        (
            r#"{"A": [{"returns": 1, "times": 0}]}"#,
            "/A/0/times: expected how often it is given: an integer from 1 on, found 0",
        ),
        (
            r#"{"A": [{"returns": 1, "after": -1}]}"#,
            "/A/0/after: expected seconds: a number from 0 to 31536000, found -1",
        ),
        (
            r#"{"StateMachines": {"M": {"TestCases": {"C": {"S": "R"}}}}}"#,
            "expected the field `MockedResponses`: an object\n/StateMachines/M/TestCases/C/S: there is no response `R`: expected a name of `/MockedResponses`",
        ),
        (
            r#"{"StateMachines": {"M": {"TestCases": {"C": {}}}}, "MockedResponses": {"R": {"1": {"Return": 1}, "x": {"Return": 1}, "3": {"Throw": {"Error": "E"}}}}}"#,
            "/MockedResponses/R/x: expected the number of a call from 0 on, or a range: \"0\", \"1-2\"\n/MockedResponses/R/3/Throw: expected the field `Cause`: a string\n/MockedResponses/R/1: expected the call 0 here: numbers begin with 0, without gaps or overlaps",
        ),
    ];
    for (text, expected) in cases {
        let error = read(text, None).unwrap_err();
        assert!(error.starts_with(expected), "{text}\n{error}");
    }
    let error = read("{}", Some("C")).unwrap_err();
    assert!(error.contains("leave out `#C`"), "{error}");
}

const MACHINE: &str = r#"{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "MaxConcurrency": 1, "Next": "Tell",
    "ItemProcessor": { "StartAt": "Charge", "States": { "Charge": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "OutputPath": "$.Payload",
        "Retry": [{ "ErrorEquals": ["Busy"] }],
        "Parameters": { "FunctionName": "charge", "Payload.$": "$" } } } } },
    "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
        "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" } } } }"#;

fn definition() -> Definition {
    Definition::from_json(MACHINE).unwrap()
}

async fn run(mocks: Mocks, input: Value) -> (Result<Value, Failure>, Vec<HistoryEvent>) {
    let engine = Engine::builder().clock(VirtualClock::default()).seed(1).connector(mocks).build();
    let program = Arc::new(Compiled::connected(definition()).map_err(|it| it.len()).unwrap());
    let value = Arc::new(input);
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, value, Context::from(identity)))
    };
    let mut execution = engine.start(open, "m", None, None);
    let result = (&mut execution).await.map(|output| (*output.json().unwrap()).clone());
    (result, execution.history().to_vec())
}

#[tokio::test]
async fn a_document_runs_on_them_in_virtual_time() {
    let text = r#"{ "charge": [{ "fails": { "error": "Busy" } }, { "returns": "a" }, { "returns": "b", "after": 86400 }],
        "Tell": [{ "returns": { "told": true }, "after": 3600 }] }"#;
    let mocks = read(text, None).unwrap();
    assert_eq!(mocks.missing(&needed(&definition())), []);
    let (result, events) = run(mocks, json!([1, 2])).await;
    assert_eq!(result.unwrap(), json!({ "told": true }));
    let names: Vec<String> = events.iter().map(|it| it.json()["type"].to_string()).collect();
    assert!(names.iter().any(|name| name == "\"TaskSubmitted\""), "{names:?}");
    // The retrier waits a second.
    let seconds = events.last().unwrap().time.duration_since(events[0].time).as_secs();
    assert_eq!(seconds, 1 + 86_400 + 3_600);
}

#[tokio::test]
async fn a_state_without_a_mock_is_named() {
    let (result, _) =
        run(read(r#"{ "charge": [{ "returns": 1 }] }"#, None).unwrap(), json!([1])).await;
    let failure = result.unwrap_err();
    let expected = "the state `Tell` (resource `arn:aws:states:::sqs:sendMessage.waitForTaskToken`) has no mock; write `\"Tell\": [{ \"returns\": {} }]` into the mocks file";
    assert_eq!((failure.error(), failure.reported().as_str()), ("States.Runtime", expected));
}

#[test]
fn what_is_needed_is_known_before() {
    let needed = needed(&definition());
    let names: Vec<_> =
        needed.iter().map(|it| (it.state.as_str(), it.function.as_deref())).collect();
    assert_eq!(names, [("Charge", Some("charge")), ("Tell", None)]);
    let template = template(&needed);
    assert_eq!(template, json!({ "charge": [{ "returns": {} }], "Tell": [{ "returns": {} }] }));
    let mocks = read(&template.to_string(), None).unwrap();
    assert!(mocks.missing(&needed).is_empty() && mocks.strangers(&needed).is_empty());
    let mocks = read(r#"{ "chrage": [{ "returns": 1 }], "*": [{ "returns": 1 }] }"#, None).unwrap();
    assert_eq!(mocks.strangers(&needed), ["chrage"]);
}
