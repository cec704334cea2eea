//! Purging and pruning.

use crate::hand::{
    Hand, arn, begun, chunk, failure, fatal, fenced, first, names, record, stored, time,
};
use crate::run::Shared;
use jiff::Timestamp;
use workflow_runtime::store::{Answer, Begun, Commit, Message, Query, StoreError};

/// Begins an execution that leaves something everywhere.
async fn full(store: &Shared, name: &str) -> Hand {
    let mut hand = Hand::begin(store, name).await;
    let token = format!("token of {name}");
    let commit = Commit {
        records: vec![record(&[(0, 0)], Some("1"), &[1])],
        payloads: vec![stored(1, "1")],
        chunk: Some(chunk(1, 3)),
        events: 3,
        state: Some("Pay".into()),
        wake: Some(time(2)),
        opened: vec![token.into()],
        ..hand.next()
    };
    hand.write(commit).await;
    let told = store.tell(&hand.execution, Message::Stop(failure("Stop"))).await;
    assert!(matches!(told, Ok(Some(_))), "{told:?}");
    hand
}

pub async fn a_purge_leaves_nothing(store: Shared) {
    assert_eq!(store.purge(&arn("unknown")).await, Ok(false));
    let other = full(&store, "other").await;
    let mut hand = full(&store, "a").await;
    hand.end(5).await;
    assert_eq!(store.purge(&hand.execution).await, Ok(true));
    assert_eq!(store.purge(&hand.execution).await, Ok(false), "twice");
    let id = &hand.execution;
    assert_eq!(store.describe(id).await, Ok(None));
    assert_eq!(store.claim(id).await, Ok(None));
    assert_eq!(store.history(id, 0, 10).await, Ok(vec![]));
    fatal(store.payloads(id, &[1]).await);
    fatal(store.commit(hand.next()).await);
    assert_eq!(store.answer("token of a", Answer::Done("1".into())).await, Ok(None));
    assert_eq!(store.tell(id, Message::Stop(failure("Stop"))).await, Ok(None));
    assert_eq!(names(&store, Query::default()).await, ["other"]);
    assert_eq!(store.prune(Timestamp::MAX, 10).await, Ok(0));
    let mut again = Hand::begin(&store, "a").await;
    let (described, history) = again.seen().await;
    assert_eq!((described.state, described.end, history), (None, None, vec![]));
    fatal(store.payloads(id, &[1]).await);
    let saved = again.claim().await;
    assert_eq!((saved.epoch, saved.scopes.len(), saved.messages), (2, 1, vec![]));
    let found = store.due(Timestamp::MAX, 10).await.unwrap_or_default();
    assert_eq!(found.executions, std::slice::from_ref(&other.execution));
    let answered = store.answer("token of other", Answer::Done("1".into())).await;
    assert!(matches!(answered, Ok(Some(_))), "another execution's token: {answered:?}");
    assert_eq!(store.payloads(&other.execution, &[1]).await, Ok(vec!["1".into()]));
}

/// An engine that believes that it owns an execution does nothing to another one that has its name now.
pub async fn a_purged_name_knows_no_engine_of_before(store: Shared) {
    const FIRST: [u64; 3] = [5 << 24, 2 << 24, 9 << 24];
    let mut olds: Vec<Hand> = vec![];
    for first in FIRST {
        let mut hand = Hand::begin_at(&store, begun("a"), first).await;
        let mut claimed = hand.clone();
        claimed.claim().await;
        for old in &olds {
            for number in [hand.number, hand.number + 1, old.number + 1] {
                fenced(store.commit(Commit { number, ..old.next() }).await);
            }
            assert_eq!(store.release(&old.execution, old.epoch).await, Ok(()));
        }
        let saved = claimed.claim().await;
        assert_eq!((saved.epoch, saved.number), (first + 2, 1), "nothing has become of it");
        hand.epoch = saved.epoch;
        let zombies = (0..3).map(|claims| Hand { epoch: first + claims, ..hand.clone() });
        olds.extend(zombies);
        hand.end(5).await;
        assert_eq!(store.purge(&hand.execution).await, Ok(true));
    }
}

pub async fn what_is_open_is_not_purged(store: Shared) {
    let mut hand = full(&store, "a").await;
    let before = hand.seen().await;
    assert_eq!(store.purge(&hand.execution).await, Ok(false));
    assert_eq!(store.prune(Timestamp::MAX, 10).await, Ok(0));
    assert_eq!(hand.seen().await, before);
    let saved = hand.claim().await;
    assert_eq!((saved.scopes.len(), saved.messages.len()), (2, 1));
    hand.step().await;
}

