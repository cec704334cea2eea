//! Texts: format!, methods, iterator chains.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

/// Methods of strings.
#[workflow]
pub async fn methods(word: String, n: u32) -> Result<Vec<String>, Failure> {
    let upper = word.to_uppercase();
    let lower = text(upper.clone()).await?.to_lowercase();
    let trimmed = word.trim().to_string();
    let parts: Vec<String> = lower.split(',').map(|part| part.trim().to_owned()).collect();
    let shown = format!("{:05}|{n:x}|{word}|{{}}|{word:.<7}|{:>6}", n % 1000, i64::from(n) - 9);
    let mut out = vec![upper, trimmed, shown];
    if word.starts_with('a') || word.contains("or") || word.ends_with("b") {
        out.push(word.replace("a", "<a>").repeat(2));
    }
    let answer = two(parts.join("+"), word.chars().count() as i64).await?;
    out.push(answer);
    out.extend(parts);
    match lower.split_once(' ') {
        Some((first, rest)) => out.push(format!("{rest} {first}")),
        None => note(lower.chars().rev().collect()).await?,
    }
    out.push(word.strip_prefix("n").unwrap_or("-").to_string());
    out.push(lower + "!");
    Ok(out)
}

/// Numbers in texts, and out of them.
#[workflow]
pub async fn parsed(word: String, n: i64) -> Result<(i64, String, Option<i64>), Failure> {
    let known: Option<i64> = word.trim().parse().ok();
    let back = text(n.to_string()).await?;
    let number_of: i64 = match back.parse::<i64>() {
        Ok(number) => number,
        Err(_) => {
            let found = number(n % 1000).await?;
            found
        }
    };
    let digits = word.chars().filter(|c| c.is_ascii_digit()).count();
    let line = format!("{n} {digits} {}", known.map_or("none".to_string(), |n| format!("<{n}>")));
    note(line.clone()).await?;
    if word == "12" {
        let must: i64 = word.parse().unwrap();
        return Ok((must, line, known));
    }
    Ok((number_of, line, known))
}

/// Chains of iterators, closures that capture.
#[workflow]
pub async fn chains(
    words: Vec<String>,
    by: u32,
) -> Result<(Vec<String>, u32, bool, Option<usize>), Failure> {
    let limit = count(words.join(" ")).await?;
    let long: Vec<String> = words
        .iter()
        .filter(|word| word.chars().count() as u32 >= by % 3)
        .enumerate()
        .map(|(at, word)| format!("{at}{word}{}", limit % 10))
        .take_while(|word| !word.starts_with("2"))
        .collect();
    let sizes: Vec<u32> = long.iter().map(|word| word.len() as u32).collect();
    let total: u32 = sizes.iter().sum();
    let folded = sizes.iter().fold(by % 100, |sum, size| sum + size * 2);
    if total > 10 && long.iter().any(|word| word.contains("a")) {
        note(long.last().cloned().unwrap_or_default()).await?;
    }
    let most = sizes.iter().max().copied().unwrap_or(folded);
    let first = words.iter().position(|word| word.is_empty());
    let all = words.iter().zip(sizes.iter().rev()).all(|(word, size)| word.len() as u32 <= *size);
    let mut sorted = long;
    sorted.sort();
    sorted.dedup();
    Ok((sorted, folded + most, all, first))
}

/// Maps with keys.
#[workflow]
pub async fn keyed(
    of: BTreeMap<String, u32>,
    key: String,
) -> Result<(BTreeMap<String, u32>, Vec<String>, u32), Failure> {
    let known = of.get(&key).copied().unwrap_or(7);
    let mut all = of.clone();
    let found = count(key.clone()).await?;
    all.insert(key.clone(), found);
    if all.contains_key("a") {
        all.insert("é".to_string(), known);
        note(format!("{}", all.len())).await?;
    }
    let keys: Vec<String> = all.keys().cloned().collect();
    let sum = all.values().map(|n| n % 10).sum::<u32>();
    let entries: Vec<(String, u32)> = all.clone().into_iter().collect();
    let shown = map(entries, async |(key, n)| {
        let answer = two(key, i64::from(n)).await?;
        Ok(answer)
    })
    .await?;
    note(shown.join(",")).await?;
    Ok((all, keys, sum))
}

#[test]
fn methods_agree() {
    prove!(methods(word, n): text, two, note; failing = 2, seeds = 300).run();
}
#[test]
fn parsed_agrees() {
    prove!(parsed(word, n): text, number, note; failing = 2, words = &["12", "-3", "+5", " 7 ", "9007199254740993", "1.5", "x"], seeds = 300).run();
}
#[test]
fn chains_agree() {
    prove!(chains(words, by): count, note; failing = 2, seeds = 300).run();
}
#[test]
fn keyed_agrees() {
    prove!(keyed(of, key): count, note, two; failing = 2).run();
}
