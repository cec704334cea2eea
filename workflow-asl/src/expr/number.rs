//! The methods of numbers.

use super::arithmetic::{finite, guard, guard_all, plus_zero, truncate, unless_zero};
use super::cast::modulo;
use super::code::{Code, level};
use super::compose::{and, choose, compare, equal, many, named};
use super::method::unknown;
use super::order::least;
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, format, refuse, wide};
use crate::program::{Binary, Expr};
use crate::schema::{MAX_SAFE_INTEGER, Schema};
use serde_json::json;

/// `on.name(arguments)` of an integer or a float; the probe knows the type of the value.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    let (on, mut arguments) = (inferred(on, probe), walk.exprs(arguments)?);
    match (name, arguments.len(), on.ty.shape()) {
        ("min" | "max", 1, _) => lesser(name, on, arguments.remove(0)),
        ("clamp", 2, _) => clamp(on, arguments.remove(0), arguments.remove(0)),
        ("to_string", 0, Shape::Integer(..)) => format::shown(&on),
        (_, _, Shape::Integer(min, max)) => integer(on, name, arguments, (min, max)),
        _ => float(on, name, arguments),
    }
}

fn number(value: i64) -> Code {
    Code::constant(json!(value), Ty::I64)
}

fn call(name: &str, of: &Code) -> Code {
    Code::call(format!("${name}({})", of.text()), of.ty.clone()).failing_as(&[of])
}

fn infix(a: &Code, op: &str, b: &Code, level: u8) -> Code {
    let text = format!("{} {op} {}", a.at(level), b.at(level + 1));
    Code::made(text, level, a.ty.clone()).failing_as(&[a, b])
}

/// The lesser of two for `min`, the greater for `max`.
pub(super) fn lesser(name: &str, a: Code, b: Code) -> Result<Code, Refused> {
    if is_number(&a) && is_number(&b) {
        return Ok(lesser_number(name, &a, &b));
    }
    let op = if name == "min" { "<" } else { ">" };
    both(a, b, |a, b| least(a, op, b))
}

/// Tells a number that a double holds.
fn is_number(code: &Code) -> bool {
    matches!(code.ty.shape(), Shape::Integer(..) | Shape::Float) && !code.is_wide()
}

/// `$min([a, b])`, `$max([a, b])`
fn lesser_number(name: &str, a: &Code, b: &Code) -> Code {
    let text = format!("${name}([{}, {}])", a.text(), b.text());
    let code = Code::call(text, super::walk::common(a, b)).failing_as(&[a, b]);
    let of = |a: i64, b: i64| if name == "min" { a.min(b) } else { a.max(b) };
    match (a.known_interval(), b.known_interval()) {
        (Some(a), Some(b)) => code.with_interval((of(a.0, b.0), of(a.1, b.1))),
        _ => code,
    }
}

/// A receiver with the type of its result: a literal in `fold(0, |sum, n| sum.checked_add(n)..)` does not tell its own.
fn inferred(on: Code, probe: Option<Ty>) -> Code {
    let known = match probe {
        Some(ty) => match ty.shape() {
            Shape::Option(of) => of.clone(),
            _ => ty,
        },
        None => return on,
    };
    match (on.ty.shape(), known.shape()) {
        (Shape::Integer(min, max), Shape::Integer(low, high)) if (min, max) != (low, high) => {
            on.with_ty(known)
        }
        _ => on,
    }
}

