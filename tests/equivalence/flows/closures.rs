//! Closures with names in `#[pure]` functions, and in blocks that are values.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    name: String,
    count: u8,
    price: Option<u16>,
}

/// One that captures, one that calls it, in a loop and behind a name that is bound again; one that takes a pair.
#[pure]
fn priced(lines: &[Line], discount: u8) -> Result<Vec<(String, u32)>, Failure> {
    let limit = u32::from(discount) * 10;
    let cut = |cents: u32| cents.saturating_sub(limit);
    let named = |line: &Line| format!("{}-{limit}", line.name);
    let total = |line: &Line| cut(u32::from(line.price.unwrap_or(7)) * u32::from(line.count));
    let larger = |(a, b): (u32, u32)| -> u32 { if a > b { a } else { b } };
    let mut all = vec![];
    let mut most = 0;
    for line in lines {
        let limit = total(line);
        if limit == 0 {
            continue;
        }
        most = larger((most, limit));
        all.push((named(line), limit));
    }
    if lines.iter().any(|line| line.count > 9 && total(line) > 90) {
        return Err(Failure::new("Large", format!("{most} of {limit}")));
    }
    let limit = most;
    all.push((format!("{limit}"), cut(limit)));
    Ok(all)
}

/// In a block that is a value, beside one of the workflow.
#[workflow]
pub async fn closures(lines: Vec<Line>, discount: u8) -> Result<Vec<(String, u32)>, Failure> {
    let twice = |n: u32| n * 2;
    ping().await?;
    let mut all = priced(&lines, discount)?;
    let last = {
        let third = |n: u32| n / 3;
        let of = |list: &[(String, u32)]| list.iter().map(|it| third(twice(it.1))).sum::<u32>();
        of(&all)
    };
    all.push(("last".to_owned(), last));
    Ok(all)
}

#[test]
fn closures_with_names_agree() {
    prove!(closures(lines, discount): ping; items = 3, words = &["", "a"], seeds = 400, failing = 5)
        .run();
}
