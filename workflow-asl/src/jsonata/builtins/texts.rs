//! Functions of texts.

use super::Given;
use crate::jsonata::fault::Fault;
use crate::jsonata::library::{base64, text, url};
use crate::jsonata::machine::{Machine, Outcome};
use crate::jsonata::value::{Value, Writer};

/// Returns what a function makes of its first argument, a text; undefined of nothing.
fn of_text<'a, T: Into<Value<'a>>>(
    machine: &Machine<'a>,
    given: &Given<'a>,
    make: impl FnOnce(&str) -> Result<T, Fault>,
) -> Outcome<'a> {
    let Some(text) = given.text(0) else { return Ok(Value::Undefined) };
    machine.bounds.text(text.len(), 0)?;
    Ok(make(text)?.into())
}

pub(super) fn string<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let pretty = matches!(given.take(1), Value::Bool(true));
    let value = given.take(0);
    match &value {
        Value::Undefined => Ok(value),
        Value::Array(_) | Value::Object(_) if pretty => {
            Ok(Value::text(Writer::string(&value, true, &machine.bounds)?))
        }
        value => machine.string(value).map(Value::Text),
    }
}

pub(super) fn substring<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (start, length) = (given.number(1), given.number(2));
    of_text(machine, given, |it| Ok(text::substring(it, start.unwrap_or(f64::NAN), length)))
}

pub(super) fn substring_before<'a>(
    machine: &mut Machine<'a>,
    given: &mut Given<'a>,
) -> Outcome<'a> {
    let other = given.text(1).unwrap_or("undefined");
    of_text(machine, given, |it| Ok(text::substring_before(it, other).to_owned()))
}

pub(super) fn substring_after<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let other = given.text(1).unwrap_or("undefined");
    of_text(machine, given, |it| Ok(text::substring_after(it, other).to_owned()))
}

pub(super) fn lowercase<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(text::lowercase(it)))
}

pub(super) fn uppercase<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(text::uppercase(it)))
}

pub(super) fn length<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(text::length(it) as f64))
}

pub(super) fn trim<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(text::trim(it)))
}

pub(super) fn pad<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (width, fill) = (given.number(1).unwrap_or_default(), given.text(2));
    if given.text(0).is_some() && width.is_finite() {
        machine.bounds.text(width.abs() as usize, 0)?;
    }
    of_text(machine, given, |it| text::pad(it, width, fill))
}

pub(super) fn join<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    let separator = given.text(1).unwrap_or_default();
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            joined.push_str(separator);
        }
        joined.push_str(item.as_text().unwrap_or_default());
        machine.bounds.tick(1)?;
        machine.bounds.text(joined.len(), 0)?;
    }
    Ok(Value::text(joined))
}

pub(super) fn base64_encode<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(base64::encode(it)))
}

pub(super) fn base64_decode<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(base64::decode(it)))
}

pub(super) fn encode_url_component<'a>(
    machine: &mut Machine<'a>,
    given: &mut Given<'a>,
) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(url::encode_url_component(it)))
}

pub(super) fn encode_url<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, |it| Ok(url::encode_url(it)))
}

pub(super) fn decode_url_component<'a>(
    machine: &mut Machine<'a>,
    given: &mut Given<'a>,
) -> Outcome<'a> {
    of_text(machine, given, url::decode_url_component)
}

pub(super) fn decode_url<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    of_text(machine, given, url::decode_url)
}