pub async fn the_oldest_ends_are_pruned(store: Shared) {
    for (name, at) in [("d", 40), ("a", 10), ("c", 30), ("b", 20)] {
        full(&store, name).await.end(at).await;
    }
    full(&store, "open").await;
    full(&store, "e").await.end(15).await;
    let all = || names(&store, Query { items: true, ..Query::default() });
    assert_eq!(store.prune(time(10), 10).await, Ok(0), "it ended then, not before");
    assert_eq!(store.prune(time(35), 0).await, Ok(0));
    assert_eq!(store.prune(time(35), 1).await, Ok(1));
    assert_eq!(all().await, ["d", "c", "b", "open", "e"]);
    assert_eq!(store.prune(time(35), 2).await, Ok(2));
    assert_eq!(all().await, ["d", "c", "open"]);
    assert_eq!(store.prune(time(35), 10).await, Ok(1));
    assert_eq!(store.prune(time(35), 10).await, Ok(0));
    assert_eq!(store.prune(Timestamp::MAX, usize::MAX).await, Ok(1));
    assert_eq!(all().await, ["open"]);
    assert_eq!(store.history(&arn("a"), 0, 10).await, Ok(vec![]));
    fatal(store.payloads(&arn("a"), &[1]).await);
    Hand::begin(&store, "a").await;
}

/// An execution that may run again needs its items that ended: they are removed with it.
pub async fn items_stay_with_the_execution_around_them(store: Shared) {
    let mut around = full(&store, "around").await;
    let mut other = full(&store, "other").await;
    let mut items = vec![];
    for number in 0..3 {
        items.push(around.begin_item(&format!("item {number}")).await);
    }
    items[0].end(2).await;
    items[1].end(3).await;
    let mut below = items[1].begin_item("below").await;
    below.end(3).await;
    for item in [&items[0], &below] {
        assert_eq!(store.purge(&item.execution).await, Ok(false), "{}", item.execution);
    }
    other.end(5).await;
    assert_eq!(store.prune(time(50), 10).await, Ok(1), "the other one");
    let all = || names(&store, Query { items: true, ..Query::default() });
    assert_eq!(all().await, ["around", "item 0", "item 1", "item 2", "below"]);
    assert_eq!(items[0].seen().await.0.begun.around, Some(around.execution.clone()));
    around.end(9).await;
    assert_eq!(store.purge(&items[0].execution).await, Ok(false), "it may be redriven");
    assert_eq!(store.purge(&around.execution).await, Ok(true));
    assert_eq!(all().await, Vec::<String>::new());
    fatal(store.commit(items[2].next()).await);
}

/// Many items go in one call, and are not counted.
pub async fn executions_are_pruned_with_their_items(store: Shared) {
    for (name, items, end) in [("a", 3, 10), ("b", 700, 20)] {
        let mut around = full(&store, name).await;
        for number in 0..items {
            around.begin_item(&format!("{name} {number}")).await;
        }
        around.end(end).await;
    }
    full(&store, "open").await;
    assert_eq!(store.prune(time(30), 1).await, Ok(1));
    let all = || names(&store, Query { items: true, ..Query::default() });
    assert_eq!(all().await.len(), 702);
    assert_eq!(store.prune(time(30), 10).await, Ok(1));
    assert_eq!(all().await, ["open"]);
}

/// Keeps an execution for whoever waits for its end, or is followed by it, however old it is.
pub async fn what_is_waited_for_is_not_pruned(store: Shared) {
    let mut caller = full(&store, "caller").await;
    for name in ["called", "next"] {
        Hand::begin_called(&store, name, caller.execution.clone()).await.end(5).await;
    }
    Hand::begin_called(&store, "orphan", arn("nobody")).await.end(6).await;
    let all = || names(&store, Query::default());
    assert_eq!(store.prune(Timestamp::MAX, 10).await, Ok(1), "nobody waits for the orphan");
    assert_eq!(all().await, ["caller", "called", "next"]);
    assert_eq!(store.purge(&arn("next")).await, Ok(true), "somebody says so");
    caller.write(Commit { time: time(7), ..caller.next() }).await;
    Hand::begin_called(&store, "later", caller.execution.clone()).await.end(8).await;
    assert_eq!(store.prune(Timestamp::MAX, 10).await, Ok(1), "the caller has gone on since");
    assert_eq!(all().await, ["caller", "later"]);
    caller.end(9).await;
    assert_eq!(store.prune(Timestamp::MAX, 10).await, Ok(2), "the caller, and what it called");
    assert_eq!(all().await, Vec::<String>::new());
}

pub async fn items_need_an_execution_around_them(store: Shared) {
    let item = Begun { around: Some(arn("around")), ..begun("item") };
    let refused = store.commit(first(item.clone())).await;
    assert!(matches!(refused, Err(StoreError::Refused(_))), "{refused:?}");
    assert_eq!(store.describe(&item.id).await, Ok(None));
    Hand::begin(&store, "around").await;
    Hand::begin_as(&store, item).await;
}
