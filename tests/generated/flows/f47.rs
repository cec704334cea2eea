//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w235(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let taken0 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken0}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let shown1 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown1).await?;
    }
    let value2 = {
        if note(word.clone()).await.is_ok() {
            note("noted".to_string()).await?;
        } else if number(n).await.is_err() {
            note("neither".to_string()).await?;
        } else {
            note("counted".to_string()).await?;
        }
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w235_agrees() {
    agrees!(w235(n, word, names, held));
}

#[workflow]
pub async fn w236(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        if !text(word.clone()).await.is_ok() {
            note("lost".to_string()).await?;
        }
        if number(n).await.is_err() {
            note("no number".to_string()).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let mut tries1 = 0;
            while tries1 < 2 && risky(word.clone()).await.is_err() {
                tries1 += 1;
            }
            note(format!("{tries1}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        note(word.clone()).await.ok();
        let _ = number(n).await;
        let sum2 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
        note(format!("{sum2}")).await?;
    }
    number(2).await
}
#[test]
fn w236_agrees() {
    agrees!(w236(n, word, names, what));
}

#[workflow]
pub async fn w237(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let fine0 = note(word.clone()).await.is_ok();
        if fine0 || check(word.clone()).await? {
            note("fine".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if check(word.clone()).await? && n > 1 {
                note("both".to_string()).await?;
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let both2 = flag && check(word.clone()).await?;
        let one2 = n > 2 || check(word.clone()).await?;
        note(format!("{both2} {one2}")).await?;
    }
    return Ok(3);
}
#[test]
fn w237_agrees() {
    agrees!(w237(n, flag, word, names, what));
}

#[workflow]
pub async fn w238(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
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
            Err(other0) => return Err(Failure::from(other0)),
        }
    }
    if word.len() > 1 {
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
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match slow(n).await {
            Ok(found2) => note(found2).await?,
            Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
            Err(Small::Full(size2, _)) => note(format!("{size2}")).await?,
        }
        Ok(word)
    }).await?;
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w238_agrees() {
    agrees!(w238(n, word, names));
}

#[workflow]
pub async fn w239(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    let value0 = {
        match slow(n).await {
            Ok(found0) => note(found0).await?,
            Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
                note("none".to_string()).await?;
            }
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
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
        Ok(word)
    }).await?;
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w239_agrees() {
    agrees!(w239(n, word, names, here));
}
