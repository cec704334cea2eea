//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w275(n: i64, word: String, what: Kind, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let spot0 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
            let count0 = number(spot0.x).await.unwrap_or(held.label.code);
            note(format!("{} {count0}", spot0.y)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let Some(word) = maybe(word.clone()).await? else {
        let name1 = (text(word.clone()).await).unwrap_or_default();
        let told1 = text(name1).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told1).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let taken2 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
            note(format!("{taken2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w275_agrees() {
    agrees!(w275(n, word, what, held, here));
}

#[workflow]
pub async fn w276(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let value0 = {
        let shown0 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown0).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        if note(word.clone()).await.is_ok() {
            note("noted".to_string()).await?;
        } else if number(n).await.is_err() {
            note("neither".to_string()).await?;
        } else {
            note("counted".to_string()).await?;
        }
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        if !text(word.clone()).await.is_ok() {
            note("lost".to_string()).await?;
        }
        if number(n).await.is_err() {
            note("no number".to_string()).await?;
        }
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
    agrees!(w276(n, word, names, held));
}

#[workflow]
pub async fn w277(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut tries0 = 0;
        while tries0 < 2 && risky(word.clone()).await.is_err() {
            tries0 += 1;
        }
        note(format!("{tries0}")).await?;
    }
    if word.len() > 1 {
        note(word.clone()).await.ok();
        let _ = number(n).await;
        let sum1 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
        note(format!("{sum1}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let fine2 = note(word.clone()).await.is_ok();
        if fine2 || check(word.clone()).await? {
            note("fine".to_string()).await?;
        }
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
pub async fn w278(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        if check(word.clone()).await? && n > 1 {
            note("both".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let both1 = flag && check(word.clone()).await?;
        let one1 = n > 2 || check(word.clone()).await?;
        note(format!("{both1} {one1}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
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
            Err(other2) => return Err(Failure::from(other2)),
        }
    }
    number(2).await
}
#[test]
fn w278_agrees() {
    agrees!(w278(n, flag, word));
}

#[workflow]
pub async fn w279(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
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
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match slow(n).await {
            Ok(found1) => note(found1).await?,
            Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
            Err(Small::Full(size1, _)) => note(format!("{size1}")).await?,
        }
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        match slow(n).await {
            Ok(found2) => note(found2).await?,
            Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                note("none".to_string()).await?;
            }
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    return Ok(3);
}
#[test]
fn w279_agrees() {
    agrees!(w279(n, word, names));
}
