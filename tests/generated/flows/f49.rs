//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w245(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let all0 = map((0..2).collect::<Vec<i64>>(), async |item0| Ok(if item0 > 0 { number(item0).await? } else { 2 })).await?;
        note(format!("{}", all0.len())).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let twice1 = doubled(word.clone(), n).await?;
            note(format!("{twice1}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value2 = {
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found2 => note(format!("{found2}")).await?,
        }
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
pub async fn w246(n: i64, word: String) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let least0 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least0).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let value1 = (number(n)).await?;
        let other1 = (number(value1).await?);
        note((format!("{other1}"))).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        ping().await?;
        let sum2 = { let inner2 = n % 7; inner2 * 3 } / 2;
        number(sum2).await?;
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
    agrees!(w246(n, word));
}

#[workflow(steps(doubled))]
pub async fn w247(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        note(uuid()).await?;
        let _unread0 = random();
        let _last0 = now();
        note(format!("{} {}", execution().name(), execution().id())).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            sleep_until(execution().start_time()).await;
            sleep_until("1970-01-02T00:00:00Z").await;
            note(word.clone()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w247_agrees() {
    agrees!(w247(n, word, names, what));
}

#[workflow]
pub async fn w248(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let first1 = names[0].clone();
        let last1 = names[names.len() - 1].clone();
        note(format!("{first1} {last1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let short2 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
            let some2 = vec![word.clone(); 2];
            note(format!("{short2} {}", some2.len())).await?;
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
    agrees!(w248(n, word, names, what));
}

#[workflow]
pub async fn w249(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, share: f64) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let odd0 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
        let even0 = !flag != odd0;
        note(format!("{odd0} {even0}")).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if word.contains('a') || word.starts_with('\'') {
                note("letter".to_string()).await?;
            }
            let half1 = measure(1.5 + 2f64 * share / 4.0).await?;
            note(format!("{}", half1 >= share)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let part2 = measure(-share - 1e3).await?;
        let whole2 = part2 as i64 / 3;
        if -part2 > share && share != 0.5 {
            number(whole2 % 100).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w249_agrees() {
    agrees!(w249(n, flag, word, names, what, share));
}
