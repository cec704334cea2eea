//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w305(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match names.as_slice() {
                [] => note("none".to_string()).await?,
                [only0] => note(only0.clone()).await?,
                [first0, .., last0] => note(format!("{first0} {last0}")).await?,
            }
            if let [_, rest0 @ ..] = &names[..] {
                number(rest0.len() as i64).await?;
            }
            let small0 = match names.as_slice() { [head0, .., _] => head0.len() as i64, _ => n % 3 };
            number(small0).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        for turn1 in (0..names.len()).rev() {
            if turn1 > 2 { continue; }
            note(names[turn1].clone()).await?;
        }
        let mut last1 = 0;
        for turn1 in n % 3..1_000_000 {
            last1 = turn1;
            if turn1 > 3 { break; }
            number(turn1).await?;
        }
        number(last1).await?;
    }
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let rate2 = n % 7;
        let price2 = |of: i64| of % 9 + rate2;
        let told2 = |name: &str| format!("{name} {}", price2(1));
        note(told2(&word)).await?;
        number(price2(price2(n))).await?;
    }
    Ok(1)
}
#[test]
fn w305_agrees() {
    agrees!(w305(n, word, names, what));
}

#[workflow]
pub async fn w306(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, sizes: BTreeMap<String, i64>, ints: Ints) -> Result<i64, Failure> {
    if word.len() > 1 {
        if n > 30 { return Err(Trouble::Bad { code: n % 99, why: word.clone() }.into()); }
        if let Err(failure0) = async {
            let size0 = number(n).await?;
            if size0 > 4 { return Err(Failure::from(Trouble::Closed(word.clone()))); }
            perhaps.clone().ok_or(Trouble::Busy)?;
            Ok(size0)
        }.await {
            note(failure0.cause()).await?;
        }
    } else {
        note("other".to_string()).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        let mut totals1 = sizes.clone();
        for item1 in names.iter().take(3).cloned().collect::<Vec<_>>() {
            *totals1.entry(item1.clone()).or_insert(2) += item1.len() as i64 % 9;
            note(item1).await?;
        }
        number(totals1.get(&word).copied().unwrap_or(7) % 9 + totals1.len() as i64).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let value2 = {
        let mut last2: BTreeMap<String, String> = BTreeMap::new();
        *last2.entry(word.clone()).or_default() = text(word.clone()).await?;
        last2.entry(format!("{n}")).or_insert_with(|| word.clone()).push_str("!");
        let mut deep2: BTreeMap<u8, BTreeMap<String, i64>> = BTreeMap::new();
        *deep2.entry(ints.a % 3).or_default().entry(word.clone()).or_insert(7) -= 1;
        deep2.entry(ints.a % 2).or_default();
        note(format!("{} {} {}", last2.len(), deep2.len(), last2.get(&word).cloned().unwrap_or_default())).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    number(2).await
}
#[test]
fn w306_agrees() {
    agrees!(w306(n, word, names, perhaps, sizes, ints));
}

#[workflow]
pub async fn w307(n: i64, word: String, names: Vec<String>, what: Kind, bag: BTreeSet<String>, shelf: HashMap<String, i64>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut seen0 = bag.clone();
        seen0.insert(word.clone());
        seen0.retain(|of| of != "a");
        for item0 in seen0.clone() {
            note(item0).await?;
        }
        if seen0 == bag || bag.contains(&word) {
            note(format!("{}", seen0.len())).await?;
        }
        let first0 = seen0.first().cloned().unwrap_or_default();
        let all0: BTreeSet<i32> = names.iter().map(|of| of.len() as i32 % 9).collect();
        number(i64::from(all0.iter().sum::<i32>()) + first0.len() as i64).await?;
    }
    let value1 = {
        let mut shelf1 = shelf.clone();
        let asked1 = shelf1.get(&word).copied().unwrap_or(1) % 9;
        shelf1.insert(word.clone(), n % 9);
        *shelf1.entry("a".to_string()).or_insert(0) = asked1;
        shelf1.remove("b");
        let (many1, same1) = (shelf1.len() as i64, shelf1 == shelf || shelf1.contains_key("c"));
        number(many1).await?;
        if same1 {
            note("same".to_string()).await?;
        }
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match asked(word.clone()).await {
                Ok(found2) => {
                    number(found2 % 9).await?;
                }
                Err(failure2) => match failure2.decode::<Trouble>() {
                    Ok(Trouble::Bad { code: 0..=9, .. } | Trouble::Busy) => {
                        note("small".to_string()).await?;
                    }
                    Ok(Trouble::Bad { why: said2, .. } | Trouble::Closed(said2)) => {
                        note(said2).await?;
                    }
                    Ok(_) => {
                        note("more".to_string()).await?;
                    }
                    Err(other2) => {
                        note(other2.error().to_string()).await?;
                    }
                },
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w307_agrees() {
    agrees!(w307(n, word, names, what, bag, shelf));
}

#[workflow]
pub async fn w308(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind, wide: u64, wides: Vec<u64>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let side0 = match &what {
            Kind::Sized(side0) | Kind::Named { size: side0, .. } => *side0 % 9,
            Kind::Empty => 0,
        };
        match what.clone() {
            Kind::Sized(size0) | Kind::Named { size: size0, .. } if size0 > 2 => {
                number(size0 % 9).await?;
            }
            _ => {
                note("little".to_string()).await?;
            }
        }
        match (perhaps.clone(), n) {
            (Some(name0), 0..=3) | (Some(name0), 7) => note(name0).await?,
            (None, size0) | (Some(_), size0) => note(format!("{size0} {side0}")).await?,
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let least1 = wide.min(7) + wides.iter().min().copied().unwrap_or(3).min(9);
        let most1 = wides.iter().max().copied();
        let mut some1 = wides.clone();
        some1.sort();
        some1.dedup();
        let found1 = some1.contains(&wide) || most1 == Some(wide);
        if wide > 5 && found1 {
            note("wide".to_string()).await?;
        }
        number((least1 % 9) as i64 + some1.len() as i64).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let near2 = n.clamp(-5, 9) + std::cmp::max(n, 2).min(50);
        let best2 = wides.iter().enumerate().max_by_key(|(_, of)| **of).map_or(0, |(at, _)| at);
        let order2 = if wides.first() == wides.last() && n <= 5 { 1 } else { 2 };
        pair(near2, best2 as i64 + order2).await?;
        Ok(word)
    }).await?;
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w308_agrees() {
    agrees!(w308(n, word, names, perhaps, what, wide, wides));
}
