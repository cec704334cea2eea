//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w290(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        match (perhaps.as_deref(), n) {
            (Some("a" | "b"), 0..) => note("a".to_string()).await?,
            ((Some(name0)), -1 | LIMIT) => note(name0.to_string()).await?,
            _ => note("none".to_string()).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    let Some(word) = maybe(word.clone()).await? else {
        match &what {
            &Kind::Empty => note("empty".to_string()).await?,
            Kind::Sized((size1)) => note(format!("{size1}")).await?,
            Kind::Named { name: name1, .. } => note(name1.clone()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        let mut total2 = 0;
        for (at2, item2) in names.clone().into_iter().enumerate().take(2) {
            total2 += at2 + item2.len();
            note(item2.clone()).await?;
        }
        note(format!("{total2}")).await?;
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
fn w290_agrees() {
    agrees!(w290(n, word, names, perhaps, what));
}

#[workflow]
pub async fn w291(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let mut sum0 = 0;
            for (name0, size0) in sizes.clone() {
                sum0 += size0 % 9;
                note(name0).await?;
            }
            number(sum0).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut value1 = n % 10;
        value1 *= 3;
        value1 -= 1;
        value1 /= 2;
        value1 %= 5;
        let mut said1 = flag;
        said1 |= value1 > 2;
        said1 &= value1 < 9;
        said1 ^= flag;
        note(format!("{value1} {said1}")).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let held2 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text2, .. }, lines: (lines2), .. } = parcel(held2).await?;
        note(format!("{text2} {}", lines2.len())).await?;
    }
    Ok(1)
}
#[test]
fn w291_agrees() {
    agrees!(w291(n, flag, word, names, what, held, sizes));
}

#[workflow]
pub async fn w292(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let value0 = {
        let way0 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size0 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way0} {size0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    if word.len() > 1 {
        let word1 = loop {
            let asked1 = text(word.clone()).await?;
            if asked1.len() < 9 { break asked1; }
            break 'a'.to_string();
        };
        note(word1).await?;
    } else {
        note("other".to_string()).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            for item2 in (names.clone()) {
                note(item2).await?;
            }
            for ((at2, item2)) in names.clone().into_iter().enumerate().take(2) {
                note(format!("{at2} {item2}")).await?;
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    number(2).await
}
#[test]
fn w292_agrees() {
    agrees!(w292(n, flag, word, names, what));
}

#[workflow]
pub async fn w293(n: i64, word: String, here: my_types::Spot) -> Result<i64, Failure> {
    if word.len() > 1 {
        match risky(word.clone()).await {
            Ok(few0 @ (0 | 1)) => {
                number(few0).await?;
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
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        if let Ok(my_types::Spot { x: 0, y: y1 }) = spot(here).await {
            note(format!("{y1}")).await?;
        }
        if let Ok(size1 @ 1..=9) = number(n).await {
            note(format!("{size1}")).await?;
        }
        if let Ok((0)) = number(n).await {
            note("zero".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let some2 = {
            let inner2 = text(word.clone()).await?;
            vec![inner2]
        };
        let code = n % 7;
        let label2 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label2.text, label2.code, some2.len())).await?;
    }
    return Ok(3);
}
#[test]
fn w293_agrees() {
    agrees!(w293(n, word, here));
}

#[workflow]
pub async fn w294(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
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
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let (left1, right1) = join!(number(n), async {
            let inner1 = text(word.clone()).await?;
            Ok(inner1.len() as i64)
        }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        number(left1 % 9 + right1).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let done2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            note(item2).await?;
            Ok(())
        }).await?;
        note(format!("{}", done2.len())).await?;
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
fn w294_agrees() {
    agrees!(w294(n, word, names));
}
