//! `+ - * / %`, comparisons, `&& || ^`, and the guards of numbers.

use super::code::{Code, level};
use super::compose::{and, choose, compare, eager, equal, many, named, or};
use super::equality::equality;
use super::ty::{Shape, Ty};
use super::{Refused, order, refuse, wide};
use crate::program::Binary;
use crate::schema::MAX_SAFE_INTEGER;
use serde_json::json;

/// `left op right`; the probe knows the type of the left side.
pub(super) fn binary(
    op: Binary,
    left: Code,
    right: Code,
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    if matches!(op, Binary::BothAnd | Binary::BothOr | Binary::Xor)
        && let Shape::Integer(..) = left.ty.shape()
    {
        return refuse(
            format!("an operator of bits, of {}", left.ty.describe()),
            "JSONata has none: use `* 2`, `/ 2` and `% 2`, or compute it in a task",
        );
    }
    match op {
        Binary::And => Ok(and(left, right)),
        Binary::Or => Ok(or(&left, &right)),
        Binary::BothAnd => eager("b", right, |right| Ok(and(left, right))),
        Binary::BothOr => eager("b", right, |right| Ok(or(&left, &right))),
        Binary::Xor => Ok(compare(&left, "!=", &right)),
        Binary::Equal => wide::compared(left, right, |left, right| equality(left, "=", right)),
        Binary::NotEqual => wide::compared(left, right, |left, right| equality(left, "!=", right)),
        Binary::Less => wide::compared(left, right, |l, r| order::compare(l, "<", r)),
        Binary::LessOrEqual => wide::compared(left, right, |l, r| order::compare(l, "<=", r)),
        Binary::Greater => wide::compared(left, right, |l, r| order::compare(l, ">", r)),
        Binary::GreaterOrEqual => wide::compared(left, right, |l, r| order::compare(l, ">=", r)),
        _ => {
            let better = if left.literal().is_some() { &right } else { &left };
            let ty = probe.unwrap_or_else(|| better.ty.clone());
            match ty.shape() {
                Shape::Integer(min, max) => integers(op, left, right, ty, (min, max)),
                Shape::Float => floats(op, left, right),
                Shape::String if op == Binary::Add => Ok(concat(&left, &right)),
                _ => refuse(format!("arithmetic with {}", ty.describe()), "compute with numbers"),
            }
        }
    }
}

/// `left & right`, of strings.
pub(super) fn concat(left: &Code, right: &Code) -> Code {
    let text = format!("{} & {}", left.at(level::SUM), right.at(level::SUM));
    Code::made(text, level::SUM, Ty::STRING).failing_as(&[left, right])
}

fn symbol(op: Binary) -> &'static str {
    match op {
        Binary::Add => "+",
        Binary::Subtract => "-",
        Binary::Multiply => "*",
        Binary::Divide => "/",
        _ => "%",
    }
}

/// `left op right` without any check.
fn plain(op: Binary, left: &Code, right: &Code, ty: Ty) -> Code {
    let level = match op {
        Binary::Add | Binary::Subtract => level::SUM,
        _ => level::PRODUCT,
    };
    let text = format!("{} {} {}", left.at(level), symbol(op), right.at(level + 1));
    Code::made(text, level, ty).failing_as(&[left, right])
}

fn integers(
    op: Binary,
    left: Code,
    right: Code,
    ty: Ty,
    range: (i64, i64),
) -> Result<Code, Refused> {
    if let Some(known) = known(op, &left, &right, range) {
        return Ok(Code::constant(json!(known), ty));
    }
    match op {
        Binary::Divide => divide(left, right, ty, range),
        Binary::Remainder => remainder(left, right, ty, range),
        Binary::Add if range.0 == 0 => sum(&left, &right, ty, range),
        _ => {
            // What is checked is written twice.
            let once = |code: Code| if code.can_be_indexed() { Ok(code) } else { wide::safe(code) };
            let (left, right) = match (op, range.0) {
                (Binary::Multiply, 0) => (left, right),
                _ => (once(left)?, once(right)?),
            };
            let (interval, zero) = bounds(op, left.interval(), right.interval());
            // Of what is never negative, a product that is small enough has small operands.
            let checks = match (op, range.0) {
                (Binary::Multiply, 0) => vec![],
                (_, 0) => vec![&left],
                _ => vec![&left, &right],
            };
            let checks = checks.into_iter().filter(|code| code.is_wide()).cloned().collect();
            guard_with(plain(op, &left, &right, ty), interval, range, zero, checks)
        }
    }
}

