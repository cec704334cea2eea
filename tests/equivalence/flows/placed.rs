//! Places that change under another name: in loops over pairs, in the arms of a `match`, in branches that use the place.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    pub id: String,
    pub count: i32,
    pub marks: Vec<String>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Kind {
    Card { number: String, limit: i32 },
    Points(i32, String),
    Cash,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub kind: Kind,
    pub items: Vec<Item>,
    pub sums: BTreeMap<String, i32>,
    pub spare: Option<Item>,
}

/// Loops over pairs: of maps and of lists, that change the values alone and more.
#[workflow]
pub async fn paired_up(
    mut sums: BTreeMap<String, i32>,
    mut list: Vec<(String, i32)>,
    mut order: Order,
) -> Result<(BTreeMap<String, i32>, Vec<(String, i32)>, Order, i32, String), Failure> {
    let (mut most, mut longest) = (0, String::new());
    for (key, sum) in &mut sums {
        *sum /= 2;
        if key.len() > 3 {
            *sum -= key.len() as i32;
        }
    }
    for (_, sum) in order.sums.iter_mut() {
        *sum /= 3;
    }
    for (name, n) in list.iter_mut() {
        *n /= 4;
        name.push('!');
    }
    for (key, sum) in &mut sums {
        if *sum == 3 {
            continue;
        }
        *sum /= 2;
        if *sum > most {
            most = *sum;
            longest = key.clone();
        }
    }
    for (name, n) in &mut list {
        if n == &7 {
            continue;
        }
        most /= 2;
        *n -= most / 2;
        longest.push_str(name);
    }
    for (at, item) in order.items.iter_mut().enumerate() {
        item.count = item.count / 2 - at as i32;
    }
    for sum in order.sums.values_mut() {
        *sum /= 2;
    }
    note(format!("{most}")).await?;
    Ok((sums, list, order, most, longest))
}

/// Loops over what changes, with a call in each turn.
#[workflow]
pub async fn called_on(
    mut order: Order,
    mut sums: BTreeMap<String, u32>,
) -> Result<(Order, BTreeMap<String, u32>), Failure> {
    for item in &mut order.items {
        if item.count == 0 {
            continue;
        }
        item.id = text(item.id.clone()).await?;
        item.marks.push("seen".to_owned());
        if item.count > 9 {
            break;
        }
    }
    for (key, n) in &mut sums {
        *n = count(key.clone()).await? / 2;
    }
    for n in sums.values_mut() {
        if *n > 9 {
            *n = count(format!("{n}")).await? / 2;
        }
    }
    Ok((order, sums))
}

/// `match` on what may be there: the place is free where it is not.
#[workflow]
pub async fn matched_on(
    mut order: Order,
    key: String,
    other: String,
) -> Result<(Order, i32), Failure> {
    note(key.clone()).await?;
    match order.sums.get_mut(&key) {
        Some(sum) if *sum > 5 => *sum /= 2,
        Some(sum) => *sum -= 1,
        None => {
            order.sums.insert(key.clone(), 1);
        }
    }
    match order.items.last_mut() {
        Some(item) => item.count /= 3,
        None => order.items.push(Item { id: key.clone(), ..Item::default() }),
    }
    match order.items.first_mut() {
        Some(item) => {
            item.marks.push(key.clone());
            if item.marks.len() > 2 {
                item.note = None;
            }
        }
        _ => {}
    }
    match order.items.iter_mut().find(|item| item.id == other) {
        Some(item) => item.count /= 2,
        None => order.items.push(Item { id: other.clone(), ..Item::default() }),
    }
    if let Some(sum) = order.sums.get_mut(&other) {
        *sum /= 5;
    } else {
        order.sums.insert(other.clone(), 2);
    }
    let left = match order.sums.get_mut(&key) {
        Some(sum) => {
            *sum /= 2;
            *sum
        }
        None => 0,
    };
    match &mut order.spare {
        Some(item) => item.count /= 2,
        None => order.spare = order.items.first().cloned(),
    }
    match &mut order.kind {
        Kind::Card { limit, number } => {
            *limit /= 2;
            number.push('?');
        }
        Kind::Points(points, _) if *points > 4 => *points /= 3,
        Kind::Points(_, name) => name.push_str(&key),
        Kind::Cash => order.kind = Kind::Points(left, other),
    }
    if let Kind::Card { limit, number: _ } = &mut order.kind {
        *limit -= 1;
    }
    let told = match &mut order.kind {
        Kind::Card { number, .. } => number.len(),
        Kind::Points(..) => 1,
        Kind::Cash => 2,
    };
    note(format!("{told}")).await?;
    Ok((order, left))
}

