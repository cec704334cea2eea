//! Functions of times.

use super::Given;
use crate::jsonata::library::moment;
use crate::jsonata::machine::{Machine, Outcome};
use crate::jsonata::value::Value;

pub(super) fn to_millis<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(text) = given.text(0) else { return Ok(Value::Undefined) };
    Ok(moment::to_millis(text, given.text(1), machine.entropy.now() as f64)?.into())
}

pub(super) fn from_millis<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(millis) = given.number(0) else { return Ok(Value::Undefined) };
    Ok(moment::from_millis(millis, given.text(1), given.text(2))?.into())
}

pub(super) fn now<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let now = machine.entropy.now() as f64;
    Ok(moment::from_millis(now, given.text(0), given.text(1))?.into())
}

pub(super) fn millis<'a>(machine: &mut Machine<'a>, _: &mut Given<'a>) -> Outcome<'a> {
    Ok(Value::Number(machine.entropy.now() as f64))
}
