#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use serde_json::{Value, json};

/// Returns what an expression comes to, with `$order` and `$list` bound; an error as its text.
fn evaluate(text: &str) -> Result<Option<Value>, String> {
    let order = json!({ "id": "o-1", "total": 21, "lines": [{ "n": 1 }, { "n": 2 }], "none": null, "one": [7] });
    let list = json!([3, 1, 3, 2]);
    let (input, context) = (
        json!({ "a": [1, 2], "big": 9007199254740993_u64 }),
        json!({ "Execution": { "Id": "e" } }),
    );
    let mut scope = Scope::new();
    scope.bind("order", &order);
    scope.bind("list", &list);
    scope.bind_states(States::Input, &input);
    scope.bind_states(States::Context, &context);
    let expression = Expression::parse(text).map_err(|error| error.to_string())?;
    expression
        .evaluate(&scope, &mut Entropy::new(1_700_000_000_123, 1))
        .map_err(|error| error.to_string())
}

/// Compares the values of expressions, as JSON texts.
fn each<const N: usize>(cases: [(&str, Value); N]) {
    for (text, value) in cases {
        assert_eq!(
            evaluate(text).map(|it| it.map(|it| it.to_string())),
            Ok(Some(value.to_string())),
            "{text}"
        );
    }
}

#[test]
fn values_of_data() {
    each([
        ("$order.total * 2", json!(42)),
        ("$order.total / 2", json!(10.5)),
        ("$order.id", json!("o-1")),
        ("$order.none", json!(null)),
        ("$order.one", json!([7])),
        ("$order.lines", json!([{ "n": 1 }, { "n": 2 }])),
        ("$order.lines.n", json!([1, 2])),
        ("$order.lines[n > 1].n", json!(2)),
        ("$order.lines[n > 1].n[]", json!([2])),
        ("$order.lines.(n + $order.total)", json!([22, 23])),
        ("$states.input.a", json!([1, 2])),
        ("$states.input.a[0]", json!(1)),
        ("$states.input.big", json!(9007199254740993_u64)),
        ("[$states.input.big]", json!([9007199254740993_u64])),
        ("$states.input.big + 0", json!(9007199254740992_u64)),
        ("$states.input.big = $states.input.big", json!(true)),
        ("$states.context.Execution.Id", json!("e")),
        ("$keys($states)", json!(["input", "context"])),
        ("$states.input.missing = 1", json!(false)),
        ("{'a': $order.missing, 'b': 1}", json!({ "b": 1 })),
        ("$lines := 5", json!(5)),
        (
            "$order.lines.{'n': n, 'of': %.id}",
            json!([{ "n": 1, "of": "o-1" }, { "n": 2, "of": "o-1" }]),
        ),
    ]);
}

#[test]
fn values_of_operators() {
    each([
        ("-0", json!(0)),
        ("1 / 0", json!("Infinity")),
        ("[0 / 0, -1 / 0]", json!(["NaN", "-Infinity"])),
        ("($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $f(5))", json!(120)),
    ]);
}

#[test]
fn values_of_lists() {
    each([
        ("$spread([{}, []])", json!([])),
        ("$range(-1.7, 2, 1)", json!([-1, 0, 1, 2])),
        ("$partition([1, 2, 3], 1.9)", json!([[1], [2], [3]])),
        ("$partition([1, 2, 3])", json!([[1, 2, 3]])),
        ("$count($range(1, 360145, 1))", json!(360_145)),
        ("[1..873782] ~> $count()", json!(873_782)),
        ("[1..3]", json!([1, 2, 3])),
        ("[$order.lines.n, [1..2]]", json!([1, 2, [1, 2]])),
        ("$distinct($list)", json!([3, 1, 2])),
        ("$distinct([{'a': 1, 'b': 2}, {'b': 2, 'a': 1}])", json!([{ "a": 1, "b": 2 }])),
        ("$partition([1, 2, 3], 2)", json!([[1, 2], [3]])),
        ("$range(0, 10, 5)", json!([0, 5, 10])),
        ("$range(1, 1, 1)", json!(1)),
        ("$range(3, 1, -1)", json!([3, 2, 1])),
    ]);
}

