//! `derive(Data)` against serde itself: what serde writes is what the schema says, key by key.

#![allow(clippy::unwrap_used, dead_code, reason = "tests")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Debug;
use workflow::__private::{Content, Field, Skips, Tagging};
use workflow::prelude::*;
use workflow::{Durable, Schema};

/// Why a value is not of the form.
fn misfit(schema: Schema, value: &Value) -> Result<(), String> {
    let wrong = || Err(format!("{value} is not {schema:?}"));
    match (&schema, value) {
        (Schema::Unit, Value::Null)
        | (Schema::Bool, Value::Bool(_))
        | (Schema::Float, Value::Number(_))
        | (Schema::String, Value::String(_))
        | (Schema::Option(_), Value::Null)
        | (Schema::Opaque(_), _) => Ok(()),
        (Schema::Char, Value::String(text)) if text.chars().count() == 1 => Ok(()),
        (Schema::Integer { min, max }, Value::Number(number)) => match number.as_i64() {
            Some(number) if (*min..=*max).contains(&number) => Ok(()),
            _ => wrong(),
        },
        (Schema::Option(inner) | Schema::Newtype { inner, .. }, value) => misfit(inner(), value),
        (Schema::List(item) | Schema::Set(item), Value::Array(items)) => {
            items.iter().try_for_each(|it| misfit(item(), it))
        }
        (Schema::Map(_, item) | Schema::Unordered(_, item), Value::Object(items)) => {
            items.values().try_for_each(|it| misfit(item(), it))
        }
        (Schema::Tuple(schemas), Value::Array(items)) if schemas.len() == items.len() => {
            schemas.iter().zip(items).try_for_each(|(schema, it)| misfit(schema(), it))
        }
        (Schema::Struct { fields, .. }, Value::Object(_)) => object(fields, value, &[]),
        (Schema::Enum { tagging, variants, .. }, value) => {
            let fits = |it: &workflow::__private::Variant| variant(*tagging, it, value).is_ok();
            match variants.iter().filter(|it| fits(it)).count() {
                1 => Ok(()),
                _ => wrong(),
            }
        }
        _ => wrong(),
    }
}

/// Exactly the keys of the fields, and the other ones.
fn object(fields: &[Field], value: &Value, other: &[&str]) -> Result<(), String> {
    let object = value.as_object().ok_or("no object")?;
    for Field { json, schema, skips, .. } in fields {
        match object.get(*json) {
            Some(Value::Null) if *skips == Skips::None => Err(format!("{json} should be absent"))?,
            Some(value) => misfit(schema(), value)?,
            None if *skips != Skips::Nothing => {}
            None => Err(format!("no {json}"))?,
        }
    }
    let known = |key: &str| other.contains(&key) || fields.iter().any(|field| field.json == key);
    object.keys().find(|key| !known(key)).map_or(Ok(()), |key| Err(format!("no field {key}")))
}

fn variant(
    tagging: Tagging,
    variant: &workflow::__private::Variant,
    value: &Value,
) -> Result<(), String> {
    let json = variant.json;
    let tagged = |tag: &str, keys: usize| match value.as_object() {
        Some(all) if all.get(tag) == Some(&json!(json)) && all.len() <= keys => Ok(()),
        _ => Err(format!("no {tag}: {json}")),
    };
    match (tagging, &variant.content) {
        (Tagging::External, Content::Unit) if *value == json => Ok(()),
        (Tagging::External, content) => match value.as_object() {
            Some(object) if object.len() == 1 => {
                inside(content, object.get(json).ok_or("another variant")?)
            }
            _ => Err("not tagged".to_owned()),
        },
        (Tagging::Internal { tag }, content) => {
            tagged(tag, usize::MAX)?;
            match content {
                Content::Struct(fields) => object(fields, value, &[tag]),
                Content::Newtype(inner) => match inner().bare() {
                    Schema::Struct { fields, .. } => object(&fields, value, &[tag]),
                    other => Err(format!("{other:?}")),
                },
                _ => object(&[], value, &[tag]),
            }
        }
        (Tagging::Adjacent { tag, .. }, Content::Unit) => tagged(tag, 1),
        (Tagging::Adjacent { tag, content }, inner) => {
            tagged(tag, 2)?;
            inside(inner, value.get(content).ok_or("no content")?)
        }
    }
}

fn inside(content: &Content, value: &Value) -> Result<(), String> {
    match content {
        Content::Unit => Err("a unit has no content".to_owned()),
        Content::Newtype(inner) => misfit(inner(), value),
        Content::Tuple(items) => misfit(Schema::Tuple(items.clone()), value),
        Content::Struct(fields) => object(fields, value, &[]),
    }
}

/// serde writes the value in the form of its schema, and reads it back.
fn agrees<T: Durable + PartialEq + Debug>(values: impl IntoIterator<Item = T>) {
    for value in values {
        let json = serde_json::to_value(&value).unwrap();
        assert_eq!(misfit(T::schema(), &json), Ok(()), "{json}");
        assert_eq!(serde_json::from_value::<T>(json).unwrap(), value);
    }
}

