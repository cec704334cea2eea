//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w280(share: f64, ints: Ints) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let part0 = measure(-share - 1e3).await?;
        let whole0 = part0 as i64 / 3;
        if -part0 > share && share != 0.5 {
            number(whole0 % 100).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let sum1 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all1 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum1 % 1000 + i64::from(all1.0) + i64::from(all1.3)).await?;
        widths(Ints { a: all1.0, b: all1.1, c: all1.2, d: ints.d % 9_u64, e: all1.3, f: all1.4, g: all1.5 }).await?;
    }
    let value2 = {
        let next2 = widths(ints.clone()).await?;
        let low2 = next2.a.min(9).max(2);
        let total2 = u32::from(low2) + next2.c % 7 + next2.d as u32 % 5_usize as u32;
        match (next2.e, next2.f) {
            (-128, _) | (_, -1) => note("edge".to_string()).await?,
            (0..=9, 2..) => note("small".to_string()).await?,
            _ => note(format!("{total2}")).await?,
        }
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
fn w280_agrees() {
    agrees!(w280(share, ints));
}

#[workflow]
pub async fn w281(n: i64, word: String, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let asked0: i64 = word.parse().unwrap_or(4);
        let kept0 = word.parse::<u8>().ok();
        note(format!("{asked0} {}", kept0.is_some())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match (perhaps.as_deref(), n) {
            (Some("a" | "b"), 0..) => note("a".to_string()).await?,
            ((Some(name1)), -1 | LIMIT) => note(name1.to_string()).await?,
            _ => note("none".to_string()).await?,
        }
    }
    let value2 = {
        match &what {
            &Kind::Empty => note("empty".to_string()).await?,
            Kind::Sized((size2)) => note(format!("{size2}")).await?,
            Kind::Named { name: name2, .. } => note(name2.clone()).await?,
        }
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
fn w281_agrees() {
    agrees!(w281(n, word, perhaps, what));
}

#[workflow(steps(doubled))]
pub async fn w282(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let mut total0 = 0;
        for (at0, item0) in names.clone().into_iter().enumerate().take(2) {
            total0 += at0 + item0.len();
            note(item0.clone()).await?;
        }
        note(format!("{total0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value1 = {
        let mut sum1 = 0;
        for (name1, size1) in sizes.clone() {
            sum1 += size1 % 9;
            note(name1).await?;
        }
        number(sum1).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
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
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w282_agrees() {
    agrees!(w282(n, flag, word, names, what, sizes));
}

#[workflow]
pub async fn w283(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let held0 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text0, .. }, lines: (lines0), .. } = parcel(held0).await?;
        note(format!("{text0} {}", lines0.len())).await?;
        Ok(word)
    }).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let way1 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size1 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way1} {size1}")).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    if word.len() > 1 {
        let word2 = loop {
            let asked2 = text(word.clone()).await?;
            if asked2.len() < 9 { break asked2; }
            break 'a'.to_string();
        };
        note(word2).await?;
    } else {
        note("other".to_string()).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w283_agrees() {
    agrees!(w283(n, flag, word, names, held));
}

#[workflow]
pub async fn w284(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        for item0 in (names.clone()) {
            note(item0).await?;
        }
        for ((at0, item0)) in names.clone().into_iter().enumerate().take(2) {
            note(format!("{at0} {item0}")).await?;
        }
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
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
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    Ok(1)
}
#[test]
fn w284_agrees() {
    agrees!(w284(n, word, names, here));
}