#[test]
fn values_of_texts() {
    each([
        ("$string($states.input.big)", json!("9007199254740993")),
        ("$hash('abc', 'SHA-1')", json!("a9993e364706816aba3e25717850c26c9cd0d89d")),
        (
            "$map($list, function($v) { $hash($string($v), 'MD5') })[1]",
            json!("c4ca4238a0b923820dcc509a6f75849b"),
        ),
        ("$parse('{\"a\": [1.0]}')", json!({ "a": [1] })),
        ("'x' ~> $pad(3, '-')", json!("x--")),
        ("'x' ~> $pad(3)", json!("x  ")),
        ("'abc' ~> $replace('b', 'x') ~> $uppercase()", json!("AXC")),
        ("['ab', 'cb'].$replace('b', 'x')", json!(["ax", "cx"])),
        // An empty match counts where it is the first; behind the end is no next one.
        ("$contains('', /^[0-9]*$/)", json!(true)),
        ("$contains('abc', /x*/)", json!(true)),
        ("$contains('aab', /(?=a)/)", json!(true)),
        ("$match('', /^.*$/).match", json!("")),
        ("$match('abc', /.*/).match", json!("abc")),
        ("$replace('', /x*/, '<$0>')", json!("<>")),
        ("$replace('ab', /[a-z]*$/, 'x')", json!("x")),
        ("$split('', / */)", json!(["", ""])),
        ("/x*/('abc').end", json!(0)),
        ("($r := function($m) { $uppercase($m.match) }; $replace('abc', /b/, $r))", json!("aBc")),
        ("$replace('abab', 'b', $order.id & '$1', 1)", json!("ao-1$1ab")),
        ("$replace('john smith', /(\\w+)\\s(\\w+)/, '$2, $1')", json!("smith, john")),
        (
            "$map(['a', 'b'], function($s) { $replace($s, 'a', $replace('xy', 'y', 'z')) })",
            json!(["xz", "b"]),
        ),
        ("$pad('x', -3)", json!("  x")),
        ("['a', 'b'].$pad(2)", json!(["a ", "b "])),
        ("$map(['a'], $pad(?, 2))", json!("a ")),
        ("$replace('abc', /b/, 'x')", json!("axc")),
    ]);
}

#[test]
fn values_that_are_drawn() {
    each([
        ("$random(42)", json!(0.727_563_680_032_868_1)),
        ("'[Y]' ~> $now()", json!("2023")),
        ("($f := $now; $f('[Y]'))", json!("2023")),
        ("$now()", json!("2023-11-14T22:13:20.123Z")),
        ("$now('[Y0001]')", json!("2023")),
        ("$millis()", json!(1_700_000_000_123_i64)),
        ("$millis() = $millis()", json!(true)),
        ("$random() < 1 and $random() >= 0", json!(true)),
        ("$random(5) = $random(5)", json!(true)),
        ("$length($uuid())", json!(36)),
        ("$uuid() = $uuid()", json!(false)),
        ("$count($shuffle([1..5]))", json!(5)),
        ("$sum($shuffle([1..5]))", json!(15)),
    ]);
}

#[test]
fn nothing() {
    for text in [
        "$order.missing",
        "$missing",
        "$states.result",
        "$order.none.x",
        "$states.context.Task.Token",
        "$parse($missing)",
    ] {
        assert_eq!(evaluate(text), Ok(None), "{text}");
    }
}

const MEMORY: &str = "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage";
const DEPTH: &str = "threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";

