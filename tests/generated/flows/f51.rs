//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w255(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        let mut value0 = n % 10;
        value0 *= 3;
        value0 -= 1;
        value0 /= 2;
        value0 %= 5;
        let mut said0 = flag;
        said0 |= value0 > 2;
        said0 &= value0 < 9;
        said0 ^= flag;
        note(format!("{value0} {said0}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let held1 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text1, .. }, lines: (lines1), .. } = parcel(held1).await?;
        note(format!("{text1} {}", lines1.len())).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let way2 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size2 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way2} {size2}")).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w255_agrees() {
    agrees!(w255(n, flag, word, names, held));
}

#[workflow]
pub async fn w256(word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        let word0 = loop {
            let asked0 = text(word.clone()).await?;
            if asked0.len() < 9 { break asked0; }
            break 'a'.to_string();
        };
        note(word0).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let value1 = {
        for item1 in (names.clone()) {
            note(item1).await?;
        }
        for ((at1, item1)) in names.clone().into_iter().enumerate().take(2) {
            note(format!("{at1} {item1}")).await?;
        }
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    if word.len() > 1 {
        match risky(word.clone()).await {
            Ok(few2 @ (0 | 1)) => {
                number(few2).await?;
            }
            Ok(_) => {
                note("many".to_string()).await?;
            }
            Err(_) => {
                note("other".to_string()).await?;
            }
        }
    } else {
        note("other".to_string()).await?;
    }
    Ok(1)
}
#[test]
fn w256_agrees() {
    agrees!(w256(word, names));
}

#[workflow]
pub async fn w257(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if let Ok(my_types::Spot { x: 0, y: y0 }) = spot(here).await {
            note(format!("{y0}")).await?;
        }
        if let Ok(size0 @ 1..=9) = number(n).await {
            note(format!("{size0}")).await?;
        }
        if let Ok((0)) = number(n).await {
            note("zero".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let some1 = {
            let inner1 = text(word.clone()).await?;
            vec![inner1]
        };
        let code = n % 7;
        let label1 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label1.text, label1.code, some1.len())).await?;
    }
    if word.len() > 1 {
        let (size2, mark2, half2) = (names.len(), 'a', 0.5);
        let (long2, sign2) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked2 = measure(half2 + sign2).await?;
        note(format!("{size2} {mark2} {long2} {}", asked2 > half2)).await?;
    } else {
        note("other".to_string()).await?;
    }
    number(2).await
}
#[test]
fn w257_agrees() {
    agrees!(w257(n, word, names, here));
}

#[workflow]
pub async fn w258(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let (left0, right0) = join!(number(n), async {
            let inner0 = text(word.clone()).await?;
            Ok(inner0.len() as i64)
        }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        number(left0 % 9 + right0).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let done1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
                note(item1).await?;
                Ok(())
            }).await?;
            note(format!("{}", done1.len())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        match join!(async {
            note("ends".to_string()).await?;
            return Err(Failure::new("Stop", word.clone()));
        }, number(n)).await {
            Ok((never2, size2)) => {
                let told2 = text(never2).await?;
                note(format!("{told2} {size2}")).await?;
            }
            Err(failure2) => note(failure2.cause().to_string()).await?,
        }
    }
    return Ok(3);
}
#[test]
fn w258_agrees() {
    agrees!(w258(n, word, names, what));
}

#[workflow]
pub async fn w259(n: i64, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    if word.len() > 1 {
        let large0 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large0 <= share {
            note("less".to_string()).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size1 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size1}")).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            match number(item2.len() as i64).await {
                Ok(size2) => Ok(size2),
                Err(failure2) => Err(failure2),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all2.len() as i64).await?;
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
    agrees!(w259(n, word, names, share));
}
