//! Operators of `bool`s that evaluate both sides.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[pure]
fn either(a: u8, b: u8) -> bool {
    (100 / a > 3) | (100 / b > 3)
}

/// In loops, in items of a list, as statements and values: the right side may fail, whatever the left one is.
#[workflow]
pub async fn both_sides(
    of: Vec<u8>,
    a: u8,
    b: u8,
) -> Result<(bool, bool, bool, Vec<bool>, bool), Failure> {
    let (mut any, mut all, mut odd, mut marks) = (false, true, a > 9, vec![false, true]);
    for x in &of {
        any |= *x > 100;
        all &= *x < 200;
        odd ^= x % 2 == 1;
        marks[0] |= 100 / (x % 4 + a) > 20;
    }
    ping().await?;
    any |= 100 / b > 3;
    marks[1] &= any;
    Ok((any, all, odd, marks, either(a, b % 3) & any))
}

#[test]
fn both_sides_agree() {
    prove!(both_sides(of, a, b): ping; seeds = 400).run();
}