/// The place in branches behind the last use of the borrow, and in ways that leave.
#[workflow]
pub async fn sunk(
    mut sums: BTreeMap<String, i32>,
    mut list: Vec<i32>,
    keys: Vec<String>,
    key: String,
) -> Result<(BTreeMap<String, i32>, Vec<i32>, i32), Failure> {
    let mut gone = 0;
    for key in &keys {
        let n = sums.entry(key.clone()).or_insert(2);
        *n /= 2;
        if *n == 0 {
            sums.remove(key);
            gone += 1;
        } else if *n > 5 {
            *n -= 1;
            gone += sums.len() as i32;
        }
    }
    note(key.clone()).await?;
    let n = sums.entry(key.clone()).or_insert(1);
    *n /= 2;
    if *n == 3 {
        return Ok((sums, list, gone));
    }
    *n += 1;
    match *n {
        1 => {
            sums.remove(&key);
        }
        2 => {
            *n = 7;
            sums.insert("two".to_owned(), 2);
        }
        more => *n = more / 2,
    }
    if let Some(n) = sums.get_mut("two") {
        *n /= 2;
        let was = if *n == 1 {
            sums.remove("two");
            sums.len() as i32
        } else {
            *n
        };
        gone += was;
    }
    if let Some(last) = list.last_mut() {
        *last /= 2;
        if *last == 0 {
            list.pop();
        }
    }
    note(format!("{gone}")).await?;
    Ok((sums, list, gone))
}

#[test]
fn paired_up_agrees() {
    prove!(paired_up(sums, list, order): note; failing = 10).run();
}
#[test]
fn called_on_agrees() {
    prove!(called_on(order, sums): text, count; failing = 10).run();
}
#[test]
fn matched_on_agrees() {
    prove!(matched_on(order, key, other): note; failing = 10).run();
}
#[test]
fn sunk_agrees() {
    prove!(sunk(sums, list, keys, key): note; failing = 10).run();
}

/// Values that are taken out of places, and put into them.
#[workflow]
pub async fn swapped_parts(
    mut order: Order,
    mut a: Vec<i32>,
    mut b: Vec<i32>,
    mut spare: Option<String>,
    keys: Vec<String>,
) -> Result<(Order, Vec<i32>, Vec<i32>, Option<String>, Vec<String>), Failure> {
    let mut told = vec![];
    note(format!("{}", a.len())).await?;
    std::mem::swap(&mut a, &mut b);
    let items = std::mem::take(&mut order.items);
    let was = std::mem::replace(&mut spare, Some("new".to_owned()));
    if let Some(was) = was {
        told.push(was);
    }
    for item in items {
        if let Some(note) = order.spare.take() {
            told.push(note.id);
            order.spare = Some(item);
        } else {
            order.spare.replace(item);
        }
    }
    if let Some(item) = &mut order.spare {
        told.push(item.note.take().unwrap_or_default());
        item.marks = std::mem::take(&mut told);
    }
    for key in keys {
        *order.spare.get_or_insert_with(Item::default).note.get_or_insert(key.clone()) += "x";
        let item = order.spare.get_or_insert_with(Item::default);
        item.count /= 2;
        match order.spare.take() {
            Some(item) if item.count == 3 => told.push(key),
            Some(item) => order.items.push(item),
            None => {}
        }
    }
    text(spare.take().unwrap_or("none".to_owned())).await?;
    let last = spare.replace("again".to_owned());
    told.push(last.unwrap_or("nothing".to_owned()));
    Ok((order, a, b, spare, told))
}

