//! The laws that hold over a schedule, and what was met in it.

use crate::flows::{CALLS, ID, NUMBER, result};
use crate::ground::{Ground, Seen, has};
use std::collections::HashMap;
use workflow_runtime::store::{Status, Store};

/// Holds what was seen against the rules.
pub async fn judge(ground: &Ground) -> Vec<Seen> {
    // What older engines still do comes to its end.
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    let known = ground.store.describe(ID).await.unwrap().unwrap();
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

pub const KINDS: [&str; 8] = [
    "taken over",
    "refused",
    "not written",
    "not acknowledged",
    "answers",
    "answers refused",
    "stops",
    "redrives",
];

/// The number of times that each kind of event was seen.
pub fn kinds(seen: &[Seen]) -> [u64; 8] {
    let count = |is: fn(&Seen) -> bool| seen.iter().filter(|it| is(it)).count() as u64;
    [
        count(|it| matches!(it, Seen::Claimed(by, _) if *by > 0)),
        count(|it| matches!(it, Seen::Fenced(_))),
        count(|it| matches!(it, Seen::Unwritten(_))),
        count(|it| matches!(it, Seen::Unacknowledged(_))),
        count(|it| matches!(it, Seen::Answered(_, true))),
        count(|it| matches!(it, Seen::Answered(_, false))),
        count(|it| matches!(it, Seen::Stopped(_, true))),
        count(|it| matches!(it, Seen::Redriven(_))),
    ]
}
