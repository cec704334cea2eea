//! `BTreeMap` and `HashMap`: an object. A key that is an integer is a text in it.

use super::code::{Code, level};
use super::compose::{choose, function, many};
use super::iterator;
use super::list::{self, is_zero, kept};
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, order, refuse};
use crate::program::Expr;
use crate::schema::Schema;
use serde_json::Value;

/// The keys in Rust's order.
fn keys(map: &Code, key: &Ty) -> Result<Code, Refused> {
    let text = match is_integer(key) {
        true => format!("[$map($keys({}), function($k) {{ $number($k) }})]", map.text()),
        false => format!("[$keys({})]", map.text()),
    };
    let plain = plain(key);
    let unsorted = Code::call(text, Ty::list(plain.clone())).failing_as(&[map]);
    iterator::sort(&unsorted, &plain, |a, b| order::ordering(a.clone(), b.clone()))
        .map(|keys| keys.with_ty(Ty::iter(key.clone())))
}

/// The type of a key without the newtypes around it.
pub(super) fn plain(key: &Ty) -> Ty {
    match key.shape() {
        Shape::Integer(min, max) => Ty::Of(Schema::Integer { min, max }),
        _ => Ty::STRING,
    }
}

fn is_integer(key: &Ty) -> bool {
    matches!(key.shape(), Shape::Integer(..))
}

/// A key as the object has it: a text.
pub(super) fn text(key: Code) -> Code {
    if !is_integer(&key.ty) {
        return key;
    }
    match key.literal() {
        Some(number) => Code::string(&number.to_string()),
        None => Code::call(format!("$string({})", key.text()), Ty::STRING).failing_as(&[&key]),
    }
}

/// A key that the object has, as Rust has it.
fn read(key: &Code, ty: &Ty) -> Code {
    match is_integer(ty) {
        true => Code::call(format!("$number({})", key.text()), ty.clone()),
        false => key.clone().with_ty(ty.clone()),
    }
}

fn lookup(map: &Code, key: &Code, of: Ty) -> Code {
    Code::call(format!("$lookup({}, {})", map.text(), key.text()), of)
}

fn has(map: &Code, key: &Code) -> Code {
    let text = format!("{} in $keys({})", key.at(level::COMPARE + 1), map.text());
    Code::made(text, level::COMPARE, Ty::BOOL).failing_as(&[map, key])
}

/// `key in $keys(map) ? $lookup(map, key) : otherwise`
pub(super) fn get(
    map: Code,
    key: Code,
    sides: impl FnOnce(&Code) -> (Code, Code),
) -> Result<Code, Refused> {
    many("m", map, |map| {
        many("k", key, |key| {
            let (found, otherwise) = sides(&lookup(&map, &key, Ty::Unknown));
            let ty = found.ty.clone();
            Ok(choose(&has(&map, &key), &found, &otherwise, ty))
        })
    })
}

/// `BTreeMap::from([(key, value), ..])`
pub(super) fn from(walk: &Walk<'_>, pairs: &[Expr], ty: Ty) -> Result<Code, Refused> {
    let pair = |pair: &Expr| match pair {
        Expr::Tuple([key, value]) => Ok((text(walk.expr(key)?), walk.expr(value)?.present())),
        _ => refuse("a map of what is no pair", "write `BTreeMap::from([(key, value)])`"),
    };
    let pairs: Vec<(Code, Code)> = pairs.iter().map(pair).collect::<Result<_, _>>()?;
    match plain_keys(&pairs)? {
        Some(keys) => {
            let values = pairs.into_iter().map(|(_, value)| value);
            Ok(Code::fields(keys.into_iter().zip(values).collect(), ty))
        }
        None => {
            let field =
                |(key, value): &(Code, Code)| format!("{{{}: {}}}", key.text(), value.text());
            let texts: Vec<_> = pairs.iter().map(field).collect();
            let all: Vec<&Code> = pairs.iter().flat_map(|(key, value)| [key, value]).collect();
            Ok(Code::call(format!("$merge([{}])", texts.join(", ")), ty).failing_as(&all))
        }
    }
}

/// The keys, where they are texts that differ, and the object cannot be taken for a `Result`.
fn plain_keys(pairs: &[(Code, Code)]) -> Result<Option<Vec<String>>, Refused> {
    let mut keys: Vec<String> = vec![];
    for (key, _) in pairs {
        match key.literal().as_ref().and_then(Value::as_str) {
            Some(key) if key != "Ok" && key != "Err" && keys.iter().all(|it| it != key) => {
                super::names::check(key)?;
                keys.push(key.to_owned());
            }
            _ => return Ok(None),
        }
    }
    Ok(Some(keys))
}

/// The number of entries.
pub(super) fn size(map: &Code) -> Code {
    list::length(format!("$count($keys({}))", map.text())).failing_as(&[map])
}

