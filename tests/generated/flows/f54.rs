//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w270(n: i64, word: String) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        match risky(word.clone()).await {
            Ok(0) | Ok(1) => {
                note("few".to_string()).await?;
            }
            Ok(_) => {
                note("many".to_string()).await?;
            }
            Err(Trouble::Busy | Trouble::Bad { .. }) => {
                note("busy".to_string()).await?;
            }
            Err(other0) => return Err(Failure::from(other0)),
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match risky(word.clone()).await {
            Ok(found1 @ 0) => {
                note(format!("{found1}")).await?;
            }
            Ok((found1)) => {
                note(format!("{found1}!")).await?;
            }
            Err(Trouble::Busy) | Err(Trouble::Closed(_)) => {
                note("busy".to_string()).await?;
            }
            Err(other1) => return Err((Failure::from(other1)).into()),
        }
    }
    let value2 = {
        match slow(n).await {
            Ok(found2) => note(found2).await?,
            Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
            Err(Small::Full(size2, _)) => note(format!("{size2}")).await?,
        }
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
pub async fn w271(n: i64, word: String, names: Vec<String>, what: Kind, here: my_types::Spot) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match slow(n).await {
            Ok(found0) => note(found0).await?,
            Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                note("none".to_string()).await?;
            }
        }
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match spot(here).await {
                Ok(my_types::Spot { x: 0, y: (y1) }) => {
                    note(format!("{y1}")).await?;
                }
                Ok(my_types::Spot { x: x1, .. }) => {
                    note(format!("{x1}")).await?;
                }
                Err(_) => {
                    note("nowhere".to_string()).await?;
                }
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        match both(n, word.clone()).await {
            Ok((0, _)) => {
                note("zero".to_string()).await?;
            }
            Ok((size2, name2)) => {
                note(format!("{size2} {name2}")).await?;
            }
            Err(_) => {
                note("neither".to_string()).await?;
            }
        }
    }
    number(2).await
}
#[test]
fn w271_agrees() {
    agrees!(w271(n, word, names, what, here));
}

#[workflow]
pub async fn w272(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
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
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        if let Ok((size1, _)) = both(n, word.clone()).await {
            note(format!("{size1}")).await?;
        } else {
            note("neither".to_string()).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| text(item2).await).await {
            Ok(all2) => note(all2.join(",")).await?,
            Err(failure2) => note(failure2.error().to_string()).await?,
        }
        Ok(word)
    }).await?;
    return Ok(3);
}
#[test]
fn w272_agrees() {
    agrees!(w272(n, word, names));
}

#[workflow]
pub async fn w273(n: i64, word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        match join!(number(n), text(word.clone())).await {
            Ok((size0, _)) => note(format!("{size0}")).await?,
            Err(failure0) => note(failure0.error().to_string()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
        if word.len() > 40 {
            let why1 = word.clone();
            return Err(Failure::new(why1.clone(), why1));
        }
        note(word.clone()).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let (_, pair2) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair2.0, pair2.1)).await?;
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
    agrees!(w273(n, word));
}

#[workflow]
pub async fn w274(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        let rows0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            let (a0, b0) = join!(text(item0), number(n)).await?;
            Ok((b0, a0))
        }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        both(rows0.len() as i64, word.clone()).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
    }
    let value2 = {
        let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            let size2 = number(n).await?;
            if size2 > 4 { return text(item2.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all2.join("-")).await?;
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
    agrees!(w274(n, word, names));
}
