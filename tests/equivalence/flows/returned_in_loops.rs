//! `return Ok(..)` in loops without a call.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    name: String,
    count: u8,
    parts: Vec<u8>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum FoundError {
    NotFound {
        tries: u32,
    },
    #[other]
    Other(Failure),
}

/// Nothing, in an arm and in a loop within; a failure in the same loop; behind a call and before one.
#[workflow]
pub async fn returns_nothing(items: Vec<Item>, stop: u8) -> Result<(), Failure> {
    ping().await?;
    let mut seen = 0;
    for item in &items {
        seen += 1;
        match item.count {
            0 => return Err(Failure::new("Zero", item.name.clone())),
            1 | 2 => return Ok(()),
            _ => {}
        }
        for part in &item.parts {
            if *part == stop {
                return Ok(());
            }
            let Some(rest) = part.checked_sub(1) else {
                return Err(Failure::new("Empty", "a part"));
            };
            seen += u32::from(rest);
        }
    }
    note(format!("{seen}")).await?;
    Ok(())
}

/// A value that may be `null`.
#[workflow]
pub async fn returns_an_option(items: Vec<Item>, kept: String) -> Result<Option<u8>, Failure> {
    let left = kept.len();
    for (at, item) in items.iter().enumerate() {
        if item.name == kept {
            return Ok(None);
        }
        if at > left {
            return Ok(item.parts.first().copied());
        }
        if item.count > 5 {
            return Ok(Some(item.count));
        }
    }
    ping().await?;
    Ok(Some(0))
}

/// A struct and a count, in an arm of a workflow with an error of its own, and in a loop that calls.
#[workflow]
pub async fn returns_a_value(items: Vec<Item>, wanted: String) -> Result<(Item, u32), FoundError> {
    let mut tries = 0;
    for round in 0..3_u32 {
        ping().await?;
        for item in &items {
            tries += 1;
            let Some(first) = item.parts.first() else { continue };
            if item.name == wanted && u32::from(*first) >= round {
                let found = Item { count: *first, ..item.clone() };
                return Ok((found, tries));
            }
        }
    }
    Err(FoundError::NotFound { tries })
}

#[test]
fn loops_return_values() {
    prove!(returns_nothing(items, stop): note, ping; items = 3, words = &["", "a"], seeds = 300)
        .run();
    prove!(returns_an_option(items, kept): ping; items = 4, words = &["", "a", "bc"], seeds = 300)
        .run();
    prove!(returns_a_value(items, wanted): ping; items = 3, words = &["", "a"], seeds = 300).run();
}