/// `on.name(arguments)` of a map.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    (key, of): (&Ty, Ty),
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    match (name, arguments) {
        ("len", []) => Ok(size(&on)),
        ("is_empty", []) => Ok(is_zero(&size(&on))),
        ("contains_key", [key]) => Ok(has(&on, &text(walk.expr(key)?))),
        ("get", [key]) => {
            walk.not_nullable(&of)?;
            let ty = Ty::option(of);
            get(on, text(walk.expr(key)?), |found| {
                (found.clone().with_ty(ty.clone()), Code::null(ty))
            })
        }
        ("keys" | "into_keys", []) => keys(&on, key),
        ("values" | "into_values", []) => {
            each(on, key, &of, |map, key| lookup(map, &text(key.clone()), of.clone()))
        }
        ("iter" | "into_iter", []) => entries(on, key, &of),
        _ => super::method::unknown(&on, name),
    }
}

/// `on.name(arguments)` of a `HashMap`: all that needs no order.
pub(super) fn unordered(
    walk: &Walk<'_>,
    on: Code,
    types: (&Ty, Ty),
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    match name {
        "iter" | "into_iter" | "keys" | "into_keys" | "values" | "into_values" => disordered(),
        _ => method(walk, on, types, name, arguments),
    }
}

/// `ages.into_iter().collect::<BTreeMap<_, _>>()` of a `HashMap`: the same entries, whatever their order.
pub(super) fn anew(map: Code, probe: Option<Ty>) -> Option<Code> {
    match (map.ty.shape(), probe.as_ref()?.shape()) {
        (Shape::Unordered(..), Shape::Map(..) | Shape::Unordered(..)) => map.with_ty(probe?).into(),
        _ => None,
    }
}

fn disordered<T>() -> Result<T, Refused> {
    refuse(
        "the entries of a `HashMap`: Rust takes them in another order each time",
        "write `BTreeMap`, or make one of it: `map.into_iter().collect::<BTreeMap<_, _>>()`",
    )
}

fn entries(map: Code, key: &Ty, of: &Ty) -> Result<Code, Refused> {
    let pair = Ty::Tuple(vec![key.clone(), of.clone()]);
    each(map, key, &Ty::Tuple(vec![]), |map, key| {
        let value = lookup(map, &text(key.clone()), of.clone());
        Code::list(&[key.clone(), value], pair)
    })
}

/// The items of a Map state: of a map the entries, in order, of a set its items. (Of an object, AWS makes items with `Key` and
/// `Value`, in the object's own order.)
///
/// # Errors
/// Those of the entries.
pub fn listed(code: Code) -> Result<Code, Refused> {
    match code.ty.shape() {
        Shape::Map(key, of) => entries(code, &key, &of),
        Shape::Unordered(..) => disordered(),
        _ => Ok(super::set::ordered(code)),
    }
}

fn each(
    map: Code,
    key: &Ty,
    item: &Ty,
    value: impl FnOnce(&Code, &Code) -> Code,
) -> Result<Code, Refused> {
    many("m", map, |map| {
        let (text, body) = function(&[("k", key.clone())], |names| Ok(value(&map, &names[0])))?;
        let call = format!("$map({}, {text})", keys(&map, key)?.text());
        Ok(kept(&call, item, Ty::iter(body.ty)).failing_as(&[&map]))
    })
}

/// Pairs as a map.
pub(super) fn collect(pairs: &Code, key: &Ty, ty: Ty) -> Code {
    let key = if is_integer(key) { "$string($p[0])" } else { "$p[0]" };
    let text = format!("$merge([$map({}, function($p) {{ {{{key}: $p[1]}} }})])", pairs.text());
    Code::call(text, ty).failing_as(&[pairs])
}

/// The value of a map after `map.name(arguments)`.
pub(super) fn changed(
    walk: &Walk<'_>,
    map: Code,
    (key_ty, of): (&Ty, &Ty),
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let ty = map.ty.clone();
    let merge = |text: String, of: &[&Code]| {
        Ok(Code::call(format!("$merge([{text}])"), ty.clone()).failing_as(of))
    };
    match (name, arguments) {
        ("insert" | "__put", [key, value]) => {
            let (key, value) = (text(walk.expr(key)?), walk.expr(value)?.present());
            let pair = format!("{}, {{{}: {}}}", map.text(), key.at(level::SUM), value.text());
            merge(pair, &[&map, &key, &value])
        }
        ("remove", [key]) => many("n", text(walk.expr(key)?), |key| {
            let (text, _) = function(&[("v", of.clone()), ("k", Ty::STRING)], |names| {
                Ok(super::compose::compare(&names[1], "!=", &key))
            })?;
            merge(format!("{{}}, $sift({}, {text})", map.text()), &[&map, &key])
        }),
        ("retain", [keep]) => {
            let wishes = [
                (super::closure::wish(keep, 1), of.clone()),
                (super::closure::wish(keep, 0), Ty::STRING),
            ];
            let (text, body) = function(&wishes, |names| {
                walk.apply(keep, &[read(&names[1], key_ty), names[0].clone()])
            })?;
            merge(format!("{{}}, $sift({}, {text})", map.text()), &[&map, &body])
        }
        ("extend", [more]) => {
            let more = walk.expr(more)?;
            let more = match more.ty.shape() {
                Shape::Map(..) | Shape::Unordered(..) => more,
                _ => collect(&iterator::as_list(more)?, key_ty, ty.clone()),
            };
            merge(format!("{}, {}", map.text(), more.text()), &[&map, &more])
        }
        ("clear", []) => Ok(Code::fields(vec![], ty)),
        _ => super::method::unknown(&map, name),
    }
}
