//! Functions that make one number of many.

use super::Given;
use crate::jsonata::machine::{Machine, Outcome};
use crate::jsonata::value::Value;

/// The numbers of the first argument; `None` where it is undefined.
fn numbers<'a>(machine: &Machine<'a>, given: &Given<'a>) -> Outcome<'a, Option<Vec<f64>>> {
    let Some(items) = given.array(0) else { return Ok(None) };
    machine.bounds.tick(items.len())?;
    Ok(Some(items.iter().filter_map(|item| item.as_number()).collect()))
}

pub(super) fn sum<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    // From 0 on: an empty sum is 0, not -0.
    Ok(numbers(machine, given)?
        .map(|numbers| numbers.iter().fold(0.0, |sum, number| sum + number))
        .into())
}

pub(super) fn count<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(Value::Number(given.array(0).map_or(0.0, |items| items.len() as f64)))
}

/// The greatest or the least number; NaN if one is NaN.
fn extreme(numbers: &[f64], pick: fn(f64, f64) -> f64) -> Option<f64> {
    numbers
        .iter()
        .copied()
        .reduce(|a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { pick(a, b) })
}

pub(super) fn max<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(numbers(machine, given)?.and_then(|numbers| extreme(&numbers, f64::max)).into())
}

pub(super) fn min<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(numbers(machine, given)?.and_then(|numbers| extreme(&numbers, f64::min)).into())
}

pub(super) fn average<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let numbers = numbers(machine, given)?.filter(|numbers| !numbers.is_empty());
    Ok(numbers
        .map(|numbers| numbers.iter().fold(0.0, |sum, n| sum + n) / numbers.len() as f64)
        .into())
}
