//! JSON as a text, and back.

use super::code::Code;
use super::compose::many;
use super::ty::{Shape, Ty};
use super::{Refused, refuse};
use crate::ops;

/// `value.to_json()`. A struct is refused: its type may write it otherwise than it came.
pub(super) fn text(value: Code) -> Result<Code, Refused> {
    if !is_kept(&value.ty) {
        let what = format!("`to_json` of {}", value.ty.describe());
        return refuse(
            what,
            "keep it as a `serde_json::Value`, a text, an integer, or a list of those",
        );
    }
    many("v", value.present(), |value| Ok(Code::call(ops::text(value.text()), Ty::STRING)))
}

/// True for a type whose values are written as they came.
fn is_kept(ty: &Ty) -> bool {
    match ty.shape() {
        Shape::Opaque | Shape::Any | Shape::String | Shape::Bool | Shape::Integer(..) => true,
        Shape::List(of) => is_kept(&of),
        _ => false,
    }
}

/// `text.parse_json::<T>()`
pub(super) fn parse(text: &Code, ty: Ty) -> Result<Code, Refused> {
    many("s", text.clone(), |text| Ok(Code::call(format!("$parse({})", text.text()), ty.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Data, Schema};
    use std::collections::BTreeMap;

    #[test]
    fn only_what_is_written_as_it_came_has_a_text() {
        let kept = |schema: Schema| text(Code::new("$x", schema)).is_ok();
        assert!(
            kept(serde_json::Value::schema()) && kept(String::schema()) && kept(bool::schema())
        );
        assert!(kept(u8::schema()) && kept(Vec::<u8>::schema()) && kept(Vec::<Vec<u8>>::schema()));
        assert!(!kept(f64::schema()) && !kept(Vec::<f64>::schema()) && !kept(<(u8, u8)>::schema()));
        assert!(!kept(Option::<u8>::schema()) && !kept(BTreeMap::<String, u8>::schema()));
    }
}
