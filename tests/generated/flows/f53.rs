//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w265(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let found0 = text(word.clone()).await.ok();
            note(found0.unwrap_or_default()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many1}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let some2 = list(word.clone()).await.unwrap_or(vec![]);
        let more2 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more2}", some2.len())).await?;
    }
    return Ok(3);
}
#[test]
fn w265_agrees() {
    agrees!(w265(n, word, what));
}

#[workflow]
pub async fn w266(n: i64, word: String, names: Vec<String>, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let (size0, name0) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size0} {name0}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let spot1 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count1 = number(spot1.x).await.unwrap_or(held.label.code);
        note(format!("{} {count1}", spot1.y)).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let name2 = (text(word.clone()).await).unwrap_or_default();
        let told2 = text(name2).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told2).await?;
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
fn w266_agrees() {
    agrees!(w266(n, word, names, held, here));
}

#[workflow]
pub async fn w267(n: i64, word: String, held: Parcel) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let taken0 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
        let shown1 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown1).await?;
    } else {
        note("other".to_string()).await?;
    }
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w267_agrees() {
    agrees!(w267(n, word, held));
}

#[workflow(steps(doubled))]
pub async fn w268(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        if !text(word.clone()).await.is_ok() {
            note("lost".to_string()).await?;
        }
        if number(n).await.is_err() {
            note("no number".to_string()).await?;
        }
    }
    let Some(word) = maybe(word.clone()).await? else {
        let mut tries1 = 0;
        while tries1 < 2 && risky(word.clone()).await.is_err() {
            tries1 += 1;
        }
        note(format!("{tries1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            note(word.clone()).await.ok();
            let _ = number(n).await;
            let sum2 = 1 + number(n).await.ok().map_or(5, |of| of % 9);
            note(format!("{sum2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w268_agrees() {
    agrees!(w268(n, word, what));
}

#[workflow]
pub async fn w269(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    if word.len() > 1 {
        let fine0 = note(word.clone()).await.is_ok();
        if fine0 || check(word.clone()).await? {
            note("fine".to_string()).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        if check(word.clone()).await? && n > 1 {
            note("both".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        let both2 = flag && check(word.clone()).await?;
        let one2 = n > 2 || check(word.clone()).await?;
        note(format!("{both2} {one2}")).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w269_agrees() {
    agrees!(w269(n, flag, word));
}