/// The value of two literals, where the type holds it.
fn known(op: Binary, left: &Code, right: &Code, range: (i64, i64)) -> Option<i64> {
    let (left, right) = (left.literal()?.as_i64()?, right.literal()?.as_i64()?);
    let value = match op {
        Binary::Add => left.checked_add(right),
        Binary::Subtract => left.checked_sub(right),
        Binary::Multiply => left.checked_mul(right),
        Binary::Divide => left.checked_div(right),
        _ => left.checked_rem(right),
    };
    value.filter(|value| (range.0..=range.1).contains(value))
}

/// A sum of what is never negative: once it is too large it stays so, and one check at the end is enough.
fn sum(left: &Code, right: &Code, ty: Ty, range: (i64, i64)) -> Result<Code, Refused> {
    let open = |code: &Code| code.unchecked.as_deref().unwrap_or(code).clone();
    let (left, right) = (open(left), open(right));
    let (interval, zero) = bounds(Binary::Add, left.interval(), right.interval());
    let most = i64::try_from(interval.1).unwrap_or(i64::MAX);
    let unchecked = plain(Binary::Add, &left, &right, ty).with_interval((0, most));
    let sum = guard(unchecked.clone(), interval, range, zero)?;
    let checked = interval.1 > range.1.into();
    Ok(Code { unchecked: checked.then(|| Box::new(unchecked.may_fail())), ..sum })
}

/// The values of a sum, difference or product, and whether it can be -0.
fn bounds(op: Binary, a: (i64, i64), b: (i64, i64)) -> ((i128, i128), bool) {
    let (a, b) = ((i128::from(a.0), i128::from(a.1)), (i128::from(b.0), i128::from(b.1)));
    match op {
        Binary::Add => ((a.0 + b.0, a.1 + b.1), false),
        Binary::Subtract => ((a.0 - b.1, a.1 - b.0), false),
        _ => {
            let all = [a.0 * b.0, a.0 * b.1, a.1 * b.0, a.1 * b.1];
            let interval =
                all.iter().fold((all[0], all[0]), |(low, high), v| (low.min(*v), high.max(*v)));
            (interval, a.0 < 0 && b.0 <= 0 && b.1 >= 0 || b.0 < 0 && a.0 <= 0 && a.1 >= 0)
        }
    }
}

/// The integer if it is in the range of its type, else the failure of the evaluation. The check stands
/// only where the interval can leave the range; `zero` turns -0 into 0.
pub(super) fn guard(
    code: Code,
    interval: (i128, i128),
    range: (i64, i64),
    zero: bool,
) -> Result<Code, Refused> {
    guard_with(code, interval, range, zero, vec![])
}

