//! Workflows as programmers of other systems write them: carts, leases, tickets, quotas.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub struct Cart {
    pub cart_id: String,
    #[serde(default)]
    pub lines: Vec<Line>,
    pub voucher: Option<Voucher>,
    pub notes: Option<Vec<Option<String>>>,
    #[serde(default)]
    pub stock: BTreeMap<String, u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub sku: String,
    pub qty: u32,
    pub cents: i64,
    #[serde(default)]
    pub gift: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Voucher {
    Percent { off: u8 },
    Fixed { cents: i64, above: Option<i64> },
    Free,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
pub enum Level {
    Low,
    Mid,
    High,
}

#[pure]
pub fn discount(total: i64, voucher: Option<Voucher>) -> i64 {
    match voucher {
        Some(Voucher::Percent { off }) if off <= 100 => total * i64::from(off) / 100,
        Some(Voucher::Fixed { cents, above: Some(least) }) if total > least => cents.min(total),
        Some(Voucher::Fixed { cents, above: None }) => cents.clamp(0, 5_000),
        Some(Voucher::Free) => total,
        _ => 0,
    }
}

#[workflow]
pub async fn checkout(cart: Cart) -> Result<(i64, Vec<String>), Failure> {
    let short: Vec<String> = cart
        .lines
        .iter()
        .filter(|line| cart.stock.get(&line.sku).copied().unwrap_or(0) < line.qty)
        .map(|line| line.sku.clone())
        .collect();
    if !short.is_empty() && !cart.lines.iter().any(|line| line.gift) {
        note(short.join("|")).await?;
        return Ok((0, short));
    }
    let total: i64 = cart.lines.iter().map(|line| line.cents * i64::from(line.qty)).sum();
    let off = discount(total, cart.voucher.clone());
    let paid = match cart.voucher {
        Some(Voucher::Free) => 0,
        Some(voucher) if voucher == (Voucher::Percent { off: 100 }) => number(off).await?,
        _ => number(total - off).await?,
    };
    let words = match cart.notes {
        Some(notes) => notes.into_iter().flatten().filter(|note| !note.is_empty()).collect(),
        None => vec![cart.cart_id],
    };
    Ok((paid, words))
}

/// A lease that is renewed until it is refused, with a budget.
#[workflow]
pub async fn lease(name: String, budget: u8) -> Result<Option<(u8, String)>, Failure> {
    let (mut left, mut last) = (budget % 5, None);
    let holder = 'renew: loop {
        if left == 0 {
            break None;
        }
        left -= 1;
        match maybe(name.clone()).await? {
            Some(holder) if holder == name => break 'renew Some(holder),
            Some(holder) => {
                last = Some(holder);
                continue;
            }
            None if last.is_some() => break last.clone(),
            None => {}
        }
    };
    let holder = holder.or(last).map(|holder| holder.to_uppercase());
    Ok(holder.map(|holder| (budget - left, holder)))
}

/// Levels of tickets, grouped and counted.
#[workflow]
pub async fn triage(tickets: Vec<(Level, String)>) -> Result<BTreeMap<String, u32>, Failure> {
    let mut groups = BTreeMap::new();
    for (level, text) in tickets {
        let key = match (level, text.len()) {
            (Level::High, _) => "page".to_owned(),
            (Level::Mid, 0 | 1) | (Level::Low, 0) => continue,
            (Level::Mid, 2..=3) => text.chars().rev().collect::<String>(),
            (_, many) => format!("{level}-{many:03}", level = "l"),
        };
        let size = count(key.clone()).await?;
        let before = groups.get(&key).copied().unwrap_or(0);
        groups.insert(key, before.max(size));
    }
    Ok(groups)
}

/// Work that is split up, with what fails put aside.
#[workflow]
pub async fn batches(mut names: Vec<String>) -> Result<(Vec<u32>, Vec<String>), Failure> {
    names.sort();
    names.dedup();
    names.truncate(4);
    let mut failed = vec![];
    let sizes = map(names.clone(), async |name| {
        let size = match risky(name.clone()).await {
            Ok(size) => size,
            Err(Trouble::Busy) => 1,
            Err(_) => count(name).await?,
        };
        Ok(size.saturating_sub(1))
    })
    .max_concurrency(2)
    .await?;
    for (at, name) in names.into_iter().enumerate() {
        note(name.clone()).await?;
        if sizes[at] > 2 && at != 1 {
            failed.push(name.trim().to_owned() + &at.to_string());
        }
    }
    let (kept, _) = join!(
        async { Ok(sizes.iter().copied().filter(|size| size % 2 == 0).collect::<Vec<_>>()) },
        async {
            if failed.len() > 1 {
                note(failed.concat()).await?;
            }
            Ok(())
        },
    )
    .await?;
    Ok((kept, failed))
}

#[test]
fn checkout_agrees() {
    prove!(checkout(cart): note, number; wild = 10, seeds = 200).run();
}
#[test]
fn lease_agrees() {
    prove!(lease(name, budget): maybe; words = &["ann", "bob", ""], seeds = 200).run();
}
#[test]
fn triage_agrees() {
    prove!(triage(tickets): count; words = &["", "a", "ab", "abc", "abcd"], seeds = 200).run();
}
#[test]
fn batches_agrees() {
    prove!(batches(names): risky, count, note; words = &["x", " y", "z ", ""], failing = 30, seeds = 200).run();
}
