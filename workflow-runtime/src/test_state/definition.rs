//! The machine around a state that is tested.

use super::request::TestState;
use serde_json::{Map, Value, json};

/// The name of a state that came without a machine, and in the context object every one (recorded).
pub(super) const NAME: &str = "StateName";

/// A state, with its name.
pub(super) type Named<'a> = (&'a str, &'a Value);

/// A whole machine, and the name of the state to test in it.
pub(super) fn machine(request: &TestState) -> (Value, String) {
    let definition = &request.definition;
    match &request.state {
        Some(name) => (definition.clone(), name.clone()),
        // Without a name the definition is that of a state, whatever it has (documented).
        None => (around(definition), NAME.to_owned()),
    }
}

/// The states on the way to one of this name: the outermost first, it as the last. `None` where there is no such state.
pub(super) fn way<'a>(states: &'a Value, name: &str) -> Option<Vec<Named<'a>>> {
    let states = states.as_object()?;
    if let Some((name, state)) = states.get_key_value(name) {
        return Some(vec![(name.as_str(), state)]);
    }
    states.iter().find_map(|(own, state)| {
        let mut way = scopes(state).find_map(|scope| way(scope.get("States")?, name))?;
        way.insert(0, (own.as_str(), state));
        Some(way)
    })
}

/// The scopes within a Map or a Parallel.
fn scopes(state: &Value) -> impl Iterator<Item = &Value> {
    let processors = ["ItemProcessor", "Iterator"].into_iter().filter_map(|key| state.get(key));
    processors.chain(state["Branches"].as_array().into_iter().flatten())
}

/// True if a Map or Parallel has a state of this name in it, at any depth.
pub(super) fn is_within(state: &Value, name: &str) -> bool {
    scopes(state).any(|scope| way(&scope["States"], name).is_some())
}

/// The innermost Map that runs the state of this name for each item.
pub(super) fn map_around<'a>(definition: &'a Value, name: &str) -> Option<&'a Value> {
    let mut around = way(&definition["States"], name)?.into_iter().rev().skip(1);
    around.find(|(_, state)| state["Type"] == "Map").map(|(_, map)| map)
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
            assert_eq!(map_around(&machine, name).is_some(), within, "{name}");
        }
        let names = |name: &str| {
            let way = way(&machine["States"], name)?;
            Some(way.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>())
        };
        let deep = ["Both", "Each", "Item", "Deep"].map(str::to_owned);
        assert_eq!(names("Deep"), Some(deep.to_vec()));
        assert_eq!(names("Gone"), None);
    }
}