fn fields<T: Data>() -> Vec<(&'static str, &'static str)> {
    match T::schema() {
        Schema::Struct { fields, .. } => fields.iter().map(|it| (it.rust, it.json)).collect(),
        other => panic!("{other:?}"),
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Line {
    unit_price: f64,
    #[serde(rename = "SKU")]
    sku: String,
    r#type: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gift_note: Option<String>,
    #[serde(default)]
    letters: Vec<char>,
    by_name: BTreeMap<String, (i64, bool)>,
}

#[test]
fn structs() {
    let line = Line { letters: vec!['a', '𝄞'], ..Line::default() };
    let map = BTreeMap::from([("a".to_owned(), (-1, true))]);
    let full =
        Line { gift_note: Some(String::new()), r#type: Some(3), by_name: map, ..line.clone() };
    agrees([line, full]);
    let names = [("unit_price", "unitPrice"), ("sku", "SKU"), ("type", "type")];
    assert_eq!(fields::<Line>()[..3], names);
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct Unit;
#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct Empty {}
#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct EmptyTuple();
#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct Id(u64);
#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct Pair(Id, String);
#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(transparent)]
struct Meters {
    length: f64,
}
#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
}

#[test]
fn other_structs() {
    agrees([Unit]);
    agrees([Empty {}]);
    agrees([Id(7)]);
    agrees([Pair(Id(7), "x".to_owned())]);
    agrees([Meters { length: 1.5 }]);
    agrees([Tree { value: 'a', children: vec![Tree { value: 'b', children: vec![] }] }]);
    assert!(matches!(Meters::schema(), Schema::Newtype { name: "Meters", field: "length", .. }));
    assert!(matches!(Id::schema(), Schema::Newtype { name: "Id", field: "0", .. }));
}

/// The same enum in each tagging.
macro_rules! enums {
    ($($name:ident $(#[$tagging:meta])? [$($tuple:tt)*];)*) => { $(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
        #[serde(rename_all = "snake_case", rename_all_fields = "camelCase")]
        $(#[$tagging])?
        enum $name {
            NothingAtAll,
            #[serde(rename = "one")]
            Single(Line),
            Named { line_count: u8, #[serde(rename = "the-rest")] rest: Vec<Line> },
            $($tuple)*
        }
    )* };
}
enums! {
    External [Many(u8, Option<Line>), Maybe(Option<u8>)];
    Internal #[serde(tag = "kind")] [];
    Adjacent #[serde(tag = "kind", content = "it")] [Many(u8, Option<Line>), Maybe(Option<u8>)];
}

#[test]
fn enums() {
    macro_rules! common {
        ($name:ident) => {{
            let named = $name::Named { line_count: 1, rest: vec![Line::default()] };
            agrees([$name::NothingAtAll, $name::Single(Line::default()), named]);
        }};
    }
    common!(External);
    common!(Internal);
    common!(Adjacent);
    agrees([External::Many(1, None), External::Maybe(None), External::Maybe(Some(1))]);
    agrees([EmptyTuple()]);
    agrees([Adjacent::Many(1, Some(Line::default())), Adjacent::Maybe(None)]);
}

#[test]
fn variants_have_both_names() {
    let Schema::Enum { variants, .. } = External::schema() else { panic!() };
    let names: Vec<_> = variants.iter().map(|it| (it.rust, it.json)).collect();
    assert_eq!(
        names[..3],
        [("NothingAtAll", "nothing_at_all"), ("Single", "one"), ("Named", "named")]
    );
    let Content::Struct(fields) = &variants[2].content else { panic!() };
    let names: Vec<_> = fields.iter().map(|it| (it.rust, it.json)).collect();
    assert_eq!(names, [("line_count", "lineCount"), ("rest", "the-rest")]);
}

/// A type of another crate: serde knows it, we do not.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Foreign(u8);

#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
struct Holder {
    #[data(opaque)]
    foreign: Foreign,
    #[data(opaque)]
    #[serde(with = "text")]
    number: u8,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(untagged)]
enum Either<T> {
    One(T),
    Many(Vec<T>),
}

mod text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    pub fn serialize<S: Serializer>(number: &u8, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&number.to_string())
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

#[test]
fn opaque_lets_anything_pass() {
    agrees([Holder { foreign: Foreign(1), number: 2 }]);
    agrees([Either::One(1), Either::Many(vec![1, 2])]);
    assert!(matches!(Either::<Unit>::schema(), Schema::Opaque("Either")));
    let Schema::Struct { fields, .. } = Holder::schema() else { panic!() };
    assert!(matches!((fields[0].schema)(), Schema::Opaque("Foreign")));
}

/// The check itself finds what is wrong.
#[test]
fn other_forms_do_not_fit() {
    for (schema, value) in [
        (Id::schema(), json!(-1)),
        (Id::schema(), json!(u64::MAX)),
        (Pair::schema(), json!([1])),
        (Empty::schema(), json!({ "a": 1 })),
        (Line::schema(), json!({})),
        (Internal::schema(), json!("nothing_at_all")),
        (Adjacent::schema(), json!({ "kind": "nothing_at_all", "it": null })),
        (External::schema(), json!({ "nothing_at_all": null })),
    ] {
        assert!(misfit(schema, &value).is_err(), "{value}");
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Paged<T> {
    #[serde(default)]
    items: Vec<T>,
    #[serde(default)]
    best: T,
    next: Option<String>,
    #[data(opaque)]
    from: Option<std::net::IpAddr>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(default)]
struct Limits {
    most: u32,
    least: Option<u32>,
}
impl Default for Limits {
    fn default() -> Self {
        Limits { most: 9, least: Some(1) }
    }
}

#[test]
fn fields_say_what_an_absent_key_is() {
    let absent = |schema| match schema {
        Schema::Struct { fields, .. } => fields.iter().map(Field::absent).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let null = Some(Value::Null);
    let paged = [Some(json!([])), Some(json!(0)), null.clone(), null.clone()];
    assert_eq!(absent(Paged::<u32>::schema()), paged);
    assert_eq!(absent(Limits::schema()), [Some(json!(9)), Some(json!(1))]);
    assert_eq!(absent(Line::schema())[..4], [None, None, null.clone(), null]);
}
