use workflow::prelude::*;

#[pure]
fn in_a_closure(list: &[Option<u32>]) -> Option<Vec<u32>> {
    Some(list.iter().map(|it| it.as_ref()? + 1).collect())
}

#[pure]
fn behind_an_and(n: u32, found: Option<bool>) -> Option<bool> {
    Some(n > 1 && found?)
}

#[pure]
fn with_much_behind_each(a: u32, b: u32, c: u32) -> u32 {
    let mut sum = 0;
    match a {
        0 => sum += 1,
        1 if b > 2 => return 7,
        _ => sum += 3,
    }
    match b {
        0 => sum += 1,
        1 if c > 2 => return 8,
        _ => sum += 3,
    }
    match c {
        0 => sum += 1,
        1 if a > 2 => return 9,
        _ => sum += 3,
    }
    if a > b {
        if b > c {
            return sum;
        }
        sum += 1;
    }
    sum += a / 2 + b / 3 + c / 4;
    sum += a.max(b) + b.min(c) + c.max(a);
    sum
}

fn main() {}
