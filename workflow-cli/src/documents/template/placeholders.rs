//! `${NAME}`: what a deployment replaces in a definition.

use serde_json::{Map, Value};

/// Names in names, `${self:custom.${sls:stage}}`, are replaced from within, so often.
const ROUNDS: usize = 8;

/// A text that names make longer than this is left as it is: values may name each other.
const LONGEST: usize = 1_048_576;

/// The next placeholder of a text: where it begins and ends, and its name.
fn next(text: &str, from: usize) -> Option<(usize, usize, &str)> {
    let mut at = from;
    loop {
        let begin = at + text.get(at..)?.find("${")?;
        if let Some((end, name)) = at_once(text, begin) {
            return Some((begin, end, name));
        }
        at = begin + 2;
    }
}

/// The placeholder that begins here: where it ends, and its name.
fn at_once(text: &str, begin: usize) -> Option<(usize, &str)> {
    let rest = text[begin..].strip_prefix("${")?;
    let end = rest.find(['{', '}', '\n'])?;
    let name = &rest[..end];
    let is_one = rest[end..].starts_with('}') && is_name(name, text.starts_with("{%"));
    is_one.then_some((begin + end + 3, name))
}

/// True if it may be a name: in JSONata `${…}` groups, `${key: value}`.
fn is_name(name: &str, jsonata: bool) -> bool {
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    begins && !(jsonata && name.contains(':') && !name.starts_with("AWS::"))
}

/// A value in whose strings and keys the placeholders are replaced that have a value.
pub(in super::super) fn replaced(value: &Value, known: &dyn Fn(&str) -> Option<String>) -> Value {
    match value {
        Value::String(text) => Value::String(text_of(text, known)),
        Value::Array(items) => items.iter().map(|item| replaced(item, known)).collect(),
        Value::Object(fields) => {
            let field =
                |(key, value): (&String, &Value)| (text_of(key, known), replaced(value, known));
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

pub(super) fn text_of(text: &str, known: &dyn Fn(&str) -> Option<String>) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let (mut done, mut at, mut changed) = (String::new(), 0, false);
        while let Some((begin, end, name)) = next(&text, at) {
            if done.len() > LONGEST {
                return done + &text[at..];
            }
            done += &text[at..begin];
            match known(name) {
                Some(value) => {
                    done += &value;
                    changed = true;
                }
                None => done += &text[begin..end],
            }
            at = end;
        }
        done += &text[at..];
        text = done;
        if !changed {
            break;
        }
    }
    text
}

/// Replaces strings of YAML that are a placeholder without quotes, as they are in JSON outside of strings: by what the
/// value is there, `5` and not `"5"`. A value that is no JSON is a text.
pub(in super::super) fn plain(
    value: &mut Value,
    pointer: &str,
    is_plain: &dyn Fn(&str) -> bool,
    given: &dyn Fn(&str) -> Option<String>,
) {
    match value {
        Value::String(text) => {
            if let Some((end, name)) = at_once(text, 0)
                && end == text.len()
                && let Some(Ok(read)) = given(name).map(|it| serde_json::from_str::<Value>(&it))
                && !read.is_string()
                && is_plain(pointer)
            {
                *value = read;
            }
        }
        Value::Array(items) => items.iter_mut().enumerate().for_each(|(index, item)| {
            plain(item, &format!("{pointer}/{index}"), is_plain, given);
        }),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| {
            let key = escaped(key);
            plain(value, &format!("{pointer}/{key}"), is_plain, given);
        }),
        _ => {}
    }
}

/// The placeholders that are left, with the places of their strings.
pub(in super::super) fn left(value: &Value) -> Vec<(String, String)> {
    let mut found = vec![];
    collect(value, String::new(), &mut found);
    found
}

fn collect(value: &Value, pointer: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let mut at = 0;
            while let Some((_, end, name)) = next(text, at) {
                found.push((pointer.clone(), name.to_owned()));
                at = end;
            }
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
            collect(item, format!("{pointer}/{index}"), found);
        }),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            let key = escaped(key);
            collect(value, format!("{pointer}/{key}"), found);
        }),
        _ => {}
    }
}

