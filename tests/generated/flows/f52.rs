//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w260(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let size0 = sized(&held)?;
        let second0 = second(&names).ok_or(Failure::new("NoSecond", "names"))?;
        note(format!("{size0} {second0}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w260_agrees() {
    agrees!(w260(n, flag, word, names, held));
}

#[workflow(steps(doubled))]
pub async fn w261(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut todo0 = names.clone();
        let mut turns0 = 0;
        while let Some(next0) = todo0.pop() {
            turns0 += 1;
            if turns0 > 3 { break; }
            note(next0).await?;
        }
        number(turns0).await?;
    }
    if word.len() > 1 {
        let mut some1 = vec![n % 9, 2, 3];
        some1[0] = number(n).await? % 9;
        some1[1] += 4;
        let first1 = some1.remove(0);
        let last1 = some1.pop().unwrap_or(7);
        number(first1 + last1 + some1[0]).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        sleep(PAUSE).await;
        let pause2 = Duration::from_secs((n % 9).unsigned_abs());
        sleep(pause2).await;
        let small2: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
        number(small2.into()).await?;
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
pub async fn w262(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let told0 = match async {
            let size0 = number(n).await?;
            if size0 > 5 { return Err(Failure::new("Large", word.clone())); }
            note(word.clone()).await?;
            slow(size0).await.map_err(|_| Failure::new("Slow", ""))
        }.await {
            Ok(told0) => told0,
            Err(failure0) => text(failure0.error().to_string()).await?,
        };
        note(told0).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let mut done1 = 0;
            if let Err(failure1) = async {
                for item1 in names.iter().take(2).cloned().collect::<Vec<_>>() {
                    note(item1).await?;
                    done1 += 1;
                }
                let (left1, right1) = join!(number(n), text(word.clone())).await?;
                match async { both(left1, right1).await }.await {
                    Ok(_) => Ok(()),
                    Err(inner1) => Err(Failure::new("Inner", inner1.cause())),
                }
            }.await {
                note(failure1.cause().to_string()).await?;
            }
            number(done1).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let kept2: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
        let all2 = async {
            check(word.clone()).await?;
            number(n).await
        }.await.unwrap_or(3);
        note(word.clone()).await?;
        number(kept2? + all2 % 9).await?;
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
    agrees!(w262(n, word, names, what));
}

#[workflow]
pub async fn w263(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let found0 = 'found: {
            if flag { break 'found word.clone(); }
            let Ok(more0) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
            more0
        };
        note(found0).await?;
        Ok(word)
    }).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            if let Err(failure1) = async {
                let one1 = text(word.clone()).undo(|one1| note(one1)).await?;
                let size1 = number(n).undo(|size1| both(size1, word.clone())).await?;
                if size1 > 4 { return Err(Failure::new("Large", one1)); }
                note(one1).await?;
                commit!();
                number(size1 % 9).await?;
                Ok(())
            }.await {
                note(failure1.error().to_string()).await?;
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value2 = {
        let kept2 = match async {
            let (size2, name2) = both(n, word.clone()).undo(|(_, name2)| async {
                note(name2).await?;
                check(word.clone()).await
            }).await?;
            note(word.clone()).undo(|_| number(size2 % 9)).await?;
            slow(size2 % 9).await.map_err(|_| Failure::new("Slow", name2))
        }.await {
            Ok(kept2) => kept2,
            Err(failure2) => return Err(failure2),
        };
        note(kept2).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w263_agrees() {
    agrees!(w263(n, flag, word, names, what));
}

#[workflow]
pub async fn w264(n: i64, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            ping().await?;
            let unit0 = ();
            note("pong".to_string()).await?;
            let _ = unit0;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let value1 = {
        let id1 = uuid();
        let name1 = text(id1.clone()).await?;
        note(format!("{id1} {name1}")).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let (share2, begun2) = (random(), now());
        let asked2 = measure(share2).await?;
        note(format!("{begun2} {}", asked2 > share2)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    number(2).await
}
#[test]
fn w264_agrees() {
    agrees!(w264(n, what));
}
