//! The functions of arrays.

use super::call::Called;
use super::numbers::integer;
use super::{Function, refuse};
use serde_json::Value;
use std::collections::HashSet;

/// The most items of `States.ArrayRange` (Developer Guide).
const RANGE: i64 = 1_000;

fn array(function: Function, value: &Value) -> Called<&[Value]> {
    match value {
        Value::Array(items) => Ok(items),
        _ => refuse(function, "the first must be an array"),
    }
}

pub(super) fn length(value: &Value) -> Called<Value> {
    Ok(array(Function::ArrayLength, value)?.len().into())
}

/// The last chunk has what is left.
pub(super) fn partition(value: &Value, size: &Value) -> Called<Value> {
    let function = Function::ArrayPartition;
    let (items, size) = (array(function, value)?, integer(function, size)?);
    match usize::try_from(size) {
        Ok(size) if size > 0 => {
            Ok(items.chunks(size).map(|chunk| Value::Array(chunk.to_vec())).collect())
        }
        _ => refuse(function, format!("the size of a chunk must be more than zero, not {size}")),
    }
}

pub(super) fn contains(items: &Value, value: &Value) -> Called<Value> {
    Ok(array(Function::ArrayContains, items)?.contains(value).into())
}

pub(super) fn item(items: &Value, index: &Value) -> Called<Value> {
    let function = Function::ArrayGetItem;
    let (items, index) = (array(function, items)?, integer(function, index)?);
    let item = usize::try_from(index).ok().and_then(|index| items.get(index));
    item.map_or_else(
        || refuse(function, format!("the index {index} is not in an array of {}", items.len())),
        |item| Ok(item.clone()),
    )
}

/// The first of those that are equal.
pub(super) fn unique(value: &Value) -> Called<Value> {
    let mut seen = HashSet::new();
    let items = array(Function::ArrayUnique, value)?.iter();
    Ok(items.filter(|item| seen.insert(*item)).cloned().collect())
}

/// Both ends included.
pub(super) fn range(first: &Value, last: &Value, step: &Value) -> Called<Value> {
    let function = Function::ArrayRange;
    let integer = |value| integer(function, value);
    let (first, last, step) = (integer(first)?, integer(last)?, integer(step)?);
    if step == 0 {
        return refuse(function, "the step must not be zero");
    }
    // All have 32 bits, so nothing overflows.
    let count = ((last - first) * step.signum()).div_euclid(step.abs()).max(-1) + 1;
    if count > RANGE {
        return refuse(function, format!("{count} items are more than {RANGE}"));
    }
    Ok((0..count).map(|index| Value::from(first + index * step)).collect())
}
