//! `#[pure]` functions with branches of which several ways go on, and others leave the function.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Item {
    Wage(i64),
    Rent { cents: i64, costs: Option<i64> },
    Other(String),
}

#[pure]
fn kind(n: i64) -> Result<Option<i64>, String> {
    if n > 90 {
        return Err(format!("{n} is much"));
    }
    Ok(if n > 5 { Some(n) } else { None })
}

/// Only failures leave, some of them by `?`; the value may be `None`, and ways change what is outside.
#[pure]
fn net(item: &Item, notes: &[String]) -> Result<(Option<i64>, Vec<String>), String> {
    let mut notes = notes.to_vec();
    let cents: Option<i64> = match item {
        Item::Wage(cents) => kind(*cents)?,
        Item::Rent { cents, costs: None } if *cents < 0 => return Err("negative".to_owned()),
        Item::Rent { cents, costs } => {
            let costs = costs.ok_or_else(|| "no costs".to_owned())?;
            notes.push(format!("costs {costs}"));
            if cents - costs < -50 {
                return Err(format!("{} notes", notes.len()));
            }
            Some(cents - costs)
        }
        Item::Other(text) => {
            notes.push(text.clone());
            None
        }
    };
    match cents {
        Some(0) => {}
        Some(n) => {
            let kept = kind(n)?;
            notes.push(format!("{}", kept.unwrap_or(-1)));
        }
        None => notes.push("none".to_owned()),
    }
    Ok((cents, notes))
}

/// Only `None` leaves, from a statement that is no value too.
#[pure]
fn first(words: &[String], n: usize) -> Option<String> {
    let mut size = 1;
    if n > 2 {
        size = words.get(n)?.len();
    } else {
        size += n;
    }
    let word = if size > 3 {
        words.first().cloned()
    } else if size == 2 {
        return None;
    } else {
        None
    };
    Some(format!("{size} {}", word.unwrap_or_default()))
}

/// Other values leave.
#[pure]
fn rank(n: i64, words: &[String]) -> i64 {
    let mut sum = 10;
    let base = match n % 4 {
        0 => 5,
        1 => return sum,
        2 if words.is_empty() => {
            sum += 3;
            if n > 20 {
                return sum * 2;
            }
            sum
        }
        _ => 7,
    };
    match words.first() {
        Some(word) if word.is_empty() => return -1,
        Some(_) => sum += 1,
        None => {}
    }
    sum * 100 + base
}

#[workflow]
pub async fn forked_early(item: Item, n: u8, words: Vec<String>) -> Result<String, Failure> {
    let rank = rank(i64::from(n), &words);
    let first = first(&words, usize::from(n % 6)).unwrap_or_else(|| "nothing".to_owned());
    note(format!("{rank} {first}")).await?;
    match net(&item, &words) {
        Ok((cents, notes)) => Ok(format!("{} {}", cents.unwrap_or(-7), notes.join(","))),
        Err(why) => Err(Failure::new("Bad", why)),
    }
}

#[test]
fn several_ways_go_on() {
    prove!(forked_early(item, n, words): note; wild = 10).run();
}