#[test]
fn expressions_are_evaluated_to_the_depth_of_aws() {
    let sum = |terms: usize| vec!["1"; terms].join("+");
    let nested =
        |open: &str, close: &str, depth: usize| open.repeat(depth) + "1" + &close.repeat(depth);
    let chain = |links: usize| "1".to_owned() + &"~>$string".repeat(links);
    for text in [sum(100), nested("(", ")", 99), nested("[", "]", 99), chain(99)] {
        assert!(evaluate(&text).is_ok(), "{text}");
    }
    for text in [sum(101), sum(200), nested("(", ")", 100), nested("[", "]", 100), chain(100)] {
        assert_eq!(evaluate(&text), Err(DEPTH.to_owned()), "{text}");
    }
    let recursion =
        |depth: usize| format!("($f := function($x){{ $x <= 0 ? 0 : 1 + $f($x-1) }}; $f({depth}))");
    assert_eq!(evaluate(&recursion(31)), Ok(Some(json!(31))));
    assert_eq!(evaluate(&recursion(32)), Err(DEPTH.to_owned()));
    let tail = "($f := function($x, $y){ $x <= 0 ? $y : $f($x - 1, $y + 1) }; $f(5000, 0))";
    assert_eq!(evaluate(tail), Ok(Some(json!(5000))));
}

#[test]
fn errors_have_the_texts_of_aws() {
    for (text, begins) in [
        (
            "$nothing(1)",
            "threw an error during evaluation. T1006: Attempted to invoke a non-function",
        ),
        ("1 + 'a'", "threw an error during evaluation. T2002: "),
        ("$error('no')", "threw an error during evaluation. D3137: no"),
        ("$number('x')", "threw an error during evaluation. D3030: "),
        ("function($x) { $x }", "returned an unsupported result type."),
        ("$sum", "returned an unsupported result type."),
        ("{'f': $sum}", "returned an unsupported result type."),
        ("$hash('a', 'SHA-2')", "threw an error during evaluation. D3137: "),
        (
            "$range(1)",
            "threw an error during evaluation. T0410: Argument 2 of function \"range\" does not match",
        ),
        (
            "$partition([1], -1)",
            "threw an error during evaluation. D3137: Second argument must be zero or greater",
        ),
        (
            "$eval('1')",
            "threw an error during evaluation. T1006: Attempted to invoke a non-function",
        ),
        ("$eval()", "threw an error during evaluation. T1006: Attempted to invoke a non-function"),
        ("$partition(null, 2)", "threw an error during evaluation. T0412: "),
        ("$hash(42, 'MD5')", "threw an error during evaluation. T0410: "),
        ("$uuid('seed')", "threw an error during evaluation. T0410: "),
        ("$random(1, 2)", "threw an error during evaluation. T0410: "),
        ("$parse('{')", "threw an error during evaluation. D3137: Invalid JSON"),
        (
            "$parse(null)",
            "threw an error during evaluation. T0410: Argument 1 of function \"parse\"",
        ),
        (
            "$abs('x')",
            "threw an error during evaluation. T0410: Argument 1 of function \"abs\" does not match",
        ),
        (
            "$sum(['a'])",
            "threw an error during evaluation. T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"",
        ),
        ("$pad('x', 1e9)", MEMORY),
        ("[1..873783] ~> $count()", MEMORY),
        ("$count($range(1, 360146, 1))", MEMORY),
        ("($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(32))", DEPTH),
    ] {
        let error = evaluate(text).unwrap_err();
        assert!(error.starts_with(begins), "{text}: {error}");
    }
}

#[test]
fn each_name_without_data_is_told_once() {
    let names = |text: &str| -> Vec<String> {
        let errors = Expression::parse_all(text).unwrap_err();
        let quoted =
            |error: &super::SyntaxError| error.message.split('\'').nth(1).map(str::to_owned);
        errors.iter().map(|error| quoted(error).unwrap()).collect()
    };
    assert_eq!(names("left * right"), ["left", "right"]);
    assert_eq!(names("$max([left]) + $max([left, $])"), ["left", "$"]);
    assert_eq!(names("shelf[book] & $$"), ["shelf", "$$"], "a predicate has data");
    assert_eq!(
        names("$map($list, function($x) { $x + weight }) ~> $append(more)"),
        ["weight", "more"]
    );
    let many: Vec<_> = (0..1000).map(|index| format!("n{index}")).collect();
    assert_eq!(names(&format!("[{}]", many.join(", "))).len(), 20);
}

