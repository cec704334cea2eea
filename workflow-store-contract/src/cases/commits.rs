//! Commits: their order, and what they leave.

use crate::hand::{
    Hand, arn, begun, chunk, claim, commit, describe, fatal, fenced, first, record, stored, time,
};
use crate::run::Shared;
use std::collections::BTreeMap;
use workflow_runtime::store::{Begun, Commit, Described, Kept, Saved, Status, StoreError};

/// A start in which nothing is as usual.
fn unusual() -> Begun {
    Begun {
        name: "Zoë's \"order\" %_\u{1F980}".into(),
        machine: "machine, with more".into(),
        input: Some("{\"text\":\"a\u{0}b\\u0000 \u{10FFFF}\"}".into()),
        started: jiff::Timestamp::MIN,
        seed: u64::MAX,
        timeout: Some(u32::MAX),
        ..begun("unusual")
    }
}

pub async fn a_commit_is_read_as_it_was_written(store: Shared) {
    let begun = unusual();
    let first = Commit {
        begun: Some(begun.clone()),
        events: 3,
        time: time(1),
        records: vec![
            record(&[], Some("\"Pay\""), &[0, 255]),
            record(&[(1, 2)], Some("{\"n\":1}"), &[]),
        ],
        payloads: vec![stored(1, "\"one\""), stored(2, "\"two\"")],
        chunk: Some(chunk(1, 3)),
        state: Some("Pay".into()),
        wake: Some(jiff::Timestamp::MAX),
        ..commit(&begun.id, 1, 1)
    };
    assert_eq!(store.commit(first).await, Ok(()));
    let described = Described {
        begun: begun.clone(),
        status: Status::Running,
        number: 1,
        events: 3,
        state: Some("Pay".into()),
        time: time(1),
        wake: Some(jiff::Timestamp::MAX),
        end: None,
        continued: None,
        redrives: 0,
        redriven: None,
        round: 0,
    };
    assert_eq!(describe(&store, &begun.id).await, described);
    assert_eq!(store.history(&begun.id, 0, 100).await, Ok(vec![chunk(1, 3)]));
    let texts = store.payloads(&begun.id, &[1, 2]).await;
    assert_eq!(texts, Ok(vec!["\"one\"".into(), "\"two\"".into()]));
    let kept = |machine: &str, mark: &[u8]| Kept { machine: machine.into(), mark: mark.into() };
    let scopes = [(vec![], kept("\"Pay\"", &[0, 255])), (vec![(1, 2)], kept("{\"n\":1}", &[]))];
    let saved = Saved {
        begun: begun.clone(),
        epoch: 2,
        number: 1,
        events: 3,
        payloads: 2,
        scopes: BTreeMap::from(scopes),
        messages: vec![],
        status: Status::Running,
        end: None,
        continued: None,
        redrives: 0,
        redriven: None,
    };
    assert_eq!(claim(&store, &begun.id).await, saved);
    let plain =
        Hand::begin_as(&store, Begun { input: None, timeout: None, ..self::begun("b") }).await;
    assert_eq!(describe(&store, &plain.execution).await.begun.input, None);
    assert_eq!(describe(&store, &plain.execution).await.begun.timeout, None);
}

/// A commit that would change all there is.
fn change(hand: &Hand) -> Commit {
    Commit {
        events: 9,
        removed: vec![vec![]],
        records: vec![
            record(&[], Some("\"Other\""), &[9]),
            record(&[(0, 0)], Some("\"Child\""), &[9]),
        ],
        payloads: vec![stored(1, "\"other\"")],
        chunk: Some(chunk(1, 9)),
        state: Some("Other".into()),
        wake: Some(time(9)),
        opened: vec!["other".into()],
        ..hand.next()
    }
}

/// Asserts that commits made from the next one are refused, and that nothing is other than before.
async fn refused(hand: &mut Hand, others: &[Commit]) {
    let before = hand.seen().await;
    for other in others {
        fenced(hand.store.commit(other.clone()).await);
        assert_eq!(hand.seen().await, before, "a refused commit changed something");
    }
    fatal(hand.store.payloads(&hand.execution, &[1]).await);
    let answer = workflow_runtime::store::Answer::Done("1".into());
    assert_eq!(hand.store.answer("other", answer).await, Ok(None));
    let saved = hand.claim().await;
    assert_eq!((saved.events, saved.payloads), (0, 0));
    assert_eq!(saved.scopes.len(), 1);
    assert_eq!(&*saved.scopes[&vec![]].machine, "\"Start\"");
}

