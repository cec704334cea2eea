//! Forms that are written first: a variable that is given the value that it has.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// A variable that one arm gives the value that it has.
#[workflow]
pub async fn given_itself(n: i64) -> Result<i64, Failure> {
    let mut kept = number(n).await?;
    kept = match n {
        0..=30 => kept,
        31..=60 => number(kept).await?,
        _ => 1,
    };
    note("given".to_owned()).await?;
    Ok(kept)
}

#[test]
fn given_itself_agrees() {
    prove!(given_itself(n): number, note; failing = 20, seeds = 400).run();
}
