//! Paths and reference paths.

use super::super::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn bookshop() -> Value {
    json!({
        "name": "shop", "none": null, "empty": [], "n": [3, 1, 2], "x.y": 5, "a b": 6,
        "books": [{ "t": "A", "p": 8 }, { "t": "B", "p": 12, "i": 1 }, { "t": "C", "p": "12" }],
        "deep": { "books": [{ "t": "D" }] },
    })
}

fn value(path: &str) -> Value {
    Path::parse(path).unwrap().eval(&Scope::new(&bookshop())).unwrap().into_owned()
}

#[test]
fn paths_have_the_values_of_jayway() {
    for (path, expected) in [
        ("$.books[0].t", json!("A")),
        ("$.books[-1]['t']", json!("C")),
        ("$.x\\.y", json!(5)),
        ("$['a b']", json!(6)),
        ("$.books[*].t", json!(["A", "B", "C"])),
        ("$..t", json!(["A", "B", "C", "D"])),
        ("$.books[0]['t','p']", json!({ "t": "A", "p": 8 })),
        ("$.books[0]['t','p','q']", json!({ "t": "A", "p": 8 })),
        ("$.books[0,1]['t','i']", json!([{ "t": "A" }, { "t": "B", "i": 1 }])),
        ("$.books[1:].t", json!(["B", "C"])),
        ("$.books[-2:].t", json!(["B", "C"])),
        ("$.books[:-1].t", json!(["A", "B"])),
        // As Jayway has it: the length is added to each index, not to the beginning.
        ("$.n[-2:1]", json!([1, 2, 3])),
        ("$.books[?(@.p == 12)].t", json!(["B", "C"])),
        ("$.books[?(@.p === 12)].t", json!(["B"])),
        ("$.books[?(@.p == 8 || @.i && @.t == 'B')].t", json!(["A", "B"])),
        ("$.books[?(!@.i)].t", json!(["A", "C"])),
        ("$.books[?(!(@.t == 'A'))].t", json!(["B", "C"])),
        ("$.books[?(@.t =~ /[a-b]/i)].t", json!(["A", "B"])),
        ("$.books[?(@.t in ['A', \"C\"])].t", json!(["A", "C"])),
        ("$.books[?(@.t nin $.n)].t", json!(["A", "B", "C"])),
        ("$.books[?(@.q != 1)].t", json!(["A", "B", "C"])),
        // Nothing is no error where there could be many (recorded).
        ("$.empty[*].a.b", json!([])),
        ("$.nothing[*]", json!([])),
        ("$.nothing[1:5].a", json!([])),
        ("$.name[?(@.a)]", json!([])),
        ("$.books.length()", json!(3)),
        // Blanks at both ends; words without quotes.
        (" $.name\t\n", json!("shop")),
        ("$.books[?(@.t==A)].p", json!([8])),
        ("$.books[?(@.t == B && @.i != true)].p", json!([12])),
        ("$.books[?(A == @.t || @.t == C)].t", json!(["A", "C"])),
        ("$.books[?(@.t in ['A'])].t", json!(["A"])),
        ("$.books[?(@.t nin [A, nullable])].t", json!(["B", "C"])),
        ("$.books[?(@.t in [C, 'A', null])].t", json!(["A", "C"])),
        ("$.n.max()", json!(3.0)),
        ("$.n.first()", json!(3)),
        ("$.books[*].length()", json!([2, 3, 2])),
    ] {
        assert_eq!(value(path), expected, "{path}");
    }
}

#[test]
fn what_is_missing_is_named_as_by_jayway() {
    for (path, cause) in [
        ("$.No", "Invalid path '$.No' : No results for path: $['No']"),
        ("$.no.such.path", "Invalid path '$.no.such.path' : Missing property in path $['no']"),
        ("$.n[7]", "Invalid path '$.n[7]' : No results for path: $['n'][7]"),
        ("$.none[0]", "Invalid path '$.none[0]' : The path $['none'] is null"),
        (
            "$.name[0]",
            "Invalid path '$.name[0]' : Filter: [0] can only be applied to arrays. Current context is: shop",
        ),
    ] {
        let failure = Path::parse(path).unwrap().eval(&Scope::new(&bookshop())).unwrap_err();
        assert_eq!(failure.cause, cause);
        assert!(failure.is_missing());
        assert_eq!(failure.error(), "States.Runtime");
    }
}

#[test]
fn texts_that_are_no_paths_are_refused() {
    for text in [
        "",
        "a",
        "@.a",
        "$.",
        "$..",
        "$.a.",
        "$...a",
        "$a-b",
        "$.a b",
        "$. a",
        "$ .a",
        "$.a[",
        "$.a[]",
        "$.a[x]",
        "$.a[0",
        "$.a[0,]",
        "$.a[::2]",
        "$.a[:]",
        "$.a[99999999999]",
        "$['a",
        "$['a'",
        "$['a',]",
        "$['a']b",
        "$.a[?@.b]",
        "$.a[?(@.b]",
        "$.a[?()]",
        "$.a[?(@.b ==)]",
        "$.a[?(@.b is 1)]",
        "$.a[?(1)]",
        "$.a[?(!@.b == 1)]",
        "$.a[?(@.b =~ /(/)]",
        "$.a[?(@.b =~ /a/q)]",
        "$.a[?(@.b =~ /(?=a)/)]",
        "$.a.nope()",
        "$.a.length().b",
        "$.a.concat('x')",
        "$..length()",
        "$.a[(@.length-1)]",
        "$.a\\",
        "$['\\ud800']",
        "$.a[?(@.b in [1, )]",
        "$.a[?(@.b == 'x)]",
    ] {
        assert!(Path::parse(text).is_err(), "{text}");
    }
}

