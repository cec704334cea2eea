//! Queues, `VecDeque`: work lists that are taken from one end or the other, in data, in loops with calls and without.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeSet, VecDeque};
use workflow::prelude::*;

/// Work that waits, as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Work {
    /// The work that waits.
    #[serde(default)]
    pub open: VecDeque<String>,
    /// The ends of it count, if it is there.
    pub last: Option<VecDeque<i8>>,
}

/// The middle of a queue, and its ends.
#[pure]
fn ends(of: &VecDeque<i8>) -> (Option<i8>, Option<i8>, usize) {
    let mut rest = of.clone();
    let first = rest.pop_front();
    let last = rest.pop_back();
    (first, last, rest.len())
}

/// Goes through what is found, breadth first, and each thing once.
#[workflow]
pub async fn crawl(start: Vec<String>, most: u8) -> Result<(Vec<String>, usize), Failure> {
    let mut open: VecDeque<String> = start.into_iter().collect();
    let (mut seen, mut order) = (BTreeSet::new(), vec![]);
    while let Some(page) = open.pop_front() {
        if !seen.insert(page.clone()) {
            continue;
        }
        if order.len() >= usize::from(most % 5) {
            open.push_front(page);
            break;
        }
        for link in words(page.clone()).await? {
            if seen.contains(&link) || open.contains(&link) {
                continue;
            }
            open.push_back(link);
        }
        order.push(page);
    }
    Ok((order, open.len()))
}

/// Takes from both ends of a field.
#[workflow]
pub async fn both_ends(mut work: Work, back: bool) -> Result<(Vec<String>, Work), Failure> {
    let mut taken = Vec::from(work.open.clone());
    let next = if back { work.open.back().cloned() } else { work.open.front().cloned() };
    match next {
        Some(next) => taken.push(text(next).await?),
        None => work.open.push_back("none".to_owned()),
    }
    if back {
        work.open.pop_back();
    } else if let Some(first) = work.open.pop_front() {
        work.open.push_back(first);
    }
    let kept = work.last.clone().unwrap_or_default();
    let (first, last, between) = ends(&kept);
    if let (Some(first), Some(last)) = (first, last) {
        work.last = Some(VecDeque::from(vec![last, first]));
        taken.push(format!("{first}..{last} over {between}"));
    }
    Ok((taken, work))
}

/// A queue that turns, in a loop without a call; what was added is there after one.
#[workflow]
pub async fn turning(items: VecDeque<u8>, turns: u8) -> Result<(VecDeque<u8>, u32, u8), Failure> {
    let mut items = items;
    let mut sum = 0u32;
    let mut empty = VecDeque::from([turns, 1]);
    for turn in 0..turns % 6 {
        if let Some(first) = items.pop_front() {
            sum += u32::from(first);
            items.push_back(first / 2);
        }
        empty.push_front(turn);
    }
    ping().await?;
    if items.len() > 2 {
        items[1] = 7;
        items.swap(0, 2);
    }
    items.truncate(3);
    items.extend(empty.iter().copied().filter(|turn| turn % 2 == 1));
    items.retain(|item| *item != 1);
    let at = Vec::from(["a", "b"]).len() as u8 + empty.get(1).copied().unwrap_or(9);
    Ok((items, sum, at))
}

#[test]
fn crawl_agrees() {
    prove!(crawl(start, most): words; words = &["a", "b", "c"], seeds = 300).run();
}
#[test]
fn both_ends_agree() {
    prove!(both_ends(work, back): text; seeds = 300).run();
}
#[test]
fn turning_agrees() {
    prove!(turning(items, turns): ping; seeds = 300).run();
}
