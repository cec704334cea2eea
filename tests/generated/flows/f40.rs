//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w200() -> Result<i64, Failure> {
    ping().await?;
    let unit0 = ();
    note("pong".to_string()).await?;
    let _ = unit0;
    let id1 = uuid();
    let name1 = text(id1.clone()).await?;
    note(format!("{id1} {name1}")).await?;
    let (share2, begun2) = (random(), now());
    let asked2 = measure(share2).await?;
    note(format!("{begun2} {}", asked2 > share2)).await?;
    Ok(1)
}
#[test]
fn w200_agrees() {
    agrees!(w200());
}

#[workflow]
pub async fn w201(n: i64, word: String) -> Result<i64, Failure> {
    let found0 = text(word.clone()).await.ok();
    note(found0.unwrap_or_default()).await?;
    let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
    note(format!("{many1}")).await?;
    let some2 = list(word.clone()).await.unwrap_or(vec![]);
    let more2 = text(word.clone()).await.unwrap_or(String::new());
    note(format!("{} {more2}", some2.len())).await?;
    number(2).await
}
#[test]
fn w201_agrees() {
    agrees!(w201(n, word));
}

#[workflow]
pub async fn w202(n: i64, word: String, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    let (size0, name0) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
    note(format!("{size0} {name0}")).await?;
    let spot1 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
    let count1 = number(spot1.x).await.unwrap_or(held.label.code);
    note(format!("{} {count1}", spot1.y)).await?;
    let name2 = (text(word.clone()).await).unwrap_or_default();
    let told2 = text(name2).await.unwrap_or_else(|failure| failure.error().to_string());
    note(told2).await?;
    return Ok(3);
}
#[test]
fn w202_agrees() {
    agrees!(w202(n, word, held, here));
}

#[workflow]
pub async fn w203(n: i64, word: String, held: Parcel) -> Result<i64, Failure> {
    let taken0 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
    note(format!("{taken0}")).await?;
    let shown1 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
    note(shown1).await?;
    if note(word.clone()).await.is_ok() {
        note("noted".to_string()).await?;
    } else if number(n).await.is_err() {
        note("neither".to_string()).await?;
    } else {
        note("counted".to_string()).await?;
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
fn w203_agrees() {
    agrees!(w203(n, word, held));
}

#[workflow]
pub async fn w204(n: i64, word: String) -> Result<i64, Failure> {
    if !text(word.clone()).await.is_ok() {
        note("lost".to_string()).await?;
    }
    if number(n).await.is_err() {
        note("no number".to_string()).await?;
    }
    let mut tries1 = 0;
    while tries1 < 2 && risky(word.clone()).await.is_err() {
        tries1 += 1;
    }
    note(format!("{tries1}")).await?;
    note(word.clone()).await.ok();
    let _ = number(n).await;
    let sum2 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
    note(format!("{sum2}")).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w204_agrees() {
    agrees!(w204(n, word));
}
