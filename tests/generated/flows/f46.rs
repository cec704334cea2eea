//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w230(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let told0 = match async {
        let size0 = number(n).await?;
        if size0 > 5 { return Err(Failure::new("Large", word.clone())); }
        note(word.clone()).await?;
        slow(size0).await.map_err(|_| Failure::new("Slow", ""))
    }.await {
        Ok(told0) => told0,
        Err(failure0) => text(failure0.error().to_string()).await?,
    };
    note(told0).await?;
    let mut done1 = 0;
    if let Err(failure1) = async {
        for item1 in names.iter().take(2).cloned().collect::<Vec<_>>() {
            note(item1).await?;
            done1 += 1;
        }
        let (left1, right1) = join!(number(n), text(word.clone())).await?;
        match async { both(left1, right1).await }.await {
            Ok(_) => Ok(()),
            Err(inner1) => Err(Failure::new("Inner", inner1.cause())),
        }
    }.await {
        note(failure1.cause().to_string()).await?;
    }
    number(done1).await?;
    let kept2: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
    let all2 = async {
        check(word.clone()).await?;
        number(n).await
    }.await.unwrap_or(3);
    note(word.clone()).await?;
    number(kept2? + all2 % 9).await?;
    return Ok(3);
}
#[test]
fn w230_agrees() {
    agrees!(w230(n, word, names));
}

#[workflow]
pub async fn w231(flag: bool, word: String) -> Result<i64, Failure> {
    let found0 = 'found: {
        if flag { break 'found word.clone(); }
        let Ok(more0) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
        more0
    };
    note(found0).await?;
    if word.len() > 1 {
        ping().await?;
        let unit1 = ();
        note("pong".to_string()).await?;
        let _ = unit1;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let id2 = uuid();
        let name2 = text(id2.clone()).await?;
        note(format!("{id2} {name2}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
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
    agrees!(w231(flag, word));
}

#[workflow]
pub async fn w232(n: i64, word: String) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let (share0, begun0) = (random(), now());
        let asked0 = measure(share0).await?;
        note(format!("{begun0} {}", asked0 > share0)).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let found1 = text(word.clone()).await.ok();
        note(found1.unwrap_or_default()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let many2 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many2}")).await?;
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
    agrees!(w232(n, word));
}

#[workflow(steps(doubled))]
pub async fn w233(n: i64, word: String, names: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let some0 = list(word.clone()).await.unwrap_or(vec![]);
            let more0 = text(word.clone()).await.unwrap_or(String::new());
            note(format!("{} {more0}", some0.len())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let (size1, name1) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size1} {name1}")).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let spot2 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count2 = number(spot2.x).await.unwrap_or(held.label.code);
        note(format!("{} {count2}", spot2.y)).await?;
        Ok(word)
    }).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w233_agrees() {
    agrees!(w233(n, word, names, what, held, here));
}

#[workflow]
pub async fn w234(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    if word.len() > 1 {
        let name0 = (text(word.clone()).await).unwrap_or_default();
        let told0 = text(name0).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told0).await?;
    } else {
        note("other".to_string()).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let taken1 = risky(word.clone()).await.unwrap_or_else(|_| n % 3);
        note(format!("{taken1}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let shown2 = text(word.clone()).await.unwrap_or(held.name.to_string().clone());
        note(shown2).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w234_agrees() {
    agrees!(w234(n, word, names, held));
}
