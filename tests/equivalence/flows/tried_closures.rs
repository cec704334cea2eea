//! Closures that end early, and values that are taken out where the left side of an operator stands.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Entry {
    #[serde(default)]
    key: Option<String>,
    at: Option<u8>,
    text: String,
}

/// `?` and `return` in closures of options and of results.
#[workflow]
pub async fn read_entries(
    entries: Vec<Entry>,
    least: u8,
) -> Result<(Vec<(String, u8)>, Option<u8>, String), Failure> {
    let found: Vec<(String, u8)> = entries
        .iter()
        .filter_map(|entry| {
            let (key, rest) = entry.text.split_once('=')?;
            if key.is_empty() {
                return None;
            }
            let at = entry.at.or(rest.parse().ok())?;
            Some((format!("{key}{}", entry.key.as_ref()?), at / 2 + least / 2))
        })
        .collect();
    let first = entries.iter().find_map(|entry| {
        let at = entry.at?;
        if at < least {
            return None;
        }
        let key = entry.key.clone()?;
        match key.as_str() {
            "" => None,
            "a" => Some(at),
            other => u8::try_from(other.len()).ok()?.checked_sub(at),
        }
    });
    ping().await?;
    let checked = entries
        .iter()
        .map(|entry| -> Result<u32, String> {
            let at = entry.at.ok_or_else(|| format!("no at: {}", entry.text))?;
            if at == least {
                return Err(entry.text.clone());
            }
            Ok(u32::from(at))
        })
        .collect::<Result<Vec<u32>, String>>();
    let said = match checked {
        Ok(all) => format!("{}", all.len()),
        Err(why) => why,
    };
    note(said.clone()).await?;
    Ok((found, first, said))
}

/// `list.pop() == Some(x)` and the like, where nothing is awaited and where something is.
#[workflow]
pub async fn takes_left(
    text: String,
    stock: BTreeMap<String, u8>,
    queue: VecDeque<u8>,
) -> Result<(bool, u32, VecDeque<u8>, BTreeMap<String, u8>), Failure> {
    let (mut stack, mut fits): (Vec<char>, bool) = (vec![], true);
    let (mut stock, mut queue, mut seen) = (stock, queue, BTreeSet::new());
    for c in text.chars() {
        match c {
            'a' | 'b' => stack.push(c),
            'c' => {
                if stack.pop() != Some('a') {
                    fits = false;
                    break;
                }
            }
            'd' if stack.is_empty() => stack.push('b'),
            ' ' => {
                if stack.pop().unwrap_or('c') > 'a' && fits {
                    stack.clear();
                }
            }
            _ => {}
        }
    }
    let mut sum = u32::from(opened(&text));
    for at in 0..3u8 {
        if u32::from(queue.pop_front().unwrap_or(at)) + sum > 200 {
            seen.insert(at);
        }
    }
    ping().await?;
    let mut out: Vec<u8> = vec![];
    while queue.len() > 1 {
        if queue.pop_back() > queue.front().copied() && seen.insert(7) {
            count(format!("{}", queue.len())).await?;
        }
        out.push(queue.pop_front().unwrap_or(0) / 2);
    }
    if stock.remove("a").map_or(0, |n| n / 2) as u32 + sum < 60 {
        sum += out.len() as u32;
    }
    Ok((fits && stack.is_empty(), sum, queue, stock))
}

#[pure]
fn opened(text: &str) -> u8 {
    let (mut open, mut most) = (vec![], 0);
    for c in text.chars() {
        if c == 'a' {
            open.push(c);
        } else if c == 'c' {
            if open.pop().is_none() {
                return 99;
            }
        }
        most = most.max(open.len());
    }
    u8::try_from(most).unwrap_or(255)
}

/// Texts split at whatever is no letter, characters beyond U+FFFF among it.
#[workflow]
pub async fn counted_words(
    text: String,
) -> Result<(BTreeMap<String, u32>, Vec<String>, String), Failure> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_owned()).or_insert(0) += 1;
    }
    let parts: Vec<String> =
        text.split(|c: char| !(c == 'a' || c == ' ')).map(str::to_owned).collect();
    ping().await?;
    Ok((counts, parts, text.replace(|c: char| !c.is_ascii_lowercase(), "-")))
}

#[test]
fn closures_end_early_and_operators_take_first() {
    let words = &["", "a", "b=3", "a=", "=9", "key=200", "cc", "\u{1F600}a b", "ac bd", "aac c"];
    prove!(read_entries(entries, least): ping, note; items = 4, words = words, seeds = 500).run();
    prove!(takes_left(text, stock, queue): ping, count; items = 4, words = words, seeds = 500)
        .run();
    prove!(counted_words(text): ping; words = words, seeds = 200).run();
}
