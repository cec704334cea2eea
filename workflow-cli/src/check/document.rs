//! The states of a document, as its JSON has them.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A state of a document.
#[derive(Clone, Debug)]
pub(crate) struct State<'d> {
    pub(crate) name: &'d str,
    pub(crate) json: &'d Value,
    /// The states around it, from the outside.
    pub(crate) within: Vec<&'d str>,
}

impl<'d> State<'d> {
    pub(crate) fn kind(&self) -> &'d str {
        self.json["Type"].as_str().unwrap_or_default()
    }
}

/// The scopes within a state: branches, or the processor of a Map.
pub(crate) fn scopes(state: &Value) -> Vec<&Value> {
    let processor = state.get("ItemProcessor").or_else(|| state.get("Iterator"));
    let branches = state["Branches"].as_array().map(Vec::as_slice).unwrap_or_default();
    branches.iter().chain(processor).collect()
}

/// True if a state is a Map whose items are executions of their own.
pub(crate) fn is_distributed(state: &Value) -> bool {
    state["ItemProcessor"]["ProcessorConfig"]["Mode"] == "DISTRIBUTED"
}

/// All states, those of inner scopes after the one they are in.
pub(crate) fn states(document: &Value) -> Vec<State<'_>> {
    let mut all = vec![];
    collect(document, &[], &mut all);
    all
}

fn collect<'d>(scope: &'d Value, within: &[&'d str], all: &mut Vec<State<'d>>) {
    for (name, json) in scope["States"].as_object().into_iter().flatten() {
        all.push(State { name, json, within: within.to_vec() });
        let inner = [within, &[name.as_str()]].concat();
        scopes(json).into_iter().for_each(|scope| collect(scope, &inner, all));
    }
}

/// The names of the states that may follow a state in its scope.
pub(crate) fn targets(state: &Value) -> Vec<&str> {
    let list = |field: &str| state[field].as_array().map(Vec::as_slice).unwrap_or_default();
    let rules = list("Choices").iter().chain(list("Catch")).map(|rule| &rule["Next"]);
    let all = rules.chain([&state["Next"], &state["Default"]]);
    all.filter_map(Value::as_str).collect()
}

/// The names of the states that may follow the state of a name.
pub(crate) fn next<'d>(states: &'d Map<String, Value>, name: &str) -> Vec<&'d str> {
    states.get(name).map(targets).unwrap_or_default()
}

/// Returns how often the effect of a state may be tried again: each retrier counts for itself.
pub(crate) fn retries(state: &Value) -> u64 {
    let retriers = state["Retry"].as_array().map(Vec::as_slice).unwrap_or_default();
    let most =
        |retrier: &Value| retrier.get("MaxAttempts").map_or(3, |most| most.as_u64().unwrap_or(0));
    retriers.iter().map(most).fold(0, u64::saturating_add)
}

/// The loops of a scope, each with the states that lead to each other, in the order of the document.
pub(crate) fn loops(states: &Map<String, Value>) -> Vec<Vec<&str>> {
    let names = || states.keys().map(String::as_str);
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        names().map(|name| (name, reached(states, name))).collect();
    let mut loops: Vec<Vec<&str>> = vec![];
    for name in names() {
        let here = &reached[name];
        if !here.contains(name) || loops.iter().any(|known| known.contains(&name)) {
            continue;
        }
        let both = |other: &&str| here.contains(other) && reached[other].contains(name);
        loops.push(names().filter(both).collect());
    }
    loops
}

fn reached<'d>(states: &'d Map<String, Value>, from: &str) -> BTreeSet<&'d str> {
    let (mut seen, mut todo) = (BTreeSet::new(), next(states, from));
    while let Some(name) = todo.pop() {
        if seen.insert(name) {
            todo.extend(next(states, name));
        }
    }
    seen
}

/// All texts in a value, those of inner scopes left out.
pub(crate) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => {
            let own = |(name, _): &(&String, &Value)| {
                !matches!(name.as_str(), "Branches" | "ItemProcessor" | "Iterator")
            };
            fields.iter().filter(own).flat_map(|(_, value)| texts(value)).collect()
        }
        _ => vec![],
    }
}
