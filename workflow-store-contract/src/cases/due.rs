//! Executions that are due.

use crate::hand::{Hand, arn, failure, time};
use crate::run::Shared;
use jiff::Timestamp;
use std::sync::Arc;
use workflow_runtime::store::{Answer, Commit, Due, Message};

async fn due(store: &Shared, now: Timestamp, most: usize) -> (Vec<Arc<str>>, Option<Timestamp>) {
    let Due { executions, next } =
        store.due(now, most).await.unwrap_or_else(|error| panic!("{error}"));
    (executions, next)
}

fn arns(names: &[&str]) -> Vec<Arc<str>> {
    names.iter().map(|it| arn(it)).collect()
}

/// Begins an execution that wakes up at a time.
async fn waking(store: &Shared, name: &str, at: Timestamp) -> Hand {
    let mut hand = Hand::begin(store, name).await;
    hand.write(Commit { wake: Some(at), ..hand.next() }).await;
    hand
}

async fn tell(hand: &Hand) {
    let told = hand.store.tell(&hand.execution, Message::Stop(failure("Stop"))).await;
    assert!(matches!(told, Ok(Some(_))), "{told:?}");
}

pub async fn the_earliest_is_due_first(store: Shared) {
    assert_eq!(due(&store, Timestamp::MAX, 10).await, (vec![], None));
    waking(&store, "late", time(30)).await;
    waking(&store, "past", Timestamp::MIN).await;
    waking(&store, "b", time(20)).await;
    waking(&store, "a", time(20)).await;
    waking(&store, "early", time(10)).await;
    waking(&store, "never", Timestamp::MAX).await;
    Hand::begin(&store, "told").await;
    let (before, after) = (time(20) - jiff::SignedDuration::from_nanos(1), time(20));
    assert_eq!(due(&store, before, 10).await, (arns(&["past", "early"]), Some(time(20))));
    let right = (arns(&["past", "early", "b", "a"]), Some(time(30)));
    assert_eq!(due(&store, after, 10).await, right);
    assert_eq!(due(&store, time(0), 10).await, (arns(&["past"]), Some(time(10))));
    let all = arns(&["past", "early", "b", "a", "late", "never"]);
    assert_eq!(due(&store, Timestamp::MAX, 10).await, (all, None));
    let mut changed = waking(&store, "changed", time(5)).await;
    changed.write(Commit { wake: Some(time(40)), ..changed.next() }).await;
    assert_eq!(due(&store, time(6), 10).await, (arns(&["past"]), Some(time(10))));
    changed.step().await;
    assert_eq!(due(&store, time(35), 10).await.1, Some(Timestamp::MAX));
}

pub async fn messages_are_due_before_times(store: Shared) {
    let first = Hand::begin(&store, "first").await;
    let mut second = waking(&store, "second", time(50)).await;
    waking(&store, "waking", time(-100)).await;
    let mut third = Hand::begin(&store, "third").await;
    third.open(&["token"]).await;
    tell(&second).await;
    tell(&first).await;
    tell(&second).await;
    let right = (arns(&["first", "second"]), Some(time(-100)));
    assert_eq!(due(&store, Timestamp::MIN, 10).await, right, "in the order of their beginnings");
    let answered = store.answer("token", Answer::Done("1".into())).await;
    assert!(matches!(answered, Ok(Some(_))));
    let right = (arns(&["first", "second", "third", "waking"]), None);
    assert_eq!(due(&store, time(0), 10).await, right);
    let saved = second.claim().await;
    assert_eq!(due(&store, time(0), 10).await, right, "a claim takes no messages");
    let taken = saved.messages.iter().map(|(number, _)| *number).collect();
    second.write(Commit { taken, wake: Some(time(50)), ..second.next() }).await;
    let right = (arns(&["first", "third", "waking"]), Some(time(50)));
    assert_eq!(due(&store, time(0), 10).await, right);
}

pub async fn due_has_a_limit(store: Shared) {
    for number in 0..4 {
        waking(&store, &format!("waking {number}"), time(number)).await;
        tell(&Hand::begin(&store, &format!("told {number}")).await).await;
    }
    let all = arns(&[
        "told 0", "told 1", "told 2", "told 3", "waking 0", "waking 1", "waking 2", "waking 3",
    ]);
    for most in 0..=9 {
        let (found, next) = due(&store, time(2), most).await;
        assert_eq!(found, all[..most.min(7)]);
        let right = match most {
            0..4 => None,
            4..8 => Some(time(i32::try_from(most).unwrap_or(0) - 4)),
            _ => Some(time(3)),
        };
        match right {
            Some(right) => assert_eq!(next, Some(right), "the next after {most}"),
            None => {
                assert!(next.is_some_and(|it| it <= time(2)), "more are due after {most}: {next:?}")
            }
        }
    }
    assert_eq!(due(&store, Timestamp::MAX, usize::MAX).await, (all, None));
}

pub async fn ends_and_items_are_not_due(store: Shared) {
    let mut ended = waking(&store, "ended", time(1)).await;
    tell(&ended).await;
    let end = Some(Err(failure("No")));
    ended.write(Commit { end, wake: Some(time(1)), ..ended.next() }).await;
    let mut item = ended.begin_item("item").await;
    item.write(Commit { wake: Some(time(1)), ..item.next() }).await;
    tell(&item).await;
    assert_eq!(due(&store, Timestamp::MAX, 10).await, (vec![], None));
    assert_eq!(item.seen().await.0.wake, Some(time(1)));
    assert_eq!(item.claim().await.messages.len(), 1);
}

async fn counted(store: &Shared, right: u64) {
    assert_eq!(store.count_waiting().await, Ok(right));
}

pub async fn those_that_wait_are_counted(store: Shared) {
    counted(&store, 0).await;
    let mut one = waking(&store, "one", time(10)).await;
    let never = waking(&store, "never", Timestamp::MAX).await;
    Hand::begin(&store, "busy").await;
    let mut item = one.begin_item("item").await;
    item.write(Commit { wake: Some(time(1)), ..item.next() }).await;
    counted(&store, 2).await;
    tell(&never).await;
    tell(&never).await;
    counted(&store, 1).await;
    one.step().await;
    counted(&store, 0).await;
    one.write(Commit { wake: Some(time(10)), ..one.next() }).await;
    counted(&store, 1).await;
    one.end(9).await;
    counted(&store, 0).await;
}
