//! Functions that call functions.

use super::Given;
use super::objects::truth;
use crate::jsonata::fault::Fault;
use crate::jsonata::machine::{Machine, Outcome, merge_sort};
use crate::jsonata::value::{Array, Fields, Value, units};
use std::cmp::Ordering;

/// Calls a function with as many of the arguments as it has parameters, and one at least.
fn call<'a>(
    machine: &mut Machine<'a>,
    function: &Value<'a>,
    arguments: [Value<'a>; 3],
) -> Outcome<'a> {
    let arity = arity(function).max(1);
    machine.apply(function, arguments.into_iter().take(arity).collect(), &Value::Null)
}

fn arity(function: &Value<'_>) -> usize {
    match function {
        Value::Function(function) => function.arity(),
        _ => 0,
    }
}

pub(super) fn map<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    let function = given.take(1);
    let mut results = vec![];
    for (index, item) in items.iter().enumerate() {
        let arguments = [item, Value::Number(index as f64), Value::Array(items.clone())];
        match call(machine, &function, arguments)? {
            Value::Undefined => {}
            value => results.push(value),
        }
    }
    Ok(Value::sequence(results))
}

/// The items for which a function is true.
fn chosen<'a>(
    machine: &mut Machine<'a>,
    items: &Array<'a>,
    function: &Value<'a>,
    at_most: usize,
) -> Outcome<'a, Vec<Value<'a>>> {
    let mut results = vec![];
    for (index, item) in items.iter().enumerate() {
        let arguments = [item.clone(), Value::Number(index as f64), Value::Array(items.clone())];
        let chosen =
            function.is_undefined() || truth(&call(machine, function, arguments)?) == Some(true);
        if chosen {
            results.push(item);
            if results.len() > at_most {
                break;
            }
        }
    }
    Ok(results)
}

pub(super) fn filter<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    Ok(Value::sequence(chosen(machine, &items, &given.take(1), usize::MAX)?))
}

pub(super) fn single<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    let text = "The $single() function expected exactly 1 matching result.  Instead it matched";
    let mut chosen = chosen(machine, &items, &given.take(1), 1)?;
    match (chosen.pop(), chosen.is_empty()) {
        (Some(value), true) => Ok(value),
        (Some(_), false) => Err(Fault::new("D3138", format!("{text} more."))),
        (None, _) => Err(Fault::new("D3139", format!("{text} 0."))),
    }
}

pub(super) fn reduce<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    let (function, mut result) = (given.take(1), given.take(2));
    let arity = arity(&function);
    if arity < 2 {
        let text =
            "The second argument of reduce function must be a function with at least two arguments";
        return Err(Fault::new("D3050", text));
    }
    let skipped = usize::from(result.is_undefined());
    if skipped == 1 {
        result = items.get(0);
    }
    for (index, item) in items.iter().enumerate().skip(skipped) {
        let mut arguments = vec![result, item];
        if arity > 2 {
            arguments.push(Value::Number(index as f64));
        }
        if arity > 3 {
            arguments.push(Value::Array(items.clone()));
        }
        result = machine.apply(&function, arguments, &Value::Null)?;
    }
    Ok(result)
}

pub(super) fn sift<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (object, function) = (given.take(0), given.take(1));
    let Value::Object(fields) = &object else { return Ok(Value::Undefined) };
    let mut kept = Fields::default();
    for (key, value) in fields.iter() {
        let arguments = [value.clone(), Value::Text(key.clone()), object.clone()];
        if truth(&call(machine, &function, arguments)?) == Some(true) {
            kept.insert(key, value);
        }
    }
    Ok(if kept.len() == 0 { Value::Undefined } else { kept.into() })
}

pub(super) fn each<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (object, function) = (given.take(0), given.take(1));
    let Value::Object(fields) = &object else { return Ok(Value::Undefined) };
    let mut results = vec![];
    for (key, value) in fields.iter() {
        match call(machine, &function, [value, Value::Text(key), object.clone()])? {
            Value::Undefined => {}
            value => results.push(value),
        }
    }
    Ok(Value::sequence(results))
}

pub(super) fn sort<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let Some(items) = given.array(0) else { return Ok(Value::Undefined) };
    if items.len() < 2 {
        return Ok(Value::Array(items));
    }
    let comparator = given.take(1);
    let order = if comparator.is_undefined() {
        natural(machine, &items)?
    } else {
        merge_sort(items.len(), &mut |left, right| {
            let arguments = vec![items.get(left), items.get(right)];
            Ok::<_, Fault>(truthy(&machine.apply(&comparator, arguments, &Value::Null)?))
        })?
    };
    Ok(Value::array(order.into_iter().map(|index| items.get(index)).collect()))
}

/// The truth that JavaScript gives a value: any array or object is true.
fn truthy(value: &Value<'_>) -> bool {
    match value {
        Value::Array(_) | Value::Object(_) | Value::Function(_) => true,
        value => value.truth().unwrap_or(false),
    }
}

/// The order of numbers, or of texts.
fn natural<'a>(machine: &Machine<'a>, items: &Array<'a>) -> Outcome<'a, Vec<usize>> {
    let items = items.to_vec();
    machine.bounds.tick(items.len() * 4)?;
    let mut order: Vec<usize> = (0..items.len()).collect();
    if items.iter().all(|item| item.as_number().is_some()) {
        let number = |index: usize| items[index].as_number().unwrap_or_default();
        order.sort_by(|a, b| number(*a).partial_cmp(&number(*b)).unwrap_or(Ordering::Equal));
    } else if items.iter().all(|item| item.as_text().is_some()) {
        let text = |index: usize| items[index].as_text().unwrap_or_default();
        order.sort_by(|a, b| units(text(*a), text(*b)));
    } else {
        let text = "The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function";
        return Err(Fault::new("D3070", text));
    }
    Ok(order)
}
