//! Items that are found and taken apart in a pattern, lists parted at an end, and neighbours with one key.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Shelf {
    #[serde(rename = "shelf no")]
    no: u8,
    #[serde(default)]
    books: Vec<String>,
    place: (u8, Option<u8>),
}

/// Counts in a list of pairs, in each form that looks for one.
#[workflow]
pub async fn tallied_pairs(
    words: Vec<String>,
    tally: Vec<(String, u8)>,
) -> Result<(Vec<(String, u8)>, u32), Failure> {
    let (mut tally, mut n) = (tally, 0u32);
    for word in &words {
        match tally.iter_mut().find(|(name, _)| name == word) {
            Some((name, times)) if *times > 200 => name.push('!'),
            Some((_, times)) => *times += 1,
            None => tally.push((word.clone(), 1)),
        }
    }
    ping().await?;
    if let Some((name, n)) = tally.last_mut()
        && *n > 1
    {
        name.push_str("*");
        *n = 0;
    }
    let Some((_, times)) = tally.iter_mut().find(|pair| pair.1 > 1) else {
        return Ok((tally, 0));
    };
    n += u32::from(*times);
    *times -= 1;
    note(format!("{n}")).await?;
    if let Some((first, ..)) = tally.first_mut() {
        first.clear();
    }
    Ok((tally, n))
}

/// Parts of structs and of pairs within pairs, with a call between; in `#[pure]` as well.
#[workflow]
pub async fn shelved(
    shelves: Vec<Shelf>,
    by_name: BTreeMap<String, (u8, Shelf)>,
    title: String,
) -> Result<(Vec<Shelf>, BTreeMap<String, (u8, Shelf)>), Failure> {
    let (mut shelves, mut by_name) = (placed(shelves, &title), by_name);
    if let Some(Shelf { books, place: (row, column), .. }) =
        shelves.iter_mut().find(|shelf| shelf.books.len() < 2)
    {
        let said = text(title.clone()).await?;
        books.push(said);
        *row += 1;
        *column = column.map(|old| old / 2);
    }
    match by_name.get_mut(&title) {
        Some((times, Shelf { no, books, .. })) => {
            *times += 1;
            if *no > 3 {
                books.clear();
            }
            *no = *times;
        }
        None => {
            ping().await?;
        }
    }
    Ok((shelves, by_name))
}

#[pure]
fn placed(shelves: Vec<Shelf>, title: &str) -> Vec<Shelf> {
    let mut shelves = shelves;
    if let Some(Shelf { no, place: (_, column), .. }) = shelves.last_mut() {
        *no /= 2;
        *column = Some(*no);
    } else {
        shelves.push(Shelf { no: 1, books: vec![title.to_owned()], place: (0, None) });
    }
    shelves
}

#[pure]
fn falls(levels: &[u8]) -> Option<u8> {
    let (last, rest) = levels.split_last()?;
    rest.iter().find(|level| *level > last).map(|level| level - last)
}

/// Ends of lists, and runs of one key.
#[workflow]
pub async fn parted(
    levels: Vec<u8>,
    shelves: Vec<Shelf>,
) -> Result<(Vec<Shelf>, Vec<u8>, Option<u8>), Failure> {
    let mut shelves = shelves;
    shelves.dedup_by_key(|shelf| (shelf.no / 2, shelf.place.1));
    let fall = falls(&levels);
    let kept: Vec<u8> = match levels.split_first() {
        Some((first, rest)) if !rest.is_empty() => {
            rest.iter().map(|level| level / 2 + first / 2).collect()
        }
        Some((first, _)) => vec![*first],
        None => vec![],
    };
    let mut ratios = levels;
    ping().await?;
    ratios.dedup_by_key(|level| 40 / *level);
    Ok((shelves, [kept, ratios].concat(), fall))
}

#[test]
fn parts_of_what_is_found_are_borrowed() {
    let words = &["", "a", "bc", "d e"];
    prove!(tallied_pairs(words, tally): ping, note; items = 4, words = words, seeds = 500).run();
    prove!(shelved(shelves, by_name, title): ping, text; items = 3, words = words, seeds = 500)
        .run();
    prove!(parted(levels, shelves): ping; items = 4, seeds = 400).run();
}
