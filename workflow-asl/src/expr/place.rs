//! Assignments: the new value of a whole variable.

use super::arithmetic::concat;
use super::code::Code;
use super::env::Env;
use super::ty::{Shape, Ty};
use super::walk::{Walk, field};
use super::{Refused, change, construct, map, refuse, set};
use crate::program::{Expr, Types};
use crate::schema::Schema;

/// The value of the whole variable after `variable.fields = value`.
///
/// # Errors
/// A place that JSON does not have.
pub fn assign(whole: &Code, fields: &[&str], value: Code) -> Result<Code, Refused> {
    let Some((name, rest)) = fields.split_first() else {
        return Ok(value);
    };
    if let Ty::Of(Schema::Newtype { inner, .. }) = &whole.ty {
        return assign(&whole.clone().with_ty(Ty::Of(inner())), rest, value);
    }
    let part = match rest {
        [] => value,
        rest => assign(&field(whole.clone(), name)?, rest, value)?,
    };
    match whole.ty.shape() {
        Shape::Struct(_, declared) => {
            construct::update(whole, &declared, vec![(name, part)], whole.ty.clone())
        }
        Shape::Tuple(of) => {
            let index = name.parse::<usize>().ok().filter(|index| *index < of.len());
            let mut items = (0..of.len())
                .map(|index| field(whole.clone(), &index.to_string()))
                .collect::<Result<Vec<_>, _>>()?;
            match index {
                Some(index) => items[index] = part,
                None => {
                    return refuse(format!("a tuple has no field `{name}`"), "use one that it has");
                }
            }
            Ok(Code::list(&items, whole.ty.clone()))
        }
        _ => refuse(
            format!("an assignment to `.{name}` of {}", whole.ty.describe()),
            "assign the whole value",
        ),
    }
}

/// The value of the whole variable after `variable.fields.method(arguments)`.
///
/// # Errors
/// A method that JSONata cannot say exactly.
pub fn mutate(
    whole: &Code,
    fields: &[&str],
    method: &str,
    arguments: &[Expr],
    env: &Env,
    types: &Types,
) -> Result<Code, Refused> {
    let walk = Walk { env: env.clone(), types };
    let place = fields.iter().try_fold(whole.clone(), |code, name| field(code, name))?;
    let changed = match place.ty.shape() {
        Shape::List(_) | Shape::Tuple(_) if method == "__gathered" => {
            gathered(&walk, arguments)?.with_ty(place.ty.clone())
        }
        Shape::Map(key, _) | Shape::Unordered(key, _) if method == "__gathered" => {
            map::collect(&gathered(&walk, arguments)?, &key, place.ty.clone())
        }
        Shape::List(item) => change::changed(&walk, place, &item, method, arguments)?,
        // An array: Rust knows no such method of a tuple.
        Shape::Tuple(of) if !of.is_empty() => {
            change::changed(&walk, place, &of[0], method, arguments)?
        }
        Shape::Set(item) => set::changed(&walk, place, &item, method, arguments)?,
        Shape::Map(key, of) | Shape::Unordered(key, of) => {
            map::changed(&walk, place, (&key, &of), method, arguments)?
        }
        Shape::String => text(&place, method, walk.exprs(arguments)?)?,
        _ => return super::method::unknown(&place, method),
    };
    assign(whole, fields, changed)
}

/// The items that a list or a map is made of.
fn gathered(walk: &Walk<'_>, arguments: &[Expr]) -> Result<Code, Refused> {
    match walk.exprs(arguments)?.pop() {
        Some(items) => super::iterator::as_list(items),
        None => refuse("nothing to collect", "give an iterator"),
    }
}

/// The value of a string after `text.method(arguments)`.
fn text(place: &Code, method: &str, arguments: Vec<Code>) -> Result<Code, Refused> {
    match (method, &arguments[..]) {
        ("push_str" | "push", [more]) => Ok(concat(place, more).with_ty(place.ty.clone())),
        ("clear", []) => Ok(Code::string("").with_ty(place.ty.clone())),
        _ => super::method::unknown(place, method),
    }
}
