//! Laws that hold for all paths.

use super::super::*;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn name() -> impl Strategy<Value = String> {
    prop_oneof![Just("a".to_owned()), Just("b".to_owned()), "[a-zé_0-9-]{1,4}", "\\PC{0,4}"]
}

/// A name in brackets, escaped.
fn bracket(name: &str) -> String {
    format!("['{}']", name.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn literal() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i32>().prop_map(|number| number.to_string()),
        any::<f32>()
            .prop_filter("JSON", |number| number.is_finite())
            .prop_map(|number| json!(number).to_string()),
        name().prop_map(|name| format!("'{}'", name.replace('\\', "\\\\").replace('\'', "\\'"))),
        Just("null".to_owned()),
        Just("['a', [1], {\"b\": true}]".to_owned()),
    ]
}

fn filter() -> impl Strategy<Value = String> {
    let operator = prop::sample::select(vec![
        "==", "!=", "===", "<", "<=", ">", ">=", "in", "NIN", "size", "contains",
    ]);
    let leaf = prop_oneof![
        name().prop_map(|name| format!("@{}", bracket(&name))),
        (name(), operator, literal())
            .prop_map(|(name, operator, value)| format!("@{} {operator} {value}", bracket(&name))),
        Just("@.a =~ /a.*\\/b/i".to_owned()),
        Just("@..a[0].length() > $.b".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("{one} && {other}")),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("({one}) || {other}")),
            inner.prop_map(|one| format!("!({one})")),
        ]
    })
}

fn step() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => name().prop_map(|name| bracket(&name)),
        2 => Just(".a".to_owned()),
        1 => (name(), name()).prop_map(|(one, other)| bracket(&one).replace(']', ",") + &bracket(&other)[1..]),
        2 => (-3_i32..5).prop_map(|index| format!("[{index}]")),
        1 => Just("[0, -1]".to_owned()),
        1 => (-3_i32..3, -3_i32..3).prop_map(|(from, to)| format!("[{from}:{to}]")),
        1 => Just("[1:]".to_owned()),
        1 => Just(".*".to_owned()),
        1 => name().prop_map(|name| format!("..{}", bracket(&name))),
        2 => filter().prop_map(|filter| format!("[?({filter})]")),
    ]
}

fn path() -> impl Strategy<Value = String> {
    let root = prop::sample::select(vec!["$", "$$", "$name"]);
    let end = prop::sample::select(vec!["", "", ".length()", ".max()"]);
    (root, prop::collection::vec(step(), 0..5), end)
        .prop_map(|(root, steps, end)| format!("{root}{}{end}", steps.concat()))
}

fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-5_i64..5).prop_map(Value::from),
        name().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Names and indexes alone.
fn reference() -> impl Strategy<Value = String> {
    let step = prop_oneof![
        3 => name().prop_map(|name| bracket(&name)),
        1 => (0_i32..3).prop_map(|index| format!("[{index}]")),
    ];
    prop::collection::vec(step, 0..4).prop_map(|steps| format!("${}", steps.concat()))
}

proptest! {
    #[test]
    fn what_is_printed_means_the_same(text in path(), document in document()) {
        let path = Path::parse(&text);
        // A name with a bracket in it breaks the union above.
        prop_assume!(path.is_ok());
        let path = path.unwrap();
        let printed = path.to_string();
        let again = Path::parse(&printed).map_err(|error| TestCaseError::fail(format!("{printed}: {error}")))?;
        prop_assert_eq!(&again, &path, "{}", printed);
        prop_assert_eq!(again.to_string(), printed);
        let variables = Map::from_iter([("name".to_owned(), document.clone())]);
        let scope = Scope::new(&document).context(&document).variables(&variables);
        match (path.eval(&scope), again.eval(&scope)) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(&one, &other);
                prop_assert!(path.is_definite() || one.is_array());
            }
            (Err(one), Err(other)) => prop_assert_eq!(one.reason, other.reason),
            (one, other) => prop_assert!(false, "{:?} and {:?}", one, other),
        }
    }

    #[test]
    fn what_was_set_is_there(text in reference(), root in document(), value in document()) {
        let path = ReferencePath::parse_result(&text).unwrap();
        match path.set(root.clone(), value.clone()) {
            Ok(after) => {
                prop_assert_eq!(path.get(&Scope::new(&after)).unwrap(), &value);
                // To set what was there changes nothing.
                if let Ok(before) = path.get(&Scope::new(&root)) {
                    prop_assert_eq!(path.set(after.clone(), before.clone()).unwrap(), root.clone());
                }
            }
            Err(failure) => {
                prop_assert_eq!(failure.error(), "States.ReferencePathConflict");
                prop_assert!(path.get(&Scope::new(&root)).is_err());
            }
        }
    }

    #[test]
    fn no_text_breaks_the_parsers(text in "[$@.\\[\\]()?*:,'\"\\\\ab0-9<=>!&|~/ {}é-]{0,24}") {
        let document = json!({ "a": [{ "b": 1 }, 0], "b": "a" });
        let scope = Scope::new(&document);
        for text in [format!("${text}"), format!("$.a[?(@{text})]")] {
            if let Ok(path) = Path::parse(&text) {
                let _ = path.eval(&scope);
                prop_assert_eq!(&Path::parse(&path.to_string()).unwrap(), &path, "{}", text);
            }
        }
        for text in [text.clone(), format!("States.Array({text})"), format!("States.Format('{text}', $.a)")] {
            if let Ok(call) = Intrinsic::parse(&text) {
                let _ = call.eval(&scope, &mut crate::jsonata::Entropy::default());
            }
        }
        let _ = ChoiceRule::parse(&json!({ "Variable": text, "StringMatches": text }));
        let _ = Timestamp::parse(&text);
    }
}
