//! The process against the Runtime API: invocations, responses, errors, errors of the start.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use workflow::{Caught, Failure, TaskError};
use workflow_lambda_tests::shop::PayError;
use workflow_lambda_tests::{Function, MOST};

const PROGRAM: &str = env!("CARGO_BIN_EXE_bootstrap");

fn start(name: &str, variables: &[(&str, &str)]) -> Function {
    let variables: Vec<_> =
        variables.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    Function::start(Path::new(PROGRAM), name, &variables)
}

fn order(id: &str) -> String {
    json!({ "id": id, "cents": 12 }).to_string()
}

/// The failure of a payload, sent to a task that is new.
fn failure(task: &str, payload: &str) -> Failure {
    start(task, &[]).invoke(payload).expect_err(payload)
}

#[test]
fn a_result_is_the_response() {
    let mut pay = start("pay", &[]);
    assert_eq!(pay.invoke(&order("7")), Ok(json!("receipt of 7: 12")));
    assert_eq!(pay.invoke(&order("8")), Ok(json!("receipt of 8: 12")));
    assert_eq!(start("odd", &[]).invoke("\"\""), Ok(json!([0.5, 1])));
}

#[test]
fn an_error_of_the_task_comes_back_as_the_same_variant() {
    let mut pay = start("pay", &[]);
    for (id, error) in [
        ("declined", PayError::Declined { reason: "é \"no\" \\ \n".into(), left: -5 }),
        ("limits", PayError::Limits(7, vec!["a".into(), String::new()])),
        ("closed", PayError::Closed),
    ] {
        let failure = pay.invoke(&order(id)).unwrap_err();
        assert_eq!(failure.error(), error.name());
        // Step Functions has the whole body as the cause; the engine has the same text, whatever its keys' order.
        let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        let here = Failure::from(error.clone());
        assert_eq!(json(&failure.reported()), json(&here.reported()));
        assert_eq!(PayError::caught(failure), Ok(error));
    }
    let other = pay.invoke(&order("other")).unwrap_err();
    assert_eq!((other.error(), &*other.cause()), ("Odd", "an odd one"));
}

#[test]
fn a_panic_is_a_failure_of_its_call_alone() {
    let mut pay = start("pay", &[]);
    let failure = pay.invoke(&order("panic")).unwrap_err();
    assert_eq!(failure.error(), "Lambda.Unknown");
    assert_eq!(failure.cause(), "the task panicked: the 12 till is open");
    assert_eq!(pay.invoke(&order("7")), Ok(json!("receipt of 7: 12")));
}

#[test]
fn an_attempt_is_given_up_before_its_deadline() {
    let mut wait = start("wait", &[]);
    let begun = Instant::now();
    let failure = wait.invoke_within("60000", Duration::from_millis(900)).unwrap_err();
    assert!(begun.elapsed() < Duration::from_millis(900), "{:?}", begun.elapsed());
    assert_eq!(failure.error(), "States.Timeout");
    assert!(failure.cause().starts_with("Task timed out after 0."), "{failure}");
    // The process is still there.
    assert_eq!(wait.invoke_within("1", Duration::from_secs(5)), Ok(json!(1)));
}

#[test]
fn what_does_not_fit_is_told_as_the_engine_does() {
    for (task, payload, part) in [
        ("pay", "5".to_owned(), "a value does not fit its type: invalid type: integer"),
        (
            "pay",
            json!({ "id": 5, "cents": 1 }).to_string(),
            "invalid type: integer `5`, expected a string",
        ),
        ("pay", json!({ "id": "a" }).to_string(), "missing field `cents`"),
        ("wait", "-1".to_owned(), "invalid value: integer `-1`, expected u64"),
        ("odd", "\"infinite\"".to_owned(), "the result of the task `odd` has the number inf"),
        ("odd", "\"long\"".to_owned(), "has the integer 18446744073709551615: AWS keeps those"),
        (
            "place",
            "\"a\"".to_owned(),
            "the payload of the task `place` is not that of its exported",
        ),
        ("ask", json!({ "input": "a" }).to_string(), "it has no `taskToken`"),
    ] {
        let failure = failure(task, &payload);
        assert_eq!(failure.error(), "States.Runtime", "{task} {payload}");
        assert!(failure.cause().contains(part), "{failure}");
    }
}

#[test]
fn a_result_that_lambda_does_not_take_is_an_error() {
    let mut fill = start("fill", &[]);
    let most = MOST - 2;
    assert_eq!(fill.invoke(&most.to_string()).unwrap().as_str().map(str::len), Some(most));
    let failure = fill.invoke(&(most + 1).to_string()).unwrap_err();
    assert_eq!(failure.error(), "States.DataLimitExceeded");
    assert!(failure.cause().contains("returned 6291557 bytes"), "{failure}");
}

