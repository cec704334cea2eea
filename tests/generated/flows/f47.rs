//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w235(n: i64, word: String, perhaps: Option<String>, what: Kind, wide: u64, wides: Vec<u64>) -> Result<i64, Failure> {
    match asked(word.clone()).await {
        Ok(found0) => {
            number(found0 % 9).await?;
        }
        Err(failure0) => match failure0.decode::<Trouble>() {
            Ok(Trouble::Bad { code: 0..=9, .. } | Trouble::Busy) => {
                note("small".to_string()).await?;
            }
            Ok(Trouble::Bad { why: said0, .. } | Trouble::Closed(said0)) => {
                note(said0).await?;
            }
            Ok(_) => {
                note("more".to_string()).await?;
            }
            Err(other0) => {
                note(other0.error().to_string()).await?;
            }
        },
    }
    let side1 = match &what {
        Kind::Sized(side1) | Kind::Named { size: side1, .. } => *side1 % 9,
        Kind::Empty => 0,
    };
    match what.clone() {
        Kind::Sized(size1) | Kind::Named { size: size1, .. } if size1 > 2 => {
            number(size1 % 9).await?;
        }
        _ => {
            note("little".to_string()).await?;
        }
    }
    match (perhaps.clone(), n) {
        (Some(name1), 0..=3) | (Some(name1), 7) => note(name1).await?,
        (None, size1) | (Some(_), size1) => note(format!("{size1} {side1}")).await?,
    }
    let least2 = wide.min(7) + wides.iter().min().copied().unwrap_or(3).min(9);
    let most2 = wides.iter().max().copied();
    let mut some2 = wides.clone();
    some2.sort();
    some2.dedup();
    let found2 = some2.contains(&wide) || most2 == Some(wide);
    if wide > 5 && found2 {
        note("wide".to_string()).await?;
    }
    number((least2 % 9) as i64 + some2.len() as i64).await?;
    Ok(1)
}
#[test]
fn w235_agrees() {
    agrees!(w235(n, word, perhaps, what, wide, wides));
}

#[workflow]
pub async fn w236(n: i64, what: Kind, wides: Vec<u64>) -> Result<i64, Failure> {
    let near0 = n.clamp(-5, 9) + std::cmp::max(n, 2).min(50);
    let best0 = wides.iter().enumerate().max_by_key(|(_, of)| **of).map_or(0, |(at, _)| at);
    let order0 = if wides.first() == wides.last() && n <= 5 { 1 } else { 2 };
    pair(near0, best0 as i64 + order0).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        ping().await?;
        let unit1 = ();
        note("pong".to_string()).await?;
        let _ = unit1;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let id2 = uuid();
            let name2 = text(id2.clone()).await?;
            note(format!("{id2} {name2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    number(2).await
}
#[test]
fn w236_agrees() {
    agrees!(w236(n, what, wides));
}

#[workflow]
pub async fn w237(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let (share0, begun0) = (random(), now());
        let asked0 = measure(share0).await?;
        note(format!("{begun0} {}", asked0 > share0)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let found1 = text(word.clone()).await.ok();
            note(found1.unwrap_or_default()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let many2 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many2}")).await?;
    }
    return Ok(3);
}
#[test]
fn w237_agrees() {
    agrees!(w237(n, word, names, what));
}

#[workflow]
pub async fn w238(n: i64, word: String, names: Vec<String>, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let some0 = list(word.clone()).await.unwrap_or(vec![]);
        let more0 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more0}", some0.len())).await?;
    }
    if word.len() > 1 {
        let (size1, name1) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size1} {name1}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let spot2 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count2 = number(spot2.x).await.unwrap_or(held.label.code);
        note(format!("{} {count2}", spot2.y)).await?;
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
    agrees!(w238(n, word, names, held, here));
}

#[workflow]
pub async fn w239(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let value0 = {
        let name0 = (text(word.clone()).await).unwrap_or_default();
        let told0 = text(name0).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told0).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let taken1 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken1}")).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let shown2 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown2).await?;
    }
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w239_agrees() {
    agrees!(w239(n, word, names, held));
}
