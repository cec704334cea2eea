//! `?` on values: options, texts that are parsed, sums that may not fit, and what `#[pure]` functions return.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub name: Option<String>,
    pub price: Option<u32>,
    pub amount: u32,
    #[serde(default)]
    pub codes: Vec<String>,
}

/// An option, a list that may be empty, a task's answer.
#[workflow]
pub async fn found(line: Line, n: Option<i64>) -> Result<String, Failure> {
    let n = n.ok_or(Failure::new("NoNumber", "there is none"))?;
    let name = line.name.clone().ok_or_else(|| Failure::new("NoName", format!("of {n}")))?;
    note(name.clone()).await?;
    let first = line.codes.first().cloned().ok_or(Failure::new(name.clone(), "no codes"))?;
    let again = maybe(first).await?.ok_or_else(|| Failure::new("Nothing", name.clone()))?;
    note(again.to_string()).await?;
    line.codes.get(1).cloned().ok_or(Failure::new("One", name))
}

/// Texts that are numbers, and some that are none.
#[workflow]
pub async fn read(word: String, other: String) -> Result<(u32, i64, f64), Failure> {
    let small: u32 = word.parse().map_err(|_| Failure::new("NoSize", word.clone()))?;
    number(small.into()).await?;
    let (mut large, half) = (
        other.trim().parse::<i64>().map_err(|_| Failure::new("NoNumber", "other"))?,
        word.parse::<f64>().map_err(|_| unreadable(&word))?,
    );
    large /= 2;
    number(large).await?;
    Ok((small, large, half))
}

#[pure]
fn unreadable(word: &str) -> Failure {
    Failure::new("NoFloat", word)
}

/// Sums that do not fit.
#[workflow]
pub async fn in_range(a: u32, b: u32, n: i64) -> Result<u32, Failure> {
    let sum = a.checked_add(b).ok_or(Failure::new("TooMuch", "a and b"))?;
    let byte = u8::try_from(n).map_err(|_| Failure::new("NoByte", format!("{a}")))?;
    number(byte.into()).await?;
    let left = sum.checked_sub(byte.into()).ok_or_else(|| Failure::new("TooLittle", "left"))?;
    Ok(left.checked_mul(3).ok_or(Failure::new("TooMuch", "left"))? % 1000)
}

/// Between calls and operands: what stands before is evaluated before.
#[workflow]
pub async fn between(n: i64, found: Option<i64>, list: Vec<i64>) -> Result<i64, Failure> {
    let sum = number(n % 100).await? + found.ok_or(Failure::new("None", "found"))? % 50
        - number(list.first().copied().ok_or(Failure::new("Empty", "list"))? % 9).await?;
    let told = two(
        format!("{n} {}", text("a".to_owned()).await?),
        10 / (n % 3) + found.ok_or_else(none_of)? % 7,
    )
    .await?;
    if n > 3 && found.ok_or(Failure::new("Twice", "found"))? > 2 {
        note(told.clone()).await?;
    }
    let ways = match n {
        0 => found.ok_or(Failure::new("Zero", "n"))?,
        1 => Err(Failure::new("One", "n"))?,
        _ if list.is_empty() => return Err(Failure::new("Many", told))?,
        other => other % 10,
    };
    let mut asked = vec![number(n % 5).await? % 9, ways];
    asked.push(n % 2);
    Ok(sum + asked.into_iter().sum::<i64>())
}

#[pure]
fn none_of() -> Failure {
    Failure::new("NoneOf", "found")
}

/// In branches, items, loops and steps.
#[workflow(steps(priced))]
pub async fn in_children(lines: Vec<Line>, name: Option<String>) -> Result<u32, Failure> {
    let (a, b) = join!(
        async { Ok(name.clone().ok_or(Failure::new("NoName", "in a branch"))?.len() as u32 % 100) },
        async {
            let first = lines.first().cloned().ok_or(Failure::new("Empty", "in a branch"))?;
            number(first.amount.into()).await?;
            first.price.ok_or_else(|| Failure::new("NoPrice", "in a branch"))
        }
    )
    .await?;
    let sums = map(lines.clone(), async |line| {
        let price = line.price.ok_or(Failure::new("NoPrice", "of an item"))?;
        price.checked_mul(line.amount).ok_or(Failure::new("TooMuch", "of an item"))
    })
    .await?;
    let mut all = a + b % 100;
    for line in lines {
        let Some(name) = line.name.clone() else { continue };
        note(name).await?;
        all += priced(line).await? % 100;
    }
    Ok(all + sums.len() as u32)
}

#[steps]
async fn priced(line: Line) -> Result<u32, Failure> {
    let price = line.price.ok_or(Failure::new("NoPrice", "in steps"))?;
    note(price.to_string()).await?;
    price.checked_add(line.amount).ok_or(Failure::new("TooMuch", "in steps"))
}

