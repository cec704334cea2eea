//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w265(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        if let Err(failure0) = async {
            let one0 = text(word.clone()).undo(|one0| note(one0)).await?;
            let size0 = number(n).undo(|size0| both(size0, word.clone())).await?;
            if size0 > 4 { return Err(Failure::new("Large", one0)); }
            note(one0).await?;
            commit!();
            number(size0 % 9).await?;
            Ok(())
        }.await {
            note(failure0.error().to_string()).await?;
        }
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let kept1 = match async {
                let (size1, name1) = both(n, word.clone()).undo(|(_, name1)| async {
                    note(name1).await?;
                    check(word.clone()).await
                }).await?;
                note(word.clone()).undo(|_| number(size1 % 9)).await?;
                slow(size1 % 9).await.map_err(|_| Failure::new("Slow", name1))
            }.await {
                Ok(kept1) => kept1,
                Err(failure1) => return Err(failure1),
            };
            note(kept1).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let found2;
        let name2: String;
        if n > 3 {
            found2 = number(n).await? % 9;
            name2 = word.clone();
        } else {
            (found2, name2) = (n % 5, text(word.clone()).await?);
        }
        let (mut a2, mut b2) = (found2, 1);
        (a2, b2) = (b2, a2 + b2);
        (a2, _) = (number(b2).await? % 9, 0);
        note(format!("{name2} {a2} {b2}")).await?;
    }
    return Ok(3);
}
#[test]
fn w265_agrees() {
    agrees!(w265(n, word, what));
}

#[workflow]
pub async fn w266(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        match names.as_slice() {
            [] => note("none".to_string()).await?,
            [only0] => note(only0.clone()).await?,
            [first0, .., last0] => note(format!("{first0} {last0}")).await?,
        }
        if let [_, rest0 @ ..] = &names[..] {
            number(rest0.len() as i64).await?;
        }
        let small0 = match names.as_slice() { [head0, .., _] => head0.len() as i64, _ => n % 3 };
        number(small0).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        for turn1 in (0..names.len()).rev() {
            if turn1 > 2 { continue; }
            note(names[turn1].clone()).await?;
        }
        let mut last1 = 0;
        for turn1 in n % 3..1_000_000 {
            last1 = turn1;
            if turn1 > 3 { break; }
            number(turn1).await?;
        }
        number(last1).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let rate2 = n % 7;
        let price2 = |of: i64| of % 9 + rate2;
        let told2 = |name: &str| format!("{name} {}", price2(1));
        note(told2(&word)).await?;
        number(price2(price2(n))).await?;
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
    agrees!(w266(n, word, names));
}

#[workflow]
pub async fn w267(n: i64, word: String, perhaps: Option<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if n > 30 { return Err(Trouble::Bad { code: n % 99, why: word.clone() }.into()); }
        if let Err(failure0) = async {
            let size0 = number(n).await?;
            if size0 > 4 { return Err(Failure::from(Trouble::Closed(word.clone()))); }
            perhaps.clone().ok_or(Trouble::Busy)?;
            Ok(size0)
        }.await {
            note(failure0.cause()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w267_agrees() {
    agrees!(w267(n, word, perhaps));
}

#[workflow(steps(doubled))]
pub async fn w268(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
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
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let many2 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
            note(format!("{many2}")).await?;
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
pub async fn w269(n: i64, word: String, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    if word.len() > 1 {
        let some0 = list(word.clone()).await.unwrap_or(vec![]);
        let more0 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more0}", some0.len())).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let (size1, name1) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size1} {name1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        let spot2 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count2 = number(spot2.x).await.unwrap_or(held.label.code);
        note(format!("{} {count2}", spot2.y)).await?;
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
    agrees!(w269(n, word, held, here));
}
