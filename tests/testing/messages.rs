//! The messages of tests that fail.

use crate::flows::*;
use workflow::prelude::*;
use workflow::testing::{EventType, Test, event};

#[test]
fn what_a_task_answers_must_be_said() {
    says(
        || Test::of::<fulfil>().mock::<price>(|call| call.returns(1.0)).run(order()),
        "fulfil: the task `charge` was called in state `Charge` with {\"card\":\"visa\",\"amount\":1.0}, and the \
         test does not say what it answers: write `.mock::<charge>(|call| call.returns(..))`, or let its body run \
         with `.runs::<charge>()`",
    );
    says(
        || test().mock::<charge>(|call| call.fails(ChargeError::Throttled).times(2)).run(order()),
        "fulfil: the task `charge` was called in state `Charge` (attempt 3) with {\"card\":\"visa\",\"amount\":600.0}: \
         its mock answers 2 attempts, and all of them have been made",
    );
    says(
        || {
            let tea = |line: &String| line == "tea";
            test().mock::<pick>(|call| call.with(tea).returns(String::new())).run(order())
        },
        "fulfil: the task `pick` was called in state `Picked` (attempt 1) with \"cup\": no step of its mock that is \
         left takes these arguments",
    );
    says(
        || Test::of::<fulfil>().mock::<stranger>(|call| call.returns(())),
        "`fulfil` does not call the task `stranger`; it calls `price`, `approve`, `charge`, `pick`, `pack`",
    );
    says(
        || Test::of::<fulfil>().runs_all().run(order()),
        "fulfil: the task `charge` is to run its own body, which needs the resource `testing::flows::Bank`: give it with \
         `.resource(..)`",
    );
    says(
        || test().mock::<price>(|call| call.hangs()).run(order()),
        "fulfil: it waits for something that never comes, in `Total` (attempt 1): a mock that hangs needs a \
         `timeout` of its task",
    );
}

const STORY: &str = "its path: Total → total > 500.0? → Approve → Charge → EachLine → Picked[0] → Pack[0] → \
                     Picked[1] → Pack[1]\nit returned [\"parcel of one tea\",\"parcel of one cup\"]";

#[test]
fn messages_about_results() {
    let run = test().run(order());
    let failed = test().mock::<charge>(|call| call.fails(declined())).run(order());
    let end = "its path: Total → total > 500.0? → Approve → Charge → Declined\nit failed: Declined: stolen";
    says(|| run.failure(), &format!("`fulfil` was expected to fail\n{STORY}"));
    says(
        || run.assert_fails("Declined"),
        &format!("`fulfil` was expected to fail with `Declined`\n{STORY}"),
    );
    says(
        || failed.assert_fails("Busy"),
        &format!("`fulfil` was expected to fail with `Busy`\n{end}"),
    );
    says(|| failed.output(), &format!("`fulfil` was expected to succeed\n{end}"));
    says(|| failed.assert_output(&vec![]), &format!("`fulfil` was expected to return []\n{end}"));
    let expected = vec!["parcel of one tea".to_owned(), "parcel of one pot".to_owned()];
    says(
        || run.assert_output(&expected),
        &format!(
            "`fulfil` returned something else:
    [
      \"parcel of one tea\",
  -   \"parcel of one pot\"
  +   \"parcel of one cup\"
    ]
  (- expected, + seen)
{STORY}"
        ),
    );
}

#[test]
fn messages_about_paths() {
    let run = test().mock::<charge>(|call| call.fails(declined())).run(order());
    says(
        || run.assert_path(["Total", "total > 500.0?", "Charge", "Declined"]),
        "`fulfil` went another way:
    Total
    total > 500.0?
  + Approve
    Charge
    Declined
  (- expected, + seen)
it failed: Declined: stolen",
    );
    let end = "its path: Total → total > 500.0? → Approve → Charge → Declined\nit failed: Declined: stolen";
    says(|| run.assert_visited("Pack"), &format!("`fulfil` was never in `Pack`\n{end}"));
    says(|| run.assert_not_visited("Approve"), &format!("`fulfil` was in `Approve`\n{end}"));
    says(
        || run.assert_not_visited("Aprove"),
        "`fulfil` has no state `Aprove`; it has `Total`, `total > 500.0?`, `Approve`, `Charge`, `Declined`, \
         `ChargeFailed`, `EachLine`, `Picked`, `Pack`",
    );
}

