//! Lists: values of `Vec`, arrays, slices.

use super::code::{Code, level};
use super::compose::{choose, compare, equal, function, many, opposed};
use super::equality::{comparable, equality};
use super::ty::{Array, Shape, Ty};
use super::walk::Walk;
use super::{Refused, iterator, map, refuse, stepped, text, wide};
use crate::program::Expr;
use serde_json::json;

/// The type of the items.
pub(super) fn items(ty: &Ty) -> Option<Ty> {
    match ty {
        Ty::Range(of, _) => return Some((**of).clone()),
        Ty::Chars => return Some(Ty::CHAR),
        _ => {}
    }
    match ty.shape() {
        Shape::List(of) | Shape::Iter(of) => Some(of),
        Shape::Tuple(of) => of.into_iter().next(),
        _ => None,
    }
}

pub(super) fn integer(value: i64) -> Code {
    Code::constant(json!(value), Ty::USIZE)
}

/// The numbers of items that a list can have, by far: no memory holds more, nor letters of a text.
const LENGTHS: (i64, i64) = (0, i32::MAX as i64);

/// A number of items or letters.
pub(super) fn length(text: String) -> Code {
    Code::call(text, Ty::USIZE).with_interval(LENGTHS)
}

/// The position of an item in a list.
pub(super) fn position(code: &Code) -> Code {
    code.clone().with_interval(LENGTHS)
}

pub(super) fn count(list: &Code) -> Code {
    let text = stepped::bare(list.text()).unwrap_or(list.text());
    length(format!("$count({text})")).failing_as(&[list])
}

/// `$count(..) = 0`, of what is never negative.
pub(super) fn is_zero(count: &Code) -> Code {
    let zero = integer(0);
    opposed(equal(count, &zero), &compare(count, ">", &zero))
}

/// `[call]`, or `[call[]]` where an item may be an array: else one item would be taken for the list.
pub(super) fn kept(call: &str, item: &Ty, ty: Ty) -> Code {
    let keep = if item.array() == Array::No { "" } else { "[]" };
    Code::call(format!("[{call}{keep}]"), ty)
}

/// `base[index]`
pub(super) fn index(base: Code, index: Code) -> Result<Code, Refused> {
    if let Shape::Map(_, of) | Shape::Unordered(_, of) = base.ty.shape() {
        return map::get(base, map::text(index), |found| {
            (found.clone().with_ty(of.clone()), Code::fault("no such key", of))
        });
    }
    let Some(item) = items(&base.ty) else {
        return refuse(format!("an index of {}", base.ty.describe()), "index a list or a map");
    };
    let fault = Code::fault("there is nothing at that index", item.clone());
    at(base, index, item.clone(), item, fault)
}

/// `index < $count(list) ? list[index] : otherwise`
pub(super) fn at(
    list: Code,
    index: Code,
    item: Ty,
    ty: Ty,
    otherwise: Code,
) -> Result<Code, Refused> {
    many("v", list, |list| {
        many("i", index, |index| {
            let found = element(&list, &index, item);
            Ok(choose(&compare(&index, "<", &count(&list)), &found, &otherwise, ty))
        })
    })
}

pub(super) fn element(list: &Code, index: &Code, item: Ty) -> Code {
    match index.literal().and_then(|index| index.as_i64()) {
        Some(fixed) => list.nth(fixed, item),
        None => list.computed(index, item),
    }
}

/// `list[index]`, which is there.
pub(super) fn item(list: Code, index: Code) -> Result<Code, Refused> {
    let list = super::set::ordered(list);
    let Some(item) = items(&list.ty) else {
        return refuse(format!("the items of {}", list.ty.describe()), "loop over a list");
    };
    many("v", list, |list| Ok(element(&list, &index, item)))
}

/// `vec![value; count]`
pub(super) fn repeat(value: Code, times: Code) -> Result<Code, Refused> {
    let item = value.ty.clone();
    super::compose::eager("x", value.present(), |value| {
        let call = format!("$map([1..{}], function() {{ {} }})", times.text(), value.text());
        Ok(kept(&call, &item, Ty::list(item.clone())).failing_as(&[&value, &times]))
    })
}

