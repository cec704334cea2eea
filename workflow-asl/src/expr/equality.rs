//! `==`, and what has none: where JSON may differ though the values are equal, or the other way round.

use super::canonical::canonical;
use super::code::Code;
use super::compose::{compare, compare_there, equal, is_null, not};
use super::ty::{Shape, Ty};
use super::{Refused, refuse};
use crate::schema::{RESULT, Schema, UNKNOWN};
use serde_json::Value;

/// `left = right`, `left != right`
pub(super) fn equality(left: &Code, op: &str, right: &Code) -> Result<Code, Refused> {
    // Of any type it is seen whether something is there.
    for (one, other) in [(left, right), (right, left)] {
        if other.literal() == Some(Value::Null) {
            return Ok(is_null(one, op == "="));
        }
    }
    let (left, right) = &outcomes(left, right);
    comparable(&left.ty)?;
    comparable(&right.ty)?;
    let scalar = |code: &Code| code.literal().is_some_and(|it| !it.is_object() && !it.is_array());
    let (left, right) = match scalar(left) || scalar(right) {
        true => (left.clone(), right.clone()),
        false => (canonical(left.clone())?, canonical(right.clone())?),
    };
    let there = |code: &Code| code.literal().is_some() || !(code.absent || code.ty.nullable());
    Ok(match (left.absent || right.absent, there(&left) || there(&right)) {
        (false, _) => compare_there(&left, op, &right),
        // What is undefined is not equal to what is there, and in JSONata not unequal either.
        (true, true) if op == "=" => equal(&left, &right),
        (true, true) => not(&equal(&left, &right)),
        (true, false) => compare(&left.present(), op, &right.present()),
    })
}

/// Of two `Result`s one knows the type of both: `outcome == Ok(1)`.
fn outcomes(left: &Code, right: &Code) -> (Code, Code) {
    let known = |code: &Code| matches!(&code.ty, Ty::Of(Schema::Enum { name: RESULT, .. }));
    let made = |code: &Code| matches!(&code.ty, Ty::Result(..));
    match (known(left), known(right)) {
        (true, false) if made(right) => (left.clone(), right.clone().with_ty(left.ty.clone())),
        (false, true) if made(left) => (left.clone().with_ty(right.ty.clone()), right.clone()),
        _ => (left.clone(), right.clone()),
    }
}

/// Refuses a type whose values may be equal where their JSON is not, or the other way round.
pub(super) fn comparable(ty: &Ty) -> Result<(), Refused> {
    match ty {
        Ty::Of(schema) => match schema.first_part(&unequal) {
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

/// The reason why two values of a type may be equal where their JSON is not, or the other way round.
fn unequal(schema: &Schema) -> Option<String> {
    match schema {
        Schema::Text(text) => text.unequal.map(|why| format!("a `{}`: {why}", text.name)),
        Schema::Any => Some("any JSON: 1 and 1.0 are one number there, two in Rust".into()),
        Schema::Opaque(name) if *name != UNKNOWN => {
            Some(format!("an opaque value: only `{name}` knows what is equal"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_only_rust_compares_are_refused() {
        for (schema, refused) in [
            (Schema::Any, true),
            (Schema::Opaque("Blob"), true),
            (Schema::Opaque(UNKNOWN), false),
            (Schema::Bool, false),
            (Schema::List(|| Schema::Opaque("Blob")), true),
            (Schema::List(|| Schema::Opaque(UNKNOWN)), false),
        ] {
            assert_eq!(comparable(&Ty::Of(schema.clone())).is_err(), refused, "{schema:?}");
        }
    }
}
