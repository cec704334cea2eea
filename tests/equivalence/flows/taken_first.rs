//! Values that are taken out of maps, lists and sets inside of larger expressions, in loops without a call.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;

/// The rest of an expression is made of what was taken out; the same name is there or not.
#[workflow]
pub async fn taken_inside(
    mut stock: BTreeMap<String, u8>,
    keys: Vec<String>,
    mut list: Vec<u8>,
) -> Result<(u32, Vec<u8>, BTreeMap<String, u8>, Vec<u8>), Failure> {
    let (mut total, mut found) = (0_u32, vec![]);
    for key in &keys {
        let one = stock.remove(key).unwrap_or_default();
        let Some(next) = list.pop() else { continue };
        total += u32::from(one);
        found.push(next);
        let Some(again) = stock.remove(&format!("{key}{key}")) else {
            total += 100;
            continue;
        };
        found.push(again);
        if stock.remove("a").is_some_and(|it| it > next) {
            total += 1000;
        }
    }
    ping().await?;
    Ok((total, found, stock, list))
}

/// Assigned, in an `else if`, and in arms without braces.
#[workflow]
pub async fn inserted_inside(
    names: Vec<String>,
    mut seen: BTreeSet<String>,
) -> Result<(bool, u32, BTreeSet<String>), Failure> {
    let (mut again, mut kinds) = (false, 0);
    for name in &names {
        if name.is_empty() {
            kinds += 1;
        } else if seen.insert(name.clone()) {
            kinds += 10;
        } else if again {
            kinds += 100;
        }
        again = !seen.insert(format!("{name}!"));
        match name.as_str() {
            "a" => {
                if seen.insert("b".to_owned()) {
                    kinds += 1000
                }
            }
            "b" => again = seen.remove("a"),
            _ => {}
        }
    }
    ping().await?;
    Ok((again, kinds, seen))
}

#[test]
fn what_is_taken_first_is_taken_once() {
    prove!(taken_inside(stock, keys, list): ping; items = 4, words = &["", "a", "b", "aa"], seeds = 300)
        .run();
    prove!(inserted_inside(names, seen): ping; items = 4, words = &["", "a", "b", "a!"], seeds = 300).run();
}
