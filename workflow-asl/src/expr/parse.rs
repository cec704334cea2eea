//! `text.parse()`: what Rust reads as a number, and nothing else.

use super::Refused;
use super::arithmetic::guard_all;
use super::code::{Code, level};
use super::compose::{and, choose, compare, equal, many, named, or};
use super::option::{between, no, ok_if};
use super::ty::{Shape, Ty};
use super::{cast, refuse, wide};
use crate::schema::{MAX_SAFE_INTEGER, Schema};
use serde_json::json;

/// `text.parse::<ty>()`
pub(super) fn parse(text: Code, ty: Ty) -> Result<Code, Refused> {
    let ty = held(ty);
    let result = Ty::result(ty.clone(), Ty::Unknown);
    many("s", text, |s| match ty.shape() {
        Shape::Integer(0, max) if max < MAX_SAFE_INTEGER => {
            let range = (0, max);
            let digits = if max == 255 { 3 } else { 10 };
            let pattern = format!("/^\\+?0*[0-9]{{1,{digits}}}$/");
            named("n", number(&s, &ty), |n| Ok(ok_if(&between(range.0, &n, range.1), n))).map(
                |read| choose(&contains(&s, &pattern), &read, &no(result.clone()), result.clone()),
            )
        }
        Shape::Integer(min, max) if max < MAX_SAFE_INTEGER => small(&s, &ty, (min, max), &result),
        Shape::Integer(min, max) => large(&s, &ty, (min, max), &result),
        Shape::Float => float(&s, &result),
        Shape::Bool => {
            let is = |text: &str| equal(&s, &Code::string(text));
            let no = ok_if(&is("false"), Code::bool(false));
            let yes = Code::fields(vec![("Ok".into(), Code::bool(true))], result.clone());
            Ok(choose(&is("true"), &yes, &no, result.clone()))
        }
        Shape::Char => {
            let one = Code::call(format!("$length({})", s.text()), Ty::USIZE);
            Ok(ok_if(&equal(&one, &integer(1)), s.clone().with_ty(Ty::CHAR)))
        }
        _ => refuse(format!("parse to {}", ty.describe()), "parse a number, `bool` or `char`"),
    })
}

/// The type of what is read or converted here: integers of 64 bits are within ±(2^53 − 1).
fn held(ty: Ty) -> Ty {
    match ty.shape() {
        Shape::Integer(min, max) if ty.is_wide() => Ty::Of(Schema::Integer { min, max }),
        _ => ty,
    }
}

fn integer(value: i64) -> Code {
    Code::constant(json!(value), Ty::I64)
}

fn contains(s: &Code, pattern: &str) -> Code {
    Code::call(format!("$contains({}, {pattern})", s.text()), Ty::BOOL)
}

/// The number, without a leading plus.
fn number(s: &Code, ty: &Ty) -> Code {
    Code::call(format!("$number($replace({}, /^\\+/, \"\"))", s.text()), ty.clone())
}

/// The digits, without the sign and leading zeros.
fn digits(s: &Code) -> Code {
    Code::call(format!("$replace({}, /^([+-]0*|0+)/, \"\")", s.text()), Ty::STRING)
}

const INTEGER: &str = "/^[+-]?[0-9]+$/";

fn small(s: &Code, ty: &Ty, range: (i64, i64), result: &Ty) -> Result<Code, Refused> {
    let length = Code::call(format!("$length({})", digits(s).text()), Ty::USIZE);
    let long = compare(&length, ">", &integer(10));
    let read = named("n", number(s, ty), |n| {
        let value = super::arithmetic::plus_zero(&n);
        Ok(ok_if(&between(range.0, &n, range.1), value))
    })?;
    let read = choose(&long, &no(result.clone()), &read, result.clone());
    Ok(choose(&contains(s, INTEGER), &read, &no(result.clone()), result.clone()))
}

