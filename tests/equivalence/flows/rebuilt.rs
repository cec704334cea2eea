//! Loops without a call over items that change: with `break`, numbered, over maps, and beside variables that change as well.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, VecDeque};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Deck {
    name: String,
    left: u8,
    #[serde(default)]
    plates: Vec<String>,
}

/// The first one that fits, and a number that each turn reads and changes.
#[workflow]
pub async fn loads_first(decks: Vec<Deck>, need: u8) -> Result<(Vec<Deck>, u8, String), Failure> {
    let (mut decks, mut tried, mut last) = (decks, 0u8, String::new());
    for deck in decks.iter_mut() {
        tried += 1;
        if deck.name.is_empty() {
            deck.name = format!("deck {tried}");
            continue;
        }
        last = format!("{} {}", deck.name, deck.left);
        if deck.left >= need {
            deck.left -= need;
            deck.plates.push(format!("{last} of {tried}"));
            break;
        }
        deck.left += 1;
    }
    ping().await?;
    Ok((decks, tried, last))
}

/// A `break` in an arm, one of a loop within, and a name that is bound again.
#[workflow]
pub async fn breaks_within(rows: Vec<Vec<u8>>, stop: u8) -> Result<(Vec<Vec<u8>>, u32), Failure> {
    let (mut rows, mut seen) = (rows, 0u32);
    ping().await?;
    for row in &mut rows {
        for cell in row.iter_mut() {
            seen += 1;
            if *cell == stop {
                *cell = 0;
                break;
            }
            *cell /= 2;
        }
        match row.first() {
            Some(0) => {
                row.clear();
                break;
            }
            Some(first) if *first > 9 => row.truncate(1),
            _ => row.push(1),
        }
        seen += row.len() as u32;
    }
    Ok((rows, seen))
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Hall {
    seats: VecDeque<Option<u8>>,
    free: BTreeMap<String, u8>,
    pairs: Vec<(u8, Option<u8>)>,
    sold: u8,
}

/// Numbered ones in a field, beside another field; values and pairs of a map; pairs in a list.
#[workflow]
pub async fn sells(hall: Hall, most: u8) -> Result<Hall, Failure> {
    let mut hall = hall;
    ping().await?;
    for (at, seat) in hall.seats.iter_mut().enumerate() {
        if hall.sold >= most {
            break;
        }
        if seat.is_none() {
            *seat = Some(at as u8);
            hall.sold += 1;
        }
    }
    let mut key_of = String::new();
    for value in hall.free.values_mut() {
        if *value == 0 {
            break;
        }
        *value -= 1;
        hall.sold = *value;
    }
    for (key, value) in &mut hall.free {
        key_of.push_str(key);
        if *value > most {
            *value = most;
            break;
        }
    }
    for (a, b) in hall.pairs.iter_mut() {
        if let Some(n) = b.take() {
            *a = n;
            hall.sold = n / 2;
        } else if *a > most {
            break;
        }
    }
    note(key_of).await?;
    Ok(hall)
}

/// Failures and values that leave the workflow, and pure code.
#[workflow]
pub async fn leaves(counts: Vec<u8>, stop: u8) -> Result<Vec<u8>, Failure> {
    let (mut counts, mut left) = (counts, stop);
    ping().await?;
    for count in &mut counts {
        left = left.checked_sub(1).ok_or(Failure::new("Spent", format!("at {count}")))?;
        if *count == stop {
            return Ok(vec![left]);
        }
        if *count > 200 {
            return Err(Failure::new("Large", count.to_string()));
        }
        *count = spent(&[*count, left]).iter().sum();
    }
    Ok(counts)
}

#[pure]
fn spent(of: &[u8]) -> Vec<u8> {
    let (mut all, mut n) = (of.to_vec(), 1u8);
    for (at, one) in all.iter_mut().enumerate() {
        if at > 1 || *one == 0 {
            break;
        }
        *one /= 2;
        n += *one;
    }
    all.push(n % 7);
    all
}

/// In a try block and in branches, where `return` and `?` leave that alone; with a mutable number.
#[workflow]
pub async fn blocks(counts: Vec<u8>, stop: u8) -> Result<(Vec<u8>, u8), Failure> {
    let (mut counts, mut sum) = (counts, 0u8);
    let (a, b) = join!(
        async {
            let (mut other, mut seen) = (counts.clone(), 0u8);
            for count in &mut other {
                if *count == stop {
                    break;
                }
                seen = *count;
                *count = 1;
            }
            text(seen.to_string()).await
        },
        text(String::new())
    )
    .await?;
    for (mut at, count) in counts.iter_mut().enumerate() {
        at += 1;
        sum = at as u8;
        if *count == stop {
            break;
        }
        *count = sum;
    }
    Ok((counts, sum / 2 + (a.len() + b.len()) as u8))
}

/// An array, and keys and labels of loops that are left from within.
#[workflow]
pub async fn arrays(
    three: [u8; 3],
    rows: BTreeMap<String, Vec<u8>>,
    stop: u8,
) -> Result<([u8; 3], BTreeMap<String, Vec<u8>>, u32), Failure> {
    let (mut three, mut rows, mut seen) = (three, rows, 0u32);
    ping().await?;
    for one in three.iter_mut() {
        seen += u32::from(*one);
        *one /= 2;
    }
    for one in &mut three {
        *one += 1;
    }
    'rows: for row in rows.values_mut() {
        for cell in row.iter_mut() {
            if *cell == stop {
                continue 'rows;
            }
            *cell /= 3;
        }
        row.push(4);
        seen += 1;
    }
    'pairs: for (key, row) in rows.iter_mut() {
        for cell in row.iter_mut() {
            if *cell == stop {
                seen += key.len() as u32;
                continue 'pairs;
            }
            if *cell == 9 {
                break 'pairs;
            }
        }
        row.clear();
    }
    Ok((three, rows, seen))
}

#[test]
fn changed_items_build_their_list_anew() {
    let words = &["", "a", "bc"];
    prove!(loads_first(decks, need): ping; items = 4, words = words, seeds = 300).run();
    prove!(breaks_within(rows, stop): ping; items = 3, seeds = 300).run();
    prove!(sells(hall, most): ping, note; items = 4, words = words, seeds = 400).run();
    prove!(leaves(counts, stop): ping; items = 4, seeds = 300).run();
    prove!(arrays(three, rows, stop): ping; items = 3, words = words, seeds = 400).run();
    prove!(blocks(counts, stop): text; items = 4, seeds = 300).run();
}
