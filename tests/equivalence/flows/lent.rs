//! Borrows that outlive a call: the machine keeps values, the code sees borrows of them.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Crate {
    pub name: String,
    pub weight: i32,
    pub note: Option<String>,
    pub marks: Vec<String>,
    #[serde(default)]
    pub open: bool,
    pub by: Carrier,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Carrier {
    Ship { port: String, days: u8 },
    Van(Option<String>),
    Foot,
}

#[pure]
fn label(of: &Crate) -> String {
    format!("{}:{}", of.name, of.weight)
}

#[pure]
fn longer(a: &str, b: &str) -> bool {
    a.len() > b.len()
}

/// A loop over a borrowed list, whose items are used in each way that a borrow can be.
#[workflow]
pub async fn lent_items(all: Vec<Crate>, least: i32) -> Result<(Vec<String>, i64), Failure> {
    let mut seen = vec![];
    let mut sum = 0i64;
    for it in &all {
        if it.weight < least {
            continue;
        }
        note(label(it)).await?;
        let Crate { name, marks, .. } = it;
        sum += i64::from(it.weight) + marks.len() as i64;
        if let Some(text) = &it.note {
            note(text.clone()).await?;
            seen.push(format!("{text} of {name}"));
        }
        if it.open && it.by == Carrier::Foot {
            count(name.to_string()).await?;
        }
        seen.push(it.name.clone());
        note(it.marks.join("+")).await?;
    }
    note(format!("{}", all.len())).await?;
    Ok((seen, sum))
}

/// Adapters, pairs, maps, patterns with `&`.
#[workflow]
pub async fn lent_adapters(
    all: Vec<Crate>,
    sizes: BTreeMap<String, i32>,
    spare: Vec<i32>,
) -> Result<Vec<String>, Failure> {
    let mut told = vec![];
    for (at, it) in all.iter().enumerate() {
        note(format!("{at}{}", it.name)).await?;
        told.push(it.name.to_owned());
    }
    for it in all.iter().filter(|it| it.open).rev() {
        note(it.name.clone()).await?;
    }
    for (name, size) in &sizes {
        number(i64::from(*size)).await?;
        told.push(name.clone());
    }
    for (name, &size) in sizes.iter().filter(|(_, size)| **size > 3) {
        number(i64::from(size)).await?;
        note(name.clone()).await?;
    }
    for name in sizes.keys() {
        note(name.clone()).await?;
    }
    for size in sizes.values() {
        number(i64::from(*size) * 2).await?;
    }
    for &size in &spare {
        number(i64::from(size)).await?;
    }
    for (it, size) in all.iter().zip(&spare) {
        note(format!("{}{size}", it.name)).await?;
    }
    for it in all.iter().skip(1).take(2) {
        note(label(it)).await?;
    }
    Ok(told)
}

/// References under a name: of a field, an item, an option, a text.
#[workflow]
pub async fn lent_names(it: Crate, others: Vec<Crate>) -> Result<String, Failure> {
    let whole = &it;
    let name = &it.name;
    let port = it.name.as_str();
    let text = it.note.as_deref().unwrap_or("none");
    let first = others.first();
    let heaviest = others.iter().max_by_key(|of| of.weight);
    ping().await?;
    note(format!("{name}{port}{text}")).await?;
    if longer(port, text) || longer(name, "abc") {
        note(label(whole)).await?;
    }
    let mut best = whole;
    if let Some(other) = first {
        ping().await?;
        note(other.name.clone()).await?;
        if other.weight > best.weight {
            best = other;
        }
        ping().await?;
    }
    note(best.name.clone()).await?;
    match heaviest {
        Some(other) if other.weight > whole.weight => {
            ping().await?;
            Ok(other.name.to_string())
        }
        _ => Ok(first.map(|of| of.name.clone()).unwrap_or_default()),
    }
}

