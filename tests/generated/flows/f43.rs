//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w215(n: i64, flag: bool, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    let short0 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
    let some0 = vec![word.clone(); 2];
    note(format!("{short0} {}", some0.len())).await?;
    let odd1 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
    let even1 = !flag != odd1;
    note(format!("{odd1} {even1}")).await?;
    if word.contains('a') || word.starts_with('\'') {
        note("letter".to_string()).await?;
    }
    let half2 = measure(1.5 + 2f64 * share / 4.0).await?;
    note(format!("{}", half2 >= share)).await?;
    number(2).await
}
#[test]
fn w215_agrees() {
    agrees!(w215(n, flag, word, names, share));
}

#[workflow]
pub async fn w216(share: f64, ints: Ints) -> Result<i64, Failure> {
    let part0 = measure(-share - 1e3).await?;
    let whole0 = part0 as i64 / 3;
    if -part0 > share && share != 0.5 {
        number(whole0 % 100).await?;
    }
    let sum1 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
    let all1 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
    number(sum1 % 1000 + i64::from(all1.0) + i64::from(all1.3)).await?;
    widths(Ints { a: all1.0, b: all1.1, c: all1.2, d: ints.d % 9_u64, e: all1.3, f: all1.4, g: all1.5 }).await?;
    let next2 = widths(ints.clone()).await?;
    let low2 = next2.a.min(9).max(2);
    let total2 = u32::from(low2) + next2.c % 7 + next2.d as u32 % 5_usize as u32;
    match (next2.e, next2.f) {
        (-128, _) | (_, -1) => note("edge".to_string()).await?,
        (0..=9, 2..) => note("small".to_string()).await?,
        _ => note(format!("{total2}")).await?,
    }
    return Ok(3);
}
#[test]
fn w216_agrees() {
    agrees!(w216(share, ints));
}

#[workflow]
pub async fn w217(n: i64, word: String, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let asked0: i64 = word.parse().unwrap_or(4);
    let kept0 = word.parse::<u8>().ok();
    note(format!("{asked0} {}", kept0.is_some())).await?;
    match (perhaps.as_deref(), n) {
        (Some("a" | "b"), 0..) => note("a".to_string()).await?,
        ((Some(name1)), -1 | LIMIT) => note(name1.to_string()).await?,
        _ => note("none".to_string()).await?,
    }
    match &what {
        &Kind::Empty => note("empty".to_string()).await?,
        Kind::Sized((size2)) => note(format!("{size2}")).await?,
        Kind::Named { name: name2, .. } => note(name2.clone()).await?,
    }
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w217_agrees() {
    agrees!(w217(n, word, perhaps, what));
}

#[workflow]
pub async fn w218(n: i64, flag: bool, names: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let mut total0 = 0;
    for (at0, item0) in names.clone().into_iter().enumerate().take(2) {
        total0 += at0 + item0.len();
        note(item0.clone()).await?;
    }
    note(format!("{total0}")).await?;
    let mut sum1 = 0;
    for (name1, size1) in sizes.clone() {
        sum1 += size1 % 9;
        note(name1).await?;
    }
    number(sum1).await?;
    let mut value2 = n % 10;
    value2 *= 3;
    value2 -= 1;
    value2 /= 2;
    value2 %= 5;
    let mut said2 = flag;
    said2 |= value2 > 2;
    said2 &= value2 < 9;
    said2 ^= flag;
    note(format!("{value2} {said2}")).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w218_agrees() {
    agrees!(w218(n, flag, names, sizes));
}

#[workflow(steps(doubled))]
pub async fn w219(n: i64, flag: bool, word: String, held: Parcel) -> Result<i64, Failure> {
    let held0 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
    let Parcel { label: Label { text: text0, .. }, lines: (lines0), .. } = parcel(held0).await?;
    note(format!("{text0} {}", lines0.len())).await?;
    let way1 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
    let size1 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
    note(format!("{way1} {size1}")).await?;
    let word2 = loop {
        let asked2 = text(word.clone()).await?;
        if asked2.len() < 9 { break asked2; }
        break 'a'.to_string();
    };
    note(word2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w219_agrees() {
    agrees!(w219(n, flag, word, held));
}
