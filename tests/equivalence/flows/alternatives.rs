//! Patterns with alternatives: of fields, of decoded errors, and with names.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// One that others call.
#[workflow]
pub async fn alternatives_child(word: String) -> Result<u32, Trouble> {
    let found = risky(word).await?;
    Ok(found)
}

/// Fields of decoded errors in alternatives, and in parentheses.
#[workflow]
pub async fn alternatives_decoded(word: String) -> Result<String, Failure> {
    match alternatives_child(word.clone()).await {
        Ok(found) => Ok(format!("{found}")),
        Err(failure) => match failure.decode::<Trouble>() {
            Ok(Trouble::Bad { code: 0..=9, .. } | Trouble::Bad { code: -9..=-1, .. }) => {
                text("small".to_owned()).await
            }
            Ok(Trouble::Busy | Trouble::Bad { code: 10.., .. }) => text("large".to_owned()).await,
            Ok(Trouble::Bad { why: said, .. } | Trouble::Closed(said)) => text(said).await,
            Ok(_) => text(word).await,
            Err(failure) => Err(failure),
        },
    }
}

/// The same in an expression.
#[workflow]
pub async fn alternatives_told(word: String) -> Result<String, Failure> {
    match alternatives_child(word).await {
        Ok(found) => Ok(format!("{found}")),
        Err(failure) => {
            let said = match failure.decode::<Trouble>() {
                Ok(Trouble::Bad { code: 0..=9, why } | Trouble::Closed(why)) => why,
                Ok(Trouble::Busy | Trouble::Bad { code: -9..=-1, .. }) => "small".to_owned(),
                Ok(_) => "more".to_owned(),
                Err(failure) => failure.error().to_owned(),
            };
            text(said).await
        }
    }
}

/// Errors of a task that one catcher takes, with a name for what they hold.
#[workflow]
pub async fn alternatives_caught(word: String) -> Result<String, Failure> {
    match risky(word).await {
        Ok(found) => Ok(format!("{found}")),
        Err(Trouble::Bad { why, .. } | Trouble::Closed(why)) => text(why).await,
        Err(other) => Err(other.into()),
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Figure {
    Square { side: u32 },
    Cube { side: u32, name: String },
    Line(u32),
    Point,
}

/// Names in alternatives: of a state, in an expression, in a closure, and of pairs.
#[workflow]
pub async fn alternatives_named(
    figure: Figure,
    figures: Vec<Figure>,
    found: Result<u32, u32>,
    pair: (Option<u32>, u32),
) -> Result<(String, Vec<u32>), Failure> {
    let side = match &figure {
        Figure::Square { side } | Figure::Cube { side, .. } | Figure::Line(side) => *side,
        Figure::Point => 0,
    };
    let sides = figures
        .iter()
        .map(|it| match it {
            Figure::Line(side) | Figure::Square { side } => *side,
            Figure::Cube { side: 1, .. } | Figure::Point => 1,
            Figure::Cube { side, .. } => *side,
        })
        .collect::<Vec<u32>>();
    let (Ok(either) | Err(either)) = found;
    let said = match figure {
        Figure::Line(size) | Figure::Cube { side: size, .. } if size > 2 => {
            text(format!("{size}")).await?
        }
        Figure::Line(_) => text("short".to_owned()).await?,
        _ => text(format!("{side}")).await?,
    };
    let shown = match pair {
        (Some(n), 1..=9) | (None, n) => text(format!("{n} {either}")).await?,
        (Some(_), n) => text(format!("{said} {n}")).await?,
    };
    Ok((shown, sides))
}

#[test]
fn decoded_is_proven() {
    prove!(alternatives_decoded(word): alternatives_child, text; failing = 60, seeds = 600).run();
}
#[test]
fn told_is_proven() {
    prove!(alternatives_told(word): alternatives_child, text; failing = 60, seeds = 600).run();
}
#[test]
fn caught_is_proven() {
    prove!(alternatives_caught(word): risky, text; failing = 60, seeds = 300).run();
}
#[test]
fn named_is_proven() {
    prove!(alternatives_named(figure, figures, found, pair): text; seeds = 300).run();
}
