//! Several arms for one branch of a race: with guards, with patterns that may not match.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[workflow]
pub async fn raced_arms(name: String, limit: u32) -> Result<(String, u32), Failure> {
    let found = match race!(count(name.clone()), maybe(name.clone())).await? {
        Raced::First(n) if n > limit => limit,
        Raced::First(0) => 7,
        Raced::Second(Some(word)) if word.is_empty() => count(name.clone()).await?,
        Raced::Second(Some(_)) => 1,
        Raced::Second(None) => 0,
        Raced::First(n) => n / 2,
    };
    match race!(text(name.clone()), sleep(Duration::from_secs(9)), list(name)).await {
        Ok(Raced::First(word)) if word == "a" => Ok((word, found)),
        Ok(Raced::First(word)) => Ok((text(word).await?, found)),
        Ok(Raced::Second(())) => Ok(("late".to_owned(), found)),
        Ok(Raced::Third(all)) => match all.as_slice() {
            [] => Ok(("none".to_owned(), found)),
            all => Ok(("some".to_owned(), all.len() as u32)),
        },
        Err(failure) => Ok((failure.error().to_owned(), found)),
    }
}

/// A variable of the user's own in guards and arms, with any name.
#[workflow]
pub async fn won_already(name: String, won: u32) -> Result<u32, Failure> {
    match race!(count(name.clone()), maybe(name)).await? {
        Raced::First(n) if n > won => Ok(won),
        Raced::First(0) => Ok(won / 3),
        Raced::Second(Some(word)) if word.len() as u32 > won => Ok(won / 2),
        Raced::Second(_) => Ok(won / 5),
        Raced::First(n) => Ok(n / 2 + won / 2),
    }
}

#[test]
fn raced_arms_are_proven() {
    prove!(raced_arms(name, limit): count, maybe, text, list; words = &["a", "", "b"], failing = 4, seeds = 500).run();
}

#[test]
fn names_in_arms_are_the_users() {
    prove!(won_already(name, won): count, maybe; words = &["", "a", "bcd"], seeds = 300).run();
}
