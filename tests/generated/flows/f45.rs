//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w225(n: i64, word: String) -> Result<i64, Failure> {
    let (mut held0, mut all0) = (n % 7, vec![word.clone()]);
    let asked0 = pair(held0, { held0 += 1; held0 }).await?;
    let again0 = pair(held0, { held0 = 3; held0 }).await?;
    let third0 = pair(all0.len() as i64, { all0.push(word.clone()); all0.len() as i64 }).await?;
    number((asked0 % 9 + again0 % 9 + third0 % 9) * held0).await?;
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
    let quoted2 = "north";
    note(quoted2.to_string()).await?;
    uuid();
    random();
    let mut id2 = uuid();
    note(id2.clone()).await?;
    id2 = uuid();
    let (size2, name2) = both(n, word.clone()).await?;
    note(format!("{name2} {}", size2 % 9)).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w225_agrees() {
    agrees!(w225(n, word));
}

#[workflow(steps(doubled))]
pub async fn w226(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let sum0 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
    number(join!(number(sum0 % 9), number(2)).await?.0 % 9).await?;
    let mut found1 = vec![];
    if n > 2 {
        found1 = list(word.clone()).await?;
    }
    note(found1.join("-")).await?;
    let mine2 = what.clone();
    let (name2, _) = join!(async {
        let inner2 = match mine2 {
            Kind::Named { name: inner2, .. } => inner2,
            _ => "none".to_string(),
        };
        text(inner2).await
    }, number(n)).await?;
    note(name2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w226_agrees() {
    agrees!(w226(n, word, what));
}

#[workflow]
pub async fn w227(n: i64, word: String, names: Vec<String>, perhaps: Option<String>) -> Result<i64, Failure> {
    let some0 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
    note(some0.clone()).await?;
    let size0: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some0.clone()))?;
    number(size0 % 9).await?;
    let byte1 = u8::try_from(n % 90 + 80).map_err(|_| Failure::new("NoByte", format!("{n}")))?;
    let sum1 = pair(i64::from(byte1.checked_mul(3).ok_or_else(|| Failure::new("TooMuch", "byte"))?), number(names.first().map(|of| of.len() as i64).ok_or(Failure::new("Empty", "names"))? % 9).await?).await?;
    number(sum1 % 9).await?;
    let asked2 = number(n).await.map_err(|failure| Failure::new("Asked", failure.cause()))?;
    let risk2 = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
    number(asked2 % 9 + risk2 % 9).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w227_agrees() {
    agrees!(w227(n, word, names, perhaps));
}

#[workflow]
pub async fn w228(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let size0 = sized(&held)?;
    let second0 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
    note(format!("{size0} {second0}")).await?;
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
    let all2 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
    if matches!(number(n).await?, 0..=9) {
        note(all2.join("-")).await?;
    }
    if n > 30 { Err(Failure::new("Many", "n"))?; }
    Ok(1)
}
#[test]
fn w228_agrees() {
    agrees!(w228(n, flag, word, names, held));
}

#[workflow]
pub async fn w229(n: i64, names: Vec<String>) -> Result<i64, Failure> {
    let mut todo0 = names.clone();
    let mut turns0 = 0;
    while let Some(next0) = todo0.pop() {
        turns0 += 1;
        if turns0 > 3 { break; }
        note(next0).await?;
    }
    number(turns0).await?;
    let mut some1 = vec![n % 9, 2, 3];
    some1[0] = number(n).await? % 9;
    some1[1] += 4;
    let first1 = some1.remove(0);
    let last1 = some1.pop().unwrap_or(7);
    number(first1 + last1 + some1[0]).await?;
    sleep(PAUSE).await;
    let pause2 = Duration::from_secs((n % 9).unsigned_abs());
    sleep(pause2).await;
    let small2: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
    number(small2.into()).await?;
    number(2).await
}
#[test]
fn w229_agrees() {
    agrees!(w229(n, names));
}
