//! A value as its type would write it: where JSON may differ though the values are equal.
//!
//! serde reads an absent key as `None` or a default, and ignores keys that it does not know. Equality of JSON sees
//! both, so that values of structs are put together anew before they are compared.

use super::code::Code;
use super::compose::{choose, function, many};
use super::construct::tagged;
use super::list::kept;
use super::pattern::{Carries, carried, is_variant};
use super::ty::{Shape, Ty};
use super::walk::{field, if_some, inside};
use super::{Refused, refuse};
use crate::schema::{Content, Field, Lazy, Schema, Tagging, Variant};

/// The levels of a type that are written out.
pub(super) const DEPTH: usize = 4;

/// The value, written so that equal values are equal JSON.
pub(super) fn canonical(code: Code) -> Result<Code, Refused> {
    written(code, Form { depth: DEPTH, text: false })
}

/// The value as its type writes it, key by key: for a text that is made of it.
pub(super) fn as_written(code: Code) -> Result<Code, Refused> {
    written(code.present(), Form { depth: DEPTH, text: true })
}

/// The purpose that a value is written for.
#[derive(Clone, Copy)]
struct Form {
    /// The levels that are left.
    depth: usize,
    /// A text: keys that serde leaves out are left out, and maps are refused.
    text: bool,
}

impl Form {
    /// One level down.
    fn inner(self) -> Form {
        Form { depth: self.depth - 1, ..self }
    }

    /// Names the purpose in the words of a refusal.
    fn of(self, what: &str) -> String {
        match self.text {
            true => format!("{what} in the fields of an error"),
            false => format!("`==` of {what}"),
        }
    }
}

/// Tells a type whose equal values are equal in JSON, whatever was read.
fn is_plain(ty: &Ty) -> bool {
    match ty {
        Ty::Option(of) | Ty::List(of) | Ty::Iter(of) => is_plain(of),
        Ty::Tuple(of) => of.iter().all(is_plain),
        Ty::Of(schema) => plain(schema, DEPTH),
        _ => true,
    }
}

fn plain(schema: &Schema, depth: usize) -> bool {
    let of = |of: &Lazy| depth > 0 && plain(&of(), depth - 1);
    match schema {
        Schema::Struct { .. } | Schema::Set(_) => false,
        Schema::Option(inner) | Schema::List(inner) => of(inner),
        Schema::Map(_, inner) | Schema::Unordered(_, inner) => of(inner),
        Schema::Newtype { inner, .. } => of(inner),
        Schema::Tuple(parts) => parts.iter().all(of),
        Schema::Enum { tagging: Tagging::External, variants, .. } => {
            variants.iter().all(|variant| match &variant.content {
                Content::Unit => true,
                Content::Newtype(inner) => of(inner),
                Content::Tuple(parts) => parts.iter().all(of),
                Content::Struct(_) => false,
            })
        }
        Schema::Enum { .. } => false,
        _ => true,
    }
}

fn written(code: Code, form: Form) -> Result<Code, Refused> {
    if let Some(value) = &code.constant {
        return Ok(match form.text {
            true => code,
            false => Code::constant(super::filled::filled(value, &code.ty), code.ty.clone()),
        });
    }
    let is_map = |of: &Schema| matches!(of, Schema::Map(..) | Schema::Unordered(..));
    if form.text && code.ty.holds(&is_map) {
        return refuse(
            "a map in the fields of an error: each side has an order of its own for its keys",
            "make it a list of pairs, or a text",
        );
    }
    if is_plain(&code.ty) {
        return Ok(code);
    }
    if form.depth == 0 {
        let help = if form.text { "take what the caller needs" } else { "compare its fields" };
        return refuse(form.of("a type that holds so many others"), help);
    }
    let ty = code.ty.clone();
    match ty.shape() {
        Shape::Struct(_, fields) => many("v", code, |code| object(&code, &fields, ty, form)),
        Shape::Option(of) => many("v", code, |code| {
            let there = written(inside(&code, of), form)?.with_ty(ty.clone());
            Ok(if_some(&code, &there, &Code::null(ty)))
        }),
        Shape::Result(ok, error) => many("v", code, |code| result(&code, ok, error, ty, form)),
        Shape::List(of) | Shape::Iter(of) => {
            let (text, body) =
                function(&[("v", of.clone())], |names| written(names[0].clone(), form.inner()))?;
            let call = format!("$map({}, {text})", code.text());
            Ok(kept(&call, &of, ty).failing_as(&[&code, &body]))
        }
        Shape::Set(_) => Ok(super::set::ordered(code).with_ty(ty)),
        Shape::Map(_, of) | Shape::Unordered(_, of) => {
            let (text, body) = function(&[("v", of), ("k", Ty::STRING)], |names| {
                let value = written(names[0].clone(), form.inner())?.present();
                let pair = format!("{{{}: {}}}", names[1].text(), value.text());
                Ok(Code::call(pair, Ty::Unknown).failing_as(&[&value]))
            })?;
            let call = format!("$merge([$each({}, {text})])", code.text());
            Ok(Code::call(call, ty).failing_as(&[&code, &body]))
        }
        Shape::Tuple(of) => many("v", code, |code| {
            let parts = (0..of.len()).map(|index| field(code.clone(), &index.to_string()));
            let parts = parts.map(|part| written(part?, form.inner()));
            Ok(Code::list(&parts.collect::<Result<Vec<_>, _>>()?, ty))
        }),
        Shape::Enum(_, tagging, variants) => many("v", code, |code| {
            let plain = if tagging == Tagging::External { code.clone() } else { unit(&code) };
            variants.iter().rev().try_fold(plain, |otherwise, variant| {
                let Some(value) = content(&code, tagging, variant, form)? else {
                    return Ok(otherwise);
                };
                let is = is_variant(&code, tagging, variant);
                Ok(choose(
                    &is,
                    &tagged(tagging, variant.json, value, ty.clone()),
                    &otherwise,
                    ty.clone(),
                ))
            })
        }),
        _ if form.text => refuse(form.of(&ty.describe()), "take what the caller needs"),
        _ => refuse(form.of(&ty.describe()), "compare its parts"),
    }
}

