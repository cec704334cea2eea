//! Lists: empty, of one, of lists, of options, of pairs; where JSONata would flatten or unwrap them.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[task]
pub async fn rows(of: Vec<Vec<i32>>) -> Result<Vec<Vec<i32>>, Failure> {
    Ok(of)
}
#[task]
pub async fn holes(of: Vec<Option<i32>>) -> Result<Vec<Option<i32>>, Failure> {
    Ok(of)
}
#[task]
pub async fn pairs(of: Vec<(String, u32)>) -> Result<Vec<(String, u32)>, Failure> {
    Ok(of)
}

/// Lists of lists, in every position.
#[workflow]
pub async fn nested(of: Vec<Vec<i32>>) -> Result<(Vec<Vec<i32>>, Vec<i32>, usize), Failure> {
    let mut all = rows(of.clone()).await?;
    all.push(vec![]);
    all.push(vec![1]);
    if let Some(first) = of.first() {
        all.push(first.clone());
        all.push(first.iter().map(|n| n % 10).collect());
    }
    let wrapped = rows(vec![of.iter().flatten().copied().collect()]).await?;
    all.extend(wrapped);
    let sizes = map(all.clone(), async |row| {
        let answer = rows(vec![row.clone(), row]).await?;
        Ok(answer.len() as i32)
    })
    .await?;
    let longest = all.iter().map(|row| row.len()).max().unwrap_or(0);
    Ok((all, sizes, longest))
}

/// Options in lists.
#[workflow]
pub async fn holed(
    of: Vec<Option<i32>>,
) -> Result<(Vec<Option<i32>>, Vec<i32>, Option<i32>), Failure> {
    let mut all = holes(of.clone()).await?;
    all.push(None);
    all.insert(0, Some(5));
    let known: Vec<i32> = all.iter().flatten().map(|n| n / 2).collect();
    let more =
        holes(known.iter().map(|n| if n % 2 == 0 { Some(*n) } else { None }).collect()).await?;
    all.extend(more.clone());
    let answers = map(more, async |hole| {
        let Some(n) = hole else { return Ok(None) };
        let found = number(i64::from(n)).await?;
        Ok(if found > 3 { Some(n) } else { None })
    })
    .await?;
    let last = answers.iter().flatten().last().copied();
    all.extend(answers);
    Ok((all, known, last))
}

/// Pairs taken apart and put together; sorting, zipping, chunks.
#[workflow]
pub async fn paired(
    of: Vec<(String, u32)>,
) -> Result<(Vec<(String, u32)>, Vec<(u32, String)>), Failure> {
    let mut all = pairs(of.clone()).await?;
    all.sort_by_key(|pair| pair.1);
    all.reverse();
    let (names, counts): (Vec<String>, Vec<u32>) = of.into_iter().unzip();
    let shown = map(names.into_iter().zip(counts).collect::<Vec<_>>(), async |(name, found)| {
        let more = count(name.clone()).await?;
        Ok((more % 10 + found % 10, name))
    })
    .await?;
    let total: u32 = shown.iter().map(|(n, _)| *n).sum();
    all.push((String::from("total"), total));
    all.truncate(5);
    Ok((all, shown))
}

/// A list built and eaten item by item.
#[workflow]
pub async fn stack(start: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut open = start;
    let mut done = vec![];
    while let Some(next) = open.last().cloned() {
        open.pop();
        let parts = words(next.clone()).await?;
        if done.len() >= 4 {
            break;
        }
        if parts.len() == 1 {
            open.extend(parts);
        } else if parts.is_empty() {
            done.push(next);
        } else {
            done.extend(parts.into_iter().skip(1));
        }
    }
    done.retain(|word| !word.is_empty());
    done.dedup();
    if !done.is_empty() {
        let gone = done[0].clone();
        done.remove(0);
        note(gone).await?;
    }
    Ok(done)
}

/// One task's list is another one's only argument; lists as results of branches.
#[workflow]
pub async fn results(name: String) -> Result<(Vec<i32>, Vec<Vec<i32>>, Vec<String>), Failure> {
    let (a, b, c) = join!(
        list(name.clone()),
        async {
            let one = list(name.clone()).await?;
            Ok(vec![one])
        },
        async { Ok(vec![name.clone()]) },
    )
    .await?;
    let rows_of = rows(vec![a.clone()]).await?;
    let tail: Vec<i32> = a.iter().skip(1).step_by(2).copied().collect();
    let all = rows_of.concat();
    let sum: i32 = all.iter().filter(|n| **n > 0).map(|n| n % 100).sum();
    note(format!("{sum} {}", tail.len())).await?;
    Ok((tail, b, c))
}

/// Functions by name where a closure takes two values, and a list with a capacity.
#[workflow]
pub async fn named_pairs(
    of: Vec<f64>,
    sizes: std::collections::BTreeMap<String, i64>,
) -> Result<(f64, i64, Vec<String>), Failure> {
    let most = of.iter().copied().fold(0.0, f64::max);
    let least = sizes.values().copied().fold(9, i64::min);
    let both = sizes.values().copied().fold(least, std::cmp::max);
    number(both).await?;
    let mut names = Vec::with_capacity(sizes.len());
    if let Some((name, size)) = sizes.first_key_value() {
        note(name.clone()).await?;
        number(*size).await?;
        names.push(name.clone());
    }
    if let Some((name, _)) = sizes.last_key_value() {
        names.push(name.clone());
    }
    Ok((most, least, names))
}

#[test]
fn named_pairs_agree() {
    prove!(named_pairs(of, sizes): number, note; failing = 2, wild = 2).run();
}
#[test]
fn nested_agrees() {
    prove!(nested(of): rows; failing = 2, items = 3).run();
}
#[test]
fn holed_agrees() {
    prove!(holed(of): holes, number; failing = 2, wild = 2).run();
}
#[test]
fn paired_agrees() {
    prove!(paired(of): pairs, count; failing = 2, wild = 2).run();
}
#[test]
fn stack_agrees() {
    prove!(stack(start): words, note; failing = 2, items = 3).run();
}
#[test]
fn results_agree() {
    prove!(results(name): list, rows, note; failing = 2, wild = 1).run();
}
