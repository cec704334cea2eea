//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w290(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let sum0 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum0 % 9), number(2)).await?.0 % 9).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let mut found1 = vec![];
        if n > 2 {
            found1 = list(word.clone()).await?;
        }
        note(found1.join("-")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        let mine2 = what.clone();
        let (name2, _) = join!(async {
            let inner2 = match mine2 {
                Kind::Named { name: inner2, .. } => inner2,
                _ => "none".to_string(),
            };
            text(inner2).await
        }, number(n)).await?;
        note(name2).await?;
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
fn w290_agrees() {
    agrees!(w290(n, word, what));
}

#[workflow]
pub async fn w291(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let some0 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
            note(some0.clone()).await?;
            let size0: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some0.clone()))?;
            number(size0 % 9).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let byte1 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum1 = pair(i64::from(byte1.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum1 % 9).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let asked2 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk2 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked2 % 9 + risk2 % 9).await?;
    }
    Ok(1)
}
#[test]
fn w291_agrees() {
    agrees!(w291(n, word, names, perhaps, what));
}

#[workflow]
pub async fn w292(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    let value0 = {
        let size0 = sized(&held)?;
        let second0 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size0} {second0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    if word.len() > 1 {
        let outcome1 = sized(&held);
        note(word.clone()).await?;
        match outcome1.clone() {
            Ok(size1) => note(format!("{size1}")).await?,
            Err(failure1) => note(failure1.error().to_string()).await?,
        }
        if outcome1 == Ok(3) || flag {
            let known1 = outcome1?;
            number(known1).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all2 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
            if matches!(number(n).await?, 0..=9) {
                note(all2.join("-")).await?;
            }
            if n > 30 { Err(Failure::new("Many", "n"))?; }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    number(2).await
}
#[test]
fn w292_agrees() {
    agrees!(w292(n, flag, word, names, what, held));
}

#[workflow]
pub async fn w293(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        let mut todo0 = names.clone();
        let mut turns0 = 0;
        while let Some(next0) = todo0.pop() {
            turns0 += 1;
            if turns0 > 3 { break; }
            note(next0).await?;
        }
        number(turns0).await?;
    } else {
        note("other".to_string()).await?;
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut some1 = vec![n % 9, 2, 3];
        some1[0] = number(n).await? % 9;
        some1[1] += 4;
        let first1 = some1.remove(0);
        let last1 = some1.pop().unwrap_or(7);
        number(first1 + last1 + some1[0]).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        sleep(PAUSE).await;
        let pause2 = Duration::from_secs((n % 9).unsigned_abs());
        sleep(pause2).await;
        let small2: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
        number(small2.into()).await?;
    }
    return Ok(3);
}
#[test]
fn w293_agrees() {
    agrees!(w293(n, word, names));
}

#[workflow]
pub async fn w294(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
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
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
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
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let kept2: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
        let all2 = async {
            check(word.clone()).await?;
            number(n).await
        }.await.unwrap_or(3);
        note(word.clone()).await?;
        number(kept2? + all2 % 9).await?;
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
fn w294_agrees() {
    agrees!(w294(n, word, names));
}
