//! Places that change under another name: items whose number changes, borrows that are matched, and what is taken out.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    pub count: i32,
    pub marks: Vec<String>,
    pub note: Option<String>,
}

/// The number of an item changes before the item goes back.
#[workflow]
pub async fn numbers_that_change(mut items: Vec<Item>) -> Result<(Vec<Item>, usize), Failure> {
    ping().await?;
    let mut all = 0;
    for (mut number, item) in items.iter_mut().enumerate() {
        number /= 2;
        if item.count == 5 {
            continue;
        }
        item.count = 3;
        all += number;
    }
    for (mut number, item) in items.iter_mut().enumerate() {
        number += all;
        item.note = Some(text(format!("{number}")).await?);
    }
    Ok((items, all))
}
#[test]
fn numbers_that_change_agree() {
    prove!(numbers_that_change(items): ping, text; seeds = 100).run();
}
