//! Iterators: their text is a list, always written so that one item stays a list.

use super::closure::{pair, wish};
use super::code::Code;
use super::compose::{choose, compare, equal, function, is_null, many, named, not};
use super::list::{count, integer, items, kept, unless_empty, where_index};
use super::option::some_if;
use super::reduce::{extreme, fold, position, quantified, reduced, total, until};
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{
    Refused, arithmetic, collected, map, order, pattern, refuse, set, stepped, text, wide,
};
use crate::program::Expr;

/// An iterator as a list.
pub(super) fn as_list(code: Code) -> Result<Code, Refused> {
    match code.ty {
        Ty::Chars => text::characters(code.with_ty(Ty::STRING)),
        Ty::Range(..) => of_items(code),
        _ => match code.ty.shape() {
            Shape::Option(of) => super::option::listed(code, of),
            _ => Ok(set::ordered(code)),
        },
    }
}

/// A range as it is gone through. JSONata counts numbers only: one of characters is written out.
fn of_items(range: Code) -> Result<Code, Refused> {
    const MOST: usize = 256;
    let (of, inclusive) = match &range.ty {
        Ty::Range(of, inclusive) if matches!(of.shape(), Shape::Char) => (of.clone(), *inclusive),
        _ => return Ok(range),
    };
    let end = |end: &Code| end.literal()?.as_str()?.chars().next();
    let ends = range.sides.first().and_then(|(from, to)| Some((end(from)?, end(to)?)));
    let all = ends.map(|(from, to)| {
        (from..=to).take(MOST + 1).filter(|it| inclusive || *it != to).collect::<Vec<char>>()
    });
    match all {
        Some(all) if all.len() <= MOST => {
            let items: Vec<Code> =
                all.iter().map(|it| Code::constant(serde_json::json!(it), (*of).clone())).collect();
            Ok(Code::list(&items, Ty::iter(*of)))
        }
        _ => refuse("the characters of a range", "write the list: `vec!['a', 'b', 'c']`"),
    }
}

/// The `fold` of a loop that `break` leaves.
const FOLDED: &str = "__fold";

/// `on.name(arguments)` of an iterator.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    if let ("contains", Shape::Range(inclusive), [value]) = (name, on.ty.shape(), arguments) {
        return in_range(&on, inclusive, walk.expr(value)?);
    }
    let on = of_items(on)?;
    refuse_stop(&on, name)?;
    let lazily = on.lazily;
    let stops =
        ["take", "take_while", "any", "all", "find", "find_map", "position", "nth", "next", "zip"];
    if lazily && (stops.contains(&name) || (on.skips && name == "rev")) {
        return refuse(
            format!(
                "`{name}` after a closure that can fail: Rust stops early, JSONata evaluates the whole list"
            ),
            "collect into a Vec first",
        );
    }
    let keeps = [
        "map",
        "filter",
        "filter_map",
        "flat_map",
        "flatten",
        "enumerate",
        "rev",
        "skip",
        "skip_while",
        "step_by",
        "chain",
        "inspect",
    ];
    let skips = on.skips || name == "skip";
    let mut code = call(walk, on, name, arguments, probe)?;
    code.lazily |= lazily && keeps.contains(&name);
    code.skips |= skips && code.lazily;
    Ok(code)
}

fn refuse_stop(on: &Code, name: &str) -> Result<(), Refused> {
    match on.lazily && name == FOLDED {
        true => refuse(
            "`break` before a closure that can fail: Rust stops early, JSONata evaluates the whole list",
            "collect the items into a `Vec` before the loop",
        ),
        false => Ok(()),
    }
}

/// The list that a fold goes through, and the type of its items.
pub(super) fn gone_through(on: Code, name: &str) -> Result<(Code, Ty), Refused> {
    let on = of_items(on)?;
    refuse_stop(&on, name)?;
    let on = as_list(on)?;
    match items(&on.ty) {
        Some(item) => Ok((on, item)),
        None => super::method::unknown(&on, name).map(|code| (code, Ty::Unknown)),
    }
}