/// Items and values by a key that is a reference, or found by a closure.
#[workflow]
pub async fn found_by(
    mut order: Order,
    keys: Vec<String>,
    mut numbers: Vec<i32>,
) -> Result<(Order, Vec<i32>), Failure> {
    note("begins".to_owned()).await?;
    for key in &keys {
        if let Some(sum) = order.sums.get_mut(key) {
            *sum /= 2;
        }
        if let Some(item) = order.items.iter_mut().find(|item| &item.id == key) {
            item.count /= 2;
            item.marks.push(key.clone());
        } else {
            order.items.push(Item { id: key.clone(), ..Item::default() });
        }
        let Some(sum) = order.sums.get_mut(key.as_str()) else { continue };
        *sum -= 1;
    }
    if let Some(n) = numbers.iter_mut().find(|n| **n > 4) {
        *n /= 2;
    }
    numbers.iter_mut().for_each(|n| *n /= 2);
    order.items.iter_mut().for_each(|item| {
        item.count /= 2;
        item.note = None;
    });
    if !order.items.is_empty() {
        order.items.last_mut().unwrap().count /= 2;
        let first = order.items.first_mut().unwrap();
        first.marks.push("first".to_owned());
    }
    note("ends".to_owned()).await?;
    Ok((order, numbers))
}

/// Items of lists, and several places at once.
#[workflow]
pub async fn many_places(
    mut names: Vec<String>,
    mut items: Vec<Item>,
    many: Vec<i32>,
) -> Result<(Vec<String>, Vec<Item>, i32, i32), Failure> {
    let (mut a, mut b) = (0, 1);
    for n in &many {
        (a, b) = (b / 2, a + n / 2);
        if a > b {
            (items, names) = (items.clone(), vec![format!("{a}")]);
        }
    }
    for i in 0..items.len() {
        match items[i].count {
            0 => items[i].count += 1,
            1 => items[i].marks.push(format!("{i}")),
            _ if i > 1 => items.swap(0, i),
            _ => items[i].count /= 2,
        }
        if i < names.len() {
            names[i] += "x";
        }
    }
    note(format!("{a}")).await?;
    if !names.is_empty() {
        names[0] += &format!("{b}");
    }
    (a, b) = (b, a);
    Ok((names, items, a, b))
}

#[pure]
fn halves(mut xs: Vec<i32>) -> Vec<i32> {
    for x in xs.iter_mut() {
        *x /= 2;
    }
    for x in &mut xs {
        *x -= 1;
    }
    xs
}

#[pure]
fn settled(mut sums: BTreeMap<String, i32>, keys: Vec<String>, key: &str) -> BTreeMap<String, i32> {
    for (_, sum) in &mut sums {
        *sum /= 2;
    }
    for (key, sum) in sums.iter_mut() {
        if key.len() == 2 {
            continue;
        }
        *sum /= 3;
    }
    for key in &keys {
        match sums.get_mut(key) {
            Some(sum) if *sum == 0 => {
                sums.remove(key);
            }
            Some(sum) => *sum -= 1,
            None => {
                sums.insert(key.clone(), 3);
            }
        }
        let sum = sums.entry(key.clone()).or_insert(1);
        *sum /= 2;
        if *sum == 0 {
            sums.remove(key);
        }
    }
    if let Some(sum) = sums.get_mut(key) {
        *sum /= 2;
    } else {
        sums.insert(key.to_owned(), 4);
    }
    sums
}

