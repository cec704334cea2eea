//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w285(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let some0 = {
            let inner0 = text(word.clone()).await?;
            vec![inner0]
        };
        let code = n % 7;
        let label0 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label0.text, label0.code, some0.len())).await?;
    }
    let value1 = {
        let (size1, mark1, half1) = (names.len(), 'a', 0.5);
        let (long1, sign1) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked1 = measure(half1 + sign1).await?;
        note(format!("{size1} {mark1} {long1} {}", asked1 > half1)).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let (left2, right2) = join!(number(n), async {
            let inner2 = text(word.clone()).await?;
            Ok(inner2.len() as i64)
        }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        number(left2 % 9 + right2).await?;
    }
    number(2).await
}
#[test]
fn w285_agrees() {
    agrees!(w285(n, word, names));
}

#[workflow]
pub async fn w286(n: i64, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    if word.len() > 1 {
        let done0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            note(item0).await?;
            Ok(())
        }).await?;
        note(format!("{}", done0.len())).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match join!(async {
            note("ends".to_string()).await?;
            return Err(Failure::new("Stop", word.clone()));
        }, number(n)).await {
            Ok((never1, size1)) => {
                let told1 = text(never1).await?;
                note(format!("{told1} {size1}")).await?;
            }
            Err(failure1) => note(failure1.cause().to_string()).await?,
        }
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let large2 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large2 <= share {
            note("less".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    return Ok(3);
}
#[test]
fn w286_agrees() {
    agrees!(w286(n, word, names, share));
}

#[workflow]
pub async fn w287(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size0 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size0}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            match number(item1.len() as i64).await {
                Ok(size1) => Ok(size1),
                Err(failure1) => Err(failure1),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all1.len() as i64).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let sum2 = pair(n % 3, number(2).await?).await?;
        let more2 = pair(n, number(sum2 % 5).await?).await?;
        note(format!("{}", more2 % 9)).await?;
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
fn w287_agrees() {
    agrees!(w287(n, word, names));
}

#[workflow]
pub async fn w288(word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        match risky(word.clone()).await {
            Ok(_) => note("fine".to_string()).await?,
            Err(failure0 @ _) => note(Failure::from(failure0).error().to_string()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let some1 = {
            let inner1 = text(word.clone()).await?;
            vec! { inner1 }
        };
        let told1 = text(word.clone()).await.unwrap_or((&word).clone());
        note(format!("{told1} {}", some1.len())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let value2 = {
        let first2 = list(word.clone()).await?[0].clone();
        let next2 = list(first2.clone()).await?[number(1).await? as usize % 2].len();
        note(format!("{first2} {}", next2 % 9)).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w288_agrees() {
    agrees!(w288(word));
}

#[workflow(steps(doubled))]
pub async fn w289(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let (mut held0, mut all0) = (n % 7, vec![word.clone()]);
        let asked0 = pair(held0, { held0 += 1; held0 }).await?;
        let again0 = pair(held0, { held0 = 3; held0 }).await?;
        let third0 = pair(all0.len() as i64, { all0.push(word.clone()); all0.len() as i64 }).await?;
        number((asked0 % 9 + again0 % 9 + third0 % 9) * held0).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
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
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let quoted2 = "north";
        note(quoted2.to_string()).await?;
        uuid();
        random();
        let mut id2 = uuid();
        note(id2.clone()).await?;
        id2 = uuid();
        let (size2, name2) = both(n, word.clone()).await?;
        note(format!("{name2} {}", size2 % 9)).await?;
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w289_agrees() {
    agrees!(w289(n, word, names));
}
