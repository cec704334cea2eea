//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w230(word: String) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        ping().await?;
        let unit0 = ();
        note("pong".to_string()).await?;
        let _ = unit0;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    if word.len() > 1 {
        let id1 = uuid();
        let name1 = text(id1.clone()).await?;
        note(format!("{id1} {name1}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let (share2, begun2) = (random(), now());
        let asked2 = measure(share2).await?;
        note(format!("{begun2} {}", asked2 > share2)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    return Ok(3);
}
#[test]
fn w230_agrees() {
    agrees!(w230(word));
}

#[workflow]
pub async fn w231(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        let found0 = text(word.clone()).await.ok();
        note(found0.unwrap_or_default()).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let some2 = list(word.clone()).await.unwrap_or(vec![]);
        let more2 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more2}", some2.len())).await?;
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
fn w231_agrees() {
    agrees!(w231(n, word, names));
}

#[workflow]
pub async fn w232(n: i64, word: String, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let (size0, name0) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size0} {name0}")).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let spot1 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count1 = number(spot1.x).await.unwrap_or(held.label.code);
        note(format!("{} {count1}", spot1.y)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let name2 = (text(word.clone()).await).unwrap_or_default();
        let told2 = text(name2).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told2).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w232_agrees() {
    agrees!(w232(n, word, held, here));
}

#[workflow(steps(doubled))]
pub async fn w233(n: i64, word: String, names: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let taken0 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
            note(format!("{taken0}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let shown1 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown1).await?;
    }
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
    doubled("last".to_string(), 2).await
}
#[test]
fn w233_agrees() {
    agrees!(w233(n, word, names, what, held));
}

#[workflow]
pub async fn w234(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        if !text(word.clone()).await.is_ok() {
            note("lost".to_string()).await?;
        }
        if number(n).await.is_err() {
            note("no number".to_string()).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut tries1 = 0;
        while tries1 < 2 && risky(word.clone()).await.is_err() {
            tries1 += 1;
        }
        note(format!("{tries1}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        note(word.clone()).await.ok();
        let _ = number(n).await;
        let sum2 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
        note(format!("{sum2}")).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w234_agrees() {
    agrees!(w234(n, word, names));
}
