//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w205(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    let fine0 = note(word.clone()).await.is_ok();
    if fine0 || check(word.clone()).await? {
        note("fine".to_string()).await?;
    }
    if check(word.clone()).await? && n > 1 {
        note("both".to_string()).await?;
    }
    let both2 = flag && check(word.clone()).await?;
    let one2 = n > 2 || check(word.clone()).await?;
    note(format!("{both2} {one2}")).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w205_agrees() {
    agrees!(w205(n, flag, word));
}

#[workflow]
pub async fn w206(n: i64, word: String) -> Result<i64, Failure> {
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
    match slow(n).await {
        Ok(found2) => note(found2).await?,
        Err((Small::Late)) | (Err(Small::Empty)) => note("late".to_string()).await?,
        Err(Small::Full(size2, _)) => note(format!("{size2}")).await?,
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w206_agrees() {
    agrees!(w206(n, word));
}

#[workflow]
pub async fn w207(n: i64, word: String, here: my_types::Spot) -> Result<i64, Failure> {
    match slow(n).await {
        Ok(found0) => note(found0).await?,
        Err(Small::Late | Small::Empty) | Err(Small::Full(..)) => {
            note("none".to_string()).await?;
        }
    }
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
    Ok(1)
}
#[test]
fn w207_agrees() {
    agrees!(w207(n, word, here));
}

#[workflow]
pub async fn w208(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if let Err(failure0) = number(n).await {
        note(failure0.error().to_string()).await?;
    }
    if let Ok(0) = number(n).await {
        note("zero".to_string()).await?;
    }
    if let Ok((size1, _)) = both(n, word.clone()).await {
        note(format!("{size1}")).await?;
    } else {
        note("neither".to_string()).await?;
    }
    match map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| text(item2).await).await {
        Ok(all2) => note(all2.join(",")).await?,
        Err(failure2) => note(failure2.error().to_string()).await?,
    }
    number(2).await
}
#[test]
fn w208_agrees() {
    agrees!(w208(n, word, names));
}

#[workflow]
pub async fn w209(n: i64, word: String) -> Result<i64, Failure> {
    match join!(number(n), text(word.clone())).await {
        Ok((size0, _)) => note(format!("{size0}")).await?,
        Err(failure0) => note(failure0.error().to_string()).await?,
    }
    if word.len() > 40 {
        let why1 = word.clone();
        return Err(Failure::new(why1.clone(), why1));
    }
    note(word.clone()).await?;
    let (_, pair2) = join!(note(word.clone()), join!(number(n), text(word.clone()))).await?;
    note(format!("{} {}", pair2.0, pair2.1)).await?;
    return Ok(3);
}
#[test]
fn w209_agrees() {
    agrees!(w209(n, word));
}
