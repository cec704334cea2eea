//! Constants of enums in patterns: `const FIRST: Kind = Kind::New;`, `match kind { FIRST => .. }`.

use super::ty::{Shape, Ty};
use super::{Refused, refuse};
use crate::schema::{Content, Tagging, Variant};
use serde_json::Value;

/// The name of the variant that a path in a pattern stands for: it is the variant itself, or a constant.
pub(super) fn named(
    ty: &Ty,
    path: &'static str,
    value: Option<&Value>,
) -> Result<&'static str, Refused> {
    let written = path.rsplit("::").next().unwrap_or(path).trim();
    let Shape::Enum(_, tagging, variants) = ty.shape() else { return Ok(written) };
    let found = variants.iter().find(|variant| value.is_some_and(|it| is(it, variant, tagging)));
    match found {
        Some(variant) => Ok(variant.rust),
        None if variants.iter().any(|variant| variant.rust == written) => Ok(written),
        None if value.is_some() => refuse(
            format!("the constant `{path}` in a pattern"),
            "patterns know constants that are variants without fields; compare with a guard: `it if it == CONSTANT`",
        ),
        None => Ok(written),
    }
}

/// True if a value is a variant that has no fields.
fn is(value: &Value, variant: &Variant, tagging: Tagging) -> bool {
    let tag = match tagging {
        Tagging::External => Some(value),
        Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => value.get(tag),
    };
    matches!(variant.content, Content::Unit) && tag.and_then(Value::as_str) == Some(variant.json)
}
