//! The records of scopes.

use crate::hand::{Hand, arn, begun, chunk, fatal, first, record, stored, time};
use crate::run::Shared;
use workflow_runtime::store::{Answer, Commit, Path};

/// Paths in their order.
fn paths() -> Vec<Path> {
    const MOST: u32 = u32::MAX;
    [
        &[][..],
        &[(0, 0)],
        &[(0, 0), (0, 0)],
        &[(0, 0), (7, MOST)],
        &[(0, 1)],
        &[(0, 255)],
        &[(0, 256)],
        &[(0, MOST)],
        &[(0, MOST), (0, 0)],
        &[(0, MOST), (MOST, MOST)],
        &[(1, 0)],
        &[(1, 0), (2, 3), (4, 5), (6, 7)],
        &[(MOST, MOST)],
        &[(MOST, MOST), (MOST, MOST)],
    ]
    .map(<[_]>::to_vec)
    .to_vec()
}

/// Begins an execution with a record at each of these paths, whose machine is the path.
async fn with_all(store: &Shared, name: &str) -> Hand {
    let mut hand = Hand::begin(store, name).await;
    let records = paths();
    // Not in their order.
    let records = records.iter().rev().map(|it| record(it, Some(&format!("{it:?}")), &[1]));
    hand.write(Commit { records: records.collect(), ..hand.next() }).await;
    hand
}

pub async fn records_are_kept_by_their_paths(store: Shared) {
    let other = with_all(&store, "other").await;
    let mut hand = with_all(&store, "a").await;
    let saved = hand.claim().await;
    let found: Vec<_> =
        saved.scopes.iter().map(|(it, kept)| (it.clone(), &*kept.machine)).collect();
    let texts: Vec<_> = paths().iter().map(|it| format!("{it:?}")).collect();
    let right: Vec<_> = paths().into_iter().zip(texts.iter().map(String::as_str)).collect();
    assert_eq!(found, right);
    let changed = record(&[(0, 1)], Some("\"changed\""), &[2, 3]);
    hand.write(Commit { records: vec![changed], ..hand.next() }).await;
    let after = hand.claim().await;
    assert_eq!(&*after.scopes[&vec![(0, 1)]].machine, "\"changed\"");
    assert_eq!(&*after.scopes[&vec![(0, 1)]].mark, [2, 3]);
    let same = |path: &Path| after.scopes[path] == saved.scopes[path];
    assert!(paths().iter().filter(|it| **it != [(0, 1)]).all(same), "others changed");
    let other = other.clone().claim().await;
    assert_eq!(other.scopes, saved.scopes, "another execution");
}

pub async fn marks_leave_machines_as_they_are(store: Shared) {
    let mut hand = with_all(&store, "a").await;
    let marks = paths().into_iter().map(|it| record(&it, None, &[5; 300]));
    hand.write(Commit { records: marks.collect(), ..hand.next() }).await;
    for (path, kept) in hand.claim().await.scopes {
        assert_eq!(*kept.machine, format!("{path:?}"));
        assert_eq!(*kept.mark, [5; 300]);
    }
}

pub async fn what_is_below_is_removed_before_records(store: Shared) {
    let other = with_all(&store, "other").await;
    for (place, removed) in paths().into_iter().enumerate() {
        let mut hand = with_all(&store, &format!("{place}")).await;
        let mut new = removed.clone();
        new.push((3, 3));
        let records = vec![record(&removed, None, &[8]), record(&new, Some("\"new\""), &[9])];
        let commit = Commit { removed: vec![removed.clone()], records, ..hand.next() };
        hand.write(commit).await;
        let below = |it: &Path| it.len() > removed.len() && it.starts_with(&removed);
        let mut right: Vec<_> = paths().into_iter().filter(|it| !below(it)).collect();
        right.push(new);
        right.sort();
        let saved = hand.claim().await;
        let found: Vec<_> = saved.scopes.keys().cloned().collect();
        assert_eq!(found, right, "without what is below {removed:?}");
        assert_eq!(&*saved.scopes[&removed].mark, [8]);
    }
    let mut hand = with_all(&store, "two").await;
    let removed = vec![vec![(0, 0)], vec![(9, 9)], vec![(0, u32::MAX)]];
    hand.write(Commit { removed, ..hand.next() }).await;
    assert_eq!(hand.claim().await.scopes.len(), paths().len() - 4);
    assert_eq!(other.clone().claim().await.scopes.len(), paths().len(), "another execution");
}

pub async fn a_mark_without_a_record_is_refused(store: Shared) {
    let mut hand = with_all(&store, "a").await;
    hand.open(&["kept"]).await;
    let before = (hand.seen().await, hand.claim().await.scopes);
    for (removed, path) in [
        (vec![], vec![(5, 5)]),
        (vec![], vec![(0, 0), (0, 1)]),
        (vec![vec![(0, 0)]], vec![(0, 0), (0, 0)]),
    ] {
        let commit = Commit {
            events: 9,
            records: vec![
                record(&[], Some("\"Other\""), &[9]),
                record(&path, None, &[9]),
                record(&[(8, 8)], Some("\"new\""), &[9]),
            ],
            removed,
            payloads: vec![stored(1, "1")],
            chunk: Some(chunk(1, 9)),
            state: Some("Other".into()),
            wake: Some(time(9)),
            opened: vec!["new".into()],
            closed: vec!["kept".into()],
            ..hand.next()
        };
        fatal(store.commit(commit).await);
        assert_eq!((hand.seen().await, hand.claim().await.scopes), before, "{path:?}");
        fatal(store.payloads(&hand.execution, &[1]).await);
        let answer = || Answer::Done("1".into());
        assert_eq!(store.answer("new", answer()).await, Ok(None));
    }
    let answered = store.answer("kept", Answer::Done("1".into())).await;
    assert!(matches!(answered, Ok(Some(_))), "a refused commit closed a token: {answered:?}");
}

pub async fn a_first_mark_without_a_record_begins_nothing(store: Shared) {
    let records = vec![record(&[], Some("1"), &[1]), record(&[(0, 0)], None, &[1])];
    fatal(store.commit(Commit { records, ..first(begun("a")) }).await);
    assert_eq!(store.describe(&arn("a")).await, Ok(None));
    assert_eq!(store.claim(&arn("a")).await, Ok(None));
    Hand::begin(&store, "a").await;
}
