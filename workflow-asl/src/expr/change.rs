//! Lists after a method that changes them.

use super::code::{Code, level};
use super::compose::{choose, compare, equal, function, many, named};
use super::equality::{comparable, equality};
use super::list::{count, element, integer, items, kept, where_index};
use super::order::ordering;
use super::ty::Ty;
use super::walk::Walk;
use super::{Refused, iterator, refuse, stepped, wide};
use crate::program::Expr;

/// The value of a list after `list.name(arguments)`.
pub(super) fn changed(
    walk: &Walk<'_>,
    list: Code,
    item: &Ty,
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let ty = list.ty.clone();
    let value = match (name, arguments) {
        ("retain", [keep]) => {
            let (text, body) = walk.function(keep, item)?;
            let call = stepped::filter(&list, item, &text, &body);
            kept(&call, item, ty.clone()).failing_as(&[&list, &body])
        }
        ("sort" | "sort_unstable", []) => many("xs", list, |xs| {
            let sorted = iterator::sort(&xs, item, |a, b| ordering(a.clone(), b.clone()))?;
            wide::distinct(&xs, item, sorted, |item| Ok(item.clone()))
        })?,
        ("dedup_by_key", [key]) => many("xs", list, |xs| {
            dedup(&xs, item, |item| walk.apply(key, std::slice::from_ref(item)))
        })?,
        ("sort_by", [order]) => sorted_by(walk, list, item, order)?,
        ("sort_by_key", [key]) => many("xs", list, |xs| {
            let of = |item: &Code| walk.apply(key, std::slice::from_ref(item));
            let sorted = iterator::sort(&xs, item, |a, b| ordering(of(a)?, of(b)?))?;
            wide::distinct(&xs, item, sorted, of)
        })?,
        _ => by_value(list, item, name, walk.exprs(arguments)?)?,
    };
    Ok(value.with_ty(ty))
}

/// `list.sort_by(|a, b| a.x.cmp(&b.x).then(..))`. Integers of a side that are compared with each other are told by that
/// side of each item and itself: which pairs are compared, each world decides.
fn sorted_by(walk: &Walk<'_>, list: Code, item: &Ty, order: &Expr) -> Result<Code, Refused> {
    let sides = |one: &Code| Ok(walk.apply(order, &[one.clone(), one.clone()])?.sides);
    let mut wide = vec![];
    function(&[("v", item.clone())], |names| {
        let all: Vec<(Code, Code)> = sides(&names[0])?;
        wide.extend((0..all.len()).filter(|at| wide::may_hold(&all[*at].0)));
        Ok(Code::bool(true))
    })?;
    let sort =
        |list: &Code| iterator::sort(list, item, |a, b| walk.apply(order, &[a.clone(), b.clone()]));
    if wide.is_empty() {
        return sort(&list);
    }
    many("xs", list, |xs| {
        wide.iter().try_fold(sort(&xs)?, |sorted, at| {
            wide::distinct(&xs, item, sorted, |item| Ok(sides(item)?.swap_remove(*at).0))
        })
    })
}

fn by_value(list: Code, item: &Ty, name: &str, mut values: Vec<Code>) -> Result<Code, Refused> {
    let append = |more: &str, of: &[&Code]| {
        Code::call(format!("$append({}, {more})", list.text()), list.ty.clone()).failing_as(of)
    };
    let fault = |list: &Code| Code::fault("there is nothing at that index", list.ty.clone());
    match (name, &values[..]) {
        ("push" | "push_back", [value]) => {
            let value = value.clone().with_ty(better(item, value));
            Ok(append(&format!("[{}]", value.item()), &[&list, &value]))
        }
        ("extend" | "extend_from_slice", [more]) => {
            let more = iterator::as_list(more.clone())?;
            match items(&more.ty) {
                Some(_) => Ok(append(more.text(), &[&list, &more])),
                None => refuse(format!("extend by {}", more.ty.describe()), "extend by a list"),
            }
        }
        ("clear", []) => Ok(Code::list(&[], list.ty.clone())),
        ("reverse", []) => Ok(iterator::reversed(&list)),
        ("push_front", [value]) => {
            let value = value.clone().with_ty(better(item, value));
            let text = format!("$append([{}], {})", value.item(), list.text());
            Ok(Code::call(text, list.ty.clone()).failing_as(&[&list, &value]))
        }
        ("pop_front", []) => where_index(&list, item, |i| Ok(compare(i, ">", &integer(0)))),
        ("pop" | "pop_back", []) => many("xs", list, |xs| {
            where_index(&xs, item, |i| {
                Ok(Code::made(
                    format!("{} < $count({}) - 1", i.text(), xs.text()),
                    level::COMPARE,
                    Ty::BOOL,
                ))
            })
        }),
        ("truncate", [n]) => super::list::first(&list, n.clone(), item),
        ("dedup", []) => many("xs", list, |xs| dedup(&xs, item, |item| Ok(item.clone()))),
        ("remove", [_]) => many("xs", list, |xs| {
            many("n", values.remove(0), |n| {
                let rest = where_index(&xs, item, |i| Ok(compare(i, "!=", &n)))?;
                Ok(choose(&compare(&n, ">=", &count(&xs)), &fault(&xs), &rest, xs.ty.clone()))
            })
        }),
        ("insert", [_, _]) => {
            let value = values.remove(1);
            insert(list, values.remove(0), value, item)
        }
        ("__set" | "__put", [_, _]) => {
            let value = values.remove(1);
            set(list, values.remove(0), value, item)
        }
        ("swap", [_, _]) => {
            let j = values.remove(1);
            swap(list, values.remove(0), j, item)
        }
        _ => super::method::unknown(&list, name),
    }
}

