//! Functions of objects, and of any value.

use super::Given;
use crate::jsonata::fault::Fault;
use crate::jsonata::machine::{Machine, Outcome};
use crate::jsonata::value::{Fields, Text, Value};
use std::collections::HashSet;

pub(super) fn boolean<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(truth(&given.take(0)).into())
}

pub(super) fn not<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(truth(&given.take(0)).map(|truth| !truth).into())
}

/// The truth of an argument: a function is false.
pub(super) fn truth(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Function(_) => Some(false),
        value => value.truth(),
    }
}

pub(super) fn exists<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(Value::Bool(!given.is_missing(0)))
}

pub(super) fn keys<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let mut found = vec![];
    let mut seen = HashSet::new();
    all_keys(machine, &given.take(0), &mut |key| {
        if seen.insert(key.clone()) {
            found.push(Value::Text(key));
        }
    })?;
    Ok(Value::sequence(found))
}

fn all_keys<'a>(
    machine: &Machine<'a>,
    value: &Value<'a>,
    visit: &mut dyn FnMut(Text<'a>),
) -> Outcome<'a, ()> {
    match value {
        Value::Array(items) => {
            machine.bounds.tick(items.len())?;
            items.iter().try_for_each(|item| all_keys(machine, &item, visit))
        }
        Value::Object(fields) => {
            machine.bounds.tick(fields.len())?;
            fields.iter().for_each(|(key, _)| visit(key));
            Ok(())
        }
        _ => Ok(()),
    }
}

pub(super) fn lookup<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let value = given.take(0);
    let key = given.text(1).unwrap_or_default();
    looked_up(machine, &value, key)
}

fn looked_up<'a>(machine: &Machine<'a>, value: &Value<'a>, key: &str) -> Outcome<'a> {
    match value {
        Value::Array(items) => {
            machine.bounds.tick(items.len())?;
            let mut found = vec![];
            for item in items.iter() {
                match looked_up(machine, &item, key)? {
                    Value::Undefined => {}
                    Value::Array(items) => found.extend(items.iter()),
                    value => found.push(value),
                }
            }
            Ok(Value::sequence(found))
        }
        Value::Object(fields) => Ok(fields.get(key)),
        _ => Ok(Value::Undefined),
    }
}

pub(super) fn spread<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let value = given.take(0);
    let mut found = vec![];
    match &value {
        Value::Array(items) => {
            items.iter().try_for_each(|item| spread_into(machine, item, &mut found))?;
            // Of no items it is nothing; of items that hold nothing, an empty array.
            if items.len() > 0 {
                return Ok(Value::array(found));
            }
        }
        Value::Object(_) => spread_into(machine, value, &mut found)?,
        _ => return Ok(value),
    }
    Ok(Value::sequence(found))
}

fn spread_into<'a>(
    machine: &Machine<'a>,
    value: Value<'a>,
    found: &mut Vec<Value<'a>>,
) -> Outcome<'a, ()> {
    match &value {
        Value::Array(items) => items.iter().try_for_each(|item| spread_into(machine, item, found)),
        Value::Object(fields) => {
            machine.bounds.tick(fields.len())?;
            for (key, value) in fields.iter() {
                let mut single = Fields::default();
                single.insert(key, value);
                found.push(single.into());
            }
            Ok(())
        }
        Value::Undefined => Ok(()),
        _ => {
            found.push(value);
            Ok(())
        }
    }
}

pub(super) fn merge<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    let mut merged = Fields::default();
    for item in items.iter() {
        let Value::Object(fields) = item else { continue };
        machine.bounds.tick(fields.len())?;
        machine.bounds.hold(merged.len() * 48)?;
        fields.iter().for_each(|(key, value)| merged.insert(key, value));
    }
    Ok(merged.into())
}

pub(super) fn clone<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    Ok(given.take(0))
}

pub(super) fn type_name<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let name = match given.take(0) {
        Value::Undefined => return Ok(Value::Undefined),
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) | Value::Exact(_) => "number",
        Value::Text(_) => "string",
        Value::Array(_) | Value::Tuples(_) => "array",
        Value::Object(_) => "object",
        Value::Function(_) | Value::Tail(_) => "function",
    };
    Ok(Value::Text(Text::Viewed(name)))
}

pub(super) fn error<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let text = given.text(0).filter(|text| !text.is_empty());
    Err(Fault::new("D3137", text.unwrap_or("$error() function evaluated")))
}

pub(super) fn assert<'a>(_: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    match given.take(0) {
        Value::Bool(true) => Ok(Value::Undefined),
        _ => {
            let text = given.text(1).filter(|text| !text.is_empty());
            Err(Fault::new("D3141", text.unwrap_or("$assert() statement failed")))
        }
    }
}