#[pure]
fn turned(mut order: Order, at: usize) -> Order {
    match &mut order.kind {
        Kind::Card { limit, .. } if *limit < 3 => order.kind = Kind::Cash,
        Kind::Card { limit, number: _ } => *limit /= 2,
        Kind::Points(points, name) => {
            *points /= 2;
            name.push('p');
        }
        Kind::Cash => {}
    }
    if let Some(item) = order.items.get_mut(at) {
        item.count /= 2;
        if item.count == 0 {
            order.items.remove(at);
        }
    }
    let spare = order.spare.take();
    if let Some(mut item) = spare {
        let mut many = order.items.len() as i32;
        std::mem::swap(&mut item.count, &mut many);
        item.marks.push(format!("{many}"));
        order.items.push(item);
    }
    order
}

/// The same in functions that are expressions.
#[workflow]
pub async fn pure_places(
    order: Order,
    keys: Vec<String>,
    xs: Vec<i32>,
    at: usize,
) -> Result<(Order, BTreeMap<String, i32>, Vec<i32>), Failure> {
    note(format!("{at}")).await?;
    let key = keys.first().cloned().unwrap_or_default();
    let sums = settled(order.sums.clone(), keys, &key);
    Ok((turned(order, at), sums, halves(xs)))
}

#[test]
fn swapped_parts_agrees() {
    prove!(swapped_parts(order, a, b, spare, keys): note, text; failing = 10).run();
}
#[test]
fn found_by_agrees() {
    prove!(found_by(order, keys, numbers): note; failing = 10).run();
}
#[test]
fn many_places_agrees() {
    prove!(many_places(names, items, many): note; failing = 10).run();
}
#[test]
fn pure_places_agrees() {
    prove!(pure_places(order, keys, xs, at): note; failing = 10).run();
}

/// Borrows in blocks that fail, nested, two at once, and of one key twice.
#[workflow]
pub async fn entangled(
    mut order: Order,
    mut groups: BTreeMap<String, BTreeMap<String, i32>>,
    keys: Vec<String>,
    limit: i32,
) -> Result<(Order, BTreeMap<String, BTreeMap<String, i32>>, Vec<i32>), Failure> {
    let mut told = vec![];
    match async {
        for item in &mut order.items {
            item.count /= 2;
            if item.count == limit {
                return Err(Failure::new("Limit", item.id.clone()));
            }
            match order.sums.get_mut(&item.id) {
                Some(sum) if *sum > item.count => {
                    *sum /= 2;
                    if note(format!("{sum}")).await.is_err() {
                        *sum -= 1;
                        told.push(*sum);
                    }
                }
                Some(sum) => {
                    let was = *sum;
                    order.sums.remove(&item.id);
                    told.push(was);
                }
                None => continue,
            }
            item.marks.push("seen".to_owned());
        }
        Ok(1)
    }
    .await
    {
        Ok(one) => told.push(one),
        Err(failure) => told.push(failure.cause().len() as i32),
    }
    for key in &keys {
        let group = groups.entry(key.clone()).or_default();
        let a = &mut order.items;
        let b = &mut told;
        let sum = group.entry("a".to_owned()).or_insert(limit / 2);
        *sum /= 2;
        if *sum == 0 {
            group.remove("a");
            continue;
        }
        let sum = group.entry("a".to_owned()).or_insert(7);
        *sum -= 1;
        for (name, n) in group.iter_mut() {
            if name == key {
                *n /= 2;
                continue;
            }
            *n /= 3;
            b.push(*n);
        }
        if let Some(first) = a.first_mut()
            && first.count > 2
        {
            first.count /= 2;
            if first.count == 2 {
                a.clear();
            } else if let Some(mark) = first.marks.last_mut() {
                mark.push('m');
            }
        }
        if group.len() > 1 {
            groups.remove(key);
        }
    }
    note(format!("{}", told.len())).await?;
    Ok((order, groups, told))
}

#[test]
fn entangled_agrees() {
    prove!(entangled(order, groups, keys, limit): note; failing = 10).run();
}