/// The longest range (measured: `[1..873783]` fails).
const LONGEST: i64 = 873_782;

/// `from..to`
///
/// # Errors
/// A range that is known to be too long for AWS.
pub(super) fn range(from: &Code, to: &Code, inclusive: bool) -> Result<Code, Refused> {
    let ends = [from, to].map(|end| end.literal().and_then(|end| end.as_i64()));
    if let [Some(first), Some(end)] = ends
        && end.saturating_sub(first).saturating_add(inclusive.into()) > LONGEST
    {
        return refuse(
            format!("a range of more than {LONGEST} numbers, for which AWS has no memory"),
            "count in a loop that awaits something in each turn, or do it in a task",
        );
    }
    let better = if from.literal().is_some() { to } else { from };
    let of = Box::new(better.ty.clone());
    let last = match (inclusive, to.literal().and_then(|to| to.as_i64())) {
        (true, _) => to.text().to_owned(),
        (false, Some(to)) => (to - 1).to_string(),
        (false, None) => format!("{} - 1", to.at(level::SUM)),
    };
    let text = format!("[{}..{last}]", from.text());
    let sides = vec![(from.clone(), to.clone())];
    let code = Code::call(text, Ty::Range(of, inclusive)).failing_as(&[from, to]);
    Ok(Code { sides, ..code })
}

/// `on.name(arguments)` of a list.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    let item = items(&on.ty).unwrap_or(Ty::Unknown);
    match (name, arguments) {
        ("iter" | "into_iter", []) => Ok(on.with_ty(Ty::iter(item))),
        ("len", []) => Ok(count(&on)),
        ("is_empty", []) => Ok(is_zero(&count(&on))),
        ("first" | "front" | "next", []) => iterator::call(walk, on, "next", &[], probe),
        ("last" | "back", []) => iterator::call(walk, on, "last", &[], probe),
        ("split_first" | "split_last", []) => parted(walk, on, &item, name == "split_first"),
        ("get", [index]) => {
            let index = [walk.expr(index)?];
            iterator::with_values(walk, on, item, "nth", &index)
        }
        ("contains", [value]) => contains(&on, walk.expr(value)?, &item),
        ("join", [separator]) if text::texts(&on) => Ok(text::join(&on, &walk.expr(separator)?)),
        ("concat", []) if text::texts(&on) => Ok(text::join(&on, &Code::string(""))),
        ("concat", []) => iterator::call(walk, on, "flatten", &[], probe).map(collected),
        ("chunks", [size]) => chunks(on, walk.expr(size)?, &item),
        ("windows", [size]) => windows(on, walk.expr(size)?, &item),
        _ => super::method::unknown(&on, name),
    }
}

/// An iterator as a list.
pub(super) fn collected(iterator: Code) -> Code {
    let item = items(&iterator.ty).unwrap_or(Ty::Unknown);
    iterator.with_ty(Ty::list(item))
}

/// Tells what `in` finds: of the same type and value.
fn is_scalar(item: &Ty) -> bool {
    use Shape::{Bool, Char, Float, Integer, String};
    matches!(item.shape(), Bool | Char | Float | Integer(..) | String)
}

fn contains(list: &Code, value: Code, item: &Ty) -> Result<Code, Refused> {
    comparable(item)?;
    many("x", value.present(), |value| {
        wide::compared(list.clone(), value, |list, value| {
            if is_scalar(item) {
                return Ok(compare(value, "in", list));
            }
            let (text, body) =
                function(&[("v", item.clone())], |names| equality(&names[0], "=", value))?;
            let found = format!("$exists({})", stepped::filter(list, item, &text, &body));
            Ok(Code::call(found, Ty::BOOL).failing_as(&[list, &body]))
        })
    })
}

