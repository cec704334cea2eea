//! Values that may fail, and that nothing reads: they are evaluated all the same.
#![allow(
    unused_assignments,
    unused_variables,
    reason = "that nothing reads these values is what is tested"
)]

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Beside the value that a workflow ends with.
#[workflow]
pub async fn unread_at_the_end(word: String) -> Result<u32, Failure> {
    let found = count(word).await?;
    let _share = 10 / found;
    let _both = 20 / (10 - found);
    Ok(found)
}

/// At the start, before a call, a wait and an end.
#[workflow]
pub async fn unread_at_the_start(n: u32, word: String) -> Result<u32, Failure> {
    let _share = 10 / n;
    count(word).await
}

/// At the start, one part of a pair.
#[workflow]
pub async fn unread_part_at_the_start(n: u32, word: String) -> Result<u32, Failure> {
    let (word, _share) = (format!("{word}{n}"), 10 / n);
    let found = count(word).await?;
    let (one, _other) = (found, 10 / found);
    let ((two, _), _other) = ((one, 3), 20 / (5 - one));
    note("done".to_owned()).await?;
    Ok(two)
}

/// A list that changes, and is read no more.
#[workflow]
pub async fn unread_change(numbers: Vec<i64>, word: String) -> Result<u32, Failure> {
    let mut left = numbers.clone();
    left.swap(0, 1);
    note(word.clone()).await?;
    let mut numbers = numbers;
    numbers.remove(2);
    count(word).await
}

/// A list that changes before the workflow ends.
#[workflow]
pub async fn unread_change_at_the_end(numbers: Vec<i64>, word: String) -> Result<u32, Failure> {
    let mut left = numbers;
    let found = count(word).await?;
    left.insert(2, 7);
    left.remove(0);
    Ok(found)
}

/// A variable that gets another value, and one that gets its last.
#[workflow]
pub async fn unread_value(word: String) -> Result<u32, Failure> {
    let mut share = 1;
    let found = count(word.clone()).await?;
    share = 10 / found;
    let mut other = 20 / (3 - found);
    other = found + 1;
    let last = count(format!("{word}{other}")).await?;
    other = 30 / last;
    share = 40 / (last - found);
    Ok(last)
}

/// On one way only, and on the way around a loop.
#[workflow]
pub async fn unread_on_a_way(n: u32, word: String) -> Result<u32, Failure> {
    let mut seen = 0;
    if n > 2 {
        let _share = 10 / (n - 3);
        note(word.clone()).await?;
        let _other = 10 / (n - 4);
    }
    for turn in 0..n % 3 {
        let found = count(word.clone()).await?;
        seen += 1;
        let _share = 10 / (found + turn);
    }
    match n {
        0 => {
            let _share = 10 / n;
            Ok(seen)
        }
        _ => Ok(seen + 1),
    }
}

/// Parts of what a `match` looks at.
#[workflow]
pub async fn unread_looked_at(word: String) -> Result<u32, Failure> {
    let found = count(word.clone()).await?;
    match (found, 10 / found) {
        (3, _) => note(word.clone()).await?,
        _ => note("other".to_owned()).await?,
    }
    match (found, 10 / (5 - found)) {
        (2, 3) => note(word.clone()).await?,
        (2, _) => {}
        _ => note("more".to_owned()).await?,
    }
    if let (4, _) = (found, 20 / (6 - found)) {
        note(word).await?;
    }
    Ok(found)
}

/// In branches, items and blocks that may fail, and after catchers.
#[workflow]
pub async fn unread_inside(words_: Vec<String>) -> Result<u32, Failure> {
    let all = map(words_.clone(), async |word| {
        let found = count(word).await?;
        let _share = 10 / found;
        Ok(found)
    })
    .await?;
    let first = all.first().copied().unwrap_or(0);
    match risky(words_.join("")).await {
        Ok(found) => {
            let _share = 10 / found;
            Ok(first)
        }
        Err(Trouble::Busy) => {
            let _share = 10 / first;
            Ok(1)
        }
        Err(_) => match async {
            let found = count("x".to_owned()).await?;
            if found > 3 {
                return Err(Failure::new("Many", format!("{}", 10 / (found - 4))));
            }
            Ok(found)
        }
        .await
        {
            Ok(found) => Ok(found),
            Err(_) => Ok(2),
        },
    }
}

#[test]
fn the_end_agrees() {
    prove!(unread_at_the_end(word): count; ).run();
}
#[test]
fn the_start_agrees() {
    prove!(unread_at_the_start(n, word): count; ).run();
}
#[test]
fn a_part_agrees() {
    prove!(unread_part_at_the_start(n, word): count, note; ).run();
}
#[test]
fn a_change_agrees() {
    prove!(unread_change(numbers, word): count, note; seeds = 200).run();
}
#[test]
fn a_change_at_the_end_agrees() {
    prove!(unread_change_at_the_end(numbers, word): count; seeds = 200).run();
}
#[test]
fn a_value_agrees() {
    prove!(unread_value(word): count; seeds = 300).run();
}
#[test]
fn a_way_agrees() {
    prove!(unread_on_a_way(n, word): count, note; seeds = 300).run();
}
#[test]
fn what_is_looked_at_agrees() {
    prove!(unread_looked_at(word): count, note; seeds = 300).run();
}
#[test]
fn inside_agrees() {
    prove!(unread_inside(words_): count, risky; failing = 20, seeds = 300).run();
}

/// The first value of a loop, where nothing reads the last.
#[workflow]
pub async fn unread_turns(n: i32, m: i32, numbers: Vec<u8>, word: String) -> Result<u32, Failure> {
    let mut sum: i32 = n - m;
    for _ in &numbers {
        sum = sum % 50 + 1;
    }
    let found = count(word.clone()).await?;
    let mut left: i64 = i64::from(n) * i64::from(m) * i64::from(n);
    for number in &numbers {
        left = left % 50 + i64::from(*number);
    }
    note(word).await?;
    let mut last: u32 = found - 2;
    for _ in &numbers {
        last = last % 50 + 1;
    }
    Ok(found)
}
#[test]
fn turns_agree() {
    prove!(unread_turns(n, m, numbers, word): count, note; seeds = 300, wild = 20).run();
}
