//! Maps whose keys are numbers, characters and newtypes.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
pub struct Shelf(pub u16);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
#[serde(transparent)]
pub struct Isbn {
    pub code: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Library {
    stock: BTreeMap<u32, String>,
    moves: BTreeMap<i8, i64>,
    shelves: BTreeMap<Shelf, Vec<String>>,
    #[serde(default)]
    books: BTreeMap<Isbn, u32>,
    letters: BTreeMap<char, bool>,
}

/// Every method, in the order of the numbers: 9 before 10, and -1 before 0.
#[workflow]
pub async fn keys_of_numbers(of: Library, n: u32) -> Result<(Vec<u32>, Vec<i8>, i64), Failure> {
    let mut seen = vec![];
    for (number, name) in of.stock.clone() {
        note(format!("{number} {name}")).await?;
        seen.push(number);
    }
    let mut kept: BTreeMap<u32, i64> = BTreeMap::new();
    kept.insert(n, 1);
    kept.insert(10, 2);
    for (by, weight) in of.moves.clone() {
        kept.insert(u32::from(by.unsigned_abs()), weight % 5);
        ping().await?;
    }
    kept.remove(&7);
    kept.retain(|number, weight| *number > 2 || *weight > 0);
    if of.stock.contains_key(&n) && of.moves.get(&-1).is_some() {
        note(of.stock[&n].clone()).await?;
    }
    let turns: Vec<i8> = of.moves.keys().copied().collect();
    let sum: i64 = of.moves.iter().map(|(by, weight)| i64::from(*by) * (weight % 5)).sum();
    let weights: i64 = kept.into_values().sum();
    seen.extend(of.stock.into_keys());
    Ok((seen, turns, sum + weights))
}

/// Newtypes and characters, items of a Map, a map that is collected, one that is written out.
#[workflow]
pub async fn keyed_by_types(of: Library) -> Result<(Vec<u16>, BTreeMap<Shelf, usize>), Failure> {
    let all = map(of.shelves.clone(), async |(shelf, titles)| {
        note(format!("{} {}", shelf.0, titles.len())).await?;
        Ok(shelf.0)
    })
    .await?;
    let sizes: BTreeMap<Shelf, usize> =
        of.shelves.iter().map(|(shelf, titles)| (*shelf, titles.len())).collect();
    for (isbn, copies) in of.books.clone() {
        note(format!("{} {copies}", isbn.code)).await?;
    }
    for letter in of.letters.keys().copied().collect::<Vec<char>>() {
        note(letter.to_string()).await?;
    }
    let written = BTreeMap::from([(3_u8, true), (20, false)]);
    if written.contains_key(&3) && of.letters.get(&'a') == Some(&true) {
        ping().await?;
    }
    if let Some(first) = of.books.get(&Isbn { code: "a".to_owned() }) {
        note(format!("{first}")).await?;
    }
    Ok((all, sizes))
}

#[test]
fn keyed_is_proven() {
    prove!(keys_of_numbers(of, n): note, ping; failing = 2, wild = 3, items = 5, seeds = 300).run();
}
#[test]
fn keyed_by_types_is_proven() {
    prove!(keyed_by_types(of): note, ping; failing = 2, items = 5, words = &["a"], seeds = 300)
        .run();
}