/// Patterns on what is borrowed.
#[workflow]
pub async fn lent_parts(it: Crate, n: i32) -> Result<String, Failure> {
    match &it.by {
        Carrier::Ship { port, days } if *days > 3 => {
            note(port.clone()).await?;
            number(i64::from(*days)).await?;
            note(format!("{port}{days}")).await?;
        }
        Carrier::Ship { port, .. } => {
            ping().await?;
            note(port.to_string()).await?;
        }
        Carrier::Van(Some(name)) => {
            ping().await?;
            note(name.clone()).await?;
        }
        Carrier::Van(None) | Carrier::Foot => {}
    }
    let Some(text) = &it.note else {
        return Ok(it.name);
    };
    ping().await?;
    let kind = match n {
        0 => "none",
        1..=9 => "few",
        _ => "many",
    };
    let mut more = "less";
    note(format!("{kind}{text}")).await?;
    if n > 4 {
        more = kind;
    }
    let found = if n > 2 { Some("x") } else { None };
    ping().await?;
    match it.name.trim() {
        "a" => note("short".to_string()).await?,
        other => {
            ping().await?;
            note(other.to_owned()).await?;
        }
    }
    Ok(format!("{more}{kind}{}{}", found.unwrap_or("y"), it.marks.len()))
}

/// Items of Maps, and branches, of what is borrowed.
#[workflow]
pub async fn lent_forks(
    all: Vec<Crate>,
    words: Vec<String>,
) -> Result<(Vec<u32>, Vec<String>), Failure> {
    let first = all.first();
    let counts = map(&words, async |word| {
        if let Some(it) = first {
            ping().await?;
            note(it.name.clone()).await?;
        }
        count(word.clone()).await
    })
    .await?;
    let names = map(all.iter().filter(|it| !it.open), async |it| {
        ping().await?;
        text(it.name.clone()).await
    })
    .await?;
    map(["x", "y"], async |it| note(it.to_owned()).await).await?;
    let (last, _) = (words.last(), 1);
    join!(
        async {
            ping().await?;
            note(last.cloned().unwrap_or_default()).await
        },
        async {
            for kind in ["a", "b"] {
                note(kind.to_owned()).await?;
                note(format!("{kind}!")).await?;
            }
            Ok(())
        }
    )
    .await?;
    Ok((counts, names))
}

/// Loops in loops, pairs of borrows, borrows that a branch, an item or an undo takes with it.
#[workflow]
pub async fn lent_further(
    all: Vec<Crate>,
    sizes: BTreeMap<String, i32>,
    pair: (String, Option<String>),
) -> Result<Vec<String>, Failure> {
    let mut told = vec![];
    for it in &all {
        for mark in &it.marks {
            if mark.is_empty() {
                continue;
            }
            note(format!("{mark}{}", it.name)).await?;
            told.push(mark.clone());
        }
        match (&it.note, it.weight) {
            (Some(text), 1..) => {
                ping().await?;
                note(text.clone()).await?;
            }
            (Some(_), _) => {}
            (None, weight) => {
                number(i64::from(weight)).await?;
            }
        }
    }
    for (at, (name, size)) in sizes.iter().enumerate() {
        ping().await?;
        told.push(format!("{at}{name}{size}"));
    }
    let (left, right) = &pair;
    let (first, last) = (all.first(), all.last());
    ping().await?;
    note(format!("{left}{}", right.as_deref().unwrap_or("-"))).await?;
    for word in left.split("a") {
        ping().await?;
        note(word.trim().to_owned()).await?;
    }
    let Some(it) = first else { return Ok(told) };
    text(it.name.clone()).undo(|_| note(it.name.clone())).await?;
    let weights = map(vec![1, 2], async |n| {
        ping().await?;
        Ok(it.weight % 9 + n)
    })
    .distributed()
    .await?;
    let name = if weights.len() > 1 { &it.name } else { left };
    ping().await?;
    note(format!("{name}{}", last.map_or(0, |of| of.weight % 9))).await?;
    Ok(told)
}

#[pure]
fn weight_of(of: Option<&Crate>) -> i32 {
    of.map_or(0, |it| it.weight % 9)
}

