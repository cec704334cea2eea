//! Payloads, and chunks of histories.

use crate::hand::{Hand, arn, chunk, fatal, stored};
use crate::run::Shared;
use workflow_runtime::store::{Chunk, Commit};

pub async fn payloads_come_in_the_order_asked(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    for commit in 0..20 {
        let numbers = commit * 3 + 1..commit * 3 + 4;
        let new = |of: &str| numbers.clone().map(|it| stored(it, &format!("{of}{it}"))).collect();
        hand.write(Commit { payloads: new("a"), ..hand.next() }).await;
        other.write(Commit { payloads: new("b"), ..other.next() }).await;
    }
    let numbers = [60, 1, 7, 7, 33, 2];
    for (of, hand) in [("a", &hand), ("b", &other)] {
        let right = numbers.map(|it| format!("{of}{it}").into()).to_vec();
        assert_eq!(store.payloads(&hand.execution, &numbers).await, Ok(right));
    }
    assert_eq!(store.payloads(&hand.execution, &[]).await, Ok(vec![]));
    let all: Vec<_> = (1..=60).collect();
    let found = store.payloads(&hand.execution, &all).await.unwrap_or_default();
    assert_eq!(found.len(), 60);
    assert_eq!(hand.claim().await.payloads, 60);
    hand.step().await;
    assert_eq!(hand.claim().await.payloads, 60, "after a commit without payloads");
}

pub async fn payloads_that_are_missing_are_an_error(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    hand.write(Commit { payloads: vec![stored(1, "1")], ..hand.next() }).await;
    other.write(Commit { payloads: vec![stored(1, "1"), stored(2, "2")], ..other.next() }).await;
    for numbers in [&[2][..], &[0], &[1, 2], &[2, 1], &[u32::MAX]] {
        fatal(store.payloads(&hand.execution, numbers).await);
    }
    fatal(store.payloads(&arn("unknown"), &[1]).await);
    assert_eq!(store.payloads(&hand.execution, &[1]).await, Ok(vec!["1".into()]), "it is usable");
}

pub async fn chunks_are_paged(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    let mut chunks = vec![];
    let mut first = 1;
    for size in [1, 1, 5, 2, 100, 3, 1, 40] {
        let chunk = chunk(first, first + size - 1);
        first += size;
        chunks.push(chunk.clone());
        hand.write(Commit { chunk: Some(chunk), events: first - 1, ..hand.next() }).await;
        other.write(Commit { chunk: Some(self::chunk(first, first)), ..other.next() }).await;
        hand.step().await;
    }
    let until = |from: u32, events: u32| u64::from(from) + u64::from(events);
    for from in [0, 1, 2, 3, 7, 8, 9, 50, 109, 110, 112, 113, 153, 154, u32::MAX] {
        for events in [0, 1, 2, 10, 100, 1000, u32::MAX] {
            let within = |it: &&Chunk| it.last >= from && u64::from(it.first) < until(from, events);
            let right: Vec<_> = chunks.iter().filter(within).cloned().collect();
            let found = store.history(&hand.execution, from, events).await;
            assert_eq!(found, Ok(right), "{events} events from {from} on");
        }
    }
    assert_eq!(store.history(&arn("unknown"), 0, 10).await, Ok(vec![]));
}
