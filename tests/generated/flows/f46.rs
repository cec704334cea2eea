//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w230(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
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
    let kept2: Result<i64, Failure> = async { Ok(number(n).await? % 9) }.await;
    let all2 = async {
        check(word.clone()).await?;
        number(n).await
    }.await.unwrap_or(3);
    note(word.clone()).await?;
    number(kept2? + all2 % 9).await?;
    return Ok(3);
}
#[test]
fn w230_agrees() {
    agrees!(w230(n, word, names));
}

#[workflow]
pub async fn w231(n: i64, flag: bool, word: String) -> Result<i64, Failure> {
    let found0 = 'found: {
        if flag { break 'found word.clone(); }
        let Ok(more0) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
        more0
    };
    note(found0).await?;
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
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w231_agrees() {
    agrees!(w231(n, flag, word));
}

#[workflow]
pub async fn w232(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let found0;
    let name0: String;
    if n > 3 {
        found0 = number(n).await? % 9;
        name0 = word.clone();
    } else {
        (found0, name0) = (n % 5, text(word.clone()).await?);
    }
    let (mut a0, mut b0) = (found0, 1);
    (a0, b0) = (b0, a0 + b0);
    (a0, _) = (number(b0).await? % 9, 0);
    note(format!("{name0} {a0} {b0}")).await?;
    match names.as_slice() {
        [] => note("none".to_string()).await?,
        [only1] => note(only1.clone()).await?,
        [first1, .., last1] => note(format!("{first1} {last1}")).await?,
    }
    if let [_, rest1 @ ..] = &names[..] {
        number(rest1.len() as i64).await?;
    }
    let small1 = match names.as_slice() { [head1, .., _] => head1.len() as i64, _ => n % 3 };
    number(small1).await?;
    for turn2 in (0..names.len()).rev() {
        if turn2 > 2 { continue; }
        note(names[turn2].clone()).await?;
    }
    let mut last2 = 0;
    for turn2 in n % 3..1_000_000 {
        last2 = turn2;
        if turn2 > 3 { break; }
        number(turn2).await?;
    }
    number(last2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w232_agrees() {
    agrees!(w232(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w233(n: i64, word: String, names: Vec<String>, perhaps: Option<String>, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let rate0 = n % 7;
    let price0 = |of: i64| of % 9 + rate0;
    let told0 = |name: &str| format!("{name} {}", price0(1));
    note(told0(&word)).await?;
    number(price0(price0(n))).await?;
    if n > 30 { return Err(Trouble::Bad { code: n % 99, why: word.clone() }.into()); }
    if let Err(failure1) = async {
        let size1 = number(n).await?;
        if size1 > 4 { return Err(Failure::from(Trouble::Closed(word.clone()))); }
        perhaps.clone().ok_or(Trouble::Busy)?;
        Ok(size1)
    }.await {
        note(failure1.cause()).await?;
    }
    let mut totals2 = sizes.clone();
    for item2 in names.iter().take(3).cloned().collect::<Vec<_>>() {
        *totals2.entry(item2.clone()).or_insert(2) += item2.len() as i64 % 9;
        note(item2).await?;
    }
    number(totals2.get(&word).copied().unwrap_or(7) % 9 + totals2.len() as i64).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w233_agrees() {
    agrees!(w233(n, word, names, perhaps, sizes));
}

#[workflow]
pub async fn w234(n: i64, word: String, names: Vec<String>, ints: Ints, bag: BTreeSet<String>, shelf: HashMap<String, i64>) -> Result<i64, Failure> {
    let mut last0: BTreeMap<String, String> = BTreeMap::new();
    *last0.entry(word.clone()).or_default() = text(word.clone()).await?;
    last0.entry(format!("{n}")).or_insert_with(|| word.clone()).push_str("!");
    let mut deep0: BTreeMap<u8, BTreeMap<String, i64>> = BTreeMap::new();
    *deep0.entry(ints.a % 3).or_default().entry(word.clone()).or_insert(7) -= 1;
    deep0.entry(ints.a % 2).or_default();
    note(format!("{} {} {}", last0.len(), deep0.len(), last0.get(&word).cloned().unwrap_or_default())).await?;
    let mut seen1 = bag.clone();
    seen1.insert(word.clone());
    seen1.retain(|of| of != "a");
    for item1 in seen1.clone() {
        note(item1).await?;
    }
    if seen1 == bag || bag.contains(&word) {
        note(format!("{}", seen1.len())).await?;
    }
    let first1 = seen1.first().cloned().unwrap_or_default();
    let all1: BTreeSet<i32> = names.iter().map(|of| of.len() as i32 % 9).collect();
    number(i64::from(all1.iter().sum::<i32>()) + first1.len() as i64).await?;
    let mut shelf2 = shelf.clone();
    let asked2 = shelf2.get(&word).copied().unwrap_or(1) % 9;
    shelf2.insert(word.clone(), n % 9);
    *shelf2.entry("a".to_string()).or_insert(0) = asked2;
    shelf2.remove("b");
    let (many2, same2) = (shelf2.len() as i64, shelf2 == shelf || shelf2.contains_key("c"));
    number(many2).await?;
    if same2 {
        note("same".to_string()).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w234_agrees() {
    agrees!(w234(n, word, names, ints, bag, shelf));
}
