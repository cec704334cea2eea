//! Patterns: whether a value fits, and what they bind.

use super::code::Code;
use super::compose::{and, chain, choose, compare, equal, is_null, not, or};
use super::env::Env;
use super::equality::equality;
use super::ty::{Shape, Ty, contents};
use super::walk::{common, field, held, inside, literal};
use super::{Refused, constant_variant, order, refuse, slice};
use crate::program::{Literal, Pattern, Types};
use crate::schema::{Content, Field, MAX_SAFE_INTEGER, Schema, Tagging, Variant};
use serde_json::Value;

/// The condition that a value fits a pattern; none if it always does.
///
/// # Errors
/// A pattern that JSONata cannot test.
pub fn fits(
    value: &Code,
    pattern: &Pattern,
    _: &Env,
    types: &Types,
) -> Result<Option<Code>, Refused> {
    test(value, pattern, types)
}

fn test(value: &Code, pattern: &Pattern, types: &Types) -> Result<Option<Code>, Refused> {
    match pattern {
        Pattern::Any | Pattern::Bind(_, None) | Pattern::Local(_, None) => Ok(None),
        Pattern::Bind(_, Some(inner)) | Pattern::Local(_, Some(inner)) => test(value, inner, types),
        Pattern::Literal(Literal::Constant(path))
            if matches!(value.ty.shape(), Shape::Enum(..) | Shape::Caught(_)) =>
        {
            let variant = constant_variant::named(&value.ty, path, value_of(path, types))?;
            test(value, &Pattern::Path(variant), types)
        }
        Pattern::Literal(Literal::Constant(path)) => {
            equality(value, "=", &constant(path, types)?).map(Some)
        }
        Pattern::Literal(expected) => is_literal(value, *expected),
        Pattern::Range(from, to, inclusive) => within(value, *from, *to, *inclusive, types),
        Pattern::Or(all) => alternatives(all, |one| test(value, one, types)),
        _ if matches!(value.ty, Ty::Caught(_)) => Ok(None),
        _ if matches!(value.ty, Ty::Decoded(_)) => decoded(value, pattern, types),
        _ => {
            let all = match pattern {
                Pattern::List(before, rest, behind) => {
                    slice::length(value, before.len() + behind.len(), rest.is_some())
                }
                pattern => tag(value, pattern)?,
            };
            every(all, parts(value, pattern)?, types)
        }
    }
}

/// The condition that a failure is of a variant, and its fields fit.
fn decoded(value: &Code, pattern: &Pattern, types: &Types) -> Result<Option<Code>, Refused> {
    match pattern {
        Pattern::TupleStruct("Ok", [inner]) => variant(value, inner, types),
        _ => Ok(super::decoded::fits(value, pattern)),
    }
}

/// The condition that a failure is of a variant: what stands in `Ok(..)`.
fn variant(value: &Code, pattern: &Pattern, types: &Types) -> Result<Option<Code>, Refused> {
    match pattern {
        Pattern::Bind(_, Some(inner)) | Pattern::Local(_, Some(inner)) => {
            variant(value, inner, types)
        }
        Pattern::Or(all) => alternatives(all, |one| variant(value, one, types)),
        _ => {
            let named = super::decoded::variant(value, pattern);
            every(named, parts(&super::decoded::part(value, "Ok"), pattern)?, types)
        }
    }
}

/// The condition that one of several patterns fits; none if one always does.
fn alternatives(
    all: &[Pattern],
    test: impl Fn(&Pattern) -> Result<Option<Code>, Refused>,
) -> Result<Option<Code>, Refused> {
    let all = all.iter().map(test).collect::<Result<Option<Vec<_>>, _>>()?;
    Ok(all.and_then(|all| chain(all, |a, b| or(&a, &b))))
}

/// A condition, and that all parts fit their patterns.
fn every(
    mut all: Option<Code>,
    parts: Vec<(Code, &Pattern)>,
    types: &Types,
) -> Result<Option<Code>, Refused> {
    for (part, pattern) in parts {
        if let Some(one) = test(&part, pattern, types)? {
            all = Some(match all {
                Some(all) => and(all, one),
                None => one,
            });
        }
    }
    Ok(all)
}

