//! Places that change under another name: items whose number changes, borrows that are matched, and what is taken out.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    pub count: i32,
    pub marks: Vec<String>,
    pub note: Option<String>,
}

/// The number of an item changes before the item goes back.
#[workflow]
pub async fn numbers_that_change(mut items: Vec<Item>) -> Result<(Vec<Item>, usize), Failure> {
    ping().await?;
    let mut all = 0;
    for (mut number, item) in items.iter_mut().enumerate() {
        number /= 2;
        if item.count == 5 {
            continue;
        }
        item.count = 3;
        all += number;
    }
    for (mut number, item) in items.iter_mut().enumerate() {
        number += all;
        item.note = Some(text(format!("{number}")).await?);
    }
    Ok((items, all))
}
#[test]
fn numbers_that_change_agree() {
    prove!(numbers_that_change(items): ping, text; seeds = 100).run();
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Kind {
    Card { number: String, limit: i32 },
    Points(i32, String),
    Cash,
}

/// A borrow that is matched by its bare name, and that macros take beside more.
#[workflow]
pub async fn borrows_that_are_matched(
    mut kind: Kind,
    mut kinds: Vec<Kind>,
    mut total: i32,
) -> Result<(Kind, Vec<Kind>, i32, bool, usize), Failure> {
    ping().await?;
    let of = &mut kind;
    let mut found = false;
    match of {
        Kind::Card { limit, number } => {
            found = *limit > 3;
            if number.len() > 2 {
                *of = Kind::Cash;
            }
        }
        Kind::Points(n, _) if *n > 4 => found = true,
        Kind::Points(..) => {}
        Kind::Cash => *of = Kind::Points(1, String::new()),
    }
    let sum = &mut total;
    found = found || matches!(*sum, n if n > 3);
    let twice = vec![*sum; 2].len();
    *sum /= 2;
    for kind in &mut kinds {
        match kind {
            Kind::Points(n, text) if *n == 3 => {
                *kind = Kind::Card { number: text.clone(), limit: *n };
            }
            Kind::Points(..) => continue,
            Kind::Card { limit, .. } => total += *limit % 100,
            Kind::Cash => break,
        }
        if let Kind::Card { limit, number } = kind {
            if *limit > 2 {
                *kind = Kind::Points(number.len() as i32, number.clone());
            }
        }
    }
    Ok((kind, kinds, total, found, twice))
}
#[test]
fn borrows_that_are_matched_agree() {
    prove!(borrows_that_are_matched(kind, kinds, total): ping; seeds = 100).run();
}

/// Values that are taken out of a place under the name of its borrow.
#[workflow]
pub async fn taken_by_name(
    mut note: Option<String>,
    mut items: Vec<Item>,
) -> Result<(Option<String>, Option<String>, Vec<Item>, Vec<String>), Failure> {
    ping().await?;
    let slot = &mut note;
    let was = slot.take();
    *slot = Some("next".to_owned());
    let mut all = vec![];
    if let Some(item) = items.first_mut() {
        let marks = &mut item.marks;
        all = std::mem::take(marks);
        marks.push("first".to_owned());
        let note = &mut item.note;
        if let Some(note) = note.replace("own".to_owned()) {
            marks.push(note);
        }
    }
    for item in &mut items {
        let note = &mut item.note;
        if let Some(note) = note.take() {
            all.push(note);
        }
    }
    Ok((note, was, items, all))
}
#[test]
fn taken_by_name_agrees() {
    prove!(taken_by_name(note, items): ping; seeds = 100).run();
}

/// The entry of a map that is saved while a borrow of it is alive.
#[workflow]
pub async fn entries_that_stay(
    mut sums: BTreeMap<String, u32>,
    key: String,
) -> Result<BTreeMap<String, u32>, Failure> {
    let sum = sums.entry(key.clone()).or_insert(1);
    if *sum > 3 {
        note(key.clone()).await?;
    }
    *sum /= 2;
    let sum = sums.entry(key.clone()).or_default();
    if *sum == 2 {
        return Err(Failure::new("Two", key));
    }
    *sum += 1;
    if *sum == 4 {
        note(key).await?;
    }
    Ok(sums)
}
#[test]
fn entries_that_stay_agree() {
    prove!(entries_that_stay(sums, key): note; seeds = 200, failing = 20).run();
}
