//! What a reader of the macro found by thinking: each was wrong once.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Operands to the left of an effect are evaluated before it.
#[workflow]
pub async fn in_order(first: i64) -> Result<(i64, i64), Failure> {
    let mut a = first;
    let pair = (a, {
        a = 7;
        number(a).await?
    });
    let other = (100 / a, number(a).await?);
    Ok((pair.0 + pair.1, other.0 + other.1))
}

/// A failing operand keeps the call from being made.
#[workflow]
pub async fn fails_first(a: i64) -> Result<i64, Failure> {
    let sum = (100 / a, number(a).await?);
    Ok(sum.0)
}

/// Parameters may be called like JSONata's functions, and variables like what generated code calls its own.
#[workflow]
pub async fn names(sum: i64, string: String, input: String) -> Result<String, Failure> {
    let index = text(string).await?;
    let items = vec![index.clone(), input.clone()];
    let value = map(items, async |item| {
        let shown = text(item).await?;
        Ok(format!("{shown}{index}{input}"))
    })
    .await?;
    let state = text(input).await?;
    Ok(format!("{}{state}{sum}", value.join(",")))
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub card: String,
    pub size: Option<i64>,
    pub lines: Vec<String>,
}

/// A guard on what the first match of an item binds.
#[workflow]
pub async fn guarded_items(orders: Vec<Order>) -> Result<Vec<String>, Failure> {
    map(orders, async |order| {
        match order.size {
            Some(size) if size > 3 => {
                text(order.card.clone()).await?;
            }
            _ => {}
        }
        Ok(order.id)
    })
    .await
}

/// A pattern takes fields, others stay.
#[workflow]
pub async fn taken_apart(order: Order) -> Result<Vec<String>, Failure> {
    let Order { id, card, .. } = order;
    let first = text(id).await?;
    let second = text(card).await?;
    let mut lines = order.lines;
    lines.push(first);
    lines.push(second);
    Ok(lines)
}

/// The cause of a failure that is bound whole is what it was.
#[workflow]
pub async fn whole_failure(id: String) -> Result<u32, Failure> {
    match risky(id.clone()).await {
        Ok(fine) => Ok(fine),
        Err(other) => {
            note(id).await?;
            Err(other.into())
        }
    }
}

/// `Ok` with a pattern that may not fit.
#[workflow]
pub async fn fitting(id: String) -> Result<String, Failure> {
    let Ok(Some(word)) = maybe(id.clone()).await else {
        return Ok(text(id).await?);
    };
    if let Ok(Some(more)) = maybe(word.clone()).await {
        Ok(format!("{word}{more}"))
    } else {
        Ok(word)
    }
}

#[test]
fn in_order_agrees() {
    prove!(in_order(first): number; ).run();
}
#[test]
fn fails_first_agrees() {
    prove!(fails_first(a): number; ).run();
}
#[test]
fn names_agree() {
    prove!(names(sum, string, input): text; ).run();
}
#[test]
fn guarded_items_agree() {
    prove!(guarded_items(orders): text; ).run();
}
#[test]
fn taken_apart_agrees() {
    prove!(taken_apart(order): text; ).run();
}
#[test]
fn whole_failure_agrees() {
    prove!(whole_failure(id): risky, note; failing = 40).run();
}
#[test]
fn fitting_agrees() {
    prove!(fitting(id): maybe, text; failing = 20).run();
}

/// A type that is written in part.
#[workflow]
pub async fn written_in_part(many: bool, id: String) -> Result<usize, Failure> {
    let words: Vec<_> = if many {
        let first = text(id.clone()).await?;
        vec![first, id]
    } else {
        Vec::new()
    };
    note(String::from("counted")).await?;
    Ok(words.len())
}

#[test]
fn written_in_part_agrees() {
    prove!(written_in_part(many, id): text, note; ).run();
}

/// An item that may end early, and ends where its loop does; then a loop over what it was given.
#[workflow]
pub async fn early_items(orders: Vec<Order>) -> Result<(Vec<String>, i64), Failure> {
    let shown = map(orders.clone(), async |order| {
        let Some(size) = order.size else {
            return Ok(order.id);
        };
        let mut name = text(order.card.clone()).await?;
        while name.len() < 3 {
            name = format!("{name}{size}");
            note(name.clone()).await?;
        }
        Ok(name)
    })
    .await?;
    let mut total = 0;
    for order in orders.clone() {
        total += number(order.lines.len() as i64).await?;
    }
    Ok((shown, total))
}

#[test]
fn early_items_agrees() {
    prove!(early_items(orders): text, note, number; ).run();
}
