//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w275(n: i64, word: String, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let asked0: i64 = word.parse().unwrap_or(4);
            let kept0 = word.parse::<u8>().ok();
            note(format!("{asked0} {}", kept0.is_some())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let Some(word) = maybe(word.clone()).await? else {
        match (perhaps.as_deref(), n) {
            (Some("a" | "b"), 0..) => note("a".to_string()).await?,
            ((Some(name1)), -1 | LIMIT) => note(name1.to_string()).await?,
            _ => note("none".to_string()).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match &what {
                &Kind::Empty => note("empty".to_string()).await?,
                Kind::Sized((size2)) => note(format!("{size2}")).await?,
                Kind::Named { name: name2, .. } => note(name2.clone()).await?,
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w275_agrees() {
    agrees!(w275(n, word, perhaps, what));
}

#[workflow]
pub async fn w276(n: i64, flag: bool, word: String, names: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let value0 = {
        let mut total0 = 0;
        for (at0, item0) in names.clone().into_iter().enumerate().take(2) {
            total0 += at0 + item0.len();
            note(item0.clone()).await?;
        }
        note(format!("{total0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let mut sum1 = 0;
        for (name1, size1) in sizes.clone() {
            sum1 += size1 % 9;
            note(name1).await?;
        }
        number(sum1).await?;
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
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
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w276_agrees() {
    agrees!(w276(n, flag, word, names, sizes));
}

#[workflow]
pub async fn w277(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let held0 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text0, .. }, lines: (lines0), .. } = parcel(held0).await?;
        note(format!("{text0} {}", lines0.len())).await?;
    }
    if word.len() > 1 {
        let way1 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size1 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way1} {size1}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let word2 = loop {
            let asked2 = text(word.clone()).await?;
            if asked2.len() < 9 { break asked2; }
            break 'a'.to_string();
        };
        note(word2).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w277_agrees() {
    agrees!(w277(n, flag, word, names, held));
}

#[workflow]
pub async fn w278(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        for item0 in (names.clone()) {
            note(item0).await?;
        }
        for ((at0, item0)) in names.clone().into_iter().enumerate().take(2) {
            note(format!("{at0} {item0}")).await?;
        }
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
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
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        if let Ok(my_types::Spot { x: 0, y: y2 }) = spot(here).await {
            note(format!("{y2}")).await?;
        }
        if let Ok(size2 @ 1..=9) = number(n).await {
            note(format!("{size2}")).await?;
        }
        if let Ok((0)) = number(n).await {
            note("zero".to_string()).await?;
        }
    }
    number(2).await
}
#[test]
fn w278_agrees() {
    agrees!(w278(n, word, names, here));
}

#[workflow]
pub async fn w279(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        let some0 = {
            let inner0 = text(word.clone()).await?;
            vec![inner0]
        };
        let code = n % 7;
        let label0 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label0.text, label0.code, some0.len())).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let (size1, mark1, half1) = (names.len(), 'a', 0.5);
        let (long1, sign1) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked1 = measure(half1 + sign1).await?;
        note(format!("{size1} {mark1} {long1} {}", asked1 > half1)).await?;
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let (left2, right2) = join!(number(n), async {
            let inner2 = text(word.clone()).await?;
            Ok(inner2.len() as i64)
        }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        number(left2 % 9 + right2).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    return Ok(3);
}
#[test]
fn w279_agrees() {
    agrees!(w279(n, word, names));
}
