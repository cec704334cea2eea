//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w300(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let byte0 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum0 = pair(i64::from(byte0.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum0 % 9).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let asked1 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk1 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked1 % 9 + risk1 % 9).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let size2 = sized(&held)?;
        let second2 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size2} {second2}")).await?;
    }
    return Ok(3);
}
#[test]
fn w300_agrees() {
    agrees!(w300(n, word, names, held));
}

#[workflow]
pub async fn w301(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let value0 = {
        let outcome0 = sized(&held);
        note(word.clone()).await?;
        match outcome0.clone() {
            Ok(size0) => note(format!("{size0}")).await?,
            Err(failure0) => note(failure0.error().to_string()).await?,
        }
        if outcome0 == Ok(3) || flag {
            let known0 = outcome0?;
            number(known0).await?;
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let all1 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
        if matches!(number(n).await?, 0..=9) {
            note(all1.join("-")).await?;
        }
        if n > 30 { Err(Failure::new("Many", "n"))?; }
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let mut todo2 = names.clone();
        let mut turns2 = 0;
        while let Some(next2) = todo2.pop() {
            turns2 += 1;
            if turns2 > 3 { break; }
            note(next2).await?;
        }
        number(turns2).await?;
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
fn w301_agrees() {
    agrees!(w301(n, flag, word, names, held));
}

#[workflow]
pub async fn w302(n: i64, word: String) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let mut some0 = vec![n % 9, 2, 3];
        some0[0] = number(n).await? % 9;
        some0[1] += 4;
        let first0 = some0.remove(0);
        let last0 = some0.pop().unwrap_or(7);
        number(first0 + last0 + some0[0]).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    if word.len() > 1 {
        sleep(PAUSE).await;
        let pause1 = Duration::from_secs((n % 9).unsigned_abs());
        sleep(pause1).await;
        let small1: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
        number(small1.into()).await?;
    } else {
        note("other".to_string()).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let told2 = match async {
            let size2 = number(n).await?;
            if size2 > 5 { return Err(Failure::new("Large", word.clone())); }
            note(word.clone()).await?;
            slow(size2).await.map_err(|_| Failure::new("Slow", ""))
        }.await {
            Ok(told2) => told2,
            Err(failure2) => text(failure2.error().to_string()).await?,
        };
        note(told2).await?;
    }
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w302_agrees() {
    agrees!(w302(n, word));
}

#[workflow(steps(doubled))]
pub async fn w303(n: i64, flag: bool, word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mut done0 = 0;
        if let Err(failure0) = async {
            for item0 in names.iter().take(2).cloned().collect::<Vec<_>>() {
                note(item0).await?;
                done0 += 1;
            }
            let (left0, right0) = join!(number(n), text(word.clone())).await?;
            match async { both(left0, right0).await }.await {
                Ok(_) => Ok(()),
                Err(inner0) => Err(Failure::new("Inner", inner0.cause())),
            }
        }.await {
            note(failure0.cause().to_string()).await?;
        }
        number(done0).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let kept1: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
        let all1 = async {
            check(word.clone()).await?;
            number(n).await
        }.await.unwrap_or(3);
        note(word.clone()).await?;
        number(kept1? + all1 % 9).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let found2 = 'found: {
            if flag { break 'found word.clone(); }
            let Ok(more2) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
            more2
        };
        note(found2).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w303_agrees() {
    agrees!(w303(n, flag, word, names));
}

#[workflow]
pub async fn w304(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
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
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
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
        Ok(word)
    }).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w304_agrees() {
    agrees!(w304(n, word, names));
}