fn in_range(range: &Code, inclusive: bool, value: Code) -> Result<Code, Refused> {
    let Some((from, to)) = range.sides.first() else {
        return refuse("a range without ends", "compare with `<`");
    };
    let op = if inclusive { "<=" } else { "<" };
    let within = |value: &Code| {
        Ok(super::and(order::compare(from, "<=", value)?, order::compare(value, op, to)?))
    };
    let wide: Vec<Code> = [from, to].into_iter().filter(|end| end.is_wide()).cloned().collect();
    match wide.first().map(|end| end.ty.clone()) {
        None => many("x", value, |value| within(&value)),
        Some(ty) => {
            let ends = Code::list(&wide, Ty::list(ty));
            many("x", value, |value| wide::compared(ends, value, |_, value| within(value)))
        }
    }
}

pub(super) fn call(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    match (name, arguments, &on.ty) {
        ("iter" | "into_iter", [], _) => return Ok(on),
        ("collect", [], _) => return collect(on, probe),
        ("sum", [], _) => return total(&as_list(on)?, probe, false),
        ("product", [], _) => return total(&as_list(on)?, probe, true),
        (
            _,
            [] | [Expr::Literal(_) | Expr::Var(_) | Expr::Local(_) | Expr::Field(..)],
            Ty::Chars,
        ) => {
            if let Some(code) = text::of_characters(&on, name, &walk.exprs(arguments)?) {
                return code;
            }
        }
        _ => {}
    }
    let on = as_list(on)?;
    let Some(item) = items(&on.ty) else {
        return super::method::unknown(&on, name);
    };
    match arguments {
        [closure @ Expr::Closure(..)] => with_closure(walk, on, item, name, closure),
        [init, closure @ Expr::Closure(..)] if matches!(name, "fold" | FOLDED) => {
            fold(walk, &on, item, init, closure, probe)
        }
        _ => with_values(walk, on, item, name, &walk.exprs(arguments)?),
    }
}

fn with_closure(
    walk: &Walk<'_>,
    on: Code,
    item: Ty,
    name: &str,
    f: &Expr,
) -> Result<Code, Refused> {
    let v = wish(f, 0);
    match name {
        "map" => mapped(walk, &on, &item, f),
        "filter" => {
            let (text, body) = walk.function(f, &item)?;
            Ok(filtered(&on, &item, &text, &body, &item))
        }
        "filter_map" => some_of(walk, &on, &item, f),
        "flat_map" => flat_map(walk, &on, &item, f),
        "any" | "all" => quantified(walk, &on, &item, name == "any", f),
        "find" => {
            walk.not_nullable(&item)?;
            let ty = Ty::option(item.clone());
            if let Some(first) = stepped::first(&on, &item, &walk.function(f, &item)?.1) {
                return Ok(Code::call(first, ty).perhaps(true).failing_as(&[&on]));
            }
            until(&on, (v, &item), ty, |new, _| {
                some_if(walk, &walk.apply(f, std::slice::from_ref(new))?, new)
            })
        }
        "find_map" => {
            until(&on, (v, &item), Ty::Unknown, |new, _| walk.apply(f, std::slice::from_ref(new)))
        }
        "position" => position(walk, &on, &item, f, false),
        "take_while" | "skip_while" => named("p", position(walk, &on, &item, f, true)?, |p| {
            let always = Code::bool(name == "take_while");
            where_index(&on, &item, |i| {
                let op = if name == "take_while" { "<" } else { ">=" };
                Ok(choose(&is_null(&p, true), &always, &compare(i, op, &p), Ty::BOOL))
            })
        })
        .map(|code| code.with_ty(Ty::iter(item.clone()))),
        "min_by_key" | "max_by_key" => order::best(walk, &on, &item, v, |best, new| {
            let key = |of: &Code| walk.apply(f, std::slice::from_ref(of));
            let op = if name == "min_by_key" { "<" } else { ">=" };
            wide::compared(key(new)?, key(best)?, |new, best| order::compare(new, op, best))
        }),
        "min_by" | "max_by" => order::best(walk, &on, &item, wish(f, 1), |best, new| {
            let greater = order::greater(&walk.apply(f, &[best.clone(), new.clone()])?, true)?;
            Ok(if name == "min_by" { greater } else { not(&greater) })
        }),
        "partition" => partition(walk, &on, &item, f),
        "reduce" => reduced(walk, on, &item, f),
        _ => super::method::unknown(&on, name),
    }
}