/// The same where the operands are in doubt, too.
fn guard_with(
    code: Code,
    interval: (i128, i128),
    range: (i64, i64),
    zero: bool,
    operands: Vec<Code>,
) -> Result<Code, Refused> {
    let (min, max) = (i128::from(range.0), i128::from(range.1));
    let low = (interval.0 < min).then(|| Code::constant(json!(range.0), Ty::I64));
    let high = (interval.1 > max).then(|| Code::constant(json!(range.1), Ty::I64));
    let cut = |v: i128| i64::try_from(v.clamp(min, max)).unwrap_or(range.0);
    let interval = (cut(interval.0), cut(interval.1));
    let ty = code.ty.clone();
    if low.is_none() && high.is_none() && operands.is_empty() {
        let code = if zero { plus_zero(&code) } else { code };
        return Ok(code.with_interval(interval));
    }
    named("r", code, |r| {
        let low = low.map(|low| compare(&low, "<=", &r));
        let high = high.map(|high| compare(&r, "<=", &high));
        let value = if zero { plus_zero(&r) } else { r };
        let fault = Code::fault(&format!("out of the range of {}", type_name(range)), ty.clone());
        let condition = match (low, high) {
            (Some(_), Some(_)) if !operands.is_empty() && range.0 < 0 => {
                wide::all_held(operands.iter().chain([&value]))
            }
            (low, high) => {
                let held = operands.iter().map(wide::held);
                let all = low.into_iter().chain(held).chain(high);
                all.reduce(and).unwrap_or_else(|| Code::bool(true))
            }
        };
        Ok(choose(&condition, &value, &fault, ty))
    })
    .map(|code| code.with_interval(interval))
}

/// A guard with the whole range of the type in doubt.
pub(super) fn guard_all(code: Code, range: (i64, i64)) -> Result<Code, Refused> {
    guard(code, (i128::MIN, i128::MAX), range, true)
}

pub(super) fn type_name(range: (i64, i64)) -> &'static str {
    match range {
        (0, 255) => "u8",
        (0, 65_535) => "u16",
        (0, 4_294_967_295) => "u32",
        (0, _) => "u64",
        (-128, _) => "i8",
        (-32_768, _) => "i16",
        (-2_147_483_648, _) => "i32",
        _ => "i64",
    }
}

/// -0 as 0.
pub(super) fn plus_zero(code: &Code) -> Code {
    let text = format!("{} + 0", code.at(level::SUM));
    Code::made(text, level::SUM, code.ty.clone()).with_interval(code.interval()).failing_as(&[code])
}

/// Rounds towards zero.
pub(super) fn truncate(code: Code, negative: bool) -> Result<Code, Refused> {
    let ty = code.ty.clone();
    let call = |name: &str, of: &Code| {
        Code::call(format!("${name}({})", of.text()), ty.clone()).failing_as(&[of])
    };
    if !negative {
        return Ok(call("floor", &code));
    }
    many("q", code, |q| {
        let below = compare(&q, "<", &Code::constant(json!(0), Ty::I64));
        Ok(choose(&below, &call("ceil", &q), &call("floor", &q), ty.clone()))
    })
}

