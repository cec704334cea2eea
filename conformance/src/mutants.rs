//! The comparer compared: each recorded history equals itself with its noise replaced, and no mutant of it does.

#![allow(clippy::unwrap_used, reason = "tests")]
use crate::case::{Case, folder, read};
use crate::compare::compare_history;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use workflow_replay::tokens;

/// The value that each token stands for.
type Values = HashMap<String, String>;

/// A text with a value in place of each token.
fn filled(text: &str, values: &mut Values) -> String {
    let mut made = String::new();
    let mut at = 0;
    for token in tokens(text) {
        made.push_str(&text[at..token.start]);
        let next = format!("v{}-{}", values.len(), 7919 * (values.len() + 1) % 1009);
        made.push_str(values.entry(text[token.clone()].to_owned()).or_insert(next));
        at = token.end;
    }
    made + &text[at..]
}

fn fill(value: &Value, values: &mut Values) -> Value {
    match value {
        Value::String(text) => Value::String(filled(text, values)),
        Value::Array(items) => items.iter().map(|item| fill(item, values)).collect(),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (filled(key, values), fill(value, values))).collect(),
        ),
        other => other.clone(),
    }
}

/// The places of strings and numbers that are compared, in an event.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if fields.contains_key("$any") => {}
        Value::Object(fields) => {
            for (key, value) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Number(_) | Value::Bool(_) => found.push(pointer.to_owned()),
        _ => {}
    }
}

/// Mutants of a history: another type, another output, another number, an event more, one less.
fn mutants(case: &Case, events: &[Value], number: usize) -> Vec<Vec<Value>> {
    let at = number % events.len();
    let with = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut mutant = events.to_vec();
        change(&mut mutant);
        mutant
    };
    let mut all = vec![
        with(&|events| events[at]["type"] = json!("Mutated")),
        with(&|events| drop(events.remove(at))),
        with(&|events| {
            let more = events[at].clone();
            events.push(more);
        }),
    ];
    let erased = |event: &Value| event["stateExitedEventDetails"]["output"].get("$any").is_some();
    let exited = |event: &&Value| event.get("stateExitedEventDetails").is_some() && !erased(event);
    if let Some(exited) = events.iter().position(|event| exited(&event)) {
        let output = json!({ "mutant": 1 });
        all.push(with(&|events| {
            events[exited]["stateExitedEventDetails"]["output"] = output.clone();
        }));
    }
    let mut numbers = vec![];
    places(&events[at], "", &mut numbers);
    // Their numbers are compared in a total order only.
    let ids = |place: &String| matches!(place.as_str(), "/id" | "/previousEventId");
    numbers.retain(|place| case.order.as_deref() == Some("total") || !ids(place));
    if let Some(place) = numbers.get(number % numbers.len().max(1)) {
        all.push(with(&|events| *events[at].pointer_mut(place).unwrap() = json!(-987_654)));
    }
    all
}

#[test]
fn every_mutant_is_found() {
    let folder = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    let Some(cases) = read(&folder).unwrap() else {
        println!("SKIPPED: the recorded cases are not at {}", folder.display());
        return;
    };
    let (mut histories, mut planted, mut missed) = (0, 0, vec![]);
    for (number, case) in cases.iter().enumerate() {
        let Some(expected) = case.expected.events.as_deref().filter(|it| !it.is_empty()) else {
            continue;
        };
        histories += 1;
        let filled = fill(&json!(expected), &mut Values::new());
        let filled = filled.as_array().unwrap();
        let itself = compare_history(case, expected, filled);
        assert!(itself.is_empty(), "{}: {}", case.name(), itself[0]);
        for mutant in mutants(case, filled, number) {
            planted += 1;
            // An event that its recording lost may be in excess.
            let lost = case.order.as_deref() == Some("sorted");
            if compare_history(case, expected, &mutant).is_empty() && !lost {
                missed.push(case.name());
            }
        }
    }
    println!("{histories} histories, {planted} mutants, {} missed", missed.len());
    assert!(histories > 400 && missed.is_empty(), "{missed:?}");
}
