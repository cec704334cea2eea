//! Expressions that mean harm, and random ones: an error within a bound, never a panic.

#![allow(clippy::unwrap_used, reason = "tests")]
use super::expression::Limits;
use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What an expression comes to within 300 ms.
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
        ("($f := function($n) { 1 + $f($n) }; $f(1))".to_owned(), "D1011|D1012"),
        ("($f := function($n) { $f($n) }; $f(1))".to_owned(), "D1012"),
        ("($f := function($n) { $n < 2 ? $n : $f($n - 1) + $f($n - 2) }; $f(45))".to_owned(), "D1012"),
        ("($f := function($n) { $map([1, 2], $f) }; $f(1))".to_owned(), "D1011|D1012"),
        (deep("(", ")"), "U1002"),
        (deep("[", "]"), "U1002"),
        (deep("-", ""), "U1002"),
        (deep("1+", ""), "U1002"),
        ("$a".to_owned() + &".b".repeat(100_000), "U1002"),
        ("($x := 'ab'; $f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f($x, 40))".to_owned(), "D1012"),
        ("($f := function($s, $n) { $n = 0 ? $s : $f($append($s, $s), $n - 1) }; $f([1, 2], 40))".to_owned(), "D2015|D1012"),
        ("[1..100000000]".to_owned(), "D2014"),
        ("[1..100000].([1..100000])".to_owned(), "D"),
        ("$pad('x', 1e9)".to_owned(), "D2015"),
        ("['x'].$pad(1e9)".to_owned(), "D2015"),
        ("'x' ~> $pad(1e9)".to_owned(), "D2015"),
        ("($p := $pad; $p('x', 1e9))".to_owned(), "D2015"),
        ("$replace($states.input.long, 'a', $states.input.long)".to_owned(), "D2015"),
        ("$replace($states.input.long, /a/, $states.input.long)".to_owned(), "D2015"),
        ("$formatInteger(1e15, 'I')".to_owned(), "D2015"),
        ("$formatInteger@$i(1e15, 'I')".to_owned(), "D2015"),
        ("$pad@$i('x', 1e9)".to_owned(), "D2015"),
        ("1e15 ~> $formatInteger('i;o')".to_owned(), "D2015"),
        ("$map([1e15], function($n) { $formatInteger($n, 'I') })".to_owned(), "D2015"),
        ("($f := $formatInteger; $f(1e15, 'I'))".to_owned(), "D2015"),
        (format!("$fromMillis(0, '[{}]')", "Y0".repeat(40)), "U1003"),
        ("{ function($a) { $a }: 1 }".to_owned(), "T1003: Key in object structure must evaluate to a string; got: a function"),
        ("$states.input.long ~> $replace('a', $states.input.long)".to_owned(), "D2015"),
    ];
    // On a busy machine the time may be over before the depth or the length is.
    for (text, codes) in cases {
        let start = Instant::now();
        let error = evaluate(&text).unwrap_err();
        let shown: String = text.chars().take(80).collect();
        assert!(codes.split('|').any(|code| error.contains(code)), "{shown}: {error}");
        // Time is checked between nodes: a bound with room for a debug build on a busy machine.
        assert!(start.elapsed() < Duration::from_secs(60), "{shown} took {:?}", start.elapsed());
    }
}

#[test]
fn joins_are_bounded_in_what_they_hold() {
    // Time enough for a debug build on a busy machine: it is the number of combinations that ends them.
    let limits = Limits { time: 60_000, sequence: 10_000, ..Limits::default() };
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
        assert!(error.contains("D2014: The joins of this expression"), "{shown}: {error}");
    }
    // Two names: 3 for each of 3000 would be too many of them, 3 for each of 30 are not.
    let small = "($l := $states.input.list[[0..29]]; $count($l@$x.$l@$y))";
    assert_eq!(evaluate_with(limits, small), Ok(Some(json!(900))));
    let nested = "$states.input.list@$x.($states.input.list@$y)^($y)";
    assert!(evaluate_with(limits, nested).unwrap_err().contains("A join within a step"));
}

#[test]
fn what_is_only_slow_elsewhere_is_not_here() {
    // Room for a debug build on a busy machine: elsewhere these take minutes, or for ever.
    const PATIENT: u64 = 60_000;
    assert_eq!(evaluate_within(PATIENT, "$count($distinct([1..20000]))"), Ok(Some(json!(20_000))));
    assert_eq!(
        evaluate_within(
            PATIENT,
            "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a|aa)+$/)"
        ),
        Ok(None)
    );
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

/// What is made of JSON by replacing every `null` in it.
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