/// A `Result`, by the variant that is there.
fn result(code: &Code, ok: Ty, error: Ty, ty: Ty, form: Form) -> Result<Code, Refused> {
    let of = |name: &str, of: Ty| -> Result<Code, Refused> {
        let value = written(code.step(name, of), form.inner())?;
        Ok(Code::fields(vec![(name.to_owned(), value)], ty.clone()))
    };
    let there = Code::call(format!("$exists({})", code.step("Ok", ok.clone()).text()), Ty::BOOL);
    Ok(choose(&there, &of("Ok", ok)?, &of("Err", error)?, ty.clone()))
}

/// The value of no variant at all.
fn unit(code: &Code) -> Code {
    Code::null(code.ty.clone())
}

/// The content of a variant; nothing where the value is as it would be written.
#[allow(clippy::type_complexity, reason = "of a variant that has one, whether it has content")]
fn content(
    code: &Code,
    tagging: Tagging,
    variant: &Variant,
    form: Form,
) -> Result<Option<Option<Code>>, Refused> {
    if matches!(variant.content, Content::Unit) {
        return Ok((tagging != Tagging::External).then_some(None));
    }
    let carried = carried(code, variant.rust)?;
    let value = match &carried.carries {
        Carries::Fields(fields) => object(&carried.code, fields, Ty::Unknown, form)?,
        _ => written(carried.code.clone(), form.inner())?,
    };
    Ok(Some(Some(value)))
}

fn object(code: &Code, fields: &[Field], ty: Ty, form: Form) -> Result<Code, Refused> {
    let known = code.object();
    let of_code = Code {
        ty: Ty::Of(Schema::Struct { name: "a value", fields: fields.to_vec() }),
        ..code.clone()
    };
    let parts = fields.iter().map(|it| {
        let part = known.and_then(|all| all.iter().find(|(key, _)| key == it.json));
        let part = match part {
            Some((_, part)) => part.clone().with_ty(Ty::Of((it.schema)())),
            None => field(of_code.clone(), it.rust)?,
        };
        Ok((it, written(part, form.inner())?.present()))
    });
    let parts = parts.collect::<Result<Vec<_>, Refused>>()?;
    if form.text {
        let parts = parts.into_iter().map(|(it, part)| (it.rust, part));
        return super::construct::object(fields, parts.collect(), ty);
    }
    let parts = parts.into_iter().map(|(it, part)| (it.json.to_owned(), part));
    Ok(Code::fields(parts.collect(), ty))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Known;

    /// Equality of JSON is equality of values only if no part of the type is a struct.
    #[test]
    fn one_struct_makes_a_type_other_than_its_json() {
        let number: Lazy = || Schema::Integer { min: 0, max: 9 };
        let record: Lazy = || Schema::Struct { name: "Record", fields: vec![] };
        let variant = |name, content| Variant { rust: name, json: name, content };
        let choice = |content| {
            let variants = vec![variant("Nothing", Content::Unit), variant("One", content)];
            Schema::Enum {
                name: "Choice",
                tagging: Tagging::External,
                variants,
                known: Known::default(),
            }
        };
        for (schema, expected) in [
            (Schema::Tuple(vec![number, number]), true),
            (Schema::Tuple(vec![number, record]), false),
            (Schema::List(record), false),
            (choice(Content::Newtype(number)), true),
            (choice(Content::Newtype(record)), false),
            (choice(Content::Tuple(vec![number, number])), true),
            (choice(Content::Tuple(vec![number, record])), false),
        ] {
            assert_eq!(plain(&schema, DEPTH), expected, "{schema:?}");
        }
    }
}
