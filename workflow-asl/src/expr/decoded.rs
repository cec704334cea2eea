//! `failure.child()`, and `failure.decode::<ChildError>()`: the failure of a nested execution, and the variant of an enum
//! that its name stands for.

use super::Refused;
use super::code::Code;
use super::compose::{and, choose, compare, equal, many, named as under_name, not, or};
use super::ty::{Shape, Ty};
use crate::ops::cause::is_form;
use crate::ops::child::{described, is_child};
use crate::program::{Literal, Pattern};
use crate::schema::{Content, Field, Schema, Variant};
use serde_json::json;

/// The name of the variant that takes all others.
const OTHERS: &str = "States.ALL";

/// `failure.child()`
pub(super) fn child(failure: Code, ty: Ty) -> Result<Code, Refused> {
    many("failure", failure, |failure| {
        let [error, cause] = ["Error", "Cause"].map(|name| failure.step(name, Ty::STRING));
        let parsed = Code::call(format!("$parse({})", cause.text()), Ty::Unknown);
        let inside =
            under_name("told", parsed, |told| Ok(Code::call(described(told.text()), ty.clone())))?;
        let condition = is_child(error.text(), cause.text());
        let condition = Code::made(condition, super::code::level::AND, Ty::BOOL);
        Ok(choose(&condition, &inside, &failure.clone().with_ty(ty.clone()), ty))
    })
}

/// The form of a failure.
pub(super) fn failure() -> Ty {
    let field = |rust, json| Field::new(rust, json, || Schema::String);
    let fields = vec![field("error", "Error"), field("cause", "Cause")];
    Ty::Of(Schema::Struct { name: "Failure", fields })
}

/// The variants of the enum that a failure is decoded to: in JSON their names are those of errors.
fn variants(value: &Code) -> Vec<Variant> {
    match value.ty.shape() {
        Shape::Decoded(Schema::Enum { variants, .. }) => variants,
        _ => vec![],
    }
}

/// The condition that the failure is one of these variants: it has the name and, of one with fields, a cause that holds
/// them.
fn is_any(value: &Code, variants: &[&Variant]) -> Option<Code> {
    let (plain, fields): (Vec<_>, Vec<_>) =
        variants.iter().partition(|variant| matches!(variant.content, Content::Unit));
    let cause = value.step("Cause", Ty::STRING);
    let held = Code::call(is_form(cause.text()), Ty::BOOL);
    let fields = has(value, &fields).map(|named| and(named, held));
    match (has(value, &plain), fields) {
        (Some(plain), Some(fields)) => Some(or(&plain, &fields)),
        (plain, fields) => plain.or(fields),
    }
}

/// The condition that the failure has one of the names.
fn has(value: &Code, variants: &[&&Variant]) -> Option<Code> {
    let error = value.step("Error", Ty::STRING);
    let names = variants.iter().map(|variant| variant.json);
    // A missed heartbeat is a timeout, too.
    let heartbeat = names.clone().any(|name| name == "States.Timeout");
    let names: Vec<&str> = names.chain(heartbeat.then_some("States.HeartbeatTimeout")).collect();
    match names[..] {
        [] => None,
        [only] => Some(equal(&error, &Code::string(only))),
        _ => Some(compare(&error, "in", &Code::constant(json!(names), Ty::Unknown))),
    }
}

/// The condition that the enum has the failure; none if it has all.
fn is_known(value: &Code) -> Option<Code> {
    let all = variants(value);
    match all.iter().any(|variant| variant.json == OTHERS) {
        true => None,
        false => is_any(value, &all.iter().collect::<Vec<_>>()),
    }
}

/// The condition that the failure is a variant, by its name in Rust; none if it always is.
fn is_variant(value: &Code, rust: &str) -> Option<Code> {
    let all = variants(value);
    match all.iter().find(|variant| variant.rust == rust) {
        Some(Variant { json: OTHERS, .. }) => {
            let rest: Vec<_> = all.iter().filter(|variant| variant.json != OTHERS).collect();
            is_any(value, &rest).map(|known| not(&known))
        }
        Some(variant) => is_any(value, &[variant]),
        None => Some(Code::bool(false)),
    }
}

/// The condition that a failure is none of the variants: it fits `Err(pattern)`.
pub(super) fn fits(value: &Code, pattern: &Pattern) -> Option<Code> {
    match pattern {
        Pattern::TupleStruct(..) => {
            Some(is_known(value).map_or_else(|| Code::bool(false), |known| not(&known)))
        }
        _ => None,
    }
}

/// The condition that a failure has the name of the variant in a pattern, whatever its cause holds.
pub(super) fn named(value: &Code, pattern: &Pattern) -> Option<Code> {
    let (Pattern::TupleStruct(name, _) | Pattern::Struct(name, _)) = pattern else { return None };
    let all = variants(value);
    let found = all.iter().find(|variant| variant.rust == *name)?;
    has(value, &[&found])
}

/// The condition that a failure is the variant of a pattern, whose fields are looked at elsewhere.
pub(super) fn variant(value: &Code, pattern: &Pattern) -> Option<Code> {
    match pattern {
        Pattern::Literal(Literal::Constant(path)) => {
            is_variant(value, path.rsplit("::").next().unwrap_or(path).trim())
        }
        Pattern::Path(name) | Pattern::TupleStruct(name, _) | Pattern::Struct(name, _) => {
            is_variant(value, name)
        }
        _ => is_known(value),
    }
}

/// The failure in `Ok(..)`, as a variant, or in `Err(..)`, as it is.
pub(super) fn part(value: &Code, name: &str) -> Code {
    match (name, value.ty.shape()) {
        ("Ok", Shape::Decoded(schema)) => value.clone().with_ty(Ty::Caught(schema)),
        _ => value.clone().with_ty(failure()),
    }
}
