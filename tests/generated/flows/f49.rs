//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w245(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
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
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let (left1, right1) = join!(number(n), async {
                let inner1 = text(word.clone()).await?;
                Ok(inner1.len() as i64)
            }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
            number(left1 % 9 + right1).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value2 = {
        let done2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            note(item2).await?;
            Ok(())
        }).await?;
        note(format!("{}", done2.len())).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w245_agrees() {
    agrees!(w245(n, word, names, what));
}

#[workflow]
pub async fn w246(n: i64, word: String, share: f64) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
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
    let Some(word) = maybe(word.clone()).await? else {
        let large1 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large1 <= share {
            note("less".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size2 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size2}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w246_agrees() {
    agrees!(w246(n, word, share));
}

#[workflow]
pub async fn w247(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            match number(item0.len() as i64).await {
                Ok(size0) => Ok(size0),
                Err(failure0) => Err(failure0),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all0.len() as i64).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        ping().await?;
        let unit1 = ();
        note("pong".to_string()).await?;
        let _ = unit1;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let id2 = uuid();
            let name2 = text(id2.clone()).await?;
            note(format!("{id2} {name2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w247_agrees() {
    agrees!(w247(n, word, names, what));
}

#[workflow]
pub async fn w248(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let (share0, begun0) = (random(), now());
        let asked0 = measure(share0).await?;
        note(format!("{begun0} {}", asked0 > share0)).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let found1 = text(word.clone()).await.ok();
        note(found1.unwrap_or_default()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let many2 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
            note(format!("{many2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    Ok(1)
}
#[test]
fn w248_agrees() {
    agrees!(w248(n, word, what));
}

#[workflow]
pub async fn w249(n: i64, word: String, names: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let some0 = list(word.clone()).await.unwrap_or(vec![]);
        let more0 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more0}", some0.len())).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let (size1, name1) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
            note(format!("{size1} {name1}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let spot2 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
        let count2 = number(spot2.x).await.unwrap_or(held.label.code);
        note(format!("{} {count2}", spot2.y)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    number(2).await
}
#[test]
fn w249_agrees() {
    agrees!(w249(n, word, names, what, held, here));
}
