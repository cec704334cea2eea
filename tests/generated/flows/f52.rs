//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w260(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let sum0 = pair(n % 3, number(2).await?).await?;
        let more0 = pair(n, number(sum0 % 5).await?).await?;
        note(format!("{}", more0 % 9)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure1 @ _) => note(Failure::from(failure1).error().to_string()).await?,
        }
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let some2 = {
            let inner2 = text(word.clone()).await?;
            vec! { inner2 }
        };
        let told2 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told2} {}", some2.len())).await?;
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
    agrees!(w260(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w261(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let first0 = list(word.clone()).await?[0].clone();
        let next0 = list(first0.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first0} {}", next0 % 9)).await?;
    }
    if word.len() > 1 {
        let (mut held1, mut all1) = (n % 7, vec![word.clone()]);
        let asked1 = pair(held1, { held1 += 1; held1 }).await?;
        let again1 = pair(held1, { held1 = 3; held1 }).await?;
        let third1 = pair(all1.len() as i64, { all1.push(word.clone()); all1.len() as i64 }).await?;
        number((asked1 % 9 + again1 % 9 + third1 % 9) * held1).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
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
pub async fn w262(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
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
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let sum1 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
            number(join!(number(sum1 % 9), number(2)).await?.0 % 9).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mut found2 = vec![];
        if n > 2 {
            found2 = list(word.clone()).await?;
        }
        note(found2.join("-")).await?;
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
    agrees!(w262(n, word, names, what));
}

#[workflow]
pub async fn w263(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mine0 = what.clone();
        let (name0, _) = join!(async {
            let inner0 = match mine0 {
                Kind::Named { name: inner0, .. } => inner0,
                _ => "none".to_string(),
            };
            text(inner0).await
        }, number(n)).await?;
        note(name0).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let some1 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some1.clone()).await?;
        let size1: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some1.clone()))?;
        number(size1 % 9).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let byte2 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum2 = pair(i64::from(byte2.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum2 % 9).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w263_agrees() {
    agrees!(w263(n, word, names, perhaps, what));
}

#[workflow]
pub async fn w264(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let asked0 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
            let risk0 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
            number(asked0 % 9 + risk0 % 9).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value1 = {
        let size1 = sized(&held)?;
        let second1 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size1} {second1}")).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
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
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    number(2).await
}
#[test]
fn w264_agrees() {
    agrees!(w264(n, flag, word, names, what, held));
}