/// A list knows its items better than a literal does.
fn better(item: &Ty, value: &Code) -> Ty {
    if matches!(item, Ty::Unknown) { value.ty.clone() } else { item.clone() }
}

fn insert(list: Code, index: Code, value: Code, item: &Ty) -> Result<Code, Refused> {
    many("xs", list, |xs| {
        many("n", index, |n| {
            named("x", value, |value| {
                let before = where_index(&xs, item, |i| Ok(compare(i, "<", &n)))?;
                let after = where_index(&xs, item, |i| Ok(compare(i, ">=", &n)))?;
                let value = value.clone().with_ty(better(item, &value)).item();
                let text =
                    format!("$append($append({}, [{value}]), {})", before.text(), after.text());
                let fault = Code::fault("there is nothing at that index", xs.ty.clone());
                let beyond = compare(&n, ">", &count(&xs));
                Ok(choose(&beyond, &fault, &Code::call(text, xs.ty.clone()), xs.ty.clone()))
            })
        })
    })
}

/// `list[index] = value`
fn set(list: Code, index: Code, value: Code, item: &Ty) -> Result<Code, Refused> {
    many("xs", list, |xs| {
        many("n", index, |n| {
            named("x", value, |value| {
                let value = value.clone().with_ty(better(item, &value));
                let (text, _) = function(&[("v", item.clone()), ("i", Ty::USIZE)], |names| {
                    Ok(choose(&equal(&names[1], &n), &value, &names[0], item.clone()))
                })?;
                let changed = kept(&format!("$map({}, {text})", xs.text()), item, xs.ty.clone());
                let fault = Code::fault("there is nothing at that index", xs.ty.clone());
                Ok(choose(&compare(&n, ">=", &count(&xs)), &fault, &changed, xs.ty.clone()))
            })
        })
    })
}

fn swap(list: Code, i: Code, j: Code, item: &Ty) -> Result<Code, Refused> {
    many("xs", list, |xs| {
        many("n", i, |n| {
            many("m", j, |m| {
                let (text, _) = function(&[("v", item.clone()), ("i", Ty::USIZE)], |names| {
                    let second = choose(
                        &equal(&names[1], &m),
                        &element(&xs, &n, item.clone()),
                        &names[0],
                        item.clone(),
                    );
                    Ok(choose(
                        &equal(&names[1], &n),
                        &element(&xs, &m, item.clone()),
                        &second,
                        item.clone(),
                    ))
                })?;
                let swapped = kept(&format!("$map({}, {text})", xs.text()), item, xs.ty.clone());
                let size = count(&xs);
                let beyond =
                    super::compose::or(&compare(&n, ">=", &size), &compare(&m, ">=", &size));
                let fault = Code::fault("there is nothing at that index", xs.ty.clone());
                Ok(choose(&beyond, &fault, &swapped, xs.ty.clone()))
            })
        })
    })
}

/// The items whose keys are not those of the items before them.
fn dedup(
    xs: &Code,
    item: &Ty,
    key: impl Fn(&Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let (text, body) = function(&[("v", item.clone()), ("i", Ty::USIZE)], |names| {
        let before = format!("{}[{} - 1]", xs.text(), names[1].text());
        let before = Code::call(before, item.clone());
        let (one, before) = (key(&names[0])?, key(&before)?);
        comparable(&one.ty)?;
        let other = wide::compared(one, before, |a, b| equality(a, "!=", b))?;
        Ok(choose(&equal(&names[1], &integer(0)), &Code::bool(true), &other, Ty::BOOL))
    })?;
    let call = format!("$filter({}, {text})", xs.text());
    Ok(kept(&call, item, xs.ty.clone()).failing_as(&[xs, &body]))
}
