//! Loops over a part of what they change, and values of variables that end the turn.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub price: u8,
    pub tags: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub lines: Vec<Line>,
    pub total: u32,
    pub first: Option<u8>,
    pub names: BTreeMap<String, u32>,
}

/// The list is a part of what changes.
#[workflow]
pub async fn parts_of_what_changes(order: Order, of: Vec<u8>) -> Result<Order, Failure> {
    let mut order = order;
    for line in &order.lines {
        order.total += u32::from(line.price);
        for tag in &line.tags {
            *order.names.entry(tag.clone()).or_insert(0) += 1;
        }
    }
    for _ in &of {
        if let Some(first) = &order.first {
            order.total += u32::from(*first);
        }
    }
    ping().await?;
    for (index, name) in order.names.keys().enumerate() {
        if name.is_empty() {
            continue;
        }
        order.total += index as u32;
    }
    for line in order.lines {
        if line.price > 200 {
            break;
        }
        order.total += u32::from(line.price);
    }
    order.lines = vec![];
    Ok(order)
}

#[pure]
fn doubled(order: &Order) -> Order {
    let mut order = order.clone();
    for line in order.lines.iter().rev() {
        order.total += u32::from(line.price);
        for name in line.tags.iter() {
            order.names.insert(name.clone(), order.total);
        }
    }
    order
}

#[workflow]
pub async fn parts_in_a_function(order: Order) -> Result<Order, Failure> {
    ping().await?;
    Ok(doubled(&order))
}

/// The one way that goes on has the value; names of its pattern hide others.
#[workflow]
pub async fn values_that_end_turns(
    of: Vec<Option<u8>>,
    n: u8,
) -> Result<(u32, u32, Vec<u8>), Failure> {
    let (mut sum, mut skipped, mut all) = (0u32, 0u32, vec![]);
    for x in &of {
        let value = match x {
            Some(n) if *n > 200 => break,
            Some(n) => n / 2,
            None => {
                skipped += 1;
                continue;
            }
        };
        all.push(n);
        let more = if value > n { value - n } else { continue };
        match more % 3 {
            0 => continue,
            1 => sum += 1,
            _ => {}
        }
        let (small, of) = match value % 4 {
            0 => (true, more),
            1 => continue,
            of => (false, of),
        };
        if small {
            sum += u32::from(of);
        }
        sum += u32::from(value);
    }
    ping().await?;
    Ok((sum, skipped, all))
}

#[test]
fn parts_of_what_changes_agree() {
    prove!(parts_of_what_changes(order, of): ping; items = 3, words = &["a", "b", ""], seeds = 300)
        .run();
}
#[test]
fn parts_in_a_function_agree() {
    prove!(parts_in_a_function(order): ping; items = 3, words = &["a", "b"], seeds = 200).run();
}
#[test]
fn values_that_end_turns_agree() {
    prove!(values_that_end_turns(of, n): ping; seeds = 400).run();
}