/// Borrows of borrows: under other names, in loops, in undos, in items of distributed Maps.
#[workflow]
pub async fn lent_again(
    all: Vec<Crate>,
    lists: BTreeMap<String, Vec<String>>,
    it: Crate,
) -> Result<Vec<String>, Failure> {
    let mut told = vec![];
    let lines = &it.marks;
    ping().await?;
    for line in lines {
        note(line.clone()).await?;
    }
    for line in it.marks.as_slice() {
        note(line.clone()).await?;
    }
    for (name, list) in &lists {
        for of in list {
            note(format!("{name}{of}")).await?;
        }
    }
    let first = all.first();
    let again = first;
    if let Some(it) = again {
        ping().await?;
        told.push(it.name.clone());
        match &it.by {
            Carrier::Ship { port, .. } => {
                let name = port;
                ping().await?;
                note(name.clone()).await?;
            }
            _ => ping().await?,
        }
    }
    let name = it.name.as_str();
    text("x".to_string()).undo(|of| note(format!("{of}{name}"))).await?;
    let counts = map(lines, async |line| {
        ping().await?;
        count(line.clone()).await
    })
    .await?;
    let mut best: Option<&Crate> = None;
    for it in &all {
        let size = number(i64::from(it.weight)).await?;
        if size > 2 {
            best = Some(it);
        }
    }
    told.push(best.map_or("-".to_string(), |it| it.name.clone()));
    let sizes = map(vec![1, 2], async |n| {
        ping().await?;
        Ok(weight_of(first) + weight_of(best) + label(&it).len() as i32 % 9 + n)
    })
    .distributed()
    .await?;
    note(format!("{name}{}{}", sizes.len(), counts.len())).await?;
    Ok(told)
}

/// Texts, entries of maps, options that become `None`, names that a pattern has bound and that are assigned.
#[workflow]
pub async fn lent_forms(
    all: Vec<Crate>,
    sizes: BTreeMap<String, i32>,
    it: Crate,
    n: i32,
) -> Result<Vec<String>, Failure> {
    let mut told = vec![];
    let name: &str = &it.name;
    let which = if n > 3 { &it.name } else { "none" };
    let largest = sizes.iter().max_by_key(|(_, size)| **size);
    let lowest = sizes.first_key_value();
    let mut mark = it.marks.first();
    let text = it.note.as_deref().unwrap_or_default();
    ping().await?;
    match name {
        "a" => note("short".to_string()).await?,
        other => note(other.to_owned()).await?,
    }
    if let Some((name, size)) = largest {
        ping().await?;
        told.push(format!("{name}{size}"));
    }
    told.push(lowest.map_or("-".to_string(), |(name, _)| name.clone()));
    if n > 5 {
        mark = None;
    }
    ping().await?;
    told.push(format!("{which}{text}{}", mark.cloned().unwrap_or_default()));
    let opt = if n > 1 {
        ping().await?;
        it.note.as_deref()
    } else {
        None
    };
    ping().await?;
    told.push(opt.unwrap_or("none").to_string());
    let Some(mut best) = all.first() else { return Ok(told) };
    for it in &all {
        ping().await?;
        if it.weight > best.weight {
            best = it;
        }
    }
    told.push(best.name.clone());
    let (mut left, right) = (&it, best);
    ping().await?;
    if n > 2 {
        left = right;
    }
    match (&left.note, &right.note) {
        (Some(one), _) | (_, Some(one)) => {
            ping().await?;
            told.push(one.clone());
        }
        _ => {}
    }
    for (at, (one, size)) in all.iter().zip(sizes.values()).enumerate().filter(|(at, _)| *at != 1) {
        ping().await?;
        told.push(format!("{at}{}{size}", one.name));
    }
    for pair in it.marks.chunks(2) {
        for mark in pair.iter() {
            note(mark.clone()).await?;
        }
    }
    let most = told.iter().map(|of| of.len() as i32).max_by(i32::cmp);
    number(i64::from(most.unwrap_or(0))).await?;
    Ok(told)
}

#[test]
fn again_agree() {
    prove!(lent_again(all, lists, it): ping, note, number, text, count; failing = 2).run();
}
#[test]
fn forms_agree() {
    prove!(lent_forms(all, sizes, it, n): ping, note, number; failing = 2).run();
}
#[test]
fn further_agree() {
    prove!(lent_further(all, sizes, pair): ping, note, number, text; failing = 2).run();
}
#[test]
fn items_agree() {
    prove!(lent_items(all, least): note, count; failing = 2).run();
}
#[test]
fn adapters_agree() {
    prove!(lent_adapters(all, sizes, spare): note, number; failing = 2).run();
}
#[test]
fn names_agree() {
    prove!(lent_names(it, others): ping, note; failing = 2).run();
}
#[test]
fn parts_agree() {
    prove!(lent_parts(it, n): ping, note, number; failing = 2).run();
}
#[test]
fn forks_agree() {
    prove!(lent_forks(all, words): ping, note, count, text; failing = 2).run();
}
