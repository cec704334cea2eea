//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w240(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if note(word.clone()).await.is_ok() {
            note("noted".to_string()).await?;
        } else if number(n).await.is_err() {
            note("neither".to_string()).await?;
        } else {
            note("counted".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if !text(word.clone()).await.is_ok() {
            note("lost".to_string()).await?;
        }
        if number(n).await.is_err() {
            note("no number".to_string()).await?;
        }
    }
    if word.len() > 1 {
        let mut tries2 = 0;
        while tries2 < 2 && risky(word.clone()).await.is_err() {
            tries2 += 1;
        }
        note(format!("{tries2}")).await?;
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
        note(word.clone()).await.ok();
        let _ = number(n).await;
        let sum0 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
        note(format!("{sum0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let fine1 = note(word.clone()).await.is_ok();
        if fine1 || check(word.clone()).await? {
            note("fine".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        if check(word.clone()).await? && n > 1 {
            note("both".to_string()).await?;
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
    agrees!(w241(n, word));
}

#[workflow]
pub async fn w242(n: i64, flag: bool, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let both0 = flag && check(word.clone()).await?;
        let one0 = n > 2 || check(word.clone()).await?;
        note(format!("{both0} {one0}")).await?;
    }
    let value1 = {
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
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    }
    Ok(1)
}
#[test]
fn w242_agrees() {
    agrees!(w242(n, flag, word, names));
}

#[workflow]
pub async fn w243(n: i64, word: String, names: Vec<String>, what: Kind, here: my_types::Spot) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match slow(n).await {
                Ok(found0) => note(found0).await?,
                Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
                Err(Small::Full(size0, _)) => note(format!("{size0}")).await?,
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        match slow(n).await {
            Ok(found1) => note(found1).await?,
            Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                note("none".to_string()).await?;
            }
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
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
        Ok(word)
    }).await?;
    number(2).await
}
#[test]
fn w243_agrees() {
    agrees!(w243(n, word, names, what, here));
}

#[workflow]
pub async fn w244(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
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
    if word.len() > 1 {
        if let Err(failure1) = number(n).await {
            note(failure1.error().to_string()).await?;
        }
        if let Ok(0) = number(n).await {
            note("zero".to_string()).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if let Ok((size2, _)) = both(n, word.clone()).await {
            note(format!("{size2}")).await?;
        } else {
            note("neither".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w244_agrees() {
    agrees!(w244(n, word, names, what));
}
