//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w250(word: String, names: Vec<String>, ints: Ints) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let sum0 = ints.a as i64 + i64::from(ints.b) * 2_i64 - i64::from(ints.g) / 4;
        let all0 = (ints.a / 2 + 100_u8, ints.b % 200_u16, ints.c / 3_u32, ints.e / 2 - 1_i8, ints.f % 20_i16, ints.g - 7_i32);
        number(sum0 % 1000 + i64::from(all0.0) + i64::from(all0.3)).await?;
        widths(Ints { a: all0.0, b: all0.1, c: all0.2, d: ints.d % 9_u64, e: all0.3, f: all0.4, g: all0.5 }).await?;
    }
    if word.len() > 1 {
        let next1 = widths(ints.clone()).await?;
        let low1 = next1.a.min(9).max(2);
        let total1 = u32::from(low1) + next1.c % 7 + next1.d as u32 % 5_usize as u32;
        match (next1.e, next1.f) {
            (-128, _) | (_, -1) => note("edge".to_string()).await?,
            (0..=9, 2..) => note("small".to_string()).await?,
            _ => note(format!("{total1}")).await?,
        }
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let asked2: i64 = word.parse().unwrap_or(4);
        let kept2 = word.parse::<u8>().ok();
        note(format!("{asked2} {}", kept2.is_some())).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    number(2).await
}
#[test]
fn w250_agrees() {
    agrees!(w250(word, names, ints));
}

#[workflow]
pub async fn w251(n: i64, names: Vec<String>, perhaps: Option<String>, what: Kind) -> Result<i64, Failure> {
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
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match &what {
            &Kind::Empty => note("empty".to_string()).await?,
            Kind::Sized((size1)) => note(format!("{size1}")).await?,
            Kind::Named { name: name1, .. } => note(name1.clone()).await?,
        }
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let mut total2 = 0;
            for (at2, item2) in names.clone().into_iter().enumerate().take(2) {
                total2 += at2 + item2.len();
                note(item2.clone()).await?;
            }
            note(format!("{total2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w251_agrees() {
    agrees!(w251(n, names, perhaps, what));
}

#[workflow]
pub async fn w252(n: i64, flag: bool, word: String, names: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
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
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
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
    if word.len() > 1 {
        let held2 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text2, .. }, lines: (lines2), .. } = parcel(held2).await?;
        note(format!("{text2} {}", lines2.len())).await?;
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
    agrees!(w252(n, flag, word, names, what, held, sizes));
}

#[workflow]
pub async fn w253(n: i64, flag: bool, word: String, names: Vec<String>) -> Result<i64, Failure> {
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let way0 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size0 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way0} {size0}")).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let word1 = loop {
            let asked1 = text(word.clone()).await?;
            if asked1.len() < 9 { break asked1; }
            break 'a'.to_string();
        };
        note(word1).await?;
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        for item2 in (names.clone()) {
            note(item2).await?;
        }
        for ((at2, item2)) in names.clone().into_iter().enumerate().take(2) {
            note(format!("{at2} {item2}")).await?;
        }
    }
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w253_agrees() {
    agrees!(w253(n, flag, word, names));
}

#[workflow(steps(doubled))]
pub async fn w254(n: i64, word: String, here: my_types::Spot) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
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
        return Ok(3);
    };
    note(word.clone()).await?;
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
    let value2 = {
        let some2 = {
            let inner2 = text(word.clone()).await?;
            vec![inner2]
        };
        let code = n % 7;
        let label2 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label2.text, label2.code, some2.len())).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w254_agrees() {
    agrees!(w254(n, word, here));
}
