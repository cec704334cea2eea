//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w265(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all0 = vec![text(word.clone()).await?, format!("{} {n}", number(n).await?), word.clone()];
            if matches!(number(n).await?, 0..=9) {
                note(all0.join("-")).await?;
            }
            if n > 30 { Err(Failure::new("Many", "n"))?; }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let mut todo1 = names.clone();
        let mut turns1 = 0;
        while let Some(next1) = todo1.pop() {
            turns1 += 1;
            if turns1 > 3 { break; }
            note(next1).await?;
        }
        number(turns1).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let mut some2 = vec![n % 9, 2, 3];
        some2[0] = number(n).await? % 9;
        some2[1] += 4;
        let first2 = some2.remove(0);
        let last2 = some2.pop().unwrap_or(7);
        number(first2 + last2 + some2[0]).await?;
    }
    return Ok(3);
}
#[test]
fn w265_agrees() {
    agrees!(w265(n, word, names, what));
}

#[workflow]
pub async fn w266(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(PAUSE).await;
        let pause0 = Duration::from_secs((n % 9).unsigned_abs());
        sleep(pause0).await;
        let small0: u8 = (n % 90 + 95).try_into().map_err(|_| Failure::new("Wide", "n"))?;
        number(small0.into()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
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
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
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
fn w266_agrees() {
    agrees!(w266(n, word, names));
}

#[workflow]
pub async fn w267(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let kept0: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
        let all0 = async {
            check(word.clone()).await?;
            number(n).await
        }.await.unwrap_or(3);
        note(word.clone()).await?;
        number(kept0? + all0 % 9).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
        let found1 = 'found: {
            if flag { break 'found word.clone(); }
            let Ok(more1) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
            more1
        };
        note(found1).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        if let Err(failure2) = async {
            let one2 = text(word.clone()).undo(|one2| note(one2)).await?;
            let size2 = number(n).undo(|size2| both(size2, word.clone())).await?;
            if size2 > 4 { return Err(Failure::new("Large", one2)); }
            note(one2).await?;
            commit!();
            number(size2 % 9).await?;
            Ok(())
        }.await {
            note(failure2.error().to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w267_agrees() {
    agrees!(w267(n, flag, word));
}

#[workflow(steps(doubled))]
pub async fn w268(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let kept0 = match async {
            let (size0, name0) = both(n, word.clone()).undo(|(_, name0)| async {
                note(name0).await?;
                check(word.clone()).await
            }).await?;
            note(word.clone()).undo(|_| number(size0 % 9)).await?;
            slow(size0 % 9).await.map_err(|_| Failure::new("Slow", name0))
        }.await {
            Ok(kept0) => kept0,
            Err(failure0) => return Err(failure0),
        };
        note(kept0).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let found1;
        let name1: String;
        if n > 3 {
            found1 = number(n).await? % 9;
            name1 = word.clone();
        } else {
            (found1, name1) = (n % 5, text(word.clone()).await?);
        }
        let (mut a1, mut b1) = (found1, 1);
        (a1, b1) = (b1, a1 + b1);
        (a1, _) = (number(b1).await? % 9, 0);
        note(format!("{name1} {a1} {b1}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match names.as_slice() {
                [] => note("none".to_string()).await?,
                [only2] => note(only2.clone()).await?,
                [first2, .., last2] => note(format!("{first2} {last2}")).await?,
            }
            if let [_, rest2 @ ..] = &names[..] {
                number(rest2.len() as i64).await?;
            }
            let small2 = match names.as_slice() { [head2, .., _] => head2.len() as i64, _ => n % 3 };
            number(small2).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w268_agrees() {
    agrees!(w268(n, word, names, what));
}

#[workflow]
pub async fn w269(n: i64, word: String, names: Vec<String>, perhaps: Option<String>) -> Result<i64, Failure> {
    if word.len() > 1 {
        for turn0 in (0..names.len()).rev() {
            if turn0 > 2 { continue; }
            note(names[turn0].clone()).await?;
        }
        let mut last0 = 0;
        for turn0 in n % 3..1_000_000 {
            last0 = turn0;
            if turn0 > 3 { break; }
            number(turn0).await?;
        }
        number(last0).await?;
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let rate1 = n % 7;
        let price1 = |of: i64| of % 9 + rate1;
        let told1 = |name: &str| format!("{name} {}", price1(1));
        note(told1(&word)).await?;
        number(price1(price1(n))).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        if n > 30 { return Err(Trouble::Bad { code: n % 99, why: word.clone() }.into()); }
        if let Err(failure2) = async {
            let size2 = number(n).await?;
            if size2 > 4 { return Err(Failure::from(Trouble::Closed(word.clone()))); }
            perhaps.clone().ok_or(Trouble::Busy)?;
            Ok(size2)
        }.await {
            note(failure2.cause()).await?;
        }
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w269_agrees() {
    agrees!(w269(n, word, names, perhaps));
}
