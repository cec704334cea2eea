//! The methods of `Option` and `Result`.

use super::Refused;
use super::closure::wish;
use super::code::Code;
use super::compose::{and, choose, compare, eager, is_null, many, not};
use super::construct::default;
use super::method::unknown;
use super::ty::Ty;
use super::walk::{Walk, common, if_some, inside};
use crate::program::Expr;

/// `condition ? value : null`
pub(super) fn some_if(walk: &Walk<'_>, condition: &Code, value: &Code) -> Result<Code, Refused> {
    walk.not_nullable(&value.ty)?;
    let ty = Ty::option(value.ty.clone());
    Ok(choose(condition, value, &Code::null(ty.clone()), ty))
}

/// The value that there is, as a list of one or none.
pub(super) fn listed(on: Code, of: Ty) -> Result<Code, Refused> {
    let ty = Ty::iter(of.clone());
    many("o", on, |on| {
        let one = Code::list(&[inside(&on, of)], ty.clone());
        Ok(choose(&is_null(&on, false), &one, &Code::list(&[], ty.clone()), ty))
    })
}

/// The text of an `expect`, or a general one.
fn message(arguments: &[Code]) -> String {
    let text = arguments.first().and_then(Code::literal);
    let text = text.and_then(|text| text.as_str().map(str::to_owned));
    text.unwrap_or_else(|| "unwrap of a value that is not there".into())
}

/// `on.name(arguments)` of an `Option`.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    of: Ty,
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let local = arguments.iter().find(|argument| matches!(argument, Expr::Closure(..)));
    let local = local.map_or("o", |closure| match wish(closure, 0) {
        "v" => "o",
        name => name,
    });
    match name {
        "iter" | "into_iter" if arguments.is_empty() => listed(on, of),
        "is_some" => Ok(is_null(&on, false)),
        "is_none" => Ok(is_null(&on, true)),
        "map" | "and_then" | "filter" | "is_some_and" | "is_none_or" | "map_or" | "map_or_else" => {
            many(local, on, |on| with_closure(walk, &on, &of, name, arguments))
        }
        "or_else" | "unwrap_or_else" | "ok_or_else" => match arguments {
            [closure] => {
                let other = walk.apply(closure, &[])?;
                many(local, on, |on| with_value(walk, &on, &of, name, Some(other)))
            }
            _ => unknown(&on, name),
        },
        _ => {
            let mut arguments = walk.exprs(arguments)?;
            if matches!(name, "unwrap" | "expect") {
                let fault = Code::fault(&message(&arguments), of.clone());
                return many(local, on, |on| Ok(if_some(&on, &inside(&on, of.clone()), &fault)));
            }
            let other = arguments.pop();
            many(local, on, |on| match other {
                Some(other) => {
                    eager("d", other, |other| with_value(walk, &on, &of, name, Some(other)))
                }
                None => with_value(walk, &on, &of, name, None),
            })
        }
    }
}

/// A method that takes a value, or a closure without parameters.
fn with_value(
    walk: &Walk<'_>,
    on: &Code,
    of: &Ty,
    name: &str,
    other: Option<Code>,
) -> Result<Code, Refused> {
    let value = inside(on, of.clone());
    let none = Code::null(on.ty.clone());
    match (name, other) {
        ("unwrap_or" | "unwrap_or_else", Some(other)) => Ok(if_some(on, &value, &other)),
        ("or" | "or_else", Some(other)) => Ok(if_some(on, &inside(on, on.ty.clone()), &other)),
        ("and", Some(other)) => Ok(if_some(on, &other, &Code::null(other.ty.clone()))),
        ("xor", Some(other)) => many("b", other, |other| {
            let there = inside(on, on.ty.clone());
            let only = choose(&is_null(&other, false), &none, &there, on.ty.clone());
            Ok(choose(&is_null(on, false), &only, &other, on.ty.clone()))
        }),
        ("zip", Some(other)) => many("b", other, |other| {
            let super::ty::Shape::Option(second) = other.ty.shape() else {
                return unknown(on, name);
            };
            let ty = Ty::Tuple(vec![of.clone(), second.clone()]);
            let pair = Code::list(&[value, inside(&other, second)], ty.clone());
            let there = and(is_null(on, false), is_null(&other, false));
            let ty = Ty::option(ty);
            Ok(choose(&there, &pair, &Code::null(ty.clone()), ty))
        }),
        ("ok_or" | "ok_or_else", Some(error)) => {
            let ty = Ty::result(of.clone(), error.ty.clone());
            let ok = Code::fields(vec![("Ok".into(), value)], ty.clone());
            Ok(if_some(on, &ok, &Code::fields(vec![("Err".into(), error)], ty)))
        }
        ("get", _) => unknown(on, name),
        _ => {
            walk.not_nullable(of)?;
            unknown(on, name)
        }
    }
}

