//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w240(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if let Err(failure0) = number(n).await {
            note(failure0.error().to_string()).await?;
        }
        if let Ok(0) = number(n).await {
            note("zero".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if let Ok((size1, _)) = both(n, word.clone()).await {
            note(format!("{size1}")).await?;
        } else {
            note("neither".to_string()).await?;
        }
    }
    if word.len() > 1 {
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| text(item2).await).await {
            Ok(all2) => note(all2.join(",")).await?,
            Err(failure2) => note(failure2.error().to_string()).await?,
        }
    } else {
        note("other".to_string()).await?;
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w240_agrees() {
    agrees!(w240(n, word, names));
}

#[workflow]
pub async fn w241(n: i64, word: String) -> Result<i64, Failure> {
    let value0 = {
        match join!(number(n), text(word.clone())).await {
            Ok((size0, _)) => note(format!("{size0}")).await?,
            Err(failure0) => note(failure0.error().to_string()).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        if word.len() > 40 {
            let why1 = word.clone();
            return Err(Failure::new(why1.clone(), why1));
        }
        note(word.clone()).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let (_, pair2) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair2.0, pair2.1)).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w241_agrees() {
    agrees!(w241(n, word));
}

#[workflow]
pub async fn w242(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let rows0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            let (a0, b0) = join!(text(item0), number(n)).await?;
            Ok((b0, a0))
        }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        both(rows0.len() as i64, word.clone()).await?;
    }
    let value1 = {
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            let size2 = number(n).await?;
            if size2 > 4 { return text(item2.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all2.join("-")).await?;
    }
    Ok(1)
}
#[test]
fn w242_agrees() {
    agrees!(w242(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w243(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all0 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item0| number(item0.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
            note(format!("{}", all0.len())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let all1 = map((0..2).collect::<Vec<i64>>(), async |item1| Ok(if item1 > 0 { number(item1).await? } else { 2 })).await?;
        note(format!("{}", all1.len())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let twice2 = doubled(word.clone(), n).await?;
        note(format!("{twice2}")).await?;
        Ok(word)
    }).await?;
    number(2).await
}
#[test]
fn w243_agrees() {
    agrees!(w243(n, word, names, what));
}

#[workflow(steps(doubled))]
pub async fn w244(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match doubled(word.clone(), n).await? {
                0 => note("nothing".to_string()).await?,
                found0 => note(format!("{found0}")).await?,
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    if word.len() > 1 {
        let least1 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least1).await?;
    } else {
        note("other".to_string()).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let value2 = (number(n)).await?;
        let other2 = (number(value2).await?);
        note((format!("{other2}"))).await?;
    }
    return Ok(3);
}
#[test]
fn w244_agrees() {
    agrees!(w244(n, word, names, what));
}
