//! Methods of one's own beside constants in patterns, arrays, orders of floats, and branches that leave: each with the
//! others.

use super::tasks::*;
use crate::prove;
use std::cmp::Ordering;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    name: String,
    #[serde(default)]
    qty: u8,
    price: i32,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    tag: Option<Tag>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
pub enum Tag {
    Cold,
    Warm,
    Hot,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "is")]
pub enum Shape {
    Box { w: i32, h: i32 },
    Ball { r: i32 },
    Dot,
}
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Cents(i32);

const COLD: Tag = Tag::Cold;

#[pure]
impl Item {
    const MOST: u8 = 40;
    fn total(&self) -> i32 {
        self.price / 3 + i32::from(self.qty / 16)
    }
    fn rank(&self) -> (Option<Tag>, i32) {
        (self.tag, self.price)
    }
    fn is_dear(&self, than: i32) -> bool {
        self.total() > than || self.tag == Some(Tag::Hot)
    }
    fn with(self, qty: u8) -> Item {
        Item { qty: qty.min(Self::MOST), ..self }
    }
    fn grade(&self) -> Result<u8, String> {
        let base = match self.tag {
            Some(COLD) => 1,
            Some(Tag::Warm) if self.qty == 0 => return Err(format!("{} is gone", self.name)),
            Some(Tag::Warm) => 2,
            Some(Tag::Hot) => u8::try_from(self.price / 2).map_err(|_| "price".to_string())?,
            None => 0,
        };
        let more;
        if base > 1 {
            more = base / 2;
        } else {
            more = self.qty / 3;
        }
        Ok(more)
    }
    fn cheapest<'a>(a: &'a Item, b: &'a Item) -> bool {
        a.total() <= b.total()
    }
}
#[pure]
impl Shape {
    fn area(&self) -> i64 {
        match self {
            Shape::Box { w, h } => i64::from(*w) * i64::from(*h),
            Shape::Ball { r } => i64::from(*r) * 3,
            Shape::Dot => 0,
        }
    }
    fn total(&self) -> i64 {
        self.area() / 2
    }
    fn grown(self, by: i32) -> Shape {
        match self {
            Shape::Box { w, h } => Shape::Box { w: w / 2 + by / 2, h },
            Shape::Ball { .. } if by < 0 => Shape::Dot,
            other => other,
        }
    }
}
#[pure]
impl Cents {
    fn plus(self, other: Cents) -> Cents {
        Cents(self.0 / 2 + other.0 / 2)
    }
    fn zero() -> Self {
        Cents(0)
    }
}

/// Methods in loops, guards, folds and orders; two types have one of the same name.
#[workflow]
pub async fn with_methods(
    items: Vec<Item>,
    shape: Shape,
    limit: i32,
    cents: Vec<Cents>,
) -> Result<(Vec<Item>, i64, Vec<String>, Cents, i32), Failure> {
    let mut items = items;
    let total: i64 = items.iter().map(|it| i64::from(it.total())).sum();
    let mut said: Vec<String> = vec![];
    for item in &items {
        if item.is_dear(limit) && !item.name.is_empty() {
            match item.grade() {
                Ok(n) if n > 3 => said.push(format!("{n}")),
                Ok(_) => said.push(text(item.name.clone()).await?),
                Err(why) => {
                    if said.len() > 2 {
                        return Err(Failure::new("Gone", why));
                    }
                    said.push(why);
                }
            }
        }
    }
    items.sort_by(|a, b| a.rank().cmp(&b.rank()).then_with(|| b.name.cmp(&a.name)));
    if let [a, b, ..] = items.as_slice()
        && Item::cheapest(b, a)
    {
        said.push("tie".into());
    }
    let sum = cents.iter().fold(Cents::zero(), |all, one| all.plus(*one));
    let area = shape.clone().grown(limit).total() / 5 + total / 7;
    let grown: Vec<Item> = items.into_iter().take(2).map(|it| it.with(limit as u8)).collect();
    ping().await?;
    let odd = limit / 3 - limit % 3 + (limit / 4).abs() / 2;
    Ok((grown, area, said, sum, odd))
}

/// Floats in order, and an array that counts by constants of an enum.
#[workflow]
pub async fn floats_and_arrays(
    rows: Vec<(f64, String)>,
    at: u8,
    kinds: Vec<Tag>,
) -> Result<(Vec<(f64, String)>, [u32; 4], u32, Option<f64>, usize), Failure> {
    let mut rows = rows;
    rows.sort_by(|a, b| {
        b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal).then_with(|| a.1.cmp(&b.1))
    });
    let mut counts = [0u32; 4];
    for kind in &kinds {
        match *kind {
            COLD => counts[0] += 1,
            Tag::Warm => counts[1] += 2,
            Tag::Hot => counts[at as usize % 4] += 3,
        }
    }
    ping().await?;
    counts.swap(0, 3);
    let n = count(rows.len().to_string()).await;
    let all = 1 + n.unwrap_or(7) / 2;
    let best = rows.iter().map(|r| r.0).max_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Less));
    let mut warm = 0;
    for k in &kinds {
        if *k >= Tag::Warm {
            warm += 1;
        }
    }
    let first: Vec<(f64, String)> = rows.into_iter().take(3).collect();
    Ok((first, counts, all, best, warm))
}

/// Values that change others, names that get theirs later, and ways that leave.
#[pure]
fn sorted_out(items: &[Item], shape: &Shape, least: i32) -> Option<(Vec<String>, i32)> {
    let mut names = vec![];
    let mut sum = 0i32;
    for item in items {
        let worth = match item.tag {
            Some(Tag::Hot) => {
                names.push(item.name.clone());
                item.price / 2
            }
            Some(Tag::Warm) | None => item.price / 4,
            Some(Tag::Cold) => {
                sum /= 2;
                0
            }
        };
        if worth < least {
            continue;
        }
        sum = sum.checked_add(worth)?;
    }
    let (what, n);
    match shape {
        Shape::Box { w, h } if w == h => {
            what = "square";
            n = *w;
        }
        Shape::Box { w, .. } => {
            if *w < 0 {
                return None;
            }
            what = "box";
            n = w / 2;
        }
        Shape::Ball { r } => {
            what = "ball";
            n = r.checked_sub(least)?;
        }
        Shape::Dot => return Some((names, sum)),
    }
    names.push(what.to_string());
    let last = if n > 5 {
        names.pop()?
    } else if n < 0 {
        return None;
    } else {
        String::from("none")
    };
    if names.len() > 3 {
        names.truncate(2);
        if last.is_empty() {
            return Some((vec![], n));
        }
        names.reverse();
    }
    Some((names, sum / 2 + n / 2))
}

/// The same, where a call comes before and after.
#[workflow]
pub async fn branches_all(
    items: Vec<Item>,
    shape: Shape,
    least: i32,
) -> Result<(Vec<String>, i32), Failure> {
    ping().await?;
    let (names, n) =
        sorted_out(&items, &shape, least % 100).ok_or(Failure::new("Out", format!("{least}")))?;
    note(names.join("/")).await?;
    Ok((names, n))
}

#[test]
fn new_forms_agree_beside_each_other() {
    let words = &["", "a", "bc", "d e"];
    prove!(with_methods(items, shape, limit, cents): text, ping; items = 4, words = words, seeds = 150).run();
    prove!(floats_and_arrays(rows, at, kinds): ping, count; items = 5, words = words, seeds = 200, failing = 3).run();
    prove!(branches_all(items, shape, least): ping, note; items = 4, words = words, seeds = 150)
        .run();
}