/// The items of one type for which a condition holds, as items of another.
pub(super) fn filtered(on: &Code, item: &Ty, function: &str, body: &Code, as_item: &Ty) -> Code {
    listed(stepped::filter(on, item, function, body), on, as_item, body)
}

/// The values of a function for all items.
pub(super) fn every(on: &Code, item: &Ty, function: &str, body: &Code) -> Code {
    listed(stepped::map(on, item, function, body), on, &body.ty, body)
}

fn listed(text: String, on: &Code, item: &Ty, body: &Code) -> Code {
    let code = kept(&text, item, Ty::iter(item.clone())).failing_as(&[on, body]);
    Code { lazily: body.faults, ..code }
}

fn mapped(walk: &Walk<'_>, on: &Code, item: &Ty, f: &Expr) -> Result<Code, Refused> {
    if let (Some(list), Some((number, value, body))) = (&on.counted, pair(f)) {
        let item = items(&list.ty).unwrap_or(Ty::Unknown);
        let wishes =
            [(pattern::wish(value, "v"), item.clone()), (pattern::wish(number, "i"), Ty::USIZE)];
        let (text, body) = function(&wishes, |names| {
            let mut inside = walk.clone();
            pattern::bind(&names[0], value, &mut inside.env, walk.types)?;
            let position = super::list::position(&names[1]);
            pattern::bind(&position, number, &mut inside.env, walk.types)?;
            inside.expr(body)
        })?;
        return Ok(every(list, &item, &text, &body));
    }
    let (text, body) = walk.function(f, item)?;
    Ok(every(on, item, &text, &body))
}

/// The values that the closure holds for items, where it holds something.
fn some_of(walk: &Walk<'_>, on: &Code, item: &Ty, f: &Expr) -> Result<Code, Refused> {
    let (_, body) = walk.function(f, item)?;
    match (stepped::present(on, item, &body), body.ty.shape()) {
        (Some(path), Shape::Option(of)) => Ok(listed(path, on, &of, &body)),
        _ => present(&mapped(walk, on, item, f)?),
    }
}

/// The items that are not `null`.
fn present(on: &Code) -> Result<Code, Refused> {
    let item = items(&on.ty).unwrap_or(Ty::Unknown);
    let Shape::Option(of) = item.shape() else {
        return refuse(
            format!("the `Some`s of {}", on.ty.describe()),
            "give the closure's value as an `Option`",
        );
    };
    let (text, body) = function(&[("v", item.clone())], |names| Ok(is_null(&names[0], false)))?;
    let code = filtered(on, &item, &text, &body, &of);
    Ok(Code { lazily: on.lazily, ..code })
}

/// The items of lists, one list after another, in linear time.
fn flattened(on: &Code, function: &str, body: &Code) -> Result<Code, Refused> {
    let Some(item) = items(&body.ty) else {
        return refuse(format!("flatten of {}", body.ty.describe()), "flatten lists");
    };
    let call = format!("$lookup([$map({}, {function})], \"v\")", on.text());
    let code = Code::call(format!("[{call}[]]"), Ty::iter(item)).failing_as(&[on, body]);
    Ok(Code { lazily: body.faults, ..code })
}

fn in_object(list: Code) -> Result<Code, Refused> {
    let list = as_list(list)?;
    Ok(Code::call(format!("{{\"v\": {}}}", list.text()), list.ty.clone()).failing_as(&[&list]))
}

fn flat_map(walk: &Walk<'_>, on: &Code, item: &Ty, f: &Expr) -> Result<Code, Refused> {
    let probe = walk.function(f, item)?.1;
    if matches!(probe.ty.shape(), Shape::Option(_)) {
        return some_of(walk, on, item, f);
    }
    let of = items(&probe.ty).unwrap_or(Ty::Unknown);
    if let Some(path) = stepped::flat_map(on, item, &of, &probe) {
        return Ok(listed(path, on, &of, &probe));
    }
    let (text, body) =
        function(&[(wish(f, 0), item.clone())], |names| in_object(walk.apply(f, names)?))?;
    flattened(on, &text, &body)
}