/// Says what the variables of a pattern are, for a value that fits it.
///
/// # Errors
/// A pattern that JSONata cannot take apart.
pub fn bind(value: &Code, pattern: &Pattern, env: &mut Env, types: &Types) -> Result<(), Refused> {
    match pattern {
        Pattern::Any | Pattern::Literal(_) | Pattern::Range(..) => Ok(()),
        Pattern::Bind(variable, inner) => {
            env.set(*variable, value.clone());
            inner.map_or(Ok(()), |inner| bind(value, inner, env, types))
        }
        Pattern::Local(name, inner) => {
            env.set_local(name, value.clone());
            inner.map_or(Ok(()), |inner| bind(value, inner, env, types))
        }
        Pattern::Or(all) if all.iter().any(binds) => {
            env.extend(one_of(value, all, types)?);
            Ok(())
        }
        Pattern::Or(_) | Pattern::Path(_) => Ok(()),
        _ => {
            for (part, pattern) in parts(value, pattern)? {
                bind(&part, pattern, env, types)?;
            }
            Ok(())
        }
    }
}

/// The names that alternatives bind: each is what the first one that fits makes of it.
fn one_of(value: &Code, all: &[Pattern], types: &Types) -> Result<Env, Refused> {
    let mut made: Option<Env> = None;
    for pattern in all.iter().rev() {
        let mut own = Env::default();
        bind(value, pattern, &mut own, types)?;
        made = Some(match (made, is_taken(value, pattern, types)?) {
            (Some(rest), Some(fits)) => own.or(rest, |own, rest| match own.text() == rest.text() {
                true => own,
                false => choose(&fits, &own, &rest, common(&own, &rest)),
            }),
            _ => own,
        });
    }
    Ok(made.unwrap_or_default())
}

/// The condition that a value fits an alternative: a catcher takes several errors, and their names tell them apart.
fn is_taken(value: &Code, pattern: &Pattern, types: &Types) -> Result<Option<Code>, Refused> {
    match (&value.ty, pattern) {
        (Ty::Caught(schema), Pattern::TupleStruct(..) | Pattern::Struct(..)) => {
            let failure = value.clone().with_ty(Ty::Decoded(schema.clone()));
            every(super::decoded::named(&failure, pattern), parts(value, pattern)?, types)
        }
        _ => test(value, pattern, types),
    }
}

/// True if a pattern binds names in alternatives, of which a condition tells which fits.
#[must_use]
pub fn chooses(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Or(all) => all.iter().any(binds),
        Pattern::Bind(_, Some(inner)) | Pattern::Local(_, Some(inner)) => chooses(inner),
        Pattern::Tuple(all) | Pattern::TupleStruct(_, all) => all.iter().any(chooses),
        Pattern::Struct(_, fields) => fields.iter().any(|(_, pattern)| chooses(pattern)),
        Pattern::List(before, rest, behind) => {
            before.iter().chain(*rest).chain(*behind).any(chooses)
        }
        _ => false,
    }
}

/// The first name that a pattern binds.
pub(super) fn wish(pattern: &Pattern, otherwise: &'static str) -> &'static str {
    match pattern {
        Pattern::Local(name, _) => name,
        _ => otherwise,
    }
}

fn binds(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Bind(..) | Pattern::Local(..) => true,
        Pattern::Or(all) | Pattern::Tuple(all) | Pattern::TupleStruct(_, all) => {
            all.iter().any(binds)
        }
        Pattern::Struct(_, fields) => fields.iter().any(|(_, pattern)| binds(pattern)),
        Pattern::List(before, rest, behind) => before.iter().chain(*rest).chain(*behind).any(binds),
        _ => false,
    }
}

fn is_literal(value: &Code, expected: Literal) -> Result<Option<Code>, Refused> {
    Ok(match expected {
        Literal::Unit => None,
        Literal::Bool(true) => Some(value.clone()),
        Literal::Bool(false) => Some(not(value)),
        expected => Some(equal(value, &held(literal(expected))?)),
    })
}

