//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w275(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match both(n, word.clone()).await {
                Ok((0, _)) => {
                    note("zero".to_string()).await?;
                }
                Ok((size0, name0)) => {
                    note(format!("{size0} {name0}")).await?;
                }
                Err(_) => {
                    note("neither".to_string()).await?;
                }
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let Some(word) = maybe(word.clone()).await? else {
        if let Err(failure1) = number(n).await {
            note(failure1.error().to_string()).await?;
        }
        if let Ok(0) = number(n).await {
            note("zero".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if let Ok((size2, _)) = both(n, word.clone()).await {
                note(format!("{size2}")).await?;
            } else {
                note("neither".to_string()).await?;
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w275_agrees() {
    agrees!(w275(n, word, what));
}

#[workflow]
pub async fn w276(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| text(item0).await).await {
            Ok(all0) => note(all0.join(",")).await?,
            Err(failure0) => note(failure0.error().to_string()).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match join!(number(n), text(word.clone())).await {
            Ok((size1, _)) => note(format!("{size1}")).await?,
            Err(failure1) => note(failure1.error().to_string()).await?,
        }
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        if word.len() > 40 {
            let why2 = word.clone();
            return Err(Failure::new(why2.clone(), why2));
        }
        note(word.clone()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w276_agrees() {
    agrees!(w276(n, word, names));
}

#[workflow]
pub async fn w277(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let (_, pair0) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
        note(format!("{} {}", pair0.0, pair0.1)).await?;
    }
    if word.len() > 1 {
        let rows1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            let (a1, b1) = join!(text(item1), number(n)).await?;
            Ok((b1, a1))
        }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        both(rows1.len() as i64, word.clone()).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w277_agrees() {
    agrees!(w277(n, word, names));
}

#[workflow]
pub async fn w278(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let all0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            let size0 = number(n).await?;
            if size0 > 4 { return text(item0.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all0.join("-")).await?;
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let all1 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item1| number(item1.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
        note(format!("{}", all1.len())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let all2 = map((0..2).collect::<Vec<i64>>(), async |item2| Ok(if item2 > 0 { number(item2).await? } else { 2 })).await?;
        note(format!("{}", all2.len())).await?;
    }
    number(2).await
}
#[test]
fn w278_agrees() {
    agrees!(w278(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w279(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        let twice0 = doubled(word.clone(), n).await?;
        note(format!("{twice0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found1 => note(format!("{found1}")).await?,
        }
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let least2 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least2).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    return Ok(3);
}
#[test]
fn w279_agrees() {
    agrees!(w279(n, word, names));
}
