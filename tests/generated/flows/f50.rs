//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w250(n: i64, flag: bool, word: String, names: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut total0 = 0;
        for (at0, item0) in names.clone().into_iter().enumerate().take(2) {
            total0 += at0 + item0.len();
            note(item0.clone()).await?;
        }
        note(format!("{total0}")).await?;
    }
    if word.len() > 1 {
        let mut sum1 = 0;
        for (name1, size1) in sizes.clone() {
            sum1 += size1 % 9;
            note(name1).await?;
        }
        number(sum1).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let mut value2 = n % 10;
        value2 *= 3;
        value2 -= 1;
        value2 /= 2;
        value2 %= 5;
        let mut said2 = flag;
        said2 |= value2 > 2;
        said2 &= value2 < 9;
        said2 ^= flag;
        note(format!("{value2} {said2}")).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    number(2).await
}
#[test]
fn w250_agrees() {
    agrees!(w250(n, flag, word, names, sizes));
}

#[workflow]
pub async fn w251(n: i64, flag: bool, word: String, what: Kind, held: Parcel) -> Result<i64, Failure> {
    let value0 = {
        let held0 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text0, .. }, lines: (lines0), .. } = parcel(held0).await?;
        note(format!("{text0} {}", lines0.len())).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let way1 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size1 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way1} {size1}")).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let word2 = loop {
                let asked2 = text(word.clone()).await?;
                if asked2.len() < 9 { break asked2; }
                break 'a'.to_string();
            };
            note(word2).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w251_agrees() {
    agrees!(w251(n, flag, word, what, held));
}

#[workflow]
pub async fn w252(n: i64, word: String, names: Vec<String>, what: Kind, here: my_types::Spot) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            for item0 in (names.clone()) {
                note(item0).await?;
            }
            for ((at0, item0)) in names.clone().into_iter().enumerate().take(2) {
                note(format!("{at0} {item0}")).await?;
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match risky(word.clone()).await {
            Ok(few1 @ (0 | 1)) => {
                number(few1).await?;
            }
            Ok(_) => {
                note("many".to_string()).await?;
            }
            Err(_) => {
                note("other".to_string()).await?;
            }
        }
    }
    if word.len() > 1 {
        if let Ok(my_types::Spot { x: 0, y: y2 }) = spot(here).await {
            note(format!("{y2}")).await?;
        }
        if let Ok(size2 @ 1..=9) = number(n).await {
            note(format!("{size2}")).await?;
        }
        if let Ok((0)) = number(n).await {
            note("zero".to_string()).await?;
        }
    } else {
        note("other".to_string()).await?;
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
fn w252_agrees() {
    agrees!(w252(n, word, names, what, here));
}

#[workflow]
pub async fn w253(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let some0 = {
            let inner0 = text(word.clone()).await?;
            vec![inner0]
        };
        let code = n % 7;
        let label0 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label0.text, label0.code, some0.len())).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let (size1, mark1, half1) = (names.len(), 'a', 0.5);
        let (long1, sign1) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked1 = measure(half1 + sign1).await?;
        note(format!("{size1} {mark1} {long1} {}", asked1 > half1)).await?;
    }
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
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w253_agrees() {
    agrees!(w253(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w254(n: i64, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let done0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            note(item0).await?;
            Ok(())
        }).await?;
        note(format!("{}", done0.len())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
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
    }
    let value2 = {
        let large2 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large2 <= share {
            note("less".to_string()).await?;
        }
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w254_agrees() {
    agrees!(w254(n, word, names, share));
}
