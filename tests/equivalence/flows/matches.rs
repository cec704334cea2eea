//! Patterns on tuples, numbers, strings; nested; with guards; as values and as states.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

const LIMIT: u32 = 5;
const SAFE: i64 = 3;
const WORD: &str = "north";

/// Numbers, ranges, characters, strings.
#[workflow]
pub async fn plain(n: i32, word: String, letter: char, flag: bool) -> Result<Vec<String>, Failure> {
    let mut out = vec![];
    let size = match n {
        i32::MIN..=-1 => "negative",
        0 => "zero",
        1 | 2 => "few",
        3..10 => "some",
        _ => "many",
    };
    out.push(size.to_string());
    match word.as_str() {
        "a" | "b" => note(word.clone()).await?,
        WORD => out.push(WORD.to_lowercase()),
        "" if flag => return Ok(out),
        other => {
            let found = count(other.to_string()).await?;
            if found > LIMIT {
                out.push(format!("{found}"));
            }
        }
    }
    let long = match i64::from(n) {
        i64::MIN..=-5 => "low",
        SAFE => "edge",
        5..=i64::MAX => "high",
        _ => "mid",
    };
    out.push(long.into());
    let kind = match letter {
        'a'..='z' => 1,
        'A'..='Z' => 2,
        ' ' => 3,
        _ => 4,
    };
    let answer = two(word, kind).await?;
    out.push(answer);
    Ok(out)
}

/// Tuples of several values; the order of the arms matters.
#[workflow]
pub async fn tuples(a: i32, b: u32, words: (String, bool)) -> Result<String, Failure> {
    let found = match (a, b, words.1) {
        (0, 0, _) => "nothing".to_string(),
        (a, 0, true) if a > 2 => format!("{a}"),
        (_, b @ 1..=4, false) => text(format!("{b}")).await?,
        (x, y, true) if i64::from(x) == i64::from(y) => {
            let asked = check(words.0.clone()).await?;
            match (asked, x) {
                (true, 1) => "one".to_string(),
                (true, _) => words.0.clone(),
                (false, n) if n % 2 == 0 => text("even".to_string()).await?,
                (false, _) => return Ok("odd".into()),
            }
        }
        (-3..=3, ..) => "small".into(),
        _ => words.0,
    };
    Ok(found)
}

/// Matches in matches in loops, with a mutable variable changed in an arm.
#[workflow]
pub async fn nested(items: Vec<(u32, Option<String>)>) -> Result<(u32, Vec<String>), Failure> {
    let mut total = 0_u32;
    let mut words = Vec::new();
    for (n, word) in items {
        let step = match word {
            Some(word) => match check(word.clone()).await? {
                true => {
                    total += 1;
                    n
                }
                false if n > 3 => {
                    words.push(word);
                    continue;
                }
                false => 1,
            },
            None if n == 0 => break,
            None => match n % 3 {
                0 => count(format!("{n}")).await?,
                rest => rest,
            },
        };
        total = match total.checked_add(step) {
            Some(sum) => sum,
            None => return Err(Failure::new("Sum", format!("{total} + {step}"))),
        };
    }
    Ok((total, words))
}

#[test]
fn plain_agrees() {
    prove!(plain(n, word, letter, flag): note, count, two; failing = 2, words = &["a", "b", "", "north", "c"], seeds = 300).run();
}
#[test]
fn tuples_agree() {
    prove!(tuples(a, b, words): text, check; failing = 2, seeds = 300).run();
}
#[test]
fn nested_agrees() {
    prove!(nested(items): check, count; failing = 2, wild = 1, items = 6).run();
}
