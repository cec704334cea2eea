//! Values under names.

use crate::hand::{Hand, time};
use crate::run::{Place, Shared};
use std::sync::Arc;
use workflow_runtime::store::{Named, Put, StoreError};

fn bytes(bytes: &[u8]) -> Option<Arc<[u8]>> {
    Some(bytes.into())
}

async fn put(store: &Shared, put: Put) -> bool {
    store.put(put).await.unwrap_or_else(|error| panic!("{error}"))
}

/// Writes a value, whatever is there.
async fn set(store: &Shared, name: &str, value: Option<Arc<[u8]>>) {
    assert!(put(store, Put::new(name, value)).await, "a value that replaces any: {name:?}");
}

async fn list(store: &Shared, prefix: &str, after: Option<&str>, most: usize) -> Vec<Named> {
    store.values(prefix, after, most).await.unwrap_or_else(|error| panic!("{error}"))
}

/// The value under a name.
async fn get(store: &Shared, name: &str) -> Option<Arc<[u8]>> {
    let found = list(store, name, None, 1).await;
    found.into_iter().find(|it| *it.name == *name).map(|it| it.value)
}

pub async fn values_are_kept_under_their_names(store: Shared) {
    assert_eq!(list(&store, "", None, 10).await, []);
    let every: Vec<u8> = (0..=255).collect();
    let large: Vec<u8> = every.iter().copied().cycle().take(Put::VALUE).collect();
    for value in [&b"one"[..], b"", &every, &large, b"{}", b"one"] {
        set(&store, "a", bytes(value)).await;
        assert!(get(&store, "a").await.as_deref() == Some(value), "{} bytes", value.len());
    }
    set(&store, "b", bytes(b"other")).await;
    set(&store, "a", None).await;
    assert_eq!(get(&store, "a").await, None);
    set(&store, "a", None).await;
    assert_eq!(get(&store, "b").await, bytes(b"other"));
    set(&store, "a", bytes(b"again")).await;
    assert_eq!(get(&store, "a").await, bytes(b"again"));
}

pub async fn values_are_replaced_where_they_are_as_expected(store: Shared) {
    let values = [None, bytes(b""), bytes(b"a"), bytes(b"A"), bytes(b"a\0"), bytes(b"ab")];
    for there in &values {
        for old in &values {
            for new in &values {
                set(&store, "a", there.clone()).await;
                let replaced = put(&store, Put::new("a", new.clone()).replacing(old.clone())).await;
                assert_eq!(replaced, there == old, "{old:?} where {there:?} is");
                let right = if there == old { new } else { there };
                assert_eq!(&get(&store, "a").await, right, "{new:?} for {old:?}, over {there:?}");
            }
        }
    }
}

pub async fn one_of_many_replaces_a_value(store: Shared) {
    for round in 0..20_u8 {
        let attempts: Vec<_> = (0..8_u8)
            .map(|who| {
                let (store, old) = (store.clone(), (round > 0).then(|| [round - 1].into()));
                let attempt = Put::new("a", bytes(&[round])).replacing(old);
                tokio::spawn(async move { put(&store, attempt).await.then_some(who) })
            })
            .collect();
        let mut done = vec![];
        for attempt in attempts {
            done.extend(attempt.await.unwrap_or_else(|error| panic!("{error}")));
        }
        assert_eq!(done.len(), 1, "{done:?} have replaced the value of round {round}");
        assert_eq!(get(&store, "a").await, bytes(&[round]));
    }
}

pub async fn values_are_listed_by_their_names(store: Shared) {
    let mut all = [
        "a",
        "A",
        "ab",
        "aB",
        "a%",
        "a_",
        "a*b",
        "a/",
        "a/b",
        "a/b/c",
        "a0",
        "á",
        "'",
        "\0",
        "a\0b",
        "a\u{10FFFF}",
        "a\u{10FFFF}b",
        "\u{D7FF}x",
        "\u{E000}",
        "\u{10FFFF}",
        "b",
        "1",
        "10",
        "2",
    ];
    for name in all {
        set(&store, name, bytes(name.as_bytes())).await;
    }
    all.sort_unstable();
    for prefix in all.into_iter().chain(["", "none", "a/b/"]) {
        for after in all.into_iter().map(Some).chain([None, Some(""), Some("a/a")]) {
            for most in [0, 1, 3, all.len(), usize::MAX] {
                let fits =
                    |it: &&str| it.starts_with(prefix) && after.is_none_or(|after| *it > after);
                let right = all.into_iter().filter(fits).take(most);
                let named = |name: &str| Named { name: name.into(), value: name.as_bytes().into() };
                let right: Vec<_> = right.map(named).collect();
                let found = list(&store, prefix, after, most).await;
                assert_eq!(found, right, "{most} with {prefix:?} after {after:?}");
            }
        }
    }
}

pub async fn values_have_limits(store: Shared) {
    let long = "é".repeat(Put::NAME / 2);
    set(&store, &long, bytes(&vec![7; Put::VALUE])).await;
    assert_eq!(get(&store, &long).await.map(|it| it.len()), Some(Put::VALUE));
    let wrong = [
        Put::new("", bytes(b"1")),
        Put::new("", None),
        Put::new(format!("{long}x"), bytes(b"1")),
        Put::new(format!("{long}x"), None),
        Put::new(long.clone(), bytes(&vec![8; Put::VALUE + 1])),
        Put::new("a", bytes(&vec![8; Put::VALUE + 1])).replacing(bytes(b"none")),
    ];
    for wrong in wrong {
        let name = wrong.name.clone();
        let refused = store.put(wrong).await;
        assert!(matches!(refused, Err(StoreError::Refused(_))), "{name}: {refused:?}");
    }
    let found = list(&store, "", None, 10).await;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].value.len(), found[0].value[0]), (Put::VALUE, 7));
    assert_eq!(list(&store, &format!("{long}{long}"), Some(&format!("{long}x")), 10).await, []);
    Hand::begin(&store, "goes on").await.step().await;
}

pub async fn values_belong_to_no_execution(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    for name in [&*hand.execution, "a"] {
        set(&store, name, bytes(name.as_bytes())).await;
    }
    hand.end(3).await;
    assert_eq!(store.purge(&hand.execution).await, Ok(true));
    Hand::begin(&store, "b").await.end(3).await;
    assert_eq!(store.prune(time(9), 10).await, Ok(1));
    for name in [&*hand.execution, "a"] {
        assert_eq!(get(&store, name).await, bytes(name.as_bytes()));
    }
    let due = store.due(time(99), 10).await;
    assert_eq!(due, Ok(workflow_runtime::store::Due::default()));
}

pub async fn values_are_there_again(open: Place) {
    let store = open();
    for name in ["kept", "changed", "removed"] {
        set(&store, name, bytes(b"1")).await;
    }
    drop(store);
    let store = open();
    set(&store, "removed", None).await;
    assert!(put(&store, Put::new("changed", bytes(b"2")).replacing(bytes(b"1"))).await);
    assert!(!put(&store, Put::new("kept", bytes(b"2")).replacing(bytes(b"2"))).await);
    drop(store);
    let store = open();
    let named = |(name, value): (&str, &[u8])| Named { name: name.into(), value: value.into() };
    let right = [("changed", &b"2"[..]), ("kept", &b"1"[..])].map(named);
    assert_eq!(list(&store, "", None, 10).await, right);
}