/// The item at an end of a list, and the rest.
fn parted(walk: &Walk<'_>, on: Code, item: &Ty, first: bool) -> Result<Code, Refused> {
    let rest = Ty::list(item.clone());
    let ty = Ty::option(Ty::Tuple(vec![item.clone(), rest.clone()]));
    many("xs", on, |xs| {
        let some = compare(&count(&xs), ">", &integer(0));
        let name = if first { "pop_front" } else { "pop" };
        let rest = super::change::changed(walk, xs.clone().with_ty(rest), item, name, &[])?;
        let one = xs.nth(if first { 0 } else { -1 }, item.clone());
        Ok(choose(&some, &Code::list(&[one, rest], ty.clone()), &Code::null(ty.clone()), ty))
    })
}

/// A part of a list, by a condition on the index.
pub(super) fn where_index(
    list: &Code,
    item: &Ty,
    condition: impl FnOnce(&Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let (text, body) =
        function(&[("v", item.clone()), ("i", Ty::USIZE)], |names| condition(&names[1]))?;
    let call = format!("$filter({}, {text})", list.text());
    Ok(kept(&call, item, Ty::list(item.clone())).failing_as(&[list, &body]))
}

/// The first `n` items: `[xs[[0..n - 1]]]` of a number that is known, for JSONata makes the list of positions for each item.
pub(super) fn first(list: &Code, n: Code, item: &Ty) -> Result<Code, Refused> {
    const MOST: u64 = 32;
    let known = n.literal().and_then(|n| n.as_u64()).filter(|n| (1..=MOST).contains(n));
    let plain = item.array() == Array::No && !list.absent;
    match (known, stepped::bare(list.text())) {
        (Some(n), bare) if plain && (bare.is_some() || list.can_be_indexed()) => {
            let head = bare.map_or(list.text().to_owned(), |path| format!("({path})"));
            let positions = if n == 1 { "0".to_owned() } else { format!("[0..{}]", n - 1) };
            let call = format!("{head}[{positions}]");
            Ok(kept(&call, item, Ty::list(item.clone())).failing_as(&[list]))
        }
        _ => many("n", n, |n| where_index(list, item, |i| Ok(compare(i, "<", &n)))),
    }
}

/// Fails where a size is zero.
pub(super) fn unless_empty(
    size: Code,
    body: impl FnOnce(&Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    many("n", size, |n| {
        let value = body(&n)?;
        let fault = Code::fault("a size of zero", value.ty.clone());
        Ok(match n.literal() {
            Some(size) if size != json!(0) => value,
            _ => choose(&equal(&n, &integer(0)), &fault, &value, value.ty.clone()),
        })
    })
}

fn chunks(list: Code, size: Code, item: &Ty) -> Result<Code, Refused> {
    let parts = Ty::iter(Ty::list(item.clone()));
    many("xs", list, |xs| {
        unless_empty(size, |n| {
            let (text, body) = function(&[("c", Ty::USIZE)], |names| {
                where_index(&xs, item, |i| {
                    let (c, n, i) = (names[0].text(), n.at(level::PRODUCT + 1), i.text());
                    let text = format!("{c} * {n} <= {i} and {i} < ({c} + 1) * {n}");
                    Ok(Code::made(text, level::AND, Ty::BOOL))
                })
            })?;
            let count = format!("$ceil($count({}) / {})", xs.text(), n.at(level::PRODUCT + 1));
            let call = format!("$map([0..{count} - 1], {text})");
            Ok(kept(&call, &Ty::list(item.clone()), parts.clone()).failing_as(&[&xs, n, &body]))
        })
    })
}

fn windows(list: Code, size: Code, item: &Ty) -> Result<Code, Refused> {
    let parts = Ty::iter(Ty::list(item.clone()));
    many("xs", list, |xs| {
        unless_empty(size, |n| {
            let (text, body) = function(&[("c", Ty::USIZE)], |names| {
                where_index(&xs, item, |i| {
                    let (c, n, i) = (names[0].text(), n.at(level::SUM + 1), i.text());
                    let text = format!("{c} <= {i} and {i} < {c} + {n}");
                    Ok(Code::made(text, level::AND, Ty::BOOL))
                })
            })?;
            let last = format!("$count({}) - {}", xs.text(), n.at(level::SUM + 1));
            let call = format!("$map([0..{last}], {text})");
            Ok(kept(&call, &Ty::list(item.clone()), parts.clone()).failing_as(&[&xs, n, &body]))
        })
    })
}
