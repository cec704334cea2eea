//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w270(n: i64, word: String, held: Parcel) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let name0 = (text(word.clone()).await).unwrap_or_default();
        let told0 = text(name0).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told0).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let taken1 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken1}")).await?;
    }
    let value2 = {
        let shown2 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown2).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w270_agrees() {
    agrees!(w270(n, word, held));
}

#[workflow]
pub async fn w271(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if note(word.clone()).await.is_ok() {
            note("noted".to_string()).await?;
        } else if number(n).await.is_err() {
            note("neither".to_string()).await?;
        } else {
            note("counted".to_string()).await?;
        }
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if !text(word.clone()).await.is_ok() {
                note("lost".to_string()).await?;
            }
            if number(n).await.is_err() {
                note("no number".to_string()).await?;
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
        let mut tries2 = 0;
        while tries2 < 2 && risky(word.clone()).await.is_err() {
            tries2 += 1;
        }
        note(format!("{tries2}")).await?;
    }
    number(2).await
}
#[test]
fn w271_agrees() {
    agrees!(w271(n, word, names, what));
}

#[workflow]
pub async fn w272(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        note(word.clone()).await.ok();
        let _ = number(n).await;
        let sum0 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
        note(format!("{sum0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let fine1 = note(word.clone()).await.is_ok();
        if fine1 || check(word.clone()).await? {
            note("fine".to_string()).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        if check(word.clone()).await? && n > 1 {
            note("both".to_string()).await?;
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
pub async fn w273(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let both0 = flag && check(word.clone()).await?;
        let one0 = n > 2 || check(word.clone()).await?;
        note(format!("{both0} {one0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
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
            Err(other1) => return Err(Failure::from(other1)),
        }
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        match risky(word.clone()).await {
            Ok(found2 @ 0) => {
                note(format!("{found2}")).await?;
            }
            Ok((found2)) => {
                note(format!("{found2}!")).await?;
            }
            Err(Trouble::Busy) | Err(Trouble::Closed(_)) => {
                note("busy".to_string()).await?;
            }
            Err(other2) => return Err((Failure::from(other2)).into()),
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
fn w273_agrees() {
    agrees!(w273(n, flag, word));
}

#[workflow]
pub async fn w274(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    let value0 = {
        match slow(n).await {
            Ok(found0) => note(found0).await?,
            Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
            Err(Small::Full(size0, _)) => note(format!("{size0}")).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match slow(n).await {
            Ok(found1) => note(found1).await?,
            Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                note("none".to_string()).await?;
            }
        }
    }
    let value2 = {
        match spot(here).await {
            Ok(my_types::Spot { x: 0, y: (y2) }) => {
                note(format!("{y2}")).await?;
            }
            Ok(my_types::Spot { x: x2, .. }) => {
                note(format!("{x2}")).await?;
            }
            Err(_) => {
                note("nowhere".to_string()).await?;
            }
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
fn w274_agrees() {
    agrees!(w274(n, word, names, here));
}