fn within(
    value: &Code,
    from: Option<Literal>,
    to: Option<Literal>,
    inclusive: bool,
    types: &Types,
) -> Result<Option<Code>, Refused> {
    let bound = |literal: Option<Literal>, extreme| {
        literal.map_or(Ok(None), |literal| bound(literal, extreme, types))
    };
    let low = bound(from, Some(Extreme::Least))?;
    let low = low.map(|from| order::compare(value, ">=", &from)).transpose()?;
    let op = if inclusive { "<=" } else { "<" };
    let high = bound(to, inclusive.then_some(Extreme::Most))?;
    let high = high.map(|to| order::compare(value, op, &to)).transpose()?;
    Ok(match (low, high) {
        (Some(low), Some(high)) => Some(and(low, high)),
        (low, high) => low.or(high),
    })
}

/// The end of the integers of 64 bits at which a range has no bound.
#[derive(Clone, Copy, PartialEq)]
enum Extreme {
    Least,
    Most,
}

/// A bound of a range; none where all integers of 64 bits are within it, as behind `i64::MIN`.
fn bound(
    literal: Literal,
    extreme: Option<Extreme>,
    types: &Types,
) -> Result<Option<Code>, Refused> {
    let Literal::Constant(path) = literal else { return held(self::literal(literal)).map(Some) };
    let found = value_of(path, types).and_then(|value| match value.as_i64() {
        Some(i64::MIN) => Some(Extreme::Least),
        Some(i64::MAX) => Some(Extreme::Most),
        Some(_) => None,
        // Only `u64::MAX` is not one of these.
        None => value.is_u64().then_some(Extreme::Most),
    });
    if found.is_some() && found == extreme { Ok(None) } else { constant(path, types).map(Some) }
}

fn value_of<'t>(path: &str, types: &'t Types) -> Option<&'t Value> {
    types.constants.get(types.paths.iter().position(|known| *known == path)?)
}

/// A constant in a pattern.
fn constant(path: &str, types: &Types) -> Result<Code, Refused> {
    let value = value_of(path, types);
    let safe = |n: i64| n.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs();
    let ty = match value {
        Some(Value::String(_)) => Ty::STRING,
        Some(Value::Bool(_)) => Ty::BOOL,
        Some(Value::Number(number)) if number.is_f64() => Ty::FLOAT,
        Some(Value::Number(number)) if number.as_i64().is_some_and(safe) => Ty::I64,
        _ => {
            return refuse(
                format!("the constant `{path}` in a pattern"),
                "patterns know constants that are strings, `bool` or numbers within ±(2^53 - 1); compare with a guard",
            );
        }
    };
    Ok(Code::constant(value.cloned().unwrap_or_default(), ty))
}

/// The condition that a value is the variant which the pattern names; none if it always is.
fn tag(value: &Code, pattern: &Pattern) -> Result<Option<Code>, Refused> {
    let name = match pattern {
        Pattern::TupleStruct(name, _) | Pattern::Struct(name, _) | Pattern::Path(name) => *name,
        _ => return Ok(None),
    };
    match value.ty.shape() {
        Shape::Option(_) => Ok(Some(is_null(value, name == "None"))),
        Shape::Result(..) if value.held.is_some() => Ok(Some(is_null(value, name == "Err"))),
        Shape::Result(..) => {
            let exists = format!("$exists({})", value.step(name, Ty::Unknown).text());
            Ok(Some(Code::call(exists, Ty::BOOL).failing_as(&[value])))
        }
        Shape::Enum(ty, tagging, variants) => {
            let variant = find(ty, &variants, name)?;
            Ok((variants.len() > 1).then(|| is_variant(value, tagging, variant)))
        }
        _ => Ok(None),
    }
}

fn find<'a>(ty: &str, variants: &'a [Variant], name: &str) -> Result<&'a Variant, Refused> {
    match variants.iter().find(|variant| variant.rust == name) {
        Some(variant) => super::names::check(variant.json).map(|()| variant),
        None => {
            refuse(format!("`{ty}` has no variant `{name}` in JSON"), "do not skip it in serde")
        }
    }
}

