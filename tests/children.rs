//! Workflows that call others, in tests: children run, or are asked for by name; and what a set of runs shows.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![allow(clippy::unused_async, reason = "tasks are async")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use workflow::prelude::*;
use workflow::testing::{Mocks, Test};

#[task]
async fn weigh(parcel: String) -> Result<u32, Failure> {
    match parcel.len() {
        0 => Err(Failure::new("Empty", "nothing to weigh")),
        length => Ok(u32::try_from(length).unwrap_or(u32::MAX)),
    }
}

#[task]
async fn book(weight: u32) -> Result<String, Failure> {
    Ok(format!("booked {weight}"))
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:announce")]
async fn announce(text: String) -> Result<String, Failure>;

/// Sleeps longer than any test waits.
#[workflow]
async fn shipping(parcel: String) -> Result<String, Failure> {
    let weight = weigh(parcel).await?;
    sleep(Duration::from_secs(86_400)).await;
    book(weight).await
}

#[workflow]
async fn order(parcels: Vec<String>) -> Result<Vec<String>, Failure> {
    map(parcels, async |parcel| shipping(parcel).await).await
}

#[workflow]
async fn countdown(left: u32) -> Result<u32, Failure> {
    let weight = weigh("parcel".to_owned()).await?;
    if left == 0 {
        return Ok(weight);
    }
    continue_as(countdown(left - 1)).await
}

#[workflow]
async fn telling(text: String) -> Result<(), Failure> {
    announce(text).await?;
    Ok(())
}

#[derive(Debug, PartialEq, Serialize, Deserialize, TaskError)]
enum ParcelError {
    TooHeavy { weight: u32, most: u32 },
    Lost,
}

#[workflow]
async fn stow(parcel: String) -> Result<u32, ParcelError> {
    let weight = weigh(parcel).await.map_err(|_| ParcelError::Lost)?;
    if weight > 3 {
        return Err(ParcelError::TooHeavy { weight, most: 3 });
    }
    Ok(weight)
}

#[workflow]
async fn load(parcel: String) -> Result<String, Failure> {
    match stow(parcel).await {
        Ok(weight) => book(weight).await,
        Err(failure) => match failure.decode::<ParcelError>() {
            Ok(ParcelError::TooHeavy { weight, most }) => book(weight - most).await,
            Ok(other) => Err(other.into()),
            Err(failure) => Err(failure),
        },
    }
}

/// The text of a failed assertion.
fn message<T>(fails: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(fails)).err().expect("it should have failed");
    panic.downcast_ref::<String>().cloned().unwrap()
}

fn parcels(all: &[&str]) -> Vec<String> {
    all.iter().map(|parcel| (*parcel).to_owned()).collect()
}

#[test]
fn children_run_as_executions_of_their_own() {
    let test = Test::of::<order>().runs_all();
    let run = test.run(parcels(&["a", "bb"]));
    assert_eq!(run.output(), ["booked 1", "booked 2"]);
    run.calls::<weigh>().assert_count(2);
    assert_eq!(run.elapsed().as_secs(), 86_400);
    let ends = test.assert_same([parcels(&["a", "bb", "c"]), parcels(&[]), parcels(&["", "a"])]);
    assert_eq!((ends.runs, ends.well, ends.failed["States.TaskFailed"]), (3, 2, 1));
    assert_eq!(ends.to_string(), "3 runs: 2 ended well, 1 failed with `States.TaskFailed`");
    let crashed = test.crash_everywhere().run(parcels(&["a", "bb"]));
    assert_eq!(crashed.output().len(), 2);
}

#[test]
fn the_error_of_a_child_is_decoded() {
    let test = Test::of::<load>().runs_all();
    assert_eq!(test.run("abcde".to_owned()).output(), "booked 2");
    test.run(String::new()).assert_fails("Lost");
    let ends = test.assert_same(parcels(&["a", "abcd", ""]));
    assert_eq!((ends.well, ends.failed["Lost"]), (2, 1));
    test.crash_everywhere().run("abcd".to_owned());
}

