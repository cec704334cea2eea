//! Loops with tasks in them: accumulators, labels, breaks, continues, returns.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Accumulators of several types across tasks.
#[workflow]
pub async fn gather(names: Vec<String>) -> Result<(u32, Vec<String>, Option<String>), Failure> {
    let mut total = 0_u32;
    let mut seen = Vec::new();
    let mut longest: Option<String> = None;
    for name in names {
        let found = count(name.clone()).await?;
        if found == 0 {
            continue;
        }
        total += found;
        if longest.is_none() || found > 5 {
            longest = Some(name.clone());
        }
        seen.push(format!("{name}={found}"));
        if total > 30 {
            break;
        }
    }
    Ok((total, seen, longest))
}

/// Loops in loops with labels.
#[workflow]
pub async fn labelled(size: u32) -> Result<Vec<(u32, u32)>, Failure> {
    let mut pairs = vec![];
    let mut row = 0;
    'rows: loop {
        row += 1;
        if row > size % 5 {
            break;
        }
        let mut column = 0;
        'columns: while column < 3 {
            column += 1;
            let found = count(format!("{row}.{column}")).await?;
            match found {
                0 => continue 'rows,
                1 => continue 'columns,
                2 => break 'columns,
                20.. => break 'rows,
                _ => pairs.push((row, column)),
            }
            if check(format!("{found}")).await? {
                continue;
            }
            pairs.push((found, found));
        }
    }
    Ok(pairs)
}

/// The first statement is a loop; it may return from inside.
#[workflow]
pub async fn first_loop(mut left: u32) -> Result<String, Failure> {
    while left > 0 {
        let word = text(format!("{left}")).await?;
        if word == "a" {
            return Ok(word);
        }
        if word == "b" {
            return Err(Failure::new("Bad", format!("at {left}")));
        }
        left = if left > 10 { left / 3 } else { left - 1 };
    }
    Ok("none".to_string())
}

/// Waits between, and a loop whose value is used.
#[workflow]
pub async fn poll(name: String) -> Result<(u32, u32), Failure> {
    let mut tries = 0;
    let found = loop {
        let ready = check(name.clone()).await?;
        tries += 1;
        if ready {
            break count(name.clone()).await?;
        }
        if tries == 4 {
            break 0;
        }
        sleep(Duration::from_secs(u64::from(tries) * 30)).await;
    };
    sleep(Duration::from_secs(5)).await;
    Ok((tries, found))
}

/// A list with its indices, from behind, in steps.
#[workflow]
pub async fn indexed(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut out = vec![];
    for (index, name) in names.clone().into_iter().enumerate() {
        let answer = two(name.clone(), index as i64).await?;
        out.push(answer);
    }
    for name in names.into_iter().rev().take(2) {
        let answer = text(name.clone()).await?;
        out.push(answer);
    }
    for at in (1..=3).rev() {
        note(format!("{at}")).await?;
    }
    let mut at = 0;
    while at < out.len() {
        note(out[at].clone()).await?;
        at += 2;
    }
    Ok(out)
}

#[test]
fn gather_agrees() {
    prove!(gather(names): count; items = 8, failing = 3).run();
}
#[test]
fn labelled_agrees() {
    prove!(labelled(size): count, check; failing = 1).run();
}
#[test]
fn first_loop_agrees() {
    prove!(first_loop(left): text; failing = 3, words = &["a", "b", "c", "d", "e"]).run();
}
#[test]
fn poll_agrees() {
    prove!(poll(name): check, count; failing = 3).run();
}
#[test]
fn indexed_agrees() {
    prove!(indexed(names): two, text, note; failing = 2).run();
}
