//! Expressions that mean harm, and random ones: an error within a bound, never a panic.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};

const MEMORY: &str = "Expression evaluation memory limit exceeded";
const DEPTH: &str = "Stack overflow error";
const TIME: &str = "Expression evaluation timeout";

/// Returns what an expression comes to within 300 ms.
fn evaluate(text: &str) -> Result<Option<Value>, String> {
    evaluate_within(300, text)
}

fn evaluate_within(time: u64, text: &str) -> Result<Option<Value>, String> {
    evaluate_with(Limits { time, ..Limits::default() }, text)
}

fn evaluate_with(limits: Limits, text: &str) -> Result<Option<Value>, String> {
    let words = json!({ "long": "a".repeat(100_000), "list": (0..3000).collect::<Vec<_>>() });
    let mut scope = Scope::new();
    scope.bind_states(States::Input, &words);
    let expression = Expression::parse(text).map_err(|error| format!("{} {error}", error.code))?;
    let mut entropy = Entropy::default();
    expression.evaluate_on(None, &scope, &mut entropy, limits).map_err(|error| error.to_string())
}

#[test]
fn hostile_expressions_end_with_an_error() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + "1" + &close.repeat(100_000);
    let cases = [
        ("($f := function($n) { 1 + $f($n) }; $f(1))".to_owned(), DEPTH),
        ("($f := function($n) { $f($n) }; $f(1))".to_owned(), TIME),
        ("($f := function($n) { $n < 2 ? $n : $f($n - 1) + $f($n - 2) }; $f(30))".to_owned(), TIME),
        ("($f := function($n) { $map([1, 2], $f) }; $f(1))".to_owned(), DEPTH),
        (deep("(", ")"), DEPTH),
        (deep("[", "]"), DEPTH),
        (deep("-", ""), DEPTH),
        (deep("1+", ""), DEPTH),
        ("$a".to_owned() + &".b".repeat(100_000), DEPTH),
        ("($x := 'ab'; $f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f($x, 40))".to_owned(), MEMORY),
        ("($f := function($s, $n) { $n = 0 ? $s : $f($append($s, $s), $n - 1) }; $f([1, 2], 40))".to_owned(), MEMORY),
        ("[1..100000000]".to_owned(), "D2014"),
        ("[1..100000].([1..100000])".to_owned(), MEMORY),
        ("$pad('x', 1e9)".to_owned(), MEMORY),
        ("['x'].$pad(1e9)".to_owned(), MEMORY),
        ("'x' ~> $pad(1e9)".to_owned(), MEMORY),
        ("($p := $pad; $p('x', 1e9))".to_owned(), MEMORY),
        ("$replace($states.input.long, 'a', $states.input.long)".to_owned(), MEMORY),
        ("$replace($states.input.long, /a/, $states.input.long)".to_owned(), MEMORY),
        ("$states.input.long ~> $replace('a', $states.input.long)".to_owned(), MEMORY),
        ("$reduce([1..24], function($a, $b) { {'a': $a, 'b': $a} }, {})".to_owned(), MEMORY),
        ("$string($reduce([1..24], function($a, $b) { {'a': $a, 'b': $a} }, {}))".to_owned(), MEMORY),
        ("($f := function($a, $b) { {'a': $a, 'b': $a} }; $reduce([1..40], $f, {}) = $reduce([1..40], $f, {}))".to_owned(), TIME),
        ("$distinct([1..30] ~> $map(function($n) { $reduce([1..$n], function($a, $b) { {'a': $a, 'b': $a} }, {}) }))".to_owned(), MEMORY),
        ("$reduce([1..100000], function($a, $b) { [[$a]] })".to_owned(), DEPTH),
        ("$reduce([1..100000], function($a, $b) { {'a': $a} })".to_owned(), DEPTH),
        ("$reduce([1..100000], function($a, $b) { $zip($a, $b) })".to_owned(), DEPTH),
        ("($f := function($g, $n) { $n = 0 ? $g('a') : $f($g ~> $uppercase, $n - 1) }; $f($lowercase, 100000))".to_owned(), DEPTH),
        ("($f := function($g, $n) { $n = 0 ? $g() : $f(function() { $g() }, $n - 1) }; $f(function() { 1 }, 100000))".to_owned(), DEPTH),
        ("$match($states.input.long, /(a+)+b/)".to_owned(), ""),
        ("{ function($a) { $a }: 1 }".to_owned(), "T1003: Key in object structure must evaluate to a string; got: {}"),
    ];
    // On a busy machine the time may be over before the depth or the length is.
    for (text, codes) in cases {
        let start = Instant::now();
        let shown: String = text.chars().take(80).collect();
        match evaluate(&text) {
            Err(error) => {
                let ended = [codes, TIME].iter().any(|text| error.contains(text));
                assert!(ended, "{shown}: {error}");
            }
            // One that time alone ends may come to its end on a fast machine.
            Ok(value) => assert!(codes.is_empty(), "{shown}: {value:?}"),
        }
        // A bound with room for a debug build on a busy machine.
        assert!(start.elapsed() < Duration::from_secs(10), "{shown} took {:?}", start.elapsed());
    }
}

