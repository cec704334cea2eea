//! Methods on the `Result` of a call.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// The value or nothing, a default, a value of the error.
#[workflow]
pub async fn valued(name: String) -> Result<(Option<u32>, u32, u32, String), Failure> {
    let found = count(name.clone()).await.ok();
    let many = risky(name.clone()).await.unwrap_or(7);
    let more = count(name.clone()).await.unwrap_or_default();
    let told = text(name).await.unwrap_or_else(|failure| failure.error().to_string());
    Ok((found, many, more, told))
}

/// As conditions: of an `if`, negated, beside others, in a loop.
#[workflow]
pub async fn asked(name: String) -> Result<(String, u32), Failure> {
    let mut said = String::new();
    if note(name.clone()).await.is_ok() {
        said.push_str("noted ");
    } else if count(name.clone()).await.is_err() {
        said.push_str("neither ");
    } else {
        said.push_str("counted ");
    }
    if !risky(name.clone()).await.is_ok() {
        return Ok((said, 0));
    }
    let mut tries = 0;
    while tries < 3 && count(said.clone()).await.is_err() {
        tries += 1;
    }
    let fine = note(said.clone()).await.is_ok();
    if fine || text(name).await.is_ok() {
        said.push('!');
    }
    Ok((said, tries))
}

/// Nobody looks at it; in an expression; in branches and items.
#[workflow]
pub async fn ignored(names: Vec<String>) -> Result<(u32, Vec<u32>, u32), Failure> {
    note("begins".to_string()).await.ok();
    let total = 1 + count("a".to_string()).await.ok().map_or(5, |found| found.min(100));
    let (counted, one) = join!(
        map(names, async |name| {
            let _ = note(name.clone()).await;
            Ok(count(name).await.unwrap_or(1))
        }),
        async { if risky("b".to_string()).await.is_ok() { Ok(1) } else { Ok(2) } },
    )
    .await?;
    let _ = join!(note("c".to_string()), count("d".to_string())).await;
    Ok((total, counted, one))
}

#[test]
fn valued_agrees() {
    prove!(valued(name): count, risky, text; failing = 40).run();
}
#[test]
fn asked_agrees() {
    prove!(asked(name): note, count, risky, text; failing = 40).run();
}
#[test]
fn ignored_agrees() {
    prove!(ignored(names): note, count, risky; failing = 30).run();
}

/// A condition is a catcher, not a Choice.
#[workflow]
pub async fn quiet(name: String) -> Result<u32, Failure> {
    let _ = note(name.clone()).await;
    if note(name.clone()).await.is_err() {
        return Ok(count(name).await?);
    }
    note(name.clone()).await.ok();
    Ok(count(name).await?)
}

#[test]
fn no_state_but_the_calls() {
    let document = quiet::definition().unwrap();
    let states: Vec<_> = document.as_value()["States"].as_object().unwrap().keys().collect();
    assert_eq!(states, ["Note", "Note 2", "Count", "Note 3", "Count 2"]);
}

#[test]
fn quiet_agrees() {
    prove!(quiet(name): note, count; failing = 40).run();
}

/// Outcomes under names, each looked at by the next statement.
#[workflow]
pub async fn named_outcomes(name: String, n: u32) -> Result<(String, u32), Failure> {
    let noted = note(name.clone()).await;
    if let Err(failure) = noted {
        note(failure.error().to_string()).await?;
    }
    let outcome = risky(name.clone()).await;
    let mut sum = match outcome {
        Ok(many) => many % 100,
        Err(Trouble::Busy) => 1,
        Err(_) => 2,
    };
    let found = match n {
        0 => text(name.clone()).await,
        1..=4 => Err(Failure::new("Few", "n")),
        _ => {
            sum += 1;
            text(format!("{n}")).await
        }
    };
    let told = match found {
        Ok(told) => told,
        Err(failure) => failure.error().to_string(),
    };
    for _ in 0..2 {
        let counted = count(told.clone()).await;
        if counted.is_err() {
            sum += 7;
            continue;
        }
        sum += 1;
    }
    let last = count(name).await;
    let more = last?;
    Ok((told, sum + more % 100))
}
#[test]
fn named_outcomes_agree() {
    prove!(named_outcomes(name, n): note, risky, text, count; failing = 4).run();
}
