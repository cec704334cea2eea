//! Loops over ranges, which count.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

const TURNS: u8 = 2;

/// Both ways, with ends that are computed, that change in the loop, that are negative and beyond each other; left early,
/// in each other.
#[workflow]
pub async fn counting(n: i64, few: u8, names: Vec<String>) -> Result<(i64, Vec<usize>), Failure> {
    let mut sum = 0;
    for at in -2..n % 4 {
        sum += number(at).await? % 9;
    }
    let mut end = 3_u32;
    for turn in 0..end {
        end += 1;
        if turn == 1 {
            continue;
        }
        note(format!("{turn} {end}")).await?;
    }
    'outer: for left in (1..few % 5).rev() {
        for right in 0..TURNS {
            if right == left {
                continue 'outer;
            }
            if left + right > 3 {
                break 'outer;
            }
            sum += number(i64::from(left * 10 + right)).await? % 5;
        }
    }
    let mut seen = vec![];
    for mut index in 0..names.len() {
        note(names[index].clone()).await?;
        index += 1;
        seen.push(index);
    }
    for _ in 1..=2 {
        sum += 1;
        ping().await?;
    }
    for day in (5_i8..9).rev() {
        sum += i64::from(day);
        if check(format!("{day}")).await? {
            return Ok((sum, seen));
        }
    }
    for never in 250..few {
        note(format!("{never}")).await?;
    }
    let all = map(names, async |name| {
        let mut told = name;
        for turn in 0..TURNS {
            told = text(format!("{told} {turn}")).await?;
        }
        Ok(told.len())
    })
    .await?;
    Ok((sum, all))
}

/// A million turns hold no list: the loop is left, or ends at once.
#[workflow]
pub async fn counting_far(n: u32) -> Result<u32, Failure> {
    let mut last = 0;
    for turn in n % 3..10_000_000 {
        last = turn;
        if count(format!("{turn}")).await? > 4 || turn > 4 {
            break;
        }
    }
    for turn in (0..u64::from(n) + 4_000_000_000).rev() {
        if check(format!("{turn}")).await? || turn > 5 {
            break;
        }
    }
    Ok(last)
}

#[test]
fn counted_is_proven() {
    prove!(counting(n, few, names): number, note, ping, check, text; failing = 2, seeds = 300)
        .run();
}
#[test]
fn counted_far_is_proven() {
    prove!(counting_far(n): count, check; failing = 2).run();
}
