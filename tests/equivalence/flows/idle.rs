//! Items that nobody reads, iterators that nobody uses, and names whose type a literal told.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Turns that do not look at their items.
#[workflow]
pub async fn items_that_nobody_reads(
    all: Vec<Vec<u8>>,
    n: u8,
) -> Result<(u32, String, bool, u32, Option<u8>, bool), Failure> {
    let (mut count, mut text, mut any, mut sum) = (0u32, String::new(), false, 0u32);
    for _ in &all {
        count += 1;
    }
    for _ in 0..n {
        if sum > 20 {
            break;
        }
        text.push_str("x");
        sum += 7;
    }
    for list in &all {
        for _ in list {
            any = true;
        }
    }
    let counted = all.iter().fold(0u32, |count, _| count + 1);
    let found = all.iter().find_map(|_| (n > 3).then_some(n));
    let each = all.iter().all(|_| 100 / n > 3);
    ping().await?;
    Ok((count, text, any, counted, found, each))
}

#[pure]
fn shares(of: &[u8], all: bool) -> u32 {
    let shares = of.iter().map(|x| 100 / u32::from(*x % 3));
    let more = of.iter().map(|x| 200 / u32::from(*x % 5)).filter(|x| *x > 3);
    if all { shares.sum() } else { more.count() as u32 }
}

/// An iterator under a name: its closure fails where its items are used, alone.
#[workflow]
pub async fn iterators_that_nobody_uses(of: Vec<u8>, all: bool) -> Result<u32, Failure> {
    ping().await?;
    Ok(shares(&of, all))
}

/// The literal of one way does not tell how large the others' values may be.
#[workflow]
pub async fn types_of_literals(
    of: Vec<u64>,
    limit: u64,
) -> Result<(u32, u64, Vec<String>, Vec<u64>), Failure> {
    let (mut last, mut n, mut texts, mut kept) = (1u64, 0u32, vec![], vec![]);
    for x in &of {
        if *x == 0 {
            last = 0;
            kept = vec![];
            n += 1;
        } else {
            last = *x;
            kept.push(*x);
            n += 2;
        }
        if last > limit {
            n += 10;
        }
        texts.push(format!("{last}"));
    }
    number(i64::from(n)).await?;
    Ok((n, last, texts, kept))
}

/// The remedy for an iterator that would be used up.
#[workflow]
pub async fn parts_of_lines(lines: Vec<String>) -> Result<Vec<(String, String)>, Failure> {
    let mut found = vec![];
    for line in &lines {
        let parts: Vec<_> = line.split('=').collect();
        let key = parts.first().copied().unwrap_or("");
        found.push((key.to_string(), parts.get(1).copied().unwrap_or("-").to_string()));
    }
    ping().await?;
    Ok(found)
}

#[test]
fn parts_of_lines_agree() {
    prove!(parts_of_lines(lines): ping; words = &["a=b", "c=d=e", "=", "f"]).run();
}
#[test]
fn unread_items_agree() {
    prove!(items_that_nobody_reads(all, n): ping; seeds = 200).run();
}
#[test]
fn unused_iterators_agree() {
    prove!(iterators_that_nobody_uses(of, all): ping; seeds = 400).run();
}
#[test]
fn types_of_literals_agree() {
    prove!(types_of_literals(of, limit): number; wide = true, seeds = 400).run();
}
