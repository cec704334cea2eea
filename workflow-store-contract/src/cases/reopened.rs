//! Stores that are closed and opened again.

use crate::hand::{Hand, arn, chunk, claim, failure, names, record, stored, time};
use crate::run::Place;
use workflow_runtime::store::{Answer, Commit, Message, Query, Status};

pub async fn all_is_there_again(open: Place) {
    let store = open();
    let mut hand = Hand::begin(&store, "open").await;
    let mut ended = Hand::begin(&store, "ended").await;
    let commit = Commit {
        events: 3,
        records: vec![record(&[(0, 1)], Some("\"Child\""), &[1, 2])],
        payloads: vec![stored(1, "\"one\"")],
        chunk: Some(chunk(1, 3)),
        state: Some("Pay".into()),
        wake: Some(time(50)),
        opened: vec!["token".into(), "answered".into()],
        ..hand.next()
    };
    hand.write(commit).await;
    let answered = store.answer("answered", Answer::Done("1".into())).await;
    assert!(matches!(answered, Ok(Some(_))));
    ended.fail(Status::Failed, "Declined", 7).await;
    let all = [&hand.execution, &ended.execution].map(Clone::clone);
    let mut before = vec![];
    for id in &all {
        before.push((hand.seen().await, claim(&store, id).await));
    }
    let due = store.due(time(99), 10).await;
    drop((hand, ended, store));
    for round in 1..3 {
        let store = open();
        assert_eq!(store.due(time(99), 10).await, due);
        for (id, (seen, saved)) in all.iter().zip(&before) {
            let hand =
                Hand { store: store.clone(), execution: all[0].clone(), epoch: 0, number: 0 };
            assert_eq!(&hand.seen().await, seen);
            let mut saved = saved.clone();
            if saved.end.is_none() {
                saved.epoch += round;
            }
            assert_eq!(claim(&store, id).await, saved);
        }
        assert_eq!(store.payloads(&all[0], &[1]).await, Ok(vec!["\"one\"".into()]));
        assert_eq!(names(&store, Query::default()).await, ["open", "ended"]);
    }
    let store = open();
    let answered = store.answer("token", Answer::Done("1".into())).await;
    assert!(matches!(answered, Ok(Some(_))), "an open token: {answered:?}");
    assert_eq!(store.answer("answered", Answer::Done("1".into())).await, Ok(None));
}

pub async fn epochs_and_numbers_go_on(open: Place) {
    let store = open();
    let mut hand = Hand::begin(&store, "a").await;
    hand.claim().await;
    let told = store.tell(&hand.execution, Message::Stop(failure("A"))).await;
    let Ok(Some(first)) = told else { panic!("{told:?}") };
    hand.write(Commit { taken: vec![first.number], ..hand.next() }).await;
    let Hand { execution, epoch, number, store: own } = hand;
    drop((own, store));
    let store = open();
    let mut zombie = Hand { store: store.clone(), execution, epoch, number };
    zombie.step().await;
    let mut hand = zombie.clone();
    assert_eq!(hand.claim().await.epoch, 3);
    crate::hand::fenced(store.commit(zombie.next()).await);
    let told = store.tell(&hand.execution, Message::Stop(failure("B"))).await;
    let Ok(Some(second)) = told else { panic!("{told:?}") };
    assert_ne!(first.number, second.number, "the number of a message, twice");
    Hand::begin(&store, "b").await;
    assert_eq!(names(&store, Query::default()).await, ["a", "b"]);
}

pub async fn removals_stay(open: Place) {
    let store = open();
    for name in ["a", "b", "c"] {
        Hand::begin(&store, name).await.end(3).await;
    }
    assert_eq!(store.purge(&arn("a")).await, Ok(true));
    assert_eq!(store.prune(time(9), 1).await, Ok(1));
    drop(store);
    let store = open();
    assert_eq!(names(&store, Query::default()).await, ["c"]);
    Hand::begin(&store, "a").await;
    assert_eq!(names(&store, Query::default()).await, ["c", "a"]);
}

pub async fn the_secret_is_the_same(open: Place) {
    let store = open();
    let secret = store.secret();
    drop(store);
    assert_eq!(open().secret(), secret);
}

pub async fn what_was_acknowledged_at_the_same_time_is_there(open: Place) {
    let store = open();
    let run = |it: usize| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut hand = Hand::begin(&store, &format!("{it:03}")).await;
            for _ in 0..it % 7 {
                hand.step().await;
            }
            hand.number
        })
    };
    let all: Vec<_> = (0..300).map(run).collect();
    let mut numbers = vec![];
    for task in all {
        numbers.push(task.await.unwrap_or_else(|error| panic!("{error}")));
    }
    drop(store);
    let store = open();
    for (place, number) in numbers.into_iter().enumerate() {
        let saved = claim(&store, &arn(&format!("{place:03}"))).await;
        assert_eq!((saved.number, saved.scopes.len()), (number, 1));
    }
}
