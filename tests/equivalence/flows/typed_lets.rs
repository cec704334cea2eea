//! Types that only a `let` has: of `let … else`, and of a list that begins empty.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    price: u32,
    name: String,
}

#[pure]
fn prices(lines: &[Line], extra: u8) -> u32 {
    let mut both: Vec<Line> = vec![];
    for line in lines {
        both.push(line.clone());
    }
    if extra > 3 {
        both.push(Line { price: 3, name: String::new() });
    }
    both.iter().map(|line| line.price.min(1000)).sum()
}

#[pure]
fn last_of(texts: &[String]) -> Option<u8> {
    let Some(first): Option<u8> = texts.first()?.parse().ok() else { return Some(0) };
    Some(first)
}

/// A type that only the pattern of a `let` has, and a list that begins empty.
#[workflow]
pub async fn typed_by_let(
    lines: Vec<Line>,
    texts: Vec<String>,
    extra: u8,
) -> Result<(u32, u32, Option<u8>), Failure> {
    let mut sum = 0;
    for text in &texts {
        let Some(number): Option<u8> = text.parse().ok() else { continue };
        sum += u32::from(number);
    }
    ping().await?;
    Ok((sum, prices(&lines, extra), last_of(&texts)))
}

#[test]
fn types_of_lets_are_known() {
    prove!(typed_by_let(lines, texts, extra): ping; items = 4, words = &["1", "256", "a", "+7", "-0"], seeds = 300).run();
}
