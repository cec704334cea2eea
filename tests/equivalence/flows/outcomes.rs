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
