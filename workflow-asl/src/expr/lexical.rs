//! The order of what has parts, as `derive(Ord)` has it: tuples part by part, `None` before `Some`, `false` before
//! `true`.

use super::Refused;
use super::code::Code;
use super::compose::{and, choose, eager, equal, is_null, many, not, or};
use super::equality::equality;
use super::order::compare;
use super::ty::{Shape, Ty};
use super::walk::{field, inside};

/// `left op right` of two `bool`s. Rust evaluates both.
pub(super) fn bools(left: &Code, op: &str, right: &Code) -> Result<Code, Refused> {
    eager("a", left.clone(), |left| {
        eager("b", right.clone(), |right| {
            Ok(match op {
                "<" => and(not(&left), right),
                ">" => and(left, not(&right)),
                "<=" => or(&not(&left), &right),
                _ => or(&left, &not(&right)),
            })
        })
    })
}

/// `left op right` of two `Option`s.
pub(super) fn options(left: &Code, op: &str, right: &Code, of: &Ty) -> Result<Code, Refused> {
    many("a", left.clone(), |left| {
        many("b", right.clone(), |right| {
            let values = compare(&inside(&left, of.clone()), op, &inside(&right, of.clone()))?;
            // The side that decides: without it the answer is that of `op` for equal ones, else the other decides.
            let (first, second) =
                if op.starts_with('<') { (&left, &right) } else { (&right, &left) };
            let strict = !op.ends_with('=');
            let (none, there) = (is_null(first, true), is_null(second, false));
            Ok(match strict {
                true => all(there, either(none, values)),
                false => either(none, all(there, values)),
            })
        })
    })
}

/// Both conditions, one of which may be known.
fn all(a: Code, b: Code) -> Code {
    choose(&a, &b, &Code::bool(false), Ty::BOOL)
}

/// One of two conditions, where it may be known which.
fn either(a: Code, b: Code) -> Code {
    choose(&a, &Code::bool(true), &b, Ty::BOOL)
}

/// `left op right` of two tuples.
pub(super) fn tuples(left: &Code, op: &str, right: &Code, of: &[Ty]) -> Result<Code, Refused> {
    parts("a", left.clone(), of, |left| {
        parts("b", right.clone(), of, |right| {
            let pairs: Vec<(&Code, &Code)> = left.iter().zip(right).collect();
            row(&pairs, op)
        })
    })
}

/// The order of the first pair that differs; of the last one in any case.
fn row(pairs: &[(&Code, &Code)], op: &str) -> Result<Code, Refused> {
    match pairs {
        [] => Ok(Code::bool(op.ends_with('='))),
        [(left, right)] => compare(left, op, right),
        [(left, right), rest @ ..] => {
            let first = compare(left, op.trim_end_matches('='), right)?;
            Ok(or(&first, &and(same(left, right)?, row(rest, op)?)))
        }
    }
}

/// Tells two keys that no order tells apart.
pub(super) fn same(left: &Code, right: &Code) -> Result<Code, Refused> {
    match left.ty.shape() {
        Shape::Reverse(of) => same(&left.clone().with_ty(of.clone()), &right.clone().with_ty(of)),
        Shape::Option(_) => equality(left, "=", right),
        _ => Ok(equal(left, right)),
    }
}

/// Makes a value of the parts of a tuple.
type Parts<'a> = Box<dyn FnOnce(&[Code]) -> Result<Code, Refused> + 'a>;

/// The parts of a tuple, each under a name if it is not trivial.
fn parts(
    wish: &str,
    tuple: Code,
    of: &[Ty],
    body: impl FnOnce(&[Code]) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    match tuple.items.clone() {
        Some(items) if items.len() == of.len() => each(wish, items, vec![], Box::new(body)),
        _ => many(wish, tuple, |tuple| {
            let part = |index: usize| field(tuple.clone(), &index.to_string());
            body(&(0..of.len()).map(part).collect::<Result<Vec<_>, _>>()?)
        }),
    }
}

/// Names the first of the items that are left, and goes on with the others.
fn each(
    wish: &str,
    mut left: Vec<Code>,
    mut named: Vec<Code>,
    body: Parts<'_>,
) -> Result<Code, Refused> {
    if left.is_empty() {
        return body(&named);
    }
    many(wish, left.remove(0), |item| {
        named.push(item);
        each(wish, left, named, body)
    })
}
