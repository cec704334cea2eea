//! `States.MathAdd` and `States.MathRandom`, and the integers of all functions.

use super::call::Called;
use super::{Function, refuse};
use crate::jsonata::Entropy;
use serde_json::Value;

/// An integer of 32 bits; other numbers are rounded (Developer Guide; recorded of
/// `States.MathAdd`), halves up, as Java does it.
pub(super) fn integer(function: Function, value: &Value) -> Called<i64> {
    let whole = value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        // Beyond 32 bits it is refused below; the cast saturates.
        Some((number + 0.5).floor() as i64)
    });
    match whole.map(|whole| (whole, i32::try_from(whole))) {
        Some((whole, Ok(_))) => Ok(whole),
        Some((whole, Err(_))) => refuse(function, format!("{whole} is not an integer of 32 bits")),
        None => refuse(function, format!("expected an integer, not {value}")),
    }
}

pub(super) fn add(first: &Value, second: &Value) -> Called<Value> {
    let function = Function::MathAdd;
    let sum = integer(function, first)? + integer(function, second)?;
    match i32::try_from(sum) {
        Ok(sum) => Ok(sum.into()),
        Err(_) => refuse(function, format!("the sum {sum} is not an integer of 32 bits")),
    }
}

/// From the start on, and less than the end. With a seed it is always the same.
pub(super) fn random(
    start: &Value,
    end: &Value,
    seed: Option<&Value>,
    entropy: &mut Entropy,
) -> Called<Value> {
    let function = Function::MathRandom;
    let (start, end) = (integer(function, start)?, integer(function, end)?);
    if start >= end {
        return refuse(function, format!("the start {start} must be less than the end {end}"));
    }
    let drawn = match seed {
        Some(seed) => Entropy::new(0, integer(function, seed)?.cast_unsigned()).random(),
        None => entropy.random(),
    };
    // The width has 33 bits at most, so the product is less than it.
    Ok((start + (drawn * (end - start) as f64) as i64).into())
}
