//! Functions of arrays.

use super::Given;
use crate::jsonata::machine::{Machine, Outcome};
use crate::jsonata::value::{Array, Key, List, Value};
use std::collections::HashSet;
use std::rc::Rc;

pub(super) fn zip<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let arrays: Vec<_> = given.0.iter().map(Value::items).collect();
    let length = arrays.iter().map(Array::len).min().unwrap_or_default();
    machine.bounds.tick(length * arrays.len())?;
    machine.bounds.hold(length * (64 + 24 * arrays.len()))?;
    let tuple = |index| Value::array(arrays.iter().map(|array| array.get(index)).collect());
    Ok(Value::array((0..length).map(tuple).collect()))
}

pub(super) fn append<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (first, second) = (given.take(0), given.take(1));
    if first.is_undefined() {
        return Ok(second);
    }
    if second.is_undefined() {
        return Ok(first);
    }
    let (first, second) = (first.items(), second.items());
    machine.bounds.tick((first.len() + second.len()) / 8)?;
    machine.bounds.hold((first.len() + second.len()) * 24)?;
    let mut items = first.to_vec();
    items.reserve(second.len());
    items.extend(second.iter());
    Ok(Value::array(items))
}

pub(super) fn reverse<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(array) = given.array(0) else { return Ok(Value::Undefined) };
    if array.len() < 2 {
        return Ok(Value::Array(array));
    }
    machine.bounds.tick(array.len())?;
    let mut items = array.to_vec();
    items.reverse();
    Ok(Value::array(items))
}

/// Fisher and Yates.
pub(super) fn shuffle<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(array) = given.array(0) else { return Ok(Value::Undefined) };
    machine.bounds.tick(array.len())?;
    let mut items = array.to_vec();
    for end in (1..items.len()).rev() {
        let chosen = (machine.entropy.random() * (end + 1) as f64) as usize;
        items.swap(end, chosen.min(end));
    }
    Ok(Value::array(items))
}

/// Each value once, at its first place.
pub(super) fn distinct<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let value = given.take(0);
    let Value::Array(array) = &value else { return Ok(value) };
    if array.len() < 2 {
        return Ok(value);
    }
    let mut seen = HashSet::new();
    let mut items = vec![];
    for item in array.iter() {
        if seen.insert(Key::of(&item, &machine.bounds)?) {
            items.push(item);
        }
    }
    let mut list = List::array(items);
    list.sequence = array.is_sequence();
    Ok(Value::Array(Array::Made(Rc::new(list))))
}
