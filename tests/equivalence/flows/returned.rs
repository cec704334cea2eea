//! Loops of `#[pure]` functions that return from within.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[pure]
fn first_large(of: &[u8], n: u8) -> u32 {
    let mut sum = 0u32;
    for x in of {
        if *x > n {
            return u32::from(*x);
        }
        sum += u32::from(*x);
    }
    sum
}

#[pure]
fn all_there(of: &[Option<u8>], n: u8) -> Option<Vec<u8>> {
    let mut all = vec![];
    for x in of {
        let x = (*x)?;
        match x % 5 {
            0 => return None,
            1 if x > n => return Some(vec![x]),
            _ => {}
        }
        all.push(x);
    }
    if all.is_empty() { None } else { Some(all) }
}

#[pure]
fn checked(x: u8, n: u8) -> Result<u32, String> {
    if x == n { Err(format!("{x}")) } else { Ok(u32::from(x)) }
}

#[pure]
fn grid(rows: &[Vec<u8>], n: u8) -> Result<u32, String> {
    let (mut sum, mut found) = (0u32, 0u32);
    for row in rows {
        if row.len() > 3 {
            continue;
        }
        for x in row {
            checked(*x, n)?;
            sum += checked(x / 2, n)? + 1;
            let Some(half) = x.checked_sub(n) else { return Err("small".to_string()) };
            found += u32::from(half);
        }
        if found > 300 {
            break;
        }
    }
    for row in rows {
        let first = match row.first() {
            Some(first) => *first,
            None => return Ok(sum),
        };
        sum += u32::from(first);
    }
    Ok(sum + found)
}

#[workflow]
pub async fn returned_from_loops(
    of: Vec<u8>,
    some: Vec<Option<u8>>,
    rows: Vec<Vec<u8>>,
    n: u8,
) -> Result<(u32, Option<Vec<u8>>, String), Failure> {
    ping().await?;
    let told = match grid(&rows, n % 20) {
        Ok(sum) => format!("{sum}"),
        Err(why) => why,
    };
    Ok((first_large(&of, n), all_there(&some, n), told))
}

#[test]
fn returned_from_loops_agree() {
    prove!(returned_from_loops(of, some, rows, n): ping; seeds = 400).run();
}

#[pure]
fn cents(of: &str) -> Result<u32, Failure> {
    if of.is_empty() { Err(Failure::new("Empty", "no price")) } else { Ok(of.len() as u32) }
}

/// Failures in loops that wait for nothing, one within the other, by `return` and by `?`.
#[workflow]
pub async fn failing_loops(
    words: Vec<String>,
    rows: Vec<Vec<u8>>,
    n: u8,
) -> Result<(u32, u32), Failure> {
    let (mut sum, mut seen) = (0u32, 0u32);
    for word in &words {
        if word == "b" {
            return Err(Failure::new("Bad", format!("{word} after {seen}")));
        }
        sum += cents(word)?;
        let first = word.chars().next().ok_or(Failure::new("Short", "nothing in it"))?;
        if first == 'c' {
            break;
        }
        seen += 1;
    }
    ping().await?;
    for row in &rows {
        for x in row {
            match x {
                0 => continue,
                x if *x == n => return Err(Failure::new("Same", format!("{n} in {seen}"))),
                _ => seen += 1,
            }
        }
    }
    Ok((sum, seen))
}

#[test]
fn failing_loops_agree() {
    prove!(failing_loops(words, rows, n): ping; words = &["a", "b", "ccc", "dd", ""], seeds = 400)
        .run();
}