/// A call's failure, under another name.
#[workflow]
pub async fn renamed(word: String, n: i64) -> Result<u32, Failure> {
    let first = number(n).await.map_err(|failure| Failure::new("First", failure.cause()))?;
    let risk = risky(word.clone()).await.map_err(|_| Failure::new("Risk", word.clone()))?;
    let told = two(
        text(word.clone()).await.map_err(|_| Failure::new("Text", "in an argument"))?,
        first % 10 + i64::from(risk) % 10,
    )
    .await?;
    count(told).await.map_err(|failure| Failure::new(failure.error().to_string(), "at the end"))
}

/// The price of a line, or why it has none.
#[pure]
fn price(line: &Line) -> Result<u32, Failure> {
    if line.codes.is_empty() {
        return Err(Failure::new("NoCodes", line.name.clone().unwrap_or_default()));
    }
    let first: u32 =
        line.codes[0].parse().map_err(|_| Failure::new("NoCode", line.codes[0].clone()))?;
    let Some(price) = line.price else { return Ok(first % 100) };
    let whole = match line.amount {
        0 => Err(Failure::new("NoAmount", ""))?,
        1 => return Ok(price),
        amount => price.checked_mul(amount).ok_or(Failure::new("TooMuch", "whole"))?,
    };
    Ok(whole.checked_add(first).ok_or_else(|| Failure::new("TooMuch", "sum"))? / 2)
}

#[pure]
fn second(line: &Line) -> Option<String> {
    let name = line.name.clone()?;
    if name == "none" {
        return None;
    } else if name.is_empty() {
        return Some("empty".to_owned());
    }
    Some(format!("{name} {}", line.codes.get(1)?))
}

/// `Result`s and `Option`s of functions.
#[workflow]
pub async fn of_functions(line: Line, other: Line) -> Result<u32, Failure> {
    let first = price(&line)?;
    let told = second(&line).ok_or(Failure::new("NoSecond", "line"))?;
    note(told).await?;
    let sum = (first % 1000) + price(&other)? % 1000 + price(&other).unwrap_or(7) % 10;
    match price(&line).map(|it| it % 10) {
        Ok(0) => Ok(sum),
        Ok(some) => {
            number(some.into()).await?;
            Ok(some)
        }
        Err(failure) => {
            note(failure.cause().to_string()).await?;
            Err(failure)
        }
    }
}

/// `Result`s that are kept, handed on, returned, and read from JSON.
#[workflow]
pub async fn kept(
    given: Result<Option<u32>, String>,
    line: Line,
    all: Vec<Result<u32, Failure>>,
) -> Result<u32, Failure> {
    let outcome = price(&line);
    let copy = given.clone();
    note("between".to_owned()).await?;
    let many = match given {
        Ok(Some(many)) => many,
        Ok(None) => 1,
        Err(why) => return Err(Failure::new("Given", why)),
    };
    let fine = all.iter().filter(|it| it.is_ok()).count() as u32;
    note(format!("{fine} {}", copy.is_err())).await?;
    if many > 1000 {
        let known = outcome.clone()?;
        return Ok(known % 100 + fine);
    }
    if copy == Ok(None) || all.first() == Some(&Err(Failure::new("a", "b"))) {
        note("none".to_owned()).await?;
    }
    number(i64::from(many)).await?;
    outcome
}

#[test]
fn found_agrees() {
    prove!(found(line, n): note, maybe; failing = 3, seeds = 200).run();
}
#[test]
fn read_agrees() {
    prove!(read(word, other): number; failing = 4, words = &["12", "+7", " 3", "4294967296", "9007199254740993", "1.5", "1e3", "-2", "x"], seeds = 300).run();
}
#[test]
fn in_range_agrees() {
    prove!(in_range(a, b, n): number; failing = 4, seeds = 300).run();
}
#[test]
fn between_agrees() {
    prove!(between(n, found, list): number, two, text, note; failing = 6, seeds = 300).run();
}
#[test]
fn in_children_agrees() {
    prove!(in_children(lines, name): number, note; failing = 9, seeds = 300).run();
}
#[test]
fn renamed_agrees() {
    prove!(renamed(word, n): number, risky, text, two, count; failing = 3, seeds = 200).run();
}
#[test]
fn of_functions_agrees() {
    prove!(of_functions(line, other): note, number; failing = 5, words = &["12", "none", "", "7", "x"], seeds = 400).run();
}
#[test]
fn kept_agrees() {
    prove!(kept(given, line, all): note, number; failing = 5, words = &["12", "7", "x"], seeds = 300).run();
}
