//! Equality and order.

use super::super::fault::Fault;
use super::super::machine::Bounds;
use super::{Array, Object, Text, Value, Whole};
use std::cmp::Ordering;

/// True if two values are equal at every depth; keys have no order.
pub(in crate::jsonata) fn equal<'a>(
    a: &Value<'a>,
    b: &Value<'a>,
    bounds: &Bounds,
) -> Result<bool, Fault> {
    bounds.tick(1)?;
    Ok(match (a, b) {
        (Value::Undefined, Value::Undefined) | (Value::Null, Value::Null) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Exact(a), Value::Exact(b)) => a == b,
        (Value::Text(a), Value::Text(b)) => {
            bounds.tick(a.len() / 16)?;
            a == b
        }
        (Value::Array(a), Value::Array(b)) => {
            if a.len() != b.len() {
                return Ok(false);
            }
            if a.address() == b.address() {
                return Ok(true);
            }
            for (a, b) in a.iter().zip(b.iter()) {
                if !equal(&a, &b, bounds)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Object(a), Value::Object(b)) => {
            if a.len() != b.len() {
                return Ok(false);
            }
            if a.address() == b.address() {
                return Ok(true);
            }
            for (key, a) in a.iter() {
                let b = b.get(&key);
                if b.is_undefined() != a.is_undefined() || !equal(&a, &b, bounds)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Function(a), Value::Function(b)) => a.is(b),
        (a, b) => match (a.as_number(), b.as_number()) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        },
    })
}

/// True if two values are the same: scalars that are equal, or one array, object or function.
pub(in crate::jsonata) fn identical<'a>(a: &Value<'a>, b: &Value<'a>) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => a.address() == b.address(),
        (Value::Object(a), Value::Object(b)) => a.address() == b.address(),
        (Value::Undefined, Value::Undefined) | (Value::Null, Value::Null) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Exact(a), Value::Exact(b)) => a == b,
        (Value::Function(a), Value::Function(b)) => a.is(b),
        (a, b) => a.as_number().zip(b.as_number()).is_some_and(|(a, b)| a == b),
    }
}

/// The order of two texts by their UTF-16 code units, as JavaScript and Java have it.
pub(in crate::jsonata) fn units(a: &str, b: &str) -> Ordering {
    match a.bytes().zip(b.bytes()).position(|(a, b)| a != b) {
        None => a.len().cmp(&b.len()),
        Some(at) if a.as_bytes()[at] < 0xEE && b.as_bytes()[at] < 0xEE => {
            a.as_bytes()[at].cmp(&b.as_bytes()[at])
        }
        Some(_) => a.encode_utf16().cmp(b.encode_utf16()),
    }
}

/// The key that equal values share, to be hashed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::jsonata) enum Key<'a> {
    Null,
    Bool(bool),
    /// The bits of a double that is not -0.
    Number(u64),
    Signed(i64),
    Unsigned(u64),
    Text(Text<'a>),
    Array(Vec<Key<'a>>),
    Object(Vec<(Text<'a>, Key<'a>)>),
    /// By address.
    Function(usize),
}

impl<'a> Key<'a> {
    /// The key of a value.
    pub(in crate::jsonata) fn of(value: &Value<'a>, bounds: &Bounds) -> Result<Self, Fault> {
        bounds.write(32)?;
        Ok(match value {
            Value::Bool(flag) => Key::Bool(*flag),
            Value::Number(number) => Key::Number((*number + 0.0).to_bits()),
            Value::Exact(Whole::Signed(number)) => Key::Signed(*number),
            Value::Exact(Whole::Unsigned(number)) => Key::Unsigned(*number),
            Value::Text(text) => Key::Text(text.clone()),
            Value::Array(items) => Self::array(items, bounds)?,
            Value::Object(fields) => Self::object(fields, bounds)?,
            Value::Function(function) => Key::Function(function.address()),
            _ => Key::Null,
        })
    }

    fn array(items: &Array<'a>, bounds: &Bounds) -> Result<Self, Fault> {
        let keys = items.iter().map(|item| Key::of(&item, bounds));
        Ok(Key::Array(keys.collect::<Result<_, _>>()?))
    }

    fn object(fields: &Object<'a>, bounds: &Bounds) -> Result<Self, Fault> {
        let pairs = fields.iter().map(|(key, value)| Ok((key, Key::of(&value, bounds)?)));
        let mut pairs = pairs.collect::<Result<Vec<_>, Fault>>()?;
        pairs.sort_by(|(a, _), (b, _)| (**a).cmp(b));
        Ok(Key::Object(pairs))
    }
}
