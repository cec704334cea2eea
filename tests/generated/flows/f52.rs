//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w260(word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        ping().await?;
        let unit0 = ();
        note("pong".to_string()).await?;
        let _ = unit0;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let id1 = uuid();
        let name1 = text(id1.clone()).await?;
        note(format!("{id1} {name1}")).await?;
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let (share2, begun2) = (random(), now());
        let asked2 = measure(share2).await?;
        note(format!("{begun2} {}", asked2 > share2)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w260_agrees() {
    agrees!(w260(word, names));
}

#[workflow(steps(doubled))]
pub async fn w261(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let found0 = text(word.clone()).await.ok();
        note(found0.unwrap_or_default()).await?;
    }
    if word.len() > 1 {
        let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many1}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let some2 = list(word.clone()).await.unwrap_or(vec![]);
        let more2 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more2}", some2.len())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w261_agrees() {
    agrees!(w261(n, word, names));
}

#[workflow]
pub async fn w262(n: i64, word: String, names: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let (size0, name0) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size0} {name0}")).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let spot1 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
            let count1 = number(spot1.x).await.unwrap_or(held.label.code);
            note(format!("{} {count1}", spot1.y)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let name2 = (text(word.clone()).await).unwrap_or_default();
        let told2 = text(name2).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told2).await?;
        Ok(word)
    }).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w262_agrees() {
    agrees!(w262(n, word, names, what, held, here));
}

#[workflow]
pub async fn w263(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let taken0 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken0}")).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let shown1 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown1).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        if note(word.clone()).await.is_ok() {
            note("noted".to_string()).await?;
        } else if number(n).await.is_err() {
            note("neither".to_string()).await?;
        } else {
            note("counted".to_string()).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w263_agrees() {
    agrees!(w263(n, word, names, held));
}

#[workflow]
pub async fn w264(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
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
    let value1 = {
        let mut tries1 = 0;
        while tries1 < 2 && risky(word.clone()).await.is_err() {
            tries1 += 1;
        }
        note(format!("{tries1}")).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        note(word.clone()).await.ok();
        let _ = number(n).await;
        let sum2 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
        note(format!("{sum2}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    number(2).await
}
#[test]
fn w264_agrees() {
    agrees!(w264(n, word, what));
}
