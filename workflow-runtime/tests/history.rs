//! Histories, line by line as AWS recorded them: order, ids, and which event follows from which.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod toy;

use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use toy::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, TaskCall};
use workflow_runtime::machine::{Kind, StateInfo, Until};
use workflow_runtime::{Engine, Failure, Retry};

fn engine() -> EngineBuilder {
    let mock = |call: TaskCall| match call.name {
        "bad" => Answer::fail(Failure::new("Exception", "raised")).after(Duration::ZERO),
        "never" => Answer::never(),
        _ => Answer::outcome(Ok(call.input)).after(Duration::ZERO),
    };
    Engine::builder().clock(VirtualClock::default()).seed(7).mock(mock)
}

async fn check(program: Arc<Program>, input: Value, expected: &str) -> Vec<Value> {
    let (_, history) = play(&engine().build(), &program, input).await;
    let expected: Vec<_> =
        expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines(&history), expected);
    history
}

fn pass(name: &'static str, next: usize) -> (StateInfo, Node) {
    (state(name, Kind::Pass), Node::Pass(Value::clone, next))
}

fn parallel(info: StateInfo, starts: &[usize], next: usize, catch: &[usize]) -> (StateInfo, Node) {
    (info, Node::Parallel { starts: starts.to_vec(), next, catch: catch.to_vec() })
}

fn map(info: StateInfo, start: usize, width: usize, next: usize) -> (StateInfo, Node) {
    (info, Node::Map { start, width, next, catch: vec![] })
}

