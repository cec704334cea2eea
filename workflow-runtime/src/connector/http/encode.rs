//! Writes values in queries and forms.

use reqwest::Url;
use serde_json::Value;

/// The way in which a form writes lists (`RequestEncodingOptions.ArrayFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrays {
    Indices,
    Repeat,
    Commas,
    Brackets,
}

impl Arrays {
    pub(super) fn named(name: &str) -> Result<Self, String> {
        match name {
            "INDICES" => Ok(Arrays::Indices),
            "REPEAT" => Ok(Arrays::Repeat),
            "COMMAS" => Ok(Arrays::Commas),
            "BRACKETS" => Ok(Arrays::Brackets),
            _ => Err(format!("`ArrayFormat` is INDICES, REPEAT, COMMAS or BRACKETS, not `{name}`")),
        }
    }
}

/// Text as it is, everything else as JSON.
pub(super) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// An object as a form.
pub(super) fn form(body: &Value, arrays: Arrays) -> Result<String, String> {
    let fields = body.as_object().ok_or("a `RequestBody` that is URL-encoded is an object")?;
    let mut pairs = vec![];
    fields.iter().for_each(|(name, value)| add(name.clone(), value, arrays, &mut pairs));
    Ok(encoded(&pairs))
}

fn add(name: String, value: &Value, arrays: Arrays, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) if arrays == Arrays::Commas => {
            pairs.push((name, items.iter().map(plain).collect::<Vec<_>>().join(",")));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = match arrays {
                    Arrays::Indices => format!("{name}[{index}]"),
                    Arrays::Brackets => format!("{name}[]"),
                    Arrays::Repeat | Arrays::Commas => name.clone(),
                };
                add(name, item, arrays, pairs);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                add(format!("{name}[{key}]"), value, arrays, pairs);
            }
        }
        value => pairs.push((name, plain(value))),
    }
}

/// In the form of a query, by the serializer of URLs.
fn encoded(pairs: &[(String, String)]) -> String {
    Url::parse_with_params("http://form", pairs)
        .ok()
        .and_then(|url| url.query().map(str::to_owned))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn lists_are_written_in_four_ways() {
        let body = json!({ "a": [1, "x y"], "b": { "c": true } });
        let cases = [
            ("INDICES", "a%5B0%5D=1&a%5B1%5D=x+y&b%5Bc%5D=true"),
            ("REPEAT", "a=1&a=x+y&b%5Bc%5D=true"),
            ("COMMAS", "a=1%2Cx+y&b%5Bc%5D=true"),
            ("BRACKETS", "a%5B%5D=1&a%5B%5D=x+y&b%5Bc%5D=true"),
        ];
        for (format, expected) in cases {
            assert_eq!(form(&body, Arrays::named(format).unwrap()).unwrap(), expected, "{format}");
        }
        assert!(Arrays::named("CSV").unwrap_err().contains("not `CSV`"));
        assert!(form(&json!([1]), Arrays::Repeat).is_err());
    }
}
