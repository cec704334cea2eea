//! A value that is known, with the keys that its type does not write.

use super::ty::{Shape, Ty};
use crate::schema::{Content, Field, Lazy, Tagging, Variant};
use serde_json::{Map, Value};

/// Adds the keys that serde leaves out, with what it reads in place of them: `None` or what is empty.
pub(super) fn filled(value: &Value, ty: &Ty) -> Value {
    let each = |items: &[Value], of: &Ty| items.iter().map(|item| filled(item, of)).collect();
    match (ty.shape(), value) {
        (Shape::Struct(_, fields), Value::Object(all)) => object(all, &fields),
        (Shape::Option(of), value) if !value.is_null() => filled(value, &of),
        (Shape::List(of) | Shape::Iter(of) | Shape::Set(of), Value::Array(items)) => {
            each(items, &of)
        }
        (Shape::Map(_, of) | Shape::Unordered(_, of), Value::Object(all)) => {
            all.iter().map(|(key, value)| (key.clone(), filled(value, &of))).collect()
        }
        (Shape::Tuple(of), Value::Array(items)) => {
            items.iter().zip(&of).map(|(item, of)| filled(item, of)).collect()
        }
        (Shape::Result(ok, error), Value::Object(all)) => {
            let of = |key: &str| if key == "Ok" { &ok } else { &error };
            all.iter().map(|(key, value)| (key.clone(), filled(value, of(key)))).collect()
        }
        (Shape::Enum(_, tagging, variants), Value::Object(all)) => {
            variant(all, tagging, &variants).unwrap_or_else(|| value.clone())
        }
        _ => value.clone(),
    }
}

fn object(all: &Map<String, Value>, fields: &[Field]) -> Value {
    let mut made = all.clone();
    for field in fields {
        match (all.get(field.json), field.absent()) {
            (Some(value), _) => {
                made.insert(field.json.to_owned(), of(value, &field.schema));
            }
            (None, Some(absent)) => {
                made.insert(field.json.to_owned(), of(&absent, &field.schema));
            }
            (None, None) => {}
        }
    }
    Value::Object(made)
}

fn of(value: &Value, schema: &Lazy) -> Value {
    filled(value, &Ty::Of(schema()))
}

/// An object that holds a variant; `None` if it is none of them.
fn variant(all: &Map<String, Value>, tagging: Tagging, variants: &[Variant]) -> Option<Value> {
    let named = |name: &str| variants.iter().find(|variant| variant.json == name);
    let mut made = all.clone();
    match tagging {
        Tagging::External => {
            let (name, value) = all.iter().next()?;
            made.insert(name.clone(), content(value, &named(name)?.content));
        }
        Tagging::Internal { tag } => {
            let own = named(all.get(tag)?.as_str()?)?;
            return Some(content(&Value::Object(made), &own.content));
        }
        Tagging::Adjacent { tag, content: key } => {
            let own = named(all.get(tag)?.as_str()?)?;
            made.insert(key.to_owned(), content(all.get(key)?, &own.content));
        }
    }
    Some(Value::Object(made))
}

fn content(value: &Value, content: &Content) -> Value {
    match (content, value) {
        (Content::Newtype(inner), value) => of(value, inner),
        (Content::Tuple(parts), Value::Array(items)) => {
            items.iter().zip(parts).map(|(item, part)| of(item, part)).collect()
        }
        (Content::Struct(fields), Value::Object(all)) => object(all, fields),
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Known, Schema, Skips};
    use serde_json::json;

    fn parcel() -> Schema {
        let list: Lazy = || Schema::List(|| Schema::String);
        let none = Field { skips: Skips::None, ..Field::new("o", "o", || Schema::Option(number)) };
        let empty = Field {
            skips: Skips::Empty,
            default: Some(|| json!([])),
            ..Field::new("l", "labels", list)
        };
        Schema::Struct { name: "Parcel", fields: vec![none, empty, Field::new("n", "n", number)] }
    }

    fn number() -> Schema {
        Schema::Integer { min: 0, max: 9 }
    }

    fn load(tagging: Tagging) -> Schema {
        let variant = |json, content| Variant { rust: json, json, content };
        let Schema::Struct { fields, .. } = parcel() else { return number() };
        let variants = vec![
            variant("One", Content::Newtype(parcel)),
            variant("Two", Content::Struct(fields)),
            variant("No", Content::Unit),
        ];
        Schema::Enum { name: "Load", tagging, variants, known: Known::default() }
    }

    /// Each value with what it becomes.
    #[test]
    fn absent_keys_come_back_at_any_depth() {
        let whole = json!({ "o": null, "labels": [], "n": 1 });
        let lists: Lazy = || Schema::Map(|| Schema::String, || Schema::List(parcel));
        for (schema, value, expected) in [
            (parcel(), json!({ "n": 1 }), whole.clone()),
            (
                parcel(),
                json!({ "n": 1, "o": 2, "labels": ["a"] }),
                json!({ "n": 1, "o": 2, "labels": ["a"] }),
            ),
            (Schema::Option(parcel), json!(null), json!(null)),
            (Schema::Option(parcel), json!({ "n": 1 }), whole.clone()),
            (lists(), json!({ "a": [{ "n": 1 }] }), json!({ "a": [whole] })),
            (Schema::Tuple(vec![number, parcel]), json!([1, { "n": 1 }]), json!([1, whole])),
            (load(Tagging::External), json!("No"), json!("No")),
            (load(Tagging::External), json!({ "One": { "n": 1 } }), json!({ "One": whole })),
            (load(Tagging::External), json!({ "Two": { "n": 1 } }), json!({ "Two": whole })),
            (
                load(Tagging::Internal { tag: "t" }),
                json!({ "t": "Two", "n": 1 }),
                json!({ "t": "Two", "n": 1, "o": null, "labels": [] }),
            ),
            (
                load(Tagging::Adjacent { tag: "t", content: "c" }),
                json!({ "t": "One", "c": { "n": 1 } }),
                json!({ "t": "One", "c": whole }),
            ),
            (
                load(Tagging::Adjacent { tag: "t", content: "c" }),
                json!({ "t": "No" }),
                json!({ "t": "No" }),
            ),
        ] {
            assert_eq!(filled(&value, &Ty::Of(schema)), expected);
        }
    }
}
