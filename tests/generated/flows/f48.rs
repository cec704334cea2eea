//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w240(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        match risky(word.clone()).await {
            Ok(found0 @ 0) => {
                note(format!("{found0}")).await?;
            }
            Ok((found0)) => {
                note(format!("{found0}!")).await?;
            }
            Err(Trouble::Busy) | Err(Trouble::Closed(_)) => {
                note("busy".to_string()).await?;
            }
            Err(other0) => return Err((Failure::from(other0)).into()),
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match slow(n).await {
            Ok(found1) => note(found1).await?,
            Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
            Err(Small::Full(size1, _)) => note(format!("{size1}")).await?,
        }
    }
    if word.len() > 1 {
        match slow(n).await {
            Ok(found2) => note(found2).await?,
            Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                note("none".to_string()).await?;
            }
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
pub async fn w241(n: i64, word: String, here: my_types::Spot) -> Result<i64, Failure> {
    let value0 = {
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
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
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
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        if let Err(failure2) = number(n).await {
            note(failure2.error().to_string()).await?;
        }
        if let Ok(0) = number(n).await {
            note("zero".to_string()).await?;
        }
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w241_agrees() {
    agrees!(w241(n, word, here));
}

#[workflow]
pub async fn w242(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        if let Ok((size0, _)) = both(n, word.clone()).await {
            note(format!("{size0}")).await?;
        } else {
            note("neither".to_string()).await?;
        }
    }
    let value1 = {
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| text(item1).await).await {
            Ok(all1) => note(all1.join(",")).await?,
            Err(failure1) => note(failure1.error().to_string()).await?,
        }
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match join!(number(n), text(word.clone())).await {
            Ok((size2, _)) => note(format!("{size2}")).await?,
            Err(failure2) => note(failure2.error().to_string()).await?,
        }
    }
    Ok(1)
}
#[test]
fn w242_agrees() {
    agrees!(w242(n, word, names));
}

#[workflow]
pub async fn w243(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if word.len() > 40 {
                let why0 = word.clone();
                return Err(Failure::new(why0.clone(), why0));
            }
            note(word.clone()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let (_, pair1) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair1.0, pair1.1)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let rows2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            let (a2, b2) = join!(text(item2), number(n)).await?;
            Ok((b2, a2))
        }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        both(rows2.len() as i64, word.clone()).await?;
        Ok(word)
    }).await?;
    number(2).await
}
#[test]
fn w243_agrees() {
    agrees!(w243(n, word, names, what));
}

#[workflow]
pub async fn w244(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
            let _ = join!(note(word.clone()), number(n)).await;
            note("after".to_string()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    if word.len() > 1 {
        let all1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            let size1 = number(n).await?;
            if size1 > 4 { return text(item1.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all1.join("-")).await?;
    } else {
        note("other".to_string()).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let all2 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item2| number(item2.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
        note(format!("{}", all2.len())).await?;
    }
    return Ok(3);
}
#[test]
fn w244_agrees() {
    agrees!(w244(n, word, names, what));
}
