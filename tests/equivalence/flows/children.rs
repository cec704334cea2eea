//! Typed errors of child workflows: their failure is in the description that the caller gets.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// One that others call.
#[workflow]
pub async fn smaller(word: String) -> Result<u32, Trouble> {
    let found = risky(word).await?;
    Ok(found)
}

/// One that fails by names alone, without a variant for others.
#[workflow]
pub async fn slower(n: u32) -> Result<String, Small> {
    slow(n).await
}

/// Every variant in an arm of its own; what is no variant is handed on.
#[workflow]
pub async fn children_matched(word: String, n: u32) -> Result<String, Failure> {
    let first = match smaller(word.clone()).await {
        Ok(found) => found / 2,
        Err(failure) => match failure.decode::<Trouble>() {
            Ok(Trouble::Bad { code, why }) => {
                note(why).await?;
                code.unsigned_abs() / 2
            }
            Ok(Trouble::Busy) => 1,
            Ok(Trouble::Closed(why)) => return Err(Failure::new("Shut", why)),
            Ok(Trouble::Other(failure)) => count(failure.error().to_owned()).await? / 2,
            Err(failure) => return Err(failure),
        },
    };
    match slower(n).await {
        Ok(found) => Ok(format!("{found} {first}")),
        Err(failure) => match failure.decode::<Small>() {
            Ok(Small::Full(many, _)) if many > first => Ok(format!("{many}")),
            Ok(Small::Empty | Small::Late) => text(word).await,
            Ok(other) => Err(other.into()),
            Err(failure) => Err(failure),
        },
    }
}

/// As an expression, in `if let` and `let … else`, and in the arm of a block.
#[workflow]
pub async fn children_looked_at(word: String, n: u32) -> Result<Vec<String>, Failure> {
    let mut seen = vec![];
    match async {
        let found = smaller(word.clone()).await?;
        let other = slower(n).await?;
        note(format!("{found} {other}")).await
    }
    .await
    {
        Ok(()) => {}
        Err(failure) => {
            let said = match failure.decode::<Small>() {
                Ok(Small::Full(many, why)) => format!("{many} {why}"),
                Ok(_) => "known".to_owned(),
                Err(failure) => failure.error().to_owned(),
            };
            seen.push(said);
            if let Ok(Trouble::Bad { code, .. }) = failure.decode::<Trouble>() {
                seen.push(format!("{code}"));
                note(word.clone()).await?;
            }
            let child = failure.child();
            seen.push(format!("{} {} {}", child.error(), child.cause(), failure.error()));
        }
    }
    if let Err(failure) = slower(n).await {
        let Ok(Small::Full(many, why)) = failure.decode::<Small>() else {
            return Err(failure.child());
        };
        seen.push(format!("{many} {why}"));
    }
    Ok(seen)
}

#[test]
fn matched_is_proven() {
    prove!(children_matched(word, n): smaller, slower, note, count, text; failing = 45, seeds = 600).run();
}
#[test]
fn looked_at_is_proven() {
    prove!(children_looked_at(word, n): smaller, slower, note; failing = 45, seeds = 600).run();
}
