//! Methods, by the type of their receiver.

use super::code::Code;
use super::compose::many;
use super::construct::default;
use super::ty::{Shape, Ty};
use super::walk::{Walk, field, if_some, inside};
use super::{
    Refused, cast, cause, decoded, failing, format, iterator, list, map, number, option, order,
    refuse, set, text,
};
use crate::operators::REFUSED;
use crate::program::Expr;

/// `on.name(arguments)`; a probe may know the type of the value.
pub(super) fn call(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    match (name, on.ty.shape()) {
        (
            "clone" | "to_owned" | "as_str" | "as_ref" | "as_deref" | "copied" | "cloned"
            | "to_vec" | "as_slice",
            _,
        ) => Ok(on),
        ("__removed", _) => removed(walk, on, arguments),
        ("into", _) => cast::convert(on, probe),
        ("cmp" | "partial_cmp", _) => match arguments {
            [other] => order::ordering(on, walk.expr(other)?),
            _ => unknown(&on, name),
        },
        ("try_into", Shape::Integer(..)) => match probe {
            Some(ty) => super::parse::try_from(on, ty),
            None => refuse("try_into an unknown type", "name it: `u8::try_from(x)`"),
        },
        ("to_json", _) => super::json::text(on),
        ("parse_json", Shape::String) => match probe {
            Some(ty) => super::json::parse(&on, ty),
            None => refuse("parse_json to an unknown type", "name it: `parse_json::<T>()`"),
        },
        (_, Shape::Bool) => boolean(walk, on, name, arguments),
        (_, Shape::Integer(..) | Shape::Float) => number::method(walk, on, name, arguments, probe),
        (_, Shape::String) => text::method(walk, on, name, arguments, probe),
        (_, Shape::Char) => text::of_char(on, name, walk.exprs(arguments)?),
        ("unwrap_or_default", Shape::Option(of)) => {
            let default = default(&probe.unwrap_or_else(|| of.clone()))?;
            many("o", on, |on| Ok(if_some(&on, &inside(&on, of), &default)))
        }
        (_, Shape::Option(of)) => option::method(walk, on, of, name, arguments),
        (_, Shape::Result(ok, error)) => {
            let types = (ok, error);
            option::of_result(walk, on, types, name, arguments, probe)
        }
        (_, Shape::List(_) | Shape::Tuple(_)) => list::method(walk, on, name, arguments, probe),
        (_, Shape::Set(of)) => set::method(walk, on, &of, name, arguments),
        ("to_string", Shape::Chars) => Ok(on.with_ty(Ty::STRING)),
        (_, Shape::Iter(_) | Shape::Range(_) | Shape::Chars) => {
            iterator::method(walk, on, name, arguments, probe)
        }
        (_, Shape::Map(key, of)) => map::method(walk, on, (&key, of), name, arguments),
        (_, Shape::Unordered(key, of)) => map::unordered(walk, on, (&key, of), name, arguments),
        ("to_string", Shape::Text(_)) => format::shown(&on),
        (_, Shape::Ordering) => order::method(walk, on, name, arguments),
        ("min" | "max", Shape::Enum(..)) => match arguments {
            [other] => number::lesser(name, on, walk.expr(other)?),
            _ => unknown(&on, name),
        },
        ("error", Shape::Struct("Failure", _)) => field(on, name),
        ("error", Shape::Caught(_)) => Ok(on.step("Error", Ty::STRING)),
        ("cause", Shape::Struct("Failure", _) | Shape::Caught(_)) => cause::read(on),
        ("error", Shape::Enum(..)) => failing::kept(on, &decoded::failure(), |it| field(it, name)),
        ("child", Shape::Struct("Failure", _)) => decoded::child(on, decoded::failure()),
        (_, Shape::Decoded(_)) => refuse(
            format!("`{name}` of a decoded failure"),
            "`match` on it: `match failure.decode::<ChildError>() { Ok(ChildError::Declined { .. }) => .., .. }`",
        ),
        ("reported", Shape::Struct("Failure", _) | Shape::Caught(_)) => {
            many("failure", on, |on| Ok(on.step("Cause", Ty::STRING)))
        }
        _ => unknown(&on, name),
    }
}

/// The value of `on.remove(of)`, before it is changed.
fn removed(walk: &Walk<'_>, on: Code, arguments: &[Expr]) -> Result<Code, Refused> {
    match (on.ty.shape(), arguments) {
        (Shape::List(_), [index]) => list::index(on, walk.expr(index)?),
        (Shape::Set(_), _) => call(walk, on, "contains", arguments, None),
        (Shape::Map(..) | Shape::Unordered(..), _) => call(walk, on, "get", arguments, None),
        _ => unknown(&on, "remove"),
    }
}

/// A method that has no text.
pub(super) fn unknown<T>(on: &Code, name: &str) -> Result<T, Refused> {
    let remedy = REFUSED.iter().find(|(refused, _)| *refused == name);
    let remedy = remedy.map_or("see the table of operators, or use a task", |(_, remedy)| remedy);
    refuse(format!("`{name}` of {}", on.ty.describe()), remedy)
}

fn boolean(walk: &Walk<'_>, on: Code, name: &str, arguments: &[Expr]) -> Result<Code, Refused> {
    let then = match (name, arguments) {
        ("then", [then]) => walk.apply(then, &[])?,
        ("then_some", [then]) => {
            let then = walk.expr(then)?;
            return super::compose::eager("v", then, |then| option::some_if(walk, &on, &then));
        }
        ("to_string", []) => return format::shown(&on),
        _ => return unknown(&on, name),
    };
    many("c", on, |on| option::some_if(walk, &on, &then))
}
