//! States, wakes and ends.

use crate::hand::{Hand, begun, chunk, describe, failure, first, record, stored, time};
use crate::run::Shared;
use std::sync::Arc;
use workflow_runtime::store::{Answer, Begun, Commit, Message, Status};

pub async fn states_stay_and_wakes_do_not(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let seen =
        |it: &workflow_runtime::store::Described| (it.state.clone(), it.wake, it.time, it.events);
    hand.write(Commit {
        state: Some("One".into()),
        wake: Some(time(50)),
        events: 4,
        time: time(10),
        ..hand.next()
    })
    .await;
    let one = Some(Arc::from("One"));
    let found = describe(&store, &hand.execution).await;
    assert_eq!(seen(&found), (one.clone(), Some(time(50)), time(10), 4));
    hand.write(Commit { events: 5, time: time(8), ..hand.next() }).await;
    let found = describe(&store, &hand.execution).await;
    assert_eq!(seen(&found), (one, None, time(8), 5));
    hand.write(Commit { state: Some("".into()), wake: Some(time(-9)), ..hand.next() }).await;
    let found = describe(&store, &hand.execution).await;
    assert_eq!((found.state.as_deref(), found.wake), (Some(""), Some(time(-9))));
}

pub async fn an_end_leaves_the_end(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.open(&["token"]).await;
    let told = store.tell(&hand.execution, Message::Stop(failure("Stop"))).await;
    assert!(matches!(told, Ok(Some(_))), "{told:?}");
    let commit = Commit {
        records: vec![record(&[(0, 0)], Some("\"last\""), &[1])],
        payloads: vec![stored(1, "\"last\"")],
        chunk: Some(chunk(1, 4)),
        events: 4,
        opened: vec!["late".into()],
        status: Status::Succeeded,
        end: Some(Ok("\"out\"".into())),
        continued: Some("arn:next".into()),
        time: time(77),
        ..hand.next()
    };
    hand.write(commit).await;
    let (described, history) = hand.seen().await;
    assert_eq!(described.begun, begun("a"));
    assert_eq!((described.status, described.end), (Status::Succeeded, Some(Ok("\"out\"".into()))));
    assert_eq!((described.time, described.number, described.events), (time(77), 3, 4));
    assert_eq!(described.continued, Some("arn:next".into()));
    assert_eq!(history, [chunk(1, 4)], "the history stays");
    assert_eq!(store.payloads(&hand.execution, &[1]).await, Ok(vec!["\"last\"".into()]));
    let saved = crate::hand::claim(&store, &hand.execution).await;
    assert!(saved.scopes.is_empty() && saved.messages.is_empty(), "{saved:?}");
    assert_eq!((saved.number, saved.payloads), (3, 1));
    assert_eq!(saved.end, Some(Ok("\"out\"".into())));
    assert_eq!(saved.continued, Some("arn:next".into()));
    for token in ["token", "late"] {
        assert_eq!(store.answer(token, Answer::Done("1".into())).await, Ok(None));
    }
}

pub async fn ends_have_their_status(store: Shared) {
    for status in Status::ALL.into_iter().filter(|it| *it != Status::Running) {
        let mut hand = Hand::begin(&store, status.name()).await;
        hand.fail(status, "Some.Error", 3).await;
        let described = describe(&store, &hand.execution).await;
        assert_eq!(described.status, status);
        let failed = described.end.and_then(Result::err);
        let failed = failed.map(|it| (it.error().to_owned(), it.reported()));
        let right = ("Some.Error".to_owned(), "the cause of Some.Error".to_owned());
        assert_eq!(failed, Some(right));
    }
}

