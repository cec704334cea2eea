//! Claims, and two owners.

use crate::hand::{Hand, arn, claim, describe, failure, fenced, record};
use crate::random::Random;
use crate::run::Shared;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::store::{Commit, Message, Saved, Status, StoreError};

pub async fn a_claim_raises_the_epoch(store: Shared) {
    let mut first = Hand::begin(&store, "a").await;
    let other = Hand::begin(&store, "other").await;
    let mut second = first.clone();
    assert_eq!(second.claim().await.epoch, 2);
    fenced(store.commit(first.next()).await);
    second.step().await;
    first.number = 2;
    fenced(store.commit(first.next()).await);
    assert_eq!(first.claim().await.epoch, 3);
    fenced(store.commit(second.next()).await);
    first.step().await;
    assert_eq!(describe(&store, &first.execution).await.number, 3);
    assert_eq!(store.commit(other.next()).await, Ok(()), "another execution");
}

pub async fn a_claim_that_is_released_has_not_been(store: Shared) {
    let mut first = Hand::begin(&store, "a").await;
    let other = Hand::begin(&store, "other").await;
    let mut second = first.clone();
    assert_eq!(second.claim().await.epoch, 2);
    assert_eq!(store.release(&first.execution, 2).await, Ok(()));
    fenced(store.commit(second.next()).await);
    first.step().await;
    second.number = first.number;
    assert_eq!(second.claim().await.epoch, 2, "as if it had never been");
    // Another one has come since.
    let mut third = first.clone();
    third.claim().await;
    assert_eq!(store.release(&first.execution, 2).await, Ok(()));
    fenced(store.commit(second.next()).await);
    third.step().await;
    assert_eq!(store.release(&arn("nobody"), 2).await, Ok(()));
    assert_eq!(store.commit(other.next()).await, Ok(()), "another execution");
}

pub async fn an_execution_that_has_ended_is_only_read(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.claim().await;
    hand.end(3).await;
    let before = hand.seen().await;
    let saved = claim(&store, &hand.execution).await;
    assert_eq!((saved.epoch, saved.status), (2, Status::Succeeded));
    assert_eq!(claim(&store, &hand.execution).await, saved, "claimed again");
    assert_eq!(hand.seen().await, before);
}

/// A load takes an execution from nobody.
pub async fn what_is_loaded_stays_with_its_owner(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.claim().await;
    hand.open(&["token"]).await;
    let told = store.tell(&hand.execution, Message::Stop(failure("Stop"))).await;
    assert!(matches!(told, Ok(Some(_))), "{told:?}");
    let loaded = store.load(&hand.execution).await;
    let epoch = loaded.as_ref().ok().and_then(|it| it.as_ref()).map(|it| it.epoch);
    assert_eq!(epoch, Some(2));
    assert_eq!(store.load(&hand.execution).await, loaded, "again");
    hand.step().await;
    let loaded = store.load(&hand.execution).await;
    let claimed = claim(&store, &hand.execution).await;
    assert_eq!(loaded, Ok(Some(Saved { epoch: 2, ..claimed.clone() })), "all else");
    hand.epoch = claimed.epoch;
    hand.fail(Status::Failed, "Broken", 5).await;
    assert_eq!(store.load(&hand.execution).await, store.claim(&hand.execution).await, "an end");
    assert_eq!(store.load(&arn("b")).await, Ok(None));
}

/// A claim and a redrive at the same time: each has an epoch of its own, or the claim came before and found the end.
pub async fn a_claim_beside_a_redrive_has_its_own_epoch(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    for round in 0..60 {
        hand.fail(Status::Failed, "Broken", round).await;
        let redrive = Commit { redriven: true, ..hand.next() };
        let (claimed, redriven) = (store.claim(&hand.execution), store.commit(redrive));
        let (claimed, redriven) = (claimed.await, redriven.await);
        assert_eq!(redriven, Ok(()));
        hand.number += 1;
        match claimed {
            Ok(Some(Saved { end: None, epoch, number, .. })) => {
                assert_eq!((epoch, number), (hand.epoch + 1, hand.number), "round {round}");
                fenced(store.commit(hand.next()).await);
                hand.epoch = epoch;
            }
            Ok(Some(saved)) => assert_eq!(saved.epoch, hand.epoch),
            claimed => panic!("{claimed:?}"),
        }
    }
}

