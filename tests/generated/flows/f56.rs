//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w280(n: i64) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let value0 = (number(n)).await?;
        let other0 = (number(value0).await?);
        note((format!("{other0}"))).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        ping().await?;
        let sum1 = { let inner1 = n % 7; inner1 * 3 } / 2;
        number(sum1).await?;
    }
    let value2 = {
        note(uuid()).await?;
        let _unread2 = random();
        let _last2 = now();
        note(format!("{} {}", execution().name(), execution().id())).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w280_agrees() {
    agrees!(w280(n));
}

#[workflow]
pub async fn w281(n: i64, word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w281_agrees() {
    agrees!(w281(n, word));
}

#[workflow(steps(doubled))]
pub async fn w282(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let first0 = names[0].clone();
        let last0 = names[names.len() - 1].clone();
        note(format!("{first0} {last0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value1 = {
        let short1 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
        let some1 = vec![word.clone(); 2];
        note(format!("{short1} {}", some1.len())).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
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
    doubled("last".to_string(), 2).await
}
#[test]
fn w282_agrees() {
    agrees!(w282(n, flag, word, names, what));
}

#[workflow]
pub async fn w283(word: String, names: Vec<String>, share: f64, ints: Ints) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        if word.contains('a') || word.starts_with('\'') {
            note("letter".to_string()).await?;
        }
        let half0 = measure(1.5 + 2f64 * share / 4.0).await?;
        note(format!("{}", half0 >= share)).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let part1 = measure(-share - 1e3).await?;
        let whole1 = part1 as i64 / 3;
        if -part1 > share && share != 0.5 {
            number(whole1 % 100).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    if word.len() > 1 {
        let sum2 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all2 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum2 % 1000 + i64::from(all2.0) + i64::from(all2.3)).await?;
        widths(Ints { a: all2.0, b: all2.1, c: all2.2, d: ints.d % 9_u64, e: all2.3, f: all2.4, g: all2.5 }).await?;
    } else {
        note("other".to_string()).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w283_agrees() {
    agrees!(w283(word, names, share, ints));
}

#[workflow]
pub async fn w284(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, ints: Ints) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let next0 = widths(ints.clone()).await?;
        let low0 = next0.a.min(9).max(2);
        let total0 = u32::from(low0) + next0.c % 7 + next0.d as u32 % 5_usize as u32;
        match (next0.e, next0.f) {
            (-128, _) | (_, -1) => note("edge".to_string()).await?,
            (0..=9, 2..) => note("small".to_string()).await?,
            _ => note(format!("{total0}")).await?,
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let asked1: i64 = word.parse().unwrap_or(4);
        let kept1 = word.parse::<u8>().ok();
        note(format!("{asked1} {}", kept1.is_some())).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match (perhaps.as_deref(), n) {
            (Some("a" | "b"), 0..) => note("a".to_string()).await?,
            ((Some(name2)), -1 | LIMIT) => note(name2.to_string()).await?,
            _ => note("none".to_string()).await?,
        }
    }
    Ok(1)
}
#[test]
fn w284_agrees() {
    agrees!(w284(n, word, names, perhaps, ints));
}