#[test]
fn a_process_that_ends_is_an_error_of_its_call() {
    assert_eq!(failure("odd", "\"end\"").error(), "Runtime.ExitError");
}

#[test]
fn resources_are_made_once_for_a_process() {
    let mut open = start("open", &[("FLOAT", "2.5")]);
    assert_eq!(open.invoke("\"a\""), Ok(json!("a: call 1, float 2.5")));
    assert_eq!(open.invoke("\"b\""), Ok(json!("b: call 2, float 2.5")));
}

#[test]
fn a_context_comes_out_of_the_context_object() {
    let mut place = start("place", &[]);
    let context = |retries: u32, started: &str| {
        json!({ "input": "a", "context": {
            "execution": "arn:e", "started": started, "state": "Placed", "retries": retries
        }})
        .to_string()
    };
    let again = place.invoke(&context(0, "12:00")).unwrap_err();
    assert_eq!(again.error(), "Again");
    let placed = place.invoke(&context(1, "12:00")).unwrap();
    assert_eq!(placed, json!(["a", "arn:e", "Placed", "2", again.cause()]));
    assert_ne!(place.invoke(&context(1, "12:01")).unwrap()[4], placed[4]);
}

/// The errors of the start: variables, and what is told.
#[test]
fn a_start_that_fails_is_told() {
    for (name, variables, error, part) in [
        ("stack-Pay", &[][..], "Runtime.NoSuchTask", "set its variable WORKFLOW_TASK"),
        ("pay", &[("WORKFLOW_TASK", "pai")][..], "Runtime.NoSuchTask", "`pai`"),
        ("open", &[][..], "Runtime.ResourceMissing", "shop::Till"),
        ("open", &[("FLOAT", "x")][..], "Runtime.ResourcesFailed", "FLOAT=x: invalid float"),
    ] {
        let mut function = start(name, variables);
        let (kind, body) = function.began().unwrap_err();
        assert_eq!((&*kind, &body["errorType"]), (error, &json!(error)));
        assert!(body["errorMessage"].as_str().unwrap().contains(part), "{body}");
        assert_eq!(function.ended(), Some(1));
    }
}

#[test]
fn a_task_is_found_by_variable_handler_or_name() {
    for (name, variables) in [
        ("wait", &[][..]),
        ("stack-Wait", &[("WORKFLOW_TASK", "wait")][..]),
        ("pay", &[("WORKFLOW_TASK", "wait")][..]),
    ] {
        assert_eq!(start(name, variables).invoke("3"), Ok(json!(3)), "{name} {variables:?}");
    }
}

/// Calls the program outside of Lambda: its exit code, and both outputs.
fn command(words: &[&str], variables: &[(&str, &str)], payload: &str) -> (i32, String, String) {
    let mut command = Command::new(PROGRAM);
    command.env_clear().envs(variables.iter().copied()).args(words);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // It may end without reading.
    let _ = child.stdin.take().unwrap().write_all(payload.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn outside_of_lambda_it_calls_a_task_once() {
    let named = [("AWS_LAMBDA_FUNCTION_NAME", "wait")];
    for (words, variables, payload, code, out) in [
        (&["wait"][..], &[][..], "3", 0, "3\n".to_owned()),
        (&[][..], &named[..], " 4\n", 0, "4\n".to_owned()),
        (&["open"][..], &[("FLOAT", "1")][..], "\"a\"", 0, "\"a: call 1, float 1\"\n".to_owned()),
        (&["pay"][..], &[][..], &*order("closed"), 1, error("Bank.Closed", "")),
        (
            &["pay"][..],
            &[][..],
            "x",
            1,
            error("States.Runtime", "the payload is not JSON: expected value at line 1 column 1"),
        ),
        (
            &["open"][..],
            &[("FLOAT", "x")][..],
            "1",
            1,
            error(
                "Runtime.ResourcesFailed",
                "the resources could not be made: FLOAT=x: invalid float literal",
            ),
        ),
    ] {
        let (ended, written, _) = command(words, variables, payload);
        assert_eq!((ended, written), (code, out), "{words:?} {payload}");
    }
    for words in [&["pai"][..], &[][..], &["wait", "more"][..], &["--help"][..]] {
        let (code, out, told) = command(words, &[], "");
        assert_eq!((code, &*out), (2, ""));
        assert!(
            told.contains("`bootstrap TASK < payload.json`") && told.contains("wait"),
            "{told}"
        );
    }
}

fn error(name: &str, message: &str) -> String {
    json!({ "errorType": name, "errorMessage": message }).to_string() + "\n"
}

#[test]
fn a_variable_that_lambda_sets_is_missed() {
    let (code, _, told) = command(&[], &[("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1")], "");
    assert_eq!(code, 1);
    assert!(told.contains("AWS_LAMBDA_FUNCTION_NAME is not"), "{told}");
}
