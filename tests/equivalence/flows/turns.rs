//! Loops whose turns only compute: `for` without a call is one expression, in workflows and in `#[pure]` functions.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Sold {
    pub shop: Option<String>,
    pub units: u8,
    #[serde(default)]
    pub tags: Vec<String>,
    pub part: Part,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Part {
    Whole,
    Half { of: u8 },
    Many(Vec<u8>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Books {
    pub units: u32,
    pub first: Option<String>,
    pub names: Vec<String>,
    pub by_shop: BTreeMap<String, Vec<u8>>,
}

#[task]
pub async fn sold(n: u32) -> Result<Vec<Sold>, Failure> {
    let _ = n;
    Ok(vec![])
}

/// One name, and a map of groups; then several names, of which each turn changes some.
#[workflow]
pub async fn turns_that_group(
    all: Vec<Sold>,
) -> Result<(BTreeMap<String, Vec<u8>>, u32, Vec<String>), Failure> {
    let mut groups: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for it in &all {
        groups.entry(it.shop.clone().unwrap_or_default()).or_default().push(it.units);
    }
    count(format!("{}", groups.len())).await?;
    let (mut units, mut names) = (0, vec![]);
    for (index, it) in all.iter().enumerate() {
        units += u32::from(it.units);
        if let Some(shop) = &it.shop {
            names.push(format!("{index}: {shop}"));
        }
    }
    Ok((groups, units, names))
}

/// Ends of turns, of a loop, `let … else`, `match` with a guard, a loop within.
#[workflow]
pub async fn turns_that_end_early(
    all: Vec<Sold>,
    most: u8,
) -> Result<(u32, Vec<u8>, bool), Failure> {
    let mut sum = 0u32;
    let mut halves = Vec::new();
    let mut full = false;
    for it in all.clone() {
        let Some(shop) = it.shop else { continue };
        if shop.is_empty() {
            halves.clear();
            continue;
        }
        match it.part {
            Part::Half { of } if of > most => break,
            Part::Half { of } => halves.push(of),
            Part::Many(parts) => {
                for part in parts {
                    if part == 0 {
                        break;
                    }
                    sum += u32::from(part);
                }
            }
            Part::Whole => {}
        }
        if sum > 300 {
            full = true;
            break;
        }
    }
    number(i64::from(sum)).await?;
    Ok((sum, halves, full))
}

/// Fields of one name, items of lists, sets, texts, and a list that a task answers with.
#[workflow]
pub async fn turns_that_change_parts(
    n: u32,
    marks: Vec<u8>,
) -> Result<(Books, Vec<u8>, BTreeSet<u8>, String), Failure> {
    let mut books = Books { units: 0, first: None, names: vec![], by_shop: BTreeMap::new() };
    let mut marks = marks;
    let mut seen = BTreeSet::new();
    let mut text = String::new();
    for it in sold(n).await? {
        books.units += u32::from(it.units);
        if books.first.is_none() {
            books.first = it.shop.clone();
        }
        for tag in it.tags {
            if !books.names.contains(&tag) {
                books.names.push(tag);
            }
        }
        books.by_shop.entry(it.shop.unwrap_or("-".to_string())).or_default().push(it.units);
        seen.insert(it.units);
        text.push_str("x");
        text += &format!("{}", it.units);
    }
    for i in 0..marks.len() {
        if marks[i] > 100 {
            marks[i] = 100;
        }
    }
    note(text.clone()).await?;
    Ok((books, marks, seen, text))
}

/// Changes, and loops, of a function that is one expression.
#[pure]
fn best(all: &[Sold], least: u8) -> Vec<(String, u32)> {
    let mut sums: BTreeMap<String, u32> = BTreeMap::new();
    for it in all {
        if it.units < least {
            continue;
        }
        *sums.entry(it.shop.clone().unwrap_or_default()).or_insert(0) += u32::from(it.units);
    }
    let mut sorted: Vec<(String, u32)> = sums.into_iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sorted.truncate(2);
    sorted
}

#[pure]
fn running<'a>(all: &'a [Sold], start: &'a Sold) -> Vec<u32> {
    let mut upto = u32::from(start.units);
    let mut found = vec![upto];
    for it in all.iter().rev() {
        upto += u32::from(it.units);
        found.push(upto);
    }
    found
}

#[pure]
fn above(least: u8, bonus: u8) -> u32 {
    let mut sum = 1u32;
    if least > 1 {
        sum += u32::from(least);
    }
    match bonus {
        0 => {}
        bonus => sum += u32::from(bonus),
    }
    sum
}

/// Names of patterns that hide others: what comes behind the way means the others.
#[workflow]
pub async fn turns_in_scopes(
    all: Vec<Sold>,
    of: u8,
    shop: String,
) -> Result<(u32, u32, String, u32), Failure> {
    let (mut halves, mut sum, mut shops) = (0u32, 0u32, String::new());
    for it in &all {
        if let Some(shop) = &it.shop {
            shops.push_str(shop);
        } else {
            continue;
        }
        match &it.part {
            Part::Half { of } => halves += u32::from(*of),
            Part::Many(_) => {
                let of = 7u32;
                halves += of;
            }
            Part::Whole => continue,
        }
        sum += u32::from(of);
        shops.push_str(&shop);
    }
    count(shops.clone()).await?;
    Ok((halves, sum, shops, above(of, of / 2)))
}

/// The second order is looked at where the first does not decide, alone.
#[workflow]
pub async fn first_by_two(pairs: Vec<(u64, i64)>) -> Result<Option<(u64, i64)>, Failure> {
    ping().await?;
    Ok(pairs.iter().max_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0))).cloned())
}