#[test]
fn messages_about_calls_and_mocks() {
    let run = test()
        .mock::<price>(|call| call.returns(1.0))
        .mock::<charge>(|call| {
            call.fails(ChargeError::Throttled).then().fails(declined()).then().hangs()
        })
        .run(order());
    let end = "its path: Total → total > 500.0? → Charge → Declined\nit failed: Declined: stolen";
    says(
        || run.calls::<charge>().assert_count(2),
        &format!(
            "`charge` was called once, not twice:
  in `Charge`, with {{\"card\":\"visa\",\"amount\":1.0}}
  in `Charge`, attempt 2, with {{\"card\":\"visa\",\"amount\":1.0}}
{end}"
        ),
    );
    says(
        || run.calls::<approve>().assert_attempts(3),
        &format!("`approve` was tried never, not 3 times:\n{end}"),
    );
    says(
        || run.calls::<charge>().assert_inputs([("visa".to_owned(), 2.0)]),
        &format!(
            "`charge` had other arguments:
  - {{\"card\":\"visa\",\"amount\":2.0}}
  + {{\"card\":\"visa\",\"amount\":1.0}}
  (- expected, + seen)
{end}"
        ),
    );
    says(
        || run.assert_mocks_used(),
        &format!(
            "`fulfil` did not use all mocks:
  the mock of `approve` was never called
  step 3 of 3 of the mock of `charge` was never used
  the mock of `pack` was never called
  the mock of `pick` was never called
{end}"
        ),
    );
    assert_eq!(run.unused_mocks().len(), 4);
}

#[test]
fn messages_about_histories() {
    let run = Test::of::<yearly>()
        .mock::<approve>(|call| call.fails(Failure::new("No", "not this year")))
        .run(("a".to_owned(), 1));
    let lines = [
        "ExecutionStarted",
        "PassStateEntered Set year",
        "PassStateExited Set year",
        "ChoiceStateEntered While year < years",
        "ChoiceStateExited While year < years",
        "WaitStateEntered Sleep",
        "WaitStateExited Sleep",
        "TaskStateEntered Approve",
        "TaskScheduled Approve, attempt 1",
        "TaskStarted Approve, attempt 1",
        "TaskFailed Approve, attempt 1: No",
        "ExecutionFailed: No",
    ];
    run.assert_history(lines.iter().copied());
    let without = lines.iter().copied().filter(|line| !line.starts_with("TaskStarted"));
    says(
        || run.assert_history(without),
        "`yearly` has another history:
    … 6 the same
    WaitStateExited Sleep
    TaskStateEntered Approve
    TaskScheduled Approve, attempt 1
  + TaskStarted Approve, attempt 1
    TaskFailed Approve, attempt 1: No
    ExecutionFailed: No
  (- expected, + seen)",
    );
    says(
        || {
            run.assert_events([
                event(EventType::TaskStarted).state("Approve"),
                event(EventType::TaskSucceeded).state("Approve").attempt(1),
            ]);
        },
        "`yearly`: there is no event `TaskSucceeded Approve, attempt 1` after `TaskStarted Approve, attempt 1`:
  TaskFailed Approve, attempt 1: No
  ExecutionFailed: No
its path: Set year → While year < years → Sleep → Approve
it failed: No: not this year",
    );
    let failed = event(EventType::TaskFailed).error("No");
    let message = message(|| run.assert_event_count(&failed, 2));
    assert!(
        message.starts_with(
            "`yearly`: 2 events `TaskFailed: No` were expected, there are 1:\n  ExecutionStarted\n"
        ),
        "{message}"
    );
}