/// Both values under names that may be repeated.
pub(super) fn both(
    a: Code,
    b: Code,
    body: impl FnOnce(&Code, &Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    many("a", a, |a| many("b", b, |b| body(&a, &b)))
}

fn clamp(on: Code, low: Code, high: Code) -> Result<Code, Refused> {
    let ty = on.ty.clone();
    let fine = matches!((low.literal(), high.literal()), (Some(low), Some(high)) if low.as_f64() <= high.as_f64());
    if fine && is_number(&on) {
        return Ok(lesser_number("min", &lesser_number("max", &on, &low), &high));
    }
    many("a", on, |a| {
        both(low, high, |low, high| {
            let above = choose(&compare(&a, ">", high), high, &a, ty.clone());
            let value = choose(&compare(&a, "<", low), low, &above, ty.clone());
            let fault = Code::fault("clamp: the bounds are the wrong way round", ty.clone());
            let value = wide::all_distinct(&[&a, low, high], value);
            Ok(if fine {
                value
            } else {
                choose(&compare(low, ">", high), &fault, &value, ty.clone())
            })
        })
    })
}

fn integer(
    on: Code,
    name: &str,
    mut arguments: Vec<Code>,
    range: (i64, i64),
) -> Result<Code, Refused> {
    let (low, high) = on.interval();
    let most = i128::from(low).abs().max(i128::from(high).abs());
    match (name, arguments.len()) {
        ("abs", 0) => guard(call("abs", &on), (0, most), range, false),
        ("unsigned_abs", 0) => {
            let on = super::wide::safe(on)?;
            Ok(call("abs", &on).with_ty(unsigned(range)))
        }
        ("signum", 0) => signum(on),
        (_, 1) => {
            let other = super::wide::safe(arguments.remove(0))?;
            with_other(super::wide::safe(on)?, name, other, range)
        }
        _ => unknown(&on, name),
    }
}

fn with_other(on: Code, name: &str, other: Code, range: (i64, i64)) -> Result<Code, Refused> {
    let some = Ty::option(on.ty.clone());
    match name {
        "pow" => {
            let power = format!("$power({}, {})", on.text(), other.text());
            guard_all(Code::call(power, on.ty.clone()).failing_as(&[&on, &other]), range)
        }
        "rem_euclid" => rem_euclid(on, other, range),
        // Of signed integers Rust has none yet.
        "div_ceil" if range.0 == 0 => div_ceil(on, other, range),
        "div_euclid" => div_euclid(on, other, range),
        "abs_diff" => {
            let ty = unsigned(range);
            let Shape::Integer(min, max) = ty.shape() else { return unknown(&on, name) };
            let distance = call("abs", &infix(&on, "-", &other, level::SUM)).with_ty(ty);
            guard(distance, (0, i128::from(range.1) - i128::from(range.0)), (min, max), false)
        }
        "checked_add" => checked(infix(&on, "+", &other, level::SUM), range, some),
        "checked_sub" => checked(infix(&on, "-", &other, level::SUM), range, some),
        "checked_mul" => checked(infix(&on, "*", &other, level::PRODUCT), range, some),
        "checked_div" | "checked_rem" => checked_division(on, name, other, range, some),
        "saturating_add" | "saturating_mul" | "saturating_sub" => {
            saturating(on, name, &other, range)
        }
        "wrapping_add" | "wrapping_sub" => wrapping(on, name, &other, range),
        "is_multiple_of" => both(on, other, |a, b| {
            let rest = equal(&infix(a, "%", b, level::PRODUCT), &number(0));
            let zero = equal(b, &number(0));
            let literal = b.literal().is_some_and(|b| b != json!(0));
            Ok(if literal { rest } else { choose(&zero, &equal(a, &number(0)), &rest, Ty::BOOL) })
        }),
        _ => unknown(&on, name),
    }
}

/// The unsigned type of as many bits.
fn unsigned(range: (i64, i64)) -> Ty {
    let max = if range.0 == 0 || range.1 == MAX_SAFE_INTEGER { range.1 } else { range.1 * 2 + 1 };
    Ty::Of(Schema::Integer { min: 0, max })
}

fn signum(on: Code) -> Result<Code, Refused> {
    let ty = on.ty.clone();
    many("a", on, |a| {
        let below = choose(&compare(&a, "<", &number(0)), &number(-1), &number(0), ty.clone());
        Ok(choose(&compare(&a, ">", &number(0)), &number(1), &below, ty))
    })
}

/// `i32::MIN` over -1 overflows in Rust, also where only the rest is asked for.
fn overflow(a: &Code, b: &Code, range: (i64, i64)) -> Option<Code> {
    let possible = range.0 != -MAX_SAFE_INTEGER
        && a.interval().0 == range.0
        && b.interval().0 <= -1
        && b.interval().1 >= -1;
    possible.then(|| and(equal(a, &number(range.0)), equal(b, &number(-1))))
}

fn rem_euclid(on: Code, other: Code, range: (i64, i64)) -> Result<Code, Refused> {
    let ty = on.ty.clone();
    many("a", on, |a| {
        unless_zero(other, |b| {
            let rest = infix(&a, "%", b, level::PRODUCT);
            if a.interval().0 >= 0 {
                return Ok(rest);
            }
            let value = named("m", rest, |m| {
                let raised = infix(&m, "+", &call("abs", b), level::SUM);
                Ok(choose(&compare(&m, "<", &number(0)), &raised, &plus_zero(&m), ty.clone()))
            })?;
            Ok(match overflow(&a, b, range) {
                Some(overflow) => {
                    choose(&overflow, &Code::fault("out of range", ty.clone()), &value, ty.clone())
                }
                None => value,
            })
        })
    })
}

fn div_ceil(on: Code, other: Code, range: (i64, i64)) -> Result<Code, Refused> {
    many("a", on, |a| {
        unless_zero(other, |b| {
            let value = call("ceil", &infix(&a, "/", b, level::PRODUCT));
            guard(value, (0, a.interval().1.into()), range, false)
        })
    })
}

fn div_euclid(on: Code, other: Code, range: (i64, i64)) -> Result<Code, Refused> {
    let ty = on.ty.clone();
    many("a", on, |a| {
        unless_zero(other, |b| {
            let quotient = infix(&a, "/", b, level::PRODUCT);
            let (floor, ceil) = (call("floor", &quotient), call("ceil", &quotient));
            let value = match b.interval() {
                (0.., _) => floor,
                _ => choose(&compare(b, ">", &number(0)), &floor, &ceil, ty.clone()),
            };
            let (low, high) = a.interval();
            let most = i128::from(low).abs().max(i128::from(high).abs());
            // Zero divided by less than it is `-0`.
            let negative = b.interval().0 < 0;
            let most = if negative { (-most, most) } else { (low.into(), high.into()) };
            guard(value, most, range, negative)
        })
    })
}

/// The value in the range of the type, else `null`.
fn checked(value: Code, range: (i64, i64), ty: Ty) -> Result<Code, Refused> {
    named("c", value, |c| {
        let inside = and(compare(&number(range.0), "<=", &c), compare(&c, "<=", &number(range.1)));
        Ok(choose(&inside, &plus_zero(&c), &Code::null(ty.clone()), ty.clone()))
    })
}

fn checked_division(
    on: Code,
    name: &str,
    other: Code,
    range: (i64, i64),
    ty: Ty,
) -> Result<Code, Refused> {
    both(on, other, |a, b| {
        let value = match name {
            "checked_div" => truncate(infix(a, "/", b, level::PRODUCT), true)?,
            _ => infix(a, "%", b, level::PRODUCT),
        };
        let zero = equal(b, &number(0));
        let none = match overflow(a, b, range) {
            Some(overflow) => super::compose::or(&zero, &overflow),
            None => zero,
        };
        Ok(choose(&none, &Code::null(ty.clone()), &plus_zero(&value), ty.clone()))
    })
}

fn saturating(on: Code, name: &str, other: &Code, range: (i64, i64)) -> Result<Code, Refused> {
    let ty = on.ty.clone();
    if name == "saturating_sub" && range.0 == 0 {
        return both(on, other.clone(), |a, b| {
            let less = infix(a, "-", b, level::SUM);
            Ok(choose(&compare(a, ">", b), &less, &number(0), ty.clone()))
        })
        .map(|code| code.with_interval((0, range.1)));
    }
    if range.1 == MAX_SAFE_INTEGER {
        return refuse(
            "saturating arithmetic of 64 bits ends beyond 2^53",
            "use checked_add or checked_sub",
        );
    }
    let value = match name {
        "saturating_add" => infix(&on, "+", other, level::SUM),
        "saturating_sub" => infix(&on, "-", other, level::SUM),
        // A product beyond 2^53 is rounded, and far beyond the range.
        _ if range.0 < 0 => plus_zero(&infix(&on, "*", other, level::PRODUCT)),
        _ => infix(&on, "*", other, level::PRODUCT),
    };
    named("c", value, |c| {
        let above = choose(&compare(&c, ">", &number(range.1)), &number(range.1), &c, ty.clone());
        Ok(choose(&compare(&c, "<", &number(range.0)), &number(range.0), &above, ty.clone()))
    })
    .map(|code| code.with_interval(range))
}

fn wrapping(on: Code, name: &str, other: &Code, range: (i64, i64)) -> Result<Code, Refused> {
    if range.1 == MAX_SAFE_INTEGER {
        return refuse(
            "the wrapped value of 64 bits is outside ±(2^53 - 1)",
            "use checked_add or checked_sub",
        );
    }
    let ty = on.ty.clone();
    let op = if name == "wrapping_add" { "+" } else { "-" };
    let modulus = range.1 - range.0 + 1;
    let rest = modulo(&infix(&on, op, other, level::SUM), modulus, true, &ty);
    if range.0 == 0 {
        return Ok(rest.with_interval(range));
    }
    named("m", rest, |m| {
        let below = infix(&m, "-", &number(modulus), level::SUM);
        Ok(choose(&compare(&m, ">", &number(range.1)), &below, &m, ty.clone()))
    })
    .map(|code| code.with_interval(range))
}

fn float(on: Code, name: &str, arguments: Vec<Code>) -> Result<Code, Refused> {
    match (name, &arguments[..]) {
        ("abs" | "floor" | "ceil", []) => Ok(call(name, &on)),
        ("trunc", []) => truncate(on, true),
        ("fract", []) => {
            many("a", on, |a| Ok(infix(&a, "-", &truncate(a.clone(), true)?, level::SUM)))
        }
        ("round", []) => round(on),
        ("round_ties_even", []) => Ok(call("round", &on)),
        ("sqrt", []) => Ok(call("sqrt", &on).may_fail()),
        ("recip", []) => unless_zero(on, |a| {
            let one = Code::constant(json!(1), Ty::FLOAT);
            finite(infix(&one, "/", a, level::PRODUCT))
        }),
        ("powi", [exponent]) => powi(on, exponent),
        _ => unknown(&on, name),
    }
}

/// Away from zero at one half; `$round` goes to the even neighbour, and `x + 0.5` is rounded itself.
fn round(on: Code) -> Result<Code, Refused> {
    many("a", on, |a| {
        named("m", call("abs", &a), |m| {
            named("f", call("floor", &m), |f| {
                let half = Code::constant(json!(0.5), Ty::FLOAT);
                let up = compare(&infix(&m, "-", &f, level::SUM), ">=", &half);
                let one = Code::constant(json!(1), Ty::FLOAT);
                let raised = infix(&f, "+", &one, level::SUM);
                named("h", choose(&up, &raised, &f, Ty::FLOAT), |h| {
                    let negative = Code::made(format!("-{}", h.text()), level::UNARY, Ty::FLOAT);
                    Ok(choose(&compare(&a, "<", &number(0)), &negative, &h, Ty::FLOAT))
                })
            })
        })
    })
}

fn powi(on: Code, exponent: &Code) -> Result<Code, Refused> {
    let count = match exponent.literal().and_then(|exponent| exponent.as_u64()) {
        Some(count @ 1..=3) => count,
        _ => return refuse("powi of an exponent other than 1, 2, 3", "multiply, or use a task"),
    };
    many("a", on, |a| {
        let times = |product: Code, _| {
            super::arithmetic::binary(Binary::Multiply, product, a.clone(), Some(Ty::FLOAT))
        };
        (1..count).try_fold(a.clone(), times)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::schema::Data;

    #[test]
    fn the_least_integer_has_no_positive_counterpart() {
        fn text<T: Data>(name: &str, range: (i64, i64)) -> String {
            let made = integer(Code::new("$x", T::schema()), name, vec![], range);
            made.unwrap().text().to_owned()
        }
        assert!(text::<i8>("abs", (-128, 127)).contains("out of the range of i8"));
        assert!(text::<i32>("abs", (-2_147_483_648, 2_147_483_647)).contains("of i32"));
        assert_eq!(text::<i8>("unsigned_abs", (-128, 127)), "$abs($x)");
    }
}
