//! Messages.

use crate::hand::{Hand, arn, failure};
use crate::run::Shared;
use workflow_runtime::store::{Answer, Commit, Delivered, Message};

/// Tells an execution, which must be open.
async fn told(hand: &Hand, message: Message) -> Delivered {
    let store = &hand.store;
    let told = store.tell(&hand.execution, message).await.unwrap_or_else(|error| panic!("{error}"));
    told.unwrap_or_else(|| panic!("{} takes no messages", hand.execution))
}

fn stop(name: &'static str) -> Message {
    Message::Stop(failure(name))
}

pub async fn messages_are_read_in_their_order(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    hand.open(&["token"]).await;
    let mut right = vec![];
    for name in ["Z", "A", "M", "A"] {
        let delivered = told(&hand, stop(name)).await;
        assert_eq!(delivered.execution, hand.execution);
        right.push((delivered.number, stop(name)));
        told(&other, stop("Other")).await;
    }
    let answer = Answer::Done("1".into());
    let delivered = store.answer("token", answer.clone()).await;
    let delivered = delivered.ok().flatten().unwrap_or_else(|| panic!("no answer"));
    right.push((delivered.number, Message::Answer("token".into(), answer)));
    let direct = Message::Answer("unknown".into(), Answer::Failed(failure("Late")));
    right.push((told(&hand, direct.clone()).await.number, direct));
    let found = hand.claim().await.messages;
    assert_eq!(found, right);
    assert!(found.is_sorted_by_key(|(number, _)| *number), "{found:?}");
    assert_eq!(other.claim().await.messages.len(), 4);
}

pub async fn messages_are_kept_until_they_are_taken(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    let numbers = [told(&hand, stop("A")).await, told(&hand, stop("B")).await].map(|it| it.number);
    let foreign = told(&other, stop("C")).await.number;
    hand.claim().await;
    hand.step().await;
    assert_eq!(hand.claim().await.messages.len(), 2, "after a claim and a commit");
    let zombie = hand.clone();
    hand.claim().await;
    let commit = Commit { taken: numbers.to_vec(), ..zombie.next() };
    crate::hand::fenced(store.commit(commit).await);
    assert_eq!(hand.claim().await.messages.len(), 2, "after a commit that was refused");
    let taken = vec![numbers[0], foreign, 0, 1 << 40];
    hand.write(Commit { taken, ..hand.next() }).await;
    assert_eq!(hand.claim().await.messages, [(numbers[1], stop("B"))]);
    assert_eq!(other.claim().await.messages, [(foreign, stop("C"))], "another execution");
    hand.write(Commit { taken: numbers.to_vec(), ..hand.next() }).await;
    assert_eq!(hand.claim().await.messages, []);
    assert!(!numbers.contains(&told(&hand, stop("D")).await.number), "a number twice");
}

pub async fn messages_reach_open_executions(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    assert_eq!(store.tell(&arn("unknown"), stop("A")).await, Ok(None));
    told(&hand, stop("A")).await;
    hand.end(9).await;
    assert_eq!(store.tell(&hand.execution, stop("A")).await, Ok(None), "after the end");
    let saved = crate::hand::claim(&store, &hand.execution).await;
    assert_eq!(saved.messages, []);
}
