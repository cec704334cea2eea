//! Types of other crates, carried through a workflow: the document does the same.

#![allow(clippy::unwrap_used, clippy::unused_async, reason = "tests")]

use bytes::Bytes;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use jiff::civil;
use jiff::{SignedDuration, Span, Timestamp, Zoned};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::str::FromStr;
use uuid::Uuid;
use workflow::prelude::*;
use workflow::testing::Test;

/// One of each.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct All {
    id: Uuid,
    price: Decimal,
    discount: Option<Decimal>,
    at: Timestamp,
    there: Zoned,
    due: Due,
    waits: SignedDuration,
    every: Span,
    born: NaiveDate,
    opens: NaiveTime,
    noted: NaiveDateTime,
    paid: DateTime<Utc>,
    shipped: DateTime<FixedOffset>,
    key: Bytes,
    rest: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Due {
    day: civil::Date,
    time: civil::Time,
    both: civil::DateTime,
}

fn read<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn all(id: u128) -> All {
    All {
        id: Uuid::from_u128(id),
        price: read("12.50"),
        discount: (id % 2 == 0).then(|| read("0.00")),
        at: read("2026-11-23T03:34:18.5Z"),
        there: read("2026-11-23T05:34:18+02:00[+02:00]"),
        due: Due {
            day: read("2026-11-30"),
            time: read("12:00:00.25"),
            both: read("2026-11-30T12:00:00"),
        },
        waits: read("PT90M"),
        every: read("P1M2D"),
        born: read("1999-12-31"),
        opens: read("08:30:00"),
        noted: read("2026-11-23T03:34:18.001"),
        paid: read("2026-11-23T03:34:18Z"),
        shipped: read("2026-11-23T05:34:18+02:00"),
        key: Bytes::from_static(&[0, 7, 255]),
        rest: json!({ "any": [1.5, null, "thing"], "more": {} }),
    }
}

#[task]
async fn pass(all: All) -> Result<All, Failure> {
    Ok(all)
}

#[task]
async fn parts(
    price: Decimal,
    at: Timestamp,
    paid: DateTime<Utc>,
    key: Bytes,
) -> Result<Value, Failure> {
    Ok(json!([price, at, paid, key]))
}

/// Each type comes out of a task, is chosen by an `if`, kept over a state, taken apart, and goes through a map.
#[workflow]
async fn carry(first: All, others: Vec<All>, wanted: Uuid) -> Result<(Vec<All>, Value), Failure> {
    let passed = pass(first.clone()).await?;
    let chosen = if passed.id == wanted { passed } else { first };
    sleep(Duration::from_secs(60)).await;
    let told = parts(chosen.price, chosen.at, chosen.paid, chosen.key.clone()).await?;
    let mut list = others;
    list.push(chosen);
    let passed = map(list, async |all| pass(all).await).await?;
    Ok((passed, told))
}

fn carried() -> Test<carry> {
    Test::of::<carry>().mock::<pass>(|call| call.answers(Ok)).mock::<parts>(|call| {
        call.answers(|input| {
            let (price, at, paid, key) = input;
            Ok(json!([price, at, paid, key]))
        })
    })
}

#[test]
fn carried_the_same() {
    let input = |wanted: u128| (all(1), vec![all(2), all(3)], Uuid::from_u128(wanted)).into();
    carried().assert_same([input(1), input(2)]);
    let (passed, told) = carried().crash_everywhere().run(input(1)).output();
    assert_eq!(json!(passed), json!([all(2), all(3), all(1)]));
    assert_eq!(
        told,
        json!(["12.50", "2026-11-23T03:34:18.5Z", "2026-11-23T03:34:18Z", [0, 7, 255]])
    );
}

#[task]
async fn tell(text: String) -> Result<String, Failure> {
    Ok(text)
}

/// What is equal in both worlds, and the texts that are written the same.
#[workflow]
async fn compared(all: All, other: All, ids: Vec<Uuid>) -> Result<(Vec<bool>, String), Failure> {
    let told = tell(format!("{} costs {}, due {}", all.id, all.price, all.due.day)).await?;
    let same = vec![
        all.id == other.id,
        all.at != other.at,
        all.due == other.due,
        all.born == other.born,
        ids.contains(&all.id),
        all.discount.is_some(),
        all.key == other.key,
    ];
    Ok((same, told + &all.at.to_string()))
}

#[test]
fn compared_the_same() {
    let test = Test::of::<compared>().mock::<tell>(|call| call.answers(Ok));
    let input = |a, b, ids: &[u128]| {
        (all(a), all(b), ids.iter().map(|id| Uuid::from_u128(*id)).collect()).into()
    };
    test.assert_same([input(1, 1, &[]), input(1, 2, &[1]), input(2, 1, &[1, 3])]);
    let (same, told) = test.run(input(2, 1, &[1, 2])).output();
    assert_eq!(same, [false, false, true, true, true, true, true]);
    let id = "00000000-0000-0000-0000-000000000002";
    assert_eq!(told, format!("{id} costs 12.50, due 2026-11-302026-11-23T03:34:18.5Z"));
}

/// Two prices may be equal whose texts differ.
#[workflow]
async fn prices(one: Decimal, other: Decimal) -> Result<bool, Failure> {
    Ok(one == other)
}

/// The types within are compared, too.
#[workflow]
async fn values(one: Vec<Value>, other: Vec<Value>) -> Result<bool, Failure> {
    Ok(one == other)
}

#[test]
fn what_differs_is_refused() {
    let price = prices::definition().unwrap_err().to_string();
    assert!(price.contains("`==` of a `Decimal`: 1.0 and 1.00 are equal"), "{price}");
    assert!(price.contains("compare in a task"), "{price}");
    let value = values::definition().unwrap_err().to_string();
    assert!(value.contains("`==` of any JSON"), "{value}");
}
