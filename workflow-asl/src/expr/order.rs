//! Translates comparisons of order.

use super::code::Code;
use super::compose::{and, choose, compare_there, is_null, or};
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, lexical, ranked, refuse, wide};
use crate::program::Expr;
use crate::schema::MAX_SAFE_INTEGER;

/// `left op right`
pub(super) fn compare(left: &Code, op: &str, right: &Code) -> Result<Code, Refused> {
    let better = if left.literal().is_some() { right } else { left };
    if let Some(names) = ranked::names(&better.ty) {
        return Ok(ranked::compare(left, op, right, &names));
    }
    match better.ty.shape() {
        Shape::Integer(..) | Shape::Float => Ok(compare_there(left, op, right)),
        Shape::String | Shape::Char if low(left) || low(right) => {
            Ok(compare_there(left, op, right))
        }
        Shape::String | Shape::Char => Ok(compare_there(&key(left), op, &key(right))),
        Shape::Reverse(of) => {
            let (left, right) = (left.clone().with_ty(of.clone()), right.clone().with_ty(of));
            compare(&right, op, &left)
        }
        Shape::Bool => lexical::bools(left, op, right),
        Shape::Option(of) => lexical::options(left, op, right, &of),
        Shape::Tuple(of) => lexical::tuples(left, op, right, &of),
        Shape::Enum(name, ..) => refuse(
            format!("the order of `{name}`"),
            "derive `PartialOrd` and `Ord`, in an enum without fields: it is ordered as its variants are declared; for another order compare a number for each variant, by a `#[pure]` function with a `match`",
        ),
        _ => refuse(
            format!("the order of {}", better.ty.describe()),
            "compare its fields, or a tuple of them: numbers, texts, `bool`s and options of these have an order",
        ),
    }
}

/// JSONata compares UTF-16 units, Rust code points: they agree unless both texts go beyond U+D7FF.
fn low(code: &Code) -> bool {
    code.literal().is_some_and(|value| {
        value.as_str().is_some_and(|text| text.chars().all(|c| c < '\u{d7ff}'))
    })
}

/// A string whose UTF-16 order is the order of the code points.
pub(super) fn key(code: &Code) -> Code {
    let text = format!("$replace({}, /[\\uD7FF\\uE000-\\uFFFF]/, \"\\uD7FF$0\")", code.text());
    Code::call(text, Ty::STRING).failing_as(&[code])
}

/// `left.cmp(right)`
pub(super) fn ordering(left: Code, right: Code) -> Result<Code, Refused> {
    let check = compare(&left, ">", &right)?;
    let sides = vec![(left, right)];
    Ok(Code { sides, ..check.with_ty(Ty::Ordering) })
}

/// The methods of an `Ordering`, and of the `Option` that `partial_cmp` gives: numbers are never NaN.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
) -> Result<Code, Refused> {
    let then = match (name, arguments) {
        ("unwrap" | "expect" | "unwrap_or", _) => return Ok(on),
        ("then_with", [then]) => walk.apply(then, &[])?,
        ("then", [then]) => walk.expr(then)?,
        _ => {
            return refuse(
                format!("`{name}` of an `Ordering`"),
                "use it in sort_by, min_by or max_by",
            );
        }
    };
    let mut sides = on.sides.clone();
    sides.extend(then.sides);
    Ok(Code { sides, ..on })
}

/// Returns whether the ordering is `Greater`. `guarded`: two integers beyond doubles are not compared.
pub(super) fn greater(ordering: &Code, guarded: bool) -> Result<Code, Refused> {
    let Some(((left, right), rest)) = ordering.sides.split_first() else {
        return refuse("an order that is not made with cmp", "use cmp or partial_cmp(..).unwrap()");
    };
    let first = match guarded {
        true => wide::compared(left.clone(), right.clone(), |a, b| compare(a, ">", b))?,
        false => compare(left, ">", right)?,
    };
    if rest.is_empty() {
        return Ok(first);
    }
    let later = greater(&Code { sides: rest.to_vec(), ..ordering.clone() }, guarded)?;
    Ok(or(&first, &and(lexical::same(left, right)?, later)))
}

/// `a.min(b)`, `a.max(b)`; of equal values nobody sees which.
pub(super) fn least(a: &Code, op: &str, b: &Code) -> Result<Code, Refused> {
    let least = choose(&compare(a, op, b)?, a, b, super::walk::common(a, b));
    let of = |ends: (i64, i64)| if op == "<" { ends.0.min(ends.1) } else { ends.0.max(ends.1) };
    let interval = match (a.known_interval(), b.known_interval()) {
        (Some(a), Some(b)) if least.is_wide() => Some((of((a.0, b.0)), of((a.1, b.1)))),
        _ => None,
    };
    // `n.min(100)` of what was read is not wide any more.
    let held =
        |interval: &(i64, i64)| -MAX_SAFE_INTEGER <= interval.0 && interval.1 <= MAX_SAFE_INTEGER;
    let interval = interval.filter(held).or(least.interval);
    Ok(wide::all_distinct(&[a, b], Code { interval, ..least }))
}

/// The item that the condition prefers to all before it, or `null`.
pub(super) fn best(
    walk: &Walk<'_>,
    items: &Code,
    item: &Ty,
    wish: &str,
    prefer: impl FnOnce(&Code, &Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    walk.not_nullable(item)?;
    let (text, body) =
        super::compose::reducer(&[("a", item.clone()), (wish, item.clone())], |names| {
            let [best, new] = names else { return refuse("two names", "report this") };
            let value = choose(&prefer(best, new)?, new, best, item.clone());
            Ok(choose(&is_null(best, true), new, &value, item.clone()))
        })?;
    if body.faults {
        return refuse(
            "a key or an order that can fail",
            "for the other order `Reverse(key)`; else compute it with map(..).collect() first",
        );
    }
    let text = format!("$reduce({}, {text}, null)", items.text());
    Ok(Code::call(text, Ty::option(item.clone())).failing_as(&[items]))
}
