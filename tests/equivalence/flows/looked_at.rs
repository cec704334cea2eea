//! Results of calls that the next statement looks at, and iterators over what a call comes to.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// A result under a name, and then a `match`, an `if let`, a `let … else`, a `?` or a method of it.
#[workflow]
pub async fn looked_at(a: String, n: i8) -> Result<(u32, Option<String>), Failure> {
    let told = note(a.clone()).await;
    if let Err(failure) = told {
        return Err(Failure::new("Told", failure.cause()));
    }
    let counted: Result<u32, Trouble> = risky(a.clone()).await;
    let count = match counted {
        Ok(count) => count,
        Err(Trouble::Busy) => 1,
        Err(other) => return Err(other.into()),
    };
    let words = words(format!("{a}{n:03}")).await;
    let Ok(words) = words else { return Ok((count, None)) };
    let pinged = ping().await;
    let there = pinged.is_ok();
    let last = text(words.concat()).await;
    let last = last.ok().filter(|_| there);
    let sum = number(i64::from(n)).await;
    let sum = sum?;
    let (mut least, mut pair) = (0, (0, count));
    let again: Result<u32, Trouble> = risky(format!("{sum}")).await;
    least = match again {
        Ok(count) if count > 3 => count - least,
        Err(Trouble::Busy) => 7,
        Ok(_) => 1,
        Err(_) => 2,
    };
    let more = number(sum).await;
    pair.0 = more.unwrap_or_else(|_| i64::from(least));
    let shown = format!("{sum:02} {} {}", pair.0, pair.1);
    let end = text(shown).await;
    if end.is_err() {
        return Ok((count, last));
    }
    Ok((count + 1, last))
}

/// Iterators over the results of calls, with adapters of each kind; options among them.
#[workflow]
pub async fn gone_through(a: String, b: Option<String>) -> Result<(Vec<String>, usize), Failure> {
    let mut all: Vec<String> = Vec::with_capacity(a.len());
    let lists = map(vec![a.clone(), "b".to_owned()], async |it| words(it).await)
        .await?
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    let pieces: Vec<String> =
        text(a.clone()).await?.split(',').map(|it| it.trim().to_owned()).collect();
    let more: Vec<String> = maybe(a.clone()).await?.into_iter().chain(b.clone()).collect();
    let lines = text(a).await?.lines().filter(|line| !line.is_empty()).count();
    all.extend(lists);
    all.extend(pieces);
    all.extend(b);
    all.extend(more);
    Ok((all, lines))
}

/// The outcome of one of several calls, whose errors are told apart; a name that is bound anew further on.
#[workflow]
pub async fn one_of_several(way: u8, a: String) -> Result<(u32, u32), Failure> {
    let (way, mut tries) = (way % 5, 0);
    let result = match way {
        0 => risky(a.clone()).await,
        1 => {
            ping().await?;
            tries += 1;
            risky(format!("{a}!")).await
        }
        2 => return Ok((7, tries)),
        _ if a.is_empty() => risky(String::new()).await,
        _ => risky("other".to_owned()).await,
    };
    let found = match result {
        Ok(found) if found > 9 => found,
        Ok(found) => {
            note(format!("{way}")).await?;
            found + 1
        }
        Err(Trouble::Busy) => 1,
        Err(other) => return Err(other.into()),
    };
    let told = if way > 1 { note(a.clone()).await } else { ping().await };
    if let Err(failure) = told {
        return Err(Failure::new("Told", failure.cause()));
    }
    tries += 10;
    let told = tries + 1;
    let result = if way == 3 { risky(a.clone()).await } else { risky("b".to_owned()).await };
    match result {
        Ok(more) => tries = more,
        Err(Trouble::Busy | Trouble::Bad { .. }) => {}
        Err(_) => return Ok((found, told)),
    }
    Ok((found, tries))
}

#[test]
fn one_of_several_is_proven() {
    prove!(one_of_several(way, a): note, risky, ping; failing = 3, wild = 2, seeds = 400).run();
}

#[test]
fn looked_at_is_proven() {
    prove!(looked_at(a, n): note, risky, words, ping, text, number; failing = 3, wild = 2, seeds = 400).run();
}

#[test]
fn gone_through_is_proven() {
    prove!(gone_through(a, b): words, text, maybe; items = 3, words = &["a", "a, b", ""], seeds = 300).run();
}
