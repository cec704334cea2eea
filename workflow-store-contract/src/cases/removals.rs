//! Purging and pruning.

use crate::hand::{Hand, arn, begun, chunk, failure, fatal, names, record, stored, time};
use crate::run::Shared;
use jiff::Timestamp;
use workflow_runtime::store::{Answer, Begun, Commit, Message, Query};

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
    let mut item = Hand::begin_as(&store, Begun { item: true, ..begun("item") }).await;
    item.end(15).await;
    let all = || names(&store, Query { items: true, ..Query::default() });
    assert_eq!(store.prune(time(10), 10).await, Ok(0), "it ended then, not before");
    assert_eq!(store.prune(time(35), 0).await, Ok(0));
    assert_eq!(store.prune(time(35), 1).await, Ok(1));
    assert_eq!(all().await, ["d", "c", "b", "open", "item"]);
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
