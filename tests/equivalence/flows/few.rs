//! An `Option` as its one item or none; an order of enums by a number.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Size {
    Small,
    Middle,
    Large,
}

#[pure]
fn rank(of: &Size) -> u8 {
    match of {
        Size::Small => 0,
        Size::Middle => 1,
        Size::Large => 2,
    }
}

#[workflow]
pub async fn options_as_items(
    of: Option<u8>,
    all: Vec<Option<u8>>,
    words: Option<Vec<String>>,
) -> Result<(u32, Vec<u8>, Vec<u8>, Vec<String>), Failure> {
    let mut sum = 0u32;
    for x in of.iter() {
        sum += u32::from(*x);
    }
    for x in of.iter().chain(all.iter().flatten()) {
        if *x > 200 {
            break;
        }
        sum += 1;
    }
    let chained: Vec<u8> = all.iter().flatten().copied().chain(of).collect();
    let mut more = vec![1u8];
    more.extend(of);
    for x in of.into_iter().collect::<Vec<_>>() {
        number(i64::from(x)).await?;
    }
    let words = words.into_iter().flatten().map(|word| format!("{word}!")).collect();
    Ok((sum, chained, more, words))
}

#[workflow]
pub async fn ranked(
    sizes: Vec<Size>,
    than: Size,
) -> Result<(Vec<Size>, Option<Size>, bool), Failure> {
    let mut sorted = sizes.clone();
    sorted.sort_by_key(|it| rank(it));
    ping().await?;
    let most = sizes.iter().max_by_key(|it| rank(it)).cloned();
    let all = sizes.iter().all(|it| rank(it) < rank(&than));
    Ok((sorted, most, all))
}

#[test]
fn options_as_items_agree() {
    prove!(options_as_items(of, all, words): number; failing = 3, seeds = 300).run();
}
#[test]
fn ranked_agrees() {
    prove!(ranked(sizes, than): ping; seeds = 200).run();
}

/// Items of items.
#[workflow]
pub async fn items_of_items(grid: Vec<Vec<u8>>, n: u8) -> Result<Vec<Vec<u8>>, Failure> {
    let mut grid = grid;
    if grid.len() > 1 && grid[1].len() > 1 {
        grid[1][1] = n;
        ping().await?;
        grid[1][0] /= 2;
    }
    for i in 0..grid.len() {
        for j in 0..grid[i].len() {
            if grid[i][j] > n {
                grid[i][j] -= n;
            }
        }
    }
    ping().await?;
    Ok(grid)
}

#[test]
fn items_of_items_agree() {
    prove!(items_of_items(grid, n): ping; failing = 2, seeds = 200).run();
}
