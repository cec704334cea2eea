//! The laws that hold over a schedule, and what was met in it.

use crate::flows::{CALLS, NUMBER, result};
use crate::ground::{Ground, Seen, What, has};
use std::collections::HashMap;
use workflow_runtime::store::Status;

/// Holds what was seen against the rules.
pub async fn judge(ground: &Ground) -> Vec<Seen> {
    // What older engines still do comes to its end.
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    let known = ground.last().await;
    assert_eq!(
        (known.status, known.end),
        (Status::Succeeded, Some(Ok(result().to_string().into())))
    );
    let seen = ground.seen.lock().unwrap().clone();
    let mut owners = HashMap::new();
    for one in &seen {
        match one {
            Seen::Claimed(by, of) => drop(owners.insert(of, by)),
            Seen::Committed(by, of) => assert_eq!(owners[of], by, "a zombie wrote: {seen:?}"),
            Seen::Again(by, result) => panic!("engine {by} did {result} again: {seen:?}"),
            _ => {}
        }
    }
    let mut histories = vec![];
    for execution in owners.keys() {
        let events = ground.events(execution).await;
        let whole = events.iter().zip(1..).all(|(event, number)| event.id == number);
        assert!(whole, "the history of {execution} has holes: {events:?}, {seen:?}");
        histories.push(events);
    }
    for call in CALLS.map(|it| NUMBER + it) {
        let made = seen.iter().any(|it| matches!(it, Seen::Called(_, result) if *result == call));
        assert!(made, "{call} was never done: {seen:?}");
        let known = histories.iter().any(|events| has(events, call));
        assert!(known, "no history has the result {call}");
    }
    seen
}

type Is = fn(&Seen) -> bool;

/// The kinds of events that are to be met, in some of many schedules.
pub const KINDS: [(&str, Is); 14] = [
    ("taken over", |it| matches!(it, Seen::Claimed(by, _) if *by > 0)),
    ("refused", |it| matches!(it, Seen::Fenced(_))),
    ("not written", |it| matches!(it, Seen::Unwritten(_))),
    ("not acknowledged", |it| matches!(it, Seen::Unacknowledged(_))),
    ("answers", |it| matches!(it, Seen::Answered(_, true))),
    ("answers refused", |it| matches!(it, Seen::Answered(_, false))),
    ("stops", |it| matches!(it, Seen::Stopped(_, What::Outer, true))),
    ("stops of items", |it| matches!(it, Seen::Stopped(_, What::Item, true))),
    ("stops of nested executions", |it| matches!(it, Seen::Stopped(_, What::Nested, true))),
    ("stops in a chain", |it| matches!(it, Seen::Stopped(_, What::Link, true))),
    ("failures", |it| matches!(it, Seen::Shaken(_))),
    ("redrives", |it| matches!(it, Seen::Redriven(_, What::Outer))),
    ("redrives of nested executions", |it| matches!(it, Seen::Redriven(_, What::Nested))),
    ("redrives in a chain", |it| matches!(it, Seen::Redriven(_, What::Link))),
];

/// The number of times that each of them was seen.
pub fn kinds(seen: &[Seen]) -> [u64; KINDS.len()] {
    KINDS.map(|(_, is)| seen.iter().filter(|it| is(it)).count() as u64)
}