/// Fails where the divisor is zero.
pub(super) fn unless_zero(
    divisor: Code,
    body: impl FnOnce(&Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let zero = Code::constant(json!(0), Ty::I64);
    let never = match divisor.literal() {
        Some(value) => value.as_f64() != Some(0.0),
        None => divisor.known_interval().is_some_and(|(low, high)| low > 0 || high < 0),
    };
    if never {
        return body(&divisor);
    }
    many("d", divisor, |divisor| {
        let value = body(&divisor)?;
        let fault = Code::fault("division by zero", value.ty.clone());
        Ok(choose(&equal(&divisor, &zero), &fault, &value, value.ty.clone()))
    })
}

fn divide(left: Code, right: Code, ty: Ty, range: (i64, i64)) -> Result<Code, Refused> {
    let left = wide::safe(left)?;
    let (a, b) = (left.interval(), right.interval());
    let most = i128::from(a.0).abs().max(i128::from(a.1).abs());
    let interval =
        if b.0 >= 0 { (i128::from(a.0.min(0)), i128::from(a.1.max(0))) } else { (-most, most) };
    let negative = a.0 < 0 || b.0 < 0;
    if negative && right.literal().is_some_and(|right| right.as_i64().is_some_and(|it| it > 0)) {
        return without_rest(left, &right, ty, interval);
    }
    unless_zero(right, |right| {
        let quotient = truncate(plain(Binary::Divide, &left, right, ty), negative)?;
        guard(quotient, interval, range, negative)
    })
}

/// `(left - left % right) / right`, which rounds towards zero, by a positive number: never -0.
fn without_rest(left: Code, right: &Code, ty: Ty, interval: (i128, i128)) -> Result<Code, Refused> {
    const SHORT: usize = 24;
    let quotient = |left: &Code| {
        let rest = plain(Binary::Remainder, left, right, ty.clone());
        let multiple = plain(Binary::Subtract, left, &rest, ty.clone());
        plain(Binary::Divide, &multiple, right, ty.clone())
    };
    let code = match left.can_be_indexed() && left.text().len() <= SHORT {
        true => quotient(&left),
        false => named("n", left, |left| Ok(quotient(&left)))?,
    };
    let cut = |v: i128| i64::try_from(v).unwrap_or_default();
    Ok(code.with_interval((cut(interval.0), cut(interval.1))))
}

fn remainder(left: Code, right: Code, ty: Ty, range: (i64, i64)) -> Result<Code, Refused> {
    let left = wide::safe(left)?;
    let (a, b) = (left.interval(), right.interval());
    let most = i128::from(b.0).abs().max(i128::from(b.1).abs()) - 1;
    let interval = ((i128::from(a.0)).max(-most).min(0), (i128::from(a.1)).min(most).max(0));
    // Rust's `MIN % -1` overflows; ±(2^53 − 1) is symmetric, so that no 64-bit type has such a minimum.
    let overflows =
        range.0 != -MAX_SAFE_INTEGER && range.0 < 0 && a.0 == range.0 && b.0 <= -1 && b.1 >= -1;
    let rest = |left: &Code, right: &Code| {
        guard(plain(Binary::Remainder, left, right, ty.clone()), interval, range, a.0 < 0)
    };
    if !overflows {
        return unless_zero(right, |right| rest(&left, right));
    }
    many("n", left, |left| {
        unless_zero(right, |right| {
            let least = equal(&left, &Code::constant(json!(range.0), Ty::I64));
            let one = equal(right, &Code::constant(json!(-1), Ty::I64));
            let fault =
                Code::fault(&format!("out of the range of {}", type_name(range)), ty.clone());
            Ok(choose(&and(least, one), &fault, &rest(&left, right)?, ty.clone()))
        })
    })
}

/// `-value`
pub(super) fn negate(value: Code, probe: Option<Ty>) -> Result<Code, Refused> {
    let ty = probe.unwrap_or_else(|| value.ty.clone());
    match (ty.shape(), value.literal()) {
        (Shape::Integer(..), Some(literal)) => {
            let negative = literal.as_i64().and_then(i64::checked_neg).unwrap_or_default();
            Ok(Code::constant(json!(negative), ty))
        }
        (Shape::Float, Some(literal)) => {
            Ok(Code::constant(json!(-literal.as_f64().unwrap_or_default()), ty))
        }
        (Shape::Integer(min, max), None) => {
            let zero = Code::constant(json!(0), Ty::I64);
            let (low, high) = value.interval();
            let negative = plain(Binary::Subtract, &zero, &value, ty);
            guard(negative, (-i128::from(high), -i128::from(low)), (min, max), false)
        }
        (Shape::Float, None) => {
            Ok(Code::made(format!("-{}", value.at(level::UNARY + 1)), level::UNARY, ty)
                .failing_as(&[&value]))
        }
        _ => refuse(format!("`-` of {}", ty.describe()), "negate signed numbers"),
    }
}

/// `index + 1` or `index - 1` of a loop that ends in time.
pub(super) fn step(index: &Code, by: i64) -> Code {
    let distance = Code::constant(json!(by.abs()), Ty::I64);
    let (low, high) = index.interval();
    let moved = |v: i64| v.saturating_add(by).clamp(-MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
    let op = if by < 0 { Binary::Subtract } else { Binary::Add };
    plain(op, index, &distance, index.ty.clone()).with_interval((moved(low), moved(high)))
}

fn floats(op: Binary, left: Code, right: Code) -> Result<Code, Refused> {
    // What is infinite or NaN stays so through + - *, so that one check at the end is enough.
    let open = |code: &Code| code.unchecked.as_deref().cloned().unwrap_or_else(|| code.clone());
    match op {
        Binary::Divide => {
            let one =
                right.literal().and_then(|value| value.as_f64()).is_some_and(|v| v.abs() >= 1.0);
            if one {
                let unchecked = plain(op, &open(&left), &right, Ty::FLOAT);
                return if left.unchecked.is_some() { finite(unchecked) } else { Ok(unchecked) };
            }
            unless_zero(right, |right| finite(plain(op, &open(&left), right, Ty::FLOAT)))
        }
        Binary::Remainder => unless_zero(right, |right| Ok(plain(op, &left, right, Ty::FLOAT))),
        _ => finite(plain(op, &open(&left), &open(&right), Ty::FLOAT)),
    }
}

/// The number if it is finite, else the failure of the evaluation.
pub(super) fn finite(unchecked: Code) -> Result<Code, Refused> {
    let most = Code::constant(json!(f64::MAX), Ty::FLOAT);
    let checked = named("r", unchecked.clone(), |r| {
        let magnitude = Code::call(format!("$abs({})", r.text()), Ty::FLOAT);
        let fault = Code::fault("not a finite number", Ty::FLOAT);
        Ok(choose(&compare(&magnitude, "<=", &most), &r, &fault, Ty::FLOAT))
    })?;
    let unchecked = unchecked.may_fail();
    Ok(Code { unchecked: Some(Box::new(unchecked)), ..checked })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    type Interval = (i64, i64);

    /// Intervals of two factors, and whether their product may be -0: a negative number times zero.
    const ZEROS: &[(Interval, Interval, bool)] = &[
        ((-5, -1), (0, 3), true),
        ((-5, -1), (-3, 0), true),
        ((-5, -1), (0, 0), true),
        ((-5, 5), (0, 0), true),
        ((-5, -1), (1, 3), false),
        ((-5, -1), (-3, -1), false),
        ((-5, 0), (1, 3), false),
        ((0, 5), (0, 5), false),
        ((0, 0), (0, 0), false),
        ((1, 5), (2, 3), false),
    ];

    #[test]
    fn a_negative_number_times_zero_is_minus_zero() {
        for (a, b, zero) in ZEROS {
            assert_eq!(bounds(Binary::Multiply, *a, *b).1, *zero, "{a:?} * {b:?}");
            assert_eq!(bounds(Binary::Multiply, *b, *a).1, *zero, "{b:?} * {a:?}");
            assert!(!bounds(Binary::Add, *a, *b).1 && !bounds(Binary::Subtract, *a, *b).1);
        }
        assert_eq!(bounds(Binary::Multiply, (-5, 2), (-3, 4)).0, (-20, 15));
        assert_eq!(bounds(Binary::Subtract, (-5, 2), (-3, 4)).0, (-9, 5));
    }

    #[test]
    fn a_divisor_is_asked_where_it_may_be_zero() {
        let asked = |divisor: Code| {
            let text = unless_zero(divisor, |divisor| Ok(divisor.clone())).unwrap();
            text.text().contains("division by zero")
        };
        let between = |interval| Code::call("$n", Ty::I64).with_interval(interval);
        assert!(asked(between((0, 5))) && asked(between((-5, 0))) && asked(between((-1, 1))));
        assert!(!asked(between((1, 5))) && !asked(between((-5, -1))));
        assert!(asked(Code::call("$n", Ty::I64)));
        let constant = |value: i64| Code::constant(json!(value), Ty::I64);
        assert!(asked(constant(0)) && !asked(constant(1)) && !asked(constant(-1)));
    }
}
