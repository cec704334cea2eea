//! Texts of numbers and words: to a width, with a sign, with digits behind the point.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// In the middle, and with a sign.
#[workflow]
pub async fn formatted(word: String, n: i64, m: u32) -> Result<String, Failure> {
    let line = format!("{word:^9}|{n:+}|{m:+}|{word:*^4}|{:^5}", m % 10);
    text(line.clone()).await?;
    Ok(line)
}

#[test]
fn formatted_is_proven() {
    prove!(formatted(word, n, m): text; failing = 4, seeds = 300).run();
}

/// A number with two digits behind the point, as a text.
#[workflow]
pub async fn rounded(price: f64) -> Result<String, Failure> {
    let price = if price < 0.0 || price > 1e6 { 2.5 } else { price };
    let n = (price * 100.0).round() as u64;
    let line = format!("{:>5}.{:02}", n / 100, n % 100);
    text(line.clone()).await?;
    Ok(format!("{line} {}", price.round_ties_even() as i64))
}

#[test]
fn rounded_is_proven() {
    prove!(rounded(price): text; failing = 4, seeds = 300).run();
}
