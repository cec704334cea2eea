//! `to_string` and `format!`.

use super::arithmetic::concat;
use super::code::Code;
use super::compose::{choose, compare, many};
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, refuse};
use crate::program::Piece;
use serde_json::json;
use workflow_methods::{Side, Spec};

/// The integers that `$string` writes in full in every version of JSONata.
const SHORT: i64 = 999_999_999_999_999;

/// The most pieces in one row.
const ROW: usize = 24;

fn string(text: String, of: &Code) -> Code {
    Code::call(text, Ty::STRING).failing_as(&[of])
}

/// A value as a format string writes it.
pub(super) fn shown(value: &Code) -> Result<Code, Refused> {
    match value.ty.shape() {
        Shape::String | Shape::Char => Ok(value.clone().with_ty(Ty::STRING)),
        Shape::Text(text) if text.shown => Ok(value.clone().with_ty(Ty::STRING)),
        Shape::Bool => Ok(string(format!("$string({})", value.text()), value)),
        Shape::Integer(..) => {
            if let Some(literal) = value.literal() {
                return Ok(Code::string(&literal.to_string()));
            }
            let faults = value.faults;
            let value = &Code { faults, ..super::wide::safe(value.clone())? };
            let (low, high) = value.interval();
            let short = -SHORT <= low && high <= SHORT;
            let call = if short { "string" } else { "formatBase" };
            Ok(string(format!("${call}({})", value.text()), value))
        }
        _ => refuse(
            format!("the text of {}", value.ty.describe()),
            "only strings, characters, integers and `bool` are written the same: send the value itself",
        ),
    }
}

/// `format!(..)`
pub(super) fn format(walk: &Walk<'_>, pieces: &[Piece]) -> Result<Code, Refused> {
    let mut all = vec![];
    for piece in pieces {
        let one = match piece {
            Piece::Text(text) => Code::string(text),
            Piece::Value(value, form) => formatted(&walk.expr(value)?, form)?,
        };
        all.push(one);
    }
    let all = folded(all);
    // `a & b & c` nests a level for each.
    if all.len() > ROW {
        let list = Code::list(&all, Ty::list(Ty::STRING));
        return Ok(string(format!("$join({})", list.text()), &list));
    }
    let joined = all.into_iter().reduce(|before, one| concat(&before, &one));
    Ok(joined.unwrap_or_else(|| Code::string("")))
}

/// Pieces whose neighbours are no literals, where they are one.
fn folded(pieces: Vec<Code>) -> Vec<Code> {
    let text = |code: &Code| code.literal()?.as_str().map(str::to_owned);
    let mut all: Vec<Code> = vec![];
    for piece in pieces {
        let joined = all.last().and_then(|last| Some(text(last)? + &text(&piece)?));
        match joined {
            Some(joined) => {
                all.pop();
                all.push(Code::string(&joined));
            }
            None => all.push(piece),
        }
    }
    all
}

/// `{value:form}`
fn formatted(value: &Code, form: &str) -> Result<Code, Refused> {
    let integer = matches!(value.ty.shape(), Shape::Integer(..));
    let unsigned = integer && value.interval().0 >= 0;
    match Spec::read(form) {
        Some(Spec::Shown) => shown(value),
        Some(Spec::Zeros(width)) if unsigned => {
            let digits = shown(value)?;
            Ok(string(format!("$pad({}, -{width}, \"0\")", digits.text()), value))
        }
        Some(Spec::Zeros(width)) if integer => many("n", value.clone(), |n| padded(&n, width)),
        Some(Spec::Digits(base)) if unsigned => {
            let value = &super::wide::safe(value.clone())?;
            Ok(string(format!("$formatBase({}, {base})", value.text()), value))
        }
        Some(Spec::Signed) if unsigned => Ok(concat(&Code::string("+"), &shown(value)?)),
        Some(Spec::Signed) if integer => many("n", value.clone(), |n| {
            let negative = compare(&n, "<", &Code::constant(json!(0), n.ty.clone()));
            let sign = choose(&negative, &Code::string(""), &Code::string("+"), Ty::STRING);
            Ok(concat(&sign, &shown(&n)?))
        }),
        Some(Spec::Filled { fill, side: Some(Side::Middle), width }) if fills(value) => {
            many("text", shown(value)?, |text| Ok(amid(&text, fill, width)))
        }
        Some(Spec::Filled { fill, side, width }) if fills(value) => {
            let text = shown(value)?;
            let left = side.map_or(!integer, |side| side == Side::Left);
            let sign = if left { "" } else { "-" };
            let fill = filling(fill);
            Ok(string(format!("$pad({}, {sign}{width}{fill})", text.text()), &text))
        }
        _ => refuse(
            format!("`{{:{form}}}` of {}", value.ty.describe()),
            "only `{}`, `{:>8}`, `{:05}` and `{:+}` of integers, and `{:x}`, `{:b}`, `{:o}` of unsigned ones are written the same",
        ),
    }
}

fn filling(fill: char) -> String {
    match fill {
        ' ' => String::new(),
        fill => format!(", {}", Code::string(&fill.to_string()).text()),
    }
}

/// A text in the middle: what is left over fills the end.
fn amid(text: &Code, fill: char, width: u8) -> Code {
    let (t, fill) = (text.text(), filling(fill));
    let left = format!("$pad({t}, -$floor(({width} + $length({t})) / 2){fill})");
    string(format!("$pad({left}, {width}{fill})"), text)
}

/// True if Rust fills the text of a value to a width, which is left to each type.
fn fills(value: &Code) -> bool {
    matches!(value.ty.shape(), Shape::String | Shape::Char | Shape::Bool | Shape::Integer(..))
}

/// An integer with its sign in front of the zeros.
fn padded(value: &Code, width: u8) -> Result<Code, Refused> {
    let digits = shown(value)?;
    let zeros = |digits: &str, width: u8| format!("$pad({digits}, -{width}, \"0\")");
    let minus = zeros(&format!("$substring({}, 1)", digits.text()), width.saturating_sub(1).max(1));
    let minus = string(format!("\"-\" & {minus}"), &digits);
    let plus = string(zeros(digits.text(), width), &digits);
    let negative = compare(value, "<", &Code::constant(json!(0), value.ty.clone()));
    Ok(choose(&negative, &minus, &plus, Ty::STRING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_side_by_side_are_one() {
        let name = Code::path("$name", Ty::STRING);
        let pieces = [Code::string("a "), Code::string("3"), name, Code::string("\"")];
        let texts: Vec<String> = folded(pieces.into()).iter().map(|it| it.text().into()).collect();
        assert_eq!(texts, ["\"a 3\"", "$name", "\"\\\"\""]);
    }
}
