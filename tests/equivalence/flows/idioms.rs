//! Forms that are written first: one of several pauses, a variable that is given the value that it has.

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

const SHORT: Duration = Duration::from_secs(7);

/// One of several pauses, in a variable and where it is waited.
#[workflow]
pub async fn one_of_several(n: u32, word: Option<String>) -> Result<u32, Failure> {
    let pause = match n % 4 {
        0 => SHORT,
        1 => Duration::from_mins(1),
        2 => Duration::from_hours(2),
        _ => return Ok(1),
    };
    sleep(pause).await;
    note("waited".to_owned()).await?;
    sleep(if word.is_some() {
        Duration::from_mins(3)
    } else {
        Duration::from_mins(u64::from(n % 5))
    })
    .await;
    Ok(n)
}

#[test]
fn given_itself_agrees() {
    prove!(given_itself(n): number, note; failing = 20, seeds = 400).run();
}
#[test]
fn one_of_several_agrees() {
    prove!(one_of_several(n, word): note; failing = 20, words = &["a"], seeds = 400).run();
}
