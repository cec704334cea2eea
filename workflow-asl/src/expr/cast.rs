//! `value as Type`.

use super::arithmetic::{guard, guard_all, plus_zero, truncate};
use super::code::{Code, level};
use super::compose::{choose, compare, many};
use super::ty::{Shape, Ty};
use super::{Refused, refuse};
use crate::schema::MAX_SAFE_INTEGER;
use serde_json::json;

/// `value as ty`
pub(super) fn cast(value: Code, ty: Ty) -> Result<Code, Refused> {
    match (value.ty.shape(), ty.shape()) {
        (Shape::Bool, Shape::Integer(..)) => {
            let (one, zero) =
                (Code::constant(json!(1), Ty::I64), Code::constant(json!(0), Ty::I64));
            Ok(choose(&value, &one, &zero, ty))
        }
        (Shape::Integer(..), Shape::Integer(min, max)) => wrap(value, ty, (min, max)),
        (Shape::Integer(..), Shape::Float) => Ok(match value.literal().and_then(|v| v.as_f64()) {
            Some(double) => Code::constant(json!(double), ty),
            None => Code { unchecked: None, ..value.with_ty(ty) },
        }),
        (Shape::Float, Shape::Float) => Ok(value),
        (Shape::Float, Shape::Integer(min, max)) => saturate(value, ty, (min, max)),
        _ => refuse(
            format!("{} as {}", value.ty.describe(), ty.describe()),
            "cast between integers, `bool` to integers, `f64` from and to integers",
        ),
    }
}

fn integer(value: i64) -> Code {
    Code::constant(json!(value), Ty::I64)
}

/// Wraps as Rust does; to 64 bits, where the result is no JSON integer, it fails.
fn wrap(value: Code, ty: Ty, range: (i64, i64)) -> Result<Code, Refused> {
    let (low, high) = value.interval();
    let value = value.with_ty(ty.clone());
    if range.0 <= low && high <= range.1 {
        return Ok(value.with_interval((low, high)));
    }
    if range.1 == MAX_SAFE_INTEGER {
        return guard(value, (low.into(), high.into()), range, false);
    }
    let value = super::wide::safe(value)?;
    let modulus = range.1 - range.0 + 1;
    let rest = modulo(&value, modulus, low < 0, &ty).with_interval((0, modulus - 1));
    if range.0 == 0 {
        return Ok(rest);
    }
    many("m", rest, |m| {
        let below = Code::made(format!("{} - {modulus}", m.text()), level::SUM, ty.clone());
        Ok(choose(&compare(&m, ">", &integer(range.1)), &below, &m, ty.clone()))
    })
    .map(|code| code.with_interval(range))
}

/// `value` modulo a power of two, never negative.
pub(super) fn modulo(value: &Code, modulus: i64, negative: bool, ty: &Ty) -> Code {
    let rest = format!("{} % {modulus}", value.at(level::PRODUCT));
    let text = if negative { format!("({rest} + {modulus}) % {modulus}") } else { rest };
    Code::made(text, level::PRODUCT, ty.clone()).failing_as(&[value])
}

/// Rounds towards zero and saturates; to 64 bits, where the result is no JSON integer, it fails.
fn saturate(value: Code, ty: Ty, range: (i64, i64)) -> Result<Code, Refused> {
    let whole = truncate(value, true)?.with_ty(ty.clone());
    if range.0 == -MAX_SAFE_INTEGER {
        return guard_all(whole, range);
    }
    let (low, high) = (integer(range.0), integer(range.1));
    many("c", whole, |c| {
        let inside = match range.1 == MAX_SAFE_INTEGER {
            true => guard(c.clone(), (0, i128::MAX), range, true)?,
            false => {
                let above = compare(&c, ">", &high);
                choose(&above, &high, &plus_zero(&c), ty.clone())
            }
        };
        Ok(choose(&compare(&c, "<", &low), &low, &inside, ty.clone()))
    })
    .map(|code| code.with_interval(range))
}

/// `Type::from(value)`, `value.into()`: of numbers a cast, else what JSON does not see.
pub(super) fn convert(value: Code, ty: Option<Ty>) -> Result<Code, Refused> {
    let Some(ty) = ty else { return Ok(value) };
    let (from, to) = (value.ty.shape(), ty.shape());
    if value.is_wide() && ty.is_wide() {
        // The same type: it passes.
        return Ok(value.with_ty(ty));
    }
    if let (Shape::Bool | Shape::Integer(..), Shape::Integer(..) | Shape::Float) = (&from, &to) {
        return cast(value, ty);
    }
    if let (Shape::Enum(..), Shape::Struct("Failure", _)) = (&from, &to) {
        return super::failing::kept(value, &ty, Ok);
    }
    if let Shape::Set(_) = to {
        return Ok(super::set::made(super::iterator::as_list(value)?, ty));
    }
    let inner = match (&from, to) {
        (Shape::Option(_), to) => to,
        (_, Shape::Option(of)) => of.shape(),
        (_, to) => to,
    };
    match (form(&from), form(&inner)) {
        (Some(one), Some(other)) if one != other => refuse(
            format!("{} as {}: their JSON differs", value.ty.describe(), ty.describe()),
            "convert it in a task",
        ),
        _ => Ok(value.with_ty(ty)),
    }
}

/// Returns what JSON a conversion has to keep, as far as that is known.
fn form(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Bool => Some("bool"),
        Shape::Integer(..) | Shape::Float => Some("number"),
        Shape::Char | Shape::String => Some("string"),
        Shape::List(_) | Shape::Tuple(_) | Shape::Iter(_) => Some("list"),
        Shape::Text(text) => Some(text.name),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::Schema;

    #[test]
    fn what_fits_stays_as_it_is() {
        let text = |value| {
            let ty = Ty::Of(Schema::Integer { min: 0, max: 255 });
            wrap(integer(value), ty, (0, 255)).unwrap().text().to_owned()
        };
        assert_eq!((text(0), text(255)), ("0".to_owned(), "255".to_owned()));
        assert_ne!(text(256), "256");
        assert_ne!(text(-1), "-1");
    }
}