#[test]
fn roots_are_the_input_the_context_and_variables() {
    let (input, context) = (json!({ "a": 1 }), json!({ "State": { "Name": "S" } }));
    let variables = BTreeMap::from([("order", json!({ "lines": [1, 2] }))]);
    let scope = Scope::new(&input).context(&context).variables(&variables);
    let value =
        |path: &str| Path::parse(path).unwrap().eval(&scope).map(|value| value.into_owned());
    assert_eq!(value("$"), Ok(input.clone()));
    assert_eq!(value("$$"), Ok(context.clone()));
    assert_eq!(value("$$.State.Name"), Ok(json!("S")));
    assert_eq!(value("$order.lines[1]"), Ok(json!(2)));
    assert_eq!(value("$order.lines[?(@ > 1)]"), Ok(json!([2])));
    let failure = value("$other").unwrap_err();
    assert_eq!(failure.reason, Reason::Variable("other".to_owned()));
    assert_eq!(*Path::parse("$order.a").unwrap().root(), Root::Variable("order".into()));
}

#[test]
fn reference_paths_write() {
    let set = |path: &str, root: Value| {
        let path = ReferencePath::parse_result(path).unwrap();
        path.set(root, json!("new")).map_err(|failure| (failure.error(), failure.cause))
    };
    for (path, root, expected) in [
        ("$", json!([1]), json!("new")),
        ("$.a", json!({}), json!({ "a": "new" })),
        ("$.a.b", json!({ "c": 1 }), json!({ "c": 1, "a": { "b": "new" } })),
        ("$.a[1]", json!({ "a": [1, 2] }), json!({ "a": [1, "new"] })),
        (
            "$['a'][0].b.c",
            json!({ "a": [{ "x": 1 }] }),
            json!({ "a": [{ "x": 1, "b": { "c": "new" } }] }),
        ),
        ("$.a", json!({ "a": { "b": 1 } }), json!({ "a": "new" })),
    ] {
        assert_eq!(set(path, root), Ok(expected), "{path}");
    }
    for (path, root, step, at) in [
        ("$.a", json!([1]), "step \"a\"", "[1]"),
        ("$.a", json!("text"), "ReferencePath $.a", "\"text\""),
        ("$.a.b", json!({ "a": 5 }), "step \"b\"", "5"),
        ("$.a[2]", json!({ "a": [1, 2] }), "step \"[2]\"", "[1,2]"),
        ("$.a[0]", json!({}), "step \"[0]\"", "{}"),
    ] {
        let cause = format!("Unable to apply {step} to input {at}");
        assert_eq!(set(path, root), Err(("States.ReferencePathConflict", cause)), "{path}");
    }
    for text in [
        "$.a[*]",
        "$..a",
        "$.a[0,1]",
        "$.a[-1]",
        "$['a','b']",
        "$.a[?(@.b)]",
        "$.a[1:]",
        "$.a.length()",
    ] {
        assert!(ReferencePath::parse(text).is_err(), "{text}");
    }
    assert!(ReferencePath::parse_result("$$.a").is_err());
    assert!(ReferencePath::parse_result("$variable").is_err());
}

#[test]
fn items_path_says_which_step_fails() {
    let input = json!({ "a": { "b": 1 } });
    let path = ReferencePath::parse("$.a.chunks").unwrap();
    let failure = path.follow(&Scope::new(&input)).unwrap_err();
    assert_eq!(failure.error(), "States.ReferencePathConflict");
    assert_eq!(failure.cause, "Unable to apply step \"chunks\" to input {\"b\":1}");
}

#[test]
fn what_is_null_counts_as_absent_where_a_filter_negates() {
    let input = json!({ "rows": [{ "n": 1, "gone": null }, { "n": 2, "gone": 0 }, { "n": 3 }] });
    for (path, expected) in [
        ("$.rows[?(!@.gone)].n", json!([1, 3])),
        ("$.rows[?(@.gone)].n", json!([1, 2])),
        ("$.rows[?(@.gone == null)].n", json!([1])),
    ] {
        let found = Path::parse(path).unwrap().eval(&Scope::new(&input)).unwrap().into_owned();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn a_backslash_before_a_double_quote_is_a_part_of_a_name() {
    let input = json!({ "a\\\"b": 1, "a\"b": 2, "a'b": 3 });
    for (path, expected) in
        [("$['a\\\"b']", 1), ("$[\"a\\\"b\"]", 1), ("$['a\"b']", 2), ("$['a\\'b']", 3)]
    {
        let parsed = Path::parse(path).unwrap();
        assert_eq!(*parsed.eval(&Scope::new(&input)).unwrap(), json!(expected), "{path}");
        assert_eq!(Path::parse(&parsed.to_string()).unwrap(), parsed, "{path}");
    }
}

#[test]
fn an_item_beyond_the_end_is_null_in_a_template_only() {
    let input = json!({ "items": [1], "n": 7 });
    let value = |path: &str| {
        let template = PayloadTemplate::parse(&json!({ "v.$": path })).unwrap();
        let mut entropy = crate::jsonata::Entropy::default();
        template.eval(&Scope::new(&input), &mut entropy).ok()
    };
    for (path, expected) in [
        ("$.items[5]", Some(json!({ "v": null }))),
        ("$.items[-2]", Some(json!({ "v": null }))),
        ("$.items[0]", Some(json!({ "v": 1 }))),
        ("$.items[5].x", None),
        ("$.items[5][0]", None),
        ("$.none[0]", None),
        ("$.n[0]", None),
        ("$.none", None),
    ] {
        assert_eq!(value(path), expected, "{path}");
    }
    assert!(Path::parse("$.items[5]").unwrap().eval(&Scope::new(&input)).is_err());
}
