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
    let shown = format!("{sum:02}");
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

#[test]
fn looked_at_is_proven() {
    prove!(looked_at(a, n): note, risky, words, ping, text, number; failing = 3, wild = 2, seeds = 400).run();
}

#[test]
fn gone_through_is_proven() {
    prove!(gone_through(a, b): words, text, maybe; items = 3, words = &["a", "a, b", ""], seeds = 300).run();
}
