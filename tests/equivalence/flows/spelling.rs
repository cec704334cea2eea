//! JSON that is read as well, though nothing here would write it so: absent keys, defaults, `null`, other keys.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

fn ten() -> u32 {
    10
}
fn south() -> Option<String> {
    Some("south".to_owned())
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Cart {
    pub id: String,
    pub voucher: Option<String>,
    #[serde(default)]
    pub units: u32,
    #[serde(default = "ten")]
    pub limit: u32,
    #[serde(default)]
    pub lines: Vec<Row>,
    #[serde(default)]
    pub notes: BTreeMap<String, Option<String>>,
    #[serde(default)]
    pub place: Place,
    pub gift: Option<Gift>,
    #[serde(default = "south")]
    pub side: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Row {
    pub sku: Option<String>,
    #[serde(default = "ten")]
    pub count: u32,
    #[serde(default)]
    pub tags: Vec<String>,
    pub size: Option<(u32, Option<String>)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(default, rename_all = "camelCase")]
pub struct Place {
    pub city_name: String,
    pub zip: Option<u32>,
    pub door: Option<String>,
}
impl Default for Place {
    fn default() -> Self {
        Place { city_name: "north".into(), zip: Some(7), door: None }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Gift {
    None,
    Card {
        text: Option<String>,
        #[serde(default)]
        copies: u32,
    },
    Bag(Row),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "kind")]
pub enum Parcel {
    Empty,
    Letter {
        weight: Option<u32>,
        #[serde(default)]
        priority: bool,
    },
    Full(Row),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "kind", content = "of")]
pub enum Event {
    Paid(Option<u32>),
    Sent(Row),
    Lost {
        at: Option<String>,
        #[serde(default)]
        times: u32,
    },
    Done,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Page {
    pub items: Vec<Row>,
    pub next: Option<String>,
    #[serde(default)]
    pub total: u32,
}

#[task]
pub async fn page(token: Option<String>, limit: Option<u32>) -> Result<Page, Failure> {
    let _ = (token, limit);
    Ok(Page { items: vec![], next: None, total: 0 })
}
#[task]
pub async fn row(of: Row) -> Result<Row, Failure> {
    Ok(of)
}
#[task]
pub async fn place(of: Place) -> Result<Place, Failure> {
    Ok(of)
}
#[task]
pub async fn cart(of: Cart) -> Result<Cart, Failure> {
    Ok(of)
}
#[task]
pub async fn parcel(of: Parcel) -> Result<Parcel, Failure> {
    Ok(of)
}
#[task]
pub async fn event(of: Event) -> Result<Event, Failure> {
    Ok(of)
}

/// A choice by what is there.
#[workflow]
pub async fn chosen(cart: Cart) -> Result<String, Failure> {
    if cart.voucher.is_none() {
        text("full".into()).await
    } else if cart.voucher != Some("a".to_string()) && cart.units > 3 {
        text("some".into()).await
    } else if cart.side == cart.voucher {
        text("same".into()).await
    } else {
        note(cart.voucher.unwrap_or_default()).await?;
        text("reduced".into()).await
    }
}

/// Defaults in arithmetic, in lists, in objects, in what is sent.
#[workflow]
pub async fn defaulted(of: Cart) -> Result<(u32, Vec<u32>, Option<String>), Failure> {
    let mut sum = of.units / 2 + of.limit / 2;
    for line in of.lines.clone() {
        sum = sum / 2 + line.count / 2;
        if line.tags.is_empty() {
            row(line).await?;
        }
    }
    let counts: Vec<u32> = of.lines.iter().map(|line| line.count).collect();
    let city = of.place.city_name.clone();
    note(city).await?;
    let zip = of.place.zip.unwrap_or(3);
    Ok((sum / 2 + zip / 2, counts, of.side))
}

/// Pages, until there is no token.
#[workflow]
pub async fn pages(
    first: Option<String>,
    most: Option<u32>,
) -> Result<(u32, Vec<Option<String>>), Failure> {
    let mut token = first;
    let mut seen = 0;
    let mut skus = vec![];
    loop {
        let got = page(token, most).await?;
        seen = seen / 2 + got.total / 2;
        skus.extend(got.items.iter().map(|line| line.sku.clone()));
        token = got.next;
        if token.is_none() || got.total > 5 {
            break;
        }
    }
    Ok((seen, skus))
}

/// What lists of structs are made into.
#[workflow]
pub async fn listed(of: Cart) -> Result<Vec<Option<String>>, Failure> {
    let skus: Vec<Option<String>> = of.lines.iter().map(|line| line.sku.clone()).collect();
    let named: Vec<String> = of.lines.iter().filter_map(|line| line.sku.clone()).collect();
    let sizes: Vec<u32> =
        of.lines.iter().filter_map(|line| line.size.clone()).map(|size| size.0).collect();
    note(named.join(",")).await?;
    let sized = of.lines.iter().filter(|line| line.size.is_some()).count() as u32;
    let first = of.lines.first().and_then(|line| line.sku.clone());
    let pairs = vec![of.voucher.clone(), first, of.place.door.clone()];
    count(format!("{}{sized}", sizes.len())).await?;
    let rows = workflow::map(of.lines, async |line| {
        let sku = line.sku.clone();
        let back = row(line).await?;
        Ok(if back.sku.is_none() { sku } else { back.sku })
    })
    .await?;
    Ok([skus, pairs, rows].concat())
}

/// Variants whose fields may be absent.
#[workflow]
pub async fn variants(of: Parcel, gift: Option<Gift>) -> Result<(Option<String>, u32), Failure> {
    let out = match event(Event::Done).await? {
        Event::Paid(None) => (None, 0),
        Event::Paid(Some(n)) => (None, n / 2),
        Event::Sent(line) => (line.sku, line.count),
        Event::Lost { at, times } => (at, times),
        Event::Done => (None, 1),
    };
    let weight = match parcel(of).await? {
        Parcel::Letter { weight: None, priority: false } => 1,
        Parcel::Letter { weight, priority } => {
            if priority {
                weight.unwrap_or(2) / 2
            } else {
                weight.unwrap_or_default() / 2
            }
        }
        Parcel::Full(line) if line.sku.is_none() => line.count / 2,
        Parcel::Full(line) => {
            row(line).await?;
            4
        }
        Parcel::Empty => 5,
    };
    match gift {
        Some(Gift::Card { text: Some(words), copies }) => {
            note(words).await?;
            Ok((out.0, copies / 2))
        }
        Some(Gift::Card { text, .. }) => Ok((text, weight)),
        Some(Gift::Bag(line)) => Ok((line.sku, weight)),
        Some(Gift::None) | None => Ok((out.0, weight / 2 + out.1 / 2)),
    }
}

/// What is changed in place, and made anew from parts.
#[workflow]
pub async fn changed(of: Cart) -> Result<Cart, Failure> {
    let mut of = cart(of).await?;
    of.voucher = of.side.clone();
    of.units = of.units / 2 + 1;
    let door = of.place.door.clone();
    of.side = door.clone();
    let moved = Place { door, zip: None, ..of.place.clone() };
    of.place = place(moved).await?;
    if let Some(Gift::Bag(line)) = of.gift.clone() {
        of.lines.push(Row { sku: of.voucher.clone(), count: line.count / 2, ..line });
    }
    of.notes.insert("x".to_string(), of.voucher.clone());
    of.gift = Some(Gift::Card { text: of.voucher.clone(), copies: of.limit });
    Ok(of)
}

/// Whole values that are compared.
#[workflow]
pub async fn compared(a: Row, b: Option<Row>, c: Place) -> Result<u32, Failure> {
    let back = row(a.clone()).await?;
    let mut n = 0;
    if back == a {
        n += 1;
    }
    if b == Some(back) {
        n += 2;
    }
    if a.sku == b.and_then(|b| b.sku) {
        n += 4;
    }
    if c == (Place { city_name: "north".to_string(), zip: Some(7), door: None }) {
        n += 8;
    }
    if c.zip == Some(7) && c.door != Some("a".to_string()) {
        n += 16;
    }
    Ok(n)
}

#[test]
fn chosen_agrees() {
    prove!(chosen(cart): text, note; failing = 2).run();
}
#[test]
fn defaulted_agrees() {
    prove!(defaulted(of): row, note; failing = 2).run();
}
#[test]
fn pages_agree() {
    prove!(pages(first, most): page; failing = 2).run();
}
#[test]
fn listed_agrees() {
    prove!(listed(of): row, note, count; failing = 2).run();
}
#[test]
fn variants_agree() {
    prove!(variants(of, gift): event, parcel, row, note; failing = 2).run();
}
#[test]
fn changed_agrees() {
    prove!(changed(of): cart, place; failing = 2).run();
}
#[test]
fn compared_agrees() {
    prove!(compared(a, b, c): row; failing = 2).run();
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Account {
    pub id: u64,
    pub parent: Option<i64>,
    pub cents: i64,
}

#[task]
pub async fn account(id: u64, parent: Option<i64>) -> Result<Account, Failure> {
    Ok(Account { id, parent, cents: 0 })
}

/// Integers of 64 bits that pass.
#[workflow]
pub async fn identified(of: Account) -> Result<(u64, Option<i64>), Failure> {
    let found = account(of.id, of.parent).await?;
    let again = account(found.id, Some(of.cents)).await?;
    Ok((again.id, again.parent.or(found.parent)))
}

/// Integers of 64 bits that are computed with, written and compared.
#[workflow]
pub async fn reckoned(of: Account, least: i64) -> Result<(i64, i64), Failure> {
    let found = account(of.id, None).await?;
    if of.cents > least {
        note(format!("{}", of.id)).await?;
    }
    if found.id == of.id {
        note("same".into()).await?;
    }
    let mut n = 0;
    if found.cents != least && of.cents > 5 {
        n = n + 1;
    }
    let units = found.cents / 2;
    number(found.cents - least).await?;
    number(units % 7).await?;
    Ok((of.cents + 1 + n, found.cents * 3))
}

#[test]
fn identified_agrees() {
    prove!(identified(of): account; failing = 2, wild = 60, wide = true).run();
}
#[test]
fn reckoned_agrees() {
    prove!(reckoned(of, least): account, note, number; failing = 2, wild = 15, wide = true, seeds = 400).run();
}