pub async fn nobody_claims_what_is_not_there(store: Shared) {
    Hand::begin(&store, "a").await;
    assert_eq!(store.claim(&arn("b")).await, Ok(None));
    assert_eq!(store.claim("").await, Ok(None));
    assert_eq!(store.claim(&arn("A")).await, Ok(None), "another case");
}

/// Two owners in turns, by chance: only who claimed last can commit.
pub async fn one_of_two_owners_commits(store: Shared) {
    let mut random = Random::new();
    for round in 0..40 {
        let first = Hand::begin(&store, &format!("{round}")).await;
        let mut owners = [first.clone(), first];
        let (mut owner, mut number) = (None, 1);
        for _ in 0..40 {
            let who = random.below(2);
            let hand = &mut owners[who];
            if random.below(4) == 0 {
                let saved = claim(&store, &hand.execution).await;
                assert_eq!(saved.number, number, "{random}");
                (hand.epoch, hand.number) = (saved.epoch, saved.number);
                owner = Some(who);
                continue;
            }
            let written = store.commit(hand.next()).await;
            // Before a claim both hold the epoch of the start: then the numbers decide.
            let right = match owner {
                Some(owner) => owner == who,
                None => hand.number == number,
            };
            assert_eq!(written.is_ok(), right, "{random}: {written:?}");
            if right {
                (hand.number, number) = (number + 1, number + 1);
            } else {
                fenced(written);
            }
        }
        assert_eq!(describe(&store, &owners[0].execution).await.number, number, "{random}");
    }
}

/// Owners on threads of their own, which take an execution from each other: each number is written once, and the record is
/// that of the last.
pub async fn owners_at_the_same_time_never_mix(store: Shared) {
    let hand = Hand::begin(&store, "a").await;
    let written = Arc::new(AtomicU64::new(1));
    let own = |owner: u64| {
        let (mut hand, written) = (hand.clone(), written.clone());
        async move {
            for round in 0..60 {
                let saved = claim(&hand.store, &hand.execution).await;
                let mark: [u8; 16] =
                    saved.scopes[&vec![]].mark.as_ref().try_into().unwrap_or_default();
                let last = u64::from_le_bytes(mark[8..].try_into().unwrap_or_default());
                assert!(saved.number == 1 || last == saved.number, "a record of another commit");
                (hand.epoch, hand.number) = (saved.epoch, saved.number);
                for _ in 0..(round + owner) % 4 {
                    let number = hand.number + 1;
                    let mark = [owner.to_le_bytes(), number.to_le_bytes()].concat();
                    let records = vec![record(&[], None, &mark)];
                    match hand.store.commit(Commit { records, ..hand.next() }).await {
                        Ok(()) => {
                            hand.number = number;
                            written.fetch_add(1, Ordering::Relaxed);
                        }
                        Err(StoreError::Fenced(_)) => break,
                        Err(error) => panic!("{error}"),
                    }
                }
            }
        }
    };
    let owners: Vec<_> = (0..4).map(|it| tokio::spawn(own(it))).collect();
    for owner in owners {
        owner.await.unwrap_or_else(|error| panic!("{error}"));
    }
    let number = describe(&store, &hand.execution).await.number;
    assert_eq!(number, written.load(Ordering::Relaxed), "each number once");
    let epoch = claim(&store, &hand.execution).await.epoch;
    assert_eq!(epoch, 1 + 4 * 60 + 1, "an epoch for each claim");
}
