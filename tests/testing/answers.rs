//! Answers of mocks and of bodies, seeds and faults.

use crate::flows::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use workflow::prelude::*;
use workflow::testing::{EventType, Kind, Test, event};

#[test]
fn a_run_is_asserted() {
    let run = test().run(order());
    run.assert_output(&vec!["parcel of one tea".to_owned(), "parcel of one cup".to_owned()]);
    assert_eq!(run.output().len(), 2);
    run.assert_path([
        "Total",
        "total > 500.0?",
        "Approve",
        "Charge",
        "EachLine",
        "Picked[0]",
        "Pack[0]",
        "Picked[1]",
        "Pack[1]",
    ]);
    run.assert_visited("Approve");
    run.assert_not_visited("Declined");
    run.calls::<charge>().assert_inputs([("visa".to_owned(), 600.0)]);
    run.calls::<pick>().assert_count(2);
    run.calls::<pick>().assert_inputs(order().lines);
    assert_eq!(run.calls::<charge>().inputs()[0].1, 600.0);
    run.assert_events([
        event(EventType::StateEntered(Kind::Choice)),
        event(EventType::TaskSucceeded).state("Charge").attempt(1),
        event(EventType::TaskSucceeded).state("Pack[1]"),
    ]);
    run.assert_event_count(&event(EventType::TaskSucceeded).state("Pack"), 2);
    run.assert_event_count(&event(EventType::TaskFailed), 0);
    run.assert_mocks_used();
}

#[test]
fn a_year_takes_a_moment() {
    let test = Test::of::<yearly>().mock::<approve>(|call| call.returns(()));
    let run = test.run(("a".to_owned(), 3));
    assert_eq!(run.output(), 3);
    assert!(run.elapsed() > Duration::from_secs(3 * 365 * 24 * 60 * 60));
    run.calls::<approve>().assert_count(3);
}

#[test]
fn sequences_of_answers() {
    let run = test()
        .mock::<charge>(|call| {
            let busy = call.fails(ChargeError::Throttled).times(2);
            let lost = busy.then().fails_with(Failure::new("Lambda.ServiceException", ""));
            lost.then().returns("at last".to_owned()).after(Duration::from_secs(7))
        })
        .run(order());
    run.calls::<charge>().assert_count(1);
    run.calls::<charge>().assert_attempts(4);
    run.assert_mocks_used();
    run.assert_events([
        event(EventType::TaskFailed).state("Charge").attempt(1).error("Throttled"),
        event(EventType::TaskFailed).state("Charge").attempt(2).error("Throttled"),
        event(EventType::TaskFailed).attempt(3).error("Lambda.ServiceException"),
        event(EventType::TaskSucceeded).state("Charge").attempt(4),
    ]);
    // 1 and 2 seconds of the own retrier, and 7 of the answer.
    assert!(run.elapsed() > Duration::from_secs(10), "{:?}", run.elapsed());
}

#[test]
fn answers_by_arguments() {
    let run = test()
        .mock::<pick>(|call| {
            let cup = call.with(|line| line == "cup").returns("a cup".to_owned());
            cup.then().returns("something".to_owned())
        })
        .run(order());
    run.assert_output(&vec!["parcel of something".to_owned(), "parcel of a cup".to_owned()]);
}

#[test]
fn a_task_that_hangs_times_out() {
    let run = test().mock::<charge>(|call| call.hangs()).run(order());
    run.assert_fails("States.Timeout");
    assert_eq!(run.failure().error(), "States.Timeout");
    run.assert_event_count(&event(EventType::TaskTimedOut).state("Charge"), 1);
}

#[test]
fn bodies_run_where_their_resources_are() {
    let bank = Arc::new(AtomicUsize::new(7));
    let test = Test::of::<fulfil>()
        .resource(Bank(bank.clone()))
        .mock::<approve>(|call| call.returns(()))
        .runs::<price>()
        .runs::<pick>()
        .runs::<pack>()
        .check_same();
    let run = test.run(order());
    run.assert_output(&order().lines);
    run.calls::<charge>().assert_inputs([("visa".to_owned(), 2.0)]);
    // What bodies answered is given again to the document: the bank was asked once.
    assert_eq!(bank.load(Ordering::SeqCst), 8);
}

#[tokio::test]
async fn tests_may_be_async() {
    test().check_same().crash_everywhere().run(order()).assert_visited("Charge");
}

#[test]
fn seeds_choose_delays_and_what_is_anything() {
    let test = test().mock::<pick>(|call| call.returns_anything());
    let events = |seed| test.clone().seed(seed).run(order()).history().to_vec();
    assert_eq!(events(1), events(1));
    assert_ne!(events(1), events(2));
    test.assert_same([order()]);
}

#[test]
fn faults_are_of_all_kinds() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..60 {
        let run = test().faults(seed).run(order());
        seen.extend(run.events().iter().filter_map(|line| {
            let (event, error) = line.split_once(": ")?;
            Some(format!("{} {error}", event.split_whitespace().next()?))
        }));
    }
    for kind in [
        "TaskFailed Declined",
        "TaskFailed Throttled",
        "TaskFailed Injected",
        "TaskFailed Lambda.ServiceException",
        "TaskTimedOut States.Timeout",
        "ExecutionFailed Declined",
    ] {
        assert!(seen.contains(kind), "{kind} is not in {seen:#?}");
    }
}
