//! An error of a workflow's own: a failure with the variant's name, and its fields as a task's error has them.

use super::canonical::as_written;
use super::code::Code;
use super::compose::{choose, equal, many, named};
use super::pattern::{Carried, Carries, carried, is_variant};
use super::race::is_long;
use super::ty::{Shape, Ty};
use super::{Refused, refuse};
use crate::ops::carried::FIELDS_LONG;
use crate::schema::{Content, Schema, Tagging, Variant};
use serde_json::{Value, json};

/// The failure, of an error that is written out: `"Name"`, or `{"Name": fields}`.
pub(super) fn failing(error: &Code, ty: Ty) -> Result<Code, Refused> {
    let (name, fields) = match (error.literal(), error.object()) {
        (Some(Value::String(name)), _) => (name, None),
        (_, Some([(name, fields)])) => (name.clone(), Some(fields)),
        // It is a failure already.
        _ if matches!(error.ty.shape(), Shape::Struct("Failure", _) | Shape::Caught(_)) => {
            return Ok(error.clone().with_ty(ty));
        }
        _ => return kept(error.clone(), &ty, Ok),
    };
    if let Some(fields) = fields.filter(|_| name == "States.ALL") {
        // What the variant of all others holds is a failure already.
        return Ok(fields.clone().with_ty(ty));
    }
    let message = match fields {
        Some(fields) => text(fields.clone())?,
        None => Code::string(""),
    };
    let cause = wire(&name, &message);
    let parts = [("Error", Code::string(&name)), ("Cause", cause)];
    Ok(Code::fields(parts.map(|(key, code)| (key.to_owned(), code)).into(), ty))
}

