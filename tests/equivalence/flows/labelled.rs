//! Loops without a call that leave loops around them.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

/// From a loop within one with a call, in an arm, by two words, to two loops, with items that change.
#[workflow]
pub async fn leaves_others(rows: Vec<Vec<u8>>, stop: u8) -> Result<(u32, Vec<Vec<u8>>), Failure> {
    let (mut sum, mut rows) = (0u32, rows);
    'round: for round in 0..3u8 {
        'row: for row in rows.clone() {
            for cell in &row {
                match cell {
                    0 => continue 'row,
                    n if *n == stop => continue 'round,
                    n if *n > 250 => break 'round,
                    n => sum += u32::from(*n),
                }
            }
            note(format!("{round} {sum}")).await?;
        }
        sum += 1;
        for row in rows.iter_mut() {
            row.push(round);
            if row.len() > 4 {
                row.clear();
                continue 'round;
            }
        }
        sum += 1000;
    }
    Ok((sum, rows))
}

/// Loops of which none has a call, by three; and the label of the loop itself.
#[workflow]
pub async fn leaves_three(rows: Vec<Vec<u8>>, stop: u8) -> Result<(Vec<u8>, u32), Failure> {
    let (mut found, mut seen) = (vec![], 0u32);
    ping().await?;
    'all: for row in &rows {
        'cells: for (at, cell) in row.iter().enumerate() {
            'bits: for bit in 0..4u8 {
                seen += 1;
                if *cell == bit {
                    found.push(bit);
                    continue 'all;
                }
                if *cell == stop && bit == 2 {
                    break 'all;
                }
                if usize::from(bit) > at {
                    continue 'cells;
                }
                if bit == 1 {
                    continue 'bits;
                }
            }
            found.push(*cell);
        }
        seen += 100;
    }
    Ok((found, seen + u32::from(first_twice(&rows))))
}

/// In a pure function, with a value that is returned from within.
#[pure]
fn first_twice(rows: &[Vec<u8>]) -> u8 {
    let mut known: Vec<u8> = vec![];
    'rows: for row in rows {
        for cell in row {
            if known.contains(cell) {
                if *cell > 9 {
                    continue 'rows;
                }
                return *cell;
            }
            known.push(*cell);
        }
    }
    known.len() as u8
}

/// Out of a block, and in the branches of `join!`.
#[workflow]
pub async fn leaves_blocks(words: Vec<String>, stop: String) -> Result<(u32, String), Failure> {
    let mut longest = 0u32;
    let mut first = String::new();
    'looked: {
        for word in &words {
            longest = longest.max(word.len() as u32);
            if *word == stop {
                first = word.clone();
                break 'looked;
            }
        }
        note(format!("none of {longest}")).await?;
    }
    let (a, b) = join!(
        async {
            let mut seen = 0u32;
            'outer: for (at, word) in words.iter().enumerate() {
                for other in words.iter().skip(at + 1) {
                    if word == other {
                        continue 'outer;
                    }
                }
                seen += 1;
            }
            count(seen.to_string()).await
        },
        count(stop)
    )
    .await?;
    Ok((longest / 2 + a / 2 + b / 4, first))
}

/// Over the values of a map, whose keys are texts, by several ways.
#[pure]
fn stocked(of: &BTreeMap<String, Vec<u8>>, stop: u8) -> BTreeMap<String, Vec<u8>> {
    let (mut all, mut last) = (of.clone(), 0);
    'kinds: for list in all.values_mut() {
        for count in list.iter_mut() {
            if *count == stop {
                continue 'kinds;
            }
            if *count == 7 {
                break 'kinds;
            }
            last = *count / 2;
            *count = last;
        }
        list.push(4);
        if list.len() > 3 {
            break;
        }
    }
    all.insert("last".to_owned(), vec![last]);
    all
}

#[workflow]
pub async fn stocks(
    of: BTreeMap<String, Vec<u8>>,
    stop: u8,
) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    ping().await?;
    Ok(stocked(&of, stop))
}

#[test]
fn loops_over_values_leave_others() {
    prove!(stocks(of, stop): ping; items = 4, words = &["", "a", "bc"], seeds = 300).run();
}

#[test]
fn loops_leave_others() {
    prove!(leaves_others(rows, stop): note; items = 3, seeds = 400).run();
    prove!(leaves_three(rows, stop): ping; items = 3, seeds = 400).run();
    prove!(leaves_blocks(words, stop): note, count; items = 4, words = &["", "a", "bc"], seeds = 300)
        .run();
}
