//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w270(n: i64, word: String) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found0 => note(format!("{found0}")).await?,
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let least1 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least1).await?;
    }
    let value2 = {
        let value2 = (number(n)).await?;
        let other2 = (number(value2).await?);
        note((format!("{other2}"))).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w270_agrees() {
    agrees!(w270(n, word));
}

#[workflow]
pub async fn w271(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        ping().await?;
        let sum0 = { let inner0 = n % 7; inner0 * 3 } / 2;
        number(sum0).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            note(uuid()).await?;
            let _unread1 = random();
            let _last1 = now();
            note(format!("{} {}", execution().name(), execution().id())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
    }
    number(2).await
}
#[test]
fn w271_agrees() {
    agrees!(w271(n, word, names, what));
}

#[workflow]
pub async fn w272(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let first2 = names[0].clone();
        let last2 = names[names.len() - 1].clone();
        note(format!("{first2} {last2}")).await?;
        Ok(word)
    }).await?;
    return Ok(3);
}
#[test]
fn w272_agrees() {
    agrees!(w272(n, word, names));
}

#[workflow]
pub async fn w273(n: i64, flag: bool, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let short0 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
        let some0 = vec![word.clone(); 2];
        note(format!("{short0} {}", some0.len())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
        let odd1 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
        let even1 = !flag != odd1;
        note(format!("{odd1} {even1}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        if word.contains('a') || word.starts_with('\'') {
            note("letter".to_string()).await?;
        }
        let half2 = measure(1.5 + 2f64 * share / 4.0).await?;
        note(format!("{}", half2 >= share)).await?;
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
fn w273_agrees() {
    agrees!(w273(n, flag, word, names, share));
}

#[workflow]
pub async fn w274(word: String, names: Vec<String>, share: f64, ints: Ints) -> Result<i64, Failure> {
    let value0 = {
        let part0 = measure(-share - 1e3).await?;
        let whole0 = part0 as i64 / 3;
        if -part0 > share && share != 0.5 {
            number(whole0 % 100).await?;
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let sum1 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all1 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum1 % 1000 + i64::from(all1.0) + i64::from(all1.3)).await?;
        widths(Ints { a: all1.0, b: all1.1, c: all1.2, d: ints.d % 9_u64, e: all1.3, f: all1.4, g: all1.5 }).await?;
    }
    let value2 = {
        let next2 = widths(ints.clone()).await?;
        let low2 = next2.a.min(9).max(2);
        let total2 = u32::from(low2) + next2.c % 7 + next2.d as u32 % 5_usize as u32;
        match (next2.e, next2.f) {
            (-128, _) | (_, -1) => note("edge".to_string()).await?,
            (0..=9, 2..) => note("small".to_string()).await?,
            _ => note(format!("{total2}")).await?,
        }
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
fn w274_agrees() {
    agrees!(w274(word, names, share, ints));
}