/// A part of the failure of an error that was kept as data, by the variant that it is.
pub(super) fn kept(
    error: Code,
    ty: &Ty,
    part: impl Fn(Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let name = error.ty.describe();
    let Some((variants, failures)) = both(&error.ty) else {
        return refuse(
            format!("{name} as the failure of a workflow"),
            "derive `Data` and `TaskError` for it, or make the error here: `.map_err(|why| Error::Bad { why })?`",
        );
    };
    many("error", error, |error| {
        let mut all = variants.iter().rev().map(|variant| {
            let is = is_variant(&error, Tagging::External, variant);
            Ok((is, part(of_variant(&error, variant, &failures, ty)?)?))
        });
        let Some(last) = all.next() else { return refuse("an enum without variants", "write one") };
        all.try_fold(last?.1, |otherwise, next: Result<_, Refused>| {
            let (is, failure): (Code, Code) = next?;
            let ty = failure.ty.clone();
            Ok(choose(&is, &failure, &otherwise, ty))
        })
    })
}

/// The variants of an enum, by their names in JSON and by those of errors.
fn both(ty: &Ty) -> Option<(Vec<Variant>, Vec<Variant>)> {
    let Ty::Of(schema) = ty else { return None };
    let Schema::Enum { tagging: Tagging::External, variants, known, .. } = schema.clone().bare()
    else {
        return None;
    };
    match known.failures?() {
        Schema::Enum { variants: failures, .. } => Some((variants, failures)),
        _ => None,
    }
}

fn of_variant(
    error: &Code,
    variant: &Variant,
    failures: &[Variant],
    ty: &Ty,
) -> Result<Code, Refused> {
    let name =
        failures.iter().find(|it| it.rust == variant.rust).map_or(variant.json, |it| it.json);
    if let Content::Unit = variant.content {
        return failing(&Code::string(name), ty.clone());
    }
    let Carried { code, carries } = carried(error, variant.rust)?;
    let fields = match carries {
        Carries::Fields(fields) => code.with_ty(Ty::Of(Schema::Struct { name: "a value", fields })),
        _ => code,
    };
    failing(&Code::fields(vec![(name.to_owned(), fields)], Ty::Unknown), ty.clone())
}

/// Lambda's form, as the errors of tasks have it.
fn wire(name: &str, message: &Code) -> Code {
    if let Some(message) = message.literal() {
        let wire = json!({ "errorType": name, "errorMessage": message });
        return Code::string(&wire.to_string());
    }
    let field = |key: &str, code: Code| (key.to_owned(), code);
    let fields =
        vec![field("errorType", Code::string(name)), field("errorMessage", message.clone())];
    string(&Code::fields(fields, Ty::Unknown))
}

/// The text of the fields. `$string` rounds numbers to 15 digits: where the type has longer ones, it is read back and
/// compared.
fn text(fields: Code) -> Result<Code, Refused> {
    let fields = spelt(fields)?;
    if !matches!(fields.ty, Ty::Unknown) && !fields.ty.holds(&|of| is_long(of))
        || fields.object().is_some_and(|of| of.iter().all(|(_, code)| is_short(code)))
    {
        return json_of(&fields);
    }
    many("v", fields, |fields| {
        named("text", json_of(&fields)?, |text| {
            let read = Code::call(format!("$parse({})", text.text()), Ty::Unknown);
            let same = equal(&read, &fields);
            Ok(choose(&same, &text, &Code::fault(FIELDS_LONG, Ty::STRING), Ty::STRING))
        })
    })
}

/// The fields as serde writes them: what was read may have other keys, or another order.
fn spelt(fields: Code) -> Result<Code, Refused> {
    let Some(parts) = fields.object() else { return as_written(fields) };
    let parts = parts.iter().map(|(key, code)| Ok((key.clone(), as_written(code.clone())?)));
    Ok(Code::fields(parts.collect::<Result<_, Refused>>()?, fields.ty.clone()))
}

fn is_short(code: &Code) -> bool {
    !matches!(code.ty, Ty::Unknown) && !code.ty.holds(&|of| is_long(of))
}

/// The JSON text of a value. `$string` of a text is the text itself.
fn json_of(value: &Code) -> Result<Code, Refused> {
    let may_be_text = match value.ty.shape() {
        Shape::Integer(..) | Shape::Float | Shape::Bool | Shape::Unit => false,
        Shape::List(_) | Shape::Set(_) | Shape::Tuple(_) | Shape::Struct(..) => false,
        Shape::Map(..) | Shape::Unordered(..) => false,
        _ => value.object().is_none(),
    };
    if !may_be_text {
        return Ok(string(value));
    }
    let whole = Code::fields(vec![(String::new(), value.clone())], Ty::Unknown);
    named("text", string(&whole), |text| {
        let inner = format!("$substring({0}, 4, $length({0}) - 5)", text.text());
        Ok(Code::call(inner, Ty::STRING).failing_as(&[value]))
    })
}

fn string(value: &Code) -> Code {
    Code::call(format!("$string({})", value.text()), Ty::STRING).failing_as(&[value])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::schema::Data;

    fn written(name: &str, fields: Vec<(&str, Schema)>) -> String {
        let field =
            |(key, schema): (&str, Schema)| (key.to_owned(), Code::new(format!("${key}"), schema));
        let fields = Code::fields(fields.into_iter().map(field).collect(), Ty::Unknown);
        let error = Code::fields(vec![(name.to_owned(), fields)], Ty::Unknown);
        failing(&error, Ty::Unknown).unwrap().text().to_owned()
    }

    #[test]
    fn fields_are_compared_where_their_numbers_may_be_long() {
        let short = written("Bad", vec![("a", u32::schema()), ("b", String::schema())]);
        assert!(short.contains("\"Error\": \"Bad\"") && !short.contains("$parse"), "{short}");
        for long in [i64::schema(), f64::schema(), Vec::<i64>::schema()] {
            let text = written("Bad", vec![("a", u32::schema()), ("b", long)]);
            assert!(text.contains("$parse"), "{text}");
        }
    }

    #[test]
    fn a_failure_is_no_field_of_another() {
        assert_eq!(written("States.ALL", vec![("a", u32::schema())]), "{\"a\": $a}");
        let error = Code::string("Bad");
        let cause = r#"{\"errorType\":\"Bad\",\"errorMessage\":\"\"}"#;
        let expected = format!(r#"{{"Error": "Bad", "Cause": "{cause}"}}"#);
        assert_eq!(failing(&error, Ty::Unknown).unwrap().text(), expected);
    }

    #[test]
    fn only_what_may_be_a_text_is_unpacked() {
        let text = |schema: Schema| json_of(&Code::new("$x", schema)).unwrap().text().to_owned();
        for plain in [u8::schema(), f64::schema(), bool::schema(), Vec::<u8>::schema()] {
            assert_eq!(text(plain), "$string($x)");
        }
        for other in [String::schema(), Option::<u8>::schema(), char::schema()] {
            assert!(text(other).contains("$substring"));
        }
    }
}
