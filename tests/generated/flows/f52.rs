//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w260(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let all0 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
        if matches!(number(n).await?, 0..=9) {
            note(all0.join("-")).await?;
        }
        if n > 30 { Err(Failure::new("Many", "n"))?; }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mut todo1 = names.clone();
        let mut turns1 = 0;
        while let Some(next1) = todo1.pop() {
            turns1 += 1;
            if turns1 > 3 { break; }
            note(next1).await?;
        }
        number(turns1).await?;
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let mut some2 = vec![n % 9, 2, 3];
        some2[0] = number(n).await? % 9;
        some2[1] += 4;
        let first2 = some2.remove(0);
        let last2 = some2.pop().unwrap_or(7);
        number(first2 + last2 + some2[0]).await?;
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
        sleep(PAUSE).await;
        let pause0 = Duration::from_secs((n % 9).unsigned_abs());
        sleep(pause0).await;
        let small0: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
        number(small0.into()).await?;
    }
    if word.len() > 1 {
        let told1 = match async {
            let size1 = number(n).await?;
            if size1 > 5 { return Err(Failure::new("Large", word.clone())); }
            note(word.clone()).await?;
            slow(size1).await.map_err(|_| Failure::new("Slow", ""))
        }.await {
            Ok(told1) => told1,
            Err(failure1) => text(failure1.error().to_string()).await?,
        };
        note(told1).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let mut done2 = 0;
        if let Err(failure2) = async {
            for item2 in names.iter().take(2).cloned().collect::<Vec<_>>() {
                note(item2).await?;
                done2 += 1;
            }
            let (left2, right2) = join!(number(n), text(word.clone())).await?;
            match async { both(left2, right2).await }.await {
                Ok(_) => Ok(()),
                Err(inner2) => Err(Failure::new("Inner", inner2.cause())),
            }
        }.await {
            note(failure2.cause().to_string()).await?;
        }
        number(done2).await?;
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
pub async fn w262(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let kept0: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
        let all0 = async {
            check(word.clone()).await?;
            number(n).await
        }.await.unwrap_or(3);
        note(word.clone()).await?;
        number(kept0? + all0 % 9).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let found1 = 'found: {
                if flag { break 'found word.clone(); }
                let Ok(more1) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
                more1
            };
            note(found1).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        ping().await?;
        let unit2 = ();
        note("pong".to_string()).await?;
        let _ = unit2;
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
    agrees!(w262(n, flag, word, names, what));
}

#[workflow]
pub async fn w263(word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let id0 = uuid();
        let name0 = text(id0.clone()).await?;
        note(format!("{id0} {name0}")).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let (share1, begun1) = (random(), now());
        let asked1 = measure(share1).await?;
        note(format!("{begun1} {}", asked1 > share1)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let found2 = text(word.clone()).await.ok();
        note(found2.unwrap_or_default()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    Ok(1)
}
#[test]
fn w263_agrees() {
    agrees!(w263(word, names));
}

#[workflow]
pub async fn w264(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let many0 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
            note(format!("{many0}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value1 = {
        let some1 = list(word.clone()).await.unwrap_or(vec![]);
        let more1 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more1}", some1.len())).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let (size2, name2) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size2} {name2}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    number(2).await
}
#[test]
fn w264_agrees() {
    agrees!(w264(n, word, what));
}
