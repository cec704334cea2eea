//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w285(n: i64, word: String, names: Vec<String>, perhaps: Option<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let some0 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some0.clone()).await?;
        let size0: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some0.clone()))?;
        number(size0 % 9).await?;
    }
    let value1 = {
        let byte1 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
        let sum1 = pair(i64::from(byte1.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
        number(sum1 % 9).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let asked2 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
        let risk2 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
        number(asked2 % 9 + risk2 % 9).await?;
    }
    number(2).await
}
#[test]
fn w285_agrees() {
    agrees!(w285(n, word, names, perhaps));
}

#[workflow]
pub async fn w286(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    if word.len() > 1 {
        let size0 = sized(&held)?;
        let second0 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size0} {second0}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
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
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let all2 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
        if matches!(number(n).await?, 0..=9) {
            note(all2.join("-")).await?;
        }
        if n > 30 { Err(Failure::new("Many", "n"))?; }
        return Ok(3);
    };
    note(word.clone()).await?;
    return Ok(3);
}
#[test]
fn w286_agrees() {
    agrees!(w286(n, flag, word, names, held));
}
