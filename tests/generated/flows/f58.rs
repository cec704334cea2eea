//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w290(n: i64, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    let value0 = {
        let large0 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large0 <= share {
            note("less".to_string()).await?;
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let Some(word) = maybe(word.clone()).await? else {
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size1 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            match number(item2.len() as i64).await {
                Ok(size2) => Ok(size2),
                Err(failure2) => Err(failure2),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all2.len() as i64).await?;
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
    agrees!(w290(n, word, names, share));
}

#[workflow]
pub async fn w291(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let sum0 = pair(n % 3, number(2).await?).await?;
            let more0 = pair(n, number(sum0 % 5).await?).await?;
            note(format!("{}", more0 % 9)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure1 @ _) => note(Failure::from(failure1).error().to_string()).await?,
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let some2 = {
            let inner2 = text(word.clone()).await?;
            vec! { inner2 }
        };
        let told2 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told2} {}", some2.len())).await?;
    }
    Ok(1)
}
#[test]
fn w291_agrees() {
    agrees!(w291(n, word, names, what));
}

#[workflow]
pub async fn w292(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let first0 = list(word.clone()).await?[0].clone();
        let next0 = list(first0.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first0} {}", next0 % 9)).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    if word.len() > 1 {
        let (mut held1, mut all1) = (n % 7, vec![word.clone()]);
        let asked1 = pair(held1, { held1 += 1; held1 }).await?;
        let again1 = pair(held1, { held1 = 3; held1 }).await?;
        let third1 = pair(all1.len() as i64, { all1.push(word.clone()); all1.len() as i64 }).await?;
        number((asked1 % 9 + again1 % 9 + third1 % 9) * held1).await?;
    } else {
        note("other".to_string()).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
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
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    number(2).await
}
#[test]
fn w292_agrees() {
    agrees!(w292(n, word, what));
}

#[workflow]
pub async fn w293(n: i64, word: String) -> Result<i64, Failure> {
    if word.len() > 1 {
        let quoted0 = "north";
        note(quoted0.to_string()).await?;
        uuid();
        random();
        let mut id0 = uuid();
        note(id0.clone()).await?;
        id0 = uuid();
        let (size0, name0) = both(n, word.clone()).await?;
        note(format!("{name0} {}", size0 % 9)).await?;
    } else {
        note("other".to_string()).await?;
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let sum1 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum1 % 9), number(2)).await?.0 % 9).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let mut found2 = vec![];
        if n > 2 {
            found2 = list(word.clone()).await?;
        }
        note(found2.join("-")).await?;
    }
    return Ok(3);
}
#[test]
fn w293_agrees() {
    agrees!(w293(n, word));
}

#[workflow]
pub async fn w294(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let mine0 = what.clone();
        let (name0, _) = join!(async {
            let inner0 = match mine0 {
                Kind::Named { name: inner0, .. } => inner0,
                _ => "none".to_string(),
            };
            text(inner0).await
        }, number(n)).await?;
        note(name0).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let some1 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some1.clone()).await?;
        let size1: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some1.clone()))?;
        number(size1 % 9).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let byte2 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum2 = pair(i64::from(byte2.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum2 % 9).await?;
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
    agrees!(w294(n, word, names, perhaps, what));
}
