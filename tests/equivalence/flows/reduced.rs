//! Lists that become one value without a first one, and maps that become ordered.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, HashMap};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Offer {
    name: String,
    price: u32,
}

#[pure]
fn cheaper(a: Offer, b: Offer) -> Offer {
    if b.price < a.price { b } else { a }
}

#[workflow]
pub async fn reduced(
    offers: Vec<Offer>,
    rates: Vec<f64>,
    ns: Vec<i64>,
) -> Result<(Option<Offer>, String, i64), Failure> {
    let best = offers.clone().into_iter().reduce(cheaper);
    note("best".to_owned()).await?;
    let longest = offers
        .iter()
        .map(|offer| offer.name.clone())
        .reduce(|a, b| if b.len() > a.len() { b } else { a })
        .unwrap_or_default();
    let top = rates.iter().copied().reduce(f64::max);
    if let Some(top) = top {
        measure(top).await?;
    }
    let last = ns.into_iter().reduce(|_, n| n).ok_or(Failure::new("Empty", "no numbers"))?;
    Ok((best, longest, last))
}

#[test]
fn reduced_is_proven() {
    prove!(reduced(offers, rates, ns): note, measure; failing = 4, items = 3, seeds = 400).run();
}

/// Remedies of messages: a fold that may end, options that are summed.
#[workflow]
pub async fn summed(
    ns: Vec<u32>,
    some: Vec<Option<u32>>,
    words: Vec<String>,
) -> Result<(Option<u32>, u64, u32), Failure> {
    let sum = ns.iter().fold(Some(0_u32), |sum, n| sum.and_then(|sum| sum.checked_add(*n)));
    note("sum".to_owned()).await?;
    let all = some.into_iter().collect::<Option<Vec<u32>>>();
    let total = all.map(|all| all.iter().map(|n| u64::from(*n)).sum::<u64>());
    let numbers = words
        .iter()
        .map(|word| word.parse::<u32>().map_err(|_| format!("not {word}")))
        .collect::<Result<Vec<u32>, String>>()
        .map_err(|bad| Failure::new("Bad", bad))?;
    let mut keyed: Vec<(u32, String)> =
        words.iter().map(|word| (100 - word.len() as u32, word.clone())).collect();
    keyed.sort_by_key(|(key, _)| *key);
    note(keyed.first().map(|(_, word)| word.clone()).unwrap_or_default()).await?;
    let mut ns = ns;
    if ns.len() > 1 {
        let last = ns.len() - 1;
        ns.swap(0, last);
        let item = ns.pop();
        note(format!("{}", item.unwrap_or(0))).await?;
    }
    Ok((sum, total.unwrap_or(0), numbers.len() as u32))
}

#[test]
fn summed_is_proven() {
    prove!(summed(ns, some, words): note; words = &["1", "22", "a"], failing = 4, items = 3, seeds = 400).run();
}

#[workflow]
pub async fn made_ordered(
    ages: HashMap<String, u32>,
    codes: HashMap<u32, Vec<Option<i64>>>,
) -> Result<Vec<(String, u32)>, Failure> {
    let sorted = ages.into_iter().collect::<BTreeMap<_, _>>();
    note("sorted".to_owned()).await?;
    let codes: BTreeMap<u32, Vec<Option<i64>>> = codes.into_iter().collect();
    for (code, of) in &codes {
        note(format!("{code}: {}", of.len())).await?;
    }
    Ok(sorted.into_iter().collect())
}

#[test]
fn ordered_is_proven() {
    prove!(made_ordered(ages, codes): note; failing = 5, items = 3, seeds = 300).run();
}

/// Both ends of a queue.
#[workflow]
pub async fn ends(
    queue: std::collections::VecDeque<u32>,
    by: u32,
) -> Result<std::collections::VecDeque<u32>, Failure> {
    let mut queue = queue;
    if let Some(first) = queue.front_mut() {
        *first = *first / 2 + by % 5;
        note("first".to_owned()).await?;
        *first += 1;
    }
    if let Some(last) = queue.back_mut() {
        *last /= 3;
    }
    note("ends".to_owned()).await?;
    queue = queue.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, item)| *item).collect();
    Ok(queue)
}

#[test]
fn ends_are_proven() {
    prove!(ends(queue, by): note; failing = 5, items = 3, seeds = 300).run();
}