fn flatten(on: &Code, item: &Ty) -> Result<Code, Refused> {
    if matches!(item.shape(), Shape::Option(_)) {
        return present(on);
    }
    let (text, body) = function(&[("v", item.clone())], |names| in_object(names[0].clone()))?;
    flattened(on, &text, &body)
}

fn partition(walk: &Walk<'_>, on: &Code, item: &Ty, f: &Expr) -> Result<Code, Refused> {
    many("xs", on.clone(), |on| {
        let (yes, body) = walk.function(f, item)?;
        let (no, other) =
            function(&[(wish(f, 0), item.clone())], |names| Ok(not(&walk.apply(f, names)?)))?;
        let list = |text: &str, body: &Code| {
            filtered(&on, item, text, body, item).with_ty(Ty::list(item.clone()))
        };
        let ty = Ty::list(item.clone());
        Ok(Code::list(&[list(&yes, &body), list(&no, &other)], Ty::Tuple(vec![ty.clone(), ty])))
    })
}

/// A method that takes values.
pub(super) fn with_values(
    walk: &Walk<'_>,
    on: Code,
    item: Ty,
    name: &str,
    values: &[Code],
) -> Result<Code, Refused> {
    let iter = Ty::iter(item.clone());
    match (name, values) {
        ("count", []) => Ok(count(&on)),
        ("rev", []) => Ok(reversed(&on).with_ty(iter)),
        ("flatten", []) => flatten(&on, &item),
        ("enumerate", []) => enumerated(on, &item),
        ("next", []) => with_values(walk, on, item, "nth", &[integer(0)]),
        ("nth", [n]) => {
            walk.not_nullable(&item)?;
            let ty = Ty::option(item.clone());
            super::list::at(on, n.clone(), item, ty.clone(), Code::null(ty))
        }
        ("last", []) => {
            walk.not_nullable(&item)?;
            let ty = Ty::option(item.clone());
            many("xs", on, |xs| {
                let some = compare(&count(&xs), ">", &integer(0));
                Ok(choose(&some, &xs.nth(-1, item), &Code::null(ty.clone()), ty))
            })
        }
        ("take", [n]) => super::list::first(&on, n.clone(), &item).map(|code| code.with_ty(iter)),
        ("skip", [n]) => {
            many("n", n.clone(), |n| where_index(&on, &item, |i| Ok(compare(i, ">=", &n))))
                .map(|code| code.with_ty(iter))
        }
        ("step_by", [n]) => unless_empty(n.clone(), |n| {
            where_index(&on, &item, |i| {
                let rest = arithmetic::binary(
                    crate::program::Binary::Remainder,
                    i.clone(),
                    n.clone().with_interval((1, i64::MAX)),
                    Some(Ty::USIZE),
                )?;
                Ok(equal(&rest, &integer(0)))
            })
        })
        .map(|code| code.with_ty(iter)),
        ("chain", [more]) => {
            let more = as_list(more.clone())?;
            let text = format!("$append({}, {})", on.text(), more.text());
            let code = Code::call(text, iter).failing_as(&[&on, &more]);
            Ok(Code { lazily: more.lazily, skips: more.skips, ..code })
        }
        ("zip", [more]) => zip(&on, item, more.clone()),
        ("min" | "max", []) => extreme(walk, on, &item, name),
        ("unzip", []) => many("xs", on, |xs| unzip(&xs, &item)),
        _ => super::method::unknown(&on, name),
    }
}

pub(super) fn reversed(on: &Code) -> Code {
    Code::call(format!("$reverse({})", on.text()), on.ty.clone()).failing_as(&[on])
}

fn enumerated(on: Code, item: &Ty) -> Result<Code, Refused> {
    let pair = Ty::Tuple(vec![Ty::USIZE, item.clone()]);
    let (text, body) = function(&[("v", item.clone()), ("i", Ty::USIZE)], |names| {
        Ok(Code::list(&[names[1].clone(), names[0].clone()], pair.clone()))
    })?;
    let code = every(&on, item, &text, &body);
    Ok(Code { counted: Some(Box::new(on)), ..code })
}

