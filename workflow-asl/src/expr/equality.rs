//! `==`, and what has none: where JSON may differ though the values are equal, or the other way round.

use super::canonical::canonical;
use super::code::Code;
use super::compose::{compare, equal, is_null, not};
use super::ty::{Shape, Ty};
use super::{Refused, refuse};
use crate::schema::{Content, Field, Lazy, Schema, UNKNOWN};
use serde_json::Value;
use std::collections::BTreeSet;

/// `left = right`, `left != right`
pub(super) fn equality(left: &Code, op: &str, right: &Code) -> Result<Code, Refused> {
    // Of any type it is seen whether something is there.
    for (one, other) in [(left, right), (right, left)] {
        if other.literal() == Some(Value::Null) {
            return Ok(is_null(one, op == "="));
        }
    }
    comparable(&left.ty)?;
    comparable(&right.ty)?;
    let scalar = |code: &Code| code.literal().is_some_and(|it| !it.is_object() && !it.is_array());
    let (left, right) = match scalar(left) || scalar(right) {
        true => (left.clone(), right.clone()),
        false => (canonical(left.clone())?, canonical(right.clone())?),
    };
    let there = |code: &Code| code.literal().is_some() || !(code.absent || code.ty.nullable());
    Ok(match (left.absent || right.absent, there(&left) || there(&right)) {
        (false, _) => compare(&left, op, &right),
        // What is undefined is not equal to what is there, and in JSONata not unequal either.
        (true, true) if op == "=" => equal(&left, &right),
        (true, true) => not(&equal(&left, &right)),
        (true, false) => compare(&left.present(), op, &right.present()),
    })
}

/// Refuses a type whose values may be equal where their JSON is not, or the other way round.
pub(super) fn comparable(ty: &Ty) -> Result<(), Refused> {
    match ty {
        Ty::Of(schema) => match unequal(schema, &mut BTreeSet::new()) {
            Some(what) => refuse(format!("`==` of {what}"), "compare in a task"),
            None => Ok(()),
        },
        Ty::Option(of) | Ty::List(of) => comparable(of),
        Ty::Tuple(of) => of.iter().try_for_each(comparable),
        _ => match ty.shape() {
            Shape::Unknown | Shape::Reverse(_) => Ok(()),
            _ => refuse(
                format!("`==` of {}", ty.describe()),
                "collect an iterator first; match a `Result` or an error",
            ),
        },
    }
}

/// The first part of a type that keeps it from being compared. Types may be recursive: nothing is looked into twice.
fn unequal(schema: &Schema, seen: &mut BTreeSet<usize>) -> Option<String> {
    let mut inner = |of: &Lazy| if seen.insert(*of as usize) { unequal(&of(), seen) } else { None };
    match schema {
        Schema::Text(text) => text.unequal.map(|why| format!("a `{}`: {why}", text.name)),
        Schema::Any => Some("any JSON: 1 and 1.0 are one number there, two in Rust".into()),
        Schema::Opaque(name) if *name != UNKNOWN => {
            Some(format!("an opaque value: only `{name}` knows what is equal"))
        }
        Schema::Option(of) | Schema::List(of) | Schema::Map(of) => inner(of),
        Schema::Newtype { inner: of, .. } => inner(of),
        Schema::Tuple(of) => of.iter().find_map(inner),
        Schema::Struct { fields, .. } => {
            fields.iter().find_map(|Field { schema, .. }| inner(schema))
        }
        Schema::Enum { variants, .. } => variants.iter().find_map(|it| match &it.content {
            Content::Unit => None,
            Content::Newtype(of) => inner(of),
            Content::Tuple(of) => of.iter().find_map(&mut inner),
            Content::Struct(fields) => fields.iter().find_map(|it| inner(&it.schema)),
        }),
        _ => None,
    }
}
