//! The functions that AWS adds (Developer Guide, "Transforming data with JSONata").

use super::Given;
use crate::jsonata::fault::Fault;
use crate::jsonata::hash;
use crate::jsonata::library::{json, random as library};
use crate::jsonata::machine::{Machine, Outcome, too_much};
use crate::jsonata::value::Value;

/// The most numbers that `$range` makes (measured).
const RANGE: f64 = 360_145.0;

/// `$random([seed])`, from 0 to less than 1; of a seed, the first number of Java's generator (measured).
pub(super) fn random<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(Value::Number(match given.number(0) {
        Some(seed) => library::seeded(seed),
        None => machine.entropy.random(),
    }))
}

pub(super) fn uuid<'a>(machine: &mut Machine<'a>, _: &mut Given<'a>) -> Outcome<'a> {
    Ok(Value::text(machine.entropy.uuid()))
}

/// `$partition(array, size)`: without a size, one part; a fraction is cut off; of size 0, undefined (measured).
pub(super) fn partition<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0).filter(|items| items.len() > 0) else {
        return Ok(Value::Undefined);
    };
    let size = given.number(1).map_or(items.len() as f64, f64::trunc);
    if size < 0.0 {
        return Err(Fault::new("D3137", "Second argument must be zero or greater"));
    }
    if size.is_nan() || size == 0.0 {
        return Ok(Value::Undefined);
    }
    machine.bounds.tick(items.len())?;
    let items = items.to_vec();
    Ok(Value::array(items.chunks(size as usize).map(|part| Value::array(part.to_vec())).collect()))
}

/// `$range(first, last, step)`, both ends included; fractions are cut off, no number is undefined (measured).
pub(super) fn range<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let [first, last, step] = [0, 1, 2].map(|index| given.number(index).map(f64::trunc));
    let (Some(first), Some(last), Some(step)) = (first, last, step) else {
        return Ok(Value::Undefined);
    };
    let count = ((last - first) / step).floor() + 1.0;
    if step == 0.0 || count.is_nan() || count < 1.0 {
        return Ok(Value::Undefined);
    }
    if count > RANGE {
        return Err(too_much());
    }
    machine.bounds.range(count)?;
    Ok(Value::sequence(
        (0..count as u32).map(|index| Value::Number(first + f64::from(index) * step)).collect(),
    ))
}

/// `$hash(text, algorithm)`: undefined without an algorithm (measured).
pub(super) fn hash<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (Some(text), Some(algorithm)) = (given.text(0), given.text(1)) else {
        return Ok(Value::Undefined);
    };
    machine.bounds.tick(text.len() / 16)?;
    match hash::hex(algorithm, text.as_bytes()) {
        Some(hex) => Ok(Value::text(hex)),
        None => Err(Fault::new("D3137", format!("Unsupported algorithm: {algorithm}"))),
    }
}

/// `$parse(text)`: the JSON of a text.
pub(super) fn parse<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(text) = given.text(0) else { return Ok(Value::Undefined) };
    machine.bounds.tick(text.len())?;
    machine.bounds.hold(text.len().saturating_mul(4))?;
    Ok(Value::owned(&json::parse(text)?))
}

/// `$eval`: AWS does not have it, and says so when it is called (measured).
pub(super) fn eval<'a>(_: &mut Machine<'a>, _: &mut Given<'a>) -> Outcome<'a> {
    Err(Fault::new("T1006", "Attempted to invoke a non-function"))
}