/// A text of JSON in which the placeholders outside of strings are replaced that have a value.
pub(in super::super) fn bare(json: &str, known: &dyn Fn(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(json.len());
    let mut at = 0;
    while let Some((begin, end, name)) = outside(json, at) {
        text += &json[at..begin];
        match known(name) {
            Some(value) => text += &value,
            None => text += &json[begin..end],
        }
        at = end;
    }
    text + &json[at..]
}

/// The name of the first placeholder outside of strings.
pub(in super::super) fn stands_bare(json: &str) -> Option<String> {
    outside(json, 0).map(|(_, _, name)| name.to_owned())
}

/// The next placeholder outside of strings; `from` is outside of them.
fn outside(json: &str, from: usize) -> Option<(usize, usize, &str)> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in json.bytes().enumerate().skip(from) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'$' if !quoted => {
                if let Some((end, name)) = at_once(json, at) {
                    return Some((at, end, name));
                }
            }
            _ => {}
        }
    }
    None
}

/// A key as it stands in a JSON pointer.
pub(in super::super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn known(name: &str) -> Option<String> {
        Some(match name {
            "A" => "1".to_owned(),
            "stage" => "dev".to_owned(),
            "of:dev" => "inner".to_owned(),
            "AWS::Region" => "us-east-1".to_owned(),
            _ => return None,
        })
    }

    #[test]
    fn names_are_replaced() {
        for (text, expected) in [
            ("x${A}y${A}", "x1y1"),
            ("${B}${A}", "${B}1"),
            ("${of:${stage}}", "inner"),
            ("arn:${AWS::Region}:", "arn:us-east-1:"),
            ("${}${ A}$${A", "${}${ A}$${A"),
            ("{% $x${A: 1} & '${A}' %}", "{% $x${A: 1} & '1' %}"),
        ] {
            assert_eq!(text_of(text, &known), expected);
        }
        let value = json!({ "${A}": ["${A}", { "n": 1 }] });
        assert_eq!(replaced(&value, &known), json!({ "1": ["1", { "n": 1 }] }));
    }

    #[test]
    fn names_that_grow_have_a_limit() {
        let grows = |_: &str| Some("${A}".repeat(1000));
        assert!(text_of("${A}", &grows).len() <= 4 * LONGEST);
    }

    #[test]
    fn what_is_left_is_named() {
        let left = left(&json!({ "a/b": ["x ${T} ${U.Arn}"], "c": "{% $y${k: 1} %}" }));
        assert_eq!(left, [("/a~1b/0".into(), "T".into()), ("/a~1b/0".into(), "U.Arn".into())]);
    }

    #[test]
    fn plain_ones_are_what_their_value_is() {
        let mut value = json!({ "a": ["${A}", "${A}"], "b": "${A}s", "c": "${M}", "d": "${W}" });
        let given = |name: &str| match name {
            "A" => Some("5".to_owned()),
            "W" => Some("\"word\"".to_owned()),
            _ => None,
        };
        plain(&mut value, "", &|pointer| pointer != "/a/1", &given);
        let expected = json!({ "a": [5, "${A}"], "b": "${A}s", "c": "${M}", "d": "${W}" });
        assert_eq!(value, expected);
    }

    #[test]
    fn bare_ones_are_replaced_in_the_text() {
        let json = r#"{ "a\"": "${A}", "n": ${A}, "m": ${M} }"#;
        assert_eq!(bare(json, &known), r#"{ "a\"": "${A}", "n": 1, "m": ${M} }"#);
        assert_eq!(stands_bare(r#"{"a": "${A}"}"#), None);
        assert_eq!(stands_bare(json).as_deref(), Some("A"));
    }

    #[test]
    fn what_only_begins_as_placeholders_takes_linear_time() {
        let begun = std::time::Instant::now();
        for part in ["$", "${", "${ ", "${a", "$$ x ", "${a\n"] {
            let text = part.repeat(500_000);
            assert_eq!(bare(&text, &known), text);
            assert_eq!(text_of(&text, &known), text);
            assert_eq!(left(&json!(text)), []);
        }
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }
}