#[workflow]
pub async fn turns_of_functions(
    all: Vec<Sold>,
    least: u8,
) -> Result<(Vec<(String, u32)>, Vec<u32>), Failure> {
    let named = best(&all, least);
    if let Some(first) = all.first().cloned() {
        let sums = running(&all, &first);
        count(format!("{}", sums.len())).await?;
        return Ok((named, sums));
    }
    let odd: Vec<u8> = all
        .iter()
        .map(|it| {
            let mut units = it.units / 2;
            units += 1;
            units
        })
        .collect();
    Ok((named, odd.iter().map(|it| u32::from(*it)).collect()))
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Lane {
    pub at: u8,
    pub open: Option<bool>,
    pub queue: Vec<u8>,
}

/// Parts of items: `lanes[i].at += 1`.
#[workflow]
pub async fn parts_of_items(lanes: Vec<Lane>, at: usize) -> Result<Vec<Lane>, Failure> {
    let mut lanes = lanes;
    if at < lanes.len() {
        lanes[at].open = Some(false);
        lanes[at].at /= 2;
        ping().await?;
        lanes[at].queue.push(7);
    }
    for i in 0..lanes.len() {
        lanes[i].at = lanes[i].at / 2;
        lanes[i].queue.push(1);
    }
    Ok(lanes)
}

/// Orders by integers of 64 bits that a double may not hold.
#[workflow]
pub async fn wide_orders(
    pairs: Vec<(u64, i64)>,
) -> Result<(Vec<(u64, i64)>, Option<(u64, i64)>, Option<(u64, i64)>), Failure> {
    let mut sorted = pairs.clone();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    ping().await?;
    let least = pairs.iter().min_by(|a, b| a.0.cmp(&b.0)).cloned();
    let most = pairs.iter().max_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0))).cloned();
    Ok((sorted, least, most))
}

