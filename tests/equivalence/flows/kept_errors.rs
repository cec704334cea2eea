//! Errors that were data before they became the failure of a workflow: of an input, of a field, of a function.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data, TaskError)]
pub enum ScaleError {
    Over(f64),
    Uneven {
        at: f64,
        #[serde(default)]
        others: Vec<f64>,
        sum: i64,
    },
    Empty,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Scale {
    error: ScaleError,
    before: Option<ScaleError>,
    all: Vec<ScaleError>,
    weight: u8,
}

#[pure]
fn worst(scale: &Scale) -> ScaleError {
    match scale.all.first() {
        Some(error) => error.clone(),
        None => ScaleError::Uneven { at: 2.0, others: vec![1.0], sum: i64::from(scale.weight) },
    }
}

/// Fails with fields and items, and with what a function makes.
#[workflow]
pub async fn fails_with_values(scale: Scale, word: String) -> Result<u8, ScaleError> {
    note("weighs".to_owned()).await.map_err(|_| scale.error.clone())?;
    let number = word.parse::<u8>().map_err(|_| worst(&scale))?;
    if number > 9 {
        let error = scale.error.clone();
        return Err(error);
    }
    let first = scale.before.map(|_| 1).ok_or(scale.error)?;
    for error in scale.all {
        if note("once".to_owned()).await.is_ok() {
            return Err(error);
        }
    }
    Ok(first + number)
}

#[test]
fn values_become_failures_alike() {
    prove!(fails_with_values(scale, word): note; failing = 4, wild = 3, items = 2, words = &["1", "10", "a"], seeds = 400).run();
}

/// The same in a workflow that fails with a `Failure`: the causes are looked at, and handed on beside a task's own.
#[workflow]
pub async fn tells_values(scale: Scale, n: u32) -> Result<String, Failure> {
    let turn = n % 5;
    let told = match async {
        if turn == 0 {
            return Err(scale.error.clone().into());
        }
        if turn == 1 {
            return Err(Failure::from(worst(&scale)));
        }
        let first = scale.all.first().cloned().ok_or(scale.error.clone())?;
        weighed(1.0).await?;
        Err(Failure::from(first))
    }
    .await
    {
        Ok(()) => "fine".to_owned(),
        Err(failure) => failure.cause(),
    };
    note(told.clone()).await?;
    if let Err(error) = weighed(2.0).await {
        note("again".to_owned()).await?;
        return Err(error.into());
    }
    match (turn, scale.before) {
        (2, Some(error)) => Err(error.into()),
        (3, _) => {
            Err(Failure::from(ScaleError::Uneven { at: 3.0, others: vec![0.5, 7.0], sum: 1 }))
        }
        (4, _) => Err(scale.error.into()),
        _ => Ok(told),
    }
}

#[task]
pub async fn weighed(of: f64) -> Result<(), ScaleError> {
    let _ = of;
    Ok(())
}

#[test]
fn causes_of_values_are_told_alike() {
    prove!(tells_values(scale, n): note, weighed; failing = 4, wild = 3, items = 2, seeds = 600)
        .run();
}
