//! One value from all items: sums, folds, `any`, `find`, extremes.

use super::closure::wish;
use super::code::Code;
use super::compose::{choose, equal, function, is_null, many, not, reducer};
use super::list::{self, count, integer, items};
use super::option::some_if;
use super::summed::Body;
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, arithmetic, order, pattern, refuse, sliced, stepped, wide};
use crate::program::{Binary, Expr, Pattern};
use serde_json::json;

pub(super) fn reduce(on: &Code, function: &str, init: &str, ty: Ty, body: &Code) -> Code {
    Code::call(format!("$reduce({}, {function}, {init})", on.text()), ty).failing_as(&[on, body])
}

/// `any` and `all` stop at the first item that decides: a later one may fail.
pub(super) fn quantified(
    walk: &Walk<'_>,
    on: &Code,
    item: &Ty,
    any: bool,
    f: &Expr,
) -> Result<Code, Refused> {
    if any {
        let (text, body) = walk.function(f, item)?;
        if !body.faults {
            let found = format!("$exists({})", stepped::filter(on, item, &text, &body));
            return Ok(Code::call(found, Ty::BOOL).failing_as(&[on]));
        }
    }
    let wishes = [(wish(f, 0), item.clone())];
    let (text, body) = function(&wishes, |names| Ok(not(&walk.apply(f, names)?)))?;
    let other = stepped::filter(on, item, &text, &body);
    if !any && !body.faults && !other.starts_with("$filter(") {
        let found = Code::call(format!("$exists({other})"), Ty::BOOL);
        return Ok(not(&found.failing_as(&[on])));
    }
    let (text, body) = reducer(&[("a", Ty::BOOL), (wish(f, 0), item.clone())], |names| {
        let holds = walk.apply(f, &[names[1].clone()])?;
        let stop = Code::bool(any);
        Ok(match any {
            true => choose(&names[0], &stop, &holds, Ty::BOOL),
            false => choose(&names[0], &holds, &stop, Ty::BOOL),
        })
    })?;
    Ok(reduce(on, &text, if any { "false" } else { "true" }, Ty::BOOL, &body))
}

/// The first value that is not `null`.
pub(super) fn until(
    on: &Code,
    (wish, item): (&str, &Ty),
    ty: Ty,
    value: impl FnOnce(&Code, &Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let wishes = [("a", Ty::Unknown), (wish, item.clone()), ("i", Ty::USIZE)];
    let (text, body) = reducer(&wishes, |names| {
        let value = value(&names[1], &names[2])?;
        Ok(choose(&is_null(&names[0], false), &names[0], &value, value.ty.clone()))
    })?;
    let ty = if matches!(ty, Ty::Unknown) { body.ty.clone() } else { ty };
    Ok(reduce(on, &text, "null", ty, &body))
}

pub(super) fn position(
    walk: &Walk<'_>,
    on: &Code,
    item: &Ty,
    f: &Expr,
    fails: bool,
) -> Result<Code, Refused> {
    until(on, (wish(f, 0), item), Ty::option(Ty::USIZE), |new, at| {
        let holds = walk.apply(f, std::slice::from_ref(new))?;
        some_if(walk, &if fails { not(&holds) } else { holds }, at)
    })
}

pub(super) fn fold(
    walk: &Walk<'_>,
    on: &Code,
    item: Ty,
    init: &Expr,
    f: &Expr,
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    let init = walk.expr(init)?.present();
    let ty = probe.unwrap_or_else(|| init.ty.clone());
    match f {
        Expr::Closure([so_far, of], body) => {
            let init = init.with_ty(ty);
            if let Pattern::Local(name, None) = so_far {
                let body = Body { expr: body, wanted: None, name };
                if let Some(sum) = walk.summed((on, &item), of, &init, &body)? {
                    return Ok(sum);
                }
            }
            by_turns(walk, (on, &item), of, (&[so_far], &init), |inside| inside.expr(body))
        }
        _ => walk.apply(f, &[init]),
    }
}

/// `items.reduce(|a, b| ..)`: `$reduce` without a beginning takes the first item.
pub(super) fn reduced(walk: &Walk<'_>, on: Code, item: &Ty, f: &Expr) -> Result<Code, Refused> {
    walk.not_nullable(item)?;
    let wishes = [(wish(f, 0), item.clone()), (wish(f, 1), item.clone())];
    let (text, body) = reducer(&wishes, |names| walk.apply(f, names))?;
    let ty = Ty::option(item.clone());
    many("xs", on, |xs| {
        let value = Code::call(format!("$reduce({}, {text})", xs.text()), ty.clone());
        let value = value.failing_as(&[&xs, &body]);
        Ok(choose(&equal(&count(&xs), &integer(0)), &Code::null(ty.clone()), &value, ty))
    })
}

/// The list that a function goes through, and what its parameters are: `enumerate` needs no list of its own, for the
/// number of an item comes with it.
pub(super) fn parameters<'c, 'p>(
    (on, item): (&'c Code, &Ty),
    pattern: &'p Pattern,
) -> (&'c Code, Vec<(&'p Pattern, Ty)>) {
    match (&on.counted, pattern) {
        (Some(list), Pattern::Tuple([number, value])) => {
            let item = items(&list.ty).unwrap_or(Ty::Unknown);
            (list, vec![(value, item), (number, Ty::USIZE)])
        }
        _ => (on, vec![(pattern, item.clone())]),
    }
}

/// Binds the item and its number, which is a position.
pub(super) fn bind_parameters(
    of: &[(&Pattern, Ty)],
    names: &[Code],
    inside: &mut Walk<'_>,
) -> Result<(), Refused> {
    let (first, second) = (names.first().cloned(), names.get(1).map(list::position));
    let names = first.into_iter().chain(second);
    of.iter()
        .zip(names)
        .try_for_each(|((of, _), name)| pattern::bind(&name, of, &mut inside.env, inside.types))
}

/// The names that parameters wish for.
pub(super) fn wishes<'p>(of: &[(&'p Pattern, Ty)]) -> Vec<(&'p str, Ty)> {
    let names = of.iter().zip(["v", "i"]);
    names.map(|((of, ty), name)| (pattern::wish(of, name), ty.clone())).collect()
}