/// Sets and maps that tell something as they change.
#[workflow]
pub async fn told_by_sets(
    all: Vec<Sold>,
    names: BTreeMap<String, u8>,
) -> Result<(Vec<String>, u32, bool), Failure> {
    let mut seen = BTreeSet::new();
    let mut first = vec![];
    for it in &all {
        let Some(shop) = it.shop.clone() else { continue };
        if !seen.insert(shop.clone()) {
            continue;
        }
        first.push(shop);
    }
    let mut names = names;
    let mut sum = 0;
    for shop in &first {
        if let Some(n) = names.remove(shop) {
            sum += u32::from(n);
        }
    }
    ping().await?;
    let had = seen.remove("a");
    let day: String = now().chars().take(10).collect();
    note(day).await?;
    if seen.insert("b".to_string()) || had {
        note("new".to_string()).await?;
    }
    let mut again = false;
    for (index, it) in sold(sum).await?.into_iter().enumerate() {
        if it.units > 100 {
            count(format!("{index}")).await?;
        }
        again = !seen.insert(it.shop.unwrap_or_default());
    }
    Ok((first, sum, again))
}

#[test]
fn sets_agree() {
    prove!(told_by_sets(all, names): ping, note, count, sold; failing = 2, seeds = 300).run();
}
#[test]
fn groups_agree() {
    prove!(turns_that_group(all): count; failing = 2).run();
}
#[test]
fn early_ends_agree() {
    prove!(turns_that_end_early(all, most): number; failing = 2, seeds = 300).run();
}
#[test]
fn changed_parts_agree() {
    prove!(turns_that_change_parts(n, marks): sold, note; failing = 2).run();
}
#[test]
fn scopes_agree() {
    prove!(turns_in_scopes(all, of, shop): count; failing = 2, seeds = 300).run();
}
#[test]
fn two_orders_agree() {
    prove!(first_by_two(pairs): ping; failing = 2, wild = 15, wide = true, seeds = 400).run();
}
#[test]
fn functions_agree() {
    prove!(turns_of_functions(all, least): count; failing = 2).run();
}
#[test]
fn parts_of_items_agree() {
    prove!(parts_of_items(lanes, at): ping; failing = 2, wild = 5).run();
}
#[test]
fn wide_orders_agree() {
    prove!(wide_orders(pairs): ping; failing = 2, wild = 15, wide = true, seeds = 400).run();
}

/// Loops and closures that do not look at their items: `$reduce` wants a function with two parameters.
#[workflow]
pub async fn items_that_nobody_reads(
    all: Vec<Sold>,
    n: u8,
) -> Result<(u32, String, u32, bool, Option<u8>), Failure> {
    let mut count = 0u32;
    for _ in &all {
        count += 1;
    }
    let (mut text, mut turns) = (String::new(), 0u32);
    for _ in 0..n % 5 {
        if turns > 2 {
            break;
        }
        text.push_str("x");
        turns += 1;
    }
    ping().await?;
    let folded = all.iter().fold(turns, |sum, _| sum + 1);
    let all_even = all.iter().all(|_| 100 / n > 1);
    Ok((count, text, folded, all_even, all.iter().find_map(|_| Some(n / 2))))
}
#[test]
fn items_that_nobody_reads_agree() {
    prove!(items_that_nobody_reads(all, n): ping; failing = 2).run();
}

#[pure]
fn halves(of: &Part, more: u8) -> u8 {
    match of {
        Part::Half { of } if *of > 3 => *of / 2,
        Part::Half { of } => more / 2 + *of,
        Part::Many(_) | Part::Whole => 1,
    }
}
#[pure]
fn sized(of: &Kind) -> i64 {
    match of {
        Kind::Sized(n) | Kind::Named { size: n, .. } => *n % 9,
        Kind::Empty => 1,
    }
}