pub(super) fn is_variant(value: &Code, tagging: Tagging, variant: &Variant) -> Code {
    match (tagging, &variant.content) {
        (Tagging::External, Content::Unit) => equal(value, &Code::string(variant.json)),
        (Tagging::External, _) => {
            let exists = format!("$exists({})", value.step(variant.json, Ty::Unknown).text());
            Code::call(exists, Ty::BOOL).failing_as(&[value])
        }
        (Tagging::Internal { tag } | Tagging::Adjacent { tag, .. }, _) => {
            compare(&value.step(tag, Ty::STRING), "=", &Code::string(variant.json))
        }
    }
}

/// The parts of a value that a pattern looks at.
fn parts<'p>(value: &Code, pattern: &'p Pattern) -> Result<Vec<(Code, &'p Pattern)>, Refused> {
    match pattern {
        Pattern::Tuple(patterns) => items(value, patterns),
        Pattern::List(before, rest, behind) => slice::parts(value, before, *rest, behind),
        Pattern::TupleStruct(name, patterns) => {
            let content = carried(value, name)?;
            match patterns {
                [only] if !matches!(content.carries, Carries::Tuple) => {
                    Ok(vec![(content.code, only)])
                }
                patterns => items(&content.code, patterns),
            }
        }
        Pattern::Struct(name, patterns) => {
            let content = carried(value, name)?;
            let part = |(rust, pattern): &'p (&'static str, Pattern)| {
                let part = match &content.carries {
                    Carries::Fields(fields) => named_field(&content.code, fields, rust)?,
                    _ => field(content.code.clone(), rust)?,
                };
                Ok((part, pattern))
            };
            patterns.iter().map(part).collect()
        }
        _ => Ok(vec![]),
    }
}

fn items<'p>(value: &Code, patterns: &'p [Pattern]) -> Result<Vec<(Code, &'p Pattern)>, Refused> {
    let rest = |(index, pattern): (usize, &'p Pattern)| match pattern {
        Pattern::Any => Ok((value.clone(), pattern)),
        _ => Ok((field(value.clone(), &index.to_string())?, pattern)),
    };
    patterns.iter().enumerate().map(rest).collect()
}

/// The fields of a variant or a struct, as code.
pub(super) struct Carried {
    pub(super) code: Code,
    pub(super) carries: Carries,
}

pub(super) enum Carries {
    One,
    Tuple,
    Fields(Vec<Field>),
}

fn named_field(value: &Code, fields: &[Field], rust: &str) -> Result<Code, Refused> {
    let fields = fields.to_vec();
    field(value.clone().with_ty(Ty::Of(Schema::Struct { name: "a variant", fields })), rust)
}

pub(super) fn carried(value: &Code, name: &str) -> Result<Carried, Refused> {
    let one = |code: Code| Ok(Carried { code, carries: Carries::One });
    if let Ty::Of(Schema::Newtype { name: ty, inner, .. }) = &value.ty
        && *ty == name
    {
        return one(value.clone().with_ty(Ty::Of(inner())));
    }
    match (value.ty.shape(), &value.held) {
        (Shape::Option(of) | Shape::Result(of, _), Some(held)) if matches!(name, "Some" | "Ok") => {
            return one(held.value.clone().with_ty(of));
        }
        _ => {}
    }
    match value.ty.shape() {
        Shape::Option(of) => one(inside(value, of)),
        Shape::Result(ok, _) if name == "Ok" => one(value.step("Ok", ok)),
        Shape::Result(_, error) => one(value.step("Err", error)),
        Shape::Struct(_, fields) => {
            Ok(Carried { code: value.clone(), carries: Carries::Fields(fields) })
        }
        Shape::Tuple(_) => Ok(Carried { code: value.clone(), carries: Carries::Tuple }),
        Shape::Enum(ty, tagging, variants) => {
            Ok(content(value, tagging, find(ty, &variants, name)?))
        }
        Shape::Decoded(_) => one(super::decoded::part(value, name)),
        Shape::Caught(Schema::Enum { name: ty, variants, .. }) => {
            caught(value, find(ty, &variants, name)?)
        }
        _ => refuse(
            format!("the pattern `{name}` for {}", value.ty.describe()),
            "match on its fields",
        ),
    }
}

