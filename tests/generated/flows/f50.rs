//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w250(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        for item0 in (names.clone()) {
            note(item0).await?;
        }
        for ((at0, item0)) in names.clone().into_iter().enumerate().take(2) {
            note(format!("{at0} {item0}")).await?;
        }
    }
    if word.len() > 1 {
        match risky(word.clone()).await {
            Ok(few1 @ (0 | 1)) => {
                number(few1).await?;
            }
            Ok(_) => {
                note("many".to_string()).await?;
            }
            Err(_) => {
                note("other".to_string()).await?;
            }
        }
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        if let Ok(my_types::Spot { x: 0, y: y2 }) = spot(here).await {
            note(format!("{y2}")).await?;
        }
        if let Ok(size2 @ 1..=9) = number(n).await {
            note(format!("{size2}")).await?;
        }
        if let Ok((0)) = number(n).await {
            note("zero".to_string()).await?;
        }
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    number(2).await
}
#[test]
fn w250_agrees() {
    agrees!(w250(n, word, names, here));
}

#[workflow]
pub async fn w251(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let some0 = {
            let inner0 = text(word.clone()).await?;
            vec![inner0]
        };
        let code = n % 7;
        let label0 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label0.text, label0.code, some0.len())).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let (size1, mark1, half1) = (names.len(), 'a', 0.5);
        let (long1, sign1) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked1 = measure(half1 + sign1).await?;
        note(format!("{size1} {mark1} {long1} {}", asked1 > half1)).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let (left2, right2) = join!(number(n), async {
                let inner2 = text(word.clone()).await?;
                Ok(inner2.len() as i64)
            }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
            number(left2 % 9 + right2).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w251_agrees() {
    agrees!(w251(n, word, names, what));
}

#[workflow]
pub async fn w252(n: i64, word: String, names: Vec<String>, what: Kind, share: f64) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let done0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
                note(item0).await?;
                Ok(())
            }).await?;
            note(format!("{}", done0.len())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match join!(async {
            note("ends".to_string()).await?;
            return Err(Failure::new("Stop", word.clone()));
        }, number(n)).await {
            Ok((never1, size1)) => {
                let told1 = text(never1).await?;
                note(format!("{told1} {size1}")).await?;
            }
            Err(failure1) => note(failure1.cause().to_string()).await?,
        }
    }
    if word.len() > 1 {
        let large2 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large2 <= share {
            note("less".to_string()).await?;
        }
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
    agrees!(w252(n, word, names, what, share));
}

#[workflow]
pub async fn w253(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size0 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size0}")).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            match number(item1.len() as i64).await {
                Ok(size1) => Ok(size1),
                Err(failure1) => Err(failure1),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all1.len() as i64).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let sum2 = pair(n % 3, number(2).await?).await?;
        let more2 = pair(n, number(sum2 % 5).await?).await?;
        note(format!("{}", more2 % 9)).await?;
    }
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w253_agrees() {
    agrees!(w253(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w254(word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure0 @ _) => note(Failure::from(failure0).error().to_string()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let some1 = {
            let inner1 = text(word.clone()).await?;
            vec! { inner1 }
        };
        let told1 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told1} {}", some1.len())).await?;
    }
    let value2 = {
        let first2 = list(word.clone()).await?[0].clone();
        let next2 = list(first2.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first2} {}", next2 % 9)).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w254_agrees() {
    agrees!(w254(word));
}