#[test]
fn the_mock_of_a_child_fails_as_the_child_does() {
    let heavy = || ParcelError::TooHeavy { weight: 9, most: 2 };
    let test = Test::of::<load>().runs::<book>();
    let mocked = test.clone().mock::<stow>(|call| call.fails(heavy().into()));
    assert_eq!(mocked.run("a".to_owned()).output(), "booked 7");
    assert_eq!(mocked.assert_same(parcels(&["a"])).well, 1);
    let other = test.clone().mock::<stow>(|call| call.fails_with(Failure::new("Odd", "why")));
    other.run("a".to_owned()).assert_fails("Odd");
    let stopped = Failure::new("States.Timeout", "");
    let late = test.mock::<stow>(|call| call.fails_with(stopped));
    late.run("a".to_owned()).assert_fails("States.Timeout");
}

#[test]
fn what_children_call_is_mocked_or_runs() {
    let test = Test::of::<order>().runs::<shipping>().mock::<weigh>(|call| call.returns(7));
    assert_eq!(test.clone().runs::<book>().run(parcels(&["a"])).output(), ["booked 7"]);
    let message = message(|| test.run(parcels(&["a"])));
    assert!(message.contains("the task `book` was called in state"), "{message}");
}

#[test]
fn children_that_nobody_answers_for_are_named() {
    let named = "the task `shipping` was called in state";
    let message = message(|| Test::of::<order>().assert_same([parcels(&["a"])]));
    assert!(message.contains(named), "{message}");
    let mocked = Test::of::<order>().mock::<shipping>(|call| call.returns("sent".to_owned()));
    assert_eq!(mocked.assert_same([parcels(&["a"])]).well, 1);
}

#[test]
fn chains_run_to_their_end() {
    let test = Test::of::<countdown>().runs_all();
    let run = test.run(3);
    assert_eq!(run.output(), 6);
    run.calls::<weigh>().assert_count(4);
    assert_eq!(test.assert_same([0, 1, 4]).well, 3);
    let broken = Test::of::<countdown>().runs::<countdown>().mock::<weigh>(|call| {
        call.returns(1).times(1).then().fails_with(Failure::new("Broken", ""))
    });
    broken.run(2).assert_fails("Broken");
}

#[test]
fn what_has_no_body_is_asked_for_by_name() {
    let text = "hello".to_owned();
    let message = message(|| Test::of::<telling>().runs_all().assert_same([text]));
    assert!(message.contains("the task `announce` was called in state"), "{message}");
}

#[test]
fn runs_that_all_fail_for_want_of_an_answer_show_nothing() {
    let lost = Failure::runtime("nobody is there");
    let test = Test::of::<shipping>().mock::<weigh>(|call| call.fails_with(lost)).runs::<book>();
    let text = message(|| test.assert_same(parcels(&["a", "b"])));
    let expected = "shipping: machine and document are not shown to do the same: all ended in `States.Runtime`: \
                    nobody is there\n2 runs: 0 ended well, 2 failed with `States.Runtime`";
    assert_eq!(text, expected);
    let none = message(|| test.assert_same([]));
    assert!(none.ends_with("there was no run: give it an input"), "{none}");
}

#[test]
fn mocks_are_shared_and_may_be_left_without_a_call() {
    let port = Mocks::new()
        .mock::<weigh>(|call| call.returns(5))
        .mock::<book>(|call| call.answers(|weight| Ok(format!("shared {weight}"))));
    // It calls `weigh` alone.
    Test::of::<countdown>().mocks(&port).runs::<countdown>().run(1).assert_mocks_used();
    let run = Test::of::<shipping>()
        .mock::<weigh>(|call| call.returns(6).optional().then().returns(7))
        .mocks(&port)
        .run("a".to_owned());
    assert_eq!(run.output(), "shared 6");
    run.assert_mocks_used();
    let unused = Test::of::<shipping>()
        .mock::<weigh>(|call| call.fails_with(Failure::new("Lost", "")))
        .mock::<book>(|call| call.returns(String::new()));
    assert_eq!(unused.run("a".to_owned()).unused_mocks().len(), 1);
}
