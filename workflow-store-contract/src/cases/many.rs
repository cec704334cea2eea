//! Many at the same time.

use crate::hand::{Hand, begun, chunk, commit, fenced, first, names, record, stored};
use crate::run::Shared;
use workflow_runtime::store::{Commit, Query, StoreError};

/// Writes an execution with so many commits, from its beginning to its end, and looks at what is there.
async fn one(store: Shared, name: String, commits: u32) {
    let mut hand = Hand::begin(&store, &name).await;
    for number in 1..=commits {
        let text = format!("{name} {number}");
        let commit = Commit {
            events: number,
            records: vec![record(&[], Some(&text), &[1])],
            payloads: vec![stored(number, &text)],
            chunk: Some(chunk(number, number)),
            ..hand.next()
        };
        hand.write(commit).await;
        // What is acknowledged is read.
        assert_eq!(store.payloads(&hand.execution, &[number]).await, Ok(vec![text.into()]));
    }
    let (described, history) = hand.seen().await;
    assert_eq!((described.number, described.events), (u64::from(commits) + 1, commits));
    assert_eq!(history, (1..=commits).map(|it| chunk(it, it)).collect::<Vec<_>>());
    hand.end(9).await;
}

pub async fn many_commit_at_the_same_time(store: Shared) {
    const MANY: usize = 200;
    let run = |it| tokio::spawn(one(store.clone(), format!("{it}"), 10));
    let all: Vec<_> = (0..MANY).map(run).collect();
    for task in all {
        task.await.unwrap_or_else(|error| panic!("{error}"));
    }
    assert_eq!(names(&store, Query { limit: 33, ..Query::default() }).await.len(), MANY);
}

pub async fn refused_commits_spoil_no_others(store: Shared) {
    let zombie = Hand::begin(&store, "zombie").await;
    zombie.clone().claim().await;
    let attempt = |number: usize| {
        let (store, zombie) = (store.clone(), zombie.clone());
        tokio::spawn(async move {
            let unknown = crate::hand::arn("unknown");
            match number % 5 {
                0 => fenced(store.commit(zombie.next()).await),
                1 => {
                    let exists = store.commit(first(begun("zombie"))).await;
                    assert!(matches!(exists, Err(StoreError::Exists(_))), "{exists:?}");
                }
                2 => {
                    let records = vec![record(&[], Some("1"), &[]), record(&[(0, 1)], None, &[])];
                    let half = Commit { records, ..first(begun(&format!("half {number}"))) };
                    crate::hand::fatal(store.commit(half).await);
                }
                3 => crate::hand::fatal(store.commit(commit(&unknown, 1, 2)).await),
                _ => {
                    let mut hand = Hand::begin(&store, &format!("{number}")).await;
                    hand.step().await;
                    hand.end(5).await;
                }
            }
        })
    };
    let all: Vec<_> = (0..200).map(attempt).collect();
    for task in all {
        task.await.unwrap_or_else(|error| panic!("{error}"));
    }
    assert_eq!(names(&store, Query::default()).await.len(), 41);
}

pub async fn the_secret_stays(store: Shared) {
    let secret = store.secret();
    assert_ne!(secret, [0; 32], "a secret that anybody knows");
    Hand::begin(&store, "a").await.end(1).await;
    assert_eq!(store.secret(), secret);
}
