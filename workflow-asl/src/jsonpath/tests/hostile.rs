//! Input that is made to take time, memory or stack: it ends with an error, soon.

use super::super::*;
use crate::jsonata::Entropy;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Ends with a limit, soon even where the code is not optimised and others work on the machine.
fn limited<T: std::fmt::Debug>(what: &str, result: impl FnOnce() -> Result<T, Failure>) {
    let begin = Instant::now();
    let failure = result().expect_err(what);
    assert!(matches!(failure.reason, Reason::Limit(_)), "{what}: {failure}");
    assert!(begin.elapsed() < Duration::from_secs(20), "{what}: {:?}", begin.elapsed());
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, _| json!({ "a": [inner] }))
}

#[test]
fn long_and_deep_texts_are_refused() {
    for text in [
        format!("${}", ".a".repeat(300)),
        format!("$.{}", "a".repeat(20_000)),
        format!("$.a[?({}@.b{})]", "(".repeat(1_000), ")".repeat(1_000)),
        format!("$.a[?({}@.b)]", "!".repeat(10_000)),
        format!("$.a{}", "[?(@.a".repeat(2_000)),
        format!("$.a[?(@.b in {})]", "[".repeat(5_000)),
        format!("$.a[?(@.b =~ /{}/)]", "(a{1000}){1000}"),
    ] {
        assert!(Path::parse(&text).is_err(), "{}", &text[..60]);
    }
    let calls = "States.Array(".repeat(20_000);
    assert!(Intrinsic::parse(&calls).is_err());
    let rule = (0..100)
        .fold(json!({ "Variable": "$.a", "IsNull": true }), |rule, _| json!({ "Not": rule }));
    assert!(ChoiceRule::parse(&rule).is_err());
    assert!(PayloadTemplate::parse(&nested(100)).is_err());
}

#[test]
fn evaluations_are_bounded() {
    let wide = json!({ "list": (0..3_000).collect::<Vec<_>>(), "s": "x".repeat(200_000) });
    let scope = Scope::new(&wide);
    let eval = |path: &str| Path::parse(path).unwrap().eval(&scope).map(|value| value.into_owned());
    limited("each with each", || eval("$.list[?(@ in $.list)]"));
    limited("each with itself", || eval("$.list[?($.list == $.list)]"));
    limited("the same again", || eval("$.list[?(@ == 1 || $..* == 2)]"));
    limited("texts", || eval("$.list[?($.s =~ /y/)]"));

    let deep = nested(200);
    let eval = |path: &str| {
        Path::parse(path).unwrap().eval(&Scope::new(&deep)).map(|value| value.into_owned())
    };
    limited("scans", || eval("$..*..*..*..*"));
    assert_eq!(eval("$..b"), Ok(json!([])));
    let deeper = nested(400);
    limited("levels", || {
        Path::parse("$..b").unwrap().eval(&Scope::new(&deeper)).map(|value| value.into_owned())
    });
    let slice = Path::parse("$.list[-2147483648:2147483647]").unwrap();
    assert_eq!(slice.eval(&scope).unwrap().as_array().map(Vec::len), Some(6_000));
}

#[test]
fn what_is_made_is_bounded() {
    let input = json!({ "s": "x".repeat(200_000) });
    let scope = Scope::new(&input);
    let many = vec!["$.s"; 900].join(", ");
    limited("arguments", || {
        Intrinsic::parse(&format!("States.Array({many})"))
            .unwrap()
            .eval(&scope, &mut Entropy::default())
    });
    let nested = vec![format!("States.Array({})", vec!["$.s"; 40].join(", ")); 40].join(", ");
    limited("nested calls", || {
        Intrinsic::parse(&format!("States.Array({nested})"))
            .unwrap()
            .eval(&scope, &mut Entropy::default())
    });
    let template: Value = (0..1_000).map(|_| json!({ "s.$": "$" })).collect();
    limited("a template", || {
        PayloadTemplate::parse(&template).unwrap().eval(&scope, &mut Entropy::default())
    });
}
