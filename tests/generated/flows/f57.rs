//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w285(n: i64, word: String) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let least0 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least0).await?;
    }
    let value1 = {
        let value1 = (number(n)).await?;
        let other1 = (number(value1).await?);
        note((format!("{other1}"))).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        ping().await?;
        let sum2 = { let inner2 = n % 7; inner2 * 3 } / 2;
        number(sum2).await?;
    }
    number(2).await
}
#[test]
fn w285_agrees() {
    agrees!(w285(n, word));
}

#[workflow]
pub async fn w286(word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        note(uuid()).await?;
        let _unread0 = random();
        let _last0 = now();
        note(format!("{} {}", execution().name(), execution().id())).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    return Ok(3);
}
#[test]
fn w286_agrees() {
    agrees!(w286(word, names));
}

#[workflow]
pub async fn w287(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let first1 = names[0].clone();
        let last1 = names[names.len() - 1].clone();
        note(format!("{first1} {last1}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let short2 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
        let some2 = vec![word.clone(); 2];
        note(format!("{short2} {}", some2.len())).await?;
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
fn w287_agrees() {
    agrees!(w287(n, word, names));
}

#[workflow]
pub async fn w288(n: i64, flag: bool, word: String, share: f64) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let odd0 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
        let even0 = !flag != odd0;
        note(format!("{odd0} {even0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        if word.contains('a') || word.starts_with('\'') {
            note("letter".to_string()).await?;
        }
        let half1 = measure(1.5 + 2f64 * share / 4.0).await?;
        note(format!("{}", half1 >= share)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let value2 = {
        let part2 = measure(-share - 1e3).await?;
        let whole2 = part2 as i64 / 3;
        if -part2 > share && share != 0.5 {
            number(whole2 % 100).await?;
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
fn w288_agrees() {
    agrees!(w288(n, flag, word, share));
}

#[workflow(steps(doubled))]
pub async fn w289(word: String, names: Vec<String>, ints: Ints) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let sum0 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all0 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum0 % 1000 + i64::from(all0.0) + i64::from(all0.3)).await?;
        widths(Ints { a: all0.0, b: all0.1, c: all0.2, d: ints.d % 9_u64, e: all0.3, f: all0.4, g: all0.5 }).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let next1 = widths(ints.clone()).await?;
        let low1 = next1.a.min(9).max(2);
        let total1 = u32::from(low1) + next1.c % 7 + next1.d as u32 % 5_usize as u32;
        match (next1.e, next1.f) {
            (-128, _) | (_, -1) => note("edge".to_string()).await?,
            (0..=9, 2..) => note("small".to_string()).await?,
            _ => note(format!("{total1}")).await?,
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let asked2: i64 = word.parse().unwrap_or(4);
        let kept2 = word.parse::<u8>().ok();
        note(format!("{asked2} {}", kept2.is_some())).await?;
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w289_agrees() {
    agrees!(w289(word, names, ints));
}
