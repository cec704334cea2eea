//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w280(n: i64, word: String, here: my_types::Spot) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        match spot(here).await {
            Ok(my_types::Spot { x: 0, y: (y0) }) => {
                note(format!("{y0}")).await?;
            }
            Ok(my_types::Spot { x: x0, .. }) => {
                note(format!("{x0}")).await?;
            }
            Err(_) => {
                note("nowhere".to_string()).await?;
            }
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match both(n, word.clone()).await {
            Ok((0, _)) => {
                note("zero".to_string()).await?;
            }
            Ok((size1, name1)) => {
                note(format!("{size1} {name1}")).await?;
            }
            Err(_) => {
                note("neither".to_string()).await?;
            }
        }
    }
    let value2 = {
        if let Err(failure2) = number(n).await {
            note(failure2.error().to_string()).await?;
        }
        if let Ok(0) = number(n).await {
            note("zero".to_string()).await?;
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
fn w280_agrees() {
    agrees!(w280(n, word, here));
}

#[workflow]
pub async fn w281(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if let Ok((size0, _)) = both(n, word.clone()).await {
            note(format!("{size0}")).await?;
        } else {
            note("neither".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| text(item1).await).await {
            Ok(all1) => note(all1.join(",")).await?,
            Err(failure1) => note(failure1.error().to_string()).await?,
        }
    }
    let value2 = {
        match join!(number(n), text(word.clone())).await {
            Ok((size2, _)) => note(format!("{size2}")).await?,
            Err(failure2) => note(failure2.error().to_string()).await?,
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
fn w281_agrees() {
    agrees!(w281(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w282(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if word.len() > 40 {
            let why0 = word.clone();
            return Err(Failure::new(why0.clone(), why0));
        }
        note(word.clone()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value1 = {
        let (_, pair1) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair1.0, pair1.1)).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let rows2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
                let (a2, b2) = join!(text(item2), number(n)).await?;
                Ok((b2, a2))
            }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
            both(rows2.len() as i64, word.clone()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w282_agrees() {
    agrees!(w282(n, word, names, what));
}

#[workflow]
pub async fn w283(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let all1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            let size1 = number(n).await?;
            if size1 > 4 { return text(item1.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all1.join("-")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    if word.len() > 1 {
        let all2 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item2| number(item2.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
        note(format!("{}", all2.len())).await?;
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
    agrees!(w283(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w284(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let all0 = map((0..2).collect::<Vec<i64>>(), async |item0| Ok(if item0 > 0 { number(item0).await? } else { 2 })).await?;
        note(format!("{}", all0.len())).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let twice1 = doubled(word.clone(), n).await?;
        note(format!("{twice1}")).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found2 => note(format!("{found2}")).await?,
        }
    }
    Ok(1)
}
#[test]
fn w284_agrees() {
    agrees!(w284(n, word, names));
}
