//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w260(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let mut found0 = vec![];
        if n > 2 {
            found0 = list(word.clone()).await?;
        }
        note(found0.join("-")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mine1 = what.clone();
        let (name1, _) = join!(async {
            let inner1 = match mine1 {
                Kind::Named { name: inner1, .. } => inner1,
                _ => "none".to_string(),
            };
            text(inner1).await
        }, number(n)).await?;
        note(name1).await?;
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let some2 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some2.clone()).await?;
        let size2: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some2.clone()))?;
        number(size2 % 9).await?;
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
    agrees!(w260(n, word, names, perhaps, what));
}

#[workflow(steps(doubled))]
pub async fn w261(n: i64, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let byte0 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum0 = pair(i64::from(byte0.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum0 % 9).await?;
    }
    if word.len() > 1 {
        let asked1 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk1 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked1 % 9 + risk1 % 9).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let size2 = sized(&held)?;
        let second2 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size2} {second2}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w261_agrees() {
    agrees!(w261(n, word, names, held));
}

#[workflow]
pub async fn w262(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all1 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
            if matches!(number(n).await?, 0..=9) {
                note(all1.join("-")).await?;
            }
            if n > 30 { Err(Failure::new("Many", "n"))?; }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mut todo2 = names.clone();
        let mut turns2 = 0;
        while let Some(next2) = todo2.pop() {
            turns2 += 1;
            if turns2 > 3 { break; }
            note(next2).await?;
        }
        number(turns2).await?;
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
    agrees!(w262(n, flag, word, names, what, held));
}

#[workflow]
pub async fn w263(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mut some0 = vec![n % 9, 2, 3];
        some0[0] = number(n).await? % 9;
        some0[1] += 4;
        let first0 = some0.remove(0);
        let last0 = some0.pop().unwrap_or(7);
        number(first0 + last0 + some0[0]).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(PAUSE).await;
        let pause1 = Duration::from_secs((n % 9).unsigned_abs());
        sleep(pause1).await;
        let small1: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
        number(small1.into()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
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
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w263_agrees() {
    agrees!(w263(n, word, names));
}

#[workflow]
pub async fn w264(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
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
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value1 = {
        let kept1: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
        let all1 = async {
            check(word.clone()).await?;
            number(n).await
        }.await.unwrap_or(3);
        note(word.clone()).await?;
        number(kept1? + all1 % 9).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let found2 = 'found: {
            if flag { break 'found word.clone(); }
            let Ok(more2) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
            more2
        };
        note(found2).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    number(2).await
}
#[test]
fn w264_agrees() {
    agrees!(w264(n, flag, word, names, what));
}
