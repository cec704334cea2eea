//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w295(n: i64, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let large1 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large1 <= share {
            note("less".to_string()).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size2 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size2}")).await?;
        Ok(word)
    }).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w295_agrees() {
    agrees!(w295(n, word, names, share));
}

#[workflow(steps(doubled))]
pub async fn w296(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            match number(item0.len() as i64).await {
                Ok(size0) => Ok(size0),
                Err(failure0) => Err(failure0),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all0.len() as i64).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let sum1 = pair(n % 3, number(2).await?).await?;
        let more1 = pair(n, number(sum1 % 5).await?).await?;
        note(format!("{}", more1 % 9)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let Some(word) = maybe(word.clone()).await? else {
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure2 @ _) => note(Failure::from(failure2).error().to_string()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w296_agrees() {
    agrees!(w296(n, word, names));
}

#[workflow]
pub async fn w297(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let some0 = {
            let inner0 = text(word.clone()).await?;
            vec! { inner0 }
        };
        let told0 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told0} {}", some0.len())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value1 = {
        let first1 = list(word.clone()).await?[0].clone();
        let next1 = list(first1.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first1} {}", next1 % 9)).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let (mut held2, mut all2) = (n % 7, vec![word.clone()]);
        let asked2 = pair(held2, { held2 += 1; held2 }).await?;
        let again2 = pair(held2, { held2 = 3; held2 }).await?;
        let third2 = pair(all2.len() as i64, { all2.push(word.clone()); all2.len() as i64 }).await?;
        number((asked2 % 9 + again2 % 9 + third2 % 9) * held2).await?;
        Ok(word)
    }).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w297_agrees() {
    agrees!(w297(n, word, names));
}

#[workflow]
pub async fn w298(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    }
    let Some(word) = maybe(word.clone()).await? else {
        let quoted1 = "north";
        note(quoted1.to_string()).await?;
        uuid();
        random();
        let mut id1 = uuid();
        note(id1.clone()).await?;
        id1 = uuid();
        let (size1, name1) = both(n, word.clone()).await?;
        note(format!("{name1} {}", size1 % 9)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let sum2 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
            number(join!(number(sum2 % 9), number(2)).await?.0 % 9).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    Ok(1)
}
#[test]
fn w298_agrees() {
    agrees!(w298(n, word, names, what));
}

#[workflow]
pub async fn w299(n: i64, word: String, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let mut found0 = vec![];
        if n > 2 {
            found0 = list(word.clone()).await?;
        }
        note(found0.join("-")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let value1 = {
        let mine1 = what.clone();
        let (name1, _) = join!(async {
            let inner1 = match mine1 {
                Kind::Named { name: inner1, .. } => inner1,
                _ => "none".to_string(),
            };
            text(inner1).await
        }, number(n)).await?;
        note(name1).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let some2 = perhaps.clone().ok_or(Failure::new("None", word.clone()))?;
        note(some2.clone()).await?;
        let size2: i64 = format!("{}", n % 99).parse().map_err(|_| Failure::new("NoNumber", some2.clone()))?;
        number(size2 % 9).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    number(2).await
}
#[test]
fn w299_agrees() {
    agrees!(w299(n, word, perhaps, what));
}