fn zip(on: &Code, item: Ty, more: Code) -> Result<Code, Refused> {
    let more = as_list(more)?;
    if more.lazily {
        return refuse(
            "zip with a closure that can fail: Rust stops early",
            "collect into a Vec first",
        );
    }
    let Some(other) = items(&more.ty) else {
        return refuse(format!("zip with {}", more.ty.describe()), "zip lists");
    };
    let text = format!("$zip({}, {})", on.text(), more.text());
    Ok(Code::call(text, Ty::iter(Ty::Tuple(vec![item, other]))).failing_as(&[on, &more]))
}

fn unzip(xs: &Code, item: &Ty) -> Result<Code, Refused> {
    let Shape::Tuple(of) = item.shape() else {
        return super::method::unknown(xs, "unzip");
    };
    let side = |index: usize, of: &Ty| {
        let (text, body) =
            function(&[("v", item.clone())], |names| Ok(names[0].nth(index as i64, of.clone())))?;
        Ok(every(xs, item, &text, &body).with_ty(Ty::list(of.clone())))
    };
    let sides: Vec<Code> =
        of.iter().enumerate().map(|(index, of)| side(index, of)).collect::<Result<_, _>>()?;
    let ty = Ty::Tuple(sides.iter().map(|side| side.ty.clone()).collect());
    Ok(Code::list(&sides, ty))
}

/// `collect()`, by the type that rustc knows.
pub(super) fn collect(on: Code, probe: Option<Ty>) -> Result<Code, Refused> {
    let of = items(&on.ty).unwrap_or(Ty::Unknown);
    let ty = probe.unwrap_or_else(|| Ty::list(of));
    let early = matches!(ty.shape(), Shape::Option(_) | Shape::Result(..));
    // All others go through the whole list, as JSONata does.
    let on = Code { lazily: on.lazily && early, ..on };
    match ty.shape() {
        Shape::String if matches!(on.ty, Ty::Chars) => Ok(on.with_ty(ty)),
        Shape::String if text::texts(&on) => Ok(text::join(&on, &Code::string("")).with_ty(ty)),
        Shape::Map(key, _) | Shape::Unordered(key, _) => Ok(map::collect(&as_list(on)?, &key, ty)),
        Shape::List(_) => Ok(as_list(on)?.with_ty(ty)),
        Shape::Set(_) => Ok(set::made(as_list(on)?, ty)),
        Shape::Option(_) | Shape::Result(..) if on.lazily => refuse(
            "`collect` of options or results after a closure that can fail: Rust stops early, JSONata evaluates the whole list",
            "collect into a Vec first",
        ),
        Shape::Option(inner) => collected::option(as_list(on)?, inner, ty),
        Shape::Result(inner, _) => collected::result(as_list(on)?, inner, ty),
        _ => refuse(
            format!("collect into {}", ty.describe()),
            "collect into a Vec, a String, a BTreeMap or a BTreeSet",
        ),
    }
}

/// A list that is sorted by the order of two of its items.
pub(super) fn sort(
    on: &Code,
    item: &Ty,
    order: impl FnOnce(&Code, &Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let mut keys = None;
    let (text, body) = function(&[("a", item.clone()), ("b", item.clone())], |names| {
        let order = order(&names[0], &names[1])?;
        keys = stepped::Key::all(&order.sides, [names[0].text(), names[1].text()]);
        order::greater(&order, false)
    })?;
    if body.faults {
        return refuse(
            "a key or an order that can fail",
            "for the other order `Reverse(key)`; else compute it with map(..).collect() first",
        );
    }
    let numbers = matches!(item.shape(), Shape::Integer(..) | Shape::Float);
    let plain = numbers && body.text() == "$a > $b";
    let by_keys = keys.and_then(|keys| stepped::sort(on, item, &keys));
    let text = match by_keys {
        _ if plain => format!("$sort({})", on.text()),
        Some(sorted) => sorted,
        None => format!("$sort({}, {text})", on.text()),
    };
    Ok(Code::call(text, on.ty.clone()).failing_as(&[on]))
}
