//! The scopes of a document as JSON: what is looked at there is seen in a document with mistakes, too.

use super::fields::join;
use serde_json::{Map, Value};

/// A scope of a document.
pub(super) struct RawScope<'a> {
    /// Its place.
    pub(super) pointer: String,
    /// `StartAt`.
    pub(super) start: Option<&'a str>,
    /// `States`.
    pub(super) states: &'a Map<String, Value>,
}

impl RawScope<'_> {
    /// Returns where a state is.
    pub(super) fn at(&self, name: &str) -> String {
        join(&format!("{}/States", self.pointer), name)
    }
}

/// All scopes, each before those within it.
pub(super) fn scopes(document: &Value) -> Vec<RawScope<'_>> {
    let mut found: Vec<_> = scope(document, String::new()).into_iter().collect();
    let mut next = 0;
    while next < found.len() {
        let here = &found[next];
        let within: Vec<_> = here
            .states
            .iter()
            .flat_map(|(name, state)| inner(state, &here.at(name)))
            .filter_map(|(pointer, value)| scope(value, pointer))
            .collect();
        found.extend(within);
        next += 1;
    }
    found
}

fn scope(value: &Value, pointer: String) -> Option<RawScope<'_>> {
    let start = value.get("StartAt").and_then(Value::as_str);
    Some(RawScope { pointer, start, states: value.get("States")?.as_object()? })
}

/// The branches, or the processor, of a state.
fn inner<'a>(state: &'a Value, pointer: &str) -> Vec<(String, &'a Value)> {
    let branches = state.get("Branches").and_then(Value::as_array).into_iter().flatten();
    let branches =
        branches.enumerate().map(|(index, branch)| (format!("{pointer}/Branches/{index}"), branch));
    let processors = ["ItemProcessor", "Iterator"]
        .into_iter()
        .filter_map(|key| Some((format!("{pointer}/{key}"), state.get(key)?)));
    branches.chain(processors).collect()
}

/// The fields of a state that name another, with their places.
pub(super) fn targets<'a>(state: &'a Value, pointer: &str) -> Vec<(String, &'a str)> {
    let own = ["Next", "Default"]
        .into_iter()
        .filter_map(|key| Some((format!("{pointer}/{key}"), state.get(key)?.as_str()?)));
    let listed = ["Choices", "Catch"].into_iter().flat_map(|key| {
        let items = state.get(key).and_then(Value::as_array).into_iter().flatten();
        items.enumerate().filter_map(move |(index, item)| {
            let target = item.get("Next")?.as_str()?;
            Some((format!("{pointer}/{key}/{index}/Next"), target))
        })
    });
    own.chain(listed).collect()
}

/// True if a state ends its scope.
pub(super) fn ends(state: &Value) -> bool {
    state.get("End") == Some(&Value::Bool(true))
        || matches!(state.get("Type").and_then(Value::as_str), Some("Succeed" | "Fail"))
}