#[test]
fn what_aws_does_not_have_is_refused() {
    for (text, contains) in [
        ("$a ?? 1", "The symbol \"?\" cannot be used as a unary operator"),
        ("$a ?: 1", "The symbol \":\" cannot be used as a unary operator"),
        ("1..3", "Syntax error: \"..\""),
        ("$list[0..1]", "Expected \"]\", got \"..\""),
        ("[1 2]", "Expected \"]\", got 2"),
        ("{\"a\":}", "The symbol \"}\" cannot be used as a unary operator"),
        ("$match($s, /abc)", "No terminating / in regular expression"),
        ("$map($list, function($x) { $ })", "Reference to '$' at the top level"),
        ("($states := 1; $states)", "`$states` is reserved"),
        ("function($states) { 1 }", "`$states` is reserved"),
        ("$list@$states.x", "`$states` is reserved"),
        ("$states.output", "Field '$states.output' does not exist."),
        ("name", "Reference to 'name' at the top level is not supported."),
        ("$", "Reference to '$' at the top level is not supported."),
        ("$$.a", "Reference to '$$' is not supported."),
        ("{'a': total}", "Reference to 'total' at the top level is not supported."),
        ("1 +", "Unexpected end of expression"),
        ("'a", "quote"),
        ("", "Unexpected end of expression"),
    ] {
        let error = Expression::parse(text).unwrap_err().to_string();
        assert!(error.contains(contains), "{text}: {error}");
    }
    for text in [
        "$list[$ > 1]",
        "$list.($ * 2)",
        "$list^(>$)",
        "$order{id: total}",
        "$order.lines.n[$ = 1]",
    ] {
        assert!(Expression::parse(text).is_ok(), "{text}");
    }
}

#[test]
fn an_expression_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Expression>();
    shared::<Template>();
}

#[test]
fn only_what_is_mentioned_is_read() {
    let expression =
        Expression::parse("$order.lines[n > $limit.low].n + $states.input.a.b").unwrap();
    let mentions = expression.mentions();
    assert!(mentions.reads(&["order", "lines", "n"]) && mentions.reads(&["limit", "low"]));
    assert!(mentions.reads(&["states", "input"]) && !mentions.reads(&["states", "context"]));
    assert!(!mentions.reads(&["order", "id"]) && !mentions.reads(&["limit", "high"]));
    assert!(
        Expression::parse("$states").unwrap().mentions().reads(&["states", "context", "State"])
    );
}

fn template(value: Value) -> Result<Value, String> {
    let input = json!({ "x": 1, "s": "text" });
    let mut scope = Scope::new();
    scope.bind_states(States::Input, &input);
    let template = Template::parse(&value, "Output").map_err(|places| format!("{places:?}"))?;
    let value =
        template.evaluate(&scope, &mut Entropy::default()).map_err(|error| error.to_string())?;
    Ok((*value).clone())
}

#[test]
fn templates() {
    for (value, expected) in [
        (json!("{% $states.input.x %}"), json!(1)),
        (
            json!({ "a": ["{% $states.input %}", " {% no %}", "{% no", 5.5], "b": { "c": "{%1%}" } }),
            json!({ "a": [{ "x": 1, "s": "text" }, " {% no %}", "{% no", 5.5], "b": { "c": 1 } }),
        ),
        (json!({ "z": 1, "a": { "y": [] } }), json!({ "z": 1, "a": { "y": [] } })),
        (json!(null), json!(null)),
        (json!({ "{% 1 %}": 1 }), json!({ "{% 1 %}": 1 })),
    ] {
        assert_eq!(template(value).map(|it| it.to_string()), Ok(expected.to_string()));
    }
    let literal = Template::parse(&json!([1, { "a": 2 }]), "Output").unwrap();
    assert!(literal.literal().is_some());
}