/// 64 bits: what Rust cannot read is an error, what only JSON cannot hold fails.
fn large(s: &Code, ty: &Ty, range: (i64, i64), result: &Ty) -> Result<Code, Refused> {
    let (pattern, longest) = match range.0 {
        0 => ("/^\\+?[0-9]+$/", 20),
        _ => (INTEGER, 19),
    };
    let read = named("d", digits(s), |d| {
        named("l", Code::call(format!("$length({})", d.text()), Ty::USIZE), |l| {
            let most = match range.0 {
                0 => Code::string("18446744073709551615"),
                _ => {
                    let sign = Code::call(format!("$substring({}, 0, 1)", s.text()), Ty::STRING);
                    let (low, high) = ("9223372036854775808", "9223372036854775807");
                    let negative = equal(&sign, &Code::string("-"));
                    choose(&negative, &Code::string(low), &Code::string(high), Ty::STRING)
                }
            };
            let beyond = and(equal(&l, &integer(longest)), compare(&d, ">", &most));
            let beyond = or(&compare(&l, ">", &integer(longest)), &beyond);
            let value = guard_all(number(s, ty), range)?;
            let ok = Code::fields(vec![("Ok".into(), value)], result.clone());
            Ok(choose(&beyond, &no(result.clone()), &ok, result.clone()))
        })
    })?;
    Ok(choose(&contains(s, pattern), &read, &no(result.clone()), result.clone()))
}

fn float(s: &Code, result: &Ty) -> Result<Code, Refused> {
    let s = s.text();
    let decimal = "/^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$/";
    let plain = format!(
        "$number($replace($replace(\"0\" & $replace({s}, /^[+-]/, \"\"), /\\.$/, \"\"), /\\.[eE]/, \"e\"))"
    );
    let read = named("n", Code::call(plain, Ty::FLOAT).may_fail(), |n| {
        let negative = format!("$substring({s}, 0, 1) = \"-\" ? -{} : {}", n.text(), n.text());
        let value = Code::made(negative, level::TERNARY, Ty::FLOAT);
        Ok(Code::fields(vec![("Ok".into(), value)], result.clone()))
    })?;
    let s = Code::path(s, Ty::STRING);
    let infinite = contains(&s, "/^[+-]?(inf|infinity|nan)$/i");
    let fault = Code::fault("JSON does not hold this number", result.clone());
    let other = choose(&infinite, &fault, &no(result.clone()), result.clone());
    Ok(choose(&contains(&s, decimal), &read, &other, result.clone()))
}

/// `Type::try_from(value)` of integers
pub(super) fn try_from(value: Code, ty: Ty) -> Result<Code, Refused> {
    // A smaller range is told exactly from what is beyond.
    let value = match ty.shape() {
        Shape::Integer(_, MAX_SAFE_INTEGER) => wide::exact(value)?,
        _ => value,
    };
    let ty = held(ty);
    let (Shape::Integer(low, high), Shape::Integer(min, max)) = (value.ty.shape(), ty.shape())
    else {
        return refuse(
            format!("try_from to {} of {}", ty.describe(), value.ty.describe()),
            "convert integers",
        );
    };
    if min <= low && high <= max {
        let value = cast::cast(value, ty.clone())?;
        return Ok(Code::fields(vec![("Ok".into(), value)], Ty::result(ty, Ty::Unknown)));
    }
    many("n", value, |n| Ok(ok_if(&between(min, &n, max), n.with_ty(ty))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::schema::Data;

    #[test]
    fn a_type_that_holds_all_values_asks_nothing() {
        fn asks<From: Data, To: Data>() -> bool {
            let made = try_from(Code::new("$x", From::schema()), Ty::Of(To::schema()));
            made.unwrap().text().contains('?')
        }
        for (asked, asks) in [
            (false, asks::<u8, u8>()),
            (false, asks::<i8, i8>()),
            (false, asks::<u8, u16>()),
            (false, asks::<u8, i16>()),
            (false, asks::<i32, i64>()),
            (false, asks::<u32, usize>()),
            (true, asks::<u8, i8>()),
            (true, asks::<i8, u8>()),
            (true, asks::<u16, u8>()),
            (true, asks::<i16, i8>()),
            (true, asks::<i32, usize>()),
        ] {
            assert_eq!(asks, asked);
        }
    }
}
