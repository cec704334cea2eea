//! `$parse`: the JSON of a text.

use crate::jsonata::fault::Fault;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// The value of a JSON text. An integer beyond 64 bits is the nearest double (measured).
///
/// # Errors
///
/// D3137 for a text that is not one JSON value, for repeated keys, and for more than 127 levels.
pub fn parse(text: &str) -> Result<Value, Fault> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Once.deserialize(&mut reader);
    value
        .and_then(|value| reader.end().map(|()| value))
        .map_err(|error| Fault::new("D3137", format!("Invalid JSON: {error}")))
}

/// Reads a value whose objects have each key once.
struct Once;

impl<'de> DeserializeSeed<'de> for Once {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once {
    type Value = Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or_else(|_| (value as f64).into(), Value::from))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = vec![];
        while let Some(item) = items.next_element_seed(Once)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(Once)?;
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("the key {key:?} is there twice")));
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn one_value_is_read() {
        for (text, value) in [
            (
                " {\"a\": [1, -2, 1.5, null, true, \"é\\u00e9\"]} ",
                json!({"a": [1, -2, 1.5, null, true, "éé"]}),
            ),
            ("9223372036854775807", json!(i64::MAX)),
            ("9223372036854775808", json!(9_223_372_036_854_775_808_f64)),
            ("18446744073709551616", json!(18_446_744_073_709_551_616_f64)),
            ("\"x\"", json!("x")),
        ] {
            assert_eq!(parse(text), Ok(value));
        }
    }

    #[test]
    fn other_texts_are_faults() {
        let deep = "[".repeat(1_000_000);
        for text in [
            "",
            "{\"a\":1}{\"b\":2}",
            "{\"a\":1,\"a\":1}",
            "[{\"a\":{\"b\":1,\"b\":2}}]",
            "1e400",
            "NaN",
            "'x'",
            "01",
            &deep,
        ] {
            let fault =
                parse(text).map_err(|fault| (fault.code, fault.text.starts_with("Invalid JSON")));
            assert_eq!(fault, Err(("D3137", true)));
        }
    }
}
