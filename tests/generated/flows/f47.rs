//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w235(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let many0 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many0}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let some1 = list(word.clone()).await.unwrap_or(vec![]);
        let more1 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more1}", some1.len())).await?;
    }
    let value2 = {
        let (size2, name2) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size2} {name2}")).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w235_agrees() {
    agrees!(w235(n, word, names));
}

#[workflow]
pub async fn w236(n: i64, word: String, names: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let spot0 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count0 = number(spot0.x).await.unwrap_or(held.label.code);
        note(format!("{} {count0}", spot0.y)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let name1 = (text(word.clone()).await).unwrap_or_default();
            let told1 = text(name1).await.unwrap_or_else(|failure| failure.error().to_string());
            note(told1).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let taken2 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken2}")).await?;
    }
    number(2).await
}
#[test]
fn w236_agrees() {
    agrees!(w236(n, word, names, what, held, here));
}

#[workflow]
pub async fn w237(n: i64, word: String, names: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let shown0 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown0).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if note(word.clone()).await.is_ok() {
                note("noted".to_string()).await?;
            } else if number(n).await.is_err() {
                note("neither".to_string()).await?;
            } else {
                note("counted".to_string()).await?;
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if !text(word.clone()).await.is_ok() {
            note("lost".to_string()).await?;
        }
        if number(n).await.is_err() {
            note("no number".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w237_agrees() {
    agrees!(w237(n, word, names, what, held));
}

#[workflow]
pub async fn w238(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
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
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let fine2 = note(word.clone()).await.is_ok();
        if fine2 || check(word.clone()).await? {
            note("fine".to_string()).await?;
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
pub async fn w239(n: i64, flag: bool, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        if check(word.clone()).await? && n > 1 {
            note("both".to_string()).await?;
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let both1 = flag && check(word.clone()).await?;
        let one1 = n > 2 || check(word.clone()).await?;
        note(format!("{both1} {one1}")).await?;
        Ok(word)
    }).await?;
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w239_agrees() {
    agrees!(w239(n, flag, word, names));
}
