//! Payload templates.

use super::super::*;
use crate::jsonata::Entropy;
use serde_json::{Value, json};

fn template(template: &Value, input: &Value) -> Result<Value, Failure> {
    PayloadTemplate::parse(template).unwrap().eval(&Scope::new(input), &mut Entropy::new(0, 1))
}

#[test]
fn templates_replace_what_ends_in_dollar() {
    let input = json!({ "x": 1 });
    let written = json!({
        "a": "$.x", "b.$": "$.x", "c": [{ "d.$": "$.x" }, "$.x"], "e": { "f.$": "States.Array($.x)" }, "g": { "h": 1 },
    });
    let expected = json!({
        "a": "$.x", "b": 1, "c": [{ "d": 1 }, "$.x"], "e": { "f": [1] }, "g": { "h": 1 },
    });
    assert_eq!(template(&written, &input), Ok(expected));
    assert!(PayloadTemplate::parse(&json!({ "a": 1 })).unwrap().literal().is_some());

    let failure = template(&json!({ "deep": { "value.$": "$.nope" } }), &input).unwrap_err();
    assert_eq!(
        failure.cause,
        "The JSONPath '$.nope' specified for the field 'value.$' could not be found in the input '{\"x\":1}'"
    );
}

#[test]
fn problems_of_templates_say_where() {
    let written = json!({
        "a": { "x.$": "States.StringToJson('\\\"')" }, "b": [{ "y.$": 1 }], "c": 1, "c.$": "$", "d.$": "x",
    });
    let problems = PayloadTemplate::parse(&written).unwrap_err();
    let pointers: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(pointers, ["/a", "/b/0", "", ""]);
    assert!(problems[0].message.starts_with(
        "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call"
    ));
}
