//! Everyday code in one place: orders of floats, arrays, constants, outcomes within, beside names that hide
//! others, loops within loops and keys that are absent.

use super::tasks::*;
use crate::prove;
use std::cmp::Ordering;
use workflow::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Data)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    Low,
    Middle,
    #[serde(rename = "TOP")]
    High,
}

const LEAST: Rank = Rank::Low;
const MOST: Rank = Rank::High;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Part {
    #[serde(default)]
    weight: Option<f64>,
    #[serde(default)]
    name: String,
    rank: Option<Rank>,
}

/// Sorts what loops within find, and counts by constants.
#[workflow]
pub async fn ranked_parts(rows: Vec<Vec<Part>>) -> Result<([u8; 3], Vec<Option<f64>>), Failure> {
    let mut counts = [0u8; 3];
    let mut found = vec![];
    for row in &rows {
        for part in row {
            match part.rank {
                Some(LEAST) => counts[0] += 1,
                Some(MOST) => counts[2] += 1,
                None => continue,
                Some(_) => counts[1] += 1,
            }
            found.push(part.weight);
        }
    }
    found.sort_by(|a, b| b.partial_cmp(a).unwrap_or(Ordering::Equal));
    let row = count(found.len().to_string()).await;
    let more = 1 + row.is_ok() as u8;
    counts[1] += more;
    Ok((counts, found))
}

/// Keeps arrays over calls in a loop, under names that hide others.
#[workflow]
pub async fn kept_arrays(names: Vec<String>, n: u32) -> Result<[Option<u32>; 2], Failure> {
    let mut last = [None; 2];
    for (n, name) in names.into_iter().enumerate() {
        let name = count(name).await;
        let name = (name.ok(), n % 2);
        last[name.1] = name.0;
        let n = check(n.to_string()).await;
        if n.is_ok() || last[0].is_none() {
            ping().await?;
        }
    }
    last.swap(0, 1);
    let n = number(n as i64).await;
    note((n.unwrap_or(3) % 5).to_string()).await?;
    Ok(last)
}

/// The heaviest of the parts, by orders of options within tuples.
#[workflow]
pub async fn heaviest(parts: Vec<Part>, rank: Rank) -> Result<(u32, Option<String>), Failure> {
    let heavy = parts.iter().max_by(|a, b| {
        (a.weight, a.name.len()).partial_cmp(&(b.weight, b.name.len())).unwrap_or(Ordering::Equal)
    });
    let name = heavy.map(|part| part.name.clone());
    let told = match rank {
        MOST => text(name.clone().unwrap_or_default()).await,
        LEAST | Rank::Middle => text("less".to_owned()).await,
    };
    let size = told.unwrap_or_default();
    let counted = count(size).await;
    Ok((1 + counted.unwrap_or(7), name))
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Box2 {
    wide: f64,
    sides: [f64; 2],
    #[serde(default)]
    inner: Option<Part>,
}

/// Changes arrays in structs.
#[workflow]
pub async fn turned_boxes(mut boxes: Vec<Box2>, by: usize) -> Result<Vec<Box2>, Failure> {
    for one in &mut boxes {
        one.sides.swap(0, 1);
        if let Some(MOST) = one.inner.as_ref().and_then(|inner| inner.rank) {
            one.sides[1] = 0.0;
        }
    }
    ping().await?;
    boxes.sort_by(|a, b| a.wide.partial_cmp(&b.wide).unwrap_or(Ordering::Equal));
    let one = measure(1.5).await;
    let one = one.unwrap_or(2.0);
    let mut first = [one; 2];
    first[by] += 1.0;
    boxes.push(Box2 { wide: first[0], sides: first, inner: None });
    Ok(boxes)
}

/// Looks at outcomes in arguments, tuples and sums.
#[workflow]
pub async fn within_all(names: Vec<String>, sum: u32) -> Result<(u32, (String, u32)), Failure> {
    let mut sum = sum;
    for name in &names {
        let sum_of = count(name.clone()).await;
        sum += 2 * sum_of.unwrap_or(1);
        let words = words(name.clone()).await;
        note(words.unwrap_or_default().join("-")).await?;
    }
    let name = names.into_iter().next().unwrap_or_default();
    let told = risky(name.clone()).await;
    Ok((sum, (name, 3 + told.unwrap_or_else(|_| 4))))
}

#[test]
fn what_is_written_every_day_is_proven() {
    prove!(ranked_parts(rows): count; failing = 3, items = 3, seeds = 300).run();
    prove!(kept_arrays(names, n): count, check, number, note, ping; failing = 4, items = 3, seeds = 300).run();
    prove!(heaviest(parts, rank): text, count; failing = 3, items = 3, words = &["a", "b"], seeds = 300).run();
    prove!(turned_boxes(boxes, by): measure, ping; failing = 3, items = 3, seeds = 300).run();
    prove!(within_all(names, sum): count, words, note, risky; failing = 3, items = 3, seeds = 300)
        .run();
}
