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
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size0 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size0}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            match number(item1.len() as i64).await {
                Ok(size1) => Ok(size1),
                Err(failure1) => Err(failure1),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all1.len() as i64).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let sum2 = pair(n % 3, number(2).await?).await?;
        let more2 = pair(n, number(sum2 % 5).await?).await?;
        note(format!("{}", more2 % 9)).await?;
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
pub async fn w256(word: String) -> Result<i64, Failure> {
    let value0 = {
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure0 @ _) => note(Failure::from(failure0).error().to_string()).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let value1 = {
        let some1 = {
            let inner1 = text(word.clone()).await?;
            vec! { inner1 }
        };
        let told1 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told1} {}", some1.len())).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    if word.len() > 1 {
        let first2 = list(word.clone()).await?[0].clone();
        let next2 = list(first2.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first2} {}", next2 % 9)).await?;
    } else {
        note("other".to_string()).await?;
    }
    Ok(1)
}
#[test]
fn w256_agrees() {
    agrees!(w256(word));
}

#[workflow]
pub async fn w257(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let (mut held0, mut all0) = (n % 7, vec![word.clone()]);
        let asked0 = pair(held0, { held0 += 1; held0 }).await?;
        let again0 = pair(held0, { held0 = 3; held0 }).await?;
        let third0 = pair(all0.len() as i64, { all0.push(word.clone()); all0.len() as i64 }).await?;
        number((asked0 % 9 + again0 % 9 + third0 % 9) * held0).await?;
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        if n > 3 {
            let held1 = join!(async {
                note("ends".to_string()).await?;
                return Err(Failure::new("Stop", word.clone()));
            }, number(n)).await?;
            let more1 = n % 3;
            let ((left1, right1), size1) = held1;
            both(left1, right1).await?;
            number(size1 % 9 + more1).await?;
        }
    }
    if word.len() > 1 {
        let quoted2 = "north";
        note(quoted2.to_string()).await?;
        uuid();
        random();
        let mut id2 = uuid();
        note(id2.clone()).await?;
        id2 = uuid();
        let (size2, name2) = both(n, word.clone()).await?;
        note(format!("{name2} {}", size2 % 9)).await?;
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
pub async fn w258(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let sum0 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum0 % 9), number(2)).await?.0 % 9).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let mut found1 = vec![];
            if n > 2 {
                found1 = list(word.clone()).await?;
            }
            note(found1.join("-")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let mine2 = what.clone();
        let (name2, _) = join!(async {
            let inner2 = match mine2 {
                Kind::Named { name: inner2, .. } => inner2,
                _ => "none".to_string(),
            };
            text(inner2).await
        }, number(n)).await?;
        note(name2).await?;
    }
    return Ok(3);
}
#[test]
fn w258_agrees() {
    agrees!(w258(n, word, what));
}

#[workflow]
pub async fn w259(n: i64, word: String, names: Vec<String>, perhaps: Option<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        let some0 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some0.clone()).await?;
        let size0: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some0.clone()))?;
        number(size0 % 9).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let byte1 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum1 = pair(i64::from(byte1.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum1 % 9).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let asked2 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk2 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked2 % 9 + risk2 % 9).await?;
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
    agrees!(w259(n, word, names, perhaps));
}