/// A variant without fields that is written out, taken apart by alternatives; and a type with the name of one that the
/// macro has.
#[workflow]
pub async fn variants_that_are_known(n: u8) -> Result<(u8, i64, i64), Failure> {
    ping().await?;
    let mut kind = Kind::Empty;
    let mut sum = 0;
    for i in 0..n % 3 {
        sum += match &kind {
            Kind::Sized(n) | Kind::Named { size: n, .. } => *n,
            Kind::Empty => 2,
        };
        kind = if i > 1 { Kind::Empty } else { Kind::Sized(3) };
    }
    Ok((halves(&Part::Whole, n), sized(&Kind::Empty), sum))
}
#[test]
fn variants_that_are_known_agree() {
    prove!(variants_that_are_known(n): ping; failing = 2).run();
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Kind {
    Empty,
    Sized(i64),
    Named { name: String, size: i64 },
}

/// A loop within that has a label, and names it.
#[workflow]
pub async fn labels_within(grid: Vec<Vec<u8>>) -> Result<(u32, u32), Failure> {
    let (mut sum, mut rows) = (0u32, 0u32);
    'rows: for row in &grid {
        'units: for units in row {
            if *units > 100 {
                break 'units;
            }
            if *units == 1 {
                continue 'units;
            }
            sum += u32::from(*units);
        }
        if row.is_empty() {
            continue 'rows;
        }
        rows += 1;
    }
    ping().await?;
    Ok((sum, rows))
}
#[test]
fn labels_within_agree() {
    prove!(labels_within(grid): ping; failing = 2).run();
}

/// Numbers that are written out, of the type that a `let` says.
#[pure]
fn written_types(n: u8) -> (Option<u8>, u8, u8, u8) {
    let most: u8 = 200;
    let mut least: i8 = -100;
    let mut wrapped: u8 = 250;
    for i in 0..n % 3 {
        wrapped = wrapped.wrapping_add(i);
        least = least.saturating_sub(100);
    }
    (most.checked_add(n), wrapped, most.saturating_sub(n), least.unsigned_abs())
}
#[workflow]
pub async fn types_of_lets(n: u8) -> Result<(Option<u8>, u8, u8, u8), Failure> {
    ping().await?;
    Ok(written_types(n))
}
#[test]
fn types_of_lets_agree() {
    prove!(types_of_lets(n): ping; failing = 2, wild = 40).run();
}

