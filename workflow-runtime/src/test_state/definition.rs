//! The machine around a state that is tested.

use super::request::{Rejected, TestState};
use serde_json::{Map, Value, json};

/// The name of a state that came without a machine, and in the context object every one (recorded).
pub(super) const NAME: &str = "StateName";

/// A whole machine, and the name of the state to test in it.
pub(super) fn machine(request: &TestState) -> Result<(Value, String), Rejected> {
    let definition = &request.definition;
    let missing = || Err(Rejected::request("State not found in definition"));
    let (states, name) = match (definition.get("States"), &request.state) {
        // A name goes with a whole machine (documented; the words are those of a name that it does not have).
        (None, Some(_)) => return missing(),
        (None, None) => return Ok((around(definition), NAME.to_owned())),
        (Some(states), Some(name)) => (states, name.clone()),
        (Some(states), None) => {
            (states, definition["StartAt"].as_str().unwrap_or_default().to_owned())
        }
    };
    match found(states, &name) {
        Some(_) => Ok((definition.clone(), name)),
        None => missing(),
    }
}

/// The JSON of the state that is tested.
pub(super) fn state<'a>(machine: &'a Value, name: &str) -> &'a Value {
    found(&machine["States"], name).unwrap_or(&Value::Null)
}

/// A state of this name, at any depth.
fn found<'a>(states: &'a Value, name: &str) -> Option<&'a Value> {
    let states = states.as_object()?;
    if let Some(state) = states.get(name) {
        return Some(state);
    }
    states.values().find_map(|state| {
        let processors = ["ItemProcessor", "Iterator"].into_iter().filter_map(|key| state.get(key));
        let branches = state["Branches"].as_array().into_iter().flatten();
        processors.chain(branches).find_map(|scope| found(scope.get("States")?, name))
    })
}

/// True if a Map or Parallel has a state of this name in it, at any depth.
pub(super) fn is_within(state: &Value, name: &str) -> bool {
    let around = json!({ "": state });
    found(&around, name).is_some()
}

/// True if the state of this name runs for each item of a Map.
pub(super) fn is_in_map(definition: &Value, name: &str) -> bool {
    let states = definition["States"].as_object().into_iter().flatten();
    states.map(|(_, state)| state).any(|state| {
        let processor = state.get("ItemProcessor").or_else(|| state.get("Iterator"));
        let branches = state["Branches"].as_array().into_iter().flatten();
        processor.is_some_and(|it| it.get("States").is_some_and(|it| found(it, name).is_some()))
            || branches.into_iter().any(|branch| is_in_map(branch, name))
    })
}

/// A machine of one state, and of the states that it names.
fn around(state: &Value) -> Value {
    let mut states = Map::new();
    states.insert(NAME.to_owned(), state.clone());
    let each = |key: &str| state[key].as_array().cloned().unwrap_or_default();
    let named = [state["Next"].clone(), state["Default"].clone()].into_iter();
    let within = each("Catch").into_iter().chain(each("Choices")).map(|it| it["Next"].clone());
    for next in named.chain(within) {
        if let Some(name) = next.as_str() {
            states.entry(name).or_insert_with(|| json!({ "Type": "Succeed" }));
        }
    }
    // A state that leads to itself or to no end is no machine: another one ends it.
    json!({ "StartAt": NAME, "States": states })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_within_a_map_are_found_at_any_depth() {
        let scope =
            |name: &str, state: Value| json!({ "StartAt": name, "States": { name: state } });
        let pass = json!({ "Type": "Pass", "End": true });
        let inner = json!({ "Type": "Parallel", "Branches": [scope("Deep", pass.clone())] });
        let each = json!({ "Type": "Map", "ItemProcessor": scope("Item", inner) });
        let older = json!({ "Type": "Map", "Iterator": scope("Older", pass) });
        let both =
            json!({ "Type": "Parallel", "Branches": [scope("Each", each), scope("Old", older)] });
        let machine = scope("Both", both);
        for (name, within) in [
            ("Item", true),
            ("Deep", true),
            ("Older", true),
            ("Each", false),
            ("Old", false),
            ("Both", false),
            ("Gone", false),
        ] {
            assert_eq!(is_in_map(&machine, name), within, "{name}");
        }
    }
}
