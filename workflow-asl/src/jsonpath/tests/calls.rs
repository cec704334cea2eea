//! Intrinsic functions.

use super::super::*;
use crate::jsonata::Entropy;
use serde_json::{Value, json};

fn call(text: &str) -> Result<Value, String> {
    let input = json!({
        "s": "a,b;c", "i": 3, "f": 1.5, "a": [1, 2, 2, 3], "o": { "x": 1, "y": null, "z": [1.0, "t"] }, "p": { "x": 2, "w": 3 },
    });
    let call = Intrinsic::parse(text).map_err(|error| format!("parse: {error}"))?;
    let value = call.eval(&Scope::new(&input), &mut Entropy::new(0, 1));
    value.map_err(|failure| {
        failure.cause.split(" had the following error: ").nth(1).unwrap().to_owned()
    })
}

#[test]
fn intrinsic_functions_have_their_values() {
    for (text, expected) in [
        ("States.Format('{} and {}', $.s, $.i)", json!("a,b;c and 3")),
        ("States.Format('{}', $.o)", json!("{x=1, y=null, z=[1.0, t]}")),
        (r"States.Format('\{\} \'{}\' \\', 1)", json!("{} '1' \\")),
        ("States.Format('{}{}{}', true, null, 10000000.0)", json!("truenull1.0E7")),
        ("States.Format('none')", json!("none")),
        ("States.StringToJson('{\"a\": [1]}')", json!({ "a": [1] })),
        ("States.JsonToString($.o)", json!("{\"x\":1,\"y\":null,\"z\":[1.0,\"t\"]}")),
        ("States.Array( 1 , 'x',$.i )", json!([1, "x", 3])),
        ("States.ArrayPartition($.a, 3)", json!([[1, 2, 2], [3]])),
        ("States.ArrayContains($.a, 2)", json!(true)),
        ("States.ArrayRange(1, 9, 2)", json!([1, 3, 5, 7, 9])),
        ("States.ArrayRange(3, 1, -1)", json!([3, 2, 1])),
        ("States.ArrayRange(3, 1, 1)", json!([])),
        ("States.ArrayRange(0, 999, 1).x", json!(null)),
        ("States.ArrayGetItem($.a, 3)", json!(3)),
        ("States.ArrayLength($.a[?(@ == 2)])", json!(2)),
        ("States.ArrayUnique($.a)", json!([1, 2, 3])),
        ("States.Base64Encode('Data')", json!("RGF0YQ==")),
        ("States.Base64Decode('RGF0YQ')", json!("Data")),
        ("States.Hash('abc', 'MD5')", json!("900150983cd24fb0d6963f7d28e17f72")),
        ("States.Hash(1, 'MD5')", json!("c4ca4238a0b923820dcc509a6f75849b")),
        (
            "States.JsonMerge($.o, $.p, false)",
            json!({ "x": 2, "y": null, "z": [1.0, "t"], "w": 3 }),
        ),
        ("States.MathAdd($.f, -4)", json!(-2)),
        ("States.StringSplit($.s, ',;')", json!(["a", "b", "c"])),
        ("States.ArrayGetItem(States.StringSplit('x-y', '-'), States.MathAdd(0, 1))", json!("y")),
    ] {
        let found = call(text);
        if text.ends_with(".x") {
            assert!(found.is_err(), "{text}: {found:?}");
        } else {
            assert_eq!(found, Ok(expected), "{text}");
        }
    }
    let uuid = call("States.UUID()").unwrap();
    assert_eq!(uuid.as_str().map(str::len), Some(36));
    for _ in 0..50 {
        let number = call("States.MathRandom(-2, 3)").unwrap().as_i64().unwrap();
        assert!((-2..3).contains(&number));
    }
    assert_eq!(call("States.MathRandom(0, 1000, 7)"), call("States.MathRandom(0, 1000, 7)"));
}

#[test]
fn intrinsic_functions_refuse_what_aws_refuses() {
    let long = format!("States.Base64Encode('{}')", "x".repeat(10_001));
    for (text, words) in [
        ("States.Format('{}')", "number of arguments do not match the occurrences of {}."),
        ("States.Format('{}', 1, 2)", "number of arguments do not match the occurrences of {}."),
        (
            "States.Format('{ {}', 1)",
            "Invalid template in States.Format: matching '}' not found for '{'.",
        ),
        ("States.Format($.i)", "the template must be a string"),
        (
            "States.Array($.nope)",
            "The JsonPath argument for the field '$.nope' could not be found in the input '{",
        ),
        (
            "States.Array($.i[0])",
            "Filter: [0] can only be applied to arrays. Current context is: 3",
        ),
        ("States.StringToJson('{')", "the string is not JSON"),
        ("States.StringToJson($.i)", "expected a string"),
        ("States.ArrayPartition($.a, 0)", "must be more than zero"),
        ("States.ArrayLength($.s)", "must be an array"),
        ("States.ArrayRange(1, 5, 0)", "must not be zero"),
        ("States.ArrayRange(0, 1000, 1)", "1001 items are more than 1000"),
        ("States.ArrayGetItem($.a, 4)", "not in an array of 4"),
        ("States.ArrayGetItem($.a, -1)", "not in an array of 4"),
        ("States.Base64Decode('?')", "not Base64"),
        ("States.Hash('a', 'md5')", "the algorithm must be"),
        ("States.JsonMerge($.o, $.p, true)", "deep merging"),
        ("States.JsonMerge($.a, $.p, false)", "must be objects"),
        ("States.MathRandom(3, 3)", "must be less than"),
        ("States.MathAdd(2147483647, 1)", "not an integer of 32 bits"),
        ("States.MathAdd(1e300, 1)", "not an integer of 32 bits"),
        ("States.MathAdd('1', 1)", "expected an integer"),
        ("States.StringSplit($.s, 1)", "must be strings"),
        (long.as_str(), "more than 10000 characters"),
    ] {
        let found = call(text).unwrap_err();
        assert!(found.contains(words) && !found.starts_with("parse"), "{text}: {found}");
    }
}

#[test]
fn texts_that_are_no_calls_are_refused() {
    let nested = |depth: usize| format!("{}1{}", "States.Array(".repeat(depth), ")".repeat(depth));
    assert!(Intrinsic::parse(&nested(10)).is_ok());
    assert!(Intrinsic::parse(&nested(11)).is_err());
    for text in [
        "",
        "States",
        "States.",
        "States.Nope()",
        "States.MathSub(1, 2)",
        "Array()",
        "States.Array",
        "States.Array(",
        "States.Array(1",
        "States.Array(1,)",
        "States.Array(1 2)",
        "States.Array(x)",
        "States.Array('x)",
        "States.Array(\"x\")",
        "States.Array() x",
        "States.Array($.)",
        "States.Array($x y)",
        "States.UUID(1)",
        "States.MathAdd(1)",
        "States.Hash('x')",
        r"States.Array('\n')",
        r"States.Array('\')",
        "States.Format()",
    ] {
        assert!(Intrinsic::parse(text).is_err(), "{text}");
    }
    assert_eq!(FUNCTIONS.len(), 18);
}
