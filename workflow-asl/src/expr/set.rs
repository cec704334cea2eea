//! `BTreeSet`: an array. Its JSON may have items in any order, and more than once: it is sorted, each item once, wherever
//! it is read.

use super::change;
use super::code::Code;
use super::compose::function;
use super::equality::equality;
use super::list::{self, count, kept};
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, iterator, map, order, stepped};
use crate::program::Expr;

/// The list of a set's items in Rust's order, each once. What is no set stays as it is.
#[must_use]
pub fn ordered(set: Code) -> Code {
    let Shape::Set(of) = set.ty.shape() else { return set };
    if set.literal().is_some_and(|items| items.as_array().is_some_and(Vec::is_empty)) {
        return set.with_ty(Ty::list(of));
    }
    let plain = map::plain(&of);
    let call = format!("$distinct({})", set.text());
    let once = kept(&call, &plain, Ty::list(plain.clone())).failing_as(&[&set]);
    let sorted = iterator::sort(&once, &plain, |a, b| order::ordering(a.clone(), b.clone()));
    sorted.unwrap_or(once).with_ty(Ty::list(of))
}

/// A set that is made of a list.
pub(super) fn made(list: Code, ty: Ty) -> Code {
    ordered(list.with_ty(ty.clone())).with_ty(ty)
}

/// `on.name(arguments)` of a set. What asks neither for order nor for number reads it as it is.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    item: &Ty,
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let raw = on.clone().with_ty(Ty::list(item.clone()));
    match (name, arguments) {
        ("contains", [_]) | ("is_empty", []) => list::method(walk, raw, name, arguments, None),
        ("len", []) => {
            let once = Code::call(format!("$distinct({})", on.text()), raw.ty.clone());
            Ok(count(&once.failing_as(&[&on])))
        }
        ("iter" | "into_iter" | "first" | "last", []) => {
            list::method(walk, ordered(on), name, arguments, None)
        }
        _ => super::method::unknown(&on, name),
    }
}

/// The value of a set after `set.name(arguments)`.
pub(super) fn changed(
    walk: &Walk<'_>,
    set: Code,
    item: &Ty,
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let ty = set.ty.clone();
    let list = set.clone().with_ty(Ty::list(item.clone()));
    let value = match (name, arguments) {
        ("insert", [_]) => change::changed(walk, list, item, "push", arguments)?,
        ("retain" | "extend", [_]) | ("clear", []) => {
            change::changed(walk, list, item, name, arguments)?
        }
        ("remove", [gone]) => {
            let gone = walk.expr(gone)?;
            super::compose::many("x", gone, |gone| {
                let (text, body) =
                    function(&[("v", item.clone())], |names| equality(&names[0], "!=", &gone))?;
                let call = stepped::filter(&list, item, &text, &body);
                Ok(kept(&call, item, list.ty.clone()).failing_as(&[&list, &body]))
            })?
        }
        _ => return super::method::unknown(&set, name),
    };
    Ok(value.with_ty(ty))
}