#[test]
fn joins_are_bounded_in_what_they_hold() {
    // Time enough for a debug build on a busy machine: it is the number of combinations that ends them.
    let limits = Limits { time: 60_000, memory: 1 << 22, ..Limits::default() };
    let cases: [String; 6] = [
        "$states.input".to_owned() + &".list@$".repeat(100),
        "$states.input".to_owned() + &".list@$x".repeat(3),
        "$states.input.list@$x".to_owned() + &".($states.input.list@$y)".repeat(3),
        "$states.input.list#$i".to_owned() + &".[1..1000]#$j".repeat(3),
        "$states.input.list@$x".to_owned() + &".$states.input.list@$y".repeat(3),
        "$map($states.input.list, function($n) { $states.input.list@$x.$states.input.list@$y })"
            .to_owned(),
    ];
    for text in cases {
        let error = evaluate_with(limits, &text).unwrap_err();
        let shown: String = text.chars().take(80).collect();
        assert!(error.contains(MEMORY), "{shown}: {error}");
    }
    let small = "($l := $states.input.list[[0..29]]; $count($l@$x.$l@$y))";
    assert_eq!(evaluate_with(limits, small), Ok(Some(json!(900))));
}

/// A value that others share takes memory each time it is written: it is counted while the result is made.
#[test]
fn results_are_bounded_in_the_memory_they_take() {
    let doubled = |times: u32| {
        format!("$reduce([1..{times}], function($a, $b) {{ {{'a': $a, 'b': $a}} }}, {{}})")
    };
    let limits = Limits { time: 60_000, ..Limits::default() };
    assert!(evaluate_with(limits, &doubled(12)).is_ok());
    let error = evaluate_with(limits, &doubled(21)).unwrap_err();
    assert!(error.contains(MEMORY), "{error}");
    // As much as AWS makes at once goes out.
    let all = evaluate_with(limits, "[1..873782]").unwrap();
    assert_eq!(all.and_then(|all| all.as_array().map(Vec::len)), Some(873_782));
}

#[test]
fn what_is_only_slow_elsewhere_is_not_here() {
    // Room for a debug build on a busy machine: elsewhere these take minutes, or for ever.
    const PATIENT: u64 = 60_000;
    assert_eq!(evaluate_within(PATIENT, "$count($distinct([1..20000]))"), Ok(Some(json!(20_000))));
    let runaway = "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a|aa)+$/)";
    assert!(evaluate_within(PATIENT, runaway).is_err_and(|error| error.contains(TIME)));
    assert_eq!(evaluate_within(PATIENT, "$formatInteger(1999, 'I')"), Ok(Some(json!("MCMXCIX"))));
    assert_eq!(evaluate_within(PATIENT, "$length($pad('', 1000000))"), Ok(Some(json!(1_000_000))));
}

/// Any JSON, without expressions.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        "[a-z{% }]{0,6}".prop_map(|text| Value::from(text.replace("{%", "{ %"))),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("[a-z/~]{0,4}", inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Returns what is made of JSON by replacing every `null` in it.
fn filled(value: &Value, with: &Value) -> Value {
    match value {
        Value::Null => with.clone(),
        Value::Array(items) => items.iter().map(|item| filled(item, with)).collect(),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (key.clone(), filled(value, with))).collect(),
        ),
        other => other.clone(),
    }
}

fn evaluated(template: &Value, input: &Value) -> Arc<Value> {
    let mut scope = Scope::new();
    scope.bind_states(States::Input, input);
    let template = Template::parse(template, "Output").unwrap();
    template.evaluate(&scope, &mut Entropy::default()).unwrap()
}

/// Pieces of expressions, also where they do not belong.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        "$x|$states.input|.a|.b|[0]|[$ > 1]|[]|(|)|{|}|'k':|,|;|:=|$v|function($v)|+|-|*|/|%|&|=|<|and|or|in|? |:|~>|^(|<|>|@$i|#$i|1|0|1e308|-|'s'|''|null|true|$|$$|**|*|!|..|[1..3]|/a+/|$map(|$filter(|$sum(|$string(|$sort(|$reduce(|$merge(|$distinct(|$replace(|$pad(|$now()|$random()|$uuid()|$hash('a','MD5')|$partition([1,2],1)|\\|\"|`|日本|\u{1F600}"
            .split('|')
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn a_template_without_expressions_is_itself(value in json()) {
        prop_assert_eq!(&*evaluated(&value, &Value::Null), &value);
    }

    #[test]
    fn a_template_replaces_exactly_its_expressions(value in json(), input in json()) {
        let template = filled(&value, &json!("{% $states.input %}"));
        // Through the evaluator, and past it.
        let slow = filled(&value, &json!("{% ($copy := $states.input; $copy) %}"));
        let fast = evaluated(&template, &input);
        prop_assert_eq!(fast.to_string(), evaluated(&slow, &input).to_string());
        // A whole float is written as an integer: compared as numbers.
        prop_assert_eq!(fast.to_string(), evaluated(&template, &fast_copy(&input)).to_string());
    }

    #[test]
    fn random_expressions_do_not_panic(text in pieces()) {
        let _ = evaluate(&text);
    }

    #[test]
    fn random_texts_do_not_panic(text in "\\PC{0,40}") {
        let _ = evaluate(&text);
    }
}

/// Itself, as an expression hands it on.
fn fast_copy(input: &Value) -> Value {
    (*evaluated(&json!("{% $states.input %}"), input)).clone()
}
