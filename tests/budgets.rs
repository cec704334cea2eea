//! `#[workflow(max_events = ..)]`: the numbers are constants, and those of `check`.
//!
//! The attributes of each workflow are exactly what it may take: it would not compile with one less
//! (`tests/ui/workflow/budget_exceeded.rs` shows that).

#![allow(clippy::unwrap_used, reason = "tests")]

use workflow::prelude::*;
use workflow::testing::Test;
use workflow::{Data, Definition};
use workflow_cli::{Budget, budgets};

#[derive(Clone, Debug, Serialize, Deserialize, TaskError)]
enum Trouble {
    Busy,
    Bad { code: u8 },
}

const TWICE: Retry = Retry::on(&["Busy"]).max_attempts(2);

#[task(retry = TWICE, aws_retry = false)]
async fn risky(n: u32) -> Result<u8, Trouble> {
    Ok((n % 7) as u8)
}

#[task(aws_retry = false)]
async fn plain(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

/// The longest of several ways, with retries.
#[workflow(max_events = 25, max_transitions = 5, max_dollars = 0.000125, max_payload = 10)]
async fn ways(n: u32) -> Result<u32, Failure> {
    if n > 5 {
        let found = match risky(n).await {
            Ok(found) => u32::from(found),
            Err(Trouble::Busy) => return Err(Failure::new("Busy", "later")),
            Err(Trouble::Bad { code }) => u32::from(code),
        };
        return plain(found).await;
    }
    plain(n).await
}

/// Branches and a Map whose list has a length.
#[workflow(max_events = 44, max_transitions = 6)]
async fn forks(n: u32) -> Result<Vec<u32>, Failure> {
    let (_, found) = join!(child(n), map(vec![n, 2, 3], async |n| plain(n).await)).await?;
    Ok(found)
}

/// An execution of its own, which its caller does not pay for.
#[workflow]
async fn child(n: u32) -> Result<u32, Failure> {
    plain(n).await
}

/// Executions of items have histories of their own, and are billed.
#[workflow(max_events = 9, max_transitions = 4)]
async fn apart(n: u32) -> Result<Vec<u32>, Failure> {
    map(vec![n, 2, 3], async |n| plain(n).await).distributed().await
}
#[workflow(max_events = 9)]
async fn apart_of_any_length(list: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(list, async |n| plain(n).await).distributed().await
}

/// EXPRESS ones are billed by request and time.
#[workflow(max_events = 9, max_transitions = 1)]
async fn express_of_any_length(list: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(list, async |n| plain(n).await).distributed().express().await
}

/// A loop whose turns are counted.
#[workflow(max_events = 38, max_transitions = 9)]
async fn turns(n: u32) -> Result<u32, Failure> {
    let mut last = n;
    for turn in 0..3 {
        last = plain(turn + n).await?;
    }
    Ok(last)
}

/// One in another, left early, with a list of its own.
#[workflow(max_events = 98, max_transitions = 25)]
async fn nested(n: u32) -> Result<u32, Failure> {
    let mut last = n;
    let some = vec![n, 7, 9];
    'outer: for turn in 0..2 {
        for one in some.clone().into_iter().rev().take(2) {
            if one == turn {
                continue 'outer;
            }
            last = plain(one).await?;
            if last > 5 {
                break;
            }
        }
        last = plain(last).await?;
    }
    plain(last).await
}

/// What has no bound, and what is too large.
#[workflow(max_payload = 100)]
async fn texts(text: String) -> Result<u32, Failure> {
    plain(text.len() as u32).await
}
#[workflow(max_payload = 9)]
async fn numbers(n: u8) -> Result<u32, Failure> {
    plain(u32::from(n)).await
}

/// Its parts cost what their states cost.
#[steps]
async fn twice(n: u32) -> Result<u32, Failure> {
    let once = plain(n).await?;
    plain(once).await
}
#[workflow(steps(twice), max_transitions = 5, max_events = 29)]
async fn shared(n: u32) -> Result<u32, Failure> {
    let first = twice(n).await?;
    let second = twice(first).await?;
    Ok(second)
}

#[test]
fn the_numbers_are_those_of_check() {
    let said = |definition: Definition| {
        let all = budgets("", definition.as_value(), &u32::schema());
        let text = |budget: &Budget| format!("{}: {}", budget.name, budget.text);
        all.iter().map(text).collect::<Vec<_>>().join("\n")
    };
    let ways = said(ways::definition().unwrap());
    assert!(ways.contains("events: at most 25 of"), "{ways}");
    assert!(ways.contains("transitions: at most 5 ("), "{ways}");
    let shared = said(shared::definition().unwrap());
    assert!(shared.contains("events: at most 29 of"), "{shared}");
    // Each item once, and 2 × 8 events and 2 transitions more for the other two.
    let of_any_length = [apart_of_any_length::definition(), express_of_any_length::definition()];
    for apart in [apart::definition()].into_iter().chain(of_any_length) {
        let apart = said(apart.unwrap());
        assert!(apart.contains("events: at most 9 of"), "{apart}");
    }
    let forks = said(forks::definition().unwrap());
    assert!(forks.contains("transitions: at most 4, 1 more an item"), "{forks}");
}

#[test]
fn no_execution_takes_more() {
    // The bounds of transitions are reached; those of events have an evaluation that fails in each state.
    let test = Test::of::<nested>().mock::<plain>(|call| call.answers(|_| Ok(0)));
    let run = test.run(9);
    assert_eq!(run.billed_transitions(), 25);
    assert!(run.history().len() <= 98);
    let test = Test::of::<turns>().mock::<plain>(|call| call.answers(Ok));
    assert_eq!(test.run(1).billed_transitions(), 9);
}

#[test]
fn payloads_are_bounded_by_their_types() {
    let error = texts::definition().unwrap_err().to_string();
    let what = "at the beginning of the workflow, max_payload: nothing bounds the input: its type leaves open how \
                long it (a string) is; ";
    assert!(error.starts_with(what), "{error}");
    let error = numbers::definition().unwrap_err().to_string();
    assert!(error.contains("the output may have 10 bytes, more than `max_payload` 9"), "{error}");
}
