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
        let (size0, mark0, half0) = (names.len(), 'a', 0.5);
        let (long0, sign0) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked0 = measure(half0 + sign0).await?;
        note(format!("{size0} {mark0} {long0} {}", asked0 > half0)).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let (left1, right1) = join!(number(n), async {
            let inner1 = text(word.clone()).await?;
            Ok(inner1.len() as i64)
        }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        number(left1 % 9 + right1).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let done2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            note(item2).await?;
            Ok(())
        }).await?;
        note(format!("{}", done2.len())).await?;
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
pub async fn w256(n: i64, word: String, share: f64) -> Result<i64, Failure> {
    let value0 = {
        match join!(async {
            note("ends".to_string()).await?;
            return Err(Failure::new("Stop", word.clone()));
        }, number(n)).await {
            Ok((never0, size0)) => {
                let told0 = text(never0).await?;
                note(format!("{told0} {size0}")).await?;
            }
            Err(failure0) => note(failure0.cause().to_string()).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let value1 = {
        let large1 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large1 <= share {
            note("less".to_string()).await?;
        }
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    if word.len() > 1 {
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size2 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size2}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    Ok(1)
}
#[test]
fn w256_agrees() {
    agrees!(w256(n, word, share));
}

#[workflow]
pub async fn w257(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            match number(item0.len() as i64).await {
                Ok(size0) => Ok(size0),
                Err(failure0) => Err(failure0),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all0.len() as i64).await?;
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let sum1 = pair(n % 3, number(2).await?).await?;
        let more1 = pair(n, number(sum1 % 5).await?).await?;
        note(format!("{}", more1 % 9)).await?;
    }
    if word.len() > 1 {
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure2 @ _) => note(Failure::from(failure2).error().to_string()).await?,
        }
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
        let some0 = {
            let inner0 = text(word.clone()).await?;
            vec! { inner0 }
        };
        let told0 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told0} {}", some0.len())).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let first1 = list(word.clone()).await?[0].clone();
            let next1 = list(first1.clone()).await?[number(1).await? as usize % 2].len();
            note(format!("{first1} {}", next1 % 9)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let (mut held2, mut all2) = (n % 7, vec![word.clone()]);
        let asked2 = pair(held2, { held2 += 1; held2 }).await?;
        let again2 = pair(held2, { held2 = 3; held2 }).await?;
        let third2 = pair(all2.len() as i64, { all2.push(word.clone()); all2.len() as i64 }).await?;
        number((asked2 % 9 + again2 % 9 + third2 % 9) * held2).await?;
    }
    return Ok(3);
}
#[test]
fn w258_agrees() {
    agrees!(w258(n, word, what));
}

#[workflow]
pub async fn w259(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        if n > 3 {
            let held0 = join!(async {
                note("ends".to_string()).await?;
                return Err(Failure::new("Stop", word.clone()));
            }, number(n)).await?;
            let more0 = n % 3;
            let ((left0, right0), size0) = held0;
            both(left0, right0).await?;
            number(size0 % 9 + more0).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let quoted1 = "north";
        note(quoted1.to_string()).await?;
        uuid();
        random();
        let mut id1 = uuid();
        note(id1.clone()).await?;
        id1 = uuid();
        let (size1, name1) = both(n, word.clone()).await?;
        note(format!("{name1} {}", size1 % 9)).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let sum2 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum2 % 9), number(2)).await?.0 % 9).await?;
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
