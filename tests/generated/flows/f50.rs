//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w250(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
    }
    if word.len() > 1 {
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    number(2).await
}
#[test]
fn w250_agrees() {
    agrees!(w250(n, word, names));
}

#[workflow]
pub async fn w251(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let first0 = names[0].clone();
        let last0 = names[names.len() - 1].clone();
        note(format!("{first0} {last0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let short1 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
        let some1 = vec![word.clone(); 2];
        note(format!("{short1} {}", some1.len())).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let odd2 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
            let even2 = !flag != odd2;
            note(format!("{odd2} {even2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w251_agrees() {
    agrees!(w251(n, flag, word, names, what));
}

#[workflow]
pub async fn w252(n: i64, word: String, names: Vec<String>, what: Kind, share: f64, ints: Ints) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if word.contains('a') || word.starts_with('\'') {
                note("letter".to_string()).await?;
            }
            let half0 = measure(1.5 + 2f64 * share / 4.0).await?;
            note(format!("{}", half0 >= share)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let part1 = measure(-share - 1e3).await?;
        let whole1 = part1 as i64 / 3;
        if -part1 > share && share != 0.5 {
            number(whole1 % 100).await?;
        }
    }
    if word.len() > 1 {
        let sum2 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all2 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum2 % 1000 + i64::from(all2.0) + i64::from(all2.3)).await?;
        widths(Ints { a: all2.0, b: all2.1, c: all2.2, d: ints.d % 9_u64, e: all2.3, f: all2.4, g: all2.5 }).await?;
    } else {
        note("other".to_string()).await?;
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
fn w252_agrees() {
    agrees!(w252(n, word, names, what, share, ints));
}

#[workflow]
pub async fn w253(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, ints: Ints) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let next0 = widths(ints.clone()).await?;
        let low0 = next0.a.min(9).max(2);
        let total0 = u32::from(low0) + next0.c % 7 + next0.d as u32 % 5_usize as u32;
        match (next0.e, next0.f) {
            (-128, _) | (_, -1) => note("edge".to_string()).await?,
            (0..=9, 2..) => note("small".to_string()).await?,
            _ => note(format!("{total0}")).await?,
        }
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let asked1: i64 = word.parse().unwrap_or(4);
        let kept1 = word.parse::<u8>().ok();
        note(format!("{asked1} {}", kept1.is_some())).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        match (perhaps.as_deref(), n) {
            (Some("a" | "b"), 0..) => note("a".to_string()).await?,
            ((Some(name2)), -1 | LIMIT) => note(name2.to_string()).await?,
            _ => note("none".to_string()).await?,
        }
    }
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w253_agrees() {
    agrees!(w253(n, word, names, perhaps, ints));
}

#[workflow(steps(doubled))]
pub async fn w254(word: String, names: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        match &what {
            &Kind::Empty => note("empty".to_string()).await?,
            Kind::Sized((size0)) => note(format!("{size0}")).await?,
            Kind::Named { name: name0, .. } => note(name0.clone()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut total1 = 0;
        for (at1, item1) in names.clone().into_iter().enumerate().take(2) {
            total1 += at1 + item1.len();
            note(item1.clone()).await?;
        }
        note(format!("{total1}")).await?;
    }
    let value2 = {
        let mut sum2 = 0;
        for (name2, size2) in sizes.clone() {
            sum2 += size2 % 9;
            note(name2).await?;
        }
        number(sum2).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w254_agrees() {
    agrees!(w254(word, names, what, sizes));
}
