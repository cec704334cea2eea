//! Races: the first branch that ends decides.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// A call against a wait.
#[workflow]
pub async fn deadline(name: String) -> Result<String, Failure> {
    match race!(text(name.clone()), sleep(Duration::from_secs(60))).await? {
        Raced::First(answer) => Ok(answer),
        Raced::Second(()) => Ok(format!("{name} is late")),
    }
}

/// Branches of several states, each with another type; failures are caught; the winner's value is taken apart and used
/// in further calls.
#[workflow]
pub async fn quotes(name: String, limit: u32) -> Result<(String, u32), Failure> {
    let mut asked = 0;
    let found = match race!(
        async {
            let found = count(name.clone()).await?;
            if found > limit {
                return Ok((found, "many".to_owned()));
            }
            let answer = text(name.clone()).await?;
            Ok((found, answer))
        },
        async {
            sleep(Duration::from_secs(2)).await;
            let list = words(name.clone()).await?;
            Ok(list)
        },
        join!(count(name.clone()), check(name.clone())),
    )
    .named("Ask everybody")
    .await
    {
        Ok(Raced::First((found, answer))) => {
            asked += 1;
            let noted = count(answer).await?;
            found.saturating_sub(noted)
        }
        Ok(Raced::Second(list)) => list.len() as u32,
        Ok(Raced::Third((found, _))) => found,
        Err(failure) => {
            note(failure.error().to_owned()).await?;
            asked += 2;
            0
        }
    };
    Ok((name, found.saturating_add(asked)))
}

/// In a loop and in the items of a Map; a race within a branch of a race.
#[workflow]
pub async fn races_within(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut first = vec![];
    for name in names.clone() {
        let it = match race!(
            async {
                match race!(text(name.clone()), count(name.clone())).await? {
                    Raced::First(answer) => Ok(answer),
                    Raced::Second(_) => Ok("counted".to_owned()),
                }
            },
            map(names.clone(), async |other| Ok(text(other).await?)),
        )
        .await?
        {
            Raced::First(one) => one,
            Raced::Second(all) => all.join("+"),
        };
        first.push(it);
    }
    let last = map(names, async |name| {
        match race!(count(name.clone()), sleep_until("2026-01-01T00:00:00Z")).await? {
            Raced::First(_) => Ok(name),
            _ => Ok("over".to_owned()),
        }
    })
    .await?;
    first.extend(last);
    Ok(first)
}

/// Whoever is first, the same.
#[workflow]
pub async fn trying(name: String) -> Result<u32, Failure> {
    let mut left = 3;
    loop {
        match race!(risky(name.clone()), measure(0.5), sleep(Duration::from_secs(5))).await {
            Err(other) => return Err(other),
            Ok(Raced::First(_)) => break,
            Ok(_) => left -= 1,
        }
        if left == 0 {
            return Err(Failure::new("Tired", name));
        }
    }
    Ok(left)
}

/// Values whose numbers may be too long for text: a fault, in both.
#[workflow]
pub async fn lengthy(name: String, n: i64) -> Result<(i64, f64), Failure> {
    let whole = match race!(number(n), sleep(Duration::from_secs(9))).await? {
        Raced::First(found) => found,
        Raced::Second(_) => 0,
    };
    let part = match race!(measure(0.5), async {
        let found = list(name.clone()).await?;
        match maybe(name.clone()).await? {
            Some(other) => Ok((other, found, whole)),
            None => Ok((String::new(), vec![], n)),
        }
    })
    .await
    {
        Ok(Raced::First(part)) => part,
        Ok(Raced::Second((other, found, more))) => {
            note(other).await?;
            return Ok((more, found.len() as f64));
        }
        Err(_) => 0.0,
    };
    Ok((whole, part))
}

/// A branch that never ends well: what is in it is done for its failure.
#[workflow]
pub async fn watched(name: String) -> Result<String, Failure> {
    match race!(text(name.clone()), async {
        loop {
            sleep(Duration::from_secs(1)).await;
            if !check(name.clone()).await? {
                return Err::<(), _>(Failure::new("Gone", name));
            }
        }
    })
    .await?
    {
        Raced::First(answer) => Ok(answer),
        Raced::Second(_) => Ok("never".to_owned()),
    }
}

#[test]
fn lengthy_agrees() {
    prove!(lengthy(name, n): number, measure, list, maybe, note; failing = 5).run();
}
#[test]
fn watched_agrees() {
    prove!(watched(name): text, check; failing = 3).run();
}
#[test]
fn deadline_agrees() {
    prove!(deadline(name): text; failing = 3).run();
}
#[test]
fn quotes_agrees() {
    prove!(quotes(name, limit): count, text, words, check, note; failing = 10).run();
}
#[test]
fn races_within_agrees() {
    prove!(races_within(names): text, count; failing = 5).run();
}
#[test]
fn trying_agrees() {
    prove!(trying(name): risky, measure; failing = 20).run();
}
