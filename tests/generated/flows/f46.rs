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
pub async fn w231(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    let found0 = 'found: {
        if flag { break 'found word.clone(); }
        let Ok(more0) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
        more0
    };
    note(found0).await?;
    if let Err(failure1) = async {
        let one1 = text(word.clone()).undo(|one1| note(one1)).await?;
        let size1 = number(n).undo(|size1| both(size1, word.clone())).await?;
        if size1 > 4 { return Err(Failure::new("Large", one1)); }
        note(one1).await?;
        commit!();
        number(size1 % 9).await?;
        Ok(())
    }.await {
        note(failure1.error().to_string()).await?;
    }
    let kept2 = match async {
        let (size2, name2) = both(n, word.clone()).undo(|(_, name2)| async {
            note(name2).await?;
            check(word.clone()).await
        }).await?;
        note(word.clone()).undo(|_| number(size2 % 9)).await?;
        slow(size2 % 9).await.map_err(|_| Failure::new("Slow", name2))
    }.await {
        Ok(kept2) => kept2,
        Err(failure2) => return Err(failure2),
    };
    note(kept2).await?;
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
    agrees!(w231(n, flag, word));
}

#[workflow]
pub async fn w232(word: String) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        ping().await?;
        let unit0 = ();
        note("pong".to_string()).await?;
        let _ = unit0;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let id1 = uuid();
        let name1 = text(id1.clone()).await?;
        note(format!("{id1} {name1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let (share2, begun2) = (random(), now());
        let asked2 = measure(share2).await?;
        note(format!("{begun2} {}", asked2 > share2)).await?;
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
    agrees!(w232(word));
}

#[workflow(steps(doubled))]
pub async fn w233(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let found0 = text(word.clone()).await.ok();
            note(found0.unwrap_or_default()).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many1}")).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let some2 = list(word.clone()).await.unwrap_or(vec![]);
        let more2 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more2}", some2.len())).await?;
        Ok(word)
    }).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w233_agrees() {
    agrees!(w233(n, word, names, what));
}

#[workflow]
pub async fn w234(n: i64, word: String, names: Vec<String>, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    if word.len() > 1 {
        let (size0, name0) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size0} {name0}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let spot1 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count1 = number(spot1.x).await.unwrap_or(held.label.code);
        note(format!("{} {count1}", spot1.y)).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let name2 = (text(word.clone()).await).unwrap_or_default();
        let told2 = text(name2).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told2).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w234_agrees() {
    agrees!(w234(n, word, names, held, here));
}
