//! Lists as they are written by hand: steps, predicates, sort keys.

use super::tasks::*;
use crate::prove;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    sku: String,
    cents: u16,
    #[serde(default)]
    gift: bool,
    #[serde(rename = "ship-to", skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    tags: Vec<String>,
    boxes: Vec<(u8, u8)>,
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Place {
    shelf: i8,
    row: String,
}

/// Sorts, filters and adds up; asks for what is there.
#[workflow]
pub async fn picked(mut lines: Vec<Line>, most: u16) -> Result<(u32, Vec<String>), Failure> {
    lines.sort_by_key(|line| (Reverse(line.place.shelf), line.place.row.clone(), line.cents));
    let dear: Vec<Line> = lines.iter().filter(|line| line.cents > most).cloned().collect();
    let tags: Vec<String> = lines.iter().flat_map(|line| line.tags.clone()).collect();
    let sum: u32 = dear.iter().map(|line| u32::from(line.cents)).sum();
    ping().await?;
    let first = lines.iter().find(|line| line.sku == "a" && !line.gift).map(|line| line.cents);
    if dear.is_empty() || lines.iter().all(|line| line.cents != 3 && !line.tags.is_empty()) {
        note(format!("{}{} of {}", "few: ", dear.len(), lines.len())).await?;
    }
    if !tags.contains(&"a".to_owned()) && first.is_none() {
        return Ok((sum, tags));
    }
    let mut gifts = 0;
    let mut cents = 0;
    for line in &lines {
        if line.gift && line.place.shelf >= 0 {
            gifts += 1;
        }
        if !(line.cents < most) {
            cents += u32::from(line.cents);
        }
    }
    let to: Vec<String> = lines.iter().filter_map(|line| line.to.clone()).collect();
    Ok((sum + gifts + cents + u32::from(first.unwrap_or(1)), to))
}

/// Goes through groups, with lists of lists that no path may put together.
#[workflow]
pub async fn grouped(
    lines: Vec<Line>,
    ranks: BTreeMap<String, i8>,
) -> Result<Vec<String>, Failure> {
    let boxes: Vec<Vec<(u8, u8)>> = lines.iter().map(|line| line.boxes.clone()).collect();
    let tags: Vec<Vec<String>> =
        lines.iter().filter(|line| !line.gift).map(|line| line.tags.clone()).collect();
    let many = boxes.iter().filter(|of| of.len() > 1).count();
    note(format!("{many} of {}", tags.len())).await?;
    let mut told: Vec<String> = vec![];
    for line in &lines {
        let rank = ranks.get(&line.sku).copied();
        if rank > Some(0) && line.place.shelf % 2 == 0 {
            told.push(line.sku.clone());
        } else if rank < ranks.get(&line.place.row).copied() {
            told.push(line.place.row.clone());
        }
    }
    told.sort_by(|a, b| b.cmp(a));
    let known: Vec<String> = lines
        .iter()
        .filter_map(|line| if line.cents > 9 { Some(line.place.row.clone()) } else { None })
        .collect();
    ping().await?;
    told.extend(known.into_iter().filter(|row| row != "b"));
    Ok(told)
}

/// Counts in turns, with items that are single values.
#[workflow]
pub async fn counted_down(mut left: Vec<i16>, words: Vec<String>) -> Result<(u32, bool), Failure> {
    let mut turns = 0;
    left.sort_by(|a, b| b.cmp(a));
    while left.iter().any(|one| *one > 2) && turns < 3 {
        let next = left.iter().find(|one| **one > 2).copied();
        note(format!("{}: {} left", next.is_some(), left.len())).await?;
        left.retain(|one| Some(*one) != next);
        turns += 1;
    }
    let mut even = 0;
    for one in &left {
        if one % 2 == 0 {
            even += 1;
        }
    }
    let short = words.iter().all(|word| word != "b") && !words.contains(&"a".to_owned());
    Ok((turns + even, short))
}

#[test]
fn lists_are_read_by_paths() {
    prove!(picked(lines, most): note, ping; failing = 2, items = 4, words = &["a", "b", ""], seeds = 400)
        .run();
    prove!(grouped(lines, ranks): note, ping; items = 4, words = &["a", "b", ""], seeds = 400)
        .run();
    prove!(counted_down(left, words): note; items = 4, words = &["a", "b"], seeds = 300).run();
}
