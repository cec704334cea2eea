//! Integers of 64 bits: they pass as they are, but expressions compute with those within ±(2^53 − 1) only. JSONata
//! computes with doubles, which do not hold all others.

use super::canonical::DEPTH;
use super::code::{Code, level};
use super::compose::{and, choose, compare, function, many};
use super::pattern::{Carries, carried};
use super::ty::{Shape, Ty};
use super::walk::{field, if_some, inside};
use super::{Refused, refuse, stepped};
use crate::schema::{Content, Field, MAX_SAFE_INTEGER, Schema};
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

/// The same of what a comparison or a conversion makes: so rare that it does not count as code that can fail.
pub(super) fn exact(code: Code) -> Result<Code, Refused> {
    let (faults, ty) = (code.faults, code.ty.clone());
    let exact = match held_inside(&code) {
        true => many("n", code, |n| Ok(choose(&beyond(&n)?, &fault(&ty), &n, ty.clone())))?,
        false => safe(code)?,
    };
    Ok(Code { faults, ..exact })
}

/// A comparison. It is exact where one side is, or holds integers, within ±(2^53 − 1).
pub(super) fn compared(
    left: Code,
    right: Code,
    body: impl FnOnce(&Code, &Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let both_wide = left.is_wide() && right.is_wide();
    if !both_wide && may_hold(&left) && may_hold(&right) {
        return many("a", left, |left| {
            many("b", right, |right| {
                let both = and(beyond(&left)?, beyond(&right)?);
                let value = body(&left, &right)?;
                let (faults, ty) = (value.faults, value.ty.clone());
                Ok(Code { faults, ..choose(&both, &fault(&ty), &value, ty.clone()) })
            })
        });
    }
    if !both_wide {
        return body(&left, &right);
    }
    many("a", left, |left| {
        many("b", right, |right| {
            let least = format!("$min([{}, {}])", magnitude(&left), magnitude(&right));
            let exact = compare(&Code::call(least, Ty::I64), "<=", &most());
            let value = body(&left, &right)?;
            let (faults, ty) = (value.faults, value.ty.clone());
            // So rare that it does not count as code that can fail.
            Ok(Code { faults, ..choose(&exact, &value, &fault(&ty), ty.clone()) })
        })
    })
}

/// The value, unless several integers of a list are beyond ±(2^53 − 1).
fn unless_several(list: &str, value: Code) -> Code {
    unless_more(format!("$count({list}[$abs($) > {MAX_SAFE_INTEGER}])"), value)
}

/// The value, unless there are more than one.
fn unless_more(count: String, value: Code) -> Code {
    let count = Code::call(count, Ty::USIZE);
    let several = compare(&count, ">", &Code::constant(json!(1), Ty::USIZE));
    let (ty, faults, interval) = (value.ty.clone(), value.faults, value.interval);
    Code { faults, interval, ..choose(&several, &fault(&ty), &value, ty) }
}

/// Guards a value for which the keys of all items may be compared: at most one is or holds an integer beyond
/// ±(2^53 − 1).
pub(super) fn distinct(
    list: &Code,
    item: &Ty,
    value: Code,
    key: impl Fn(&Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let mut ty = Ty::Unknown;
    let (keys, body) = function(&[("v", item.clone())], |names| {
        let key = key(&names[0])?;
        ty = key.ty.clone();
        Ok(key)
    })?;
    if ty.is_wide() {
        let whole = body.text() == "$v";
        let keys =
            if whole { list.text().to_owned() } else { stepped::map(list, item, &keys, &body) };
        return Ok(unless_several(&keys, value));
    }
    if !ty.holds(&wide) {
        return Ok(value);
    }
    let (text, _) = function(&[("v", item.clone())], |names| {
        let one = |n: i64| Code::constant(json!(n), Ty::USIZE);
        many("k", key(&names[0])?, |key| Ok(choose(&beyond(&key)?, &one(1), &one(0), Ty::USIZE)))
    })?;
    Ok(unless_more(format!("$sum([$map({}, {text})])", list.text()), value))
}

/// The same of values that stand side by side.
pub(super) fn all_distinct(values: &[&Code], value: Code) -> Code {
    if values.iter().filter(|value| value.is_wide()).count() < 2 {
        return value;
    }
    let texts: Vec<&str> = values.iter().map(|value| value.text()).collect();
    unless_several(&format!("[{}]", texts.join(", ")), value)
}

/// Tells a value that is an integer which may be beyond ±(2^53 − 1), or holds some.
pub(super) fn may_hold(code: &Code) -> bool {
    code.is_wide() || held_inside(code)
}

/// Tells a value that is no integer, and may hold some beyond ±(2^53 − 1).
fn held_inside(code: &Code) -> bool {
    code.literal().is_none() && !code.ty.is_wide() && code.ty.holds(&wide)
}

fn wide(schema: &Schema) -> bool {
    matches!(schema, Schema::Integer { max, .. } if *max > MAX_SAFE_INTEGER)
}

fn float(schema: &Schema) -> bool {
    matches!(schema, Schema::Float)
}

/// The condition that a value holds an integer beyond ±(2^53 − 1).
fn beyond(code: &Code) -> Result<Code, Refused> {
    if code.ty.is_wide() {
        let magnitude = Code::call(magnitude(code), Ty::I64).failing_as(&[code]);
        return Ok(compare(&magnitude, ">", &most()));
    }
    let all = numbers(code, DEPTH)?;
    // `$exists([])` is true, and of no parts a list may come to that.
    let text = format!(
        "$count({}[$type($) = \"number\" and $abs($) > {MAX_SAFE_INTEGER}])",
        all.at(level::ATOM)
    );
    let count = Code::call(text, Ty::USIZE).failing_as(&[&all]);
    Ok(compare(&count, ">", &Code::constant(json!(0), Ty::USIZE)))
}

/// The parts of a value, all integers among them, and no floats.
fn numbers(code: &Code, depth: usize) -> Result<Code, Refused> {
    let made = |text: String, of: &Code| Ok(Code::call(text, Ty::Unknown).failing_as(&[code, of]));
    if !code.ty.holds(&float) {
        return made(format!("{}.**", code.at(level::ATOM)), code);
    }
    if depth == 0 {
        return refuse("`==` of a type that holds so many others", "compare its fields");
    }
    let parts = |parts: Vec<Code>| {
        let parts = parts.iter().filter(|part| part.ty.holds(&wide));
        let parts: Vec<_> = parts.map(|part| numbers(part, depth - 1)).collect::<Result<_, _>>()?;
        let text: Vec<_> = parts.iter().map(|part| part.at(level::ATOM)).collect();
        // A list in a list stays one: hence the second `**`.
        let text = match &text[..] {
            [only] => only.clone(),
            all => format!("[{}].**", all.join(", ")),
        };
        let code = Code::call(text, Ty::Unknown);
        Ok(code.failing_as(&parts.iter().collect::<Vec<_>>()))
    };
    match code.ty.shape() {
        Shape::Struct(_, fields) => parts(of_fields(code, &fields)?),
        Shape::Option(of) => {
            let some = numbers(&inside(code, of), depth)?;
            Ok(if_some(code, &some, &Code::null(Ty::Unknown)))
        }
        Shape::List(of) | Shape::Iter(of) | Shape::Map(_, of) | Shape::Unordered(_, of) => {
            let is_map = matches!(code.ty.shape(), Shape::Map(..) | Shape::Unordered(..));
            let call = if is_map { "$each" } else { "$map" };
            let (text, body) = function(&[("v", of)], |names| numbers(&names[0], depth - 1))?;
            made(format!("{call}({}, {text}).**", code.text()), &body)
        }
        Shape::Tuple(of) => {
            let all = (0..of.len()).map(|index| field(code.clone(), &index.to_string()));
            parts(all.collect::<Result<_, _>>()?)
        }
        Shape::Enum(_, _, variants) => {
            let mut all = vec![];
            for variant in variants.iter().filter(|it| !matches!(it.content, Content::Unit)) {
                let carried = carried(code, variant.rust)?;
                match &carried.carries {
                    Carries::Fields(fields) => all.extend(of_fields(&carried.code, fields)?),
                    _ => all.push(carried.code),
                }
            }
            parts(all)
        }
        _ => refuse(format!("`==` of {}", code.ty.describe()), "compare its parts"),
    }
}

fn of_fields(code: &Code, fields: &[Field]) -> Result<Vec<Code>, Refused> {
    let ty = Ty::Of(Schema::Struct { name: "a value", fields: fields.to_vec() });
    let code = code.clone().with_ty(ty);
    fields.iter().map(|it| field(code.clone(), it.rust)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::schema::Data;

    const FAULT: &str = "an integer beyond 2^53";

    fn code<T: Data>(name: &str) -> Code {
        Code::new(name, T::schema())
    }

    #[test]
    fn comparisons_are_guarded_where_both_sides_may_be_beyond() {
        fn guarded<L: Data, R: Data>() -> bool {
            let made = compared(code::<L>("$x"), code::<R>("$y"), |left, right| {
                Ok(compare(left, "=", right))
            });
            made.unwrap().text().contains(FAULT)
        }
        for (at, (found, expected)) in [
            (guarded::<i64, i64>(), true),
            (guarded::<u64, i64>(), true),
            (guarded::<i64, u32>(), false),
            (guarded::<u32, i64>(), false),
            (guarded::<Vec<i64>, Vec<i64>>(), true),
            (guarded::<Vec<i64>, Vec<u32>>(), false),
            (guarded::<Vec<u32>, Vec<i64>>(), false),
            (guarded::<Option<i64>, i64>(), true),
            (guarded::<i64, Option<u8>>(), false),
            (guarded::<String, String>(), false),
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(found, expected, "row {at}");
        }
    }

    #[test]
    fn values_side_by_side_are_guarded_from_two_wide_ones_on() {
        let (wide, more, small) = (code::<i64>("$x"), code::<u64>("$y"), code::<u8>("$z"));
        let guarded =
            |values: &[&Code]| all_distinct(values, Code::bool(true)).text().contains(FAULT);
        assert!(guarded(&[&wide, &more]) && guarded(&[&wide, &small, &more]));
        assert!(!guarded(&[&wide, &small]) && !guarded(&[&small]) && !guarded(&[]));
        let item = |ty: Schema| {
            let list = Code::path("$x", Ty::list(Ty::Of(ty.clone())));
            let made = distinct(&list, &Ty::Of(ty), Code::bool(true), |item| Ok(item.clone()));
            made.unwrap().text().contains(FAULT)
        };
        assert!(item(i64::schema()) && !item(u32::schema()));
        assert!(item(<(i64, bool)>::schema()) && !item(<(u32, bool)>::schema()));
    }

    #[test]
    fn what_is_computed_with_is_held() {
        let text = |code: Code| safe(code).unwrap().text().to_owned();
        assert!(text(code::<i64>("$x")).contains("$abs($x) <= 9007199254740991"));
        assert!(text(code::<u64>("$x")).starts_with("$x <= 9007199254740991"));
        assert_eq!(text(code::<u32>("$x")), "$x");
    }
}
