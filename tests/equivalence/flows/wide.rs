//! Integers beyond 2^53: what compares or converts them fails in all runs alike, what hands them on does not.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[task]
pub async fn wide_id(of: u64) -> Result<u64, Failure> {
    Ok(of)
}

#[task]
pub async fn wide_sum(of: i64) -> Result<i64, Failure> {
    Ok(of)
}

/// Conversions that can fail, and those to the same type.
#[workflow]
pub async fn wide_converted(of: i64) -> Result<u64, Failure> {
    let of = u64::try_from(of).map_err(|_| Failure::new("Negative", "an id is positive"))?;
    wide_id(of).await
}

#[workflow]
pub async fn wide_narrowed(of: u64) -> Result<i64, Failure> {
    let as_signed: i64 = of.try_into().map_err(|_| Failure::new("Long", "too long"))?;
    wide_sum(as_signed).await
}

#[workflow]
pub async fn wide_kept(of: u64) -> Result<u64, Failure> {
    let first = u64::from(of);
    let second: u64 = of.into();
    let third = wide_id(first).await?;
    wide_id(if third > 5 { second } else { first }).await
}

/// The greatest and the least of a list.
#[workflow]
pub async fn wide_extremes(ids: Vec<u64>, sums: Vec<i64>) -> Result<Option<u64>, Failure> {
    note("look".to_owned()).await?;
    let least = sums.iter().min().copied();
    wide_sum(least.unwrap_or(0)).await?;
    Ok(ids.iter().max().copied())
}

/// Of two values.
#[workflow]
pub async fn wide_least(a: u64, b: u64, c: i64, d: i64) -> Result<(u64, i64), Failure> {
    let first = wide_id(a.min(b)).await?;
    let second = wide_sum(std::cmp::max(c, d)).await?;
    let third = wide_id(first.min(100) + 1).await?;
    let fourth = second.clamp(-5, c);
    Ok((third.max(a), fourth))
}

/// Lists that are searched, sorted and cleared.
#[workflow]
pub async fn wide_searched(ids: Vec<u64>, id: u64) -> Result<(bool, bool), Failure> {
    let found = ids.contains(&id);
    note("look".to_owned()).await?;
    Ok((found, (0..id).contains(&wide_id(id).await?)))
}

#[workflow]
pub async fn wide_sorted(ids: Vec<i64>) -> Result<Vec<i64>, Failure> {
    note("look".to_owned()).await?;
    let mut ids = ids;
    ids.sort();
    Ok(ids)
}

#[workflow]
pub async fn wide_cleared(ids: Vec<u64>) -> Result<Vec<u64>, Failure> {
    note("look".to_owned()).await?;
    let mut ids = ids;
    ids.dedup();
    Ok(ids)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub id: u64,
    pub name: String,
}

#[workflow]
pub async fn wide_keyed(lines: Vec<Line>) -> Result<(Option<String>, Vec<Line>), Failure> {
    note("look".to_owned()).await?;
    let best = lines.iter().max_by_key(|line| line.id).map(|line| line.name.clone());
    note("more".to_owned()).await?;
    let mut lines = lines;
    lines.sort_by_key(|line| line.id);
    Ok((best, lines))
}

/// Chosen between, and compared then.
#[workflow]
pub async fn wide_chosen(a: u64, b: u64, first: bool) -> Result<bool, Failure> {
    let one = if first { a } else { b };
    let other = wide_id(b).await?;
    Ok((if first { one } else { a }) == other)
}

#[test]
fn converted_is_proven() {
    prove!(wide_converted(of): wide_id; wide = true).run();
}
#[test]
fn narrowed_is_proven() {
    prove!(wide_narrowed(of): wide_sum; wide = true).run();
}
#[test]
fn kept_is_proven() {
    prove!(wide_kept(of): wide_id; wide = true).run();
}
#[test]
fn extremes_are_proven() {
    prove!(wide_extremes(ids, sums): note, wide_sum; wide = true, seeds = 300).run();
}
#[test]
fn least_is_proven() {
    prove!(wide_least(a, b, c, d): wide_id, wide_sum; wide = true, seeds = 300).run();
}
#[test]
fn searched_is_proven() {
    prove!(wide_searched(ids, id): note, wide_id; wide = true, seeds = 300).run();
}
#[test]
fn sorted_is_proven() {
    prove!(wide_sorted(ids): note; wide = true, seeds = 200).run();
}
#[test]
fn cleared_is_proven() {
    prove!(wide_cleared(ids): note; wide = true, seeds = 200).run();
}
#[test]
fn keyed_is_proven() {
    prove!(wide_keyed(lines): note; wide = true, seeds = 200).run();
}
#[test]
fn chosen_is_proven() {
    prove!(wide_chosen(a, b, first): wide_id; wide = true, seeds = 200).run();
}
