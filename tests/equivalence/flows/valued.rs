//! `#[pure]` functions whose variables get their value later, and whose values change others on their way.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// One after the other and together, with types, beside ways that return; changed later, and in a block within.
#[pure]
fn later(n: u32, word: &str) -> Option<(u8, String, u32)> {
    let size: u8;
    let name;
    if n > 3 {
        size = 200;
        name = word.to_owned();
    } else if n == 2 {
        return None;
    } else {
        name = format!("{word}{n}");
        size = 7;
    }
    let mut sum;
    match n % 3 {
        0 => sum = n,
        1 => {
            let half;
            half = n / 2;
            sum = half + 1;
            sum += 1;
        }
        _ => sum = 9,
    }
    sum *= 2;
    let (left, right);
    (right, left) = (sum, name.len() as u32);
    Some((size, name, left + right))
}

/// In a loop, with `continue`; the value reads what was changed before it.
#[pure]
fn changing(words: &[String], most: u32) -> (Vec<String>, u32, Option<String>) {
    let mut lines = vec![];
    let mut sum = 0;
    let mut last = None;
    for word in words {
        let cost = match word.len() {
            0 => continue,
            1 => {
                lines.push(format!("one {word}"));
                last = Some(word.clone());
                1
            }
            n if n > 3 => {
                let extra = if sum > most {
                    lines.push("much".to_owned());
                    lines.len() as u32
                } else {
                    0
                };
                extra + 2
            }
            _ => 2,
        };
        let twice;
        if cost > 1 {
            sum += 1;
            twice = cost * 2;
        } else {
            twice = 1;
        }
        sum += twice;
    }
    let count: u8 = {
        lines.push("end".to_owned());
        if lines.len() > 3 { 200 } else { 100 }
    };
    (lines, sum + u32::from(count), last)
}

#[workflow]
pub async fn given_later(n: u32, words: Vec<String>) -> Result<String, Failure> {
    let first = words.first().cloned().unwrap_or_default();
    let later = later(n, &first);
    let (lines, sum, last) = changing(&words, n);
    if let Some((size, name, both)) = later {
        note(format!("{size} {name} {both}")).await?;
    }
    note(lines.join(",")).await?;
    Ok(format!("{sum} {}", last.unwrap_or_default()))
}

#[test]
fn values_that_come_later_and_change_others() {
    prove!(given_later(n, words): note; wild = 10).run();
}