/// Numbers without a type, of which another line tells it; on one way of a branch that changes several names.
#[pure]
fn inferred_types(n: u8, xs: &[u8], c: bool) -> (Option<u8>, Vec<Option<u8>>, Option<u8>) {
    let most = 200;
    let more = if c { 250 } else { 3 };
    let list = vec![100, 255];
    let _: &Vec<u8> = &list;
    let (mut last, mut turns) = (7, 0u8);
    for x in xs {
        if *x > 9 {
            last = 240;
            turns = 1;
        } else {
            last = *x;
        }
    }
    let all = list.iter().map(|x| x.checked_add(n)).collect();
    (n.checked_add(most).or(most.checked_add(n)), all, last.checked_add(more).or(Some(turns)))
}
#[workflow]
pub async fn types_of_numbers(
    n: u8,
    xs: Vec<u8>,
    c: bool,
) -> Result<(Option<u8>, Vec<Option<u8>>, Option<u8>), Failure> {
    ping().await?;
    Ok(inferred_types(n, &xs, c))
}
#[test]
fn types_of_numbers_agree() {
    prove!(types_of_numbers(n, xs, c): ping; failing = 2, wild = 40).run();
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Bill {
    pub total: u32,
    pub text: String,
    pub first: Option<u8>,
    pub lines: Vec<u8>,
}

/// A part of what the loop goes through changes, and a part of what a pattern looks into.
#[pure]
fn billed(bill: &Bill) -> Bill {
    let mut bill = bill.clone();
    for line in &bill.lines {
        bill.total += u32::from(*line);
    }
    if let Some(first) = &bill.first {
        bill.total += u32::from(*first);
        bill.text = bill.text + "!";
    }
    bill
}
#[workflow]
pub async fn parts_that_are_looked_at(mut bill: Bill) -> Result<(Bill, Bill), Failure> {
    for line in &bill.lines {
        bill.total += u32::from(*line);
        bill.text.push_str("x");
    }
    ping().await?;
    for (at, line) in bill.lines.iter().enumerate() {
        if let Some(first) = &bill.first {
            bill.total += u32::from(*first / 2);
        }
        if at > 1 {
            bill.total += u32::from(*line);
        }
    }
    let more = billed(&bill);
    Ok((bill, more))
}
#[test]
fn parts_that_are_looked_at_agree() {
    prove!(parts_that_are_looked_at(bill): ping; failing = 2).run();
}

/// Names that do not need each other: each has a fold of its own, with what it needs.
#[workflow]
pub async fn turns_apart(
    all: Vec<Sold>,
    least: u8,
) -> Result<(u32, u32, Vec<String>, String, Option<u8>), Failure> {
    ping().await?;
    let (mut units, mut above, mut shops) = (0u32, 0u32, vec![]);
    let (mut text, mut most) = (String::new(), None);
    for (index, it) in all.iter().enumerate() {
        let shop = it.shop.clone().unwrap_or_default();
        units += u32::from(it.units);
        if it.units > least {
            above += 1;
            if most.is_none_or(|most| most < it.units) {
                most = Some(it.units);
            }
        } else if shop.is_empty() {
            text.push_str("-");
        }
        match &it.part {
            Part::Half { of } if *of > least => shops.push(format!("{index}{shop}")),
            Part::Half { .. } => shops.push(shop),
            Part::Many(parts) => {
                for part in parts {
                    units += u32::from(*part);
                    text.push_str(&format!("{part}"));
                }
            }
            Part::Whole => above += units,
        }
    }
    note(text.clone()).await?;
    Ok((units, above, shops, text, most))
}
#[test]
fn turns_apart_agree() {
    prove!(turns_apart(all, least): ping, note; failing = 2, seeds = 300).run();
}

/// A name that may fail, and that is read nowhere; then what only one way of a turn computes.
#[workflow]
pub async fn turns_that_fail_apart(all: Vec<Sold>, n: u8) -> Result<(u32, u32), Failure> {
    ping().await?;
    let (mut sum, mut share, mut turns) = (0u32, 200u8, 0u32);
    for it in &all {
        sum += u32::from(it.units);
        share -= it.units;
        turns += 1;
    }
    let _ = share;
    count(format!("{sum}")).await?;
    let (mut even, mut odd, mut left) = (0u32, 7u8, n);
    for it in &all {
        let part = 100 / it.units;
        if it.units % 2 == 0 {
            even += u32::from(part);
        } else {
            odd -= 1;
            left = n / odd;
        }
        if even > 60 {
            break;
        }
    }
    let _ = left;
    count(format!("{even}")).await?;
    let _ = odd;
    Ok((turns, sum))
}
#[test]
fn turns_that_fail_apart_agree() {
    prove!(turns_that_fail_apart(all, n): ping, count; failing = 2, seeds = 400).run();
}

/// Several names of a loop in one value, and branches that change several.
#[pure]
fn mean(all: &[Sold]) -> Option<u32> {
    let (mut sum, mut count) = (0u32, 0u32);
    for it in all {
        sum += u32::from(it.units);
        count += 1;
    }
    if count == 0 { None } else { Some(sum / count) }
}
#[workflow]
pub async fn turns_together(all: Vec<Sold>, n: u8, on: bool) -> Result<(u32, u32, u8), Failure> {
    let of = n;
    ping().await?;
    let (mut low, mut high) = (n, n);
    for it in &all {
        if it.units < low {
            low = it.units;
        } else if it.units > high {
            high = it.units;
        }
    }
    count(format!("{low}-{high}")).await?;
    let (mut a, mut b, mut turns) = (1u32, 1u32, 0u8);
    for it in &all {
        if on && turns > 3 {
            break;
        }
        let next = (a + b) % 1000;
        a = b;
        b = next;
        turns += it.units % 2;
    }
    ping().await?;
    Ok((mean(&all).unwrap_or(a), b, turns.max(of)))
}
#[test]
fn turns_together_agree() {
    prove!(turns_together(all, n, on): ping, count; failing = 2, seeds = 300).run();
}