fn with_closure(
    walk: &Walk<'_>,
    on: &Code,
    of: &Ty,
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let value = inside(on, of.clone());
    let none = Code::null(on.ty.clone());
    let Some((last, first)) = arguments.split_last() else { return unknown(on, name) };
    let then = walk.apply(last, &[value])?;
    match (name, first) {
        ("map", []) => some_if(walk, &is_null(on, false), &then),
        ("and_then", []) => Ok(if_some(on, &then, &Code::null(then.ty.clone()))),
        ("filter", []) => {
            let kept = choose(&then, &inside(on, on.ty.clone()), &none, on.ty.clone());
            Ok(choose(&is_null(on, false), &kept, &none, on.ty.clone()))
        }
        ("is_some_and", []) => Ok(and(is_null(on, false), then)),
        ("is_none_or", []) => Ok(super::compose::or(&is_null(on, true), &then)),
        ("map_or", [otherwise]) => {
            eager("d", walk.expr(otherwise)?, |otherwise| Ok(if_some(on, &then, &otherwise)))
        }
        ("map_or_else", [otherwise]) => Ok(if_some(on, &then, &walk.apply(otherwise, &[])?)),
        _ => unknown(on, name),
    }
}

/// `on.name(arguments)` of a `Result`: of `parse`, `try_from`, `ok_or`.
pub(super) fn of_result(
    walk: &Walk<'_>,
    on: Code,
    (ok, error): (Ty, Ty),
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    many("r", on, |on| {
        let (value, failure) = (on.step("Ok", ok.clone()), on.step("Err", error.clone()));
        let is_ok = Code::call(format!("$exists({})", value.text()), Ty::BOOL);
        let either = |then: &Code, otherwise: &Code| {
            choose(&is_ok, then, otherwise, common(then, otherwise))
        };
        let wrapped = |key: &str, code: Code, ty: Ty| Code::fields(vec![(key.into(), code)], ty);
        match (name, arguments) {
            ("is_ok", []) => Ok(is_ok),
            ("is_err", []) => Ok(not(&is_ok)),
            ("ok", []) => some_if(walk, &is_ok, &value),
            ("unwrap" | "expect", _) => {
                let fault = Code::fault(&message(&walk.exprs(arguments)?), ok.clone());
                Ok(either(&value, &fault))
            }
            ("unwrap_or", [other]) => {
                eager("d", walk.expr(other)?, |other| Ok(either(&value, &other)))
            }
            ("unwrap_or_default", []) => {
                Ok(either(&value, &default(&probe.unwrap_or_else(|| ok.clone()))?))
            }
            ("unwrap_or_else", [closure]) => Ok(either(&value, &walk.apply(closure, &[failure])?)),
            ("map", [closure]) => {
                let then = walk.apply(closure, &[value])?;
                let ty = Ty::result(then.ty.clone(), error.clone());
                Ok(either(&wrapped("Ok", then, ty), &on))
            }
            ("map_err", [closure]) => {
                let then = walk.apply(closure, &[failure])?;
                let ty = Ty::result(ok.clone(), then.ty.clone());
                let kept = on.clone().with_ty(ty.clone());
                Ok(choose(&is_ok, &kept, &wrapped("Err", then, ty.clone()), ty))
            }
            ("and_then", [closure]) => Ok(either(&walk.apply(closure, &[value])?, &on)),
            ("or_else", [closure]) => {
                let otherwise = walk.apply(closure, &[failure])?;
                let ty = otherwise.ty.clone();
                Ok(choose(&is_ok, &on.clone().with_ty(ty.clone()), &otherwise, ty))
            }
            ("is_ok_and", [closure]) => Ok(and(is_ok, walk.apply(closure, &[value])?)),
            ("map_or_else", [otherwise, closure]) => {
                let otherwise = walk.apply(otherwise, &[failure])?;
                Ok(either(&walk.apply(closure, &[value])?, &otherwise))
            }
            ("map_or", [otherwise, closure]) => {
                let then = walk.apply(closure, &[value])?;
                eager("d", walk.expr(otherwise)?, |otherwise| Ok(either(&then, &otherwise)))
            }
            _ => unknown(&on, name),
        }
    })
}

/// `condition ? {"Ok": value} : {"Err": null}`
pub(super) fn ok_if(condition: &Code, value: Code) -> Code {
    let ty = Ty::result(value.ty.clone(), Ty::Unknown);
    let ok = Code::fields(vec![("Ok".into(), value)], ty.clone());
    choose(condition, &ok, &no(ty.clone()), ty)
}

/// `{"Err": null}`
pub(super) fn no(ty: Ty) -> Code {
    Code::fields(vec![("Err".into(), Code::null(Ty::Unknown))], ty)
}

/// `low <= value and value <= high`
pub(super) fn between(low: i64, value: &Code, high: i64) -> Code {
    let number = |value: i64| Code::constant(value.into(), Ty::I64);
    and(compare(&number(low), "<=", value), compare(value, "<=", &number(high)))
}