/// A fold of so many parts, with these values at its beginning.
pub(super) fn by_turns(
    walk: &Walk<'_>,
    (on, item): (&Code, &Ty),
    pattern: &Pattern,
    (parts, init): (&[&Pattern], &Code),
    body: impl FnOnce(&Walk<'_>) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let wish = match parts {
        [only] => pattern::wish(only, "v"),
        _ => "v",
    };
    let (on, of) = parameters((on, item), pattern);
    let wishes: Vec<_> = [(wish, init.ty.clone())].into_iter().chain(wishes(&of)).collect();
    let (text, body) = reducer(&wishes, |names| {
        let mut inside = walk.clone();
        sliced::bind_parts(&names[0], parts, &mut inside.env, walk.types)?;
        bind_parameters(&of, &names[1..], &mut inside)?;
        body(&inside)
    })?;
    Ok(reduce(on, &text, init.text(), init.ty.clone(), &body).failing_as(&[init]))
}

pub(super) fn total(on: &Code, probe: Option<Ty>, product: bool) -> Result<Code, Refused> {
    let item = items(&on.ty).unwrap_or(Ty::Unknown);
    let ty = probe.unwrap_or_else(|| item.clone());
    let sum = Code::call(format!("$sum({})", on.text()), ty.clone()).failing_as(&[on]);
    match (ty.shape(), product) {
        (Shape::Float, false) => arithmetic::finite(sum),
        // The partial sums of what is never negative only grow.
        (Shape::Integer(0, max), false) => arithmetic::guard(sum, (0, i128::MAX), (0, max), false),
        (Shape::Integer(..) | Shape::Float, _) => {
            let op = if product { Binary::Multiply } else { Binary::Add };
            let (text, body) = reducer(&[("a", ty.clone()), ("v", item)], |names| {
                arithmetic::binary(op, names[0].clone(), names[1].clone(), Some(ty.clone()))
            })?;
            let init = Code::constant(json!(i64::from(product)), Ty::I64);
            Ok(reduce(on, &text, init.text(), ty, &body))
        }
        _ => refuse(
            format!("the sum of {}", item.describe()),
            "sum numbers; of `Option`s and `Result`s collect them first: `collect::<Option<Vec<u64>>>()`",
        ),
    }
}

pub(super) fn extreme(walk: &Walk<'_>, on: Code, item: &Ty, name: &str) -> Result<Code, Refused> {
    if !matches!(item.shape(), Shape::Integer(..)) {
        let op = if name == "min" { "<" } else { ">=" };
        let best = order::best(walk, &on, item, "v", |best, new| order::compare(new, op, best))?;
        return wide::exact(best);
    }
    let ty = Ty::option(item.clone());
    many("xs", on, |xs| {
        let value = Code::call(format!("${name}({})", xs.text()), item.clone());
        let value = wide::exact(value)?.with_ty(ty.clone()).failing_as(&[&xs]);
        Ok(choose(&equal(&count(&xs), &integer(0)), &Code::null(ty.clone()), &value, ty))
    })
}
