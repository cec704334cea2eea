//! Choice rules and timestamps.

use super::super::*;
use serde_json::{Value, json};

fn holds(rule: Value) -> Result<bool, String> {
    let input = json!({
        "s": "a*b\\c", "n": 5, "f": 5.0, "t": "2020-01-01T00:00:00Z", "u": "2020-01-01T01:00:00.000+01:00", "b": true,
        "null": null, "high": "\u{ff5e}", "astral": "\u{1f600}",
    });
    let rule = ChoiceRule::parse(&rule).map_err(|problems| problems[0].to_string())?;
    rule.eval(&Scope::new(&input)).map_err(|failure| failure.cause)
}

#[test]
fn rules_decide() {
    let test = |variable: &str, operator: &str, value: Value| {
        holds(json!({ "Variable": variable, operator: value, "Next": "N" }))
    };
    for (variable, operator, value, expected) in [
        ("$.s", "StringMatches", json!("a\\**"), true),
        ("$.s", "StringMatches", json!("*\\\\c"), true),
        ("$.s", "StringMatches", json!("a*b*b*c"), false),
        ("$.s", "StringMatches", json!("*"), true),
        ("$.s", "StringMatches", json!("a\\*b\\\\c"), true),
        ("$.s", "StringMatches", json!("*b*c*"), true),
        ("$.s", "StringEquals", json!("a*b\\c"), true),
        ("$.n", "StringEquals", json!("5"), false),
        ("$.n", "NumericEqualsPath", json!("$.f"), true),
        ("$.n", "NumericLessThanPath", json!("$.s"), false),
        ("$.n", "NumericGreaterThan", json!(4.9), true),
        ("$.t", "TimestampEqualsPath", json!("$.u"), true),
        ("$.t", "TimestampLessThan", json!("2020-01-01T00:00:00.000000001Z"), true),
        ("$.t", "IsTimestamp", json!(true), true),
        ("$.s", "IsTimestamp", json!(false), true),
        ("$.null", "IsNull", json!(true), true),
        ("$.null", "IsPresent", json!(true), true),
        ("$.no.where", "IsPresent", json!(false), true),
        ("$.n[0]", "IsPresent", json!(true), false),
        ("$variable", "IsPresent", json!(true), false),
        ("$.b", "BooleanEquals", json!(true), true),
        // Java orders by UTF-16 code units, in which all beyond the basic plane begin with a surrogate.
        ("$.astral", "StringLessThanPath", json!("$.high"), true),
    ] {
        assert_eq!(test(variable, operator, value), Ok(expected), "{variable} {operator}");
    }
    let missing =
        "Invalid path '$.x': The choice state's condition path references an invalid value.";
    assert_eq!(test("$.x", "IsNull", json!(true)), Err(missing.to_owned()));
    assert_eq!(test("$.n", "NumericEqualsPath", json!("$.x")), Err(missing.to_owned()));
    let positive = json!({ "Variable": "$.n", "NumericGreaterThan": 0 });
    let missing = json!({ "Variable": "$.x", "IsNull": true });
    assert_eq!(
        holds(json!({ "Not": { "And": [positive, { "Or": [positive, missing] }] } })),
        Ok(false)
    );
}

#[test]
fn rules_that_are_wrong_are_refused() {
    for rule in [
        json!(1),
        json!({}),
        json!({ "Variable": "$.a" }),
        json!({ "StringEquals": "a" }),
        json!({ "Variable": "a", "StringEquals": "a" }),
        json!({ "Variable": "$.a", "StringEquals": 1 }),
        json!({ "Variable": "$.a", "StringEquals": "a", "IsNull": true }),
        json!({ "Variable": "$.a", "StringMatches": "\\a" }),
        json!({ "Variable": "$.a", "TimestampEquals": "2020-01-01" }),
        json!({ "Variable": "$.a", "NumericEqualsPath": "$..b" }),
        json!({ "Variable": "$.a", "IsPresent": "true" }),
        json!({ "Variable": "$.a", "Nope": 1 }),
        json!({ "And": [] }),
        json!({ "Not": [] }),
        json!({ "Or": [{ "Variable": "$.a", "IsNull": true, "Next": "B" }] }),
    ] {
        assert!(ChoiceRule::parse(&rule).is_err(), "{rule}");
    }
    let rule =
        json!({ "Or": [{ "Variable": "$.a", "IsNull": 1 }, { "Variable": "a", "IsNull": true }] });
    let problems = ChoiceRule::parse(&rule).unwrap_err();
    let pointers: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(pointers, ["/Or/0/IsNull", "/Or/1/Variable"]);
    assert_eq!(OPERATORS.len(), 39);
}

#[test]
fn timestamps_are_of_rfc_3339() {
    let seconds = |text: &str| Timestamp::parse(text).map(Timestamp::since_1970);
    assert_eq!(seconds("1970-01-01T00:00:00Z"), Some((0, 0)));
    assert_eq!(seconds("2000-02-29T12:30:15.25Z"), Some((951_827_415, 250_000_000)));
    assert_eq!(seconds("1969-12-31T23:00:00-01:00"), Some((0, 0)));
    assert_eq!(seconds("0001-01-01T00:00:00Z"), Some((-62_135_596_800, 0)));
    for text in [
        "",
        "2020-01-01",
        "2020-01-01T00:00:00",
        "2020-01-01t00:00:00Z",
        "2020-01-01T00:00:00z",
        "2020-1-01T00:00:00Z",
        "2020-13-01T00:00:00Z",
        "2021-02-29T00:00:00Z",
        "2020-01-01T24:00:00Z",
        "2020-01-01 00:00:00Z",
        "2020-01-01T00:00:00.Z",
        "2020-01-01T00:00:00+0100",
        "2020-01-01T00:00Z",
        "+020-01-01T00:00:00Z",
        "2020-01-01T00:00:00Zé",
    ] {
        assert_eq!(seconds(text), None, "{text}");
    }
}