pub async fn an_execution_that_failed_is_redriven(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.open(&["token"]).await;
    let told = store.tell(&hand.execution, Message::Stop(failure("Stop"))).await;
    assert!(matches!(told, Ok(Some(_))), "{told:?}");
    let records =
        vec![record(&[], Some("\"root\""), &[1]), record(&[(0, 0)], Some("\"child\""), &[2])];
    hand.write(Commit { records, ..hand.next() }).await;
    let commit = Commit {
        records: vec![record(&[(0, 0)], None, &[3]), record(&[(0, 1)], Some("\"last\""), &[4])],
        status: Status::Failed,
        end: Some(Err(failure("Broken"))),
        time: time(5),
        ..hand.next()
    };
    hand.write(commit).await;
    assert_eq!(store.answer("token", Answer::Done("1".into())).await, Ok(None));
    let saved = crate::hand::claim(&store, &hand.execution).await;
    let kept: Vec<_> = saved.scopes.values().map(|it| (&*it.machine, it.mark[0])).collect();
    assert_eq!(kept, [("\"root\"", 1), ("\"child\"", 3), ("\"last\"", 4)], "its scopes stay");
    assert!(saved.messages.is_empty(), "{saved:?}");
    assert_eq!((saved.epoch, saved.redrives, saved.redriven), (hand.epoch, 0, None));
    for count in 1..3 {
        let at = time(10 * count);
        hand.write(Commit { redriven: true, time: at, ..hand.next() }).await;
        let found = describe(&store, &hand.execution).await;
        assert_eq!((found.status, found.end), (Status::Running, None));
        assert_eq!((found.redrives, found.redriven), (count.unsigned_abs(), Some(at)));
        let saved = hand.claim().await;
        assert_eq!((saved.redrives, saved.redriven), (count.unsigned_abs(), Some(at)));
        assert_eq!(saved.scopes.len(), 3);
        assert_eq!(saved.end, None);
        let told = store.tell(&hand.execution, Message::Stop(failure("Stop"))).await;
        assert!(matches!(told, Ok(Some(_))), "it takes messages again: {told:?}");
        hand.fail(Status::Aborted, "Stop", 10 * count + 1).await;
    }
    hand.write(Commit { redriven: true, time: time(99), ..hand.next() }).await;
    hand.end(100).await;
    assert_eq!(describe(&store, &hand.execution).await.redrives, 3);
    assert!(crate::hand::claim(&store, &hand.execution).await.scopes.is_empty());
}

/// Commits between a beginning and the next redrive do not change the round.
pub async fn a_round_is_that_of_the_last_beginning(store: Shared) {
    let around = Hand::begin(&store, "around").await;
    assert_eq!(describe(&store, &around.execution).await.round, 0);
    let item = Begun { around: Some(around.execution), ..begun("item") };
    let mut hand = Hand { store: store.clone(), execution: item.id.clone(), epoch: 1, number: 0 };
    hand.write(Commit { round: 2, ..first(item) }).await;
    for redriven in [false, true] {
        let round = if redriven { 9 } else { 2 };
        let seen = async || describe(&store, &hand.execution).await.round;
        assert_eq!(seen().await, round);
        hand.write(Commit { round: 4, ..hand.next() }).await;
        hand.fail(Status::Failed, "Broken", 5).await;
        assert_eq!(describe(&store, &hand.execution).await.round, round);
        hand.write(Commit { redriven: true, round: 9, ..hand.next() }).await;
    }
}

pub async fn large_and_empty_data_are_kept(store: Shared) {
    let large = format!("\"{}\"", "läßt ".repeat(200_000));
    let begun = Begun { input: Some(large.as_str().into()), ..begun("large") };
    let mut hand = Hand::begin_as(&store, begun).await;
    let many =
        (0..3000).map(|it| record(&[(0, it)], Some(&format!("{it}")), &[it.to_le_bytes()[0]]));
    let mut hold = chunk(1, 3);
    hold.bytes = vec![7; 1 << 20].into();
    let commit = Commit {
        records: many.collect(),
        payloads: vec![stored(1, &large), stored(2, "")],
        chunk: Some(hold.clone()),
        ..hand.next()
    };
    hand.write(commit).await;
    let mut empty = chunk(4, 4);
    empty.bytes = [].into();
    let records = vec![record(&[(0, 0)], Some(""), &[]), record(&[(0, 1)], Some(&large), &[1])];
    hand.write(Commit { records, chunk: Some(empty.clone()), ..hand.next() }).await;
    let saved = hand.claim().await;
    assert_eq!(saved.scopes.len(), 3001);
    assert_eq!(&*saved.scopes[&vec![(0, 0)]].machine, "");
    assert_eq!(&*saved.scopes[&vec![(0, 1)]].machine, large);
    assert_eq!(&*saved.scopes[&vec![(0, 2999)]].machine, "2999");
    assert!(
        store.payloads(&hand.execution, &[2, 1]).await
            == Ok(vec!["".into(), large.as_str().into()])
    );
    assert!(store.history(&hand.execution, 0, 9).await == Ok(vec![hold, empty]));
    let end = Some(Ok(large.as_str().into()));
    hand.write(Commit { status: Status::Succeeded, end: end.clone(), ..hand.next() }).await;
    let described = describe(&store, &hand.execution).await;
    assert!(described.end == end && described.begun.input.as_deref() == Some(&*large));
}
