//! What expressions leave alone: items that nobody reads, iterators that nobody uses; names whose type a literal told.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Turns that do not look at their items.
#[workflow]
pub async fn items_that_nobody_reads(
    all: Vec<Vec<u8>>,
    n: u8,
) -> Result<(u32, String, bool, u32, Option<u8>, bool), Failure> {
    let (mut count, mut text, mut any, mut sum) = (0u32, String::new(), false, 0u32);
    for _ in &all {
        count += 1;
    }
    for _ in 0..n {
        if sum > 20 {
            break;
        }
        text.push_str("x");
        sum += 7;
    }
    for list in &all {
        for _ in list {
            any = true;
        }
    }
    let counted = all.iter().fold(0u32, |count, _| count + 1);
    let found = all.iter().find_map(|_| (n > 3).then_some(n));
    let each = all.iter().all(|_| 100 / n > 3);
    ping().await?;
    Ok((count, text, any, counted, found, each))
}

#[test]
fn unread_items_agree() {
    prove!(items_that_nobody_reads(all, n): ping; seeds = 200).run();
}