// Recorded: test_task_catch_error_with_retry[TASK_CATCH_ERROR_OUTPUT_WITH_RETRY].
#[tokio::test]
async fn a_task_retried_then_caught() {
    let bad = retry(task("bad"), &[Retry::on(&["States.ALL"]).max_attempts(1)]);
    let bad = catch(bad, &[&["States.ALL"]]);
    let program =
        Program::new(vec![(bad, Node::Task { next: END, catch: vec![1] }), pass("Fallback", END)]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 TaskStateEntered bad
        3 <- 2 TaskScheduled
        4 <- 3 TaskStarted
        5 <- 4 TaskFailed
        6 <- 5 TaskScheduled
        7 <- 6 TaskStarted
        8 <- 7 TaskFailed
        9 <- 8 TaskStateExited bad
        10 <- 9 PassStateEntered Fallback
        11 <- 10 PassStateExited Fallback
        12 <- 11 ExecutionSucceeded";
    let history = check(program, json!({ "a": 1 }), expected).await;
    let error = json!({ "Error": "Exception", "Cause": "raised" }).to_string();
    let details = [
        (
            0,
            "executionStarted",
            json!({ "input": "{\"a\":1}", "roleArn": "arn:aws:iam::123456789012:role/workflow" }),
        ),
        (1, "stateEntered", json!({ "name": "bad", "input": "{\"a\":1}" })),
        (
            2,
            "taskScheduled",
            json!({
                "resourceType": "lambda", "resource": "invoke", "region": "us-east-1",
                "parameters": "{\"FunctionName\":\"bad\",\"Payload\":{\"a\":1}}",
            }),
        ),
        (3, "taskStarted", json!({ "resourceType": "lambda", "resource": "invoke" })),
        (
            4,
            "taskFailed",
            json!({ "resourceType": "lambda", "resource": "invoke", "error": "Exception", "cause": "raised" }),
        ),
        (8, "stateExited", json!({ "name": "bad", "output": error })),
        (9, "stateEntered", json!({ "name": "Fallback", "input": error })),
        (11, "executionSucceeded", json!({ "output": error })),
    ];
    for (index, name, expected) in details {
        assert_eq!(history[index][format!("{name}EventDetails")], expected);
    }
}

// Recorded: test_fixed_timeout_service_lambda.
#[tokio::test]
async fn a_timeout() {
    let mut never = task("never");
    never.timeout = Some(5);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 TaskStateEntered never
        3 <- 2 TaskScheduled
        4 <- 3 TaskStarted
        5 <- 4 TaskTimedOut
        6 <- 5 ExecutionFailed";
    let history = check(Program::new(vec![(never, next(END))]), json!(null), expected).await;
    assert_eq!(history[2]["taskScheduledEventDetails"]["timeoutInSeconds"], 5);
    // No cause was said.
    let timed_out =
        json!({ "resourceType": "lambda", "resource": "invoke", "error": "States.Timeout" });
    assert_eq!(history[4]["taskTimedOutEventDetails"], timed_out);
    assert_eq!(history[5]["executionFailedEventDetails"], json!({ "error": "States.Timeout" }));
}

// Recorded: test_parallel_state_catch.
#[tokio::test]
async fn a_parallel_that_fails_and_is_caught() {
    let both = catch(state("Both", Kind::Parallel), &[&["FailureType"]]);
    let program = Program::new(vec![
        parallel(both, &[1], END, &[2]),
        (state("Branch", Kind::Fail), Node::Fail("FailureType", "Cause description")),
        pass("Caught", END),
    ]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 ParallelStateEntered Both
        3 <- 2 ParallelStateStarted
        4 <- 3 FailStateEntered Branch
        5 <- 4 ParallelStateFailed
        6 <- 5 ParallelStateExited Both
        7 <- 6 PassStateEntered Caught
        8 <- 7 PassStateExited Caught
        9 <- 8 ExecutionSucceeded";
    check(program, json!({}), expected).await;
}

// Recorded: test_parallel_state_retry.
#[tokio::test]
async fn a_parallel_that_is_retried() {
    let both = retry(state("Both", Kind::Parallel), &[Retry::on(&["FailureType"]).max_attempts(2)]);
    let program = Program::new(vec![
        parallel(both, &[1], END, &[]),
        (state("Branch", Kind::Fail), Node::Fail("FailureType", "")),
    ]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 ParallelStateEntered Both
        3 <- 2 ParallelStateStarted
        4 <- 3 FailStateEntered Branch
        5 <- 4 ParallelStateStarted
        6 <- 5 FailStateEntered Branch
        7 <- 6 ParallelStateStarted
        8 <- 7 FailStateEntered Branch
        9 <- 8 ParallelStateFailed
        10 <- 9 ExecutionFailed";
    check(program, json!({}), expected).await;
}

// Recorded: test_sqs_failure_in_wait_for_task_tok_no_error_field, without what its service adds.
#[tokio::test]
async fn a_task_that_fails_its_branch_is_aborted() {
    let both = catch(state("Both", Kind::Parallel), &[&["States.ALL"]]);
    let program = Program::new(vec![
        parallel(both, &[1], END, &[2]),
        (task("bad"), next(END)),
        pass("Caught", END),
    ]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 ParallelStateEntered Both
        3 <- 2 ParallelStateStarted
        4 <- 3 TaskStateEntered bad
        5 <- 4 TaskScheduled
        6 <- 5 TaskStarted
        7 <- 6 TaskFailed
        8 <- 7 TaskStateAborted
        9 <- 7 ParallelStateFailed
        10 <- 9 ParallelStateExited Both
        11 <- 10 PassStateEntered Caught
        12 <- 11 PassStateExited Caught
        13 <- 12 ExecutionSucceeded";
    check(program, json!({}), expected).await;
}

// Recorded: test_parallel_state_order, whose ids were erased but for the last: 13 follows from 11.
#[tokio::test]
async fn a_parallel_that_succeeds() {
    let program = Program::new(vec![
        parallel(state("Both", Kind::Parallel), &[1, 2], END, &[]),
        pass("A", END),
        pass("B", END),
    ]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 ParallelStateEntered Both
        3 <- 2 ParallelStateStarted
        4 <- 3 PassStateEntered A
        5 <- 4 PassStateExited A
        6 <- 3 PassStateEntered B
        7 <- 6 PassStateExited B
        8 <- 7 ParallelStateSucceeded
        9 <- 7 ParallelStateExited Both
        10 <- 9 ExecutionSucceeded";
    let history = check(program, json!(1), expected).await;
    assert_eq!(history[8]["stateExitedEventDetails"]["output"], "[1,1]");
}

// Recorded: test_base_map[ITEMS].
#[tokio::test]
async fn a_map_one_item_after_the_other() {
    let program =
        Program::new(vec![map(state("Start", Kind::Map), 1, 1, END), pass("Process", END)]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 MapStateEntered Start
        3 <- 2 MapStateStarted
        4 <- 3 MapIterationStarted Start
        5 <- 4 PassStateEntered Process
        6 <- 5 PassStateExited Process
        7 <- 6 MapIterationSucceeded Start
        8 <- 6 MapIterationStarted Start
        9 <- 8 PassStateEntered Process
        10 <- 9 PassStateExited Process
        11 <- 10 MapIterationSucceeded Start
        12 <- 11 MapStateSucceeded
        13 <- 11 MapStateExited Start
        14 <- 13 ExecutionSucceeded";
    let history = check(program, json!([1, 2]), expected).await;
    assert_eq!(history[2]["mapStateStartedEventDetails"], json!({ "length": 2 }));
    assert_eq!(
        history[7]["mapIterationStartedEventDetails"],
        json!({ "name": "Start", "index": 1 })
    );
    assert_eq!(history[8]["stateEnteredEventDetails"]["input"], "2");
}

// Recorded: test_map_state_retry_multiple_retriers.
#[tokio::test]
async fn a_map_that_is_retried() {
    let items = retry(state("Items", Kind::Map), &[Retry::on(&["ItemError"]).max_attempts(1)]);
    let program = Program::new(vec![
        map(items, 1, 1, END),
        (state("Bad", Kind::Fail), Node::Fail("ItemError", "")),
    ]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 MapStateEntered Items
        3 <- 2 MapStateStarted
        4 <- 3 MapIterationStarted Items
        5 <- 4 FailStateEntered Bad
        6 <- 5 MapIterationFailed Items
        7 <- 5 MapStateStarted
        8 <- 7 MapIterationStarted Items
        9 <- 8 FailStateEntered Bad
        10 <- 9 MapIterationFailed Items
        11 <- 9 MapStateFailed
        12 <- 11 ExecutionFailed";
    check(program, json!([1]), expected).await;
}

// Recorded: test_service_lambda_map_timeout, but for the order of its iterations.
#[tokio::test]
async fn a_failing_item_aborts_the_others() {
    let mut never = task("never");
    never.timeout = Some(5);
    let program = Program::new(vec![map(state("Items", Kind::Map), 1, 0, END), (never, next(END))]);
    let (_, history) = play(&engine().build(), &program, json!([1, 2])).await;
    let timed_out = history.iter().position(|event| event["type"] == "TaskTimedOut").unwrap();
    let cause = timed_out + 1;
    let expected = [
        format!("{} <- {cause} MapIterationFailed Items", cause + 1),
        format!("{} <- {cause} TaskStateAborted", cause + 2),
        format!("{} <- {cause} MapIterationAborted Items", cause + 3),
        format!("{} <- {cause} TaskStateAborted", cause + 4),
        format!("{} <- {cause} MapStateFailed", cause + 5),
        format!("{} <- {} ExecutionFailed", cause + 6, cause + 5),
    ];
    assert_eq!(lines(&history)[cause..], expected);
    let started: Vec<_> =
        lines(&history).into_iter().filter(|line| line.contains("IterationStarted")).collect();
    assert!(started.iter().all(|line| line.contains("<- 3 ")), "{started:?}");
}

// Recorded: test_undefined_reference[BASE_UNDEFINED_ARGUMENTS_FIELD], and the others of its kind.
#[tokio::test]
async fn an_expression_that_cannot_be_evaluated() {
    let program =
        Program::new(vec![pass("First", 1), (task("second"), Node::BadInput { catch: vec![] })]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 PassStateEntered First
        3 <- 2 PassStateExited First
        4 <- 3 TaskStateEntered second
        5 <- 3 EvaluationFailed
        6 <- 5 ExecutionFailed";
    let history = check(program, json!(1), expected).await;
    let cause = "An error occurred while executing the state 'second' (entered at the event id #4). no such thing";
    let error = "States.QueryEvaluationError";
    assert_eq!(
        history[4]["evaluationFailedEventDetails"],
        json!({ "error": error, "cause": cause, "state": "second" })
    );
    assert_eq!(
        history[5]["executionFailedEventDetails"],
        json!({ "error": error, "cause": cause })
    );
}

// Recorded: test_timestamp_too_far_in_future_boundary[24856].
#[tokio::test]
async fn a_wait_that_is_too_long() {
    let until = Until::Seconds(24_856.0 * 86_400.0);
    let program = Program::new(vec![(state("State_1", Kind::Wait), Node::Wait(until, END))]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 WaitStateEntered State_1
        3 <- 2 ExecutionFailed";
    let history = check(program, json!(1), expected).await;
    let cause = "An error occurred while executing the state 'State_1' (entered at the event id #2). Wait state delay is too long.";
    assert_eq!(
        history[2]["executionFailedEventDetails"],
        json!({ "error": "States.Runtime", "cause": cause })
    );
}

// Recorded: test_start_large_input.
#[tokio::test]
async fn an_output_that_is_too_large() {
    let large = |_: &Value| json!("a".repeat(262_143));
    let program = Program::new(vec![
        (state("State_1", Kind::Pass), Node::Pass(large, 1)),
        (task("never reached"), next(END)),
    ]);
    let expected = "
        1 <- 0 ExecutionStarted
        2 <- 0 PassStateEntered State_1
        3 <- 2 ExecutionFailed";
    let history = check(program, json!({}), expected).await;
    let cause = "The state/task 'State_1' returned a result with a size exceeding the maximum number of bytes service limit.";
    let expected = json!({ "error": "States.DataLimitExceeded", "cause": cause });
    assert_eq!(history[2]["executionFailedEventDetails"], expected);
}

// Recorded: test_task_lambda_data_limit_exceeded_on_large_utf8_response, with the text of the newer integration.
#[tokio::test]
async fn a_result_that_is_too_large_can_be_caught_by_name() {
    let large = catch(task("large"), &[&["States.TaskFailed"], &["States.DataLimitExceeded"]]);
    let program = Program::new(vec![
        (large, Node::Task { next: END, catch: vec![END, 1] }),
        pass("Handle", END),
    ]);
    let mock = |_: TaskCall| Answer::ok("a".repeat(262_144)).after(Duration::ZERO);
    let (result, history) = play(&engine().mock(mock).build(), &program, json!(1)).await;
    let cause = "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.";
    assert_eq!(result.unwrap(), json!({ "Error": "States.DataLimitExceeded", "Cause": cause }));
    assert_eq!(types(&history)[4], "TaskFailed");
}

#[tokio::test]
async fn integers_that_aws_does_not_keep_are_refused() {
    let program = Program::new(vec![(task("big"), next(END))]);
    let engine = engine().mock(|_| Answer::ok(1_u64 << 63).after(Duration::ZERO)).build();
    let (result, _) = play(&engine, &program, json!(1)).await;
    let failure = result.unwrap_err();
    assert_eq!(failure.error(), "States.Runtime");
    assert!(
        failure
            .cause()
            .starts_with("the result of the task `big` has the integer 9223372036854775808"),
        "{failure}"
    );
    // In the input of a document it becomes the nearest double (measured): the execution begins.
    let (result, history) = play(&engine, &program, json!(u64::MAX)).await;
    assert_eq!(result.unwrap_err().error(), "States.Runtime");
    assert_eq!(types(&history)[1], "TaskStateEntered");
}

// Reported as recorded in 2024-03, of both forms of invocation; the Developer Guide says that `States.ALL` does not
// take it.
#[tokio::test]
async fn all_takes_the_result_of_a_function_that_is_too_large() {
    let all = catch(task("large"), &[&["States.ALL"]]);
    let program =
        Program::new(vec![(all, Node::Task { next: END, catch: vec![1] }), pass("Handle", END)]);
    let mock = |_: TaskCall| Answer::ok("a".repeat(262_144)).after(Duration::ZERO);
    let (result, history) = play(&engine().mock(mock).build(), &program, json!(1)).await;
    assert_eq!(result.unwrap()["Error"], "States.DataLimitExceeded");
    assert!(types(&history).contains(&"PassStateEntered".to_owned()));
}
