//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w255(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let sum0 = pair(n % 3, number(2).await?).await?;
        let more0 = pair(n, number(sum0 % 5).await?).await?;
        note(format!("{}", more0 % 9)).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure1 @ _) => note(Failure::from(failure1).error().to_string()).await?,
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let some2 = {
            let inner2 = text(word.clone()).await?;
            vec! { inner2 }
        };
        let told2 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told2} {}", some2.len())).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w255_agrees() {
    agrees!(w255(n, word, names));
}

#[workflow]
pub async fn w256(n: i64, word: String) -> Result<i64, Failure> {
    let value0 = {
        let first0 = list(word.clone()).await?[0].clone();
        let next0 = list(first0.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first0} {}", next0 % 9)).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let value1 = {
        let (mut held1, mut all1) = (n % 7, vec![word.clone()]);
        let asked1 = pair(held1, { held1 += 1; held1 }).await?;
        let again1 = pair(held1, { held1 = 3; held1 }).await?;
        let third1 = pair(all1.len() as i64, { all1.push(word.clone()); all1.len() as i64 }).await?;
        number((asked1 % 9 + again1 % 9 + third1 % 9) * held1).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    if word.len() > 1 {
        if n > 3 {
            let held2 = join!(async {
                note("ends".to_string()).await?;
                return Err(Failure::new("Stop", word.clone()));
            }, number(n)).await?;
            let more2 = n % 3;
            let ((left2, right2), size2) = held2;
            both(left2, right2).await?;
            number(size2 % 9 + more2).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    Ok(1)
}
#[test]
fn w256_agrees() {
    agrees!(w256(n, word));
}

#[workflow]
pub async fn w257(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let quoted0 = "north";
        note(quoted0.to_string()).await?;
        uuid();
        random();
        let mut id0 = uuid();
        note(id0.clone()).await?;
        id0 = uuid();
        let (size0, name0) = both(n, word.clone()).await?;
        note(format!("{name0} {}", size0 % 9)).await?;
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let sum1 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum1 % 9), number(2)).await?.0 % 9).await?;
    }
    if word.len() > 1 {
        let mut found2 = vec![];
        if n > 2 {
            found2 = list(word.clone()).await?;
        }
        note(found2.join("-")).await?;
    } else {
        note("other".to_string()).await?;
    }
    number(2).await
}
#[test]
fn w257_agrees() {
    agrees!(w257(n, word, names));
}

#[workflow]
pub async fn w258(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let mine0 = what.clone();
        let (name0, _) = join!(async {
            let inner0 = match mine0 {
                Kind::Named { name: inner0, .. } => inner0,
                _ => "none".to_string(),
            };
            text(inner0).await
        }, number(n)).await?;
        note(name0).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let some1 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
            note(some1.clone()).await?;
            let size1: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some1.clone()))?;
            number(size1 % 9).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let byte2 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum2 = pair(i64::from(byte2.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum2 % 9).await?;
    }
    return Ok(3);
}
#[test]
fn w258_agrees() {
    agrees!(w258(n, word, names, perhaps, what));
}

#[workflow]
pub async fn w259(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    if word.len() > 1 {
        let asked0 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk0 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked0 % 9 + risk0 % 9).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let size1 = sized(&held)?;
        let second1 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size1} {second1}")).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let outcome2 = sized(&held);
        note(word.clone()).await?;
        match outcome2.clone() {
            Ok(size2) => note(format!("{size2}")).await?,
            Err(failure2) => note(failure2.error().to_string()).await?,
        }
        if outcome2 == Ok(3) || flag {
            let known2 = outcome2?;
            number(known2).await?;
        }
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
fn w259_agrees() {
    agrees!(w259(n, flag, word, names, held));
}
