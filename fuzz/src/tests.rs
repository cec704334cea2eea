//! Every target, by count: about five seconds each where code is not optimised.

use crate::drive::{Until, drive};
use crate::{TARGETS, corpus};
use std::time::Duration;

fn runs(name: &str, count: u64) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let target = target.unwrap_or_else(|| panic!("'{name}' is no target"));
    let corpus = corpus::read(name).unwrap_or_default();
    assert!(!corpus.is_empty(), "{name} has no corpus");
    let until = Until { count, time: Duration::MAX };
    let summary = drive(target, corpus, 1, until, |_| ());
    println!("{name}: {} inputs, {} kinds of answers", summary.runs, summary.kinds);
    if let Some((input, why)) = summary.broken {
        panic!("{name}: {why}\n{}", input.escape_ascii());
    }
    // Most of a run would say nothing if nearly all inputs were refused for the same reason.
    assert!(summary.kinds > 20, "{name}: {} kinds of answers only", summary.kinds);
}

#[test]
fn documents() {
    runs("document", 1_500);
}
#[test]
fn executions() {
    runs("run", 400);
}
#[test]
fn paths() {
    runs("path", 20_000);
}
#[test]
fn intrinsics() {
    runs("intrinsic", 20_000);
}
#[test]
fn templates() {
    runs("template", 8_000);
}
#[test]
fn choice_rules() {
    runs("choice", 10_000);
}
#[test]
fn jsonata() {
    runs("jsonata", 5_000);
}

/// A driver that finds nothing would pass every test above.
#[test]
fn what_is_broken_is_found() {
    fn breaks(input: &[u8]) -> u64 {
        assert!(!input.windows(2).any(|pair| pair == b"..") || input.len() < 4, "two dots");
        input.len() as u64
    }
    let target = crate::Target { run: breaks, ..TARGETS[1] };
    let until = Until { count: 20_000, time: Duration::MAX };
    let once = drive(&target, vec![b"$.a.b".to_vec()], 7, until, |_| ()).broken;
    let twice = drive(&target, vec![b"$.a.b".to_vec()], 7, until, |_| ()).broken;
    assert!(once.is_some(), "not found");
    assert_eq!(once, twice, "the same seed runs the same inputs");
}
