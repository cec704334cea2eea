//! Arithmetic at the limits: in arguments, conditions, assignments, outputs.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Numbers {
    pub small: i32,
    pub unsigned: u32,
    pub big: i64,
    pub byte: u8,
    pub float: f64,
}

/// Overflows of every width.
#[workflow]
pub async fn limits(n: Numbers) -> Result<(i32, u32, i64, u8, f64), Failure> {
    let small = n.small + 1;
    let found = number(n.big * 2).await?;
    let unsigned = n.unsigned - 1;
    if n.byte + 200 > 250 {
        note(format!("{}", n.byte)).await?;
    }
    let mut big = found;
    big -= n.big;
    big *= 3;
    let byte = n.byte * 2;
    let float = measure(n.float * 2.0).await? + f64::from(small);
    Ok((small * 1000, unsigned, -big, byte, float / 4.0))
}

/// Division and remainders of both signs, and by zero.
#[workflow]
pub async fn divided(a: i64, b: i64) -> Result<Vec<i64>, Failure> {
    let whole = a / b;
    let rest = a % b;
    let asked = number(whole).await?;
    let mut all = vec![whole, rest, a.div_euclid(b), a.rem_euclid(b)];
    if asked / 2 == whole / 2 || a % 3 == rest {
        all.push(asked / -2);
    }
    if b != 0 && a / b > 1 {
        all.push((a - b) / b);
    }
    let found = measure(a as f64 / 4.0).await?;
    all.push(found as i64);
    Ok(all)
}

/// Conversions and methods.
#[workflow]
pub async fn converted(n: Numbers) -> Result<(u8, i32, i64, f64, u32), Failure> {
    let byte = n.big as u8;
    let small = n.float as i32;
    let found = number(i64::from(n.small).abs() + i64::from(n.byte)).await?;
    let clamped = found.clamp(-100, 100).max(i64::from(n.small)).min(1_000);
    let float = measure(n.float.floor() + n.float.round() - n.float.trunc()).await?;
    let base: u32 = 3;
    note(format!("{}", base.pow(n.unsigned % 24))).await?;
    let power = 2_u32.pow(n.unsigned % 40);
    Ok((byte, small, clamped.signum() * found, float.abs().sqrt(), power))
}

/// Checked and saturating arithmetic.
#[workflow]
pub async fn checked(a: u32, b: u32) -> Result<(Option<u32>, u32, u32), Failure> {
    let sum = a.checked_add(b);
    let less = a.saturating_sub(b);
    let found = count(format!("{less}")).await?;
    let product = match sum.and_then(|sum| sum.checked_mul(found)) {
        Some(product) => product,
        None => {
            note("too much".to_string()).await?;
            0
        }
    };
    let back = a.checked_sub(b).unwrap_or(found).abs_diff(less);
    Ok((sum, product, back.saturating_add(1)))
}

/// A fault inside an item, a branch, a condition of a loop.
#[workflow]
pub async fn faults(list: Vec<i32>, by: i32) -> Result<i32, Failure> {
    let mut total = 0;
    let parts = map(list.clone(), async |n| {
        let found = number(i64::from(n / by)).await?;
        Ok(found)
    })
    .await?;
    let mut at = 0;
    while total < 1000 / by && at < parts.len() {
        let (a, b) = join!(number(parts[at]), async {
            let found = count(format!("{at}")).await?;
            Ok(100 / (found as i32 - 2))
        },)
        .await?;
        total += a as i32 + b;
        at += 1;
    }
    Ok(list[at] + total)
}

#[test]
fn limits_agree() {
    prove!(limits(n): number, note, measure; wild = 15, failing = 2, seeds = 300).run();
}
#[test]
fn divided_agrees() {
    prove!(divided(a, b): number, measure; wild = 10, failing = 2, seeds = 300).run();
}
#[test]
fn converted_agrees() {
    prove!(converted(n): number, measure, note; wild = 15, failing = 2, seeds = 300).run();
}
#[test]
fn checked_agrees() {
    prove!(checked(a, b): count, note; wild = 15, failing = 2).run();
}
#[test]
fn faults_agree() {
    prove!(faults(list, by): number, count; failing = 2).run();
}
