//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w245(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
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
    let value2 = {
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
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
fn w245_agrees() {
    agrees!(w245(n, word, what));
}

#[workflow]
pub async fn w246(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let first2 = names[0].clone();
        let last2 = names[names.len() - 1].clone();
        note(format!("{first2} {last2}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w246_agrees() {
    agrees!(w246(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w247(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, share: f64) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let short0 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
        let some0 = vec![word.clone(); 2];
        note(format!("{short0} {}", some0.len())).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let odd1 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
        let even1 = !flag != odd1;
        note(format!("{odd1} {even1}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if word.contains('a') || word.starts_with('\'') {
                note("letter".to_string()).await?;
            }
            let half2 = measure(1.5 + 2f64 * share / 4.0).await?;
            note(format!("{}", half2 >= share)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w247_agrees() {
    agrees!(w247(n, flag, word, names, what, share));
}

#[workflow]
pub async fn w248(n: i64, word: String, what: Kind, share: f64, ints: Ints) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let part0 = measure(-share - 1e3).await?;
        let whole0 = part0 as i64 / 3;
        if -part0 > share && share != 0.5 {
            number(whole0 % 100).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let sum1 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all1 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum1 % 1000 + i64::from(all1.0) + i64::from(all1.3)).await?;
        widths(Ints { a: all1.0, b: all1.1, c: all1.2, d: ints.d % 9_u64, e: all1.3, f: all1.4, g: all1.5 }).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let next2 = widths(ints.clone()).await?;
            let low2 = next2.a.min(9).max(2);
            let total2 = u32::from(low2) + next2.c % 7 + next2.d as u32 % 5_usize as u32;
            match (next2.e, next2.f) {
                (-128, _) | (_, -1) => note("edge".to_string()).await?,
                (0..=9, 2..) => note("small".to_string()).await?,
                _ => note(format!("{total2}")).await?,
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w248_agrees() {
    agrees!(w248(n, word, what, share, ints));
}

#[workflow]
pub async fn w249(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let asked0: i64 = word.parse().unwrap_or(4);
        let kept0 = word.parse::<u8>().ok();
        note(format!("{asked0} {}", kept0.is_some())).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match (perhaps.as_deref(), n) {
                (Some("a" | "b"), 0..) => note("a".to_string()).await?,
                ((Some(name1)), -1 | LIMIT) => note(name1.to_string()).await?,
                _ => note("none".to_string()).await?,
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        match &what {
            &Kind::Empty => note("empty".to_string()).await?,
            Kind::Sized((size2)) => note(format!("{size2}")).await?,
            Kind::Named { name: name2, .. } => note(name2.clone()).await?,
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w249_agrees() {
    agrees!(w249(n, word, names, perhaps, what));
}
