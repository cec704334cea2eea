//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w265(n: i64, word: String, what: Kind, here: my_types::Spot) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match slow(n).await {
                Ok(found0) => note(found0).await?,
                Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                    note("none".to_string()).await?;
                }
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
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
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
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
    return Ok(3);
}
#[test]
fn w265_agrees() {
    agrees!(w265(n, word, what, here));
}

#[workflow]
pub async fn w266(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        if let Err(failure0) = number(n).await {
            note(failure0.error().to_string()).await?;
        }
        if let Ok(0) = number(n).await {
            note("zero".to_string()).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        if let Ok((size1, _)) = both(n, word.clone()).await {
            note(format!("{size1}")).await?;
        } else {
            note("neither".to_string()).await?;
        }
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| text(item2).await).await {
            Ok(all2) => note(all2.join(",")).await?,
            Err(failure2) => note(failure2.error().to_string()).await?,
        }
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
fn w266_agrees() {
    agrees!(w266(n, word, names));
}

#[workflow]
pub async fn w267(n: i64, word: String) -> Result<i64, Failure> {
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
    let Some(word) = maybe(word.clone()).await? else {
        let (_, pair2) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair2.0, pair2.1)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w267_agrees() {
    agrees!(w267(n, word));
}

#[workflow(steps(doubled))]
pub async fn w268(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
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
    let Some(word) = maybe(word.clone()).await? else {
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
                let size2 = number(n).await?;
                if size2 > 4 { return text(item2.clone()).await; }
                text(word.clone()).await
            }).distributed().tolerated_failure_count(1).await?;
            note(all2.join("-")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w268_agrees() {
    agrees!(w268(n, word, names, what));
}

#[workflow(steps(doubled))]
pub async fn w269(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        let all0 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item0| number(item0.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
        note(format!("{}", all0.len())).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let all1 = map((0..2).collect::<Vec<i64>>(), async |item1| Ok(if item1 > 0 { number(item1).await? } else { 2 })).await?;
        note(format!("{}", all1.len())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        let twice2 = doubled(word.clone(), n).await?;
        note(format!("{twice2}")).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w269_agrees() {
    agrees!(w269(n, word, names));
}