#[test]
fn errors_of_templates_name_the_field() {
    for (value, text) in [
        (
            json!("{% $no %}"),
            "The JSONata expression '$no' specified for the field 'Output' returned nothing (undefined).",
        ),
        (
            json!({ "a": { "b": "{% $no %}" } }),
            "The JSONata expression '$no' specified for the field 'Output/a/b' returned nothing (undefined).",
        ),
        (
            json!({ "a": [1, "{% $sum %}"] }),
            "The JSONata expression '$sum' specified for the field 'Output/a[1]' returned an unsupported result type.",
        ),
        (
            json!("{%$f(1)%}"),
            "The JSONata expression '$f(1)' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function",
        ),
    ] {
        assert_eq!(template(value), Err(text.to_owned()));
    }
    let condition =
        Template::parse(&json!("{% $states.input.s %}"), "Choices[0]/Condition").unwrap();
    assert_eq!(
        condition.misfit("boolean", json!("text")).to_string(),
        "The JSONata expression '$states.input.s' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: \"text\"",
    );
    let places =
        Template::parse(&json!({ "a/b": ["{% 1 + %}", "{% ) %}"] }), "Output").unwrap_err();
    let pointers: Vec<_> = places.iter().map(|place| &*place.pointer).collect();
    assert_eq!(pointers, ["/a~1b/0", "/a~1b/1"]);
}

#[test]
fn errors_have_the_words_of_the_reference() {
    for (expression, words) in [
        ("$match('abc', /x*/)", "D1004: Regular expression matches zero length string"),
        ("$match('abc', /x*/, 1)", "D1004: Regular expression matches zero length string"),
        ("$replace('abc', /x*/, '-')", "D1004: Regular expression matches zero length string"),
        ("$split('abc', / */)", "D1004: Regular expression matches zero length string"),
        // An operator names the errors of its right side, if it evaluates it later.
        (
            "true and (1 < 'a')",
            "T2009: The values 1 and \"a\" either side of operator \"and\" must be of the same data type",
        ),
        (
            "(1 < 'a') and true",
            "T2009: The values 1 and \"a\" either side of operator \"<\" must be of the same data type",
        ),
        (
            "false or ('a' + 1)",
            "T2001: The left side of the \"or\" operator must evaluate to a number",
        ),
        (
            "true and $length(1)",
            "T0410: Argument 1 of function \"and\" does not match function signature",
        ),
        // `~>` calls what stands alone behind it without a name, and without a context.
        (
            "'s' ~> $abs",
            "T0410: Argument 1 of function undefined does not match function signature",
        ),
        (
            "[3].(2 ~> $power)",
            "T0411: Context value is not a compatible type with argument 1 of function undefined",
        ),
        (
            "'s' ~> ($uppercase ~> $abs)",
            "T0410: Argument 1 of function \"g\" does not match function signature",
        ),
        ("-(1/0)", "D1001: Number out of range: null"),
        ("-(0/0)", "D1002: Cannot negate a non-numeric value: null"),
        // No regular expression stands behind an operator that begins an operand, and no division behind `[]`.
        ("[/a/]", "S0211: The symbol \"/\" cannot be used as a unary operator"),
        ("(/a/)", "S0211: The symbol \"/\" cannot be used as a unary operator"),
        ("[1][] / 2", "S0302: No terminating / in regular expression"),
        ("[2,1]^($) / 2", "S0302: No terminating / in regular expression"),
        ("$sum(/*/)", "S0106: Comment has no closing tag"),
    ] {
        let outcome = Expression::parse_free(expression)
            .map_err(|error| format!("{}: {}", error.code, error.message))
            .and_then(|expression| {
                let outcome = expression.evaluate(&Scope::new(), &mut Entropy::default());
                outcome.map_err(|error| match error {
                    EvaluationError::Threw { code, message, .. } => format!("{code}: {message}"),
                    EvaluationError::Unsupported => "unsupported".to_owned(),
                })
            });
        assert_eq!(outcome, Err(words.to_owned()), "{expression}");
    }
}
