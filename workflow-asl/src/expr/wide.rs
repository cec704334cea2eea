//! Integers of 64 bits: they pass as they are, but expressions compute with those within ±(2^53 − 1) only. JSONata
//! computes with doubles, which do not hold all others.

use super::Refused;
use super::code::Code;
use super::compose::{choose, compare, many};
use super::ty::{Shape, Ty};
use crate::schema::MAX_SAFE_INTEGER;
use serde_json::json;

fn most() -> Code {
    Code::constant(json!(MAX_SAFE_INTEGER), Ty::I64)
}

fn fault(ty: &Ty) -> Code {
    Code::fault("an integer beyond 2^53", ty.clone())
}

fn is_signed(code: &Code) -> bool {
    !matches!(code.ty.shape(), Shape::Integer(0, _))
}

/// Its distance from zero.
fn magnitude(code: &Code) -> String {
    if is_signed(code) { format!("$abs({})", code.text()) } else { code.text().to_owned() }
}

/// The condition that it can be computed with.
pub(super) fn held(code: &Code) -> Code {
    let magnitude = Code::call(magnitude(code), Ty::I64).failing_as(&[code]);
    compare(&magnitude, "<=", &most())
}

/// The condition that all of them can be computed with.
pub(super) fn all_held<'a>(codes: impl Iterator<Item = &'a Code>) -> Code {
    let all: Vec<String> = codes.map(magnitude).collect();
    let text = format!("$max([{}])", all.join(", "));
    compare(&Code::call(text, Ty::I64), "<=", &most())
}

/// The integer if it can be computed with, else the failure of the evaluation.
pub(super) fn safe(code: Code) -> Result<Code, Refused> {
    if !code.is_wide() {
        return Ok(code);
    }
    let ty = code.ty.clone();
    let safe = many("n", code, |n| Ok(choose(&held(&n), &n, &fault(&ty), ty.clone())))?;
    Ok(safe.computed_here())
}

/// A comparison. It is exact where one side is within ±(2^53 − 1).
pub(super) fn compared(
    left: Code,
    right: Code,
    body: impl FnOnce(&Code, &Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    if !(left.is_wide() && right.is_wide()) {
        return body(&left, &right);
    }
    many("a", left, |left| {
        many("b", right, |right| {
            let least = format!("$min([{}, {}])", magnitude(&left), magnitude(&right));
            let exact = compare(&Code::call(least, Ty::I64), "<=", &most());
            let value = body(&left, &right)?;
            let faults = value.faults;
            // So rare that it does not count as code that can fail.
            Ok(Code { faults, ..choose(&exact, &value, &fault(&Ty::BOOL), Ty::BOOL) })
        })
    })
}
