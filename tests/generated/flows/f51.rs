//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w255(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let sum0 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum0 % 9), number(2)).await?.0 % 9).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut found1 = vec![];
        if n > 2 {
            found1 = list(word.clone()).await?;
        }
        note(found1.join("-")).await?;
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
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w255_agrees() {
    agrees!(w255(n, word, names, what));
}

#[workflow]
pub async fn w256(n: i64, word: String, names: Vec<String>, perhaps: Option<String>) -> Result<i64, Failure> {
    let value0 = {
        let some0 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some0.clone()).await?;
        let size0: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some0.clone()))?;
        number(size0 % 9).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let value1 = {
        let byte1 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum1 = pair(i64::from(byte1.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum1 % 9).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    if word.len() > 1 {
        let asked2 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk2 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked2 % 9 + risk2 % 9).await?;
    } else {
        note("other".to_string()).await?;
    }
    Ok(1)
}
#[test]
fn w256_agrees() {
    agrees!(w256(n, word, names, perhaps));
}

#[workflow]
pub async fn w257(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let size0 = sized(&held)?;
        let second0 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size0} {second0}")).await?;
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
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
    }
    if word.len() > 1 {
        let all2 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
        if matches!(number(n).await?, 0..=9) {
            note(all2.join("-")).await?;
        }
        if n > 30 { Err(Failure::new("Many", "n"))?; }
    } else {
        note("other".to_string()).await?;
    }
    number(2).await
}
#[test]
fn w257_agrees() {
    agrees!(w257(n, flag, word, names, held));
}

#[workflow]
pub async fn w258(n: i64, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        ping().await?;
        let unit0 = ();
        note("pong".to_string()).await?;
        let _ = unit0;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let id1 = uuid();
            let name1 = text(id1.clone()).await?;
            note(format!("{id1} {name1}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let (share2, begun2) = (random(), now());
        let asked2 = measure(share2).await?;
        note(format!("{begun2} {}", asked2 > share2)).await?;
    }
    return Ok(3);
}
#[test]
fn w258_agrees() {
    agrees!(w258(n, what));
}

#[workflow]
pub async fn w259(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        let found0 = text(word.clone()).await.ok();
        note(found0.unwrap_or_default()).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many1}")).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let some2 = list(word.clone()).await.unwrap_or(vec![]);
        let more2 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more2}", some2.len())).await?;
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
    agrees!(w259(n, word, names));
}
