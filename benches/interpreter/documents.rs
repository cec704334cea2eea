//! The documents that are measured.

use serde_json::{Map, Value, json};

pub struct Document {
    pub flow: &'static str,
    pub way: &'static str,
    /// States that are entered.
    pub transitions: u64,
    pub definition: Value,
    pub input: Value,
    /// Whether what comes out is right.
    pub output: fn(&Value) -> bool,
}

/// About 300 bytes, with a count.
fn order() -> Value {
    let line = |n| json!({ "text": format!("a line of this order, number {n}"), "pieces": 3 });
    json!({ "n": 0, "id": "an order", "lines": (0..5).map(line).collect::<Vec<_>>() })
}

/// A Pass state that counts.
fn count(language: &str, rest: bool) -> Map<String, Value> {
    let fields = match (language, rest) {
        ("JSONata", false) => json!({ "Output": { "n": "{% $states.input.n + 1 %}" } }),
        ("JSONata", true) => json!({ "Output": {
            "n": "{% $states.input.n + 1 %}",
            "id": "{% $states.input.id %}",
            "lines": "{% $states.input.lines %}",
        } }),
        (_, false) => json!({ "Parameters": { "n.$": "States.MathAdd($.n, 1)" } }),
        (_, true) => json!({ "Parameters": {
            "n.$": "States.MathAdd($.n, 1)", "id.$": "$.id", "lines.$": "$.lines",
        } }),
    };
    let mut state = Map::from_iter([("Type".to_owned(), json!("Pass"))]);
    if let Value::Object(fields) = fields {
        state.extend(fields);
    }
    state
}

fn to(mut state: Map<String, Value>, next: Option<String>) -> Value {
    match next {
        Some(next) => state.insert("Next".to_owned(), next.into()),
        None => state.insert("End".to_owned(), true.into()),
    };
    state.into()
}

fn chain(language: &str, rest: bool) -> Value {
    let state = |n: u32| {
        let next = (n < 9).then(|| format!("S{}", n + 1));
        (format!("S{n}"), to(count(language, rest), next))
    };
    let states: Map<_, _> = (0..10).map(state).collect();
    json!({ "QueryLanguage": language, "StartAt": "S0", "States": states })
}

fn turns(language: &str, rest: bool) -> Value {
    let again = match language {
        "JSONata" => json!({ "Condition": "{% $states.input.n < 1000 %}", "Next": "I" }),
        _ => json!({ "Variable": "$.n", "NumericLessThan": 1000, "Next": "I" }),
    };
    json!({ "QueryLanguage": language, "StartAt": "I", "States": {
        "I": to(count(language, rest), Some("C".to_owned())),
        "C": { "Type": "Choice", "Choices": [again], "Default": "D" },
        "D": { "Type": "Succeed" },
    } })
}

fn items(language: &str) -> Value {
    let (field, items) = match language {
        "JSONata" => ("Items", "{% $states.input.items %}"),
        _ => ("ItemsPath", "$.items"),
    };
    json!({ "QueryLanguage": language, "StartAt": "M", "States": { "M": {
        "Type": "Map", field: items, "End": true, "ItemProcessor": {
            "ProcessorConfig": { "Mode": "INLINE" },
            "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } },
        },
    } } })
}

/// All documents, in both languages.
pub fn all() -> Vec<Document> {
    let mut all = vec![];
    for language in ["JSONata", "JSONPath"] {
        let mut add = |flow, transitions, definition, input, output| {
            all.push(Document { flow, way: language, transitions, definition, input, output });
        };
        let small = || json!({ "n": 0 });
        add("chain of 10", 10, chain(language, false), small(), |it| it["n"] == 10);
        add("chain of 10, 300 B", 10, chain(language, true), order(), |it| it["n"] == 10);
        add("loop of 1,000", 2001, turns(language, false), small(), |it| it["n"] == 1000);
        add("loop of 1,000, 300 B", 2001, turns(language, true), order(), |it| it["n"] == 1000);
        for (flow, length) in [("map of 1,000", 1_000), ("map of 40,000", 40_000)] {
            let input = json!({ "items": (0..length).collect::<Vec<u32>>() });
            add(flow, u64::from(length) + 1, items(language), input, |it| it[999] == 999);
        }
    }
    all
}
