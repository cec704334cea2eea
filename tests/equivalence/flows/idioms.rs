//! Forms that are written first: parameters that are taken apart, constants within, one of several pauses.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeSet;
use workflow::prelude::*;

#[pure]
fn middle(mut list: Vec<i64>, (low, high): (i64, i64)) -> Option<i64> {
    const LEAST: usize = 2;
    list.retain(|n| *n >= low && *n <= high);
    list.sort();
    let middle = list.len() / LEAST;
    if list.len() < LEAST { None } else { Some(list[middle]) }
}

#[pure]
fn distinct(words: &[String]) -> usize {
    let words: BTreeSet<&String> = words.iter().collect();
    words.len()
}

/// Parameters and constants of functions, and shares that are rounded up.
#[workflow]
pub async fn taken_apart(
    list: Vec<i64>,
    words: Vec<String>,
    n: u32,
    by: u32,
) -> Result<(Option<i64>, usize), Failure> {
    let share = n.div_ceil(by % 4);
    number(share.into()).await?;
    Ok((middle(list, (-100, 100)), distinct(&words)))
}

/// A variable that one arm gives the value that it has.
#[workflow]
pub async fn given_itself(n: i64) -> Result<i64, Failure> {
    let mut kept = number(n).await?;
    kept = match n {
        0..=30 => kept,
        31..=60 => number(kept).await?,
        _ => 1,
    };
    note("given".to_owned()).await?;
    Ok(kept)
}

const SHORT: Duration = Duration::from_secs(7);

/// One of several pauses, in a variable and where it is waited.
#[workflow]
pub async fn one_of_several(n: u32, word: Option<String>) -> Result<u32, Failure> {
    let pause = match n % 4 {
        0 => SHORT,
        1 => Duration::from_mins(1),
        2 => Duration::from_hours(2),
        _ => return Ok(1),
    };
    sleep(pause).await;
    note("waited".to_owned()).await?;
    sleep(if word.is_some() {
        Duration::from_mins(3)
    } else {
        Duration::from_mins(u64::from(n % 5))
    })
    .await;
    Ok(n)
}

#[test]
fn taken_apart_agrees() {
    prove!(taken_apart(list, words, n, by): number; failing = 20, words = &["a", "b"], seeds = 400)
        .run();
}
#[test]
fn given_itself_agrees() {
    prove!(given_itself(n): number, note; failing = 20, seeds = 400).run();
}
#[test]
fn one_of_several_agrees() {
    prove!(one_of_several(n, word): note; failing = 20, words = &["a"], seeds = 400).run();
}
