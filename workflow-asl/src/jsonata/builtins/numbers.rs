//! Functions of numbers.

use super::Given;
use crate::jsonata::fault::Fault;
use crate::jsonata::library::{arithmetic, decimal, integer, number as library};
use crate::jsonata::machine::{Machine, Outcome};
use crate::jsonata::value::{Value, outgoing};

pub(super) fn number<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(match given.take(0) {
        Value::Text(text) => Value::Number(library::cast(&text)?),
        Value::Bool(flag) => Value::Number(f64::from(flag)),
        other => other,
    })
}

pub(super) fn floor<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(given.number(0).map(f64::floor).into())
}

pub(super) fn ceil<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(given.number(0).map(f64::ceil).into())
}

pub(super) fn abs<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(given.number(0).map(f64::abs).into())
}

pub(super) fn round<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let places = given.number(1).unwrap_or_default();
    Ok(given.number(0).map(|number| arithmetic::round(number, places)).into())
}

pub(super) fn sqrt<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(given.number(0).map(arithmetic::sqrt).transpose()?.into())
}

pub(super) fn power<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(base) = given.number(0) else { return Ok(Value::Undefined) };
    match given.number(1) {
        Some(exponent) => Ok(Value::Number(arithmetic::power(base, exponent)?)),
        None => {
            let base = library::plain(base);
            let text = format!(
                "The power function has resulted in a value that cannot be represented as a JSON number: base={base}, exponent=undefined"
            );
            Err(Fault::new("D3061", text))
        }
    }
}

pub(super) fn format_base<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let base = given.number(1);
    let format = |number| arithmetic::format_base(number, base);
    Ok(given.number(0).map(format).transpose()?.into())
}

pub(super) fn format_number<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(number) = given.number(0) else { return Ok(Value::Undefined) };
    let picture = given.text(1).unwrap_or_default();
    let options = match given.0.get(2) {
        Some(options @ Value::Object(_)) => outgoing(options, &machine.bounds).ok().flatten(),
        _ => None,
    };
    let options = options.as_ref().and_then(|options| options.as_object());
    Ok(decimal::format_number(number, picture, options)?.into())
}

pub(super) fn format_integer<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(number) = given.number(0) else { return Ok(Value::Undefined) };
    Ok(integer::format_integer(number, given.text(1).unwrap_or_default())?.into())
}

pub(super) fn parse_integer<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(text) = given.text(0) else { return Ok(Value::Undefined) };
    Ok(integer::parse_integer(text, given.text(1).unwrap_or_default())?.into())
}