fn content(value: &Code, tagging: Tagging, variant: &Variant) -> Carried {
    let code = match tagging {
        Tagging::External => value.step(variant.json, Ty::Unknown),
        Tagging::Adjacent { content, .. } => {
            let absent =
                matches!(&variant.content, Content::Newtype(of) if Ty::Of(of()).nullable());
            value.step(content, Ty::Unknown).perhaps(absent)
        }
        Tagging::Internal { tag } => untagged(value, tag, &variant.content),
    };
    carries(code, &variant.content)
}

fn carries(code: Code, content: &Content) -> Carried {
    let mut of = contents(content);
    match content {
        Content::Newtype(_) => {
            Carried { code: code.with_ty(of.pop().unwrap_or(Ty::Unknown)), carries: Carries::One }
        }
        Content::Struct(fields) => Carried { code, carries: Carries::Fields(fields.clone()) },
        _ => Carried { code: code.with_ty(Ty::Tuple(of)), carries: Carries::Tuple },
    }
}

/// Returns what an internally tagged variant carries: the fields beside the tag.
fn untagged(value: &Code, tag: &str, content: &Content) -> Code {
    match content {
        Content::Newtype(_) => {
            let key = super::written::quoted(tag);
            let text = format!(
                "$merge([{{}}, $sift({}, function($v, $k) {{ $k != {key} }})])",
                value.text()
            );
            let fields_of = Some(Box::new(value.clone()));
            Code { fields_of, ..Code::call(text, Ty::Unknown).failing_as(&[value]) }
        }
        _ => value.clone(),
    }
}

/// Returns what a task's error carries: JSON in `errorMessage` of the cause, itself JSON.
fn caught(value: &Code, variant: &Variant) -> Result<Carried, Refused> {
    let mut of = contents(&variant.content);
    if let (Content::Newtype(_), [Ty::Of(Schema::Struct { name: "Failure", .. })]) =
        (&variant.content, &of[..])
    {
        let code = value.clone().with_ty(of.pop().unwrap_or(Ty::Unknown));
        return Ok(Carried { code, carries: Carries::One });
    }
    let text = format!("$parse($parse({}).errorMessage)", value.step("Cause", Ty::STRING).text());
    Ok(carries(Code::call(text, Ty::Unknown).may_fail(), &variant.content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_range_is_open_at_the_ends_of_the_integers_alone() {
        let types = Types {
            probes: vec![],
            constants: vec![
                json!(i64::MIN),
                json!(i64::MAX),
                json!(u64::MAX),
                json!(MAX_SAFE_INTEGER),
                json!(MAX_SAFE_INTEGER + 1),
            ],
            paths: vec!["MIN", "MAX", "MOST", "SAFE", "BEYOND"],
            methods: vec![],
        };
        let value = Code::new("$n", Schema::Integer { min: i64::MIN, max: i64::MAX });
        let text = |from: Option<&'static str>, to: Option<&'static str>, inclusive| {
            let (from, to) = (from.map(Literal::Constant), to.map(Literal::Constant));
            let code = within(&value, from, to, inclusive, &types).map_err(|_| "refused")?;
            Ok(code.map(|code| code.text().contains("$n")))
        };
        for (from, to, inclusive, expected) in [
            (Some("MIN"), Some("MAX"), true, Ok(None)),
            (Some("MIN"), Some("MOST"), true, Ok(None)),
            (Some("MIN"), Some("SAFE"), true, Ok(Some(true))),
            (Some("SAFE"), None, true, Ok(Some(true))),
            (Some("MAX"), None, true, Err("refused")),
            (None, Some("MIN"), true, Err("refused")),
            (None, Some("MAX"), false, Err("refused")),
            (None, Some("BEYOND"), true, Err("refused")),
        ] {
            assert_eq!(text(from, to, inclusive), expected, "{from:?} {to:?} {inclusive}");
        }
    }
}
