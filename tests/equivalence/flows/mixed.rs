//! Straight code of which one statement may fail, and another cannot: in the first state, behind a catcher, in a value.
#![allow(arithmetic_overflow, reason = "a literal that leaves its type is what is meant")]
#![allow(
    unreachable_code,
    unused_variables,
    reason = "a value that is never made is what is meant"
)]

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Tally {
    pub count: u8,
    pub sum: i64,
}

/// The first state evaluates both.
#[workflow]
pub async fn at_the_start(a: i64, b: i64, word: String) -> Result<String, Failure> {
    let share = a / b;
    let shown = word + "!";
    two(shown, share).await
}

/// Its retriers take everything: what cannot be evaluated is not sent, and tried again or not in the same way.
#[workflow]
pub async fn at_the_start_of_retries(a: i64, b: i64, word: String) -> Result<String, Failure> {
    let share = a / b;
    let shown = word + "!";
    tried(shown, share).await
}
const ALL: Retry = Retry::on(&["States.ALL"]).max_attempts(2);
#[task(retry = ALL)]
pub async fn tried(a: String, b: i64) -> Result<String, Failure> {
    Ok(format!("{a}{b}"))
}

/// It catches everything that its call fails with: what fails before is none of that.
#[workflow]
pub async fn at_the_start_of_a_catcher(a: i64, b: i64, word: String) -> Result<String, Failure> {
    let share = a / b;
    let shown = word + "!";
    match two(shown, share).await {
        Ok(found) => Ok(found),
        Err(failure) => Ok(failure.error().to_owned()),
    }
}

/// One reads the other.
#[workflow]
pub async fn one_by_one(a: i64, b: i64) -> Result<i64, Failure> {
    let share = a / b;
    let halved = share.min(5) + 1;
    let found = number(halved).await?;
    Ok(found)
}

/// In the first state, and read again behind it.
#[workflow]
pub async fn at_the_start_and_later(
    a: i64,
    b: i64,
    word: String,
) -> Result<(String, i64, String), Failure> {
    let share = a / b;
    let shown = word + "!";
    let found = two(shown.clone(), share).await?;
    Ok((found, share, shown))
}

/// Behind a catcher of everything: their failure is not the call's.
#[workflow]
pub async fn behind_a_catcher(a: i64, b: i64, word: String) -> Result<(String, i64), Failure> {
    match text(word).await {
        Ok(found) => {
            let shown = found + "!";
            let share = a / b;
            Ok((shown, share))
        }
        Err(_) => Ok((String::from("none"), 0)),
    }
}

/// The same, and a state after them.
#[workflow]
pub async fn behind_a_catcher_and_on(a: i64, b: i64, word: String) -> Result<String, Failure> {
    let found = match text(word).await {
        Ok(found) => found,
        Err(_) => String::from("none"),
    };
    let shown = found + "!";
    let share = a / b;
    let last = two(shown, share).await?;
    Ok(last)
}

/// Numbers whose type nothing near them says.
#[workflow]
pub async fn narrow(go: bool, word: String) -> Result<(u8, String), Failure> {
    let mut bytes = 250;
    if go {
        bytes += 10;
    }
    let found = text(word).await?;
    Ok((bytes, found))
}

/// Fields that are added to, in a struct and in a variable of their own.
#[workflow]
pub async fn tallied(mut tally: Tally, words: Vec<String>) -> Result<Tally, Failure> {
    let mut rounds = 0;
    for word in words {
        tally.count += 100;
        rounds += 1;
        tally.sum -= number(rounds).await?;
        note(word).await?;
    }
    tally.sum *= rounds;
    Ok(tally)
}

/// The result of the last state is the value: of a task behind a Map, and of a Map behind others.
#[workflow]
pub async fn ended_by_a_task(words: Vec<String>, of: Tally) -> Result<Tally, Failure> {
    let all = map(words, async |word| text(word).await).await?;
    note(all.join(",")).await?;
    counted(of).await
}
#[workflow]
pub async fn ended_by_a_map(words: Vec<String>, of: Tally) -> Result<Vec<Tally>, Failure> {
    let tallies = map(words, async |word| {
        counted(Tally { count: 1, sum: number(word.len() as i64).await? }).await
    })
    .await?;
    let (one, _) = join!(counted(of), note(String::from("both"))).await?;
    note(format!("{}", one.sum)).await?;
    map(tallies, async |tally| counted(tally).await).await
}
#[task]
pub async fn counted(of: Tally) -> Result<Tally, Failure> {
    Ok(of)
}

/// A value that leaves while the values before it are at hand.
#[workflow]
pub async fn leaves_within(n: i64) -> Result<i64, Failure> {
    let pair = (number(n).await?, if n > 3 { number(n).await? } else { return Ok(n) });
    let last = (number(pair.0).await?, {
        if pair.1 > n {
            return Ok(pair.1);
        }
        return number(n).await;
    });
    Ok(last.0)
}

/// Tuples in tuples, and what no name holds.
#[workflow]
pub async fn apart_in_tuples(of: String) -> Result<(String, u32, i64), Failure> {
    let (first, (second, third)) = pairs(of.clone()).await?;
    let (word, _) = pairs(of).await?;
    note(first).await?;
    Ok((word, second, third))
}

#[task]
pub async fn pairs(of: String) -> Result<(String, (u32, i64)), Failure> {
    Ok((of, (1, 2)))
}

#[test]
fn at_the_start_agrees() {
    prove!(at_the_start(a, b, word): two; wild = 10, seeds = 100).run();
}
#[test]
fn at_the_start_of_retries_agrees() {
    prove!(at_the_start_of_retries(a, b, word): tried; wild = 10, failing = 10, seeds = 100).run();
}
#[test]
fn at_the_start_of_a_catcher_agrees() {
    prove!(at_the_start_of_a_catcher(a, b, word): two; wild = 10, failing = 20, seeds = 100).run();
}
#[test]
fn one_by_one_agrees() {
    prove!(one_by_one(a, b): number; wild = 10, seeds = 100).run();
}
#[test]
fn at_the_start_and_later_agrees() {
    prove!(at_the_start_and_later(a, b, word): two; wild = 10, seeds = 100).run();
}
#[test]
fn behind_a_catcher_agrees() {
    prove!(behind_a_catcher(a, b, word): text; wild = 10, failing = 20, seeds = 100).run();
}
#[test]
fn behind_a_catcher_and_on_agrees() {
    prove!(behind_a_catcher_and_on(a, b, word): text, two; wild = 10, failing = 20, seeds = 100)
        .run();
}
#[test]
fn narrow_agrees() {
    prove!(narrow(go, word): text; ).run();
}
#[test]
fn tallied_agrees() {
    prove!(tallied(tally, words): number, note; wild = 10, seeds = 100).run();
}
#[test]
fn ended_by_a_task_agrees() {
    prove!(ended_by_a_task(words, of): text, note, counted; ).run();
}
#[test]
fn ended_by_a_map_agrees() {
    prove!(ended_by_a_map(words, of): number, note, counted; ).run();
}
#[test]
fn leaves_within_agrees() {
    prove!(leaves_within(n): number; ).run();
}
#[test]
fn apart_in_tuples_agrees() {
    prove!(apart_in_tuples(of): pairs, note; ).run();
}
