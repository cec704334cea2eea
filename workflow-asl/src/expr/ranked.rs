//! The order of an enum without contents: that in which its variants are declared. In JSON a variant is its name.

use super::code::Code;
use super::compose::{self, equal};
use super::ty::Ty;
use crate::schema::{Content, Schema, Tagging};
use serde_json::json;

/// The names of the variants in their order, of an enum that has this order.
pub(super) fn names(ty: &Ty) -> Option<Vec<&'static str>> {
    let Ty::Of(schema) = ty else { return None };
    match schema.clone().bare() {
        Schema::Enum { tagging: Tagging::External, variants, known, .. } if known.ordered => {
            let name = |it: &crate::schema::Variant| {
                matches!(it.content, Content::Unit).then_some(it.json)
            };
            variants.iter().map(name).collect()
        }
        _ => None,
    }
}

/// `left op right`
pub(super) fn compare(left: &Code, op: &str, right: &Code, names: &[&str]) -> Code {
    if let Some(code) = one_of(left, op, right, names) {
        return code;
    }
    if let Some(code) = one_of(right, turned(op), left, names) {
        return code;
    }
    compose::compare(&rank(left, names), op, &rank(right, names))
}

/// The operator with its sides exchanged.
fn turned(op: &str) -> &str {
    match op {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        _ => "<=",
    }
}

/// `value op "Name"`: the value is one of the names before or behind that one. None where no name or each is.
fn one_of(value: &Code, op: &str, than: &Code, names: &[&str]) -> Option<Code> {
    let than = than.literal()?;
    let than = names.iter().position(|name| than == *name)?;
    let fits = |at: usize| match op {
        "<" => at < than,
        "<=" => at <= than,
        ">" => at > than,
        _ => at >= than,
    };
    let all: Vec<&str> = (0..).zip(names).filter(|(at, _)| fits(*at)).map(|(_, it)| *it).collect();
    match all[..] {
        [] => None,
        [only] => Some(equal(value, &Code::string(only))),
        _ if all.len() == names.len() => None,
        _ => Some(compose::compare(value, "in", &Code::constant(json!(all), Ty::Unknown))),
    }
}

/// The place of a variant among all.
fn rank(value: &Code, names: &[&str]) -> Code {
    let place = |at: u32| Code::constant(json!(at), Ty::U32);
    let ranks = (0..).zip(names).map(|(at, name)| ((*name).to_owned(), place(at)));
    let table = Code::fields(ranks.collect(), Ty::Unknown);
    let text = format!("$lookup({}, {})", table.text(), value.text());
    Code::call(text, Ty::U32).failing_as(&[value])
}
