//! Failures: caught, retried, timed out, handed on.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Every arm, with the fields used.
#[workflow]
pub async fn arms(name: String) -> Result<String, Failure> {
    let found = match risky(name.clone()).await {
        Ok(found) if found > 5 => format!("many {found}"),
        Ok(found) => format!("{found}"),
        Err(Trouble::Busy) => "busy".to_string(),
        Err(Trouble::Bad { code, why }) => {
            if code > 3 {
                format!("{code} {why}")
            } else {
                text(why).await?
            }
        }
        Err(Trouble::Closed(until)) => return Err(Failure::new("Closed", until)),
        Err(Trouble::Other(failure)) => return Err(failure),
    };
    Ok(found)
}

/// A timeout is caught; what is not named fails the workflow.
#[workflow]
pub async fn late(n: u32) -> Result<(String, u32), Failure> {
    let mut tries = 0;
    let answer = loop {
        tries += 1;
        match slow(n + tries).await {
            Ok(answer) => break answer,
            Err(Small::Late) => {
                if tries >= 3 {
                    return Err(Failure::new("TooLate", format!("{tries} tries")));
                }
                sleep(Duration::from_secs(10)).await;
            }
            Err(Small::Full(many, what)) => break format!("{many} of {what}"),
            Err(Small::Empty) => return Ok(("empty".to_string(), tries)),
        }
    };
    Ok((answer, tries))
}

/// Retriers and limits of a call, instead of the task's own.
#[workflow]
pub async fn patient(n: u32) -> Result<Vec<String>, Failure> {
    let first = slow(n)
        .timeout(Duration::from_secs(1))
        .retry(Retry::on(&["States.Timeout"]).max_attempts(2))
        .await?;
    let second = text(first.clone())
        .timeout(Duration::from_secs(2))
        .heartbeat(Duration::from_secs(1))
        .retry(Retry::on(&["Unknown"]).interval(3))
        .retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter())
        .named("The second")
        .await?;
    let third = match slow(n).heartbeat(Duration::from_secs(1)).await {
        Ok(third) => third,
        Err(Small::Late) => "late".to_string(),
        Err(_) => String::new(),
    };
    Ok(vec![first, second, third])
}

/// The rest, converted; a failure that goes through two hands.
#[workflow]
pub async fn handed_on(name: String) -> Result<u32, Failure> {
    let first = match risky(name.clone()).await {
        Ok(first) => first,
        Err(Trouble::Busy) => 0,
        Err(other) => return Err(other.into()),
    };
    let second = match count(name.clone()).await {
        Ok(second) => second,
        Err(failure) => {
            note(failure.error().to_string()).await?;
            note(failure.cause()).await?;
            if failure.error() == "Unknown" {
                1
            } else {
                return Err(failure);
            }
        }
    };
    if first > second {
        return Err(Failure::new("Order", format!("{first} > {second}")));
    }
    Ok(first + second)
}

/// `if let` and `let … else` on outcomes.
#[workflow]
pub async fn quietly(name: String) -> Result<String, Failure> {
    let mut seen = String::from("-");
    if let Err(failure) = note(name.clone()).await {
        seen = failure.error().to_string();
    }
    if let Ok(found) = count(seen.clone()).await {
        seen = format!("{seen}{found}");
    }
    let Ok(answer) = text(seen.clone()).await else {
        return Ok(seen);
    };
    Ok(answer + &seen)
}

/// A fork that fails is caught as a whole.
#[workflow]
pub async fn fork_caught(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let shown = match map(names.clone(), async |name| {
        if name == "a" {
            return Err(Failure::new("A", "an a"));
        }
        let shown = text(name).await?;
        Ok(shown)
    })
    .await
    {
        Ok(shown) => shown,
        Err(failure) => vec![failure.error().to_string(), failure.cause()],
    };
    match join!(text(format!("{}", shown.len())), count(shown.join(","))).await {
        Ok((a, n)) => Ok(vec![a, format!("{n}")]),
        Err(failure) => Err(Failure::new("Both", failure.error().to_string())),
    }
}

#[test]
fn arms_agree() {
    prove!(arms(name): risky, text; failing = 50).run();
}
#[test]
fn late_agrees() {
    prove!(late(n): slow; failing = 50).run();
}
#[test]
fn patient_agrees() {
    prove!(patient(n): slow, text; failing = 30).run();
}
#[test]
fn handed_on_agrees() {
    prove!(handed_on(name): risky, count, note; failing = 30).run();
}
#[test]
fn quietly_agrees() {
    prove!(quietly(name): note, count, text; failing = 30).run();
}
#[test]
fn fork_caught_agrees() {
    prove!(fork_caught(names): text, count; failing = 15).run();
}
