//! Equality and order.

use super::super::fault::Fault;
use super::super::machine::Bounds;
use super::{Array, Object, Text, Value};
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
        (a, b) => order(a, b) == Some(Ordering::Equal),
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
        (Value::Function(a), Value::Function(b)) => a.is(b),
        (a, b) => order(a, b) == Some(Ordering::Equal),
    }
}

/// The order of two numbers: an integer beyond 2^53 that came in has its own place between the doubles (judgement).
pub(in crate::jsonata) fn order(a: &Value<'_>, b: &Value<'_>) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.partial_cmp(b),
        (Value::Exact(a), Value::Exact(b)) => Some(a.cmp(b)),
        (Value::Exact(a), Value::Number(b)) => beside(*a, *b),
        (Value::Number(a), Value::Exact(b)) => beside(*b, *a).map(Ordering::reverse),
        _ => None,
    }
}

/// The order of an integer beyond 2^53 and a double. A double that is as great has no fraction.
fn beside(whole: i64, double: f64) -> Option<Ordering> {
    const ABOVE: f64 = 9_223_372_036_854_775_808.0;
    if double.is_nan() {
        return None;
    }
    Some(match double {
        ABOVE.. => Ordering::Less,
        double if double < -ABOVE => Ordering::Greater,
        double => whole.cmp(&(double as i64)),
    })
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
    /// An integer that no double is equal to.
    Exact(i64),
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
            Value::Number(number) => Key::number(*number),
            Value::Exact(whole) => match beside(*whole, *whole as f64) {
                Some(Ordering::Equal) => Key::number(*whole as f64),
                _ => Key::Exact(*whole),
            },
            Value::Text(text) => Key::Text(text.clone()),
            Value::Array(items) => Self::array(items, bounds)?,
            Value::Object(fields) => Self::object(fields, bounds)?,
            Value::Function(function) => Key::Function(function.address()),
            _ => Key::Null,
        })
    }

    fn number(number: f64) -> Self {
        Key::Number((number + 0.0).to_bits())
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::super::super::machine::Limits;
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};

    /// Numbers that lie close together where doubles have gaps, as integers and as doubles.
    fn number() -> impl Strategy<Value = Json> {
        let base = prop_oneof![
            Just(0_i64),
            Just(1 << 53),
            Just(-(1 << 53)),
            Just(1 << 60),
            Just(i64::MAX - 2),
            Just(i64::MIN + 2),
        ];
        (base, -2_i64..=2, any::<bool>()).prop_map(|(base, more, double)| match base + more {
            whole if double => json!(whole as f64),
            whole => json!(whole),
        })
    }

    fn value() -> impl Strategy<Value = Json> {
        let scalar = prop_oneof![
            6 => number(),
            1 => Just(json!(null)),
            1 => Just(json!("1152921504606846976")),
            1 => Just(json!(-0.0)),
            1 => Just(json!(9_223_372_036_854_775_808_u64)),
        ];
        scalar.prop_recursive(2, 6, 2, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..3).prop_map(Json::from),
                inner.prop_map(|inner| json!({ "a": inner })),
            ]
        })
    }

    fn same(a: &Json, b: &Json) -> bool {
        let bounds = Bounds::new(Limits::default());
        equal(&Value::of(a), &Value::of(b), &bounds).unwrap()
    }

    fn key(value: &Json) -> Key<'_> {
        Key::of(&Value::of(value), &Bounds::new(Limits::default())).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn equal_values_have_equal_keys_and_others_have_not(a in value(), b in value()) {
            prop_assert_eq!(same(&a, &b), key(&a) == key(&b));
            prop_assert_eq!(same(&a, &b), same(&b, &a));
            prop_assert!(same(&a, &a));
        }

        #[test]
        fn equality_and_order_of_numbers_are_transitive(a in number(), b in number(), c in number()) {
            let place = |a, b| order(&Value::of(a), &Value::of(b)).unwrap();
            prop_assert_eq!(place(&a, &b), place(&b, &a).reverse());
            prop_assert_eq!(place(&a, &b).is_eq(), same(&a, &b));
            if place(&a, &b).is_le() && place(&b, &c).is_le() {
                prop_assert!(place(&a, &c).is_le());
                prop_assert_eq!(place(&a, &c).is_eq(), same(&a, &b) && same(&b, &c));
            }
        }
    }

    #[test]
    fn integers_beyond_the_doubles_have_places_of_their_own() {
        let (near, double, next) =
            (json!((1_i64 << 60) + 1), json!(2f64.powi(60)), json!(1_i64 << 60));
        assert!(same(&double, &next) && !same(&near, &double) && !same(&near, &next));
        let edges = [json!(i64::MAX), json!(9_223_372_036_854_775_808_u64), json!(1e300)];
        assert!(edges.windows(2).all(|pair| {
            order(&Value::of(&pair[0]), &Value::of(&pair[1])) == Some(Ordering::Less)
        }));
        assert!(same(&json!(i64::MIN), &json!(-9_223_372_036_854_775_808.0)));
    }
}
