//! Integers whose type only what is around them tells: `fold(0, |sum, n| sum.checked_add(n)..)`.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// A literal inside of an option, and one that a closure makes.
#[workflow]
pub async fn folds_some(xs: Vec<u8>) -> Result<(Option<u8>, u8), Failure> {
    let all: Option<u8> = xs.iter().fold(Some(0), |acc, x| acc.and_then(|a| a.checked_add(*x)));
    let other = xs.iter().fold(Some(1), |acc, x| match acc {
        Some(a) => x.checked_mul(a),
        None => None,
    });
    let third: u8 = xs.iter().map(|x| 250.max(*x)).fold(7, |a, b| if a > b { a } else { b });
    ping().await?;
    Ok((all.or(other), third))
}

/// Literals in lists, and a closure with `?`.
#[workflow]
pub async fn inferred_lists(xs: Vec<u8>, n: u8) -> Result<(Option<u8>, Option<u8>, u8), Failure> {
    let b: Option<u8> = [250, 3].iter().map(|y| n.checked_add(*y)).fold(None, |a, b| a.or(b));
    let c: Option<u8> = xs.iter().fold(Some(0), |a: Option<u8>, x| a?.checked_add(*x));
    let d: u8 = xs.iter().fold(0, |a, x| a.checked_add(*x).unwrap_or(9));
    ping().await?;
    Ok((b, c, d))
}

/// Values that wrap and end at a limit.
#[workflow]
pub async fn wraps(xs: Vec<u8>, n: u8) -> Result<(u8, u8, i16), Failure> {
    let a = xs.iter().fold(n, |a, x| a.wrapping_add(*x));
    let b: u8 = xs.iter().fold(0, |a, x| x.wrapping_add(a));
    let c: i16 = xs.iter().fold(0, |a, x| i16::from(*x).saturating_sub(a).saturating_mul(300));
    ping().await?;
    Ok((a, b, c))
}

/// Integers beyond 2^53 against literals.
#[workflow]
pub async fn widest(xs: Vec<u64>, n: u64) -> Result<(u64, u64, Option<u64>, bool), Failure> {
    let a = xs.iter().fold(0, |a, x| if *x > a { *x } else { a });
    let b = xs.iter().fold(0, |a, x| a.max(*x));
    let c = xs.iter().fold(None, |a, x| if a == Some(*x) { a } else { Some(*x) });
    let d = [0, 1].iter().any(|z| *z == n);
    ping().await?;
    Ok((a, b, c, d))
}

/// The same in variables of a loop.
#[workflow]
pub async fn widest_late(xs: Vec<u64>, n: u64) -> Result<(u64, bool, u32), Failure> {
    let mut best = 0;
    let mut same = 0;
    for x in &xs {
        if best == *x {
            same += 1;
        }
        if best < *x {
            best = *x;
        }
    }
    let mut pair = (0, 1);
    for x in xs {
        pair = (pair.1, x);
    }
    ping().await?;
    let eq = pair.0 == pair.1;
    let t = match n {
        0 => 1,
        m if m == best => 2,
        _ => 3,
    };
    Ok((best, eq, same + t))
}

/// Signed ones, whose limits are not alike.
#[workflow]
pub async fn signs(xs: Vec<i8>, n: i8) -> Result<(i8, i8, i8, Option<i8>), Failure> {
    let a = xs
        .iter()
        .fold(0, |a: i8, x| if *x < 0 { a.saturating_sub(1) } else { x.saturating_add(a) });
    let b = xs.iter().fold(1, |a, x| (*x).wrapping_sub(a));
    let c: i8 = xs.iter().fold(3, |a, x| -(if *x > a { 0 } else { a }));
    let d = xs.iter().map(|x| x.checked_rem(n)).fold(None, |a, b| b.or(a));
    ping().await?;
    Ok((a, b, c, d))
}
#[test]
fn integers_have_the_type_that_rust_infers() {
    prove!(folds_some(xs): ping; items = 5, seeds = 300).run();
    prove!(inferred_lists(xs, n): ping; items = 5, seeds = 300).run();
    prove!(wraps(xs, n): ping; items = 5, seeds = 300).run();
    prove!(widest(xs, n): ping; items = 5, wide = true, seeds = 300).run();
    prove!(widest_late(xs, n): ping; items = 5, wide = true, seeds = 300).run();
    prove!(signs(xs, n): ping; items = 5, seeds = 300).run();
}
