//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w270(n: i64, word: String, names: Vec<String>, sizes: BTreeMap<String, i64>, ints: Ints, bag: BTreeSet<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let mut totals0 = sizes.clone();
        for item0 in names.iter().take(3).cloned().collect::<Vec<_>>() {
            *totals0.entry(item0.clone()).or_insert(2) += item0.len() as i64 % 9;
            note(item0).await?;
        }
        number(totals0.get(&word).copied().unwrap_or(7) % 9 + totals0.len() as i64).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut last1: BTreeMap<String, String> = BTreeMap::new();
        *last1.entry(word.clone()).or_default() = text(word.clone()).await?;
        last1.entry(format!("{n}")).or_insert_with(|| word.clone()).push_str("!");
        let mut deep1: BTreeMap<u8, BTreeMap<String, i64>> = BTreeMap::new();
        *deep1.entry(ints.a % 3).or_default().entry(word.clone()).or_insert(7) -= 1;
        deep1.entry(ints.a % 2).or_default();
        note(format!("{} {} {}", last1.len(), deep1.len(), last1.get(&word).cloned().unwrap_or_default())).await?;
    }
    let value2 = {
        let mut seen2 = bag.clone();
        seen2.insert(word.clone());
        seen2.retain(|of| of != "a");
        for item2 in seen2.clone() {
            note(item2).await?;
        }
        if seen2 == bag || bag.contains(&word) {
            note(format!("{}", seen2.len())).await?;
        }
        let first2 = seen2.first().cloned().unwrap_or_default();
        let all2: BTreeSet<i32> = names.iter().map(|of| of.len() as i32 % 9).collect();
        number(i64::from(all2.iter().sum::<i32>()) + first2.len() as i64).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w270_agrees() {
    agrees!(w270(n, word, names, sizes, ints, bag));
}

#[workflow]
pub async fn w271(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, what: Kind, shelf: HashMap<String, i64>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let mut shelf0 = shelf.clone();
        let asked0 = shelf0.get(&word).copied().unwrap_or(1) % 9;
        shelf0.insert(word.clone(), n % 9);
        *shelf0.entry("a".to_string()).or_insert(0) = asked0;
        shelf0.remove("b");
        let (many0, same0) = (shelf0.len() as i64, shelf0 == shelf || shelf0.contains_key("c"));
        number(many0).await?;
        if same0 {
            note("same".to_string()).await?;
        }
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            match asked(word.clone()).await {
                Ok(found1) => {
                    number(found1 % 9).await?;
                }
                Err(failure1) => match failure1.decode::<Trouble>() {
                    Ok(Trouble::Bad { code: 0..=9, .. } | Trouble::Busy) => {
                        note("small".to_string()).await?;
                    }
                    Ok(Trouble::Bad { why: said1, .. } | Trouble::Closed(said1)) => {
                        note(said1).await?;
                    }
                    Ok(_) => {
                        note("more".to_string()).await?;
                    }
                    Err(other1) => {
                        note(other1.error().to_string()).await?;
                    }
                },
            }
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let side2 = match &what {
            Kind::Sized(side2) | Kind::Named { size: side2, .. } => *side2 % 9,
            Kind::Empty => 0,
        };
        match what.clone() {
            Kind::Sized(size2) | Kind::Named { size: size2, .. } if size2 > 2 => {
                number(size2 % 9).await?;
            }
            _ => {
                note("little".to_string()).await?;
            }
        }
        match (perhaps.clone(), n) {
            (Some(name2), 0..=3) | (Some(name2), 7) => note(name2).await?,
            (None, size2) | (Some(_), size2) => note(format!("{size2} {side2}")).await?,
        }
    }
    number(2).await
}
#[test]
fn w271_agrees() {
    agrees!(w271(n, word, names, perhaps, what, shelf));
}

#[workflow]
pub async fn w272(n: i64, word: String, names: Vec<String>, wide: u64, wides: Vec<u64>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let least0 = wide.min(7) + wides.iter().min().copied().unwrap_or(3).min(9);
        let most0 = wides.iter().max().copied();
        let mut some0 = wides.clone();
        some0.sort();
        some0.dedup();
        let found0 = some0.contains(&wide) || most0 == Some(wide);
        if wide > 5 && found0 {
            note("wide".to_string()).await?;
        }
        number((least0 % 9) as i64 + some0.len() as i64).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let near1 = n.clamp(-5, 9) + std::cmp::max(n, 2).min(50);
        let best1 = wides.iter().enumerate().max_by_key(|(_, of)| **of).map_or(0, |(at, _)| at);
        let order1 = if wides.first() == wides.last() && n <= 5 { 1 } else { 2 };
        pair(near1, best1 as i64 + order1).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        ping().await?;
        let unit2 = ();
        note("pong".to_string()).await?;
        let _ = unit2;
        Ok(word)
    }).await?;
    return Ok(3);
}
#[test]
fn w272_agrees() {
    agrees!(w272(n, word, names, wide, wides));
}

#[workflow]
pub async fn w273(word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let id0 = uuid();
        let name0 = text(id0.clone()).await?;
        note(format!("{id0} {name0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
        let (share1, begun1) = (random(), now());
        let asked1 = measure(share1).await?;
        note(format!("{begun1} {}", asked1 > share1)).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        let found2 = text(word.clone()).await.ok();
        note(found2.unwrap_or_default()).await?;
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
fn w273_agrees() {
    agrees!(w273(word));
}

#[workflow]
pub async fn w274(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        let many0 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many0}")).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let some1 = list(word.clone()).await.unwrap_or(vec![]);
        let more1 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more1}", some1.len())).await?;
    }
    let value2 = {
        let (size2, name2) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size2} {name2}")).await?;
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
fn w274_agrees() {
    agrees!(w274(n, word, names));
}
