//! Calls with the answers of jsonata 2.0.6 under node, one a line: the function, its arguments, and its value, nothing
//! (`null`) or the code of its error. Regular expressions: pattern, flags, text, and all places with their groups, or
//! the error.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::regex::{Left, Regex, Subject};
use super::{arithmetic, base64, decimal, integer, moment, number, text, url};
use crate::jsonata::fault::Fault;
use serde_json::{Value, json};

fn call(function: &str, arguments: &[Value]) -> Result<Value, Fault> {
    let string = |index: usize| arguments.get(index).and_then(Value::as_str);
    let given = |index: usize| string(index).unwrap();
    let optional = |index: usize| arguments.get(index).and_then(Value::as_f64);
    let float = |index: usize| optional(index).unwrap();
    let numeric =
        |number: f64| if number.is_finite() { json!(number) } else { json!(number::plain(number)) };
    Ok(match function {
        "formatNumber" => decimal::format_number(float(0), given(1), None)?.into(),
        "formatInteger" => integer::format_integer(float(0), given(1))?.into(),
        "parseInteger" => numeric(integer::parse_integer(given(0), given(1))?),
        "fromMillis" => moment::from_millis(float(0), string(1), string(2))?.into(),
        "toMillis" => moment::to_millis(given(0), string(1), 0.0)?.map_or(Value::Null, numeric),
        "number" => numeric(number::cast(given(0))?),
        "round" => numeric(arithmetic::round(float(0), optional(1).unwrap_or(0.0))),
        "string" => number::shown(float(0))?.into(),
        "formatBase" => arithmetic::format_base(float(0), optional(1))?.into(),
        "substring" => text::substring(given(0), float(1), optional(2)).into(),
        "pad" => text::pad(given(0), float(1), string(2))?.into(),
        "substringBefore" => text::substring_before(given(0), given(1)).into(),
        "substringAfter" => text::substring_after(given(0), given(1)).into(),
        "trim" => text::trim(given(0)).into(),
        "uppercase" => text::uppercase(given(0)).into(),
        "lowercase" => text::lowercase(given(0)).into(),
        "length" => text::length(given(0)).into(),
        "base64encode" => base64::encode(given(0)).into(),
        "base64decode" => base64::decode(given(0)).into(),
        "encodeUrl" => url::encode_url(given(0)).into(),
        "encodeUrlComponent" => url::encode_url_component(given(0)).into(),
        "decodeUrl" => url::decode_url(given(0))?.into(),
        "decodeUrlComponent" => url::decode_url_component(given(0))?.into(),
        "sqrt" => numeric(arithmetic::sqrt(float(0))?),
        "power" => numeric(arithmetic::power(float(0), float(1))?),
        other => panic!("{other} is unknown"),
    })
}

#[test]
fn functions_answer_as_the_reference_does() {
    let lines = include_str!("answers.jsonl").lines();
    let mut count = 0;
    for line in lines {
        let (function, arguments, answer): (String, Vec<Value>, Value) =
            serde_json::from_str(line).unwrap();
        let got = call(&function, &arguments).unwrap_or_else(|fault| json!({ "code": fault.code }));
        let same =
            got == answer || got.as_f64().is_some_and(|number| answer.as_f64() == Some(number));
        assert!(same, "{line}: {got}");
        count += 1;
    }
    assert!(count > 500);
}

/// All places, as a search with the flag `g` finds them.
fn places(pattern: &str, flags: &str, text: &str) -> Result<Value, Fault> {
    let (regex, subject) = (Regex::compile(pattern, flags)?, Subject::new(text));
    let (mut places, mut at) = (vec![], 0);
    while at <= subject.len() {
        let Some(found) = regex.find_at(&subject, at, &mut Left::default())? else { break };
        let groups: Vec<_> = found
            .groups
            .iter()
            .map(|group| group.map(|(start, end)| subject.slice(start, end)))
            .collect();
        places.push(json!([found.start, subject.slice(found.start, found.end), groups]));
        at = found.end + usize::from(found.start == found.end);
    }
    Ok(places.into())
}

#[test]
fn regular_expressions_match_as_those_of_node() {
    let mut count = 0;
    for line in include_str!("regex/answers.jsonl").lines() {
        let (pattern, flags, text, answer): (String, String, String, Value) =
            serde_json::from_str(line).unwrap();
        match places(&pattern, &flags, &text) {
            Ok(places) => assert_eq!(places, answer, "{line}"),
            Err(fault) => assert!(
                answer.as_str().is_some_and(|text| fault.text.ends_with(text)),
                "{line}: {}",
                fault.text
            ),
        }
        count += 1;
    }
    assert!(count > 400);
}
