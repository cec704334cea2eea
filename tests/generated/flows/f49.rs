//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w245(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| text(item0).await).await {
            Ok(all0) => note(all0.join(",")).await?,
            Err(failure0) => note(failure0.error().to_string()).await?,
        }
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match join!(number(n), text(word.clone())).await {
                Ok((size1, _)) => note(format!("{size1}")).await?,
                Err(failure1) => note(failure1.error().to_string()).await?,
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value2 = {
        if word.len() > 40 {
            let why2 = word.clone();
            return Err(Failure::new(why2.clone(), why2));
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
    agrees!(w245(n, word, names, what));
}

#[workflow]
pub async fn w246(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let (_, pair0) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair0.0, pair0.1)).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let rows1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            let (a1, b1) = join!(text(item1), number(n)).await?;
            Ok((b1, a1))
        }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        both(rows1.len() as i64, word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
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
pub async fn w247(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let all0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            let size0 = number(n).await?;
            if size0 > 4 { return text(item0.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all0.join("-")).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let all1 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item1| number(item1.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
        note(format!("{}", all1.len())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all2 = map((0..2).collect::<Vec<i64>>(), async |item2| Ok(if item2 > 0 { number(item2).await? } else { 2 })).await?;
            note(format!("{}", all2.len())).await?;
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

#[workflow(steps(doubled))]
pub async fn w248(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let twice0 = doubled(word.clone(), n).await?;
        note(format!("{twice0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let Some(word) = maybe(word.clone()).await? else {
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found1 => note(format!("{found1}")).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let least2 = least(n, LIMIT) + least(4, n);
            note(greeting(&word)).await?;
            number(least2).await?;
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
    agrees!(w248(n, word, what));
}

#[workflow]
pub async fn w249(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let value0 = (number(n)).await?;
        let other0 = (number(value0).await?);
        note((format!("{other0}"))).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            ping().await?;
            let sum1 = { let inner1 = n % 7; inner1 * 3 } / 2;
            number(sum1).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        note(uuid()).await?;
        let _unread2 = random();
        let _last2 = now();
        note(format!("{} {}", execution().name(), execution().id())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w249_agrees() {
    agrees!(w249(n, word, names, what));
}