pub async fn commits_follow_each_other(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.step().await;
    let change = change(&hand);
    let others = [0, 1, 2, 4, 5, u64::MAX].map(|number| Commit { number, ..change.clone() });
    refused(&mut hand, &others).await;
    hand.step().await;
    assert_eq!(describe(&store, &hand.execution).await.number, 3);
}

pub async fn commits_of_other_epochs_are_refused(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.claim().await;
    hand.claim().await;
    assert_eq!(hand.epoch, 3);
    let change = change(&hand);
    let others = [0, 1, 2, 4, u64::MAX].map(|epoch| Commit { epoch, ..change.clone() });
    refused(&mut hand, &others).await;
    hand.step().await;
    assert_eq!(describe(&store, &hand.execution).await.number, 2);
}

pub async fn executions_that_have_not_begun_take_no_commits(store: Shared) {
    let known = Hand::begin(&store, "known").await;
    fatal(store.commit(commit(&arn("unknown"), 1, 1)).await);
    fatal(store.commit(commit(&arn("unknown"), 1, 2)).await);
    assert_eq!(store.describe(&arn("unknown")).await, Ok(None));
    assert_eq!(store.history(&arn("unknown"), 0, 10).await, Ok(vec![]));
    assert_eq!(describe(&store, &known.execution).await.number, 1);
}

pub async fn an_execution_begins_once(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    for _ in 0..2 {
        let before = hand.seen().await;
        let again = Begun { input: Some("\"another\"".into()), seed: 8, ..begun("a") };
        let exists = Err(StoreError::Exists(hand.execution.clone()));
        assert_eq!(store.commit(first(again)).await, exists);
        assert_eq!(hand.seen().await, before);
        hand.step().await;
    }
    hand.end(5).await;
    let exists = Err(StoreError::Exists(hand.execution.clone()));
    assert_eq!(store.commit(first(begun("a"))).await, exists, "after its end");
    assert_eq!(hand.seen().await.0.status, Status::Succeeded);
}

pub async fn an_execution_begins_with_its_first_commit(store: Shared) {
    for (epoch, number) in [(1, 0), (1, 2), (0, 0), (7, u64::MAX)] {
        fenced(store.commit(Commit { epoch, number, ..first(begun("a")) }).await);
        assert_eq!(store.describe(&arn("a")).await, Ok(None), "epoch {epoch}, number {number}");
    }
    Hand::begin(&store, "a").await;
}

/// The engine chooses the epoch, so that it is another one for each start.
pub async fn an_execution_begins_at_any_epoch(store: Shared) {
    for (name, epoch) in [("a", 2), ("b", 0), ("c", 1 << 32), ("d", i64::MAX.unsigned_abs() - 9)] {
        let mut hand = Hand::begin_at(&store, begun(name), epoch).await;
        let change = change(&hand);
        let others = [0, 1, epoch + 1, epoch + (1 << 24), u64::MAX];
        for other in others.into_iter().filter(|it| *it != epoch) {
            fenced(store.commit(Commit { epoch: other, ..change.clone() }).await);
        }
        hand.step().await;
        assert_eq!(hand.claim().await.epoch, epoch + 1, "{name}");
        hand.step().await;
    }
}

pub async fn an_item_begins_once(store: Shared) {
    let around = Some(Hand::begin(&store, "around").await.execution);
    let item = Begun { around, ..begun("item") };
    let mut hand = Hand::begin_as(&store, item.clone()).await;
    let again = Begun { input: Some("2".into()), started: time(3), ..item };
    let exists = Err(StoreError::Exists(hand.execution.clone()));
    assert_eq!(store.commit(first(again.clone())).await, exists);
    hand.end(4).await;
    assert_eq!(store.commit(first(again)).await, exists);
}
